use leptos::prelude::*;

use super::{Paragraphs, SourceLine};
use crate::profile;
use crate::reading::Reading;

/// Contributions, each with its figure or the word that it was not preserved.
#[component]
pub fn Contributions(
    /// The section.
    contributions: profile::Contributions,
) -> impl IntoView {
    let words = Reading::words();
    view! {
        <Paragraphs texts=contributions.paragraphs/>
        <ul class="pp-contributions__list">
            {contributions
                .items
                .into_iter()
                .map(|item| {
                    let figure = match item.figure {
                        Some(figure) => {
                            view! { <p class="pp-contributions__figure">{figure.to_string()}</p> }.into_any()
                        }
                        None => {
                            view! { <p class="pp-contributions__unknown">{words.figure_not_preserved}</p> }
                                .into_any()
                        }
                    };
                    view! {
                        <li class="pp-contributions__item">
                            <p class="pp-contributions__caption">{item.caption.to_string()}</p>
                            {figure}
                            <SourceLine source=item.source/>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}
