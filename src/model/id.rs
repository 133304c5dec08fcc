use derive_more::{Deref, Display, Into};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ValueError;

/// The longest id, in characters.
const MAX_CHARACTERS: usize = 64;

/// A name for addresses: small Latin letters, digits and single hyphens, at most 64 characters.
#[derive(
    Clone,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    Deref,
    Display,
    Into,
)]
#[serde(try_from = "String")]
#[schemars(extend(
    "maxLength" = MAX_CHARACTERS,
    "pattern" = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
    "errorMessage" = ValueError::Id.expected(),
))]
#[deref(forward)]
pub struct Id(String);

impl TryFrom<String> for Id {
    type Error = ValueError;

    fn try_from(text: String) -> Result<Self, ValueError> {
        let is_valid = text.len() <= MAX_CHARACTERS
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.split('-').all(|part| !part.is_empty())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if is_valid { Ok(Self(text)) } else { Err(ValueError::Id) }
    }
}
