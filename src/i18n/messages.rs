use super::cookies::CookieMessages;
use crate::model::{CountKind, Language, Precision, Role};

/// The messages in one language. A message that a language lacks does
/// not compile.
#[derive(Debug, PartialEq)]
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
    /// The kinds of number.
    pub count_kinds: CountKinds,
    /// How precise a position is.
    pub precisions: Precisions,
    /// The parts in a working group.
    pub roles: Roles,
    /// The cookie choice.
    pub cookies: CookieMessages,
}

impl Messages {
    /// What kind of number a count is.
    pub fn count_kind(&self, kind: CountKind) -> &'static str {
        match kind {
            CountKind::Current => self.count_kinds.current,
            CountKind::Ceiling => self.count_kinds.ceiling,
            CountKind::Constant => self.count_kinds.constant,
            CountKind::Total => self.count_kinds.total,
        }
    }

    /// How precise a position is.
    pub fn precision(&self, precision: Precision) -> &'static str {
        match precision {
            Precision::Site => self.precisions.site,
            Precision::City => self.precisions.city,
            Precision::Region => self.precisions.region,
        }
    }

    /// A part in a working group.
    pub fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Member => self.roles.member,
            Role::CoLead => self.roles.co_lead,
        }
    }
}

/// The messages for [`CountKind`].
#[derive(Debug, PartialEq)]
pub struct CountKinds {
    /// [`CountKind::Current`]
    pub current: &'static str,
    /// [`CountKind::Ceiling`]
    pub ceiling: &'static str,
    /// [`CountKind::Constant`]
    pub constant: &'static str,
    /// [`CountKind::Total`]
    pub total: &'static str,
}

/// The messages for [`Precision`].
#[derive(Debug, PartialEq)]
pub struct Precisions {
    /// [`Precision::Site`]
    pub site: &'static str,
    /// [`Precision::City`]
    pub city: &'static str,
    /// [`Precision::Region`]
    pub region: &'static str,
}

/// The messages for [`Role`].
#[derive(Debug, PartialEq)]
pub struct Roles {
    /// [`Role::Member`]
    pub member: &'static str,
    /// [`Role::CoLead`]
    pub co_lead: &'static str,
}
