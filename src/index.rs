//! The list of a site's partners, and the search in it.
//!
//! The list is rendered once, at build time, and stays as it is: what was
//! searched for only hides the rest of it. The page's slot holds no list but the
//! names, folded, as one text: that is quick to read and quick to search.

mod address;
mod fold;
mod search;

use std::sync::Arc;

use crate::markup::{Element, Markup, el};
use crate::model::{Language, Site};
use crate::words::Words;

#[cfg(not(target_arch = "wasm32"))]
pub use fold::fold;
pub use fold::{SEPARATOR, folded};
pub use search::wire;

/// A partner in the list.
#[derive(Clone, Debug)]
pub struct Partner {
    /// The names in all languages, [`folded`], the profile's own first.
    pub folded: String,
    /// The profile, then its translations. There is always a profile.
    pub editions: Vec<Edition>,
}

/// A partner's profile in one language, as the list links to it.
#[derive(Clone, Debug)]
pub struct Edition {
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

/// The list with its search, which [`wire`] makes work.
pub fn list(site: Arc<Site>, words: &'static Words, partners: Vec<Partner>) -> Markup {
    let language = words.language;
    Markup::new(move || {
        el("div")
            .class("pp-index")
            .child(el("h1").class("pp-header__title").text(site.name.of(language).0))
            .child(search::field(words))
            .children(groups(&partners, language))
    })
}

/// The partners by the first letter of their names, large letters in several groups.
fn groups(partners: &[Partner], language: Language) -> Vec<Element> {
    if partners.len() < WITH_HEADINGS {
        return vec![group(None, partners, language)];
    }
    let mut groups = Vec::new();
    for letter in partners.chunk_by(|one, other| one.initial() == other.initial()) {
        let mut heading = letter[0].initial();
        for part in letter.chunks(GROUP) {
            groups.push(group(heading.take(), part, language));
        }
    }
    groups
}

fn group(heading: Option<char>, partners: &[Partner], language: Language) -> Element {
    let heading = heading.map(|letter| {
        let letter = letter.to_ascii_uppercase().to_string();
        el("h2").class("pp-index__letter").text(&letter)
    });
    let partners = partners.iter().map(|partner| entry(partner, language));
    let list = el("ul").class("pp-index__list").children(partners);
    el("div").class("pp-index__group").children(heading).child(list)
}

fn entry(partner: &Partner, page: Language) -> Element {
    let links = partner.editions.iter().enumerate().map(|(index, edition)| {
        let Edition { language, name, address } = edition;
        let code = language.as_str();
        let mut link = el("a").attr("href", address).attr("lang", code);
        if *language != page {
            link = link.attr("hreflang", code).attr("dir", language.direction().as_str());
        }
        match index {
            0 => link.text(name),
            // The name may be the same in every language: a translation says which it is.
            _ => link.text(&format!("{name} ({})", language.name())),
        }
    });
    el("li").class("pp-index__entry").children(links)
}

impl Partner {
    /// The letter under which the partner stands.
    fn initial(&self) -> Option<char> {
        self.folded.chars().next()
    }
}
