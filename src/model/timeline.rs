use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;
use super::date::{PartialDate, When, YEAR};
use super::source::Source;

/// What happened when, in the order of time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Timeline {
    /// The paragraphs before the figure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// What happened.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<TimelineEvent>,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TimelineEvent {
    /// When, as precisely as it is known.
    pub when: When,
    /// What, in a few words.
    pub title: Text,
    /// What else there is to say.
    pub text: Option<Text>,
    /// Where this comes from, if not from the profile's origin.
    pub source: Option<Source>,
}

/// The most years that a drawing writes out.
const MOST_LABELS: u32 = 5;

/// A scale of whole years for a drawing, on which events are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The first year.
    pub first: u32,
    /// How many years there are from one that is written out to the next.
    pub step: u32,
    /// How many years are written out.
    pub labels: u32,
}

impl Timeline {
    /// The scale from the first year of the events to the one after the last,
    /// so that an open end has room; nothing where no event has a date.
    pub fn scale(&self) -> Option<Scale> {
        let dates = || {
            self.events.iter().flat_map(|event| {
                let When { date, since, until, .. } = &event.when;
                date.iter().chain(since).chain(until).map(PartialDate::year)
            })
        };
        let (first, last) = (dates().min()?, dates().max()?);
        let years = last - first + 2;
        let step = years.div_ceil(MOST_LABELS);
        Some(Scale { first, step, labels: years.div_ceil(step) })
    }
}

impl Scale {
    /// The years that are written out, at equal distances from the start.
    pub fn years(self) -> impl Iterator<Item = u32> {
        (0..self.labels).map(move |index| self.first + index * self.step)
    }

    /// Where a date starts and ends, in thousandths of the scale.
    pub fn extent(self, date: &PartialDate) -> (u32, u32) {
        let (from, to) = date.days();
        (self.share(from), self.share(to))
    }

    fn share(self, day: u32) -> u32 {
        (day - self.first * YEAR) * 1000 / (self.step * self.labels * YEAR)
    }
}
