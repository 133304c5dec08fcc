use std::collections::HashSet;

use jsonc_parser::ast::{Object, ObjectPropName, Value};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// The way from the document to a value inside it: keys, and numbers of list elements.
pub(super) type Steps = Vec<String>;

/// The syntax tree of a document: where its values and keys stand in the text.
pub(super) struct Tree<'a> {
    root: Value<'a>,
}

/// What a way leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// The value.
    Value,
    /// The last key itself.
    Key,
}

/// A place in a document.
pub(super) struct Location {
    /// As people write it: `sections[2].parts[0].count`.
    pub(super) path: String,
    /// The bytes of the text.
    pub(super) range: Range,
}

impl Location {
    fn new(path: String, range: Range) -> Self {
        let path = if path.is_empty() { "document".to_owned() } else { path };
        Self { path, range }
    }
}

impl<'a> Tree<'a> {
    /// The tree of JSON text; nothing where it is not JSON.
    pub(super) fn parse(source: &'a str) -> Option<Self> {
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
        let root = parse_to_ast(source, &CollectOptions::default(), &strict).ok()?.value?;
        Some(Self { root })
    }

    /// The place of a value or key; that of the nearest value around it where there is none.
    pub(super) fn locate(&self, steps: &[String], target: Target) -> Location {
        let mut value = Some(&self.root);
        let mut range = self.root.range();
        let mut path = String::new();
        for (index, step) in steps.iter().enumerate() {
            let inner = match value {
                Some(Value::Array(list)) => {
                    path.push_str(&format!("[{step}]"));
                    step.parse::<usize>().ok().and_then(|index| list.elements.get(index))
                }
                outer => {
                    let dot = if path.is_empty() { "" } else { "." };
                    path.push_str(&format!("{dot}{step}"));
                    let Some((key, inner)) = outer.and_then(|value| property(value, step)) else {
                        value = None;
                        continue;
                    };
                    if target == Target::Key && index + 1 == steps.len() {
                        return Location::new(path, key);
                    }
                    Some(inner)
                }
            };
            range = inner.map_or(range, Ranged::range);
            value = inner;
        }
        Location::new(path, range)
    }

    /// The keys that stand in an object again, so many of them at most.
    pub(super) fn repeated_keys(&self, most: usize) -> Vec<(String, Location)> {
        let mut search = PathSearch { pieces: Vec::new(), found: Vec::new(), most };
        search.look(&self.root);
        search.found
    }
}

/// The last property with a key, as serde_json takes it.
fn property<'v, 'a>(value: &'v Value<'a>, key: &str) -> Option<(Range, &'v Value<'a>)> {
    let Value::Object(Object { properties, .. }) = value else { return None };
    let property = properties.iter().rfind(|property| written(&property.name) == key)?;
    Some((property.name.range(), &property.value))
}

fn written<'v>(name: &'v ObjectPropName<'_>) -> &'v str {
    match name {
        ObjectPropName::String(text) => &text.value,
        ObjectPropName::Word(word) => word.value,
    }
}

/// A search for repeated keys.
struct PathSearch {
    /// The path to the value that is looked at, in pieces: `.key` or `[index]`.
    pieces: Vec<String>,
    found: Vec<(String, Location)>,
    most: usize,
}

impl PathSearch {
    fn look(&mut self, value: &Value) {
        match value {
            Value::Object(object) => {
                let mut keys = HashSet::new();
                for property in &object.properties {
                    let key = written(&property.name);
                    self.pieces.push(format!(".{key}"));
                    if !keys.insert(key) && self.found.len() < self.most {
                        let path = self.pieces.concat().trim_start_matches('.').to_owned();
                        let place = Location::new(path, property.name.range());
                        self.found.push((key.to_owned(), place));
                    }
                    self.look(&property.value);
                    self.pieces.pop();
                }
            }
            Value::Array(list) => {
                for (index, element) in list.elements.iter().enumerate() {
                    self.pieces.push(format!("[{index}]"));
                    self.look(element);
                    self.pieces.pop();
                }
            }
            _ => {}
        }
    }
}
