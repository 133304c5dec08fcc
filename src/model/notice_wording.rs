use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Language, Link, Phrase};

/// What an operator says in the cookie notice in place of the built-in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeWording {
    /// The question.
    pub text: Option<Phrase>,
    /// The button that allows everything, here and in the cookie section.
    pub accept: Option<Phrase>,
    /// The button that refuses everything, here and in the cookie section.
    pub opt_out: Option<Phrase>,
    /// The privacy notice that the notice links to.
    pub privacy: Option<LinkByLanguage>,
}

/// An address for each language. The English one stands in where one is missing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkByLanguage {
    /// English.
    pub en: Link,
    /// Lithuanian.
    pub lt: Option<Link>,
    /// Arabic.
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
