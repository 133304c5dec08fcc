use leptos::prelude::*;

use crate::components::render_context::use_render_context;
use crate::components::text::{DateText, Paragraphs, SourceLine};
use crate::model;

/// A quotation with who said it.
#[component]
pub fn Quote(
    /// The section.
    quote: model::Quote,
) -> impl IntoView {
    let comma = use_render_context().text_messages.comma;
    view! {
        <figure class="pp-quote__figure" part="figure">
            <blockquote><Paragraphs texts=quote.paragraphs/></blockquote>
            <figcaption>
                <span class="pp-quote__speaker">{String::from(quote.speaker)}</span>
                {quote.post.map(|post| [comma, &*post].concat())}
                {quote.when.map(|when| view! { {comma}<DateText when/> })}
            </figcaption>
        </figure>
        <SourceLine source=quote.source/>
    }
}
