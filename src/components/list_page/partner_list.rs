use leptos::prelude::*;

use super::partner_search::PartnerSearch;
use crate::i18n::Messages;
use crate::model::Language;

/// A partner in the list.
#[derive(Clone, Debug)]
pub struct ListedPartner {
    /// The names in all languages, folded, the profile's own first.
    pub folded: String,
    /// The profile, then its translations. There is always a profile.
    pub editions: Vec<ListedEdition>,
}

/// A partner's profile in one language, as the list links to it.
#[derive(Clone, Debug)]
pub struct ListedEdition {
    /// The language.
    pub language: Language,
    /// The partner's name in it.
    pub name: String,
    /// The page, as the list addresses it.
    pub address: String,
}

/// Lists that are shorter have no headings.
const WITH_HEADINGS: usize = 30;
/// So many partners are hidden, shown and laid out together at most.
const GROUP: usize = 50;

impl ListedPartner {
    /// The letter under which the partner stands.
    fn initial(&self) -> Option<char> {
        self.folded.chars().next()
    }
}

/// The partners by the first letter of their names, large letters in several groups of which the
/// first has the letter as its heading.
fn groups(partners: &[ListedPartner]) -> Vec<(Option<char>, Vec<ListedPartner>)> {
    if partners.len() < WITH_HEADINGS {
        return vec![(None, partners.to_vec())];
    }
    let mut groups = Vec::new();
    for same in partners.chunk_by(|one, other| one.initial() == other.initial()) {
        let mut letter = same[0].initial();
        groups.extend(same.chunks(GROUP).map(|part| (letter.take(), part.to_vec())));
    }
    groups
}

/// The list of partners with its search.
#[component]
pub fn PartnerList(
    /// The heading: the site's name.
    title: String,
    /// The interface's messages.
    messages: &'static Messages,
    /// The partners in their order.
    partners: Vec<ListedPartner>,
) -> impl IntoView {
    let groups = groups(&partners).into_iter().map(|(letter, partners)| {
        view! { <PartnerGroup letter partners language=messages.language/> }
    });
    view! {
        <div class="pp-index">
            <h1 class="pp-header__title" tabindex="-1">{title}</h1>
            <PartnerSearch messages/>
            {groups.collect_view()}
        </div>
    }
}

#[component]
fn PartnerGroup(
    letter: Option<char>,
    partners: Vec<ListedPartner>,
    language: Language,
) -> impl IntoView {
    let entries = partners.into_iter().map(|partner| view! { <PartnerEntry partner language/> });
    let letter = letter.map(|letter| letter.to_ascii_uppercase().to_string());
    view! {
        <div class="pp-index__group">
            {letter.map(|letter| view! { <h2 class="pp-index__letter">{letter}</h2> })}
            <ul class="pp-index__list">{entries.collect_view()}</ul>
        </div>
    }
}

/// One partner. `language` is that of the page.
#[component]
fn PartnerEntry(partner: ListedPartner, language: Language) -> impl IntoView {
    let links = partner.editions.into_iter().enumerate().map(|(index, edition)| {
        let code = edition.language.as_str();
        let is_other = edition.language != language;
        // The name may be the same in every language: a translation says which it is.
        let text = match index {
            0 => edition.name,
            _ => format!("{} ({})", edition.name, edition.language.name()),
        };
        view! {
            <a
                href=edition.address
                lang=code
                hreflang=is_other.then_some(code)
                dir=is_other.then_some(edition.language.direction())
            >
                {text}
            </a>
        }
    });
    view! { <li class="pp-index__entry">{links.collect_view()}</li> }
}
