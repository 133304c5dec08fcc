use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Language, Text};

/// Words that visitors read, by language. English stands in where one is missing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    /// English.
    pub en: Text,
    /// Lithuanian.
    pub lt: Option<Text>,
    /// Arabic.
    pub ar: Option<Text>,
}

impl Phrase {
    /// The words in a language, and the language that they are in.
    pub fn of(&self, language: Language) -> (&str, Language) {
        let words = match language {
            Language::English => None,
            Language::Lithuanian => self.lt.as_ref(),
            Language::Arabic => self.ar.as_ref(),
        };
        words.map_or((&self.en, Language::English), |words| (words, language))
    }
}
