use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::ValueError;

/// The version of the format that this crate reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Version;

impl Version {
    /// The number in documents.
    pub const NUMBER: u32 = 1;
}

impl TryFrom<u32> for Version {
    type Error = ValueError;

    fn try_from(number: u32) -> Result<Self, ValueError> {
        if number == Self::NUMBER { Ok(Self) } else { Err(ValueError::Version) }
    }
}

impl From<Version> for u32 {
    fn from(_: Version) -> Self {
        Version::NUMBER
    }
}

impl JsonSchema for Version {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Version".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "The version of the format.",
            "const": Self::NUMBER,
            "errorMessage": ValueError::Version.expected(),
        })
    }
}
