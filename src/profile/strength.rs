use super::count::{Count, CountKind};
use super::source::Source;
use crate::document::{Id, Reader, Text};

record! {
    /// Current strength by part, against the ceiling that is authorised.
    pub struct Strength {
        /// The section's name in addresses.
        pub id: Id,
        /// The heading.
        pub title: Text,
        /// The paragraphs before the figure.
        pub paragraphs: Vec<Text>,
        /// The whole current strength.
        pub current: Count,
        /// What it is made of; together the parts are the whole.
        pub parts: Vec<Part>,
        /// The most that is authorised.
        pub ceiling: Option<Count>,
        /// Where this comes from, if not from the profile's origin.
        pub source: Option<Source>,
    }
    check = Strength::check_kinds, (current, ceiling);
    check = Strength::check_sum, (current, parts);
}

record! {
    /// A part of the current strength.
    pub struct Part {
        /// How many.
        pub count: u32,
        /// Who they are, or what they do.
        pub label: Text,
    }
}

/// The largest strength that can be drawn person by person.
pub const MOST_UNITS: u32 = 500;

impl Strength {
    fn check_kinds(current: &Count, ceiling: &Option<Count>, reader: &mut Reader) {
        let kinds = [
            (Some(current), "current", CountKind::Current),
            (ceiling.as_ref(), "ceiling", CountKind::Ceiling),
        ];
        for (count, key, kind) in kinds {
            if let Some(count) = count
                && count.kind != kind
            {
                let expected = format!("\"{}\" in this place", kind.as_str());
                reader.inside(key, |reader| {
                    reader.problem("kind", format!("\"{}\"", count.kind.as_str()), expected)
                });
            }
        }
    }

    fn check_sum(current: &Count, parts: &[Part], reader: &mut Reader) {
        // A sum in u64 cannot overflow: a document has less than 2³² parts.
        let sum: u64 = parts.iter().map(|part| u64::from(part.count)).sum();
        if !parts.is_empty() && sum != u64::from(current.value) {
            let expected = format!("parts that add up to the current strength, {}", current.value);
            reader.problem("parts", format!("parts that add up to {sum}"), expected);
        }
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
