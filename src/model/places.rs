use derive_more::Deref;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::error::rule;
use super::source::Source;
use super::{Id, Text};

/// Where the partner's people are or were, on a map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// The paragraphs before the figure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// The name of a map in `public/maps`, without its ending.
    pub map: Option<Id>,
    /// The places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
}

/// One place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its name.
    pub name: Text,
    /// Degrees north of the equator.
    pub latitude: Latitude,
    /// Degrees east of Greenwich.
    pub longitude: Longitude,
    /// How precise the position is.
    pub precision: Precision,
    /// What happens or happened there.
    pub text: Option<Text>,
    /// Where the position comes from, if not from the profile's origin.
    pub source: Option<Source>,
}

/// How precise a position is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// The very site.
    Site,
    /// The city; the place in it is not known.
    City,
    /// The region; the place in it is not known.
    Region,
}

/// Degrees north of the equator, from -90 to 90.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Deref)]
#[serde(try_from = "f64")]
#[schemars(extend("minimum" = -90, "maximum" = 90, "errorMessage" = Latitude::EXPECTED))]
pub struct Latitude(f64);

rule!(Latitude(f64), "degrees from -90 to 90", |degrees| degrees.abs() <= 90.0);

/// Degrees east of Greenwich, from -180 to 180.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema, Deref)]
#[serde(try_from = "f64")]
#[schemars(extend("minimum" = -180, "maximum" = 180, "errorMessage" = Longitude::EXPECTED))]
pub struct Longitude(f64);

rule!(Longitude(f64), "degrees from -180 to 180", |degrees| degrees.abs() <= 180.0);
