use std::sync::LazyLock;

use jsonschema::Validator;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};

use super::values::COUNT;
use crate::model::{COMMENT, Map, Profile, Site};

/// The published schemas: their file names and texts.
pub fn schemas() -> [(&'static str, String); 2] {
    // A schema is JSON by its type, so writing it cannot fail.
    let text = |schema: Value| format!("{schema:#}\n");
    [
        ("profile.schema.json", text(schema::<Profile>())),
        ("site.schema.json", text(schema::<Site>())),
    ]
}

/// The schema of profiles.
pub(super) static PROFILE: LazyLock<CompiledSchema> = LazyLock::new(CompiledSchema::of::<Profile>);
/// The schema of site documents.
pub(super) static SITE: LazyLock<CompiledSchema> = LazyLock::new(CompiledSchema::of::<Site>);
/// The schema of maps.
pub(super) static MAP: LazyLock<CompiledSchema> = LazyLock::new(CompiledSchema::of::<Map>);

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
