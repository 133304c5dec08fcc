use leptos::prelude::*;

use super::{Paragraphs, SourceLine};
use crate::profile;
use crate::reading::Reading;

/// Places, as a list.
#[component]
pub fn Places(
    /// The section.
    places: profile::Places,
) -> impl IntoView {
    let words = Reading::words();
    view! {
        <Paragraphs texts=places.paragraphs/>
        <ul class="pp-places__list">
            {places
                .places
                .into_iter()
                .map(|place| {
                    view! {
                        <li>
                            <p>{format!("{} ({})", place.name, words.precision(place.precision))}</p>
                            {place.text.map(|text| view! { <p>{text.to_string()}</p> })}
                            <SourceLine source=place.source/>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}
