use derive_more::Into;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::error::rule;

/// How long an answer about cookies holds: a number of days, at most 180.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Into)]
#[serde(try_from = "u32")]
#[schemars(extend(
    "minimum" = 1,
    "maximum" = AnswerLifetime::MAX.0,
    "errorMessage" = AnswerLifetime::EXPECTED,
))]
pub struct AnswerLifetime(u32);

impl AnswerLifetime {
    /// The longest.
    pub const MAX: Self = Self(180);
}

rule!(AnswerLifetime(u32), "a whole number of days from 1 to 180", |days| {
    (1..=AnswerLifetime::MAX.0).contains(days)
});
