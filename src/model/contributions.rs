use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;
use super::source::Source;

/// What the partner gave or did, each with a figure where one is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contributions {
    /// The paragraphs before the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// The contributions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Contribution>,
}

/// One contribution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// Its figure as it is shown; missing where it was not preserved.
    pub figure: Option<Text>,
    /// What the figure stands for.
    pub caption: Text,
    /// Where this comes from, if not from the profile's origin.
    pub source: Option<Source>,
}
