//! What is searched for, in the page's address: going back and links find it again.

use leptos::prelude::{location, window};
use wasm_bindgen::JsValue;
use web_sys::Url;

/// The name of what is searched for.
const QUERY: &str = "q";

fn address() -> Option<Url> {
    Url::new(&location().href().ok()?).ok()
}

/// What the address says is searched for.
pub fn kept() -> String {
    address().and_then(|address| address.search_params().get(QUERY)).unwrap_or_default()
}

/// Puts what is searched for into the address.
pub fn keep(value: &str) {
    let Some(address) = address() else { return };
    let parameters = address.search_params();
    if value == parameters.get(QUERY).unwrap_or_default() {
        return;
    }
    if value.is_empty() {
        parameters.delete(QUERY);
    } else {
        parameters.set(QUERY, value);
    }
    // A browser may refuse where addresses change too often; the next change is kept again.
    let _ = window().history().and_then(|history| {
        let state = history.state().unwrap_or(JsValue::NULL);
        history.replace_state_with_url(&state, "", Some(&address.href()))
    });
}
