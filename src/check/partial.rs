use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use super::schema::Checkable;
use super::schema_errors::{self, Problem};
use super::tree::{Steps, Target};
use super::validate::at;
use crate::model::typed;

/// How often what is around something broken is looked at anew: documents are not nested deeper.
const MAX_ROUNDS: usize = 16;

/// As much of a document as its type takes: what is broken was cut out, so that the rules about the
/// rest can be looked at.
pub(super) struct Partial<T> {
    pub(super) document: T,
    /// What the document was made of. In the place of an element that was cut out of a list there
    /// is `null`.
    value: Value,
}

impl<T: Checkable> Partial<T> {
    /// A document that its type reads.
    pub(super) fn whole(value: Value) -> Result<Self, Problem> {
        match typed(value.clone()) {
            Ok(document) => Ok(Self { document, value }),
            // The schema of a type says all that its reading asks for. Should it ever fail to, the
            // document is refused all the same.
            Err(error) => Err(Problem {
                steps: Vec::new(),
                target: Target::Value,
                found: Some(format!("at {error}")),
                expected: "a document that can be read".to_owned(),
                suggestion: None,
            }),
        }
    }

    /// The part of a document that is valid; nothing where too little of it is.
    pub(super) fn of(mut value: Value) -> Option<Self> {
        value.as_object()?;
        cut_broken(&mut value, &T::schema().validator);
        let stand_in: Value = serde_json::from_str(T::STAND_IN).ok()?;
        let mut whole = without_gaps(&value);
        for (key, value) in stand_in.as_object()? {
            whole.as_object_mut()?.entry(key).or_insert_with(|| value.clone());
        }
        Some(Self { document: serde_json::from_value(whole).ok()?, value })
    }

    /// The way in the document as it was to what stands at the end of a way in this part of it.
    pub(super) fn original(&self, steps: &[String]) -> Steps {
        let mut value = Some(&self.value);
        let mut original = Vec::new();
        for step in steps {
            let step = match value {
                Some(Value::Array(list)) => {
                    let mut kept =
                        list.iter().enumerate().filter(|(_, element)| !element.is_null());
                    let index = step.parse().ok().and_then(|index| Some(kept.nth(index)?.0));
                    value = index.map(|index| &list[index]);
                    index.map_or_else(|| step.clone(), |index| index.to_string())
                }
                _ => {
                    value = value.and_then(|value| value.get(step));
                    step.clone()
                }
            };
            original.push(step);
        }
        original
    }
}

/// Cuts out what is broken, and what is broken without it.
fn cut_broken(value: &mut Value, validator: &Validator) {
    for _ in 0..MAX_ROUNDS {
        let errors = validator.iter_errors(value);
        let broken: Vec<Steps> = errors.flat_map(|error| broken(&error)).collect();
        if broken.is_empty() {
            return;
        }
        broken.iter().for_each(|steps| cut(value, steps));
    }
}

/// The ways to what has to go because of an error. Nothing can be done where the whole document is
/// wrong, and a gap is known to be none of the elements that a list may have.
fn broken(error: &ValidationError) -> Vec<Steps> {
    let steps = schema_errors::steps(error);
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let inside = |key: &String| steps.iter().chain([key]).cloned().collect();
            unexpected.iter().map(inside).collect()
        }
        ValidationErrorKind::MinItems { .. } => Vec::new(),
        _ if steps.is_empty() || is_gap(error, &steps) => Vec::new(),
        _ => vec![steps],
    }
}

fn is_gap(error: &ValidationError, steps: &[String]) -> bool {
    let is_element = steps.last().is_some_and(|step| step.parse::<usize>().is_ok());
    is_element && error.instance().is_null()
}

fn cut(value: &mut Value, steps: &[String]) {
    let Some((last, outer)) = steps.split_last() else { return };
    match at(value, outer) {
        Some(Value::Object(object)) => _ = object.remove(last),
        Some(outer @ Value::Array(_)) => {
            if let Some(element) = at(outer, std::slice::from_ref(last)) {
                *element = Value::Null;
            }
        }
        _ => {}
    }
}

fn without_gaps(value: &Value) -> Value {
    match value {
        Value::Array(list) => {
            list.iter().filter(|element| !element.is_null()).map(without_gaps).collect()
        }
        Value::Object(object) => {
            object.iter().map(|(key, value)| (key.clone(), without_gaps(value))).collect()
        }
        value => value.clone(),
    }
}
