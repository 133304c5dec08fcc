use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;

/// A number of people with what kind of number it is; kinds are never
/// added up or drawn on one scale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// What kind of number it is.
    pub kind: CountKind,
    /// How many.
    pub value: u32,
    /// Whom it counts.
    pub label: Text,
    /// What else the reader should know about it.
    pub note: Option<Text>,
}

/// What a number of people says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CountKind {
    /// The strength when the source was published.
    Current,
    /// The most that is authorised.
    Ceiling,
    /// A strength that was kept up over a time.
    Constant,
    /// All who took part over a time.
    Total,
}
