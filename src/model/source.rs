use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::date::When;
use super::{Link, Text};

/// Where one fact comes from when it is not the profile's origin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The publisher or work, as it is to be shown.
    pub name: Text,
    /// Its address.
    pub url: Option<Link>,
}

/// The publication that the profile as a whole is based on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// Who published it.
    pub publisher: Text,
    /// What is known as its title.
    pub title: Text,
    /// Its address.
    pub url: Option<Link>,
    /// When it was published; missing where it names no date.
    pub date: Option<When>,
    /// What the reader should know of its age or state.
    pub note: Option<Text>,
}
