use std::sync::LazyLock;

use jsonschema::Validator;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use super::values::COUNT;
use crate::model::{COMMENT, Document, Map, Profile, Site};

/// The published schemas: their file names and texts.
pub fn schemas() -> [(&'static str, String); 2] {
    // A schema is JSON by its type, so writing it cannot fail.
    let text = |schema: Value| format!("{schema:#}\n");
    [
        ("profile.schema.json", text(schema::<Profile>())),
        ("site.schema.json", text(schema::<Site>())),
    ]
}

/// A document that is checked against the schema of its type.
pub(super) trait Checkable: Document {
    /// A document of the type that lacks nothing. Its values stand in for those that a broken
    /// document lacks, so that the rules about the rest can be looked at.
    const STAND_IN: &'static str;

    /// The schema, made once.
    fn schema() -> &'static CompiledSchema;
}

/// A schema, and what validates by it.
pub(super) struct CompiledSchema {
    pub(super) value: Value,
    pub(super) validator: Validator,
}

impl CompiledSchema {
    fn of<T: JsonSchema>() -> Self {
        let value = schema::<T>();
        let validator = jsonschema::validator_for(&value).expect("the schema of a type of ours");
        Self { value, validator }
    }
}

impl Checkable for Profile {
    const STAND_IN: &'static str = r#"{
        "version": 1, "language": "en", "slug": "a", "partner": { "name": "A", "kind": "country" },
        "title": "A", "lead": "A", "origin": { "publisher": "A", "title": "A" }, "sections": []
    }"#;

    fn schema() -> &'static CompiledSchema {
        static SCHEMA: LazyLock<CompiledSchema> = LazyLock::new(CompiledSchema::of::<Profile>);
        &SCHEMA
    }
}

impl Checkable for Site {
    const STAND_IN: &'static str = r#"{
        "version": 1, "id": "a", "name": { "en": "A" },
        "consent": { "model": "opt-in", "revision": 0 }
    }"#;

    fn schema() -> &'static CompiledSchema {
        static SCHEMA: LazyLock<CompiledSchema> = LazyLock::new(CompiledSchema::of::<Site>);
        &SCHEMA
    }
}

impl Checkable for Map {
    // There are no rules between its values.
    const STAND_IN: &'static str = "{}";

    fn schema() -> &'static CompiledSchema {
        static SCHEMA: LazyLock<CompiledSchema> = LazyLock::new(CompiledSchema::of::<Map>);
        &SCHEMA
    }
}

/// The schema of a type, in the draft that editors know best.
fn schema<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft07()
        .with_transform(RecursiveTransform(tidy))
        .with_transform(RecursiveTransform(put_own_words_first));
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// Admits notes to editors in every object, says the range of a count in words that all validators
/// know, has each of several types say what the others admit, and makes a description one paragraph.
fn tidy(schema: &mut Schema) {
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = description.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    match schema.get("format").and_then(Value::as_str) {
        Some("uint32") => {
            schema.remove("format");
            if schema.get("maximum").is_none() {
                schema.insert("maximum".to_owned(), u32::MAX.into());
            }
            if schema.get("errorMessage").is_none() {
                schema.insert("errorMessage".to_owned(), COUNT.into());
            }
        }
        Some("double") => _ = schema.remove("format"),
        _ => {}
    }
    let message = schema.get("errorMessage").cloned();
    if let (Some(message), Some(Value::Array(types))) = (message, schema.get_mut("anyOf")) {
        let types = types.iter_mut().filter_map(Value::as_object_mut);
        types.for_each(|one| _ = one.insert("errorMessage".to_owned(), message.clone()));
    }
    let is_closed = schema.get("additionalProperties") == Some(&Value::Bool(false));
    if let Some(Value::Object(properties)) = schema.get_mut("properties").filter(|_| is_closed) {
        let description = "A note to whoever edits the document; never shown.";
        properties.insert(COMMENT.to_owned(), json!({ "description": description }));
    }
}

/// Has the words of a key stand before those of its type: an editor shows the first that it comes by.
fn put_own_words_first(schema: &mut Schema) {
    let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
    for property in properties.values_mut() {
        let Some(property) = property.as_object_mut() else { continue };
        let Some(words) = property.get("description").cloned() else { continue };
        let words = json!({ "description": words });
        if let Some(Value::Array(all)) = property.get_mut("allOf") {
            all.insert(0, words);
        } else if let Some((key, choices)) =
            ["anyOf", "oneOf"].into_iter().find_map(|key| Some((key, property.shift_remove(key)?)))
        {
            property.insert("allOf".to_owned(), json!([words, { key: choices }]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::validate::validate;
    use crate::model::typed;

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
