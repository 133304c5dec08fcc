use leptos::either::either;
use leptos::prelude::*;

use crate::components::render_context::use_render_context;
use crate::components::text::{Localized, Paragraphs, SourceLine};
use crate::model;

/// Contributions, each with its figure or the word that it was not preserved.
#[component]
pub fn Contributions(
    /// The section.
    contributions: model::Contributions,
) -> impl IntoView {
    let items = contributions.items.into_iter();
    let items = items.map(|contribution| view! { <Contribution contribution/> });
    view! {
        <Paragraphs texts=contributions.paragraphs/>
        <ul class="pp-contributions__list">{items.collect_view()}</ul>
    }
}

#[component]
fn Contribution(contribution: model::Contribution) -> impl IntoView {
    let messages = use_render_context().messages;
    let figure = either!(contribution.figure,
        Some(figure) => view! { <p class="pp-contributions__figure">{String::from(figure)}</p> },
        None => view! {
            <p class="pp-contributions__unknown"><Localized text=messages.figure_not_preserved/></p>
        },
    );
    view! {
        <li class="pp-contributions__item">
            <p class="pp-contributions__caption">{String::from(contribution.caption)}</p>
            {figure}
            <SourceLine source=contribution.source/>
        </li>
    }
}
