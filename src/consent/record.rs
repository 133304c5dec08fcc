use serde::ser::{Serialize, SerializeMap, Serializer};

use super::policy::{Model, Policy, Purposes};
use crate::document::Node;

/// Milliseconds since 1970, as the visitor's clock has them.
pub type Millis = u64;

/// How long an answer holds: 180 days.
pub const LIFETIME: Millis = 180 * DAY;

/// The longest text that is looked at; a record is far shorter.
pub const MAX_LENGTH: usize = 8192;

/// A day.
pub const DAY: Millis = 24 * 60 * 60 * 1000;
/// The version of the format.
pub const VERSION: u32 = 1;

/// Where an answer was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// With the notice's buttons.
    Notice,
    /// In the cookie section.
    Settings,
    /// By a script of the host page.
    Script,
}

impl Channel {
    /// The word for it in records and events.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Settings => "settings",
            Self::Script => "script",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        [Self::Notice, Self::Settings, Self::Script].into_iter().find(|via| via.as_str() == word)
    }
}

/// An answer as it is kept. Nothing in it is about the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// The policy's revision that was answered.
    pub revision: u32,
    /// The model under which it was answered.
    pub model: Model,
    /// The purposes that the answer is about.
    pub answered: Purposes,
    /// Those of them that it allows.
    pub allowed: Purposes,
    /// Where it was given.
    pub via: Channel,
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

    /// The record as it is written.
    pub fn written<'a>(&'a self, policy: &'a Policy) -> impl Serialize + 'a {
        Written { record: self, policy }
    }
}

/// What storage holds under the record's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// An answer, which may have ended or be about another policy.
    Answer(Record),
    /// Something else: broken, of another shape, from the future, or of a newer format.
    Unreadable,
}

impl Found {
    /// Takes the text in storage for a record: purposes that the policy doesn't
    /// have are dropped, a date more than a day ahead makes it unreadable, and it
    /// ends 180 days from its date at the latest.
    pub fn read(text: &str, policy: &Policy, now: Millis) -> Self {
        let record = Node::parse(text).and_then(|node| Record::read(&node, policy, now));
        record.map_or(Self::Unreadable, Self::Answer)
    }
}

impl Record {
    fn read(node: &Node, policy: &Policy, now: Millis) -> Option<Self> {
        let get = |key| node.get(key);
        if whole(get("version")?)? != u64::from(VERSION) {
            return None;
        }
        let (answered, allowed) = purposes(get("purposes")?, policy)?;
        let given = whole(get("given")?)?;
        let changed = whole(get("changed")?)?;
        if given > changed || changed > now.saturating_add(DAY) {
            return None;
        }
        Some(Self {
            revision: u32::try_from(whole(get("revision")?)?).ok()?,
            model: model(get("model")?.text()?)?,
            answered,
            allowed,
            via: Channel::from_word(get("via")?.text()?)?,
            given,
            changed,
            expires: whole(get("expires")?)?.min(changed.min(now) + LIFETIME),
        })
    }
}

fn purposes(node: &Node, policy: &Policy) -> Option<(Purposes, Purposes)> {
    let Node::Object(pairs) = node else {
        return None;
    };
    let mut answered = Purposes::NONE;
    let mut refused = Purposes::NONE;
    for (id, node) in pairs {
        let Node::Bool(allows) = node else {
            return None;
        };
        let purpose = policy.purpose(id);
        answered = answered | purpose;
        if !allows {
            refused = refused | purpose;
        }
    }
    Some((answered, answered & !refused))
}

fn model(word: &str) -> Option<Model> {
    [Model::OptOut, Model::OptIn].into_iter().find(|model| model.as_str() == word)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked")]
fn whole(node: &Node) -> Option<u64> {
    // The largest number up to which a double holds every whole number.
    const MAX: f64 = 9_007_199_254_740_991.0;
    match node {
        Node::Number(value) if *value >= 0.0 && *value <= MAX && value.fract() == 0.0 => {
            Some(*value as u64)
        }
        _ => None,
    }
}

struct Written<'a> {
    record: &'a Record,
    policy: &'a Policy,
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { record, policy } = *self;
        let mut map = serializer.serialize_map(None)?;
        // All numbers are of one type: each has its own code in the Wasm.
        map.serialize_entry("version", &u64::from(VERSION))?;
        map.serialize_entry("revision", &u64::from(record.revision))?;
        map.serialize_entry("model", record.model.as_str())?;
        map.serialize_entry("purposes", &Answers { record, policy })?;
        map.serialize_entry("via", record.via.as_str())?;
        map.serialize_entry("given", &record.given)?;
        map.serialize_entry("changed", &record.changed)?;
        map.serialize_entry("expires", &record.expires)?;
        map.end()
    }
}

struct Answers<'a> {
    record: &'a Record,
    policy: &'a Policy,
}

impl Serialize for Answers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Record { answered, allowed, .. } = *self.record;
        let answers = self.policy.each(answered).filter(|(_, is_answered)| *is_answered);
        serializer.collect_map(answers.map(|(id, _)| (id, allowed.has(self.policy.purpose(id)))))
    }
}
