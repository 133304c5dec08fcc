use derive_more::{BitAnd, BitOr, Not};

use super::time::{DAY, Millis};
use crate::model::{ConsentTerms, MAX_PURPOSES};

/// A set of purposes, by their places in the terms. What is not in it is to be intersected with a set of the
/// terms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, BitAnd, BitOr, Not)]
pub struct Purposes(u32);

impl Purposes {
    /// No purpose.
    pub const NONE: Self = Self(0);
    /// Every purpose, also those that the terms don't have.
    pub const ALL: Self = Self(u32::MAX);
    /// How many purposes terms can have.
    pub const MAX: usize = MAX_PURPOSES;

    /// The purpose at a place of the terms.
    pub fn one(index: usize) -> Self {
        Self(if index < Self::MAX { 1 << index } else { 0 })
    }

    /// Whether every purpose of another set is in this one.
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether there is no purpose in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl ConsentTerms {
    /// How long an answer holds that allows these purposes.
    pub fn lifetime_of(&self, allowed: Purposes) -> Millis {
        let days = if allowed.is_empty() { self.refusal_lifetime } else { self.lifetime };
        u64::from(days) * DAY
    }

    /// Every purpose.
    pub fn all(&self) -> Purposes {
        (0..self.purposes.len()).fold(Purposes::NONE, |set, index| set | Purposes::one(index))
    }

    /// The set of the one purpose with this id; empty where there is none.
    pub fn set_of(&self, id: &str) -> Purposes {
        let index = self.purposes.iter().position(|purpose| purpose.id == id);
        index.map_or(Purposes::NONE, Purposes::one)
    }

    /// The set of the purposes with these ids, with spaces between them; empty where one is unknown.
    pub fn sets_of(&self, ids: &str) -> Purposes {
        let mut sets = ids.split_ascii_whitespace().map(|id| self.set_of(id));
        let all = sets.try_fold(Purposes::NONE, |all, one| (!one.is_empty()).then_some(all | one));
        all.unwrap_or_default()
    }

    /// The purposes by their ids, each with whether the set holds it.
    pub fn each(&self, set: Purposes) -> impl Iterator<Item = (&str, bool)> {
        self.purposes
            .iter()
            .enumerate()
            .map(move |(index, purpose)| (purpose.id.as_str(), set.has(Purposes::one(index))))
    }
}
