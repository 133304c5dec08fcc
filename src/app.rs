//! A whole page: the profile between the page's landmarks.

use std::sync::Arc;

use leptos::prelude::*;

use crate::bundle::{Bundle, Edition};
use crate::consent::{ANCHOR, Choice, Notice, Settings};
use crate::markup::{Element, Markup, el};
use crate::page::{ProfileView, provenance};
use crate::profile::Language;
use crate::theme::ThemeSwitch;
use crate::words::Words;

/// The page of one profile.
#[component]
pub fn App(
    /// What the page is made of.
    bundle: Bundle,
) -> impl IntoView {
    let language = bundle.profile.language;
    let words = Words::of(language);
    let profile = bundle.profile.clone();
    let flags = format!("{}flags/", bundle.root);
    Choice::provide(Arc::new(bundle.site), language, None);
    view! {
        <Notice/>
        <a class="pp-skip" href="#content">{words.skip_to_content}</a>
        {languages(&bundle.languages, language).map(|list| Markup::new(move || list))}
        <main class="pp-main" id="content">
            <ProfileView profile=bundle.profile language level=1 flags=Some(flags) maps=bundle.maps/>
        </main>
        <footer class="pp-footer" aria-label=words.about_this_profile>
            {Markup::new(move || provenance(&profile, words))}
            <ThemeSwitch/>
            <p><a href=format!("#{ANCHOR}")>{words.cookies.settings}</a></p>
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
