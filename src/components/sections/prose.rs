use leptos::prelude::*;

use crate::components::figures::Figures;
use crate::components::text::{Paragraphs, SourceLine, TextOrLink};
use crate::model;

/// Running text with its figures, points and links.
#[component]
pub fn Prose(
    /// The section.
    prose: model::Prose,
) -> impl IntoView {
    let model::Prose { paragraphs, figures, points, links, source, .. } = prose;
    let points = (!points.is_empty()).then(|| {
        let points = points.into_iter().map(|point| view! { <li>{String::from(point)}</li> });
        view! { <ul class="pp-prose__points">{points.collect_view()}</ul> }
    });
    let links = (!links.is_empty()).then(|| {
        let links = links.into_iter().map(|link| {
            view! { <li><TextOrLink text=link.label url=Some(link.url)/></li> }
        });
        view! { <ul class="pp-prose__links">{links.collect_view()}</ul> }
    });
    view! {
        <Paragraphs texts=paragraphs/>
        <Figures counts=figures/>
        {points}
        {links}
        <SourceLine source/>
    }
}
