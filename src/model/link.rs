use derive_more::{Deref, Display, Into};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::error::rule;
use super::text::is_space;

/// The address of a page (`https:`) or of a mailbox (`mailto:`). No other scheme is accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Deref, Display, Into)]
#[serde(try_from = "String")]
#[schemars(extend(
    "pattern" = r##"^(https://[^\s\u0000-\u001F\u007F-\u009F/?#"<>\\`@]+([/?#][^\s\u0000-\u001F\u007F-\u009F"<>\\`]*)?|mailto:[^\s\u0000-\u001F\u007F-\u009F@"<>\\`]+@[^\s\u0000-\u001F\u007F-\u009F@"<>\\`]+)$"##,
    "errorMessage" = Link::EXPECTED,
))]
#[deref(forward)]
pub struct Link(String);

rule!(
    Link(String),
    "an address that starts with https:// or mailto:, without spaces or passwords",
    |text| {
        let is_clean =
            !text.contains(|c: char| is_space(c) || c.is_control() || "\"<>\\`".contains(c));
        let is_valid = if let Some(rest) = text.strip_prefix("https://") {
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            !host.is_empty() && !host.contains('@')
        } else {
            let mailbox = text.strip_prefix("mailto:").and_then(|rest| rest.split_once('@'));
            mailbox.is_some_and(|(name, host)| {
                !name.is_empty() && !host.is_empty() && !host.contains('@')
            })
        };
        is_clean && is_valid
    }
);
