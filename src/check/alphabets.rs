//! In which alphabet (script) a text is written.

use crate::model::Language;

/// The first script in a text that its language does not use, where more than a single sign is written
/// in it. What stands between isolates (U+2066 to U+2069) is set apart as something foreign.
pub(super) fn foreign(text: &str, language: Language) -> Option<&'static str> {
    let is_foreign =
        |script: &str| script != "Latin" && (script != "Arabic" || language != Language::Arabic);
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
            if let Some(foreign) = [one, other].into_iter().find(|script| is_foreign(script)) {
                return Some(foreign);
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

/// The script of a letter.
fn script(c: char) -> Option<&'static str> {
    if !c.is_alphabetic() {
        return None;
    }
    Some(match u32::from(c) {
        0..=0x2af | 0x1e00..=0x1eff | 0x2c60..=0x2c7f | 0xa720..=0xa7ff | 0xfb00..=0xfb06 => {
            "Latin"
        }
        // Signs, among them letters that modify others, and numerals.
        0x2b0..=0x36f | 0x2070..=0x218f | 0x2460..=0x24ff => return None,
        0x370..=0x3ff | 0x1f00..=0x1fff => "Greek",
        0x400..=0x52f | 0x1c80..=0x1c8f | 0x2de0..=0x2dff | 0xa640..=0xa69f => "Cyrillic",
        0x530..=0x58f => "Armenian",
        0x590..=0x5ff => "Hebrew",
        0x600..=0x6ff | 0x750..=0x77f | 0x870..=0x8ff | 0xfb50..=0xfdff | 0xfe70..=0xfeff => {
            "Arabic"
        }
        0x10a0..=0x10ff | 0x1c90..=0x1cbf | 0x2d00..=0x2d2f => "Georgian",
        0x2e80..=0x9fff | 0xac00..=0xd7ff | 0xf900..=0xfaff | 0x20000..=0x3ffff => {
            "Chinese, Japanese or Korean"
        }
        0x1d400..=0x1d7ff => "mathematical",
        _ => "foreign",
    })
}
