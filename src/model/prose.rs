use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::count::Count;
use super::source::Source;
use super::{Link, Text};

/// A headed part of running text, with what belongs beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Prose {
    /// The paragraphs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// Numbers of people that the text is about, each a statement of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Count>,
    /// Points that are read one by one, such as key projects.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Text>,
    /// Articles to read on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Article>,
    /// Where this comes from, if not from the profile's origin.
    pub source: Option<Source>,
}

/// Something to read elsewhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// Its title.
    pub label: Text,
    /// Its address.
    pub url: Link,
}
