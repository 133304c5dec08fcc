use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{LinkByLanguage, Phrase};

/// What an operator says in the cookie notice in place of the built-in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoticeWording {
    /// The question.
    pub text: Option<Phrase>,
    /// The button that allows everything, here and in the cookie section.
    pub accept: Option<Phrase>,
    /// The button that refuses everything, here and in the cookie section.
    pub opt_out: Option<Phrase>,
    /// The privacy notice that the notice links to.
    pub privacy: Option<LinkByLanguage>,
}
