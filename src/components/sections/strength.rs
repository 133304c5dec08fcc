use leptos::oco::Oco;
use leptos::prelude::*;

use crate::components::caption::Caption;
use crate::components::drawing::{Drawing, Glyph};
use crate::components::figures::Figures;
use crate::components::render_context::use_render_context;
use crate::components::text::{Localized, Paragraphs};
use crate::model;

/// Current strength by part, against the ceiling.
#[component]
pub fn Strength(
    /// The section.
    strength: model::Strength,
) -> impl IntoView {
    let messages = use_render_context().messages;
    let has_room = strength.has_room();
    let drawing = strength.units().map(|units| {
        let (view_box, paths) = rows(&strength, units);
        view! { <Drawing class="pp-strength__units" view_box paths/> }
    });
    let is_drawn = drawing.is_some();
    let counts = std::iter::once(&strength.current).chain(&strength.ceiling).cloned().collect();
    let parts = strength.parts.into_iter().enumerate().map(|(index, part)| {
        let text = format!("{} {}", part.count, part.label);
        let unit = is_drawn.then_some(Unit::Part(index));
        view! { <li><UnitGlyph unit/><span>{text}</span></li> }
    });
    let room = strength.ceiling.filter(|_| has_room).map(|ceiling| {
        let count = format!(" ({} {})", ceiling.value, ceiling.label);
        let unit = is_drawn.then_some(Unit::Room);
        view! {
            <li><UnitGlyph unit/><span><Localized text=messages.up_to_ceiling/>{count}</span></li>
        }
    });
    let key: Oco<str> = if has_room {
        [messages.mark_is_a_person, " ", messages.empty_mark_is_room].concat().into()
    } else {
        messages.mark_is_a_person.into()
    };
    view! {
        <Paragraphs texts=strength.paragraphs/>
        <Figures counts/>
        <figure class="pp-strength__figure" part="figure">
            {drawing}
            <ul class="pp-strength__parts">{parts.collect_view()}{room}</ul>
            <Caption key=is_drawn.then_some(key) source=strength.source/>
        </figure>
    }
}

/// A unit of a drawing: it stands for one of the people.
#[derive(Clone, Copy, PartialEq)]
enum Unit {
    /// Somebody of the part with this index.
    Part(usize),
    /// Nobody yet: how far the ceiling reaches.
    Room,
}

/// The classes and shapes of parts, in their order; they repeat. Parts differ in shape, not in
/// colour alone.
const PARTS: [(&str, &str); 4] = [
    ("pp-strength__a", "m0-10 10 10-10 10-10-10z"),
    ("pp-strength__b", "m-9 0a9 9 0 1 0 18 0a9 9 0 1 0-18 0z"),
    ("pp-strength__c", "m-8-8h16v16h-16z"),
    ("pp-strength__d", "m0-9 9 17h-18z"),
];

impl Unit {
    /// Its class, and its shape around the point where the path is.
    fn class_and_shape(self) -> (&'static str, &'static str) {
        match self {
            Self::Part(index) => PARTS[index % PARTS.len()],
            Self::Room => ("pp-strength__room", "m-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0z"),
        }
    }
}

/// A unit beside its words; nothing where no units are drawn.
#[component]
fn UnitGlyph(unit: Option<Unit>) -> impl IntoView {
    unit.map(|unit| {
        let (class, shape) = unit.class_and_shape();
        view! { <Glyph class path=["M0 0", shape].concat()/> }
    })
}

/// From unit to unit.
const PITCH: u32 = 24;

/// What of the plane is seen of so many units in rows, and the path of each part.
fn rows(strength: &model::Strength, units: u32) -> (String, Vec<(&'static str, String)>) {
    let columns = if units > 100 { 25 } else { 10 };
    let view_box = format!("0 0 {} {}", columns * PITCH, units.div_ceil(columns) * PITCH);
    let mut rest = 0..units;
    let mut path = |count: u32, unit: Unit| {
        let (class, shape) = unit.class_and_shape();
        let units = rest.by_ref().take(count as usize).map(|at| {
            let (x, y) = (at % columns * PITCH + PITCH / 2, at / columns * PITCH + PITCH / 2);
            format!("M{x} {y}{shape}")
        });
        (class, units.collect::<String>())
    };
    let parts = strength.parts.iter().enumerate();
    let mut paths: Vec<_> =
        parts.map(|(index, part)| path(part.count, Unit::Part(index))).collect();
    if strength.parts.is_empty() {
        paths.push(path(strength.current.value, Unit::Part(0)));
    }
    paths.push(path(u32::MAX, Unit::Room));
    paths.retain(|(_, path)| !path.is_empty());
    (view_box, paths)
}
