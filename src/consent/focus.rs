//! Where the visitor goes on.

use js_sys::Reflect;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::event::Place;
use super::settings::ANCHOR;

/// Puts the focus into its place, on a page or in an element of another site.
pub fn focus(place: Place, embedding: Option<Element>) {
    let element = match place {
        Place::Settings => match embedding {
            Some(element) => element.shadow_root().and_then(|root| root.get_element_by_id(ANCHOR)),
            None => document().get_element_by_id(ANCHOR),
        },
        Place::Confirmation | Place::Page => page_of_focused_notice(),
    };
    let Some(element) = element else { return };
    // Whoever answers reads on where they are; whoever asks for the settings wants to see them.
    let stays = place == Place::Page;
    call(&element, "focus", "preventScroll", &stays.into());
}

/// Calls a method of an element, with one option.
fn call(element: &JsValue, method: &str, option: &str, value: &JsValue) {
    let options = js_sys::Object::new();
    let _ = Reflect::set(&options, &option.into(), value);
    if let Ok(method) = Reflect::get(element, &method.into()) {
        let _ = method.unchecked_into::<js_sys::Function>().call1(element, &options);
    }
}

/// The page's own heading, if the focus is in the notice above it.
fn page_of_focused_notice() -> Option<Element> {
    focused_notice()?
        .parent_element()?
        .query_selector("[tabindex=\"-1\"]:not(.pp-notice *)")
        .ok()?
}

/// The notice that the focus is in.
pub fn focused_notice() -> Option<Element> {
    active()?.closest(".pp-notice").ok()?
}

/// What has the focus, however deep in shadow roots.
fn active() -> Option<Element> {
    let mut active = document().active_element()?;
    while let Some(inner) = active.shadow_root().and_then(|root| root.active_element()) {
        active = inner;
    }
    Some(active)
}

/// Puts the focus where a notice is to be read from.
pub fn enter(notice: &Element) {
    if let Ok(Some(first)) = notice.query_selector("a, [tabindex]") {
        call(&first, "focus", "preventScroll", &JsValue::FALSE);
    }
}

/// Scrolls what has the focus clear of a notice that has just come. The style sheet says how much
/// room that takes; what is clear of it already stays where it is.
pub fn reveal() {
    if let Some(element) = active() {
        call(&element, "scrollIntoView", "block", &"nearest".into());
    }
}
