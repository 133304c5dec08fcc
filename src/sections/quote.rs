use leptos::prelude::*;

use super::{Moment, Paragraphs, SourceLine};
use crate::profile;

/// A quotation with who said it.
#[component]
pub fn Quote(
    /// The section.
    quote: profile::Quote,
) -> impl IntoView {
    view! {
        <figure class="pp-quote__figure">
            <blockquote>
                <Paragraphs texts=quote.paragraphs/>
            </blockquote>
            <figcaption>
                <span class="pp-quote__speaker">{quote.speaker.to_string()}</span>
                {quote.post.map(|post| format!(", {post}"))}
                {quote.when.map(|when| view! { {", "} <Moment when/> })}
            </figcaption>
        </figure>
        <SourceLine source=quote.source/>
    }
}
