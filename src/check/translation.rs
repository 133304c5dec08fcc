//! A translation beside its original: what must be the same in both, and what was changed since.

use serde_json::{Map, Value};

use crate::model::{COMMENT, Language, Violation};

/// The keys whose words are the same in every language.
const SAME_IN_ALL: [&str; 11] =
    ["kind", "id", "slug", "flag", "map", "url", "date", "since", "until", "precision", "role"];
/// The keys that say which document it is.
const OF_THE_DOCUMENT: [&str; 3] = ["$schema", "language", "version"];

/// What a translation says otherwise than its original: numbers, dates, ids and kinds, sections and
/// entries that are missing or too many, and texts whose original was changed since.
///
/// A note that is an object holds, under the same keys as the texts beside it, the original texts that
/// were translated; [`start`] writes them.
pub fn differences(original: &Value, translation: &Value) -> Vec<Violation> {
    let mut comparison = Comparison::default();
    comparison.objects("", original, translation);
    comparison.differences
}

/// A translation to begin with: the original with the texts of each object once more in a note.
pub fn start(original: &Value, name: &str, language: Language) -> Value {
    let mut translation = noted(original);
    translation["language"] = language.as_str().into();
    translation["partner"]["name"] = name.into();
    translation
}

/// The value, with the texts of each object once more in its note.
fn noted(value: &Value) -> Value {
    match value {
        Value::Object(object) => {
            let mut with_notes = Map::new();
            let texts = texts(object);
            if !texts.is_empty() {
                with_notes.insert(COMMENT.to_owned(), texts.into());
            }
            let values = object.iter().filter(|(key, _)| *key != COMMENT);
            with_notes.extend(values.map(|(key, value)| (key.clone(), noted(value))));
            with_notes.into()
        }
        Value::Array(list) => list.iter().map(noted).collect(),
        value => value.clone(),
    }
}

/// The texts of an object that are translated, and its lists of texts.
fn texts(object: &Map<String, Value>) -> Map<String, Value> {
    let is_text = |key: &str, value: &Value| match value {
        Value::String(_) => is_translated(key),
        Value::Array(list) => list.first().is_some_and(Value::is_string),
        _ => false,
    };
    let texts = object.iter().filter(|(key, value)| is_text(key, value));
    texts.map(|(key, value)| (key.clone(), value.clone())).collect()
}

/// Whether the words under a key are translated.
fn is_translated(key: &str) -> bool {
    key != COMMENT && !SAME_IN_ALL.contains(&key) && !OF_THE_DOCUMENT.contains(&key)
}

#[derive(Default)]
struct Comparison {
    differences: Vec<Violation>,
}

impl Comparison {
    fn add(&mut self, path: &str, found: String, expected: String) {
        self.differences.push(Violation::at(path, found, expected));
    }

    fn objects(&mut self, path: &str, original: &Value, translation: &Value) {
        let (Value::Object(original), Value::Object(translation)) = (original, translation) else {
            return;
        };
        let note = translation.get(COMMENT);
        for (key, value) in original.iter().filter(|(key, _)| *key != COMMENT) {
            let inner = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            match translation.get(key) {
                None if OF_THE_DOCUMENT.contains(&&**key) => {}
                None => {
                    let expected = format!("`{key}`, which the original has");
                    self.add(path_or_document(path), format!("no `{key}`"), expected);
                }
                Some(other) if key == "sections" => self.sections(value, other),
                Some(other) => {
                    let noted = note.and_then(|note| note.get(key));
                    self.values(&inner, key, value, other, noted);
                }
            }
        }
        for key in translation.keys().filter(|key| *key != COMMENT && !original.contains_key(*key))
        {
            if !OF_THE_DOCUMENT.contains(&&**key) {
                let inner = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                self.add(&inner, format!("`{key}`"), "only what the original has".to_owned());
            }
        }
    }

    /// `noted` is the original text that was translated, where a note says so.
    fn values(
        &mut self,
        path: &str,
        key: &str,
        original: &Value,
        translation: &Value,
        noted: Option<&Value>,
    ) {
        match (original, translation) {
            (Value::String(text), Value::String(translated)) if is_translated(key) => {
                self.texts(path, text, translated, noted);
            }
            (Value::Array(list), Value::Array(translated)) => {
                if list.len() != translated.len() {
                    let found = format!("{} entries", translated.len());
                    self.add(path, found, format!("{}, as in the original", list.len()));
                    return;
                }
                for (index, (one, other)) in list.iter().zip(translated).enumerate() {
                    let noted = noted.and_then(|noted| noted.get(index));
                    self.values(&format!("{path}[{index}]"), key, one, other, noted);
                }
            }
            (Value::Object(_), Value::Object(_)) => self.objects(path, original, translation),
            _ if OF_THE_DOCUMENT.contains(&key) || original == translation => {}
            _ => self.add(path, translation.to_string(), format!("{original}, as in the original")),
        }
    }

