use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Id, Text};

/// Whom a profile is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// The name in common use.
    pub name: Text,
    /// A country or an organisation.
    pub kind: PartnerKind,
    /// The name of a picture in `public/flags`, without its ending.
    pub flag: Option<Id>,
}

/// What a partner is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PartnerKind {
    /// A state.
    Country,
    /// An international organisation.
    Organisation,
}
