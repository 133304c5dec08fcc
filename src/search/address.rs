//! What is searched for, in the page's address: going back and links find it again.

use leptos::prelude::{location, window};
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;

/// The name of what is searched for.
pub const QUERY: &str = "q";

/// What the address says is searched for.
pub fn kept() -> String {
    let text = location().search().unwrap_or_default();
    let value = UrlSearchParams::new_with_str(&text).ok().and_then(|list| list.get(QUERY));
    value.unwrap_or_default()
}

/// Puts what is searched for into the address.
pub fn keep(value: &str) {
    let location = location();
    let Ok(parameters) = location.search().and_then(|text| UrlSearchParams::new_with_str(&text))
    else {
        return;
    };
    if value == parameters.get(QUERY).unwrap_or_default() {
        return;
    }
    if value.is_empty() {
        parameters.delete(QUERY);
    } else {
        parameters.set(QUERY, value);
    }
    let query = String::from(parameters.to_string());
    let mark = if query.is_empty() { "" } else { "?" };
    let path = location.pathname().unwrap_or_default();
    let anchor = location.hash().unwrap_or_default();
    let address = format!("{path}{mark}{query}{anchor}");
    // A browser may refuse where addresses change too often; the next change is kept again.
    let _ = window().history().and_then(|history| {
        let state = history.state().unwrap_or(JsValue::NULL);
        history.replace_state_with_url(&state, "", Some(&address))
    });
}
