use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use strum::AsRefStr;

use super::read::typed;
use super::{
    AnswerLifetime, ContentPolicy, Document, Id, Link, NoticeWording, Phrase, Purpose, Version,
    Violation,
};

/// The most optional purposes of a site.
pub const MAX_PURPOSES: usize = 32;

/// The settings of a site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// The address of this schema, for editors.
    #[serde(rename = "$schema", default, skip_serializing)]
    pub schema: Option<String>,
    /// The version of the format: 1.
    pub version: Version,
    /// The site's own name among others on its origin; part of the key under which an
    /// answer about cookies is kept. Changing it asks every visitor anew.
    pub id: Id,
    /// The site's name.
    pub name: Phrase,
    /// Where the site will be served: https, with a slash at the end. Without it the
    /// pages carry nothing that needs an absolute address.
    pub address: Option<Link>,
    /// Where visitors reach the operator: a page or a mailbox.
    pub contact: Option<Link>,
    /// The operator's privacy notice.
    pub privacy: Option<Link>,
    /// What visitors are asked about cookies.
    pub consent: ConsentSettings,
    /// What the pages may load beyond their own files.
    pub policy: Option<ContentPolicy>,
}

/// What visitors are asked about cookies, and what is assumed before they answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentSettings {
    /// What is assumed before an answer: opt-out (on until refused) or opt-in (off until
    /// accepted).
    pub model: ConsentModel,
    /// A number to raise when the purposes change so much that earlier answers are void.
    pub revision: u32,
    /// How many days an answer holds that allows something: 180, unless this is less.
    pub lifetime: Option<AnswerLifetime>,
    /// The same of an answer that refuses everything: as long as the other, unless this says so.
    pub refusal_lifetime: Option<AnswerLifetime>,
    /// Whether an answer that allows something gets a random id, for an operator who has to prove it.
    #[serde(default)]
    pub proof: bool,
    /// What the notice says in place of the built-in words.
    pub notice: Option<NoticeWording>,
    /// The optional purposes. Without any, nothing is asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<Purpose>,
}

impl ConsentSettings {
    /// How many days an answer holds that allows something, and one that refuses everything.
    pub fn lifetimes(&self) -> (u32, u32) {
        let accepted = self.lifetime.unwrap_or(AnswerLifetime::MAX);
        (accepted.into(), self.refusal_lifetime.unwrap_or(accepted).into())
    }
}

/// What is assumed of a visitor who has not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, AsRefStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ConsentModel {
    /// Optional purposes are on until the visitor opts out.
    OptOut,
    /// Optional purposes are off until the visitor accepts.
    OptIn,
}

/// The key under which an answer about a site's purposes is kept.
pub(super) fn storage_key(site: &str) -> String {
    ["partner-profile:", site, ":consent"].concat()
}

impl Site {
    /// The key under which an answer is kept.
    pub fn storage_key(&self) -> String {
        storage_key(&self.id)
    }

    /// The purpose with an id.
    pub fn purpose(&self, id: &str) -> Option<&Purpose> {
        self.consent.purposes.iter().find(|purpose| &*purpose.id == id)
    }

    fn has_usable_address(&self) -> bool {
        self.address.as_ref().is_none_or(|address| {
            address.starts_with("https://")
                && address.ends_with('/')
                && !address.contains(['?', '#'])
        })
    }
}

impl Document for Site {
    fn violations(tree: &Value) -> Vec<Violation> {
        let mut violations = Vec::new();
        let Ok(site) = typed::<Self>(tree.clone()) else { return violations };
        if let Some(address) = site.address.as_ref().filter(|_| !site.has_usable_address()) {
            let expected =
                "an address that starts with https:// and ends with a slash, without `?` and `#`";
            violations.push(Violation::at("address", format!("\"{address}\""), expected));
        }
        let purposes = &site.consent.purposes;
        if purposes.len() > MAX_PURPOSES {
            let found = format!("{} purposes", purposes.len());
            let expected = format!("at most {MAX_PURPOSES}");
            violations.push(Violation::at("consent.purposes", found, expected));
        }
        for (index, purpose) in purposes.iter().enumerate() {
            let place = format!("consent.purposes[{index}]");
            if purposes[..index].iter().any(|other| other.id == purpose.id) {
                let found = format!("\"{}\" again", purpose.id);
                let expected = "an id that no other purpose has";
                violations.push(Violation::at("id", found, expected).inside(&place));
            }
            let own = site.own_key_violations(purpose);
            violations.extend(own.into_iter().map(|violation| violation.inside(&place)));
        }
        violations
    }
}

impl Site {
    /// Refusing a purpose removes its keys. With the answer's own among them the refusal would be
    /// forgotten at once.
    fn own_key_violations(&self, purpose: &Purpose) -> Vec<Violation> {
        let own = self.storage_key();
        let takes_own = |key: &str| match key.strip_suffix('*') {
            Some(start) => own.starts_with(start),
            None => key == own,
        };
        let keys = purpose.storage.iter().enumerate().filter(|(_, entry)| takes_own(&entry.key));
        keys.map(|(index, entry)| {
            let found = format!("\"{}\"", entry.key);
            let expected = format!("a key that leaves out the answer's own, {own}");
            Violation::at("key", found, expected).inside(&format!("storage[{index}]"))
        })
        .collect()
    }
}
