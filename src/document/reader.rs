use std::collections::HashSet;

use super::locate::{Target, locate};
use super::node::Node;
use super::problem::{Problem, Problems, Span};

/// One step from a value to a value inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Into an object: the key, and which of the pairs with that key.
    Key(String, usize),
    /// Into a list.
    Index(usize),
}

/// How many problems of one document are reported. Finding a place takes a
/// walk through the text, so a document that is wrong everywhere must not
/// cost its length squared.
///
/// In the browser nobody mends a document, and a page may not be held up.
pub const MOST_PROBLEMS: usize = if cfg!(target_arch = "wasm32") { 10 } else { 100 };

/// What is known of a problem before the text is looked at again.
struct Report {
    path: Vec<Step>,
    target: Target,
    found: Option<String>,
    expected: String,
    suggestion: Option<String>,
}

/// The place that is being read, and the problems found so far.
#[derive(Default)]
pub struct Reader {
    path: Vec<Step>,
    reports: Vec<Report>,
    ids: HashSet<String>,
}

impl Reader {
    /// Reports that the value here is not what it should be; the text of the
    /// value is quoted as what was found.
    pub fn expected(&mut self, expected: impl Into<String>) {
        self.report(self.path.clone(), Target::Value, None, expected.into(), None);
    }

    /// Reports that the value here is not what it should be, with words for what was found.
    pub fn found(&mut self, found: impl Into<String>, expected: impl Into<String>) {
        self.report(self.path.clone(), Target::Value, Some(found.into()), expected.into(), None);
    }

    /// Reports a value that is not one of a set of words, with the nearest of them, which it returns.
    pub(super) fn expected_one_of(
        &mut self,
        found: Option<&str>,
        allowed: &[&str],
    ) -> Option<String> {
        let suggestion = found.and_then(|found| nearest(found, allowed));
        let expected = one_of(allowed);
        self.report(self.path.clone(), Target::Value, None, expected, suggestion.clone());
        suggestion
    }

    /// Reports a problem of a value inside this one, with words for what was found.
    pub fn problem(&mut self, key: &str, found: impl Into<String>, expected: impl Into<String>) {
        let mut path = self.path.clone();
        path.push(Step::Key(key.to_owned(), 0));
        self.report(path, Target::Value, Some(found.into()), expected.into(), None);
    }

    fn report(
        &mut self,
        path: Vec<Step>,
        target: Target,
        found: Option<String>,
        expected: String,
        suggestion: Option<String>,
    ) {
        if !self.is_full() {
            self.reports.push(Report { path, target, found, expected, suggestion });
        }
    }

    fn is_full(&self) -> bool {
        self.reports.len() >= MOST_PROBLEMS
    }

    /// Reports that the value here is no object.
    pub(super) fn expected_object(&mut self) {
        self.expected("an object: `{ … }`");
    }

    /// Reports the unknown and the repeated keys of the object here, and returns which of the pairs
    /// may be meant for which key. `$comment` may stand in any object, and one key more where it is
    /// known already.
    pub(super) fn look_at_keys(
        &mut self,
        pairs: &[(String, Node)],
        keys: &[&str],
        also: Option<&str>,
    ) -> Vec<(usize, String)> {
        let mut meant = Vec::new();
        for (index, (key, _)) in pairs.iter().enumerate() {
            if self.is_full() {
                break;
            }
            let earlier = pairs[..index].iter().filter(|(other, _)| other == key).count();
            let is_known = keys.contains(&key.as_str()) || key == "$comment" || also == Some(key);
            if is_known && earlier == 0 {
                continue;
            }
            let mut path = self.path.clone();
            path.push(Step::Key(key.clone(), earlier));
            let (found, expected, suggestion) = if is_known {
                (format!("the key `{key}` again"), "every key only once".to_owned(), None)
            } else {
                (
                    format!("the unknown key `{}`", shortened(key)),
                    one_of_keys(keys),
                    nearest(key, keys),
                )
            };
            meant.extend(suggestion.clone().map(|key| (index, key)));
            self.report(path, Target::Key, Some(found), expected, suggestion);
        }
        meant
    }

    /// Reports that the object here lacks a key.
    pub(super) fn missing(&mut self, key: &str) {
        let found = format!("an object without the key `{key}`");
        let expected = format!("`{key}`, which is required");
        self.report(self.path.clone(), Target::Value, Some(found), expected, None);
    }

    /// Whether an id stands in the document for the first time.
    pub(super) fn is_new(&mut self, id: &str) -> bool {
        self.ids.insert(id.to_owned())
    }

    fn step<T>(&mut self, step: Step, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let value = read(self);
        self.path.pop();
        value
    }

    /// Reads inside one key of the object here.
    pub fn inside<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.step(Step::Key(key.to_owned(), 0), read)
    }

    /// Reads inside one element of the list here.
    pub fn element<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.step(Step::Index(index), read)
    }

    /// Reads inside each element of the list under a key of the object here.
    pub fn each<'l, T>(
        &mut self,
        key: &str,
        list: &'l [T],
        mut read: impl FnMut(&mut Self, &'l T),
    ) {
        self.inside(key, |reader| {
            for (index, element) in list.iter().enumerate() {
                reader.element(index, |reader| read(reader, element));
            }
        });
    }

    /// The problems, with their places in the text.
    pub fn into_problems(self, source: &str) -> Problems {
        let mut problems: Vec<_> =
            self.reports.into_iter().map(|report| report.into_problem(source)).collect();
        problems.sort_by_key(|problem| problem.span.offset);
        Problems(problems)
    }
}

impl Report {
    fn into_problem(self, source: &str) -> Problem {
        let (offset, length) = locate(source, &self.path, self.target);
        let found = self.found.unwrap_or_else(|| quoted(&source[offset..offset + length]));
        Problem {
            path: written(&self.path),
            span: Span::at(source, offset, length),
            found,
            expected: self.expected,
            suggestion: self.suggestion,
        }
    }
}

/// A path as people write it: `sections[2].parts[0].count`.
fn written(path: &[Step]) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Step::Key(key, _) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(key);
            }
            Step::Index(index) => {
                text.push('[');
                text.push_str(&index.to_string());
                text.push(']');
            }
        }
    }
    if text.is_empty() { "document".to_owned() } else { text }
}

/// What stands in the text, short enough for one line.
fn quoted(text: &str) -> String {
    match text.as_bytes().first() {
        Some(b'{') => "an object".to_owned(),
        Some(b'[') => "a list".to_owned(),
        _ => shortened(text),
    }
}

/// Text that fits on a line.
fn shortened(text: &str) -> String {
    if text.chars().nth(60).is_some() {
        text.chars().take(57).chain("…".chars()).collect()
    } else {
        text.to_owned()
    }
}

fn one_of(words: &[&str]) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
    if words.len() == 1 { words.concat() } else { format!("one of {}", words.join(", ")) }
}

fn one_of_keys(keys: &[&str]) -> String {
    format!("one of the keys `{}`", keys.join("`, `"))
}

/// The allowed word that is nearest to the one found, if it is near at all.
/// Only the tools on the editor's machine suggest; the browser saves the bytes.
#[cfg(not(target_arch = "wasm32"))]
fn nearest(found: &str, allowed: &[&str]) -> Option<String> {
    allowed
        .iter()
        .map(|word| (strsim::damerau_levenshtein(&found.to_lowercase(), word), word))
        .filter(|(distance, word)| *distance <= word.chars().count() / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| (*word).to_owned())
}

#[cfg(target_arch = "wasm32")]
fn nearest(_found: &str, _allowed: &[&str]) -> Option<String> {
    None
}
