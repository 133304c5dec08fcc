use std::ops::Deref;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Language, Link, Text};

/// Words that visitors read, by language.
pub type Phrase = ByLanguage<Text>;

/// An address for each language.
pub type LinkByLanguage = ByLanguage<Link>;

/// Words or an address by language. English stands in where one is missing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "{T}ByLanguage")]
pub struct ByLanguage<T> {
    /// English.
    pub en: T,
    /// Lithuanian.
    pub lt: Option<T>,
    /// Arabic.
    pub ar: Option<T>,
}

impl<T: Deref<Target = str>> ByLanguage<T> {
    /// What there is in a language, and the language that it is in.
    pub fn of(&self, language: Language) -> (&str, Language) {
        let words = match language {
            Language::English => None,
            Language::Lithuanian => self.lt.as_ref(),
            Language::Arabic => self.ar.as_ref(),
        };
        words.map_or((&self.en, Language::English), |words| (words, language))
    }
}
