use serde_json::Value;

use super::diagnostic::MAX_DIAGNOSTICS;
use super::schema::CompiledSchema;
use super::schema_errors::{self, Problem};
use super::tree::{Steps, Target};

/// How often a document is validated anew after what was suggested was put in.
const MAX_ROUNDS: usize = 4;

/// What the schema says about a document.
pub(super) struct Validated {
    /// What is wrong.
    pub(super) problems: Vec<Problem>,
    /// The document with what was suggested in the place of what was written.
    pub(super) value: Value,
    /// The keys that were renamed in it.
    renamed: Vec<Renamed>,
}

/// A key that stands for another one.
struct Renamed {
    /// The way to it with the key that was meant.
    meant: Steps,
    /// The key as it was written.
    written: String,
}

/// Applies the schema. A word or key that is nearly right hides nothing of what depends on it: with
/// the right one in its place the document is validated once more.
pub(super) fn validate(schema: &CompiledSchema, value: &Value) -> Validated {
    let mut value = value.clone();
    mark_fractions(&mut value);
    let mut validated = Validated::valid(value);
    for _ in 0..MAX_ROUNDS {
        let known = validated.problems.len();
        validated.look(schema);
        let repairs: Vec<Problem> = validated.problems[known..]
            .iter()
            .filter(|problem| problem.suggestion.is_some())
            .cloned()
            .collect();
        let repaired = repairs.iter().filter(|problem| validated.repair(problem));
        if repaired.count() == 0 {
            break;
        }
    }
    for problem in &mut validated.problems {
        problem.steps = written(&validated.renamed, &problem.steps);
    }
    validated
}

impl Validated {
    /// A document without problems.
    pub(super) fn valid(value: Value) -> Self {
        Self { problems: Vec::new(), value, renamed: Vec::new() }
    }

    /// Adds the problems that are not known yet.
    fn look(&mut self, schema: &CompiledSchema) {
        let mut found = Vec::new();
        for error in schema.validator.iter_errors(&self.value) {
            if found.len() >= MAX_DIAGNOSTICS {
                break;
            }
            schema_errors::problems(&error, &schema.value, &mut found);
        }
        for problem in found {
            if !self.problems.contains(&problem) {
                self.problems.push(problem);
            }
        }
        self.problems.truncate(MAX_DIAGNOSTICS);
    }

    /// Puts in what was suggested.
    fn repair(&mut self, problem: &Problem) -> bool {
        let Some(suggestion) = &problem.suggestion else { return false };
        let Some((last, outer)) = problem.steps.split_last() else { return false };
        match problem.target {
            Target::Value => {
                let value = at(&mut self.value, &problem.steps);
                value.map(|value| *value = Value::from(suggestion.as_str())).is_some()
            }
            Target::Key => {
                let Some(Value::Object(object)) = at(&mut self.value, outer) else { return false };
                if object.contains_key(suggestion) {
                    return false;
                }
                let Some(value) = object.remove(last) else { return false };
                object.insert(suggestion.clone(), value);
                let meant = outer.iter().chain([suggestion]).cloned().collect();
                self.renamed.push(Renamed { meant, written: last.clone() });
                true
            }
        }
    }

    /// The way in the text to what stands at the end of a way in the repaired document.
    pub(super) fn written(&self, steps: &[String]) -> Steps {
        written(&self.renamed, steps)
    }
}

fn written(renamed: &[Renamed], steps: &[String]) -> Steps {
    let mut written = steps.to_vec();
    for Renamed { meant, written: key } in renamed.iter().filter(|it| steps.starts_with(&it.meant))
    {
        written[meant.len() - 1].clone_from(key);
    }
    written
}

/// The value at the end of a way.
pub(super) fn at<'v>(value: &'v mut Value, steps: &[String]) -> Option<&'v mut Value> {
    steps.iter().try_fold(value, |value, step| match value {
        Value::Object(object) => object.get_mut(step),
        Value::Array(list) => list.get_mut(step.parse::<usize>().ok()?),
        _ => None,
    })
}

