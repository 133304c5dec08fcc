use leptos::prelude::*;

use super::{Moment, Paragraphs, SourceLine};
use crate::profile;
use crate::reading::Reading;

/// Dates of entry and working groups.
#[component]
pub fn Membership(
    /// The section.
    membership: profile::Membership,
) -> impl IntoView {
    let words = Reading::words();
    let groups = membership.groups;
    let has_groups = !groups.is_empty();
    view! {
        <Paragraphs texts=membership.paragraphs/>
        <dl class="pp-membership__entries">
            {membership
                .entries
                .into_iter()
                .map(|entry| {
                    view! {
                        <div class="pp-membership__entry">
                            <dt>{entry.label.to_string()}</dt>
                            <dd>
                                <p class="pp-membership__when"><Moment when=entry.when/></p>
                                {entry.note.map(|note| view! { <p>{note.to_string()}</p> })}
                                <SourceLine source=entry.source/>
                            </dd>
                        </div>
                    }
                })
                .collect_view()}
            {has_groups
                .then(|| {
                    view! {
                        <div class="pp-membership__entry">
                            <dt>{words.working_groups}</dt>
                            {groups
                                .into_iter()
                                .map(|group| {
                                    view! { <dd>{format!("{} ({})", group.name, words.role(group.role))}</dd> }
                                })
                                .collect_view()}
                        </div>
                    }
                })}
        </dl>
    }
}
