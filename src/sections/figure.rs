use leptos::prelude::*;

use crate::profile::Count;
use crate::reading::Reading;

/// A number of people as a statement of its own: what kind of number, how
/// many, of whom.
#[component]
pub fn Figures(
    /// The numbers.
    counts: Vec<Count>,
) -> impl IntoView {
    let words = Reading::words();
    (!counts.is_empty()).then(|| {
        view! {
            <dl class="pp-figures">
                {counts
                    .into_iter()
                    .map(|count| {
                        view! {
                            <div class="pp-figures__figure">
                                <dt>{words.count_kind(count.kind)}</dt>
                                <dd>
                                    <span class="pp-figures__value">{count.value.to_string()}</span>
                                    {format!(" {}", count.label)}
                                </dd>
                                {count.note.map(|note| view! { <dd class="pp-figures__note">{note.to_string()}</dd> })}
                            </div>
                        }
                    })
                    .collect_view()}
            </dl>
        }
    })
}
