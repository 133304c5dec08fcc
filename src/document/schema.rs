//! The published schema of a document, made from the same definitions that read it.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::Decode;

/// The schema of an object, property by property.
pub struct ObjectSchema {
    description: String,
    properties: Map<String, Value>,
    required: Vec<Value>,
}

impl ObjectSchema {
    /// An object with a description and no properties yet.
    pub fn new(description: &str) -> Self {
        Self { description: unwrapped(description), properties: Map::new(), required: Vec::new() }
    }

    /// Adds a property; it is required unless its shape may be missing.
    pub fn property<T: Decode + JsonSchema>(
        &mut self,
        generator: &mut SchemaGenerator,
        name: &str,
        description: &str,
    ) {
        let mut schema = generator.subschema_for::<T>();
        if schema.get("format").is_some_and(|format| format == "uint32") {
            schema.insert("maximum".to_owned(), u32::MAX.into());
        }
        schema.insert("description".to_owned(), unwrapped(description).into());
        self.properties.insert(name.to_owned(), schema.to_value());
        if !T::SHAPE.may_be_missing() {
            self.required.push(name.into());
        }
    }

    /// The schema, which admits no other keys but `$comment`.
    pub fn finish(mut self) -> Schema {
        self.properties.insert("$comment".to_owned(), comment());
        json_schema!({
            "type": "object",
            "description": self.description,
            "properties": self.properties,
            "required": self.required,
            "additionalProperties": false,
        })
    }
}

/// The schema of an object that carries its `kind`.
pub fn tagged<T: JsonSchema>(generator: &mut SchemaGenerator, kind: &str) -> Schema {
    let mut schema = T::json_schema(generator);
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.insert("kind".to_owned(), serde_json::json!({ "const": kind }));
    }
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.insert(0, "kind".into());
    }
    schema
}

fn comment() -> Value {
    serde_json::json!({ "description": "A note to whoever edits the document; never shown." })
}

/// Doc comments as one paragraph of text.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
