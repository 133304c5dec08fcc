use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use super::purposes::Purposes;
use super::time::{DAY, Millis};
use crate::model::{ConsentModel as Model, ConsentTerms, Id, MAX_PURPOSES, read_data};

/// The longest that an answer holds: 180 days.
pub const LIFETIME: Millis = 180 * DAY;

/// The longest text that is looked at; a record is shorter.
pub const MAX_LENGTH: usize = 8192;

/// The version of the format.
pub const VERSION: u32 = 1;

/// Where an answer was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Via {
    /// With the notice's buttons.
    Notice,
    /// In the cookie section.
    Settings,
    /// By a script of the host page.
    Script,
}

/// An answer as it is kept. Nothing in it is about the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// The terms' revision that was answered.
    pub revision: u32,
    /// The model under which it was answered.
    pub model: Model,
    /// The purposes that the answer is about.
    pub answered: Purposes,
    /// Those of them that it allows.
    pub allowed: Purposes,
    /// Where it was given.
    pub via: Via,
    /// When an answer was first given.
    pub given: Millis,
    /// When it was last given anew.
    pub changed: Millis,
    /// When it ends.
    pub expires: Millis,
}

impl Record {
    /// The purposes that were refused.
    pub fn refused(&self) -> Purposes {
        self.answered & !self.allowed
    }

    /// The record as it is written in place of the text `before`. Purposes that the terms don't have
    /// stay as they were: another page or site on the origin knows them. What was allowed of them is not
    /// allowed anew: the record ends when that would have.
    pub fn written(&self, terms: &ConsentTerms, before: Option<&str>) -> StoredRecord {
        let answers = terms.each(self.answered).filter(|(_, is_answered)| *is_answered);
        let answers = answers.map(|(id, _)| (id.to_owned(), self.allowed.has(terms.set_of(id))));
        // Collecting them would bring a whole sort into the WebAssembly.
        let mut purposes = BTreeMap::new();
        purposes.extend(answers);
        let mut written = StoredRecord {
            version: VERSION,
            revision: self.revision,
            model: self.model,
            purposes,
            via: self.via,
            given: self.given,
            changed: self.changed,
            expires: self.expires,
            id: None,
        };
        let others = before.and_then(|text| StoredRecord::of_others(text, terms));
        if let Some(others) = others {
            let end = others.end(self.changed, LIFETIME);
            let holds = end > Some(self.changed)
                && others.revision == self.revision
                && (others.model == self.model || self.model == Model::OptOut);
            for (id, allows) in others.purposes.into_iter().filter(|(_, allows)| !allows || holds) {
                if allows {
                    written.expires = written.expires.min(end.unwrap_or_default());
                }
                written.purposes.insert(id, allows);
            }
        }
        written
    }
}

/// A record as it stands in storage, in JSON.
#[derive(Debug, Serialize, Deserialize)]
pub struct StoredRecord {
    version: u32,
    revision: u32,
    model: Model,
    purposes: BTreeMap<String, bool>,
    via: Via,
    given: Millis,
    changed: Millis,
    expires: Millis,
    /// Tells the answer from others, where the operator has to prove it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

/// What storage holds under the record's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// An answer, which may have ended or be about other terms.
    Answer(Record),
    /// Something else: broken, of another shape, from the future, or of a newer format.
    Unreadable,
}

impl Found {
    /// Takes the text in storage for a record: purposes that the terms don't
    /// have are left out, a date more than a day ahead makes it unreadable, and it
    /// ends a lifetime after its date at the latest.
    pub fn read(text: &str, terms: &ConsentTerms, now: Millis) -> Self {
        let record = StoredRecord::read(text).and_then(|stored| stored.record(terms, now));
        record.map_or(Self::Unreadable, Self::Answer)
    }
}

impl StoredRecord {
    fn read(text: &str) -> Option<Self> {
        let stored = if text.len() > MAX_LENGTH { None } else { read_data(text).ok() };
        stored.filter(|stored: &Self| stored.version == VERSION)
    }

    /// The same with an id.
    #[must_use]
    pub fn with_id(self, id: Option<String>) -> Self {
        Self { id, ..self }
    }

    /// The id of the answer in a text, where it is this one.
    pub fn id_of(text: &str, record: &Record) -> Option<String> {
        Self::read(text).filter(|stored| stored.changed == record.changed)?.id
    }

    /// What is left of it without the purposes that the terms have, where there are others.
    pub fn of_others(text: &str, terms: &ConsentTerms) -> Option<Self> {
        let mut stored = Self::read(text)?;
        // What can be no purpose's id is nobody's.
        let is_of_others =
            |id: &String| terms.set_of(id).is_empty() && Id::try_from(id.clone()).is_ok();
        // Not collected, as above.
        let all = std::mem::take(&mut stored.purposes);
        let others = all.into_iter().filter(|(id, _)| is_of_others(id));
        stored.purposes.extend(others.take(MAX_PURPOSES));
        stored.id = None;
        (!stored.purposes.is_empty()).then_some(stored)
    }

    /// When it ends, after a lifetime at the latest; nothing where its dates are not to be believed.
    fn end(&self, now: Millis, lifetime: Millis) -> Option<Millis> {
        let Self { given, changed, expires, .. } = *self;
        let is_dated = given <= changed && changed <= now.saturating_add(DAY);
        is_dated.then(|| expires.min(changed.min(now) + lifetime))
    }

    fn record(&self, terms: &ConsentTerms, now: Millis) -> Option<Record> {
        let purposes = |is_wanted: fn(bool) -> bool| {
            let ids = self.purposes.iter().filter(|(_, allows)| is_wanted(**allows));
            ids.fold(Purposes::NONE, |set, (id, _)| set | terms.set_of(id))
        };
        let allowed = purposes(|allows| allows);
        Some(Record {
            revision: self.revision,
            model: self.model,
            answered: purposes(|_| true),
            allowed,
            via: self.via,
            given: self.given,
            changed: self.changed,
            expires: self.end(now, terms.lifetime_of(allowed))?,
        })
    }
}
