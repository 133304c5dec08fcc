use leptos::prelude::*;

use super::{CookieSettings, ThemeSwitch};
use crate::consent::ANCHOR;
use crate::model::Site;
use crate::theme;
use crate::words::Words;

/// The foot of a page: what it is based on, and everything about cookies.
#[component]
pub fn Footer<V: IntoView + 'static>(
    /// The site that the page belongs to.
    site: Site,
    /// The interface's words.
    words: &'static Words,
    /// What those who listen know it by.
    #[prop(optional)]
    label: Option<&'static str>,
    /// What the page is based on.
    about: V,
) -> impl IntoView {
    view! {
        <footer class="pp-footer" aria-label=label>
            {about}
            <p><a href=["#", ANCHOR].concat()>{words.cookies.settings}</a></p>
            {theme::key(&site).map(|_| view! { <ThemeSwitch words=&words.cookies/> })}
            <CookieSettings site words level=2/>
        </footer>
    }
}
