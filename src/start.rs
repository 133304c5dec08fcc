//! In the browser: the page comes to life.

use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::app::{App, AppProps};
use crate::bundle::Content;

/// The element that holds the page.
pub const ROOT: &str = "partner-profile";
/// The element that holds the page's document as JSON.
pub const SLOT: &str = "partner-profile-document";

/// Hydrates the page's root, or renders into it where it is empty. A page
/// without a root is another site's: nothing happens.
pub fn page() {
    let document = document();
    let Some(root) =
        document.get_element_by_id(ROOT).and_then(|root| root.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let slot = document.get_element_by_id(SLOT).and_then(|slot| slot.text_content());
    match Content::parse(&slot.unwrap_or_default()) {
        Some(content) => {
            let app = move || App(AppProps { content });
            if root.has_child_nodes() {
                hydrate_from(root, app).forget();
            } else {
                mount_to(root, app).forget();
            }
        }
        // The page stays as it was rendered: readable, without what is interactive.
        None => leptos::logging::warn!("partner-profile: the page's document is no JSON"),
    }
}
