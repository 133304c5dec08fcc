use derive_more::{BitAnd, BitOr, Not};

use super::time::{DAY, Millis};
use crate::model::{ConsentModel as Model, ConsentTerms, MAX_PURPOSES};

/// What the visitor is asked: the part of the site document that an answer depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// What is assumed before an answer.
    pub model: Model,
    /// The operator's count of changes that make earlier answers void.
    pub revision: u32,
    /// How long an answer holds that allows something, and one that refuses everything.
    pub lifetimes: (Millis, Millis),
    /// The ids of the optional purposes; at most [`Purposes::MAX`] are told apart.
    pub purposes: Vec<String>,
}

impl Policy {
    /// The part of a site's terms.
    pub fn of(terms: &ConsentTerms) -> Self {
        let days = |count| u64::from(count) * DAY;
        Self {
            model: terms.model,
            revision: terms.revision,
            lifetimes: (days(terms.lifetime), days(terms.refusal_lifetime)),
            purposes: terms.purposes.iter().map(|purpose| purpose.id.clone()).collect(),
        }
    }

    /// How long an answer holds that allows these purposes.
    pub fn lifetime(&self, allowed: Purposes) -> Millis {
        let (accepted, refused) = self.lifetimes;
        if allowed.is_empty() { refused } else { accepted }
    }

    /// Every purpose of the policy.
    pub fn all(&self) -> Purposes {
        (0..self.purposes.len()).fold(Purposes::NONE, |set, index| set | Purposes::one(index))
    }

    /// The set of the one purpose with this id; empty where there is none.
    pub fn purpose(&self, id: &str) -> Purposes {
        self.purposes.iter().position(|purpose| purpose == id).map_or(Purposes::NONE, Purposes::one)
    }

    /// The set of the purposes with these ids, with spaces between them; empty where one is unknown.
    pub fn purposes(&self, ids: &str) -> Purposes {
        let mut sets = ids.split_ascii_whitespace().map(|id| self.purpose(id));
        let all = sets.try_fold(Purposes::NONE, |all, one| (!one.is_empty()).then_some(all | one));
        all.unwrap_or_default()
    }

    /// The purposes by their ids, each with whether the set holds it.
    pub fn each(&self, set: Purposes) -> impl Iterator<Item = (&str, bool)> {
        self.purposes
            .iter()
            .enumerate()
            .map(move |(index, id)| (id.as_str(), set.has(Purposes::one(index))))
    }
}

/// A set of purposes, by their places in the policy. What is not in it is to be intersected with a set of the
/// policy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, BitAnd, BitOr, Not)]
pub struct Purposes(u32);

impl Purposes {
    /// No purpose.
    pub const NONE: Self = Self(0);
    /// Every purpose, also those that the policy doesn't have.
    pub const ALL: Self = Self(u32::MAX);
    /// How many purposes a policy can have.
    pub const MAX: usize = MAX_PURPOSES;

    /// The purpose at a place of the policy.
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
