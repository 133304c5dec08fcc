use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, NodeList};

/// The elements of the page that a selector finds.
pub(super) fn found(selector: &str) -> Vec<Element> {
    let list: Option<NodeList> = document().query_selector_all(selector).ok();
    let count = list.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(|index| list.as_ref()?.item(index)?.dyn_into().ok()).collect()
}

/// Says what became of a script, or a frame, and why.
pub fn warn(what: &str, element: &Element, cause: &JsValue) {
    web_sys::console::warn_3(&["partner-profile: ", what].concat().into(), element, cause);
}
