mod error;

use std::vec;

use serde::de::value::{StrDeserializer, StringDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Value, map};

pub use self::error::DocumentError;

/// Hands a JSON value to the types of a document, as serde_json does, with two differences: a list is
/// not taken for an object, and an error says where it is, as in `.origin.url: invalid type: …`.
///
/// `serde_path_to_error` would say that too, but not behind the `kind` of a section, and it makes the
/// element's WebAssembly larger by 15 kB, a twelfth.
pub struct DocumentDeserializer(pub Value);

struct List {
    values: vec::IntoIter<Value>,
    /// How many values were taken.
    taken: usize,
}

struct Object {
    entries: map::IntoIter,
    /// The key that was taken last, and its value.
    key: String,
    value: Value,
}

// What doesn't depend on the type that is read: a copy for each type makes the element 2.5 kB larger.
impl List {
    fn new(value: Value, expected: &dyn Expected) -> Result<Self, DocumentError> {
        match value {
            Value::Array(list) => Ok(Self { values: list.into_iter(), taken: 0 }),
            other => Err(DocumentError::type_of(&other, expected)),
        }
    }

    fn locate(&self, error: DocumentError) -> DocumentError {
        error.inside(&format!("[{}]", self.taken - 1))
    }
}

impl Object {
    fn new(value: Value, expected: &dyn Expected) -> Result<Self, DocumentError> {
        match value {
            Value::Object(object) => {
                Ok(Self { entries: object.into_iter(), key: String::new(), value: Value::Null })
            }
            other => Err(DocumentError::type_of(&other, expected)),
        }
    }

    /// Takes the next entry, and returns its key.
    fn advance(&mut self) -> Option<&str> {
        (self.key, self.value) = self.entries.next()?;
        Some(&self.key)
    }

    fn locate(&self, error: DocumentError) -> DocumentError {
        error.inside(&[".", &self.key].concat())
    }
}

impl<'de> SeqAccess<'de> for List {
    type Error = DocumentError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DocumentError> {
        let Some(value) = self.values.next() else { return Ok(None) };
        self.taken += 1;
        match seed.deserialize(DocumentDeserializer(value)) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(self.locate(error)),
        }
    }
}

impl<'de> MapAccess<'de> for Object {
    type Error = DocumentError;

    fn next_key_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, DocumentError> {
        let Some(key) = self.advance() else { return Ok(None) };
        let key: StrDeserializer<DocumentError> = key.into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<T::Value, DocumentError> {
        let value = seed.deserialize(DocumentDeserializer(self.value.take()));
        value.map_err(|error| self.locate(error))
    }
}

impl<'de> Deserializer<'de> for DocumentDeserializer {
    type Error = DocumentError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DocumentError> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(value),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(value), _) => visitor.visit_u64(value),
                (_, Some(value)) => visitor.visit_i64(value),
                _ => visitor.visit_f64(number.as_f64().unwrap_or_default()),
            },
            Value::String(text) => visitor.visit_string(text),
            Value::Array(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DocumentError> {
        let list = List::new(self.0, &visitor)?;
        visitor.visit_seq(list)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DocumentError> {
        let object = Object::new(self.0, &visitor)?;
        visitor.visit_map(object)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DocumentError> {
        self.deserialize_map(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DocumentError> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, DocumentError> {
        visitor.visit_newtype_struct(self)
    }

    /// The enums of documents are words.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DocumentError> {
        match self.0 {
            Value::String(word) => {
                let word: StringDeserializer<DocumentError> = word.into_deserializer();
                visitor.visit_enum(word)
            }
            other => Err(DocumentError::type_of(&other, &visitor)),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct tuple tuple_struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Profile, read};

    fn refused(change: impl FnOnce(&mut serde_json::Value)) -> String {
        let source = include_str!("../../tests/fixtures/quote-full.json");
        let mut document: serde_json::Value = serde_json::from_str(source).unwrap();
        change(&mut document);
        read::<Profile>(&document.to_string()).unwrap_err().to_string()
    }

    #[test]
    fn a_list_is_not_taken_for_an_object() {
        let message = refused(|document| document["partner"] = ["Name", "country"].into());
        assert!(message.starts_with("partner: invalid type: sequence, expected "), "{message}");
    }

    #[test]
    fn the_place_of_an_error_inside_a_section_is_whole() {
        let message = refused(|document| document["sections"][0]["source"]["url"] = 1.into());
        assert!(message.starts_with("sections[0].source.url: invalid type: "), "{message}");
    }

    #[test]
    fn an_error_of_the_whole_document_names_the_document() {
        let message = refused(|document| *document = serde_json::json!([]));
        assert!(message.starts_with("document: invalid type: "), "{message}");
    }
}
