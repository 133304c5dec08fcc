use derive_more::{Deref, Display, Into};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::error::rule;

/// The longest text, in characters: a paragraph is far shorter.
pub const MAX_CHARACTERS: usize = 2_000;
/// The longest word in a text, in characters. A browser looks for places to break a longer one until
/// the page stands still.
pub const MAX_WORD: usize = 200;

/// Words that people read: plain text with at least one visible character, at most 2,000 characters
/// long, with words of at most 200.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Deref, Display, Into)]
#[serde(try_from = "String")]
#[schemars(extend(
    "maxLength" = MAX_CHARACTERS,
    "pattern" = r"^(?![\s\S]*[^\s\uFEFF]{201})[^\u0000-\u001F\u007F-\u009F]*[^\s\uFEFF\u0000-\u001F\u007F-\u009F][^\u0000-\u001F\u007F-\u009F]*$",
    "errorMessage" = Text::EXPECTED,
))]
#[deref(forward)]
pub struct Text(String);

/// Whether a character is white space to schemas as well, whose patterns count the byte order mark.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

rule!(
    Text(String),
    "text in quotation marks, not empty and without line breaks, of at most 2000 characters and 200 in a word",
    |text| {
        // How many bytes a text has is known, and it has no more characters than that.
        let is_longer = |text: &str, most| text.len() > most && text.chars().nth(most).is_some();
        text.contains(|c: char| !is_space(c))
            && !text.contains(char::is_control)
            && !is_longer(text, MAX_CHARACTERS)
            && !text.split(is_space).any(|word| is_longer(word, MAX_WORD))
    }
);
