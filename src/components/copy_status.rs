use leptos::ev::{MouseEvent, click};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlAnchorElement};

use super::status_messages::{StatusMessage, keep_text, use_status_messages};
use crate::interactive;

/// Copies the address of the profile's heading links at a plain click, and says what became of that.
/// It listens on the profile's own element for all of them.
#[interactive]
pub fn CopyStatus() -> impl IntoView {
    let messages = use_status_messages();
    let copied = RwSignal::new(None);
    let paragraph = NodeRef::new();
    keep_text(paragraph, move || {
        let said = copied.get().map_or("", |is_copied| match is_copied {
            true => messages.get(StatusMessage::AddressCopied),
            false => messages.get(StatusMessage::AddressNotCopied),
        });
        Some(said.to_owned())
    });
    let copy = move |event: MouseEvent| {
        if let Some(link) = clicked(&event, ".pp-heading__link") {
            let address = link.unchecked_into::<HtmlAnchorElement>().href();
            // Emptied first, so that the same words are read out again.
            copied.set(None);
            spawn_local(async move { copied.set(Some(copy_text(&address).await)) });
        }
    };
    // What it returns ends the listening when it is dropped.
    Effect::new(move |_| Some(paragraph.get()?.closest("div").ok()??.on(click, copy)));
    view! { <p class="pp-status" role="status" node_ref=paragraph></p> }
}

/// The link of a kind that a plain click has met: one that asks for no other tab or window.
pub fn clicked(event: &MouseEvent, selector: &str) -> Option<Element> {
    let is_modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.button() != 0 || is_modified {
        return None;
    }
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// Copies a text, and tells whether that was possible.
async fn copy_text(text: &str) -> bool {
    let navigator = window().navigator();
    // Missing outside of secure contexts.
    let has_clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into())
        .is_ok_and(|clipboard| clipboard.is_object());
    has_clipboard && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
