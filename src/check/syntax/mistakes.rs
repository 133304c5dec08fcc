//! Typical mistakes behind text that is not JSON, told by what stands around the place.

use super::brackets::Brackets;
use super::numbers::{date, no_number, number, separator};
use super::{Mistake, Stop};
use crate::check::invisible::is_invisible;

/// The mistake behind an error of serde_json.
pub(super) fn mistake(stop: Stop) -> Option<Mistake> {
    let looks = [hidden_character, number, date, no_number, key, quotation_mark, other_mark];
    byte_order_mark(stop.source)
        .or_else(|| conflict(stop.source))
        .or_else(|| looks.into_iter().chain([comma, bracket]).find_map(|look| look(stop)))
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
fn hidden_character(stop: Stop) -> Option<Mistake> {
    let c = stop.next()?;
    let is_hidden = is_invisible(c) || (c.is_whitespace() && !c.is_ascii()) || is_mark(c);
    if !is_hidden || stop.is_in_text() || separator(stop).is_some() {
        return None;
    }
    let found = format!("an invisible character (U+{:04X})", u32::from(c));
    let expected = "an ordinary space or nothing: delete what stands here and type it again";
    Some(Mistake::new(stop.range(), found, expected))
}

fn is_mark(c: char) -> bool {
    ('\u{200c}'..='\u{200f}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c)
}

/// A key whose second quotation mark is missing.
fn key(stop: Stop) -> Option<Mistake> {
    let before = stop.before().trim_end().strip_suffix('"');
    let before = before.filter(|_| stop.message == "expected `:`")?;
    let start = before.rfind('"')?;
    let (key, _) = before[start + 1..].split_once(':')?;
    let expected = format!("a quotation mark behind the key: \"{key}\":");
    let range = start..start + 1 + key.len();
    Some(Mistake::new(range, "a key without its second quotation mark", expected))
}

/// A quotation mark inside a text, which ends it too early.
fn quotation_mark(stop: Stop) -> Option<Mistake> {
    let before = stop.before().trim_end_matches([' ', '\t']);
    let next = stop.next()?;
    // Behind a comma a key follows, or the rest of the text.
    let before = match before.strip_suffix(',') {
        Some(before) if stop.message == "key must be a string" && next.is_alphanumeric() => {
            let line = stop.after().lines().next().unwrap_or_default();
            let is_key =
                line.trim_start_matches(char::is_alphanumeric).starts_with(['"', ':', ' ']);
            Some(before).filter(|_| !is_key || !line.contains(':'))?
        }
        _ if stop.is_behind_entry() => before,
        _ => return None,
    };
    let is_word = !next.is_whitespace() && !"{}[],:\";，；،؛".contains(next);
    let is_beside = before.len() == stop.offset && "\"{[".contains(next);
    if !before.ends_with('"') || !(is_word || is_beside) {
        return None;
    }
    let quote = before.len() - 1;
    let found = "a quotation mark inside a text, which ends the text here";
    let expected =
        "the first and last mark of the text as they are, and between them “word” or \\\"word\\\"";
    Some(Mistake::new(quote..quote + 1, found, expected))
}

/// A character that passes for one of JSON's, or begins a comment.
fn other_mark(stop: Stop) -> Option<Mistake> {
    let next = stop.next()?;
    let is_beginning = ["key must be a string", "expected value"].contains(&stop.message);
    let is_behind = stop.is_behind_entry();
    let (found, expected) = match next {
        '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' if is_beginning => {
            (format!("the mark {next} around a key or text"), "straight quotation marks: \"")
        }
        '/' | '#' if is_beginning || is_behind => {
            let expected = "no comments; a note may stand under the key \"$comment\"";
            ("a comment".to_owned(), expected)
        }
        ',' if is_beginning => ("a comma too many".to_owned(), "one comma between two entries"),
        ';' | '，' | '；' | '،' | '؛' if is_behind => {
            (format!("the mark {next} between two entries"), "a comma: ,")
        }
        '：' | '=' if stop.message == "expected `:`" => {
            (format!("the mark {next} between a key and its value"), "a colon: :")
        }
        _ => return None,
    };
    Some(Mistake::new(stop.range(), found, expected))
}

/// A comma that is missing between two entries.
fn comma(stop: Stop) -> Option<Mistake> {
    let is_entry = stop.is_behind_entry() && stop.after().starts_with(['"', '{', '[']);
    let (last, _) = stop.before().trim_end().char_indices().next_back().filter(|_| is_entry)?;
    let expected = "a comma here, before the next entry";
    Some(Mistake::new(last..last + 1, "no comma between two entries", expected))
}

/// A bracket that is not closed before something else begins or ends, or before the document ends.
fn bracket(stop: Stop) -> Option<Mistake> {
    let Stop { source, message, offset } = stop;
    let is_cut = message.starts_with("EOF") && message != "EOF while parsing a string";
    let brackets = Brackets::of(source, if is_cut { source.len() } else { offset });
    let open = brackets.unclosed()?;
    let (opening, closing) = (open.opening, open.closing());
    let here = open.at..open.at + 1;
    let next = stop.next().unwrap_or_default();
    let is_other_end = stop.is_behind_entry() && "]}".contains(next) && next != closing;
    if is_other_end && !brackets.open.iter().any(|open| open.closing() == next) {
        let found = format!("a `{next}` without its `[`");
        return Some(Mistake::new(offset..offset + 1, found, "a `[` where the list begins"));
    }
    let is_inside = message == "key must be a string" && "{[]".contains(next);
    if is_inside && next != ']' && source[here.end..offset].trim().is_empty() {
        let expected = "a `[`: what follows is a list";
        return Some(Mistake::new(here, format!("a `{opening}`"), expected));
    }
    let line = stop.before().matches('\n').count() + 1;
    let place = match open.end {
        _ if is_cut && source[..open.at].trim().is_empty() => {
            "at the end of the document".to_owned()
        }
        None if is_cut => "at its end".to_owned(),
        _ if !is_cut && !is_other_end && !is_inside => return None,
        // Before what stands further out.
        Some(end) => format!("before line {end}"),
        None if line == open.line => format!("before the `{next}`"),
        None => format!("before line {line}"),
    };
    let found = format!("a `{opening}` without its `{closing}`");
    let expected = format!("its `{closing}` behind what is in it, {place}");
    Some(Mistake::new(here, found, expected))
}
