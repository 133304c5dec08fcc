use js_sys::Reflect;
use leptos::prelude::document;
use std::any::Any;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRootInit, ShadowRootMode};

use crate::components::show_blocked_frame;
use crate::consent::BlockedFrame;

/// Shows what stands in the place of a frame of a page that is not ours: in a shadow of its own, in the
/// style and the language of the element that asks.
pub fn show_in_shadow(mut frame: BlockedFrame) -> Box<dyn Any> {
    let inner = frame.element.as_ref().and_then(|element| shadow(&frame.place, element));
    if let Some(inner) = inner {
        frame.place = inner;
    }
    show_blocked_frame(frame)
}

/// Gives a place a shadow, and returns what in it is to be filled.
fn shadow(place: &HtmlElement, element: &Element) -> Option<HtmlElement> {
    let dressed = element.shadow_root()?;
    let shadow = place.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok()?;
    let sheets = "adoptedStyleSheets".into();
    Reflect::set(&shadow, &sheets, &Reflect::get(&dressed, &sheets).ok()?).ok()?;
    if let Some(theme) = element.get_attribute("theme") {
        let _ = place.set_attribute("theme", &theme);
    }
    let within = |class: &str| {
        let within = document().create_element("div").ok()?;
        within.set_class_name(class);
        Some(within)
    };
    let (around, inner) = (within("")?, within("pp-blocked")?);
    let profile = dressed.query_selector(".pp-embed").ok()??.clone_node().ok()?;
    profile.append_child(&inner).ok()?;
    around.append_child(&profile).ok()?;
    shadow.append_child(&around).ok()?;
    inner.dyn_into().ok()
}
