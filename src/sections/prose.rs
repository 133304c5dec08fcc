use leptos::prelude::*;

use super::figure::Figures;
use super::{Paragraphs, SourceLine};
use crate::profile;

/// Running text with its figures, points and links.
#[component]
pub fn Prose(
    /// The section.
    prose: profile::Prose,
) -> impl IntoView {
    let (has_points, has_links) = (!prose.points.is_empty(), !prose.links.is_empty());
    view! {
        <Paragraphs texts=prose.paragraphs/>
        <Figures counts=prose.figures/>
        {has_points
            .then(|| {
                view! {
                    <ul class="pp-prose__points">
                        {prose
                            .points
                            .into_iter()
                            .map(|point| view! { <li>{point.to_string()}</li> })
                            .collect_view()}
                    </ul>
                }
            })}
        {has_links
            .then(|| {
                view! {
                    <ul class="pp-prose__links">
                        {prose
                            .links
                            .into_iter()
                            .map(|link| {
                                view! {
                                    <li>
                                        <a href=link.url.to_string() rel="noopener noreferrer">
                                            {link.label.to_string()}
                                        </a>
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                }
            })}
        <SourceLine source=prose.source/>
    }
}
