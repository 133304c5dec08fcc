//! What is said of texts that are accepted and were probably meant otherwise: marks of other formats, doubtful
//! addresses, foreign letters, characters that are not seen.

use std::collections::HashMap;

use icu_normalizer::ComposingNormalizerBorrowed;
use serde_json::Value;

use super::diagnostic::MAX_DIAGNOSTICS;
use super::invisible::{forces_direction, invisible, is_invisible};
use super::translation::is_translated;
use super::{alphabets, links, markup};
use crate::model::paths::walk;
use crate::model::{Language, Violation};

/// The keys of addresses.
const LINKS: [&str; 4] = ["url", "address", "contact", "privacy"];
/// The keys of what names something.
const NAMES: [&str; 7] = ["name", "network", "label", "title", "speaker", "post", "publisher"];
/// The keys of what nobody reads, beside those that no translation changes.
const CODES: [&str; 6] = ["model", "lifetime", "key", "land", "borders", "focus"];

/// What there is to say about the texts and links of a document.
pub(super) fn warnings(document: &Value) -> Vec<Violation> {
    let language = document["language"].as_str().and_then(Language::of);
    let mut scan = TextScan { language, names: HashMap::new(), warnings: Vec::new() };
    walk(document, "", &mut |value, path| {
        if let Some(text) = value.as_str().filter(|_| scan.warnings.len() < MAX_DIAGNOSTICS) {
            scan.text(text, path);
        }
    });
    scan.warnings
}

/// A scan of all texts of a document.
struct TextScan {
    language: Option<Language>,
    /// The names as they were written first, by key and by what is seen of them.
    names: HashMap<(String, String), String>,
    warnings: Vec<Violation>,
}

impl TextScan {
    fn text(&mut self, text: &str, path: &str) {
        let mut keys = path.rsplit('.').map(|step| step.split('[').next().unwrap_or_default());
        let mut key = keys.next().unwrap_or_default();
        let mut language = self.language;
        // A phrase has its words by language.
        if let Some(own) = Language::of(key) {
            (language, key) = (Some(own), keys.next().unwrap_or_default());
        }
        let mut say = |found: String, expected: &str| {
            self.warnings.push(Violation::at(path, found, expected));
        };
        if LINKS.contains(&key) {
            if let Some(found) = links::doubt(text) {
                say(
                    found,
                    "an address that works: open the page in a browser, and copy its address from there",
                );
            }
            return;
        }
        let is_of_cookie = key == "name" && path.contains(".cookies[");
        let is_code = !is_translated(key) || CODES.contains(&key) || key.ends_with("_src");
        if is_code || is_of_cookie || text.trim().is_empty() {
            return;
        }
        if let Some(c) = text.chars().find(|c| forces_direction(*c)) {
            say(invisible(c), "text without characters that force its direction");
        }
        if let Some((found, expected)) = markup::found(text) {
            say(found, expected);
        }
        if let Some(script) = language.and_then(|language| alphabets::foreign(text, language)) {
            let expected =
                "letters of the text's language, or a name set apart: \"\\u2068…\\u2069\"";
            say(format!("{script} letters"), expected);
        }
        if NAMES.contains(&key) {
            self.name(text, key, path);
        }
    }

    /// Of a name nothing is to be invisible, and it is to be written in one way.
    fn name(&mut self, text: &str, key: &str, path: &str) {
        let is_hidden = |c: &char| is_invisible(*c) && !forces_direction(*c);
        let seen = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let seen = ComposingNormalizerBorrowed::new_nfc().normalize(&seen).into_owned();
        let found = if let Some(c) = text.chars().find(is_hidden) {
            Some((invisible(c), "a name without them: delete it and type it again"))
        } else if text.trim() != text {
            let place = if text.trim_start() == text { "end" } else { "beginning" };
            Some((format!("a space at the {place}"), "a name without spaces around it"))
        } else {
            let first = self.names.entry((key.to_owned(), seen)).or_insert_with(|| text.to_owned());
            (*first != text).then(|| {
                let found = format!(
                    "\"{text}\", which looks like \"{first}\" elsewhere and has other characters"
                );
                (found, "a name with the same characters everywhere: copy it from the other place")
            })
        };
        if let Some((found, expected)) = found {
            self.warnings.push(Violation::at(path, found, expected));
        }
    }
}
