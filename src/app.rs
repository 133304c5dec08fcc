//! A whole page: a profile or the list of partners between the page's landmarks.

use std::sync::Arc;

use leptos::prelude::*;

use crate::bundle::{Bundle, Edition, Shown};
use crate::consent::{ANCHOR, settings};
use crate::index::{self, Listing, Partner};
use crate::markup::{Element, Markup, el};
use crate::page::{ProfileView, ProfileViewProps, provenance};
use crate::site::Site;
use crate::theme;
use crate::words::Words;

/// What a page has between its landmarks.
pub struct Page {
    site: Arc<Site>,
    words: &'static Words,
    skip: &'static str,
    languages: Option<Markup>,
    main: Markup,
    about: Option<Markup>,
}

impl Page {
    /// The page of the profile whose slot holds this text. Nothing where that is no JSON.
    pub fn of_profile(slot: &str) -> Option<Self> {
        let Bundle { language, words, site, root, languages } = Bundle::parse(slot)?;
        let shown = Arc::new(Shown::parse(slot)?);
        let words = Words::of_page(language, words.to_string());
        let view = ProfileViewProps {
            shown: shown.clone(),
            words,
            text_words: words,
            level: 1,
            flags: Some(format!("{root}flags/")),
            home: String::new(),
        };
        Some(Self {
            skip: words.skip_to_content,
            languages: self::languages(&languages, words).map(|list| Markup::new(move || list)),
            main: ProfileView(view),
            about: Some(Markup::new(move || provenance(&shown.profile, words, words))),
            site: Arc::new(site),
            words,
        })
    }

    /// The list of partners.
    pub fn of_list(listing: Listing, partners: Vec<Partner>) -> Self {
        let Listing { site, language, words, .. } = listing;
        let words = Words::of_page(language, words.to_string());
        let site = Arc::new(site);
        Self {
            skip: words.skip_to_list,
            languages: None,
            main: index::list(site.clone(), words, partners),
            about: None,
            site,
            words,
        }
    }
}

/// A page between its landmarks.
#[component]
pub fn App(
    /// What it has between them.
    page: Page,
) -> impl IntoView {
    let Page { site, words, skip, languages, main, about } = page;
    let label = about.as_ref().map(|_| words.about_this_profile);
    view! {
        <div class="pp-page">
            <a class="pp-skip" href="#content">{skip}</a>
            {languages}
            <main class="pp-main" id="content">{main}</main>
            <footer class="pp-footer" aria-label=label>
                {about}
                <p><a href=format!("#{ANCHOR}")>{words.cookies.settings}</a></p>
                {theme::switch(&site, words)}
                {settings(site, words, 2)}
            </footer>
        </div>
    }
}

/// The links to the profile in its other languages, each in its own words.
fn languages(editions: &[Edition], words: &Words) -> Option<Element> {
    let entries = editions.iter().map(|Edition { language, address }| {
        let code = language.as_str();
        let mut link = el("a")
            .attr("href", address)
            .attr("lang", code)
            .attr("hreflang", code)
            .attr("dir", language.direction().as_str());
        if *language == words.language {
            link = link.attr("aria-current", "page");
        }
        el("li").child(link.text(language.name()))
    });
    let list = el("ul").class("pp-languages__list").children(entries);
    let nav = el("nav").class("pp-languages").attr("aria-label", words.languages);
    (!editions.is_empty()).then(|| nav.child(list))
}
