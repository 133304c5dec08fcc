use leptos::prelude::*;

use crate::components::drawing::Glyph;
use crate::components::map::{Map, mark};
use crate::components::render_context::use_render_context;
use crate::components::text::{Localized, Paragraphs, SourceLine};
use crate::model;

/// Places on a map, and as a list.
#[component]
pub fn Places(
    /// The section.
    places: model::Places,
    /// The map that it names.
    map: Option<model::Map>,
) -> impl IntoView {
    let figure = map.map(|map| view! { <Map map places=places.places.clone()/> });
    let list = places.places.into_iter().map(|place| view! { <Place place/> });
    view! {
        <Paragraphs texts=places.paragraphs/>
        <div class="pp-places__both">
            {figure}
            <ul class="pp-places__list">{list.collect_view()}</ul>
        </div>
    }
}

#[component]
fn Place(place: model::Place) -> impl IntoView {
    let messages = use_render_context().messages;
    let (class, path) = mark(place.precision);
    view! {
        <li class="pp-places__place">
            <Glyph class path/>
            <div>
                <p class="pp-places__name">
                    {String::from(place.name)}
                    <span class="pp-places__precision">
                        " ("<Localized text=(messages.precision)(place.precision)/>")"
                    </span>
                </p>
                {place.text.map(|text| view! { <p>{String::from(text)}</p> })}
                <SourceLine source=place.source/>
            </div>
        </li>
    }
}
