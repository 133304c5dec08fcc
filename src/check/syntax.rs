//! What is wrong with text that is not JSON, in words for those who write it.

mod brackets;
mod mistakes;
mod numbers;

use std::ops::Range;

use serde_json::Error;

use self::mistakes::mistake;
use super::diagnostic::{Diagnostic, Span};

/// A mistake, with its place.
struct Mistake {
    /// The bytes that it is about.
    range: Range<usize>,
    found: String,
    expected: String,
}

impl Mistake {
    fn new(range: Range<usize>, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { range, found: found.into(), expected: expected.into() }
    }
}

/// Where serde_json stopped, and why.
#[derive(Clone, Copy)]
struct Stop<'a> {
    source: &'a str,
    message: &'a str,
    offset: usize,
}

impl<'a> Stop<'a> {
    fn before(self) -> &'a str {
        &self.source[..self.offset]
    }

    fn after(self) -> &'a str {
        &self.source[self.offset..]
    }

    fn next(self) -> Option<char> {
        self.after().chars().next()
    }

    /// The bytes of the next character.
    fn range(self) -> Range<usize> {
        self.offset..self.offset + self.next().map_or(0, char::len_utf8)
    }

    /// Whether it is inside a text.
    fn is_in_text(self) -> bool {
        self.message.starts_with("control character") || self.message.contains("escape")
    }

    /// Whether it is behind an entry of a list or object.
    fn is_behind_entry(self) -> bool {
        self.message.starts_with("expected `,`")
    }
}

/// The diagnostic for an error of serde_json.
pub(super) fn diagnostic(source: &str, error: &Error) -> Diagnostic {
    let message = error.to_string();
    // The place is repeated at the end.
    let message = &message[..message.rfind(" at line ").unwrap_or(message.len())];
    let stop = Stop { source, message, offset: offset(source, error.line(), error.column()) };
    let Mistake { range, found, expected } = mistake(stop).unwrap_or_else(|| explain(stop));
    Diagnostic::of_document(Span::at(source, range.start, range.len()), found, &expected)
}

/// The byte that serde_json names by line and column (in bytes, both from 1).
fn offset(source: &str, line: usize, column: usize) -> usize {
    let start: usize =
        source.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    // In column 0 it stands behind the line break before.
    source.floor_char_boundary((start + column).saturating_sub(1))
}

/// What was found and what was expected.
fn explain(stop: Stop) -> Mistake {
    let end = || "the end of the document".to_owned();
    let here = || match stop.next() {
        Some(character) if character.is_control() => "the end of the line".to_owned(),
        Some(character) => format!("`{character}`"),
        None => end(),
    };
    let (found, expected) = match stop.message {
        _ if stop.source.trim().is_empty() => {
            ("an empty document".to_owned(), "an object: `{ … }`")
        }
        "EOF while parsing a value" => (end(), "a value"),
        "EOF while parsing a string" => (end(), "the `\"` that closes a text"),
        "expected `:`" => (here(), "a colon between the key and its value"),
        "expected `,` or `]`" => (here(), "a comma, or the `]` that closes the list"),
        "expected `,` or `}`" => (here(), "a comma, or the `}` that closes the object"),
        "key must be a string" => (here(), "a key in double quotation marks, such as \"title\""),
        "expected value" | "expected ident" => (
            here(),
            "a value: text in double quotation marks, a number, true, false, null, a list or an object",
        ),
        "trailing comma" => (
            "a comma after the last entry".to_owned(),
            "no comma here: commas stand between entries",
        ),
        "trailing characters" => {
            (here(), "nothing more: the first bracket of the document is closed before this")
        }
        "recursion limit exceeded" => {
            ("lists or objects nested too deep".to_owned(), "at most 127 levels")
        }
        "invalid number" | "number out of range" => {
            ("a number that cannot be read".to_owned(), "a number such as 30 or 33.78")
        }
        "invalid escape" => (
            "a backslash that begins no known escape".to_owned(),
            "`\\\\` for a backslash, `\\\"` for a quotation mark",
        ),
        "lone leading surrogate in hex escape"
        | "unexpected end of hex escape"
        | "invalid unicode code point" => {
            ("an incomplete character after `\\u`".to_owned(), "the character itself")
        }
        message if message.starts_with("control character") => (
            "a line break, tab or other control character inside a text".to_owned(),
            "text on one line, closed by a quotation mark: is one missing?",
        ),
        message => (message.to_owned(), "a JSON document"),
    };
    let range = match stop.message {
        // serde_json stands at the bracket behind the comma.
        "trailing comma" => {
            let comma = stop.before().rfind(',').unwrap_or(stop.offset);
            comma..comma + 1
        }
        _ => stop.range(),
    };
    Mistake::new(range, found, expected)
}
