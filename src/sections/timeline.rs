use super::drawing::stretched_drawing;
use super::figures::caption;
use super::{moment, paragraphs, source_line};
use crate::markup::{Element, el};
use crate::model::{Event, PartialDate, Scale, Timeline, When};
use crate::reading::Reading;

/// What happened when: an ordered list, and beside each event its place on one
/// scale of years.
pub fn timeline(timeline: &Timeline, reading: Reading) -> Vec<Element> {
    let mut parts = paragraphs(&timeline.paragraphs);
    let scale = timeline.scale();
    let years = scale.map(|scale| {
        el("p")
            .class("pp-timeline__years")
            .attr("aria-hidden", "true")
            .children(scale.years().map(|year| el("span").text(&year.to_string())))
    });
    let events = timeline.events.iter().map(|part| event(part, scale, reading));
    let key = scale.map(|_| reading.words.dates_as_precise);
    parts.push(
        el("figure")
            .class("pp-timeline__figure")
            .children(years)
            .child(el("ol").class("pp-timeline__events").children(events))
            .child(caption(key, None, reading)),
    );
    parts
}

fn event(event: &Event, scale: Option<Scale>, reading: Reading) -> Element {
    let words = el("div")
        .class("pp-timeline__words")
        .child(el("p").class("pp-timeline__when").child(moment(&event.when)))
        .child(el("p").class("pp-timeline__title").text(&event.title))
        .children(event.text.as_ref().map(|text| el("p").text(text)))
        .children(source_line(event.source.as_ref(), reading));
    el("li").class("pp-timeline__event").child(words).children(
        scale.map(|scale| el("div").class("pp-timeline__lane").child(strip(scale, &event.when))),
    )
}

/// An event on the scale. It is drawn a thousand wide and stretched; strokes keep their width.
fn strip(scale: Scale, when: &When) -> Element {
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
    stretched_drawing("pp-timeline__strip", "0 0 1000 40", &paths)
}
