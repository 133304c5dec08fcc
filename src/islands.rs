//! In the browser: the islands of a page come to life.

use leptos::prelude::document;
#[cfg(feature = "search")]
use leptos::prelude::{expect_context, provide_context};
use serde::Deserialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::throw_str;

use crate::components::provide_page;
use crate::consent::use_consent;
use crate::model::PageSettings;
#[cfg(feature = "search")]
use crate::search::Search;

/// The element that holds the page's data as JSON.
const ELEMENT: &str = "partner-profile-document";

/// What is read of it: the rest is on the page already.
#[derive(Deserialize)]
struct Data {
    settings: PageSettings,
    #[cfg(feature = "search")]
    names: String,
}

/// Makes known to the islands what they share. The page's script calls it in a task of its own, hydrates
/// each of them then, and calls [`start`].
#[wasm_bindgen]
pub fn prepare() {
    let data = document().get_element_by_id(ELEMENT).and_then(|data| data.text_content());
    let data: Data = serde_json::from_str(&data.unwrap_or_default())
        .unwrap_or_else(|_| throw_str("its document is not as it was published"));
    leptos::mount::hydrate_islands();
    provide_page(data.settings);
    #[cfg(feature = "search")]
    provide_context(Search::new(data.names));
}

/// Starts what the islands show, once all of them are hydrated: they are as they were rendered until
/// then.
#[wasm_bindgen]
pub fn start() {
    use_consent().start();
    #[cfg(feature = "search")]
    expect_context::<Search>().start();
}
