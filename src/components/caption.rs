use leptos::oco::Oco;
use leptos::prelude::*;

use super::render_context::use_render_context;
use super::text::{Localized, TextOrLink};
use crate::model::Source;

/// How a figure is read, and where its facts come from: its own source, or the profile's origin.
#[component]
pub fn Caption(
    /// How it is read.
    #[prop(into)]
    key: Option<Oco<'static, str>>,
    /// Its own source.
    source: Option<Source>,
) -> impl IntoView {
    let context = use_render_context();
    let (name, url) = match source {
        Some(Source { name, url }) => (name.into(), url),
        None => (context.publisher.to_string(), None),
    };
    view! {
        <figcaption class="pp-caption">
            {key.map(|key| view! { <p><Localized text=key/></p> })}
            <p><Localized text=context.messages.source/>" "<TextOrLink text=name url/></p>
        </figcaption>
    }
}
