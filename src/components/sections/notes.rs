use leptos::prelude::*;

use crate::components::text::SourceLine;
use crate::model::{self, Note};

/// What the reader should know about the facts.
#[component]
pub fn Notes(
    /// The section.
    notes: model::Notes,
) -> impl IntoView {
    let notes = notes.notes.into_iter().map(|Note { text, source }| {
        view! { <li><p>{String::from(text)}</p><SourceLine source/></li> }
    });
    view! { <ul class="pp-notes__list">{notes.collect_view()}</ul> }
}
