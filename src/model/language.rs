use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language that the interface has words in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Language {
    /// English.
    #[serde(rename = "en")]
    English,
    /// Lithuanian.
    #[serde(rename = "lt")]
    Lithuanian,
    /// Arabic.
    #[serde(rename = "ar")]
    Arabic,
}

impl Language {
    /// The word in documents.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Lithuanian => "lt",
            Self::Arabic => "ar",
        }
    }

    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::English, Self::Lithuanian, Self::Arabic];

    /// The language's name in itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Lithuanian => "Lietuvių",
            Self::Arabic => "العربية",
        }
    }

    /// The value of the `dir` attribute.
    pub fn direction(self) -> &'static str {
        match self {
            Self::English | Self::Lithuanian => "ltr",
            Self::Arabic => "rtl",
        }
    }

    /// The language of a word in documents.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.as_str() == word)
    }
}
