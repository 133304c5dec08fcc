use leptos::prelude::*;

use super::caption::Caption;
use super::drawing::Drawing;
use super::render_context::use_render_context;
use crate::model::{self, Label, Place, Precision, Side, Spot};

/// Places on a map. It is hidden from those who listen: the list beside it says the same.
#[component]
pub fn Map(
    /// The map.
    map: model::Map,
    /// The places; those off the map are left out.
    places: Vec<Place>,
) -> impl IntoView {
    let context = use_render_context();
    let labels = map.labels(&places, context.text_messages.language);
    let outlines = vec![
        ("pp-map__land", map.land.into()),
        ("pp-map__border", map.borders.into()),
        ("pp-map__focus", map.focus.into()),
    ];
    let view_box = format!("0 0 {} {}", map.width, map.height);
    let countries = labels.countries.into_iter().map(|(index, label)| {
        view! { <CountryName is_focus={index == 0} label/> }
    });
    let marks = labels.places.iter().map(|(index, label)| {
        view! { <Mark precision=places[*index].precision spot=label.spot/> }
    });
    let marks = marks.collect_view();
    let names = labels.places.into_iter().map(|(_, label)| view! { <PlaceName label/> });
    let key = Some(context.messages.mark_shows_precision.into());
    view! {
        <figure class="pp-places__figure" part="map">
            <svg class="pp-map" aria-hidden="true" focusable="false">
                <Drawing class="pp-map__outlines" view_box paths=outlines stretched=true/>
                {countries.collect_view()}
                {marks}
                {names.collect_view()}
            </svg>
            <Caption key source=Some(map.credit)/>
        </figure>
    }
}

#[component]
fn CountryName(is_focus: bool, label: Label) -> impl IntoView {
    let class = match (is_focus, label.wide) {
        (true, _) => "pp-map__country pp-map__country--focus",
        (false, true) => "pp-map__country pp-map__country--wide",
        (false, false) => "pp-map__country",
    };
    view! { <MapText class label anchor="middle" shift=("0", "0.35em")/> }
}

#[component]
fn PlaceName(label: Label) -> impl IntoView {
    label.side.map(|side| {
        let (anchor, shift) = match side {
            Side::East => ("start", ("12", "0.35em")),
            Side::West => ("end", ("-12", "0.35em")),
            Side::North => ("middle", ("0", "-1.05em")),
            Side::South => ("middle", ("0", "1.75em")),
        };
        view! { <MapText class="pp-map__name" label anchor shift/> }
    })
}

#[component]
fn Mark(precision: Precision, spot: Spot) -> impl IntoView {
    let (class, path) = mark(precision);
    view! {
        <svg x=percent(spot.x) y=percent(spot.y)>
            <path class=class d=path></path>
        </svg>
    }
}

#[component]
fn MapText(
    class: &'static str,
    label: Label,
    anchor: &'static str,
    shift: (&'static str, &'static str),
) -> impl IntoView {
    let Spot { x, y } = label.spot;
    let (dx, dy) = shift;
    view! {
        <text class=class x=percent(x) y=percent(y) dx=dx dy=dy text-anchor=anchor>
            {label.name}
        </text>
    }
}

fn percent(thousandths: i32) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

/// The class and the path of a mark: the less is known, the more room it takes.
pub fn mark(precision: Precision) -> (&'static str, &'static str) {
    match precision {
        Precision::Site => ("pp-mark pp-mark--site", "M0-6 6 0 0 6-6 0z"),
        Precision::City => ("pp-mark pp-mark--city", "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z"),
        Precision::Region => {
            ("pp-mark pp-mark--region", "M-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0z")
        }
    }
}
