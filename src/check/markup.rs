//! Marks of other formats in a text, which is shown as it stands.

/// Said of what has no meaning here.
const PLAIN: &str = "plain text: it is shown as it stands";

/// The first mark in a text, and what to write.
pub(super) fn found(text: &str) -> Option<(String, &'static str)> {
    if let Some(tag) = tag(text) {
        return Some((format!("the HTML tag `{tag}`"), PLAIN));
    }
    if let Some(entity) = entity(text) {
        return Some((format!("`{entity}`, which is HTML"), "the character itself"));
    }
    if let Some(escape) = ["\\n", "\\r", "\\t", "\\\""].into_iter().find(|it| text.contains(*it)) {
        let expected = if escape == "\\\"" {
            "the quotation mark only, written as \\\" in the document"
        } else {
            "text without it; a new paragraph is a text of its own"
        };
        return Some((format!("`{escape}` in the text"), expected));
    }
    markdown(text).map(|mark| (format!("the mark {mark} of Markdown"), PLAIN))
}

/// The first HTML tag.
fn tag(text: &str) -> Option<&str> {
    text.match_indices('<').find_map(|(start, _)| {
        let tag = &text[start..=start + text[start..].find('>')?];
        let name = tag[1..].strip_prefix('/').unwrap_or(&tag[1..]);
        let end = name.find(|c: char| !c.is_ascii_alphanumeric())?;
        let is_address = tag[1..].starts_with("https://") || tag[1..].starts_with("http://");
        let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name[end..].starts_with(|c: char| c.is_whitespace() || "/>".contains(c));
        (is_tag || is_address || tag.starts_with("<!--")).then_some(tag)
    })
}

/// The first character that is written as in HTML.
fn entity(text: &str) -> Option<&str> {
    text.match_indices('&').find_map(|(start, _)| {
        let end = start + text[start..].find(';')?;
        let name = &text[start + 1..end];
        let is_number = name.strip_prefix('#').is_some_and(|number| {
            let number = number.strip_prefix(['x', 'X']).unwrap_or(number);
            !number.is_empty() && number.bytes().all(|b| b.is_ascii_hexdigit())
        });
        let is_name = (2..=31).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_alphanumeric())
            && name.bytes().skip(1).any(|b| b.is_ascii_lowercase());
        (is_number || is_name).then(|| &text[start..=end])
    })
}

/// The first mark of Markdown.
fn markdown(text: &str) -> Option<&'static str> {
    let starts = ["# ", "## ", "### ", "#### ", "- ", "* ", "> "];
    let start = starts.into_iter().find(|start| text.starts_with(*start)).map(str::trim_end);
    let is_around = |mark: &str| {
        let mut parts = text.split(mark).skip(1);
        let inside = parts.next().filter(|_| parts.next().is_some());
        inside.is_some_and(|inside| !inside.is_empty() && inside.trim() == inside)
    };
    let around = ["**", "__", "~~", "`"].into_iter().find(|mark| is_around(mark));
    let around = around.or_else(|| ["*", "_"].into_iter().find(|mark| is_emphasis(text, mark)));
    let is_link = text
        .split_once("](")
        .is_some_and(|(before, after)| before.contains('[') && after.contains(')'));
    start.or(around).or_else(|| is_link.then_some("[…](…)"))
}

/// Whether words stand between two single marks, as in `a *new* word`. Figures do not count: `2 *3* 4`.
fn is_emphasis(text: &str, mark: &str) -> bool {
    let is_mark = |c: char| c.is_ascii_punctuation() && !mark.contains(c);
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches(is_mark)).collect();
    let is_first = |word: &&str| {
        word.strip_prefix(mark).is_some_and(|word| word.starts_with(char::is_alphabetic))
    };
    let is_last = |word: &&str| {
        word.strip_suffix(mark).is_some_and(|word| word.ends_with(char::is_alphanumeric))
    };
    let first = words.iter().position(is_first);
    first.is_some_and(|first| words[first..].iter().any(is_last))
}
