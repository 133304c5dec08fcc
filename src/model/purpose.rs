use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::lifetime::Lifetime;
use super::phrase::Phrase;
use super::{Id, Text};

/// Something optional that a visitor can refuse.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    /// Its name in records, events and `data-consent` attributes.
    pub id: Id,
    /// Its name on screen.
    pub label: Phrase,
    /// What it does for the visitor, in a sentence.
    pub text: Phrase,
    /// The cookies that it sets. Refusing removes them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cookies: Vec<Cookie>,
    /// The keys that it keeps in the browser's storage. Refusing removes them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub storage: Vec<StorageKey>,
}

/// A cookie.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Cookie {
    /// Its name; a star at the end stands for any ending.
    pub name: Text,
    /// How long it lasts.
    pub lifetime: Lifetime,
    /// Who sets it, where that is not the site itself.
    pub by: Option<Text>,
    /// What it is for, where the purpose's sentence doesn't say.
    pub text: Option<Phrase>,
}

/// A key in local or session storage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StorageKey {
    /// The key; a star at the end stands for any ending.
    pub key: Text,
    /// How long it lasts.
    pub lifetime: Lifetime,
    /// Who writes it, where that is not the site itself.
    pub by: Option<Text>,
    /// What it is for, where the purpose's sentence doesn't say.
    pub text: Option<Phrase>,
}