/// Moves a whole number that is written with a fraction or an exponent, as `16.0`, off the whole
/// numbers by a hair: schemas take it for a count, and serde does not.
fn mark_fractions(value: &mut Value) {
    match value {
        Value::Number(number) if number.is_f64() => {
            let exact = number.as_f64().unwrap_or_default();
            if exact.fract() == 0.0 {
                let near = if exact == 0.0 { f64::MIN_POSITIVE } else { toward_zero(exact) };
                *value = Value::from(near);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(mark_fractions),
        Value::Object(object) => object.values_mut().for_each(mark_fractions),
        _ => {}
    }
}

fn toward_zero(number: f64) -> f64 {
    if number > 0.0 { number.next_down() } else { number.next_up() }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::check::schema::Checkable;
    use crate::model::{Map, Profile, Site, typed};

    /// The ways to all values inside a value, and to a key that no object has.
    fn pointers(value: &Value, at: &str, all: &mut Vec<String>) {
        all.push(at.to_owned());
        match value {
            Value::Object(object) => {
                all.push(format!("{at}/other"));
                object.iter().for_each(|(key, value)| pointers(value, &format!("{at}/{key}"), all));
            }
            Value::Array(list) => list
                .iter()
                .enumerate()
                .for_each(|(index, value)| pointers(value, &format!("{at}/{index}"), all)),
            _ => {}
        }
    }

    /// The document with a value in a place, or without what is there.
    fn changed(document: &Value, pointer: &str, new: Option<&Value>) -> Value {
        let mut document = document.clone();
        let (outer, last) = pointer.rsplit_once('/').unwrap_or_default();
        match (document.pointer_mut(outer), new) {
            (Some(Value::Object(object)), Some(new)) => {
                _ = object.insert(last.to_owned(), new.clone())
            }
            (Some(Value::Object(object)), None) => _ = object.remove(last),
            (Some(Value::Array(list)), Some(new)) => {
                list[last.parse::<usize>().unwrap()] = new.clone()
            }
            (Some(Value::Array(list)), None) => _ = list.remove(last.parse().unwrap()),
            _ => {}
        }
        document
    }

    fn assert_what_is_read_is_valid<T: Checkable>(source: &str) {
        let document: Value = serde_json::from_str(source).unwrap();
        let values = json!([
            null, true, 0, -1, 2, 181, 30.5, 16.0, 4_294_967_296_u64, "", " ", "text", "a\nb", "2014", "2014-02-30",
            "https://example.org/", "javascript:alert(1)", "current", "prose", "session", "M0 0", "a-b", "a--b",
            "x".repeat(201), "x ".repeat(1_100), [], {}, ["a"], ["a", "a"], [1], { "en": "A" }, { "x": "A" }
        ]);
        let mut places = Vec::new();
        pointers(&document, "", &mut places);
        let news = || values.as_array().unwrap().iter().map(Some).chain([None]);
        for changed in places.iter().flat_map(|at| news().map(|new| changed(&document, at, new))) {
            if typed::<T>(changed.clone()).is_ok() {
                let problems = validate(T::schema(), &changed).problems;
                assert!(problems.is_empty(), "{problems:?} in\n{changed}");
            }
        }
    }

    #[test]
    fn what_a_type_reads_is_valid_by_its_schema() {
        assert_what_is_read_is_valid::<Site>(include_str!("../../tests/fixtures/site/full.json"));
        assert_what_is_read_is_valid::<Map>(include_str!("../../public/maps/iraq.json"));
        for profile in [
            include_str!("../../tests/fixtures/channels-full.json"),
            include_str!("../../tests/fixtures/contributions-full.json"),
            include_str!("../../tests/fixtures/membership-full.json"),
            include_str!("../../tests/fixtures/notes-full.json"),
            include_str!("../../tests/fixtures/places-full.json"),
            include_str!("../../tests/fixtures/prose-full.json"),
            include_str!("../../tests/fixtures/quote-full.json"),
            include_str!("../../tests/fixtures/strength-full.json"),
            include_str!("../../tests/fixtures/timeline-full.json"),
        ] {
            assert_what_is_read_is_valid::<Profile>(profile);
        }
    }
}
