//! A whole page: the profile between the page's landmarks.

use std::sync::Arc;

use leptos::prelude::*;

use crate::bundle::Bundle;
use crate::consent::{ANCHOR, Choice, Notice, Settings};
use crate::markup::Markup;
use crate::page::{ProfileView, provenance};
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
