//! Where the visitor goes on.

use js_sys::Reflect;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// The anchor of the cookie section.
pub const ANCHOR: &str = "cookie-settings";

/// Puts the focus into the cookie section, on a page or in an element of another site. Whoever asks
/// for it wants to see it.
pub fn to_settings(embedding: Option<Element>) {
    let element = match embedding {
        Some(element) => element.shadow_root().and_then(|root| root.get_element_by_id(ANCHOR)),
        None => document().get_element_by_id(ANCHOR),
    };
    focus(element, false);
}

/// Puts the focus to the page's own heading, if it is in the notice above that. Whoever has answered
/// reads on where they are.
pub fn to_page() {
    let heading = || {
        let page = focused_notice()?.closest("#partner-profile, .pp-embed").ok()??;
        page.query_selector("[tabindex=\"-1\"]:not(.pp-notice *)").ok()?
    };
    focus(heading(), true);
}

/// Whether the focus is in a notice.
pub fn is_in(notice: &Element) -> bool {
    focused_notice().as_ref() == Some(notice)
}

/// Puts the focus where a notice is to be read from.
pub fn enter(notice: &Element) {
    focus(notice.query_selector("a, [tabindex]").ok().flatten(), false);
}

/// Puts the focus to an element, if there is one. `stays` leaves the page scrolled as it is.
pub fn focus(element: Option<Element>, stays: bool) {
    if let Some(element) = element {
        call(&element, "focus", "preventScroll", &stays.into());
    }
}

/// Calls a method of an element, with one option.
fn call(element: &JsValue, method: &str, option: &str, value: &JsValue) {
    let options = js_sys::Object::new();
    let _ = Reflect::set(&options, &option.into(), value);
    if let Ok(method) = Reflect::get(element, &method.into()) {
        let _ = method.unchecked_into::<js_sys::Function>().call1(element, &options);
    }
}

/// The notice that the focus is in.
fn focused_notice() -> Option<Element> {
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

/// Whether nothing on the page has the focus.
pub fn is_free() -> bool {
    focused().is_none()
}

/// What has the focus, but for the page itself.
fn focused() -> Option<Element> {
    let page = document().body();
    active().filter(|element| page.as_deref() != Some(element))
}

/// Scrolls what has the focus clear of a notice that has just come. The style sheet says how much
/// room that takes; what is clear of it already stays where it is. The page itself would be laid out
/// for nothing.
pub fn reveal() {
    if let Some(element) = focused() {
        call(&element, "scrollIntoView", "block", &"nearest".into());
    }
}
