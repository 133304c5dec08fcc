use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;
use super::count::Count;
use super::source::Source;

/// Current strength by part, against the ceiling that is authorised.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Strength {
    /// The paragraphs before the figure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// The whole current strength.
    pub current: Count,
    /// What it is made of; together the parts are the whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// The most that is authorised.
    pub ceiling: Option<Count>,
    /// Where this comes from, if not from the profile's origin.
    pub source: Option<Source>,
}

/// A part of the current strength.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// How many.
    pub count: u32,
    /// Who they are, or what they do.
    pub label: Text,
}

/// The largest strength that can be drawn person by person.
pub const MOST_UNITS: u32 = 500;

impl Strength {
    /// Whether the ceiling lies above the current strength.
    pub fn has_room(&self) -> bool {
        self.ceiling.as_ref().is_some_and(|ceiling| ceiling.value > self.current.value)
    }

    /// How many units a drawing has: up to the ceiling, or the strength where
    /// there is none or it is exceeded; nothing where they are too many to draw.
    pub fn units(&self) -> Option<u32> {
        let ceiling = self.ceiling.as_ref().map_or(0, |ceiling| ceiling.value);
        Some(self.current.value.max(ceiling)).filter(|units| *units <= MOST_UNITS)
    }
}
