use std::ops::Deref;

use crate::document::{Decode, Node, Shape};

record! {
    /// What the pages may load beyond their own files: additions to the Content-Security-Policy.
    pub struct ContentPolicy {
        /// Where scripts may come from.
        pub script_src: Vec<ContentSource>,
        /// Where scripts may connect to.
        pub connect_src: Vec<ContentSource>,
        /// What may be shown in frames.
        pub frame_src: Vec<ContentSource>,
        /// Where images may come from.
        pub img_src: Vec<ContentSource>,
        /// Where styles may come from.
        pub style_src: Vec<ContentSource>,
        /// Whether Trusted Types are required; they are, unless this is false. Only for scripts
        /// that cannot live with them.
        pub trusted_types: Option<bool>,
    }
}

/// A source of the Content-Security-Policy: the site itself, an origin with or without a path, or a hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentSource(String);

const EXPECTED: &str =
    "a source: 'self', https://… or wss://…, data:, blob:, or a hash in single quotes ('sha256-…')";

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

impl Decode for ContentSource {
    const SHAPE: Shape =
        Shape::Value { is_valid: |node| node.text().is_some_and(is_source), expected: EXPECTED };

    fn take(node: &Node) -> Self {
        Self(node.owned_text())
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for ContentSource {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ContentSource".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "An origin with or without a path, or a hash.",
            "pattern": r"^((https|wss)://[A-Za-z0-9*][!-~]*|'self'|data:|blob:|'sha(256|384|512)-[A-Za-z0-9+/_=-]{43,}')$",
        })
    }
}

impl Deref for ContentSource {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}
