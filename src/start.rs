//! In the browser: the page comes to life.
//!
//! What every visit runs joins texts by `concat`, and fails by `expect_throw`: `format!`, and an
//! `expect` on what JavaScript throws, each bring most of `core::fmt` along.

use std::mem::forget;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::{document, set_timeout};
use web_sys::Element;

use crate::app::{App, AppProps, Page};
use crate::bundle::Bundle;
use crate::consent::Choice;
use crate::heading;
use crate::index::{self, Listing};
use crate::mount::mount;
use crate::site::Site;
use crate::theme;
use crate::words::Words;

/// The element that holds the page.
const ROOT: &str = "partner-profile";
/// The element that holds the page's document as JSON.
const SLOT: &str = "partner-profile-document";

/// Makes the page of a profile work, as it stands in the root: the links of its headings, the cookie
/// choice, the colours. A page without a root is another site's: nothing happens.
///
/// What listens stays for as long as the page does.
pub fn profile() {
    let Some(root) = root() else { return };
    let Some(Bundle { language, words, site, .. }) = Bundle::parse(&slot()) else { broken() };
    let words = Words::of_page(language, words.to_string());
    forget(heading::copies(&root, words));
    choose(root, site, words);
}

/// The same for the list of partners, with the search in it.
pub fn list() {
    let Some(root) = root() else { return };
    let Some(Listing { language, words, site, names }) = Listing::parse(&slot()) else { broken() };
    let words = Words::of_page(language, words.to_string());
    forget(index::wire(&root, names.to_string(), words));
    choose(root, site, words);
}

/// Renders the page of a profile into its root, where that is empty. Then it can be made to work,
/// see [`profile`].
pub fn render() {
    let Some(root) = root() else { return };
    let Some(page) = Page::of_profile(&slot()) else { broken() };
    forget(mount(&root, App(AppProps { page })));
}

/// Starts the cookie choice, and with it the switch of the colours.
fn choose(root: Element, site: Site, words: &'static Words) {
    let site = Arc::new(site);
    // In a turn of its own: on a slow phone both together would hold up who scrolls.
    set_timeout(
        move || {
            let choice: &'static Choice = Box::leak(Box::new(Choice::join(&site, words, None)));
            choice.show(&root, words, theme::follower(choice, &root, &site, words));
        },
        Duration::ZERO,
    );
}

fn root() -> Option<Element> {
    document().get_element_by_id(ROOT)
}

/// The text in the slot.
fn slot() -> String {
    let slot = document().get_element_by_id(SLOT).and_then(|slot| slot.text_content());
    slot.unwrap_or_default()
}

/// Ends the start, which says so: the page stays as it was rendered, without what is interactive.
fn broken() -> ! {
    wasm_bindgen::throw_str("its document is not as it was published");
}
