//! Headings that can be linked to.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::reading::Reading;

/// The deepest heading that HTML has an element for.
const DEEPEST: u8 = 6;

/// What was said last of a copied address; a status region reads it out.
/// It is context since every heading speaks and the page has one region.
#[derive(Clone, Copy, Debug)]
pub struct Announcement(pub RwSignal<Option<&'static str>>);

/// A heading of the given depth below the profile's title.
#[component]
pub fn Title(
    /// How far below the title: 0 for the title itself.
    depth: u8,
    /// The anchor.
    #[prop(optional, into)]
    id: Option<String>,
    /// The text.
    text: String,
    /// The class.
    class: &'static str,
) -> impl IntoView {
    let level = Reading::current().level + depth;
    let (tag, role, aria_level) = if level > DEEPEST {
        ("div", Some("heading"), Some(level))
    } else {
        (["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.max(1) - 1)], None, None)
    };
    leptos::html::custom(tag)
        .id(id)
        .class(class)
        .attr("role", role)
        .attr("aria-level", aria_level.map(|level| level.to_string()))
        .attr("tabindex", "-1")
        .child(text)
}

/// A section's heading with a link to itself. Without scripts it is an anchor;
/// with them it also copies the address.
#[component]
pub fn Heading(
    /// The section's id.
    id: String,
    /// The section's title.
    title: String,
) -> impl IntoView {
    let words = Reading::words();
    let announcement = use_context::<Announcement>();
    let label = format!("{} {title}", words.link_to_section);
    let href = format!("#{id}");
    let copy = move |event: MouseEvent| {
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if let Some(Announcement(said)) = announcement
            && plain
        {
            let link = event_target::<web_sys::HtmlAnchorElement>(&event);
            copy_address(link.href(), said, words.address_copied, words.address_not_copied);
        }
    };
    view! {
        <div class="pp-heading">
            <Title depth=1 id text=title class="pp-heading__text"/>
            <a class="pp-heading__link" href=href aria-label=label on:click=copy>
                {"#"}
            </a>
        </div>
    }
}

fn copy_address(
    address: String,
    said: RwSignal<Option<&'static str>>,
    copied: &'static str,
    failed: &'static str,
) {
    // Emptied first, so that the same words are read out again.
    said.set(None);
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into())
        .ok()
        // Missing outside of secure contexts.
        .filter(|clipboard| !clipboard.is_undefined())
        .map(|_| window().navigator().clipboard());
    spawn_local(async move {
        let done = match clipboard {
            Some(clipboard) => JsFuture::from(clipboard.write_text(&address)).await.is_ok(),
            None => false,
        };
        said.set(Some(if done { copied } else { failed }));
    });
}
