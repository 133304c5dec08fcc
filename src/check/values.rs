//! Which rule of its type a value breaks: the schema says all rules of a type at once.

use serde_json::Value;

use super::texts::{invisible, is_invisible};
use crate::model::{MAX_CHARACTERS, MAX_WORD, PartialDate, ValueError};

/// What was found, where there is something better to say than the value itself, and what was expected.
pub(super) fn explain(value: &Value, rule: &str) -> (Option<String>, String) {
    let explained = if rule == ValueError::Text.expected() {
        of_text(value)
    } else if rule == ValueError::Date.expected() {
        of_date(value)
    } else if rule == COUNT {
        of_count(value)
    } else {
        None
    };
    explained.unwrap_or_else(|| (hidden(value), rule.to_owned()))
}

/// The rule of whole numbers.
pub(super) const COUNT: &str = "a whole number, 0 or more, without quotation marks";

fn of_text(value: &Value) -> Option<(Option<String>, String)> {
    let Some(text) = value.as_str() else {
        return Some((None, "text in quotation marks".to_owned()));
    };
    let longest = text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    let characters = text.chars().count();
    let found = if let Some(c) = text.chars().find(|c| c.is_control()) {
        let name = match c {
            '\n' | '\r' => "a line break in the text".to_owned(),
            '\t' => "a tab in the text".to_owned(),
            _ => format!("the control character U+{:04X} in the text", u32::from(c)),
        };
        (name, "text without it; a new paragraph is a text of its own".to_owned())
    } else if characters > MAX_CHARACTERS {
        let expected = format!("at most {MAX_CHARACTERS} characters; divide the text");
        (format!("a text of {characters} characters"), expected)
    } else if longest > MAX_WORD {
        let expected = format!("words of at most {MAX_WORD} characters, with spaces between them");
        (format!("a word of {longest} characters"), expected)
    } else {
        return Some((hidden(value), "a text with something to read".to_owned()));
    };
    Some((Some(found.0), found.1))
}

fn of_date(value: &Value) -> Option<(Option<String>, String)> {
    if value.is_number() {
        return Some((None, format!("{}: in quotation marks", ValueError::Date.expected())));
    }
    let text = value.as_str()?;
    let mut parts = text.split('-');
    let mut part = |digits: usize| {
        let part = parts.next()?;
        let is_number = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| part.parse::<u32>().ok())?
    };
    let (year, month) = (part(4)?, part(2)?);
    if !(1..=12).contains(&month) {
        let expected = "the month from 01 to 12 in the middle: year, month, day";
        return Some((None, expected.to_owned()));
    }
    part(2)?;
    let days = PartialDate::days_of(year, month);
    let found = format!("\"{text}\", a day that does not exist");
    Some((Some(found), format!("a day from 01 to {days} in the month {year:04}-{month:02}")))
}

fn of_count(value: &Value) -> Option<(Option<String>, String)> {
    let has_marks = match value {
        Value::String(text) => text.contains(|c: char| c.is_ascii_digit()),
        number => number.is_f64(),
    };
    has_marks.then(|| (None, format!("{COUNT}: digits only, as 16000 for sixteen thousand")))
}

/// The value with the invisible character in it, where there is one.
fn hidden(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    let is_hidden =
        |c: &char| is_invisible(*c) || (c.is_whitespace() && *c != ' ' && !c.is_control());
    text.chars().find(is_hidden).map(invisible)
}
