//! A whole page: a profile or the list of partners between the page's landmarks.

use std::sync::Arc;

use leptos::prelude::*;

use crate::bundle::{Bundle, Content, Edition};
use crate::consent::{ANCHOR, Choice, Notice, Settings};
use crate::index::{self, Listing, Partner};
use crate::markup::{Element, Markup, el};
use crate::page::{ProfileView, ProfileViewProps, provenance};
use crate::profile::Language;
use crate::theme::ThemeSwitch;
use crate::words::Words;

/// A page: a profile, or the list of partners.
#[component]
pub fn App(
    /// What the page shows.
    content: Content,
) -> impl IntoView {
    landmarks(match content {
        Content::Profile(bundle) => profile(*bundle),
        Content::Index(listing, partners) => list(*listing, partners),
    })
}

fn list(listing: Listing, partners: Vec<Partner>) -> Page {
    let Listing { site, language, names } = listing;
    let site = Arc::new(site);
    Choice::provide(site.clone(), language, None);
    Page {
        skip: Words::of(language).skip_to_list,
        languages: None,
        main: index::list(site, language, names, partners),
        about: None,
        language,
    }
}

fn profile(bundle: Bundle) -> Page {
    let Bundle { profile, site, root, maps, languages } = bundle;
    let language = profile.language;
    let words = Words::of(language);
    Choice::provide(Arc::new(site), language, None);
    let profile = Arc::new(profile);
    let origin = profile.clone();
    let flags = Some(format!("{root}flags/"));
    let view = ProfileViewProps { profile, language, level: 1, flags, maps, home: String::new() };
    Page {
        skip: words.skip_to_content,
        languages: self::languages(&languages, language).map(|list| Markup::new(move || list)),
        main: ProfileView(view),
        about: Some(Markup::new(move || provenance(&origin, language))),
        language,
    }
}

/// What a page has between its landmarks.
struct Page {
    skip: &'static str,
    languages: Option<Markup>,
    main: Markup,
    about: Option<Markup>,
    language: Language,
}

fn landmarks(page: Page) -> impl IntoView {
    let words = Words::of(page.language);
    let label = page.about.as_ref().map(|_| words.about_this_profile);
    view! {
        <Notice/>
        <a class="pp-skip" href="#content">{page.skip}</a>
        {page.languages}
        <main class="pp-main" id="content">{page.main}</main>
        <footer class="pp-footer" aria-label=label>
            {page.about}
            <p><a href=format!("#{ANCHOR}")>{words.cookies.settings}</a></p>
            <ThemeSwitch/>
            <Settings level=2/>
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
