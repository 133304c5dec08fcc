//! A whole page: the profile between the page's landmarks.

use std::sync::Arc;

use leptos::prelude::*;

use crate::bundle::Bundle;
use crate::consent::{ANCHOR, Choice, Notice, Settings};
use crate::page::{ProfileView, Provenance};
use crate::reading::Reading;
use crate::theme::ThemeSwitch;

/// The page of one profile.
#[component]
pub fn App(
    /// What the page is made of.
    bundle: Bundle,
) -> impl IntoView {
    let reading = Reading::of(bundle.profile.language, 1);
    provide_context(reading);
    let words = reading.words;
    let provenance = Provenance(crate::page::ProvenanceProps { profile: bundle.profile.clone() });
    let flags = format!("{}flags/", bundle.root);
    Choice::provide(Arc::new(bundle.site), bundle.profile.language, true);
    view! {
        <Notice/>
        <a class="pp-skip" href="#content">{words.skip_to_content}</a>
        <main class="pp-main" id="content">
            <ProfileView profile=bundle.profile flags maps=bundle.maps/>
        </main>
        <footer class="pp-footer" aria-label=words.about_this_profile>
            {provenance}
            <ThemeSwitch/>
            <p><a href=format!("#{ANCHOR}")>{words.cookies.settings}</a></p>
            <Settings/>
        </footer>
    }
}
