use leptos::prelude::*;

use super::SourceLine;
use crate::profile;

/// What the reader should know about the facts.
#[component]
pub fn Notes(
    /// The section.
    notes: profile::Notes,
) -> impl IntoView {
    view! {
        <ul class="pp-notes__list">
            {notes
                .notes
                .into_iter()
                .map(|note| {
                    view! {
                        <li>
                            <p>{note.text.to_string()}</p>
                            <SourceLine source=note.source/>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}
