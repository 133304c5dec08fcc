use std::vec;

use serde::de::value::{StrDeserializer, StringDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, Expected, IntoDeserializer, MapAccess, SeqAccess,
    Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Error, Value, map};

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

impl List {
    fn locate(&self, error: &Error) -> Error {
        locate(&format!("[{}]", self.taken - 1), error)
    }
}

impl Object {
    fn locate(&self, error: &Error) -> Error {
        locate(&format!(".{}", self.key), error)
    }
}

/// Puts a step on the way to an error before its message.
fn locate(step: &str, error: &Error) -> Error {
    let message = error.to_string();
    // A message starts with a letter.
    let mark = if message.starts_with(['.', '[']) { "" } else { ": " };
    Error::custom([step, mark, &message].concat())
}

impl<'de> SeqAccess<'de> for List {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some(value) = self.values.next() else { return Ok(None) };
        self.taken += 1;
        match seed.deserialize(DocumentDeserializer(value)) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(self.locate(&error)),
        }
    }
}

impl<'de> MapAccess<'de> for Object {
    type Error = Error;

    fn next_key_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some(entry) = self.entries.next() else { return Ok(None) };
        (self.key, self.value) = entry;
        let key: StrDeserializer<Error> = self.key.as_str().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        let value = seed.deserialize(DocumentDeserializer(self.value.take()));
        value.map_err(|error| self.locate(&error))
    }
}

fn invalid_type(found: &Value, expected: &dyn Expected) -> Error {
    let found = match found {
        Value::Null => Unexpected::Unit,
        Value::Bool(value) => Unexpected::Bool(*value),
        Value::Number(_) => Unexpected::Other("number"),
        Value::String(text) => Unexpected::Str(text),
        Value::Array(_) => Unexpected::Seq,
        Value::Object(_) => Unexpected::Map,
    };
    Error::invalid_type(found, expected)
}

impl<'de> Deserializer<'de> for DocumentDeserializer {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(value),
            Value::Number(number) => number.deserialize_any(visitor),
            Value::String(text) => visitor.visit_string(text),
            Value::Array(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Array(list) => visitor.visit_seq(List { values: list.into_iter(), taken: 0 }),
            other => Err(invalid_type(&other, &visitor)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Object(object) => visitor.visit_map(Object {
                entries: object.into_iter(),
                key: String::new(),
                value: Value::Null,
            }),
            other => Err(invalid_type(&other, &visitor)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.deserialize_map(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    /// The enums of documents are words.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.0 {
            Value::String(word) => {
                let word: StringDeserializer<Error> = word.into_deserializer();
                visitor.visit_enum(word)
            }
            other => Err(invalid_type(&other, &visitor)),
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
