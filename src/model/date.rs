use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::error::rule;
use super::{Text, Violation};

/// A date as precisely as it is known: a year, a month or a day
/// (ISO 8601, `2014`, `2014-12` or `2014-12-03`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(extend(
    // Days by month, and the 29th of February in leap years.
    "pattern" = r"^([0-9]{4}(-(0[1-9]|1[0-2]))?|[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$",
    "errorMessage" = PartialDate::EXPECTED,
))]
pub struct PartialDate(String);

rule!(PartialDate(String), "a date as \"2014\", \"2014-12\" or \"2014-12-03\"", |text| is_valid(
    text
));

/// The length of a year in [`PartialDate::days`].
pub(super) const YEAR: u32 = 12 * 31;

impl PartialDate {
    /// The date in the form of the `datetime` attribute.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The date that a text writes, if it writes one.
    pub fn new(text: &str) -> Option<Self> {
        text.to_owned().try_into().ok()
    }

    /// The year.
    pub fn year(&self) -> u32 {
        part(&self.0, 0..4).unwrap_or_default()
    }

    /// The month from 1, where it is known.
    pub fn month(&self) -> Option<u32> {
        part(&self.0, 5..7)
    }

    /// The day of the month, where it is known.
    pub fn day(&self) -> Option<u32> {
        part(&self.0, 8..10)
    }

    /// Whether the date is certainly earlier than another: as far as both are
    /// known, so that 2014 is not before December 2014.
    pub fn is_before(&self, other: &Self) -> bool {
        let known = self.0.len().min(other.0.len());
        self.0.as_bytes()[..known] < other.0.as_bytes()[..known]
    }

    /// The date's extent in days of a calendar whose months all have 31 of them:
    /// one day, one month or one year, from its first day to the one after its last.
    pub fn days(&self) -> (u32, u32) {
        let first =
            (self.year() * 12 + self.month().unwrap_or(1) - 1) * 31 + self.day().unwrap_or(1) - 1;
        let length = match (self.month(), self.day()) {
            (_, Some(_)) => 1,
            (Some(_), None) => 31,
            (None, _) => YEAR,
        };
        (first, first + length)
    }

    /// How many days a month has.
    pub fn days_of(year: u32, month: u32) -> u32 {
        match month {
            2 if year.is_multiple_of(4)
                && (!year.is_multiple_of(100) || year.is_multiple_of(400)) =>
            {
                29
            }
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

fn part(text: &str, range: Range<usize>) -> Option<u32> {
    text.get(range)?.parse().ok()
}

fn is_valid(text: &str) -> bool {
    let is_in_place =
        |(at, b): (usize, u8)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() };
    let is_known = match (text.len(), part(text, 0..4), part(text, 5..7), part(text, 8..10)) {
        (4, ..) | (7, _, Some(1..=12), _) => true,
        (10, Some(year), Some(month @ 1..=12), Some(day)) => {
            (1..=PartialDate::days_of(year, month)).contains(&day)
        }
        _ => false,
    };
    is_known && text.bytes().enumerate().all(is_in_place)
}

/// When something was, with the words that say so. A point in time has a
/// `date`; a span has `since`, `until` or both; where the source gives
/// nothing there are only the words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct When {
    /// The point in time.
    pub date: Option<PartialDate>,
    /// The start of a span.
    pub since: Option<PartialDate>,
    /// The end of a span.
    pub until: Option<PartialDate>,
    /// The words to show.
    pub words: Text,
}

impl When {
    /// The rules between values that it breaks.
    pub fn violations(&self) -> Vec<Violation> {
        let mut violations = Vec::new();
        if self.date.is_some() && (self.since.is_some() || self.until.is_some()) {
            let expected = "either `date`, or `since` and `until`";
            violations.push(Violation::at("date", "a date beside a span", expected));
        }
        if let (Some(since), Some(until)) = (&self.since, &self.until)
            && until.is_before(since)
        {
            let found = format!("\"{}\"", until.as_str());
            violations.push(Violation::at("until", found, "an end that is not before its start"));
        }
        violations
    }

    /// The date to sort by and to put into `datetime`: the point, or the start, or the end.
    pub fn anchor(&self) -> Option<&PartialDate> {
        self.date.as_ref().or(self.since.as_ref()).or(self.until.as_ref())
    }
}
