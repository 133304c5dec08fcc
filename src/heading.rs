//! Headings that can be linked to.

use js_sys::{Function, Reflect};
use leptos::ev::MouseEvent;
use leptos::prelude::window;
use wasm_bindgen::JsCast;

use crate::markup::{Element, Listener, callback, el};
use crate::reading::Reading;
use crate::words::Words;

/// The deepest heading that HTML has an element for.
const DEEPEST: u8 = 6;
/// The class of a heading's link to itself.
const LINK: &str = "pp-heading__link";
/// The class of the sentence that says what became of a copy.
pub const STATUS: &str = "pp-status";

/// A heading of a level from 1; HTML has elements down to the sixth.
pub fn title(level: u8, text: &str) -> Element {
    let heading = if level > DEEPEST {
        el("div").attr("role", "heading").attr("aria-level", &level.to_string())
    } else {
        el(["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.max(1) - 1)])
    };
    heading.attr("tabindex", "-1").text(text)
}

/// A section's heading with a link to itself. Without scripts it is an anchor;
/// with them it also copies the address, see [`copies`].
pub fn heading(id: &str, text: &str, reading: Reading) -> Element {
    let label = format!("{} {text}", reading.text_words.link_to_section);
    el("div")
        .class("pp-heading")
        .child(title(reading.level + 1, text).attr("id", id).class("pp-heading__text"))
        .child(
            el("a")
                .class(LINK)
                .attr("href", &reading.address_of(id))
                .attr("aria-label", &label)
                .text("#"),
        )
}

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
