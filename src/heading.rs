//! Headings that can be linked to.

use js_sys::{Function, Reflect};
use leptos::ev::MouseEvent;
use leptos::prelude::window;
use wasm_bindgen::JsCast;

use crate::components::STATUS;
use crate::markup::{Listener, callback};
use crate::words::Words;

/// The class of a heading's link to itself.
const LINK: &str = "pp-heading__link";

/// Makes the links of the headings in `root` copy their addresses, as long as the listener is
/// there. One around all of them is enough.
pub fn copies(root: &web_sys::Element, words: &'static Words) -> Option<Listener> {
    let status = root.query_selector(&[".", STATUS].concat()).ok()??;
    let profile = status.parent_element()?;
    Some(Listener::new(&profile, "click", move |event| copy_address(&event, words, status.clone())))
}

/// Copies the address of the heading whose link a plain click has met, and says
/// in `status` what became of it.
fn copy_address(event: &web_sys::Event, words: &'static Words, status: web_sys::Element) {
    let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
    let plain = event.button() == 0
        && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
    let link = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .and_then(|target| target.closest(&["a.", LINK].concat()).ok().flatten())
        .filter(|_| plain);
    let Some(link) = link else { return };
    let address = link.unchecked_into::<web_sys::HtmlAnchorElement>().href();
    // Emptied first, so that the same words are read out again.
    status.set_text_content(None);
    let say = move |is_copied| {
        let said = if is_copied { words.address_copied } else { words.address_not_copied };
        status.set_text_content(Some(said));
    };
    let navigator = window().navigator();
    let clipboard = Reflect::get(&navigator, &"clipboard".into());
    // Missing outside of secure contexts.
    if clipboard.is_ok_and(|clipboard| clipboard.is_undefined()) {
        return say(false);
    }
    // It is kept with nothing, and refused with an error.
    let answered = callback(move |answer| say(answer.is_undefined())).into_js_value();
    let copy = navigator.clipboard().write_text(&address);
    if let Ok(then) = Reflect::get(&copy, &"then".into()) {
        let _ = then.unchecked_into::<Function>().call2(&copy, &answered, &answered);
    }
}
