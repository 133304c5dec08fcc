use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::count::Count;
use super::source::Source;
use super::{Id, Text, Violation};

/// Current strength by part, against the ceiling that is authorised.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Strength {
    /// The section's name in addresses.
    pub id: Id,
    /// The heading.
    pub title: Text,
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
    /// The rules between values that it breaks.
    pub(super) fn violations(&self) -> Vec<Violation> {
        let mut violations = Vec::new();
        for (key, count) in [("current", Some(&self.current)), ("ceiling", self.ceiling.as_ref())] {
            violations.extend(count.and_then(|count| count.wrong_kind(key)));
        }
        let counts: Vec<u32> = self.parts.iter().map(|part| part.count).collect();
        violations.extend(Self::wrong_sum(&counts, self.current.value));
        violations
    }

    /// What is wrong with the sum of the parts, where there are any.
    pub fn wrong_sum(counts: &[u32], current: u32) -> Option<Violation> {
        // A sum in u64 cannot overflow: a document has less than 2³² parts.
        let sum: u64 = counts.iter().map(|count| u64::from(*count)).sum();
        let found = format!("parts that add up to {sum}");
        let expected = format!("parts that add up to the current strength, {current}");
        let is_wrong = !counts.is_empty() && sum != u64::from(current);
        is_wrong.then(|| Violation::at("parts", found, expected))
    }

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
