use leptos::prelude::*;

use super::drawing::{Drawing, Glyph};
use super::figure::Caption;
use super::{Paragraphs, SourceLine};
use crate::map::{Label, Map, Side, Spot};
use crate::profile::{self, Precision};
use crate::reading::Reading;

/// Places on a map, and as a list.
#[component]
pub fn Places(
    /// The section.
    places: profile::Places,
    /// The map, where it is known.
    map: Option<Map>,
) -> impl IntoView {
    let words = Reading::words();
    let drawing = map.map(|map| draw(map, &places.places));
    view! {
        <Paragraphs texts=places.paragraphs/>
        <div class="pp-places__both">
            {drawing}
            <ul class="pp-places__list">
                {places
                    .places
                    .into_iter()
                    .map(|place| {
                        let (class, path) = mark(place.precision);
                        view! {
                            <li class="pp-places__place">
                                <Glyph class path=path.to_owned()/>
                                <div>
                                    <p class="pp-places__name">
                                        {place.name.to_string()}
                                        <span class="pp-places__precision">
                                            {format!(" ({})", words.precision(place.precision))}
                                        </span>
                                    </p>
                                    {place.text.map(|text| view! { <p>{text.to_string()}</p> })}
                                    <SourceLine source=place.source/>
                                </div>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </div>
    }
}

/// The map is hidden from those who listen: the list beside it says the same.
fn draw(map: Map, places: &[profile::Place]) -> impl IntoView + use<> {
    let labels = map.labels(places, Reading::current().language);
    let marks: Vec<_> = labels
        .places
        .iter()
        .map(|(index, label)| (label.spot, mark(places[*index].precision)))
        .collect();
    let view_box = format!("0 0 {} {}", map.width, map.height);
    let paths = vec![
        ("pp-map__land", map.land.to_string()),
        ("pp-map__border", map.borders.to_string()),
        ("pp-map__focus", map.focus.to_string()),
    ];
    view! {
        <figure class="pp-places__figure">
            <svg class="pp-map" aria-hidden="true" focusable="false">
                <Drawing class="pp-map__outlines" view_box stretched=true paths/>
                {labels.countries.into_iter().map(|(index, label)| country(index, label)).collect_view()}
                {marks
                    .into_iter()
                    .map(|(Spot { x, y }, (class, path))| {
                        view! {
                            <svg x=percent(x) y=percent(y)>
                                <path class=class d=path></path>
                            </svg>
                        }
                    })
                    .collect_view()}
                {labels.places.into_iter().filter_map(|(_, label)| name(label)).collect_view()}
            </svg>
            <Caption text=None source=Some(map.credit)/>
        </figure>
    }
}

fn country(index: usize, Label { name, spot, wide, .. }: Label) -> impl IntoView {
    let class = match (index, wide) {
        (0, _) => "pp-map__country pp-map__country--focus",
        (_, true) => "pp-map__country pp-map__country--wide",
        (_, false) => "pp-map__country",
    };
    text(class, spot, "middle", ("0", "0.35em"), name)
}

fn name(Label { name, spot, side, .. }: Label) -> Option<impl IntoView> {
    let (anchor, shift) = match side? {
        Side::East => ("start", ("12", "0.35em")),
        Side::West => ("end", ("-12", "0.35em")),
        Side::North => ("middle", ("0", "-1.05em")),
        Side::South => ("middle", ("0", "1.75em")),
    };
    Some(text("pp-map__name", spot, anchor, shift, name))
}

fn text(
    class: &'static str,
    Spot { x, y }: Spot,
    anchor: &'static str,
    (dx, dy): (&'static str, &'static str),
    text: String,
) -> impl IntoView {
    view! {
        <text class=class x=percent(x) y=percent(y) dx=dx dy=dy text-anchor=anchor>
            {text}
        </text>
    }
}

fn percent(thousandths: i32) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// The class and the path of a mark: the less is known, the more room it takes.
fn mark(precision: Precision) -> (&'static str, &'static str) {
    match precision {
        Precision::Site => ("pp-mark pp-mark--site", "M0-7 7 0 0 7-7 0z"),
        Precision::City => ("pp-mark pp-mark--city", "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z"),
        Precision::Region => {
            ("pp-mark pp-mark--region", "M-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0z")
        }
    }
}
