use leptos::prelude::*;

use super::figure::Figures;
use super::{Paragraphs, SourceLine};
use crate::profile;

/// Current strength by part, against the ceiling.
#[component]
pub fn Strength(
    /// The section.
    strength: profile::Strength,
) -> impl IntoView {
    let counts = std::iter::once(strength.current).chain(strength.ceiling).collect();
    view! {
        <Paragraphs texts=strength.paragraphs/>
        <Figures counts/>
        <ul class="pp-strength__parts">
            {strength
                .parts
                .into_iter()
                .map(|part| view! { <li>{format!("{} {}", part.count, part.label)}</li> })
                .collect_view()}
        </ul>
        <SourceLine source=strength.source/>
    }
}
