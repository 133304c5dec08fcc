use leptos::prelude::*;

use crate::components::caption::Caption;
use crate::components::drawing::Drawing;
use crate::components::render_context::use_render_context;
use crate::components::text::{DateText, Paragraphs, SourceLine};
use crate::model::{self, PartialDate, Scale, TimelineEvent, When};

/// What happened when: an ordered list, and beside each event its place on one scale of years.
#[component]
pub fn Timeline(
    /// The section.
    timeline: model::Timeline,
) -> impl IntoView {
    let messages = use_render_context().messages;
    let scale = timeline.scale();
    let years = scale.map(|scale| {
        let years = scale.years().map(|year| view! { <span>{year.to_string()}</span> });
        view! { <p class="pp-timeline__years" aria-hidden="true">{years.collect_view()}</p> }
    });
    let events = timeline.events.into_iter().map(|event| view! { <Event event scale/> });
    let key = scale.map(|_| messages.dates_as_precise.into());
    view! {
        <Paragraphs texts=timeline.paragraphs/>
        <figure class="pp-timeline__figure" part="figure">
            {years}
            <ol class="pp-timeline__events" part="timeline">{events.collect_view()}</ol>
            <Caption key source=None/>
        </figure>
    }
}

#[component]
fn Event(event: TimelineEvent, scale: Option<Scale>) -> impl IntoView {
    let lane = scale.map(|scale| {
        let paths = paths(scale, &event.when);
        view! {
            <div class="pp-timeline__lane">
                <Drawing class="pp-timeline__strip" view_box="0 0 1000 40" paths stretched=true/>
            </div>
        }
    });
    view! {
        <li class="pp-timeline__event">
            <div class="pp-timeline__words">
                <p class="pp-timeline__when"><DateText when=event.when/></p>
                <p class="pp-timeline__title">{String::from(event.title)}</p>
                {event.text.map(|text| view! { <p>{String::from(text)}</p> })}
                <SourceLine source=event.source/>
            </div>
            {lane}
        </li>
    }
}

/// An event on the scale. It is drawn a thousand wide and stretched; strokes keep their width.
fn paths(scale: Scale, when: &When) -> Vec<(&'static str, String)> {
    let grid = (0..=scale.labels)
        .map(|index| format!("M{}-400v840", index * 1000 / scale.labels))
        .collect();
    let mut paths = vec![("pp-timeline__grid", grid)];
    let When { date, since, until, .. } = when;
    let point = |date: &PartialDate| {
        let (from, to) = scale.extent(date);
        match (date.month(), date.day()) {
            (_, Some(_)) => ("pp-timeline__day", format!("M{from} 20h.01")),
            (Some(_), None) => ("pp-timeline__month", format!("M{from} 20H{to}")),
            (None, _) => ("pp-timeline__year", format!("M{from} 20H{to}")),
        }
    };
    let from = since.as_ref().map(|date| scale.extent(date));
    let to = until.as_ref().map(|date| scale.extent(date));
    match (from, to) {
        (Some((_, from)), Some((to, _))) => {
            paths.push(("pp-timeline__span", format!("M{from} 20H{}", to.max(from))));
        }
        (Some((_, from)), None) => {
            paths.push(("pp-timeline__span", format!("M{from} 20H{}", from.max(950))));
            paths.push(("pp-timeline__open", "M950 20H990M978 12 992 20 978 28".to_owned()));
        }
        (None, Some((to, _))) => {
            paths.push(("pp-timeline__span", format!("M{} 20H{to}", to.min(50))));
            paths.push(("pp-timeline__open", "M50 20H10M22 12 8 20 22 28".to_owned()));
        }
        (None, None) if date.is_none() => {
            paths.push(("pp-timeline__unknown", "M0 20H1000".to_owned()));
        }
        (None, None) => {}
    }
    paths.extend([date, since, until].into_iter().flatten().map(point));
    paths
}
