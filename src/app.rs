//! A whole page: a profile or the list of partners between the page's landmarks.

use std::sync::Arc;

use leptos::prelude::*;

use crate::bundle::{Bundle, Content, Edition};
use crate::consent::{ANCHOR, settings};
use crate::index::{self, Listing, Partner};
use crate::markup::{Element, Markup, el};
use crate::page::{ProfileView, ProfileViewProps, provenance};
use crate::profile::Language;
use crate::site::Site;
use crate::theme;
use crate::words::Words;

/// What a page has between its landmarks.
pub struct Page {
    /// The site that the page belongs to.
    pub site: Arc<Site>,
    /// The language of the page.
    pub language: Language,
    skip: &'static str,
    languages: Option<Markup>,
    main: Markup,
    about: Option<Markup>,
}

impl Page {
    /// The page of a profile, or of the list of partners.
    pub fn new(content: Content) -> Self {
        match content {
            Content::Profile(bundle) => profile(*bundle),
            Content::Index(listing, partners) => list(*listing, partners),
        }
    }
}

fn list(listing: Listing, partners: Vec<Partner>) -> Page {
    let Listing { site, language, names } = listing;
    let site = Arc::new(site);
    Page {
        skip: Words::of(language).skip_to_list,
        languages: None,
        main: index::list(site.clone(), language, names, partners),
        about: None,
        site,
        language,
    }
}

fn profile(bundle: Bundle) -> Page {
    let Bundle { profile, site, root, maps, languages } = bundle;
    let language = profile.language;
    let profile = Arc::new(profile);
    let origin = profile.clone();
    let flags = Some(format!("{root}flags/"));
    let view = ProfileViewProps { profile, language, level: 1, flags, maps, home: String::new() };
    Page {
        skip: Words::of(language).skip_to_content,
        languages: self::languages(&languages, language).map(|list| Markup::new(move || list)),
        main: ProfileView(view),
        about: Some(Markup::new(move || provenance(&origin, language))),
        site: Arc::new(site),
        language,
    }
}

/// A page between its landmarks.
#[component]
pub fn App(
    /// What it has between them.
    page: Page,
) -> impl IntoView {
    let Page { site, language, skip, languages, main, about } = page;
    let words = Words::of(language);
    let label = about.as_ref().map(|_| words.about_this_profile);
    view! {
        <a class="pp-skip" href="#content">{skip}</a>
        {languages}
        <main class="pp-main" id="content">{main}</main>
        <footer class="pp-footer" aria-label=label>
            {about}
            <p><a href=format!("#{ANCHOR}")>{words.cookies.settings}</a></p>
            {theme::switch(&site, language)}
            {settings(site, language, 2)}
        </footer>
    }
}

/// The links to the profile in its other languages, each in its own words.
fn languages(editions: &[Edition], current: Language) -> Option<Element> {
    let entries = editions.iter().map(|Edition { language, address }| {
        let code = language.as_str();
        let mut link = el("a")
            .attr("href", address)
            .attr("lang", code)
            .attr("hreflang", code)
            .attr("dir", language.direction().as_str());
        if *language == current {
            link = link.attr("aria-current", "page");
        }
        el("li").child(link.text(language.name()))
    });
    let list = el("ul").class("pp-languages__list").children(entries);
    let words = Words::of(current);
    let nav = el("nav").class("pp-languages").attr("aria-label", words.languages);
    (!editions.is_empty()).then(|| nav.child(list))
}
