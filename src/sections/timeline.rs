use leptos::prelude::*;

use super::drawing::Drawing;
use super::figure::Caption;
use super::{Moment, Paragraphs, SourceLine};
use crate::profile::{self, PartialDate, Scale, When};
use crate::reading::Reading;

/// What happened when: an ordered list, and beside each event its place on one
/// scale of years.
#[component]
pub fn Timeline(
    /// The section.
    timeline: profile::Timeline,
) -> impl IntoView {
    let words = Reading::words();
    let scale = timeline.scale();
    view! {
        <Paragraphs texts=timeline.paragraphs/>
        <figure class="pp-timeline__figure">
            {scale
                .map(|scale| {
                    view! {
                        <p class="pp-timeline__years" aria-hidden="true">
                            {scale.years().map(|year| view! { <span>{year.to_string()}</span> }).collect_view()}
                        </p>
                    }
                })}
            <ol class="pp-timeline__events">
                {timeline
                    .events
                    .into_iter()
                    .map(|event| {
                        let strip = scale.map(|scale| strip(scale, &event.when));
                        view! {
                            <li class="pp-timeline__event">
                                <div class="pp-timeline__words">
                                    <p class="pp-timeline__when"><Moment when=event.when/></p>
                                    <p class="pp-timeline__title">{event.title.to_string()}</p>
                                    {event.text.map(|text| view! { <p>{text.to_string()}</p> })}
                                    <SourceLine source=event.source/>
                                </div>
                                {strip}
                            </li>
                        }
                    })
                    .collect_view()}
            </ol>
            <Caption text=scale.map(|_| words.dates_as_precise) source=None/>
        </figure>
    }
}

/// An event on the scale. It is drawn a thousand wide and stretched; strokes keep their width.
fn strip(scale: Scale, when: &When) -> impl IntoView + use<> {
    let grid =
        (0..=scale.labels).map(|index| format!("M{} 0v40", index * 1000 / scale.labels)).collect();
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
            paths.push(("pp-timeline__span", format!("M{from} 20H950")));
            paths.push(("pp-timeline__open", "M950 20H1000M985 12 1000 20 985 28".to_owned()));
        }
        (None, Some((to, _))) => {
            paths.push(("pp-timeline__span", format!("M50 20H{to}")));
            paths.push(("pp-timeline__open", "M50 20H0M15 12 0 20 15 28".to_owned()));
        }
        (None, None) if date.is_none() => {
            paths.push(("pp-timeline__unknown", "M0 20H1000".to_owned()));
        }
        (None, None) => {}
    }
    paths.extend([date, since, until].into_iter().flatten().map(point));
    let view_box = "0 0 1000 40".to_owned();
    view! { <Drawing class="pp-timeline__strip" view_box stretched=true paths/> }
}
