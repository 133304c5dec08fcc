//! The style sheets as one short text.

use std::path::Path;

use super::Error;

/// What comes first and what comes last; the sections' sheets stand between them by name.
const FIRST: [&str; 3] = ["tokens", "page", "figures"];
const LAST: [&str; 3] = ["notice", "print", EMBED];
/// What only a profile in another site needs; it undoes some of what is before it.
const EMBED: &str = "embed";
/// The list of partners; no profile has need of it.
const INDEX: &str = "index";
/// Shows a document's problems while it is edited.
const PROBLEMS: &str = "problems";

/// All sheets of the page in their order, shortened. The problems' sheet is only for live reload.
pub(super) fn sheet(folder: &Path, is_live: bool) -> Result<String, Error> {
    joined(folder, |name| ![EMBED, INDEX].contains(&name) && (is_live || name != PROBLEMS))
}

/// What the list of partners needs beyond that.
pub(super) fn of_index(folder: &Path) -> Result<String, Error> {
    joined(folder, |name| name == INDEX)
}

/// The style of a profile in another site. What follows the width of the
/// viewport on the page follows the width of the element there.
pub(super) fn embedded(folder: &Path) -> Result<String, Error> {
    Ok(open(&contained(&joined(folder, |name| ![PROBLEMS, INDEX].contains(&name))?)))
}

/// The custom properties that a host page sets. `--pp-font` comes with no value of ours.
const OPEN: [&str; 7] = ["text", "surface", "accent", "border", "radius", "space", "max-width"];

/// Leaves the host page's custom properties to it, whether it sets them on the element or on what is
/// around: what the sheets declare under their names becomes a property of the profile's own, for
/// which the host page's stand in.
fn open(css: &str) -> String {
    OPEN.iter().fold(css.to_owned(), |css, name| {
        let declared = format!("--pp-{name}:");
        let mut pieces = css.split(&*declared);
        let mut open = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (value, rest) = piece.split_at(piece.find([';', '}']).unwrap_or(piece.len()));
            open += &format!("--pp-own-{name}:var(--pp-{name},{value}){rest}");
        }
        open.replace(&format!("var(--pp-{name})"), &format!("var(--pp-own-{name})"))
    })
}

fn joined(folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<String, Error> {
    let mut sheets = Vec::new();
    for path in super::entries(folder)? {
        if path.extension().is_some_and(|extension| extension == "css") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if wanted(&name) {
                sheets.push((place(&name), name, super::read(&path)?));
            }
        }
    }
    sheets.sort();
    Ok(sheets.iter().map(|(_, _, text)| shorten(text)).collect())
}

fn contained(css: &str) -> String {
    let css = css.replace("@media (width", "@container pp-embed (width");
    let mut pieces = css.split("vw").peekable();
    let mut contained = String::with_capacity(css.len());
    while let Some(piece) = pieces.next() {
        contained.push_str(piece);
        if pieces.peek().is_some() {
            let is_unit = piece.ends_with(|last: char| last.is_ascii_digit());
            contained.push_str(if is_unit { "cqi" } else { "vw" });
        }
    }
    contained
}

fn place(name: &str) -> usize {
    let first = FIRST.iter().position(|first| *first == name);
    let last = LAST.iter().position(|last| *last == name);
    first.or(last.map(|last| FIRST.len() + 1 + last)).unwrap_or(FIRST.len())
}

/// Leaves out comments and the white space that separates nothing. Strings stay as they are.
pub(super) fn shorten(css: &str) -> String {
    let mut short = String::with_capacity(css.len());
    let mut rest = css;
    let mut gap = false;
    while let Some(character) = rest.chars().next() {
        let length = if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if character.is_ascii_whitespace() {
            1
        } else {
            let length =
                if matches!(character, '"' | '\'') { string(rest) } else { character.len_utf8() };
            if matches!(character, '}') && short.ends_with(';') {
                short.pop();
            }
            let separates = gap
                && !short.ends_with(['{', '}', ';', ',', ':'])
                && !matches!(character, '{' | '}' | ';' | ',')
                && !short.is_empty();
            if separates {
                short.push(' ');
            }
            short.push_str(&rest[..length]);
            gap = false;
            rest = &rest[length..];
            continue;
        };
        gap = true;
        rest = &rest[length..];
    }
    short
}

/// The length of the string that the text starts with.
fn string(text: &str) -> usize {
    let quote = text.as_bytes()[0];
    let mut escaped = false;
    let end = text.bytes().skip(1).position(|byte| {
        let ends = byte == quote && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |end| end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_idle_space_go() {
        assert_eq!(
            shorten(
                "/* a */\n.a  > .b ,\n.c :hover {\n  margin: 0 auto; /* b */\n  color : red;\n}\n\n@media (width > 1px) and (color) { .d { --e: calc(1px + 2px); } }\n"
            ),
            ".a > .b,.c :hover{margin:0 auto;color :red}@media (width > 1px) and (color){.d{--e:calc(1px + 2px)}}"
        );
    }

    #[test]
    fn an_embedded_profile_follows_its_own_width() {
        assert_eq!(
            contained("a{b:calc(1px + 2.6vw)}@media (width >= 62rem){.vw{c:d}}"),
            "a{b:calc(1px + 2.6cqi)}@container pp-embed (width >= 62rem){.vw{c:d}}"
        );
    }

    #[test]
    fn an_embedded_profile_takes_what_is_set_around_it() {
        assert_eq!(
            open(
                ":host{--pp-space:1px;--pp-space-1:var(--pp-space);--pp-text:f(a,b)}a{c:var(--pp-text)}"
            ),
            ":host{--pp-own-space:var(--pp-space,1px);--pp-space-1:var(--pp-own-space);\
             --pp-own-text:var(--pp-text,f(a,b))}a{c:var(--pp-own-text)}"
        );
    }

    #[test]
    fn strings_stay() {
        assert_eq!(
            shorten(r#"a::after { content: " /* \" */ ; " }"#),
            r#"a::after{content:" /* \" */ ; "}"#
        );
        assert_eq!(shorten("a { content: 'x"), "a{content:'x");
    }

    #[test]
    fn sections_stand_between_page_and_notice() {
        let mut names = ["print", "channels", "notice", "figures", "page", "tokens"];
        names.sort_by_key(|name| (place(name), *name));
        assert_eq!(names, ["tokens", "page", "figures", "channels", "notice", "print"]);
    }
}
