use std::collections::HashSet;

use jsonc_parser::ast::Value;
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::diagnostic::{Diagnostic, MAX_DIAGNOSTICS, Severity, Span};
use crate::model::paths::join;

/// Where the values and keys of a document stand in its text.
pub(super) struct Locations<'a> {
    source: &'a str,
    document: Value<'a>,
    /// JSON pointers as they are written and as they are meant.
    renamed: Vec<(String, String)>,
}

/// Where a value and its key stand.
struct Location {
    /// As people write it: `sections[2].parts[0].count`.
    path: String,
    key: Range,
    value: Range,
}

impl<'a> Locations<'a> {
    /// The locations of JSON text; nothing where it is not JSON.
    pub(super) fn of(source: &'a str) -> Option<Self> {
        // serde_json has read it: it is strict.
        let loose = ParseOptions::default();
        let document = parse_to_ast(source, &CollectOptions::default(), &loose).ok()?.value?;
        Some(Self { source, document, renamed: Vec::new() })
    }

    /// Gives what is under a key the pointers under another one as well.
    pub(super) fn rename(&mut self, written: String, meant: String) {
        self.renamed.push((written, meant));
    }

    /// An error of a value; of the nearest value around it where there is none. Where nothing better was
    /// found, its text was.
    pub(super) fn error(
        &self,
        pointer: &str,
        found: Option<String>,
        expected: String,
    ) -> Diagnostic {
        let location = self.nearest(pointer);
        self.at(&location, location.value, found, expected)
    }

    /// An error of a key.
    pub(super) fn error_of_key(
        &self,
        pointer: &str,
        found: String,
        expected: String,
    ) -> Diagnostic {
        let location = self.nearest(pointer);
        self.at(&location, location.key, Some(found), expected)
    }

    /// The first errors of keys that stand in an object again.
    pub(super) fn repeated_keys(&self) -> Vec<Diagnostic> {
        let mut repeated = Vec::new();
        look_for_repeated(&self.document, &mut String::new(), &mut repeated);
        let errors = repeated.iter().take(MAX_DIAGNOSTICS).map(|(key, location)| {
            let found = format!("the key `{key}` again");
            self.at(location, location.key, Some(found), "every key only once".to_owned())
        });
        errors.collect()
    }

    fn nearest(&self, pointer: &str) -> Location {
        let range = self.document.range();
        let mut nearest = Location { path: String::new(), key: range, value: range };
        let mut value = &self.document;
        for step in self.written(pointer).split('/').skip(1) {
            let Some((key, path, inner)) = step_into(value, &nearest.path, step) else { break };
            nearest = Location { path, key, value: inner.range() };
            value = inner;
        }
        if nearest.path.is_empty() {
            nearest.path = "document".to_owned();
        }
        nearest
    }

    /// The pointer as it is written.
    fn written(&self, pointer: &str) -> String {
        let renamed = self.renamed.iter().rev();
        renamed.fold(pointer.to_owned(), |pointer, (written, meant)| {
            match pointer.strip_prefix(meant) {
                Some(rest) if rest.is_empty() || rest.starts_with('/') => {
                    format!("{written}{rest}")
                }
                _ => pointer,
            }
        })
    }

    fn at(
        &self,
        location: &Location,
        range: Range,
        found: Option<String>,
        expected: String,
    ) -> Diagnostic {
        let text = &self.source[range.start..range.end];
        Diagnostic {
            severity: Severity::Error,
            path: location.path.clone(),
            span: Span::at(self.source, range.start, text.len()),
            found: found.unwrap_or_else(|| shown(text)),
            expected,
            suggestion: None,
        }
    }
}

/// A value inside a value by a step of a JSON pointer, with its path and where its key stands. Of a key that stands
/// there again the last one counts.
fn step_into<'v>(
    value: &'v Value<'v>,
    path: &str,
    step: &str,
) -> Option<(Range, String, &'v Value<'v>)> {
    match value {
        Value::Object(object) => {
            let step = step.replace("~1", "/").replace("~0", "~");
            let property = object.properties.iter().rfind(|it| it.name.as_str() == step)?;
            Some((property.name.range(), join(path, &step), &property.value))
        }
        Value::Array(list) => {
            let value = list.elements.get(step.parse::<usize>().ok()?)?;
            Some((value.range(), format!("{path}[{step}]"), value))
        }
        _ => None,
    }
}

/// Finds the keys that stand in an object again. The path of the value is as it was when this returns.
fn look_for_repeated(value: &Value, path: &mut String, found: &mut Vec<(String, Location)>) {
    let length = path.len();
    match value {
        Value::Object(object) => {
            let mut keys = HashSet::new();
            for property in &object.properties {
                let key = property.name.as_str();
                path.push_str(if length == 0 { "" } else { "." });
                path.push_str(key);
                if !keys.insert(key) {
                    let (path, range) = (path.clone(), property.name.range());
                    found.push((key.to_owned(), Location { path, key: range, value: range }));
                }
                look_for_repeated(&property.value, path, found);
                path.truncate(length);
            }
        }
        Value::Array(list) => {
            for (index, value) in list.elements.iter().enumerate() {
                path.push_str(&format!("[{index}]"));
                look_for_repeated(value, path, found);
                path.truncate(length);
            }
        }
        _ => {}
    }
}

/// The pointer to the value of a key.
pub(super) fn inside(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// What stands in the text, short enough for one line.
fn shown(text: &str) -> String {
    match text.as_bytes().first() {
        Some(b'{') => "an object".to_owned(),
        Some(b'[') => "a list".to_owned(),
        _ => shortened(text),
    }
}

/// Text that fits on a line.
pub(super) fn shortened(text: &str) -> String {
    if text.chars().nth(60).is_some() {
        text.chars().take(57).chain("…".chars()).collect()
    } else {
        text.to_owned()
    }
}
