//! Numbers and dates that are not written as JSON has them.

use std::ops::Range;

use super::{Mistake, Stop};

/// What a number looks like.
const NUMBER: &str = "a number such as 16000 or 33.78: digits only, and a point before a fraction";

/// A number with marks between its digits.
pub(super) fn number(stop: Stop) -> Option<Mistake> {
    let range = separator(stop).filter(|_| !stop.is_in_text())?;
    let written = &stop.source[range.clone()];
    let digits: String =
        written.chars().filter(|c| "-.".contains(*c) || c.is_ascii_digit()).collect();
    let groups = written.trim_start_matches('-').split(|c: char| !c.is_ascii_digit());
    let is_grouped = groups.skip(1).all(|group| group.len() == 3);
    let expected = if is_grouped {
        format!("{digits}: write numbers with digits only")
    } else if written.matches(|c: char| !c.is_ascii_digit() && c != '-').eq([","]) {
        format!("{}: a point, no comma", written.replace(',', "."))
    } else {
        NUMBER.to_owned()
    };
    Some(Mistake::new(range, format!("`{written}`"), expected))
}

/// A date without quotation marks.
pub(super) fn date(stop: Stop) -> Option<Mistake> {
    let Stop { source, .. } = stop;
    let is_part = |c: char| c.is_ascii_digit() || c == '-';
    let start = stop.before().trim_end_matches(is_part).len();
    let end = source.len() - stop.after().trim_start_matches(is_part).len();
    let written = &source[start..end];
    let is_date = written.len() >= 7 && written[1..].contains('-') && !stop.is_in_text();
    let is_value = source[..start].trim_end().ends_with(':');
    let expected = format!("\"{written}\", in quotation marks");
    (is_date && is_value).then(|| Mistake::new(start..end, format!("`{written}`"), expected))
}

/// A value that begins as a number and is none, such as `16k`, `30–40` or `007`.
pub(super) fn no_number(stop: Stop) -> Option<Mistake> {
    let Stop { source, offset, .. } = stop;
    let start = stop.before().rfind([':', '"', '\n'])?;
    let end = stop.after().find([',', '}', ']', '\n', '"'])? + offset;
    let written = source[start + 1..end].trim();
    let is_number = written.contains(char::is_numeric)
        && written.starts_with(|c: char| !c.is_alphabetic() && !"{[\"/".contains(c));
    let is_one = serde_json::from_str::<f64>(written).is_ok() || stop.next() == Some(',');
    if stop.is_in_text() || !source[start..].starts_with(':') || !is_number || is_one {
        return None;
    }
    let first = start + 1 + source[start + 1..].find(written)?;
    Some(Mistake::new(first..first + written.len(), format!("`{written}`"), NUMBER))
}

/// The number around a byte, where something that is no point stands between its digits.
pub(super) fn separator(stop: Stop) -> Option<Range<usize>> {
    let Stop { source, .. } = stop;
    let is_part = |c: char| c.is_ascii_digit() || "-., '_\u{a0}\u{202f}\u{2009}’".contains(c);
    let start = stop.before().trim_end_matches(is_part).len();
    let end = source.len() - stop.after().trim_start_matches(is_part).len();
    let around = &source[start..end];
    let first = start + around.find(|c: char| c.is_ascii_digit() || c == '-')?;
    let last = start + around.rfind(|c: char| c.is_ascii_digit())? + 1;
    let number = source.get(first..last)?;
    let mut groups = number.split(|c: char| !c.is_ascii_digit() && c != '-');
    // Several marks in a row stand between numbers.
    let is_number = groups.clone().count() == 2 || groups.clone().skip(1).all(|it| it.len() == 3);
    let is_one = groups.all(|group| !group.is_empty() && group.len() < 10) && is_number;
    let has_mark = number.contains(|c: char| !c.is_ascii_digit() && c != '-' && c != '.');
    // In a list a comma stands between numbers: with a space, or where the next could be one.
    let is_pair = number.contains(", ");
    let is_after_key =
        source[..start].trim_end().ends_with(':') || source[..first].trim_end().ends_with(':');
    (is_one && has_mark && !is_pair && is_after_key).then_some(first..last)
}
