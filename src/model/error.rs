use thiserror::Error;

/// A value that breaks the rule of its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("expected {}", self.expected())]
pub enum ValueError {
    /// Not a [`super::Text`].
    Text,
    /// Not an [`super::Id`].
    Id,
    /// Not a [`super::Link`].
    Link,
    /// Not a [`super::PartialDate`].
    Date,
    /// Not a [`super::Latitude`].
    Latitude,
    /// Not a [`super::Longitude`].
    Longitude,
    /// Not the [`super::Version`] that is read here.
    Version,
    /// Not an [`super::Outline`].
    Outline,
    /// Not a [`super::ContentSource`].
    ContentSource,
    /// Not an [`super::AnswerLifetime`].
    AnswerLifetime,
}

impl ValueError {
    /// What may be written in this place, in words for editors. The schema says it as well.
    pub fn expected(self) -> &'static str {
        match self {
            Self::Text => {
                "text in quotation marks, not empty and without line breaks, of at most 2000 characters and 200 in a word"
            }
            Self::Id => {
                "small letters a–z, digits and single hyphens, starting with a letter, at most 64 characters"
            }
            Self::Link => {
                "an address that starts with https:// or mailto:, without spaces or passwords"
            }
            Self::Date => "a date as \"2014\", \"2014-12\" or \"2014-12-03\"",
            Self::Latitude => "degrees from -90 to 90",
            Self::Longitude => "degrees from -180 to 180",
            Self::Version => "1, the version of the format that is read here",
            Self::Outline => "the path of a drawing, as in SVG",
            Self::ContentSource => {
                "a source: 'self', https://… or wss://…, data:, blob:, or a hash in single quotes ('sha256-…')"
            }
            Self::AnswerLifetime => "a whole number of days from 1 to 180",
        }
    }
}

/// A rule between several values that a document breaks.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("found {found}, expected {expected}")]
pub struct Violation {
    /// The place as a path, such as `sections[2].parts`.
    pub path: String,
    /// What stands there.
    pub found: String,
    /// What may stand there.
    pub expected: String,
    /// What was probably meant, where something allowed is near.
    pub suggestion: Option<String>,
}

impl Violation {
    /// A violation at a key of the value that is looked at.
    pub fn at(path: &str, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            found: found.into(),
            expected: expected.into(),
            suggestion: None,
        }
    }

    /// The same as seen from the value around.
    #[must_use]
    pub fn inside(mut self, outer: &str) -> Self {
        self.path = format!("{outer}.{}", self.path);
        self
    }
}
