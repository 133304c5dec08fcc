//! The site document: what the operator settles for every page of a site.

mod content_policy;
mod lifetime;
mod phrase;
mod purpose;

pub use content_policy::{ContentPolicy, ContentSource};
pub use lifetime::Lifetime;
pub use phrase::Phrase;
pub use purpose::{Cookie, Purpose, StorageKey};

use crate::consent::{Model, Policy, Purposes};
use crate::document::{Id, Link, Problems, Reader, Version};

record! {
    /// The settings of a site.
    pub struct Site {
        /// The version of the format.
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
    check = check_address, (address);
    check = check_own_key, (id, consent);
    extra = "$schema";
}

record! {
    /// What visitors are asked about cookies, and what is assumed before they answer.
    pub struct ConsentSettings {
        /// What is assumed before an answer: opt-out (on until refused) or opt-in (off until
        /// accepted).
        pub model: Model,
        /// A number to raise when the purposes change so much that earlier answers are void.
        pub revision: u32,
        /// The optional purposes. Without any, nothing is asked.
        pub purposes: Vec<Purpose>,
    }
    check = check_purposes, (purposes);
}

impl Site {
    /// Reads a site document.
    ///
    /// # Errors
    /// Every problem of the document, with its place.
    pub fn parse(source: &str) -> Result<Self, Problems> {
        crate::document::read(source)
    }

    /// The key under which an answer is kept.
    pub fn storage_key(&self) -> String {
        storage_key(&self.id)
    }

    /// The purpose with an id.
    pub fn purpose(&self, id: &str) -> Option<&Purpose> {
        self.consent.purposes.iter().find(|purpose| &*purpose.id == id)
    }
}

fn storage_key(id: &str) -> String {
    ["partner-profile:", id, ":consent"].concat()
}

impl ConsentSettings {
    /// What an answer depends on.
    pub fn policy(&self) -> Policy {
        Policy {
            model: self.model,
            revision: self.revision,
            purposes: self.purposes.iter().map(|purpose| purpose.id.to_string()).collect(),
        }
    }
}

fn check_address(address: &Option<Link>, reader: &mut Reader) {
    let is_wrong = |address: &Link| {
        !address.starts_with("https://") || !address.ends_with('/') || address.contains(['?', '#'])
    };
    if let Some(address) = address.as_ref().filter(|address| is_wrong(address)) {
        let expected =
            "an address that starts with https:// and ends with a slash, without `?` and `#`";
        reader.problem("address", format!("\"{address}\""), expected);
    }
}

/// Refusing a purpose removes its keys. With the answer's own among them the refusal would be
/// forgotten at once.
fn check_own_key(id: &Id, consent: &ConsentSettings, reader: &mut Reader) {
    let own = storage_key(id);
    reader.inside("consent", |reader| {
        reader.each("purposes", &consent.purposes, |reader, purpose| {
            reader.each("storage", &purpose.storage, |reader, entry| {
                let takes_own = match entry.key.strip_suffix('*') {
                    Some(start) => own.starts_with(start),
                    None => *entry.key == *own,
                };
                if takes_own {
                    let found = format!("\"{}\"", &*entry.key);
                    let expected = format!("a key that leaves out the answer's own, {own}");
                    reader.problem("key", found, expected);
                }
            });
        });
    });
}

fn check_purposes(purposes: &[Purpose], reader: &mut Reader) {
    if purposes.len() > Purposes::MAX {
        let found = format!("{} purposes", purposes.len());
        reader.problem("purposes", found, format!("at most {}", Purposes::MAX));
    }
    let mut ids = Vec::new();
    reader.each("purposes", purposes, |reader, purpose| {
        if ids.contains(&&purpose.id) {
            let found = format!("\"{}\" again", purpose.id);
            reader.problem("id", found, "an id that no other purpose has");
        }
        ids.push(&purpose.id);
    });
}
