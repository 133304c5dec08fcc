//! What the visitor pressed before the page's program was there.

use super::event::Event;
use super::purposes::Purposes;
use super::record::{Found, Via};
use super::time::Millis;

/// A press on a button of the notice, as the page's script keeps it: which button, when, and whether
/// what confirmed it was hidden again, as in `1,1764165600000,hidden`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Press {
    /// The answer.
    pub answer: Event,
    /// Whether the visitor has hidden what confirmed it.
    pub is_hidden: bool,
    at: Millis,
}

impl Press {
    /// Reads what the script keeps.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(',');
        let allowed = match parts.next()? {
            "0" => Purposes::ALL,
            "1" => Purposes::NONE,
            _ => return None,
        };
        let at = parts.next()?.parse().ok()?;
        let answer = Event::Choose(allowed, Via::Notice);
        Some(Self { answer, at, is_hidden: parts.next().is_some() })
    }

    /// Whether an answer has been given since, as storage tells.
    pub fn is_outdated(&self, found: Option<Found>) -> bool {
        matches!(found, Some(Found::Answer(record)) if record.changed >= self.at)
    }
}
