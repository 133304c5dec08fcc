//! What the errors of the schema mean, in words for those who write documents.

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use serde_json::Value;

use super::diagnostic::{Diagnostic, MAX_DIAGNOSTICS};
use super::locations::{Locations, inside, shortened};
use super::values;
use crate::model::COMMENT;

/// The key that tells the kind of an object.
const KIND: &str = "kind";

/// A problem that the schema finds.
pub(super) struct Problem {
    /// What there is to say.
    pub(super) diagnostic: Diagnostic,
    /// The JSON pointer to the value that it is about.
    pub(super) pointer: String,
    /// The key of that which it is about, where it is about one.
    pub(super) key: Option<String>,
}

/// The problems behind an error.
pub(super) fn problems(
    error: &ValidationError,
    schema: &Value,
    locations: &Locations,
) -> Vec<Problem> {
    let part = part_of(error, schema);
    let pointer = error.instance_path().as_str();
    let text = error.instance().as_str();
    let problem = |found: Option<&str>, expected: String| Problem {
        diagnostic: locations.error(pointer, found.map(str::to_owned), expected),
        pointer: pointer.to_owned(),
        key: None,
    };
    let near = |words: &[&str]| text.and_then(|text| nearest(text, words));
    let rule = part.get("errorMessage").and_then(Value::as_str);
    match error.kind() {
        ValidationErrorKind::Maximum { limit } if rule == Some(values::COUNT) => {
            vec![problem(None, format!("a whole number, at most {limit}"))]
        }
        _ if rule.is_some() => {
            let (found, mut expected) = values::explain(error.instance(), rule.unwrap_or_default());
            if text == Some("") && last_step(pointer).parse::<usize>().is_ok() {
                expected.push_str("; if there is none, delete the quotation marks and a comma");
            }
            let suggestion = near(&words_inside(part, schema));
            vec![problem(found.as_deref(), expected).with(suggestion)]
        }
        ValidationErrorKind::MinItems { .. } => {
            vec![problem(Some("no sections"), "at least one section".to_owned())]
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let unexpected = unexpected.iter().take(MAX_DIAGNOSTICS);
            unexpected.map(|key| unknown_key(pointer, key, part, locations)).collect()
        }
        ValidationErrorKind::Required { property } => {
            let key = property.as_str().unwrap_or_default();
            let missing = problem(
                Some(&format!("missing required key `{key}`")),
                format!("`{key}`, which is required"),
            );
            let misspelt = misspelt_kind(pointer, key, error.instance(), locations);
            vec![misspelt.unwrap_or(missing)]
        }
        ValidationErrorKind::AnyOf { context } => {
            // What may be missing may be null as well.
            let branches = part["anyOf"].as_array().into_iter().flatten();
            let wanted = branches.zip(context).find(|(branch, _)| branch["type"] != "null");
            let errors = wanted.into_iter().flat_map(|(_, errors)| errors);
            let mut found: Vec<_> =
                errors.flat_map(|error| problems(error, schema, locations)).collect();
            // As a form leaves it.
            if text == Some("") {
                let key = last_step(pointer);
                let advice = format!("; if there is none, delete `\"{key}\": \"\"` and its comma");
                found.iter_mut().for_each(|it| it.diagnostic.expected.push_str(&advice));
            }
            found
        }
        ValidationErrorKind::OneOfNotValid { .. } | ValidationErrorKind::Enum { .. } => {
            let words = words(part);
            vec![problem(None, one_of(&words)).with(near(&words))]
        }
        _ => vec![problem(None, of_type(part).to_owned())],
    }
}

impl Problem {
    /// A problem of a key of an object.
    fn of_key(
        pointer: &str,
        key: &str,
        expected: String,
        near: &[&str],
        locations: &Locations,
    ) -> Self {
        let found = format!("the unknown key `{}`", shortened(key));
        let diagnostic = locations.error_of_key(&inside(pointer, key), found, expected);
        Self { diagnostic, pointer: pointer.to_owned(), key: Some(key.to_owned()) }
            .with(nearest(key, near))
    }

    fn with(mut self, suggestion: Option<String>) -> Self {
        self.diagnostic.suggestion = suggestion;
        self
    }
}

/// The last step of a JSON pointer.
fn last_step(pointer: &str) -> &str {
    pointer.rsplit_once('/').map_or("", |(_, step)| step)
}

/// The part of the schema that has the keyword of an error.
fn part_of<'s>(error: &ValidationError, schema: &'s Value) -> &'s Value {
    let pointer = error.schema_path().as_str();
    let part = pointer.rsplit_once('/').map_or("", |(part, _)| part);
    schema.pointer(part).unwrap_or(schema)
}

/// The key that is nearly the one that tells the kind of an object: without that, no other key of the
/// object can be judged.
fn misspelt_kind(
    pointer: &str,
    missing: &str,
    instance: &Value,
    locations: &Locations,
) -> Option<Problem> {
    let mut keys = instance.as_object().filter(|_| missing == KIND)?.keys();
    let key = keys.find(|key| nearest(key, &[KIND]).is_some())?;
    let expected = format!("the key `{KIND}`, which is required");
    Some(Problem::of_key(pointer, key, expected, &[KIND], locations))
}

fn unknown_key(pointer: &str, key: &str, part: &Value, locations: &Locations) -> Problem {
    let properties = part.get("properties").and_then(Value::as_object);
    let keys = properties.into_iter().flat_map(|map| map.keys()).map(String::as_str);
    let keys: Vec<&str> = keys.filter(|key| *key != COMMENT).collect();
    let expected = format!("one of the keys `{}`", keys.join("`, `"));
    Problem::of_key(pointer, key, expected, &keys, locations)
}

/// The words that a part of the schema allows.
fn words(part: &Value) -> Vec<&str> {
    let choices = ["oneOf", "enum"].into_iter().filter_map(|key| part.get(key)?.as_array());
    choices.flatten().filter_map(|choice| choice.get("const").unwrap_or(choice).as_str()).collect()
}

/// The words that a part of the schema allows among other values.
fn words_inside<'s>(part: &'s Value, schema: &'s Value) -> Vec<&'s str> {
    let choices = part["anyOf"].as_array().into_iter().flatten();
    let types = choices.flat_map(|choice| choice["allOf"].as_array()).flatten();
    let types = types.filter_map(|it| schema.pointer(it["$ref"].as_str()?.strip_prefix('#')?));
    types.flat_map(words).collect()
}

/// What a value of a type looks like.
fn of_type(part: &Value) -> &'static str {
    let kind = match part.get("type") {
        // What may be missing may be null as well.
        Some(Value::Array(types)) => types.iter().find(|kind| *kind != "null"),
        kind => kind,
    };
    match kind.and_then(Value::as_str) {
        Some("object") => "an object: `{ … }`",
        Some("array") => "a list: `[ … ]`",
        Some("boolean") => "true or false",
        Some("integer") => values::COUNT,
        _ => "text in quotation marks",
    }
}

fn one_of(words: &[&str]) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("\"{word}\"")).collect();
    if words.len() == 1 { words.concat() } else { format!("one of {}", words.join(", ")) }
}

/// The allowed word that is nearest to the one found, if it is near at all.
pub(super) fn nearest(found: &str, allowed: &[&str]) -> Option<String> {
    // What is much longer is not near, and comparing it takes its length times that of the words.
    let found = Some(found.to_lowercase()).filter(|found| found.len() <= 64)?;
    allowed
        .iter()
        .map(|word| (strsim::damerau_levenshtein(&found, word), word))
        .filter(|(distance, word)| *distance <= word.chars().count() / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, word)| (*word).to_owned())
}
