//! Typical mistakes behind text that is not JSON, told by what stands around the place.

use std::ops::Range;

use super::brackets;
use super::texts::is_invisible;

/// A mistake, with its place.
pub(super) struct Mistake {
    /// The bytes that it is about.
    pub(super) range: Range<usize>,
    /// What was found.
    pub(super) found: String,
    /// What was expected.
    pub(super) expected: String,
}

impl Mistake {
    fn new(range: Range<usize>, found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { range, found: found.into(), expected: expected.into() }
    }
}

/// The mistake behind an error of serde_json at a byte.
pub(super) fn mistake(source: &str, message: &str, offset: usize) -> Option<Mistake> {
    byte_order_mark(source)
        .or_else(|| conflict(source))
        .or_else(|| hidden_character(source, message, offset))
        .or_else(|| number(source, message, offset))
        .or_else(|| date(source, message, offset))
        .or_else(|| quotation_mark(source, message, offset))
        .or_else(|| bracket(source, message, offset))
}

fn byte_order_mark(source: &str) -> Option<Mistake> {
    let found = "a byte order mark, which some programs put before the text";
    let mistake =
        Mistake::new(0..'\u{feff}'.len_utf8(), found, "a file saved as UTF-8 without one");
    source.starts_with('\u{feff}').then_some(mistake)
}

/// Two versions that Git could not merge.
fn conflict(source: &str) -> Option<Mistake> {
    let mut start = 0;
    let line = source.split_inclusive('\n').find_map(|line| {
        let range = start..start + line.trim_end().len();
        start += line.len();
        let is_mark =
            ["<<<<<<< ", ">>>>>>> ", "||||||| "].iter().any(|mark| line.starts_with(mark));
        (is_mark || line.trim_end() == "=======").then_some(range)
    })?;
    let mark = &source[line.start..line.start + 7];
    let expected = "one of the two versions, without the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`";
    Some(Mistake::new(line, format!("`{mark}`, the mark of a merge conflict"), expected))
}

/// A character between keys and values that cannot be seen.
fn hidden_character(source: &str, message: &str, offset: usize) -> Option<Mistake> {
    let c = source[offset..].chars().next()?;
    let is_hidden = is_invisible(c) || (c.is_whitespace() && !c.is_ascii()) || is_mark(c);
    if !is_hidden || is_in_text(message) || separator(source, offset).is_some() {
        return None;
    }
    let found = format!("the invisible character U+{:04X}", u32::from(c));
    let expected = "an ordinary space or nothing: delete what stands here and type it anew";
    Some(Mistake::new(offset..offset + c.len_utf8(), found, expected))
}

fn is_mark(c: char) -> bool {
    ('\u{200c}'..='\u{200f}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c)
}

/// Whether an error is about what stands inside a text.
fn is_in_text(message: &str) -> bool {
    message.starts_with("control character") || message.contains("escape")
}

/// A number with marks between its digits.
fn number(source: &str, message: &str, offset: usize) -> Option<Mistake> {
    if is_in_text(message) {
        return None;
    }
    let range = separator(source, offset)?;
    let written = &source[range.clone()];
    let digits: String =
        written.chars().filter(|c| "-.".contains(*c) || c.is_ascii_digit()).collect();
    let groups = written.trim_start_matches('-').split(|c: char| !c.is_ascii_digit());
    let is_grouped = groups.skip(1).all(|group| group.len() == 3);
    let expected = if is_grouped {
        format!("{digits}: digits only")
    } else {
        format!("{}: a point, no comma", written.replace([',', '\u{a0}', ' '], "."))
    };
    Some(Mistake::new(range, format!("`{written}`"), expected))
}

/// A date without quotation marks.
fn date(source: &str, message: &str, offset: usize) -> Option<Mistake> {
    let is_part = |c: char| c.is_ascii_digit() || c == '-';
    let start = source[..offset].trim_end_matches(is_part).len();
    let end = source[offset..].find(|c: char| !is_part(c)).map_or(source.len(), |end| offset + end);
    let written = &source[start..end];
    let is_date = written.len() >= 7 && written[1..].contains('-') && !is_in_text(message);
    let is_value = source[..start].trim_end().ends_with(':');
    let expected = format!("\"{written}\", in quotation marks");
    (is_date && is_value).then(|| Mistake::new(start..end, format!("`{written}`"), expected))
}

/// The number around a byte, where something that is no point stands between its digits.
fn separator(source: &str, offset: usize) -> Option<Range<usize>> {
    let is_part = |c: char| c.is_ascii_digit() || "-., '_\u{a0}\u{202f}\u{2009}’".contains(c);
    let start = source[..offset]
        .rfind(|c: char| !is_part(c))
        .map_or(0, |at| at + source[at..].chars().next().map_or(1, char::len_utf8));
    let end = source[offset..].find(|c: char| !is_part(c)).map_or(source.len(), |end| offset + end);
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

/// A quotation mark inside a text, which ends it too early.
fn quotation_mark(source: &str, message: &str, offset: usize) -> Option<Mistake> {
    let before = source[..offset].trim_end_matches([' ', '\t']);
    let next = source[offset..].chars().next()?;
    let is_word = !next.is_whitespace() && !"{}[],:\"".contains(next);
    let is_quote = next == '"' && before.len() == offset;
    if !message.starts_with("expected `,`") || !before.ends_with('"') || !(is_word || is_quote) {
        return None;
    }
    let quote = before.len() - 1;
    let found = "a quotation mark inside a text, which ends the text here";
    let expected = "`\\\"` for a quotation mark inside a text, or “ and ”";
    Some(Mistake::new(quote..quote + 1, found, expected))
}

/// A bracket that is not closed before something else begins or ends.
fn bracket(source: &str, message: &str, offset: usize) -> Option<Mistake> {
    let next = source[offset..].chars().next()?;
    let open = brackets::unclosed(source, offset)?;
    let is_other_end =
        message.starts_with("expected `,`") && "]}".contains(next) && next != open.closing();
    let is_beginning = message == "key must be a string" && "{[".contains(next);
    let is_end = message == "key must be a string" && next == ']';
    if !(is_other_end || is_beginning || is_end) {
        return None;
    }
    let (closing, what, line) = (open.closing(), open.what(), open.line);
    let expected = format!("before it the `{closing}` that closes the {what} of line {line}");
    Some(Mistake::new(offset..offset + 1, format!("`{next}`"), expected))
}
