//! The outlines behind a figure of places, and where things stand on them. `npm run map` draws them.

mod labels;

pub use labels::{Label, Labels, Side};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Document, Id, Latitude, Longitude, Outline, Phrase, Place, Source};

/// A map whose projection is linear in both directions: a place finds its
/// spot by a rule of three.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Map {
    /// Its name in `public/maps`, without the ending.
    pub name: Id,
    /// The degrees at the left edge.
    pub west: Longitude,
    /// The degrees at the right edge.
    pub east: Longitude,
    /// The degrees at the upper edge.
    pub north: Latitude,
    /// The degrees at the lower edge.
    pub south: Latitude,
    /// The width in the units of the paths; the drawing is 4:3.
    pub width: u32,
    /// The height in the same units.
    pub height: u32,
    /// The path of all land.
    pub land: Outline,
    /// The path of the borders but those of the country in focus.
    pub borders: Outline,
    /// The path of the country in focus.
    pub focus: Outline,
    /// The names of countries, the one in focus first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Country>,
    /// Who made the outlines, and their licence.
    pub credit: Source,
}

/// A name on a map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Country {
    /// The name.
    pub name: Phrase,
    /// The middle of what is seen of the country, in the units of the paths.
    pub x: u32,
    /// The same from the upper edge.
    pub y: u32,
}

/// A spot on a map in thousandths of its width and height.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// From the left edge.
    pub x: i32,
    /// From the upper edge.
    pub y: i32,
}

impl Document for Map {}

impl Map {
    /// Where a place stands; nothing where it is off the map.
    #[expect(clippy::cast_possible_truncation, reason = "thousandths of a map")]
    pub fn spot(&self, place: &Place) -> Option<Spot> {
        let share = |value: f64, from: f64, to: f64| ((value - from) / (to - from) * 1000.0) as i32;
        let x = share(*place.longitude, *self.west, *self.east);
        let y = share(*place.latitude, *self.north, *self.south);
        ((0..=1000).contains(&x) && (0..=1000).contains(&y)).then_some(Spot { x, y })
    }

    /// Where a country's name stands; nothing where it is off the map.
    fn spot_of(&self, country: &Country) -> Option<Spot> {
        let share = |part: u32, whole: u32| {
            let share = u64::from(part) * 1000 / u64::from(whole.max(1));
            i32::try_from(share).ok().filter(|share| *share <= 1000)
        };
        Some(Spot { x: share(country.x, self.width)?, y: share(country.y, self.height)? })
    }
}
