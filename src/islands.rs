//! In the browser: the islands of a page come to life.

use leptos::prelude::{document, use_context};
use serde::Deserialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::throw_str;

use crate::components::provide_page;
use crate::consent::use_consent;
use crate::model::PageSettings;
use crate::search::Search;

/// The element that holds the page's data as JSON.
const ELEMENT: &str = "partner-profile-document";

/// What is read of it: the rest is on the page already.
#[derive(Deserialize)]
struct Data {
    settings: PageSettings,
}

/// Makes known to the islands what they share. The page's script hydrates each of them then, and
/// calls [`start`].
pub fn prepare() {
    let data = document().get_element_by_id(ELEMENT).and_then(|data| data.text_content());
    let Data { settings } = serde_json::from_str(&data.unwrap_or_default())
        .unwrap_or_else(|_| throw_str("its document is not as it was published"));
    leptos::mount::hydrate_islands();
    provide_page(settings);
}

/// Starts what the islands show, once all of them are hydrated: they are as they were rendered until
/// then.
#[wasm_bindgen]
pub fn start() {
    use_consent().start();
    if let Some(search) = use_context::<Search>() {
        search.start();
    }
}
