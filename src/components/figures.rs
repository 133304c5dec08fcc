use leptos::prelude::*;

use super::render_context::use_render_context;
use super::text::Localized;
use crate::model::Count;

/// Numbers of people, each a statement of its own: what kind of number, how many, of whom.
#[component]
pub fn Figures(
    /// The numbers.
    counts: Vec<Count>,
) -> impl IntoView {
    let figures = counts.into_iter().map(|count| view! { <Figure count/> }).collect::<Vec<_>>();
    (!figures.is_empty()).then(|| view! { <dl class="pp-figures">{figures}</dl> })
}

#[component]
fn Figure(count: Count) -> impl IntoView {
    let Count { kind, value, label, note } = count;
    view! {
        <div class="pp-figures__figure" part="figure">
            <dt><Localized text=(use_render_context().messages.count_kind)(kind)/></dt>
            <dd>
                <span class="pp-figures__value">{value.to_string()}</span>
                {[" ", &label].concat()}
            </dd>
            {note.map(|note| view! { <dd class="pp-figures__note">{String::from(note)}</dd> })}
        </div>
    }
}
