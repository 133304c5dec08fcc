use leptos::prelude::*;

use super::{Moment, Paragraphs, SourceLine};
use crate::profile;

/// What happened when, as an ordered list.
#[component]
pub fn Timeline(
    /// The section.
    timeline: profile::Timeline,
) -> impl IntoView {
    view! {
        <Paragraphs texts=timeline.paragraphs/>
        <ol class="pp-timeline__events">
            {timeline
                .events
                .into_iter()
                .map(|event| {
                    view! {
                        <li class="pp-timeline__event">
                            <p class="pp-timeline__when"><Moment when=event.when/></p>
                            <p class="pp-timeline__title">{event.title.to_string()}</p>
                            {event.text.map(|text| view! { <p>{text.to_string()}</p> })}
                            <SourceLine source=event.source/>
                        </li>
                    }
                })
                .collect_view()}
        </ol>
    }
}
