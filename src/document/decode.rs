use std::collections::HashSet;

use super::locate::{Target, locate};
use super::node::Node;
use super::problem::{Problem, Problems, Span};

/// A type that can be read from a document.
pub trait Decode: Sized {
    /// Reads the value, or reports what is wrong with it and returns nothing.
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self>;

    /// The value that a missing key stands for; `None` where the key is required.
    fn absent() -> Option<Self> {
        None
    }
}

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
pub const MOST_PROBLEMS: usize = 100;

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
    tagged: bool,
    ids: HashSet<String>,
}

impl Reader {
    /// Reports that the value here is not what it should be; the text of the
    /// value is quoted as what was found.
    pub fn expected(&mut self, expected: impl Into<String>) {
        self.report(self.path.clone(), Target::Value, None, expected.into(), None);
    }

    /// Reports a value that is one of a set of words, with the nearest of them.
    pub fn expected_one_of(&mut self, found: Option<&str>, allowed: &[&str]) {
        let suggestion = found.and_then(|found| nearest(found, allowed));
        let expected = one_of(allowed);
        self.report(self.path.clone(), Target::Value, None, expected, suggestion);
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

    /// The pairs of the object here, after a look at its keys: unknown and
    /// repeated ones are reported. `$comment` may stand in any object.
    pub fn object<'n>(&mut self, node: &'n Node, keys: &[&str]) -> Option<&'n [(String, Node)]> {
        let tagged = std::mem::take(&mut self.tagged);
        let Node::Object(pairs) = node else {
            self.expected("an object: `{ … }`");
            return None;
        };
        for (index, (key, _)) in pairs.iter().enumerate() {
            if self.is_full() {
                break;
            }
            let earlier = pairs[..index].iter().filter(|(other, _)| other == key).count();
            let known =
                keys.contains(&key.as_str()) || key == "$comment" || (tagged && key == "kind");
            if known && earlier == 0 {
                continue;
            }
            let mut path = self.path.clone();
            path.push(Step::Key(key.clone(), earlier));
            let (found, expected, suggestion) = if known {
                (format!("the key `{key}` again"), "every key only once".to_owned(), None)
            } else {
                (
                    format!("the unknown key `{}`", shortened(key)),
                    one_of_keys(keys),
                    nearest(key, keys),
                )
            };
            self.report(path, Target::Key, Some(found), expected, suggestion);
        }
        Some(pairs)
    }

    /// The value under a key of an object.
    pub fn field<T: Decode>(&mut self, pairs: &[(String, Node)], key: &str) -> Option<T> {
        match pairs.iter().find(|(k, _)| k == key) {
            Some((_, node)) => {
                self.step(Step::Key(key.to_owned(), 0), |reader| T::decode(node, reader))
            }
            None => T::absent().or_else(|| {
                self.missing(key);
                None
            }),
        }
    }

    /// Reports that the object here lacks a key.
    pub fn missing(&mut self, key: &str) {
        let found = format!("an object without the key `{key}`");
        let expected = format!("`{key}`, which is required");
        self.report(self.path.clone(), Target::Value, Some(found), expected, None);
    }

    /// Reads an object that carries its `kind`, which the caller has read.
    pub fn tagged<T: Decode>(&mut self, node: &Node) -> Option<T> {
        self.tagged = true;
        T::decode(node, self)
    }

    /// Whether an id stands in the document for the first time.
    pub fn is_new(&mut self, id: &str) -> bool {
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

impl<T: Decode> Decode for Option<T> {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        match node {
            Node::Null => Some(None),
            node => T::decode(node, reader).map(Some),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

/// A list; a missing one is empty.
impl<T: Decode> Decode for Vec<T> {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        let Node::List(nodes) = node else {
            reader.expected("a list: `[ … ]`");
            return None;
        };
        // Every element is read, also after one that fails.
        let values: Vec<Option<T>> = nodes
            .iter()
            .enumerate()
            .map(|(index, node)| reader.element(index, |reader| T::decode(node, reader)))
            .collect();
        values.into_iter().collect()
    }

    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
}

impl Decode for bool {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        if let Node::Bool(value) = node {
            return Some(*value);
        }
        reader.expected("true or false");
        None
    }
}

impl Decode for u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked")]
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        match node {
            Node::Number(value)
                if *value >= 0.0 && *value <= f64::from(u32::MAX) && value.trunc() == *value =>
            {
                Some(*value as u32)
            }
            Node::Number(value) if *value > f64::from(u32::MAX) => {
                reader.expected(format!("a whole number, at most {}", u32::MAX));
                None
            }
            _ => {
                reader.expected("a whole number, 0 or more, without quotation marks");
                None
            }
        }
    }
}
