use std::fmt::{self, Display};

use serde::de::{Error as _, Expected, Unexpected};
use serde_json::Value;
use thiserror::Error;

/// What is wrong with a value. It is boxed: results of every value carry it.
#[derive(Debug, Error)]
#[error("{}", .0.text)]
pub struct DocumentError(Box<LocatedMessage>);

#[derive(Debug)]
struct LocatedMessage {
    /// The place and the message.
    text: String,
}

impl DocumentError {
    /// Puts a step on the way to it before the message.
    pub(super) fn inside(mut self, step: &str) -> Self {
        // A message starts with a letter.
        let mark = if self.0.text.starts_with(['.', '[']) { "" } else { ": " };
        self.0.text = [step, mark, &self.0.text].concat();
        self
    }

    /// Something else was expected than this value.
    pub(super) fn type_of(found: &Value, expected: &dyn Expected) -> Self {
        let found = match found {
            Value::Null => Unexpected::Unit,
            Value::Bool(value) => Unexpected::Bool(*value),
            Value::Number(_) => Unexpected::Float(0.0),
            Value::String(text) => Unexpected::Str(text),
            Value::Array(_) => Unexpected::Seq,
            Value::Object(_) => Unexpected::Map,
        };
        Self::invalid_type(found, expected)
    }
}

impl serde::de::Error for DocumentError {
    fn custom<T: Display>(message: T) -> Self {
        Self(Box::new(LocatedMessage { text: message.to_string() }))
    }

    fn invalid_type(found: Unexpected, expected: &dyn Expected) -> Self {
        Self::custom(format_args!("invalid type: {}, expected {expected}", FoundValue(found)))
    }

    fn invalid_value(found: Unexpected, expected: &dyn Expected) -> Self {
        Self::custom(format_args!("invalid value: {}, expected {expected}", FoundValue(found)))
    }
}

/// What was found. Serde's own words also write out numbers with a fraction, and that takes tables.
struct FoundValue<'a>(Unexpected<'a>);

impl Display for FoundValue<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self.0 {
            Unexpected::Bool(value) => write!(f, "boolean `{value}`"),
            Unexpected::Unsigned(value) => write!(f, "integer `{value}`"),
            Unexpected::Signed(value) => write!(f, "integer `{value}`"),
            Unexpected::Float(_) => f.write_str("number"),
            Unexpected::Str(text) => write!(f, "string \"{text}\""),
            Unexpected::Seq => f.write_str("sequence"),
            Unexpected::Map => f.write_str("map"),
            _ => f.write_str("null"),
        }
    }
}
