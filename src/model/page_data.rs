use serde::{Deserialize, Serialize};

use super::site::storage_key;
use super::{ConsentModel, Language, Map, Profile, Site};

/// What the page of a profile is made of.
#[derive(Clone, Debug)]
pub struct PageData {
    /// The language of the page.
    pub language: Language,
    /// The site that the page belongs to.
    pub site: Site,
    /// The site's root as the page addresses it: `./`, `../` or `../../`.
    pub root: String,
    /// The languages of the profile, where there are several.
    pub editions: Vec<Edition>,
    /// The profile.
    pub profile: Profile,
    /// The maps that the profile's sections name.
    pub maps: Vec<Map>,
}

/// A profile in one of its languages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edition {
    /// The language.
    pub language: Language,
    /// Its page, as this page addresses it.
    pub address: String,
}

/// What the islands of a page read: the rest is on the page already.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PageSettings {
    /// What the cookie choice is about.
    pub consent: ConsentTerms,
    /// What the islands say. A list is the smallest that they can be handed.
    pub messages: Vec<String>,
}

/// What the cookie choice has to know of a site, in the language of the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConsentTerms {
    /// The site's id.
    pub site: String,
    /// What is assumed before an answer.
    pub model: ConsentModel,
    /// The operator's count of changes that make earlier answers void.
    pub revision: u32,
    /// How many days an answer holds that allows something.
    pub lifetime: u32,
    /// How many days one holds that refuses everything.
    pub refusal_lifetime: u32,
    /// Whether an answer that allows something gets a random id.
    pub proof: bool,
    /// The optional purposes.
    pub purposes: Vec<PurposeTerms>,
    /// Said in place of a frame that may not load; the purpose's name follows.
    pub blocked: String,
    /// Said on the button that allows it; the purpose's name follows.
    pub allow: String,
}

/// What the cookie choice has to know of an optional purpose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PurposeTerms {
    /// Its name in records, events and `data-consent` attributes.
    pub id: String,
    /// Its name on screen.
    pub label: String,
    /// The language of that.
    pub language: Language,
    /// The names of the cookies that it sets.
    pub cookies: Vec<String>,
    /// The keys that it keeps in the browser's storage.
    pub storage: Vec<String>,
}

impl ConsentTerms {
    /// The terms of a site in a language. `blocked` and `allow` are what is said of frames.
    pub fn of(site: &Site, language: Language, blocked: &str, allow: &str) -> Self {
        let purposes = site.consent.purposes.iter().map(|purpose| {
            let (label, spoken) = purpose.label.of(language);
            PurposeTerms {
                id: purpose.id.to_string(),
                label: label.to_owned(),
                language: spoken,
                cookies: purpose.cookies.iter().map(|cookie| cookie.name.to_string()).collect(),
                storage: purpose.storage.iter().map(|entry| entry.key.to_string()).collect(),
            }
        });
        let (lifetime, refusal_lifetime) = site.consent.lifetimes();
        Self {
            site: site.id.to_string(),
            model: site.consent.model,
            revision: site.consent.revision,
            lifetime,
            refusal_lifetime,
            proof: site.consent.proof,
            purposes: purposes.collect(),
            blocked: blocked.to_owned(),
            allow: allow.to_owned(),
        }
    }

    /// The key under which an answer is kept.
    pub fn storage_key(&self) -> String {
        storage_key(&self.site)
    }
}
