use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlAnchorElement};

use super::status_messages::{StatusMessage, keep_text, use_status_messages};
use crate::interactive;

/// A heading's link to itself. Without scripts it is an anchor; with them it also copies the address,
/// and [`CopyStatus`] says so.
#[component]
pub fn HeadingLink(
    /// The address.
    address: String,
    /// What those who listen know it by.
    label: String,
) -> impl IntoView {
    view! {
        <CopiesAddress>
            <a class="pp-heading__link" href=address aria-label=label>
                "#"
            </a>
        </CopiesAddress>
    }
}

/// Whether the address that was copied last was. It is context, since any link tells it and one
/// sentence on the page says it.
#[derive(Clone, Copy)]
struct Copied(RwSignal<Option<bool>>);

/// Makes known to the components below what became of copies.
pub fn provide_copied() {
    provide_context(Copied(RwSignal::new(None)));
}

/// Copies the address of the link in it at a plain click.
#[cfg(any(not(target_arch = "wasm32"), feature = "islands"))]
#[leptos::island]
fn CopiesAddress(
    /// The link.
    children: Children,
) -> impl IntoView {
    copied_at_click(children())
}

/// Copies the address of the link in it at a plain click.
#[cfg(not(any(not(target_arch = "wasm32"), feature = "islands")))]
#[component]
fn CopiesAddress<C: IntoView + 'static>(
    /// The link.
    children: TypedChildren<C>,
) -> impl IntoView {
    copied_at_click(children.into_inner()())
}

fn copied_at_click(link: impl IntoView) -> impl IntoView {
    let Copied(copied) = expect_context();
    let copy = move |event: MouseEvent| {
        if let Some(address) = copied_address(&event) {
            // Emptied first, so that the same words are read out again.
            copied.set(None);
            spawn_local(async move { copied.set(Some(copy_text(&address).await)) });
        }
    };
    view! {
        <span class="pp-heading__copy" on:click=copy>
            {link}
        </span>
    }
}

/// The address of the link that a plain click has met.
fn copied_address(event: &MouseEvent) -> Option<String> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.button() != 0 || modified {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    Some(target.closest("a").ok()??.unchecked_into::<HtmlAnchorElement>().href())
}

/// Copies a text, and tells whether that was possible.
async fn copy_text(text: &str) -> bool {
    let navigator = window().navigator();
    // Missing outside of secure contexts.
    let has_clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into())
        .is_ok_and(|clipboard| clipboard.is_object());
    has_clipboard && JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// Says what became of a copy.
#[interactive]
pub fn CopyStatus() -> impl IntoView {
    let (Copied(copied), messages): (Copied, _) = (expect_context(), use_status_messages());
    let paragraph = NodeRef::new();
    keep_text(paragraph, move || {
        let said = copied.get().map_or("", |is_copied| match is_copied {
            true => messages.get(StatusMessage::AddressCopied),
            false => messages.get(StatusMessage::AddressNotCopied),
        });
        Some(said.to_owned())
    });
    view! { <p class="pp-status" role="status" node_ref=paragraph></p> }
}
