//! A translation beside its original: what must be the same in both, and what was changed since.

use serde_json::{Map, Value};

use crate::model::paths::join;
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
pub(super) fn is_translated(key: &str) -> bool {
    key != COMMENT && !SAME_IN_ALL.contains(&key) && !OF_THE_DOCUMENT.contains(&key)
}

#[derive(Default)]
struct Comparison {
    differences: Vec<Violation>,
}

impl Comparison {
    fn add(&mut self, path: &str, found: impl Into<String>, expected: impl Into<String>) {
        self.differences.push(Violation::at(path, found, expected));
    }

    fn objects(&mut self, path: &str, original: &Value, translation: &Value) {
        let (Value::Object(original), Value::Object(translation)) = (original, translation) else {
            return;
        };
        let is_compared = |key: &&String| *key != COMMENT && !OF_THE_DOCUMENT.contains(&&***key);
        for key in original.keys().filter(is_compared) {
            let (inner, value) = (join(path, key), &original[key]);
            match translation.get(key) {
                None => {
                    let expected = format!("`{key}`, which the original has");
                    self.add(path, format!("no `{key}`"), expected);
                }
                Some(other) if key == "sections" => self.sections(value, other),
                Some(other) => {
                    let noted = translation.get(COMMENT).and_then(|note| note.get(key));
                    self.values(&inner, key, value, other, noted);
                }
            }
        }
        let added = |key: &&String| is_compared(key) && !original.contains_key(*key);
        for key in translation.keys().filter(added) {
            self.add(&join(path, key), format!("`{key}`"), "only what the original has");
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
            (Value::Array(list), Value::Array(other)) if list.len() != other.len() => {
                let expected = format!("{}, as in the original", list.len());
                self.add(path, format!("{} entries", other.len()), expected);
            }
            (Value::Array(list), Value::Array(translated)) => {
                for (index, (one, other)) in list.iter().zip(translated).enumerate() {
                    let noted = noted.and_then(|noted| noted.get(index));
                    self.values(&format!("{path}[{index}]"), key, one, other, noted);
                }
            }
            (Value::Object(_), Value::Object(_)) => self.objects(path, original, translation),
            _ if original == translation => {}
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
            self.add(path, "a text whose original was changed since", expected);
        } else if original == translation && original.split_whitespace().count() > most_same {
            self.add(path, "the text of the original", "a translation");
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
        let place = |list: &[Value], id: &Value| list.iter().position(|it| it["id"] == *id);
        for id in original.iter().map(|section| &section["id"]) {
            if place(translation, id).is_none() {
                let expected = format!("the section {id}, which the original has");
                self.add("sections", format!("no section {id}"), expected);
            }
        }
        let mut last = 0;
        for (index, section) in translation.iter().enumerate() {
            let (path, id) = (format!("sections[{index}]"), &section["id"]);
            let Some(place) = place(original, id) else {
                let expected = "the id of a section of the original";
                self.add(&join(&path, "id"), id.to_string(), expected);
                continue;
            };
            if place < last {
                let found = format!("{id} in this place");
                self.add(&join(&path, "id"), found, "the order of the original");
            }
            last = place.max(last);
            self.objects(&path, &original[place], section);
        }
    }
}

/// Up to so many words may be the same in two languages: names. Where a note holds the original, only
/// one word may.
const MAX_SAME_WORDS: usize = 3;

/// The numbers written with digits in a text, in the order of their size. Digits of other scripts
/// count as ours, and marks between groups of three do not count.
fn numbers(text: &str) -> Vec<u64> {
    let is_mark = |c: char| ",.\u{a0}\u{202f}٬".contains(c);
    let text: String = text.chars().map(ascii_digit).collect();
    let mut numbers = Vec::new();
    for run in text.split(|c: char| !c.is_ascii_digit() && !is_mark(c)) {
        let mut groups = run.split(is_mark);
        let mut written = vec![groups.next().unwrap_or_default().to_owned()];
        for group in groups {
            match written.last_mut() {
                Some(last) if group.len() == 3 && !last.is_empty() => last.push_str(group),
                _ => written.push(group.to_owned()),
            }
        }
        numbers.extend(written.iter().filter_map(|number| number.parse::<u64>().ok()));
    }
    numbers.sort_unstable();
    numbers
}

/// A digit as ours.
fn ascii_digit(c: char) -> char {
    let zero = ['\u{660}', '\u{6f0}'].into_iter().find(|zero| (*zero..).take(10).any(|d| d == c));
    zero.and_then(|zero| char::from_digit(u32::from(c) - u32::from(zero), 10)).unwrap_or(c)
}

fn listed(numbers: &[u64]) -> String {
    let numbers: Vec<_> = numbers.iter().map(u64::to_string).collect();
    match &numbers[..] {
        [] => "no number".to_owned(),
        [one] => format!("the number {one}"),
        several => format!("the numbers {}", several.join(", ")),
    }
}
