//! Which rule of its type a value breaks: the schema says all rules of a type at once.

use serde_json::Value;

use super::invisible::{invisible, is_invisible};
use crate::model::{Latitude, Longitude, MAX_CHARACTERS, MAX_WORD, PartialDate, Text};

/// What was found, where there is something better to say than the value itself, and what was expected.
pub(super) fn explain(value: &Value, rule: &str) -> (Option<String>, String) {
    let explained = if rule == Text::EXPECTED {
        of_text(value)
    } else if rule == PartialDate::EXPECTED {
        of_date(value)
    } else if value.is_string() && [Latitude::EXPECTED, Longitude::EXPECTED].contains(&rule) {
        Some((None, format!("{rule} without quotation marks, such as 33.78")))
    } else {
        None
    };
    explained.unwrap_or_else(|| match (value.as_str(), hidden(value)) {
        (Some(""), _) => (Some("an empty text".to_owned()), rule.to_owned()),
        (_, Some(found)) => (Some(found), format!("{rule}: delete it and type it again")),
        _ => (None, rule.to_owned()),
    })
}

/// The rule of whole numbers.
pub(super) const COUNT: &str =
    "a whole number, 0 or more, without quotation marks, point or comma, such as 16000";

fn of_text(value: &Value) -> Option<(Option<String>, String)> {
    let Some(text) = value.as_str() else {
        return Some((None, "text in quotation marks".to_owned()));
    };
    let longest = text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    let characters = text.chars().count();
    let (found, expected) = if let Some(c) = text.chars().find(|c| c.is_control()) {
        let name = match c {
            '\n' | '\r' => "a line break in the text".to_owned(),
            '\t' => "a tab in the text".to_owned(),
            _ => format!("the control character U+{:04X} in the text", u32::from(c)),
        };
        (name, "text without it; a new paragraph is a text of its own".to_owned())
    } else if characters > MAX_CHARACTERS {
        let expected = format!("at most {MAX_CHARACTERS} characters: divide the text");
        (format!("a text of {characters} characters"), expected)
    } else if longest > MAX_WORD {
        let expected = format!("words of at most {MAX_WORD} characters, with spaces between them");
        (format!("a word of {longest} characters"), expected)
    } else {
        let found = if text.is_empty() { "an empty text" } else { "a text with nothing to see" };
        (found.to_owned(), "a text with something to read".to_owned())
    };
    Some((Some(found), expected))
}

fn of_date(value: &Value) -> Option<(Option<String>, String)> {
    if value.is_number() {
        return Some((None, format!("{}, in quotation marks", PartialDate::EXPECTED)));
    }
    let text = value.as_str()?;
    let parts: Vec<&str> = text.split('-').collect();
    let number = |index: usize, digits: usize| {
        let part = parts.get(index).filter(|part| part.len() == digits)?;
        part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<u32>().ok())?
    };
    let (year, month) = (number(0, 4)?, number(1, 2)?);
    if !(1..=12).contains(&month) && parts.len() <= 3 {
        let found = format!("\"{text}\", a month that does not exist");
        let expected = "a month from 01 to 12: first the year, then the month, then the day";
        return Some((Some(found), expected.to_owned()));
    }
    let (day, days) = (number(2, 2)?, PartialDate::days_of(year, month));
    if (1..=days).contains(&day) || parts.len() > 3 {
        return None;
    }
    let found = format!("\"{text}\", a day that does not exist");
    Some((
        Some(found),
        format!(
            "a day of the source: {year:04}-{month:02} has {days} days, and the month may be wrong too"
        ),
    ))
}

/// The invisible character in a value, where there is one.
fn hidden(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    let is_hidden =
        |c: &char| is_invisible(*c) || (c.is_whitespace() && *c != ' ' && !c.is_control());
    text.chars().find(is_hidden).map(invisible)
}
