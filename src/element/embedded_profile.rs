use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::components::{Profile, Provenance, RenderContext, clicked};
use crate::model::{self, Map};

/// The profile with its sources, and links that stay inside.
#[component]
pub fn EmbeddedProfile<N: IntoView, S: IntoView>(
    /// The profile.
    profile: model::Profile,
    /// The maps that its sections name.
    maps: Vec<Map>,
    /// How it is rendered.
    context: RenderContext,
    /// The cookie notice, where the element asks for the choice itself.
    notice: N,
    /// The cookie settings, likewise.
    settings: S,
) -> impl IntoView {
    let RenderContext { messages, home, .. } = context.clone();
    let (lang, dir) = (messages.language.as_str(), messages.language.direction());
    let go = move |event: MouseEvent| {
        if follow(&event, &home).is_some() {
            event.prevent_default();
        }
    };
    view! {
        <div class="pp-embed" lang=lang dir=dir on:click=go>
            {notice}
            <div class="pp-main">
                // Without the flag: the page's policy need not admit pictures.
                <Profile profile=profile.clone() maps context=context.clone() flags=None/>
            </div>
            <div class="pp-footer">
                <Provenance profile context/>
                {settings}
            </div>
        </div>
    }
}

/// Goes to the section that a plain click asks for. A link cannot: the ids are
/// the shadow root's own, and its address is that of the profile's page.
fn follow(event: &MouseEvent, home: &str) -> Option<()> {
    let address = clicked(event, "a[href]")?.get_attribute("href")?;
    // The cookie section has no page of its own elsewhere.
    let id = address.strip_prefix(home).unwrap_or(&address).strip_prefix('#')?;
    let root: HtmlElement = event.current_target()?.dyn_into().ok()?;
    let heading = root.query_selector(&["[id='", id, "']"].concat()).ok()??;
    let heading: HtmlElement = heading.dyn_into().ok()?;
    heading.focus().ok()?;
    heading.scroll_into_view();
    Some(())
}
