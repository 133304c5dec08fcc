//! In which alphabet (script) a text is written.

use unicode_script::{Script, UnicodeScript};

use crate::model::Language;

/// The first script in a text that its language does not use, where more than a single sign is written
/// in it. What stands between isolates (U+2066 to U+2069) is set apart as something foreign.
pub(super) fn foreign(text: &str, language: Language) -> Option<&'static str> {
    let is_foreign = |script: &Script| {
        *script != Script::Latin && (*script != Script::Arabic || language != Language::Arabic)
    };
    let mut depth = 0_usize;
    let mut before = None;
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let script = script(c).filter(|_| depth == 0);
        if let (Some(one), Some(other)) = (before, script) {
            // In a word of ours a single letter of another script passes for one of ours.
            if let Some(foreign) = [one, other].into_iter().find(is_foreign) {
                return Some(foreign.full_name());
            }
        }
        before = script;
    }
    None
}

/// Whether a name is written in more than one script, one of which passes for the other.
pub(super) fn is_mixed(name: &str) -> bool {
    let mut scripts = name.chars().filter_map(script);
    scripts.next().is_some_and(|first| scripts.any(|other| other != first))
}

/// The script of a letter; nothing where several have it.
fn script(c: char) -> Option<Script> {
    match c.script() {
        _ if !c.is_alphabetic() => None,
        Script::Common | Script::Inherited | Script::Unknown => None,
        // They are written together.
        Script::Hiragana | Script::Katakana | Script::Hangul | Script::Bopomofo => {
            Some(Script::Han)
        }
        script => Some(script),
    }
}
