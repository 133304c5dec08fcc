use super::drawing::{drawing, glyph};
use super::figures::{caption, figures};
use super::paragraphs;
use crate::markup::{Element, el};
use crate::model::Strength;
use crate::reading::Reading;

/// The classes of parts in a drawing, in their order; they repeat.
const PARTS: [&str; 4] = ["pp-strength__a", "pp-strength__b", "pp-strength__c", "pp-strength__d"];
/// The class of the units that only show how far the ceiling reaches.
const ROOM: &str = "pp-strength__room";
/// From unit to unit.
const PITCH: u32 = 24;
/// Stands for the units of the room in [`unit`] and [`class`].
const ROOM_INDEX: usize = usize::MAX;

/// Current strength by part, against the ceiling.
pub fn strength(strength: &Strength, reading: Reading) -> Vec<Element> {
    let words = reading.words;
    let mut parts = paragraphs(&strength.paragraphs);
    parts.extend(figures(std::iter::once(&strength.current).chain(&strength.ceiling), reading));
    let drawing = strength.units().map(|units| draw(strength, units));
    let is_drawn = drawing.is_some();
    let entries = strength.parts.iter().enumerate().map(|(index, part)| {
        let text = format!("{} {}", part.count, part.label);
        entry(is_drawn, index, el("span").text(&text))
    });
    let room = strength.ceiling.as_ref().filter(|_| strength.has_room()).map(|ceiling| {
        let text = reading.say(el("span"), words.up_to_ceiling);
        let count = format!(" ({} {})", ceiling.value, ceiling.label);
        entry(is_drawn, ROOM_INDEX, text.text(&count))
    });
    let key = if strength.has_room() {
        format!("{} {}", words.mark_is_a_person, words.empty_mark_is_room)
    } else {
        words.mark_is_a_person.to_owned()
    };
    parts.push(
        el("figure")
            .class("pp-strength__figure")
            .children(drawing)
            .child(el("ul").class("pp-strength__parts").children(entries).children(room))
            .child(caption(is_drawn.then_some(&*key), strength.source.as_ref(), reading)),
    );
    parts
}

fn entry(is_drawn: bool, index: usize, text: Element) -> Element {
    let path = format!("M0 0{}", unit(index));
    el("li").children(is_drawn.then(|| glyph(class(index), &path))).child(text)
}

fn draw(strength: &Strength, units: u32) -> Element {
    let columns = if units > 100 { 25 } else { 10 };
    let mut next = 0..units;
    let mut row = |count: u32, index: usize| {
        let path: String = next
            .by_ref()
            .take(count as usize)
            .map(|at| {
                let (x, y) = (at % columns * PITCH + PITCH / 2, at / columns * PITCH + PITCH / 2);
                format!("M{x} {y}{}", unit(index))
            })
            .collect();
        (class(index), path)
    };
    let mut paths: Vec<_> =
        strength.parts.iter().enumerate().map(|(index, part)| row(part.count, index)).collect();
    if strength.parts.is_empty() {
        paths.push(row(strength.current.value, 0));
    }
    paths.push(row(u32::MAX, ROOM_INDEX));
    paths.retain(|(_, path)| !path.is_empty());
    let view_box = format!("0 0 {} {}", columns * PITCH, units.div_ceil(columns) * PITCH);
    drawing("pp-strength__units", &view_box, &paths)
}

fn class(index: usize) -> &'static str {
    if index == ROOM_INDEX { ROOM } else { PARTS[index % PARTS.len()] }
}

/// A unit around the point where the path is: parts differ in shape, not in colour alone.
fn unit(index: usize) -> &'static str {
    match index {
        ROOM_INDEX => "m-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0z",
        _ => [
            "m0-10 10 10-10 10-10-10z",
            "m-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0z",
            "m-8-8h16v16h-16z",
            "m0-9 9 17h-18z",
        ][index % PARTS.len()],
    }
}
