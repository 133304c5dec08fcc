use std::sync::Arc;

use leptos::children::TypedChildren;
use leptos::prelude::*;

use crate::consent::{ANCHOR, settings};
use crate::model::Site;
use crate::theme;
use crate::words::Words;

/// The foot of a page: what it is based on, and everything about cookies.
#[component]
pub fn Footer<C: IntoView + 'static>(
    /// The site that the page belongs to.
    site: Site,
    /// The interface's words.
    words: &'static Words,
    /// What those who listen know it by.
    #[prop(optional)]
    label: Option<&'static str>,
    /// What the page is based on.
    children: TypedChildren<C>,
) -> impl IntoView {
    let site = Arc::new(site);
    view! {
        <footer class="pp-footer" aria-label=label>
            {children.into_inner()()}
            <p><a href=["#", ANCHOR].concat()>{words.cookies.settings}</a></p>
            {theme::switch(&site, words)}
            {settings(site, words, 2)}
        </footer>
    }
}
