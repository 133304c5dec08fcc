use derive_more::{Deref, Into};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::error::rule;

/// What the pages may load beyond their own files: additions to the Content-Security-Policy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContentPolicy {
    /// Where scripts may come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub script_src: Vec<ContentSource>,
    /// Where scripts may connect to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub connect_src: Vec<ContentSource>,
    /// What may be shown in frames.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub frame_src: Vec<ContentSource>,
    /// Where images may come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub img_src: Vec<ContentSource>,
    /// Where styles may come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub style_src: Vec<ContentSource>,
    /// Whether Trusted Types are required; they are, unless this is false. Only for scripts
    /// that cannot live with them.
    pub trusted_types: Option<bool>,
}

/// A source of the Content-Security-Policy: the site itself, an origin with or without a path, or a hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Deref, Into)]
#[serde(try_from = "String")]
#[schemars(extend(
    "pattern" = r"^((https|wss)://[A-Za-z0-9*][!-~]*|'self'|data:|blob:|'sha(256|384|512)-[A-Za-z0-9+/_=-]{43,}')$",
    "errorMessage" = ContentSource::EXPECTED,
))]
#[deref(forward)]
pub struct ContentSource(String);

fn is_source(text: &str) -> bool {
    // Nothing that would end the source or the directive.
    let clean = |text: &str| text.bytes().all(|b| b.is_ascii_graphic() && !b",;'\"".contains(&b));
    if let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("wss://")) {
        return clean(rest) && rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '*');
    }
    let hash = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\''));
    let value = hash.and_then(|hash| {
        ["sha256-", "sha384-", "sha512-"].into_iter().find_map(|prefix| hash.strip_prefix(prefix))
    });
    text == "'self'"
        || text == "data:"
        || text == "blob:"
        || value.is_some_and(|value| {
            value.len() >= 43
                && value.bytes().all(|b| b.is_ascii_alphanumeric() || b"+/-_=".contains(&b))
        })
}

rule!(
    ContentSource(String),
    "a source: 'self', https://… or wss://…, data:, blob:, or a hash in single quotes ('sha256-…')",
    |text| is_source(text)
);
