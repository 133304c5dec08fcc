use super::drawing::{glyph, stretched_drawing};
use super::figures::caption;
use super::{paragraphs, source_line};
use crate::markup::{Element, el};
use crate::model::{Label, Map, Side, Spot};
use crate::model::{Place, Places, Precision};
use crate::reading::Reading;

/// Places on a map, and as a list.
pub fn places(places: &Places, reading: Reading) -> Vec<Element> {
    let mut parts = paragraphs(&places.paragraphs);
    let map = reading.maps.iter().find(|map| places.map.as_ref() == Some(&map.name));
    let list = places.places.iter().map(|part| place(part, reading));
    parts.push(
        el("div")
            .class("pp-places__both")
            .children(map.map(|map| draw(map, &places.places, reading)))
            .child(el("ul").class("pp-places__list").children(list)),
    );
    parts
}

fn place(place: &Place, reading: Reading) -> Element {
    let (class, path) = mark(place.precision);
    let precision = el("span").class("pp-places__precision").text(" (");
    let precision = reading.say(precision, reading.words.precision(place.precision)).text(")");
    let name = el("p").class("pp-places__name").text(&place.name).child(precision);
    let words = el("div")
        .child(name)
        .children(place.text.as_ref().map(|text| el("p").text(text)))
        .children(source_line(place.source.as_ref(), reading));
    el("li").class("pp-places__place").child(glyph(class, path)).child(words)
}

/// The map is hidden from those who listen: the list beside it says the same.
fn draw(map: &Map, places: &[Place], reading: Reading) -> Element {
    let labels = map.labels(places, reading.text_words.language);
    let outlines = stretched_drawing(
        "pp-map__outlines",
        &format!("0 0 {} {}", map.width, map.height),
        &[
            ("pp-map__land", map.land.to_string()),
            ("pp-map__border", map.borders.to_string()),
            ("pp-map__focus", map.focus.to_string()),
        ],
    );
    let marks = labels.places.iter().map(|(index, label)| {
        let (class, path) = mark(places[*index].precision);
        at(el("svg"), label.spot).child(el("path").class(class).attr("d", path))
    });
    let drawing = el("svg")
        .class("pp-map")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(outlines)
        .children(labels.countries.iter().map(|(index, label)| country(*index, label)))
        .children(marks)
        .children(labels.places.iter().filter_map(|(_, label)| name(label)));
    el("figure").class("pp-places__figure").child(drawing).child(caption(
        Some(reading.words.mark_shows_precision),
        Some(&map.credit),
        reading,
    ))
}

fn country(index: usize, label: &Label) -> Element {
    let class = match (index, label.wide) {
        (0, _) => "pp-map__country pp-map__country--focus",
        (_, true) => "pp-map__country pp-map__country--wide",
        (_, false) => "pp-map__country",
    };
    text(class, label, "middle", ("0", "0.35em"))
}

fn name(label: &Label) -> Option<Element> {
    let (anchor, shift) = match label.side? {
        Side::East => ("start", ("12", "0.35em")),
        Side::West => ("end", ("-12", "0.35em")),
        Side::North => ("middle", ("0", "-1.05em")),
        Side::South => ("middle", ("0", "1.75em")),
    };
    Some(text("pp-map__name", label, anchor, shift))
}

fn text(class: &str, label: &Label, anchor: &str, (dx, dy): (&str, &str)) -> Element {
    at(el("text").class(class), label.spot)
        .attr("dx", dx)
        .attr("dy", dy)
        .attr("text-anchor", anchor)
        .text(&label.name)
}

/// An element with its spot on the map.
fn at(element: Element, Spot { x, y }: Spot) -> Element {
    element.attr("x", &percent(x)).attr("y", &percent(y))
}

fn percent(thousandths: i32) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// The class and the path of a mark: the less is known, the more room it takes.
fn mark(precision: Precision) -> (&'static str, &'static str) {
    match precision {
        Precision::Site => ("pp-mark pp-mark--site", "M0-6 6 0 0 6-6 0z"),
        Precision::City => ("pp-mark pp-mark--city", "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z"),
        Precision::Region => {
            ("pp-mark pp-mark--region", "M-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0z")
        }
    }
}
