use leptos::prelude::*;

use crate::components::text::{DateText, Paragraphs, SourceLine};
use crate::components::working_groups::WorkingGroups;
use crate::model;

/// The class of one entry.
const ENTRY: &str = "pp-membership__entry";

/// Dates of entry and working groups.
#[component]
pub fn Membership(
    /// The section.
    membership: model::Membership,
) -> impl IntoView {
    let entries = membership.entries.into_iter().map(|entry| view! { <Entry entry/> });
    view! {
        <Paragraphs texts=membership.paragraphs/>
        <dl class="pp-membership__entries">
            {entries.collect_view()}
            <WorkingGroups class=ENTRY groups=membership.groups/>
        </dl>
    }
}

#[component]
fn Entry(entry: model::Entry) -> impl IntoView {
    view! {
        <div class=ENTRY>
            <dt>{String::from(entry.label)}</dt>
            <dd>
                <p class="pp-membership__when"><DateText when=entry.when/></p>
                {entry.note.map(|note| view! { <p>{String::from(note)}</p> })}
                <SourceLine source=entry.source/>
            </dd>
        </div>
    }
}
