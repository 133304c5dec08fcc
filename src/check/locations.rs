use std::collections::{HashMap, HashSet};
use std::iter;

use jsonc_parser::ast::{ObjectPropName, Value};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::diagnostic::{Diagnostic, MAX_DIAGNOSTICS, Severity, Span};
use super::paths::join;

/// Where the values and keys of a document stand in its text.
pub(super) struct Locations<'a> {
    source: &'a str,
    /// The document itself.
    document: Location,
    /// What is in it, by JSON pointer.
    inside: HashMap<String, Location>,
    /// The keys that stand in an object again.
    repeated: Vec<(String, Location)>,
}

/// Where a value and its key stand.
#[derive(Clone)]
struct Location {
    /// As people write it: `sections[2].parts[0].count`.
    path: String,
    key: Range,
    value: Range,
}

impl<'a> Locations<'a> {
    /// The locations of JSON text; nothing where it is not JSON.
    pub(super) fn of(source: &'a str) -> Option<Self> {
        let strict = ParseOptions {
            allow_comments: false,
            allow_loose_object_property_names: false,
            allow_trailing_commas: false,
            allow_missing_commas: false,
            allow_single_quoted_strings: false,
            allow_hexadecimal_numbers: false,
            allow_unary_plus_numbers: false,
            allow_bare_decimal_point_numbers: false,
            allow_non_finite_numbers: false,
            allow_extended_string_escapes: false,
        };
        let value = parse_to_ast(source, &CollectOptions::default(), &strict).ok()?.value?;
        let range = value.range();
        let document = Location { path: "document".to_owned(), key: range, value: range };
        let mut locations = Self { source, document, inside: HashMap::new(), repeated: Vec::new() };
        locations.look("", "", &value);
        Some(locations)
    }

    fn look(&mut self, pointer: &str, path: &str, value: &Value) {
        match value {
            Value::Object(object) => {
                let mut keys = HashSet::new();
                for property in &object.properties {
                    let key = match &property.name {
                        ObjectPropName::String(text) => &*text.value,
                        ObjectPropName::Word(word) => word.value,
                    };
                    let (key_range, value) = (property.name.range(), &property.value);
                    let path = join(path, key);
                    let location = Location { path, key: key_range, value: value.range() };
                    if !keys.insert(key) {
                        self.repeated.push((key.to_owned(), location.clone()));
                    }
                    self.add(inside(pointer, key), location, value);
                }
            }
            Value::Array(list) => {
                for (index, value) in list.elements.iter().enumerate() {
                    let (path, range) = (format!("{path}[{index}]"), value.range());
                    let location = Location { path, key: range, value: range };
                    self.add(format!("{pointer}/{index}"), location, value);
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, pointer: String, location: Location, value: &Value) {
        self.look(&pointer, &location.path, value);
        self.inside.insert(pointer, location);
    }

    /// Gives what is under a key the pointers under another one as well.
    pub(super) fn rename(&mut self, written: &str, meant: &str) {
        let renamed = |(pointer, location): (&String, &Location)| {
            let rest = pointer.strip_prefix(written)?;
            (rest.is_empty() || rest.starts_with('/'))
                .then(|| (format!("{meant}{rest}"), location.clone()))
        };
        let renamed: Vec<_> = self.inside.iter().filter_map(renamed).collect();
        self.inside.extend(renamed);
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
        self.at(location, location.value, found, expected)
    }

    /// An error of a key.
    pub(super) fn error_of_key(
        &self,
        pointer: &str,
        found: String,
        expected: String,
    ) -> Diagnostic {
        let location = self.nearest(pointer);
        self.at(location, location.key, Some(found), expected)
    }

    /// The first errors of keys that stand in an object again.
    pub(super) fn repeated_keys(&self) -> impl Iterator<Item = Diagnostic> {
        self.repeated.iter().take(MAX_DIAGNOSTICS).map(|(key, location)| {
            let found = format!("the key `{key}` again");
            self.at(location, location.key, Some(found), "every key only once".to_owned())
        })
    }

    fn nearest(&self, pointer: &str) -> &Location {
        let outer = pointer.rmatch_indices('/').map(|(end, _)| end);
        let mut ends = iter::once(pointer.len()).chain(outer);
        ends.find_map(|end| self.inside.get(&pointer[..end])).unwrap_or(&self.document)
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
