use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How long it is kept: a number of days, until the browser is closed, or until it is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected \"session\", \"until-refused\" or a number of days")]
#[schemars(extend("errorMessage" = "\"session\", \"until-refused\" or a number of days"))]
pub enum Lifetime {
    /// So many days.
    Days(u32),
    /// Until something happens.
    Until(End),
}

/// What ends it where that is no number of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// The browser is closed.
    Session,
    /// The visitor refuses the purpose, or clears the browser.
    UntilRefused,
}