    fn texts(&mut self, path: &str, original: &str, translation: &str, noted: Option<&Value>) {
        let most_same = if noted.is_some() { 1 } else { MAX_SAME_WORDS };
        if original.starts_with('@') && original != translation {
            let expected = format!("\"{original}\", as in the original");
            self.add(path, format!("\"{translation}\""), expected);
        } else if noted.and_then(Value::as_str).is_some_and(|noted| noted != original) {
            let expected = format!("a translation of what the original says now: \"{original}\"");
            self.add(path, "a text whose original was changed since".to_owned(), expected);
        } else if original == translation && original.split_whitespace().count() > most_same {
            let expected = "a translation".to_owned();
            self.add(path, "the text of the original".to_owned(), expected);
        }
        let (numbers, expected) = (numbers(translation), numbers(original));
        if numbers != expected {
            self.add(path, listed(&numbers), format!("{}, as in the original", listed(&expected)));
        }
    }

    /// Sections are compared by their ids.
    fn sections(&mut self, original: &Value, translation: &Value) {
        let (Value::Array(original), Value::Array(translation)) = (original, translation) else {
            return;
        };
        let ids = |sections: &[Value]| -> Vec<Value> {
            sections.iter().map(|section| section["id"].clone()).collect()
        };
        let (expected, found) = (ids(original), ids(translation));
        for id in expected.iter().filter(|id| !found.contains(id)) {
            let expected = format!("the section {id}, which the original has");
            self.add("sections", format!("no section {id}"), expected);
        }
        let mut last = 0;
        for (index, section) in translation.iter().enumerate() {
            let path = format!("sections[{index}]");
            match expected.iter().position(|id| *id == section["id"]) {
                None => {
                    let found = section["id"].to_string();
                    let expected = "the id of a section of the original".to_owned();
                    self.add(&format!("{path}.id"), found, expected);
                }
                Some(place) => {
                    if place < last {
                        let found = format!("{} in this place", section["id"]);
                        let expected = "the order of the original".to_owned();
                        self.add(&format!("{path}.id"), found, expected);
                    }
                    last = place.max(last);
                    self.objects(&path, &original[place], section);
                }
            }
        }
    }
}

fn path_or_document(path: &str) -> &str {
    if path.is_empty() { "document" } else { path }
}

/// Up to so many words may be the same in two languages: names. Where a note holds the original, only
/// one word may.
const MAX_SAME_WORDS: usize = 3;

/// The numbers written with digits in a text, in the order of their size. Digits of other scripts
/// count as ours, and marks between groups of three do not count.
fn numbers(text: &str) -> Vec<u64> {
    let digits: String = text.chars().map(|c| ascii_digit(c).unwrap_or(c)).collect();
    let characters: Vec<char> = digits.chars().collect();
    let is_digit = |at: usize| characters.get(at).is_some_and(char::is_ascii_digit);
    let is_group = |at: usize| (1..=3).all(|next| is_digit(at + next)) && !is_digit(at + 4);
    let mut numbers = vec![String::new()];
    for (at, c) in characters.iter().enumerate() {
        let is_mark =
            ",.\u{a0}\u{202f}٬".contains(*c) && at > 0 && is_digit(at - 1) && is_group(at);
        match numbers.last_mut() {
            Some(number) if c.is_ascii_digit() => number.push(*c),
            _ if is_mark => {}
            _ => numbers.push(String::new()),
        }
    }
    let mut numbers: Vec<u64> = numbers.iter().filter_map(|number| number.parse().ok()).collect();
    numbers.sort_unstable();
    numbers
}

fn ascii_digit(c: char) -> Option<char> {
    let zero =
        ['\u{660}', '\u{6f0}'].into_iter().find(|zero| (*zero..).take(10).any(|d| d == c))?;
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}

fn listed(numbers: &[u64]) -> String {
    let numbers: Vec<_> = numbers.iter().map(u64::to_string).collect();
    match &numbers[..] {
        [] => "no number".to_owned(),
        [one] => format!("the number {one}"),
        several => format!("the numbers {}", several.join(", ")),
    }
}
