//! What the errors of the schema mean, in words for those who write documents.

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use serde_json::Value;

use super::tree::{Steps, Target};
use super::values;
use crate::model::COMMENT;

/// The key that tells the kind of an object.
const KIND: &str = "kind";

/// A problem that is not located yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    /// The way to it.
    pub(super) steps: Steps,
    /// What the way leads to.
    pub(super) target: Target,
    /// What was found; nothing where the text itself says it.
    pub(super) found: Option<String>,
    /// What was expected.
    pub(super) expected: String,
    /// The allowed name that is nearest to the one found.
    pub(super) suggestion: Option<String>,
}

/// The problems behind an error.
pub(super) fn problems(error: &ValidationError, schema: &Value, problems: &mut Vec<Problem>) {
    let part = part_of(error, schema);
    let steps = steps(error);
    let problem = |found, expected, suggestion| Problem {
        steps: steps.clone(),
        target: Target::Value,
        found,
        expected,
        suggestion,
    };
    let says = |key: &str| part.get(key);
    let rule = says("errorMessage").and_then(Value::as_str);
    match error.kind() {
        ValidationErrorKind::Maximum { limit } if rule == Some(values::COUNT) => {
            problems.push(problem(None, format!("a whole number, at most {limit}"), None));
        }
        _ if rule.is_some() => {
            let (found, mut expected) = values::explain(error.instance(), rule.unwrap_or_default());
            let is_element = steps.last().is_some_and(|step| step.parse::<usize>().is_ok());
            if is_element && error.instance().as_str() == Some("") {
                expected.push_str("; if there is none, delete the quotation marks and a comma");
            }
            let words = words_inside(part, schema);
            let suggestion = error.instance().as_str().and_then(|found| nearest(found, &words));
            problems.push(problem(found, expected, suggestion));
        }
        // The rule about it has better words.
        ValidationErrorKind::MinItems { .. } => {}
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            problems.extend(unexpected.iter().map(|key| unknown_key(&steps, key, part)));
        }
        ValidationErrorKind::Required { property } => {
            let key = property.as_str().unwrap_or_default();
            let found = format!("missing required key `{key}`");
            let missing = problem(Some(found), format!("`{key}`, which is required"), None);
            problems.push(misspelt_kind(&steps, key, error.instance()).unwrap_or(missing));
        }
        ValidationErrorKind::AnyOf { context } => {
            // What may be missing may be null as well.
            let branches = says("anyOf").and_then(Value::as_array).into_iter().flatten();
            let is_null = |branch: &Value| branch["type"] == "null";
            let known = problems.len();
            let wanted = branches.zip(context).find(|(branch, _)| !is_null(branch));
            for error in wanted.iter().flat_map(|(_, errors)| *errors) {
                self::problems(error, schema, problems);
            }
            // As a form leaves it.
            if let (Some(""), Some(key)) = (error.instance().as_str(), steps.last()) {
                let advice = format!("; if there is none, delete `\"{key}\": \"\"` and its comma");
                problems[known..].iter_mut().for_each(|it| it.expected.push_str(&advice));
            }
        }
        ValidationErrorKind::OneOfNotValid { .. } | ValidationErrorKind::Enum { .. } => {
            let words = words(part);
            let found = error.instance().as_str();
            let suggestion = found.and_then(|found| nearest(found, &words));
            problems.push(problem(None, one_of(&words), suggestion));
        }
        _ => problems.push(problem(None, of_type(part).to_owned(), None)),
    }
}

/// The way to the value that an error is about.
pub(super) fn steps(error: &ValidationError) -> Steps {
    let pointer = error.instance_path().as_str();
    pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~")).collect()
}

/// The part of the schema that has the keyword of an error.
fn part_of<'s>(error: &ValidationError, schema: &'s Value) -> &'s Value {
    let pointer = error.schema_path().as_str();
    let part = pointer.rsplit_once('/').map_or("", |(part, _)| part);
    schema.pointer(part).unwrap_or(schema)
}

/// The key that is nearly the one that tells the kind of an object: without that, no other key of the
/// object can be judged.
fn misspelt_kind(steps: &[String], missing: &str, instance: &Value) -> Option<Problem> {
    let mut keys = instance.as_object().filter(|_| missing == KIND)?.keys();
    let key = keys.find(|key| nearest(key, &[KIND]).is_some())?;
    Some(Problem {
        steps: steps.iter().cloned().chain([key.to_owned()]).collect(),
        target: Target::Key,
        found: Some(format!("the unknown key `{}`", shortened(key))),
        expected: format!("the key `{KIND}`, which is required"),
        suggestion: Some(KIND.to_owned()),
    })
}

fn unknown_key(steps: &[String], key: &str, part: &Value) -> Problem {
    let properties = part.get("properties").and_then(Value::as_object);
    let keys = properties.into_iter().flat_map(|map| map.keys()).map(String::as_str);
    let keys: Vec<&str> = keys.filter(|key| *key != COMMENT).collect();
    Problem {
        steps: steps.iter().cloned().chain([key.to_owned()]).collect(),
        target: Target::Key,
        found: Some(format!("the unknown key `{}`", shortened(key))),
        expected: format!("one of the keys `{}`", keys.join("`, `")),
        suggestion: nearest(key, &keys),
    }
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

/// What stands in the text, short enough for one line.
pub(super) fn quoted(text: &str) -> String {
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
