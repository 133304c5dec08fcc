use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Language, Link, Phrase};

/// What an operator says in the cookie notice in place of the built-in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeWording {
    /// The question.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Phrase>,
    /// The button that allows everything, here and in the cookie section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accept: Option<Phrase>,
    /// The button that refuses everything, here and in the cookie section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opt_out: Option<Phrase>,
    /// The privacy notice that the notice links to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub privacy: Option<LinkByLanguage>,
}

/// An address for each language. The English one stands in where one is missing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkByLanguage {
    /// English.
    pub en: Link,
    /// Lithuanian.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lt: Option<Link>,
    /// Arabic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ar: Option<Link>,
}

impl LinkByLanguage {
    /// The address in a language, and the language that it is in.
    pub fn of(&self, language: Language) -> (&Link, Language) {
        let link = match language {
            Language::English => None,
            Language::Lithuanian => self.lt.as_ref(),
            Language::Arabic => self.ar.as_ref(),
        };
        link.map_or((&self.en, Language::English), |link| (link, language))
    }
}
