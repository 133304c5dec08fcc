//! Where the visitor goes on.

use js_sys::Reflect;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::event::Place;
use super::settings::ANCHOR;

/// Puts the focus into its place, on a page or in an element of another site.
pub fn focus(place: Place, embedding: Option<Element>) {
    let element = match place {
        // It is not there yet, and takes the focus when it comes.
        Place::Confirmation => None,
        Place::Settings => match embedding {
            Some(element) => element.shadow_root().and_then(|root| root.get_element_by_id(ANCHOR)),
            None => document().get_element_by_id(ANCHOR),
        },
        Place::Page => page_of_focused_notice(),
    };
    let Some(element) = element else { return };
    let options = js_sys::Object::new();
    // Whoever answers reads on where they are; whoever asks for the settings wants to see them.
    let stays = place == Place::Page;
    let _ = Reflect::set(&options, &"preventScroll".into(), &stays.into());
    if let Ok(focus) = Reflect::get(&element, &"focus".into()) {
        let _ = focus.unchecked_into::<js_sys::Function>().call1(&element, &options);
    }
}

/// The page's own heading, if the focus is in the notice above it.
fn page_of_focused_notice() -> Option<Element> {
    let mut active = document().active_element()?;
    while let Some(inner) = active.shadow_root().and_then(|root| root.active_element()) {
        active = inner;
    }
    let notice = active.closest(".pp-notice").ok()??;
    notice.parent_element()?.query_selector("[tabindex=\"-1\"]:not(.pp-notice *)").ok()?
}
