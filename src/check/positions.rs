//! Places beside the map that they are put on.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::model::paths::sections;
use crate::model::{Map, Violation};

/// What a map shows, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The degrees at the left edge.
    pub west: f64,
    /// The degrees at the right edge.
    pub east: f64,
    /// The degrees at the upper edge.
    pub north: f64,
    /// The degrees at the lower edge.
    pub south: f64,
}

impl Bounds {
    /// What a map shows.
    pub(super) fn of(map: &Map) -> Self {
        Self { west: *map.west, east: *map.east, north: *map.north, south: *map.south }
    }

    fn contain(&self, latitude: f64, longitude: f64) -> bool {
        (self.south..=self.north).contains(&latitude)
            && (self.west..=self.east).contains(&longitude)
    }
}

/// The places of a profile that are not on their maps.
pub(super) fn warnings(profile: &Value, maps: &BTreeMap<String, Bounds>) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (path, section) in sections(profile) {
        let map = section["map"].as_str().unwrap_or_default();
        let Some(bounds) = maps.get(map) else { continue };
        for (index, place) in section["places"].as_array().into_iter().flatten().enumerate() {
            let path = format!("{path}.places[{index}]");
            violations.extend(warning(place, map, bounds).map(|it| it.inside(&path)));
        }
    }
    violations
}

fn warning(place: &Value, map: &str, bounds: &Bounds) -> Option<Violation> {
    // To a millionth of a degree, which is less than anybody means.
    let degrees = |key: &str| Some((place[key].as_f64()? * 1e6).round() / 1e6);
    let (latitude, longitude) = (degrees("latitude")?, degrees("longitude")?);
    if bounds.contain(latitude, longitude) {
        return None;
    }
    let found = format!("latitude {latitude} and longitude {longitude}, not on the map \"{map}\"");
    let expected = if bounds.contain(longitude, latitude) {
        format!("latitude {longitude} and longitude {latitude}: the two seem to be exchanged")
    } else {
        let Bounds { west, east, north, south } = bounds;
        format!("a latitude from {south} to {north} and a longitude from {west} to {east}")
    };
    Some(Violation::at("latitude", found, expected))
}
