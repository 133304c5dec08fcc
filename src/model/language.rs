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
}

/// The direction in which lines of text run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// The value of the `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl Language {
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

    /// The direction of the language's script.
    pub fn direction(self) -> Direction {
        match self {
            Self::English | Self::Lithuanian => Direction::LeftToRight,
            Self::Arabic => Direction::RightToLeft,
        }
    }

    /// The language of a BCP 47 tag, by its first subtag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.as_str() == primary)
    }
}
