use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ValueError;

/// How long an answer about cookies holds: a number of days, at most 180.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "u32", into = "u32")]
#[schemars(extend(
    "minimum" = 1,
    "maximum" = AnswerLifetime::MAX.0,
    "errorMessage" = ValueError::AnswerLifetime.expected(),
))]
pub struct AnswerLifetime(u32);

impl AnswerLifetime {
    /// The longest.
    pub const MAX: Self = Self(180);
}

impl TryFrom<u32> for AnswerLifetime {
    type Error = ValueError;

    fn try_from(days: u32) -> Result<Self, ValueError> {
        let is_valid = (1..=Self::MAX.0).contains(&days);
        if is_valid { Ok(Self(days)) } else { Err(ValueError::AnswerLifetime) }
    }
}

impl From<AnswerLifetime> for u32 {
    fn from(lifetime: AnswerLifetime) -> Self {
        lifetime.0
    }
}
