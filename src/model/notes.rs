use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;
use super::source::Source;

/// What the reader should know about the facts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Notes {
    /// The notes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

/// One note.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// What it says.
    pub text: Text,
    /// Where it comes from, if not from the profile's origin.
    pub source: Option<Source>,
}
