use leptos::prelude::*;

use super::{CookieSettings, ThemeSwitch};
use crate::consent::ANCHOR;
use crate::i18n::Messages;
use crate::model::Site;
use crate::theme;

/// The foot of a page: what it is based on, and everything about cookies.
#[component]
pub fn Footer<V: IntoView + 'static>(
    /// The site that the page belongs to.
    site: Site,
    /// The interface's messages.
    messages: &'static Messages,
    /// What those who listen know it by.
    #[prop(optional)]
    label: Option<&'static str>,
    /// What the page is based on.
    about: V,
) -> impl IntoView {
    view! {
        <footer class="pp-footer" aria-label=label>
            {about}
            <p><a href=["#", ANCHOR].concat()>{messages.cookies.settings}</a></p>
            {theme::key(&site).map(|_| view! { <ThemeSwitch messages=&messages.cookies/> })}
            <CookieSettings site messages level=2/>
        </footer>
    }
}
