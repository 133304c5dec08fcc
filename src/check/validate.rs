use serde_json::Value;

use super::diagnostic::{Diagnostic, MAX_DIAGNOSTICS};
use super::locations::{Locations, inside};
use super::schema::CompiledSchema;
use super::schema_errors::{Problem, problems};

/// How often a document is validated anew after what was suggested was put in.
const MAX_ROUNDS: usize = 4;

/// What the schema says about a document. A word or key that is nearly right hides nothing of what
/// depends on it: with the right one in its place the document is validated once more.
pub(super) fn validate(
    schema: &CompiledSchema,
    value: &mut Value,
    locations: &mut Locations,
) -> Vec<Diagnostic> {
    mark_fractions(value);
    let mut known: Vec<Diagnostic> = Vec::new();
    for _ in 0..MAX_ROUNDS {
        let errors = schema.validator.iter_errors(value);
        let found = errors.flat_map(|error| problems(&error, &schema.value, locations));
        let found: Vec<Problem> = found.take(MAX_DIAGNOSTICS).collect();
        let mut is_mended = false;
        for problem in found {
            if !known.contains(&problem.diagnostic) {
                is_mended |= mend(value, locations, &problem).is_some();
                known.push(problem.diagnostic);
            }
        }
        if !is_mended {
            break;
        }
    }
    known
}

/// Puts in what was suggested.
fn mend(value: &mut Value, locations: &mut Locations, problem: &Problem) -> Option<()> {
    let suggestion = problem.diagnostic.suggestion.as_deref()?;
    let Some(key) = &problem.key else {
        *value.pointer_mut(&problem.pointer)? = suggestion.into();
        return Some(());
    };
    let object = value.pointer_mut(&problem.pointer)?.as_object_mut()?;
    if object.contains_key(suggestion) {
        return None;
    }
    let value = object.remove(key)?;
    object.insert(suggestion.to_owned(), value);
    locations.rename(inside(&problem.pointer, key), inside(&problem.pointer, suggestion));
    Some(())
}

/// Moves a whole number that is written with a fraction or an exponent, as `16.0`, off the whole
/// numbers by a hair: schemas take it for a count, and serde does not.
fn mark_fractions(value: &mut Value) {
    match value {
        Value::Number(number) if number.is_f64() => {
            let exact = number.as_f64().unwrap_or_default();
            if exact.fract() == 0.0 {
                *value = (exact * (1.0 - f64::EPSILON) + f64::MIN_POSITIVE).into();
            }
        }
        Value::Array(list) => list.iter_mut().for_each(mark_fractions),
        Value::Object(object) => object.values_mut().for_each(mark_fractions),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use strum::VariantNames;

    use super::*;
    use crate::check::schema::{MAP, PROFILE, SITE};
    use crate::model::{Content, Document, Map, Profile, Site, read};

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

    fn assert_what_is_read_is_valid<T: Document>(schema: &CompiledSchema, source: &str) {
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
            let text = changed.to_string();
            if read::<T>(&text).is_ok() {
                let mut locations = Locations::of(&text).unwrap();
                let problems = validate(schema, &mut changed.clone(), &mut locations);
                assert!(problems.is_empty(), "{problems:?} in\n{changed}");
            }
        }
    }

    #[test]
    fn what_a_type_reads_is_valid_by_its_schema() {
        assert_what_is_read_is_valid::<Site>(
            &SITE,
            include_str!("../../tests/fixtures/site/full.json"),
        );
        assert_what_is_read_is_valid::<Map>(&MAP, include_str!("../../public/maps/iraq.json"));
        for kind in Content::VARIANTS {
            let file = format!("{}/tests/fixtures/{kind}-full.json", env!("CARGO_MANIFEST_DIR"));
            let profile = std::fs::read_to_string(file).unwrap();
            assert_what_is_read_is_valid::<Profile>(&PROFILE, &profile);
        }
    }
}
