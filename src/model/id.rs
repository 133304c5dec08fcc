use derive_more::{Deref, Display, Into};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::error::rule;

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
    "errorMessage" = Id::EXPECTED,
))]
#[deref(forward)]
pub struct Id(String);

rule!(
    Id(String),
    "small letters a–z, digits and single hyphens, starting with a letter, at most 64 characters",
    |text| {
        text.len() <= MAX_CHARACTERS
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.split('-').all(|part| !part.is_empty())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    }
);
