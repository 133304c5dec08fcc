//! In the browser: the page comes to life.
//!
//! What every visit runs joins texts by `concat`, and fails by `expect_throw`: `format!`, and an
//! `expect` on what JavaScript throws, each bring most of `core::fmt` along.

use std::mem::forget;
use std::sync::Arc;
use std::time::Duration;

use leptos::mount::mount_to;
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::components::ProfilePage;
use crate::consent::Choice;
use crate::heading;
use crate::index;
use crate::model::{ListData, PageData, PageSettings, Site};
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
    let PageSettings { language, site } = slot();
    let words = Words::of(language);
    forget(heading::copies(&root, words));
    choose(root, site, words);
}

/// The same for the list of partners, with the search in it.
pub fn list() {
    let Some(root) = root() else { return };
    let ListData { language, site, names } = slot();
    let words = Words::of(language);
    forget(index::wire(&root, names, words));
    choose(root, site, words);
}

/// Renders the page of a profile into its root, where that is empty. Then it can be made to work,
/// see [`profile`].
pub fn render() {
    let Some(root) = root() else { return };
    let data: PageData = slot();
    mount_to(root.unchecked_into(), move || view! { <ProfilePage data/> }).forget();
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

/// The data in the slot. Where they are not as they were published the start ends, and says so: the
/// page stays as it was rendered, without what is interactive.
fn slot<T: DeserializeOwned>() -> T {
    let slot = document().get_element_by_id(SLOT).and_then(|slot| slot.text_content());
    serde_json::from_str(&slot.unwrap_or_default())
        .unwrap_or_else(|_| wasm_bindgen::throw_str("its document is not as it was published"))
}
