use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::error::rule;

/// The version of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "u32")]
#[schemars(extend("const" = 1, "errorMessage" = Version::EXPECTED))]
pub struct Version(u32);

rule!(Version(u32), "1, the version of the format that is read here", |number| *number == 1);
