use super::cookies::CookieMessages;
use crate::model::{CountKind, Language, Precision, Role};

/// The messages in one language. A message that a language lacks does
/// not compile.
#[derive(Debug)]
pub struct Messages {
    /// The language.
    pub language: Language,
    /// Stands between two things that belong together.
    pub comma: &'static str,
    /// The link that passes over what comes before the text.
    pub skip_to_content: &'static str,
    /// The same link where there is a list of partners.
    pub skip_to_list: &'static str,
    /// The label of the search in that list.
    pub find_partner: &'static str,
    /// Said when no name fits.
    pub no_partner_found: &'static str,
    /// Said when some do: `{shown}` is how many, and `{all}` of how many.
    pub partners_shown: &'static str,
    /// The name of the facts panel.
    pub at_a_glance: &'static str,
    /// The name of the contents list.
    pub contents: &'static str,
    /// The name of a heading's link to itself; the heading follows.
    pub link_to_section: &'static str,
    /// Said when a section's address was copied.
    pub address_copied: &'static str,
    /// Said when it could not be copied.
    pub address_not_copied: &'static str,
    /// The label of the working groups.
    pub working_groups: &'static str,
    /// Stands before the name of a fact's own source.
    pub source: &'static str,
    /// The heading of the origin in the footer.
    pub about_this_profile: &'static str,
    /// Stands before the publication that the profile is based on.
    pub based_on: &'static str,
    /// Says that the origin names no date.
    pub origin_undated: &'static str,
    /// Stands before the date of the origin.
    pub origin_dated: &'static str,
    /// The label of the list of what came from other sources.
    pub added_from_elsewhere: &'static str,
    /// Said in place of a figure that is unknown.
    pub figure_not_preserved: &'static str,
    /// Names what lies between a strength and its ceiling; the ceiling follows.
    pub up_to_ceiling: &'static str,
    /// How to read a drawing of people.
    pub mark_is_a_person: &'static str,
    /// How to read what such a drawing leaves empty.
    pub empty_mark_is_room: &'static str,
    /// How to read the marks on a map.
    pub mark_shows_precision: &'static str,
    /// How to read a drawing of dates.
    pub dates_as_precise: &'static str,
    /// The name of the list of languages.
    pub languages: &'static str,
    /// The heading of the page for what is not there.
    pub page_not_found: &'static str,
    /// What to do there.
    pub page_not_found_advice: &'static str,
    /// The link from there to the site's root.
    pub to_start_page: &'static str,
    /// What kind of number a count is.
    pub count_kind: fn(CountKind) -> &'static str,
    /// How precise a position is.
    pub precision: fn(Precision) -> &'static str,
    /// A part in a working group.
    pub role: fn(Role) -> &'static str,
    /// How long something is kept: so many days.
    pub days: fn(u32) -> String,
    /// The cookie choice.
    pub cookies: CookieMessages,
}
