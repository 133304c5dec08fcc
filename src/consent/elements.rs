use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

/// The elements of the page that a selector finds.
pub(super) fn found(selector: &str) -> Vec<Element> {
    let list: Option<NodeList> = document().query_selector_all(selector).ok();
    let count = list.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(|index| list.as_ref()?.item(index)?.dyn_into().ok()).collect()
}
