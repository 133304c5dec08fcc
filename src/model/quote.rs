use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Text;
use super::date::When;
use super::source::Source;

/// Words of a person, with who said them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// What was said, by paragraph.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// Who said it.
    pub speaker: Text,
    /// The speaker's post.
    pub post: Option<Text>,
    /// When it was said.
    pub when: Option<When>,
    /// Where this comes from, if not from the profile's origin.
    pub source: Option<Source>,
}
