use std::fmt;
use std::ops::Deref;

use super::decode::Decode;
use super::node::Node;
use super::shape::Shape;

/// Defines a string with a rule: its reading, and its schema.
macro_rules! text_value {
    ($(#[doc = $doc:literal])* $name:ident, $expected:literal, pattern $pattern:literal, $(longest $length:literal,)? valid $is_valid:expr) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(String);

        impl Decode for $name {
            const SHAPE: Shape = Shape::Value {
                is_valid: |node| {
                    let is_valid: fn(&str) -> bool = $is_valid;
                    node.text().is_some_and(is_valid)
                },
                expected: $expected,
            };

            fn take(node: &Node) -> Self {
                Self(node.owned_text())
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "pattern": $pattern,
                    $("maxLength": $length,)?
                    "description": concat!($($doc, "\n"),*).trim(),
                })
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

/// Whether a character is white space to schemas as well, whose patterns count the byte order mark.
fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

/// How long a text may be, in characters: a paragraph is far shorter.
const LONGEST_TEXT: usize = 2_000;
/// How long a word may be, in characters. A browser looks for the places where it breaks a longer
/// one until the page stands still.
const LONGEST_WORD: usize = 200;

fn is_text(text: &str) -> bool {
    let is_short = |text: &str, most| text.chars().nth(most).is_none();
    text.contains(|c: char| !is_space(c))
        && !text.contains(char::is_control)
        && is_short(text, LONGEST_TEXT)
        && text.split(is_space).all(|word| is_short(word, LONGEST_WORD))
}

text_value! {
    /// Words that people read: plain text with at least one visible character, at most 2,000 characters
    /// long, with words of at most 200.
    Text, "text in quotation marks, not empty and without line breaks, of at most 2000 characters and 200 in a word", pattern r"^(?![\s\S]*[^\s\uFEFF]{201})[^\u0000-\u001F\u007F-\u009F]*[^\s\uFEFF\u0000-\u001F\u007F-\u009F][^\u0000-\u001F\u007F-\u009F]*$", longest 2000,
    valid is_text
}

text_value! {
    /// A name for addresses: small Latin letters, digits and single hyphens, at most 64 characters.
    Id, "small letters a–z, digits and single hyphens, starting with a letter, at most 64 characters", pattern "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", longest 64,
    valid |text| text.len() <= 64
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && !text.ends_with('-')
        && !text.contains("--")
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

text_value! {
    /// The address of a page (`https:`) or of a mailbox (`mailto:`). No other scheme is accepted.
    Link, "an address that starts with https:// or mailto:, without spaces or passwords", pattern r##"^(https://[^\s\u0000-\u001F\u007F-\u009F/?#"<>\\`@]+([/?#][^\s\u0000-\u001F\u007F-\u009F"<>\\`]*)?|mailto:[^\s\u0000-\u001F\u007F-\u009F@"<>\\`]+@[^\s\u0000-\u001F\u007F-\u009F@"<>\\`]+)$"##,
    valid |text| {
        let clean = |text: &str| {
            !text.contains(|c: char| is_space(c) || c.is_control() || "\"<>\\`".contains(c))
        };
        if let Some(rest) = text.strip_prefix("https://") {
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            clean(rest) && !host.is_empty() && !host.contains('@')
        } else if let Some((name, host)) = text.strip_prefix("mailto:").and_then(|rest| rest.split_once('@')) {
            clean(text) && !name.is_empty() && !host.is_empty() && !host.contains('@')
        } else {
            false
        }
    }
}
