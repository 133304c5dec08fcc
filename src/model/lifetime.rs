use schemars::JsonSchema;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

/// What may be written for it.
const EXPECTED: &str = "\"session\", \"until-refused\" or a number of days";

/// How long it is kept: a number of days, until the browser is closed, or until it is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(extend("errorMessage" = EXPECTED))]
pub enum Lifetime {
    /// So many days.
    Days(u32),
    /// Until something happens.
    Until(End),
}

/// What ends it where that is no number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// The browser is closed.
    Session,
    /// The visitor refuses the purpose, or clears the browser.
    UntilRefused,
}

/// Serde's own reading of untagged enums would bring another tree of values into the WebAssembly.
impl<'de> Deserialize<'de> for Lifetime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let days = value.as_u64().and_then(|days| u32::try_from(days).ok());
        match (days, value.as_str()) {
            (Some(days), _) => Ok(Self::Days(days)),
            (None, Some("session")) => Ok(Self::Until(End::Session)),
            (None, Some("until-refused")) => Ok(Self::Until(End::UntilRefused)),
            _ => Err(D::Error::custom(format_args!("expected {EXPECTED}"))),
        }
    }
}
