use serde::de::DeserializeOwned;
use serde_json::Value;
use thiserror::Error;

use super::Violation;
use super::deserializer::DocumentDeserializer;

/// The largest document that is read, in bytes.
pub const MAX_BYTES: usize = 1_000_000;

/// The most values in a document. Each becomes a few elements, and a page that makes more of them at
/// once stands still for longer than a blink.
pub const MAX_VALUES: usize = 10_000;

/// The key of notes to whoever edits a document. They may stand in any object.
pub const COMMENT: &str = "$comment";

/// Why a document is refused.
#[derive(Debug, Error)]
pub enum ReadError {
    /// It has more than [`MAX_BYTES`].
    #[error("document: found {0} bytes, expected at most {MAX_BYTES}")]
    TooManyBytes(usize),
    /// It has more than [`MAX_VALUES`].
    #[error("document: found {0} values, expected at most {MAX_VALUES}")]
    TooManyValues(usize),
    /// It is not JSON, or nested too deep.
    #[error("document: not JSON: {0}")]
    NotJson(#[from] serde_json::Error),
    /// A value is missing, unknown, or not what its place allows: the first problem, with its place as a path.
    #[error("{0}")]
    Invalid(String),
}

impl ReadError {
    /// What programs tell it by. These words are published and stay.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooManyBytes(_) | Self::TooManyValues(_) => "too-large",
            Self::NotJson(_) => "not-json",
            Self::Invalid(_) => "invalid",
        }
    }
}

/// A kind of document.
pub trait Document: DeserializeOwned {
    /// The rules between values that a document breaks, each with its place. A rule looks only at the values that it
    /// is about, so it is checked whatever is wrong beside them.
    fn violations(_tree: &Value) -> Vec<Violation> {
        Vec::new()
    }
}

/// Reads a document from JSON text, without the notes to its editors.
///
/// # Errors
/// The first problem, with its place.
pub fn read<T: Document>(source: &str) -> Result<T, ReadError> {
    let tree = tree(source)?;
    let violations = T::violations(&tree);
    let document: T = typed(tree)?;
    match violations.first() {
        Some(violation) => Err(ReadError::Invalid(format!("{}: {violation}", violation.path))),
        None => Ok(document),
    }
}

/// The values of a document from others.
fn tree(source: &str) -> Result<Value, ReadError> {
    if source.len() > MAX_BYTES {
        return Err(ReadError::TooManyBytes(source.len()));
    }
    let mut tree: Value = serde_json::from_str(source)?;
    let values = count_values(&tree);
    if values > MAX_VALUES {
        return Err(ReadError::TooManyValues(values));
    }
    drop_comments(&mut tree);
    Ok(tree)
}

/// Reads data that the build has made from documents that it had checked.
///
/// # Errors
/// The first problem, with its place.
pub fn read_data<T: DeserializeOwned>(source: &str) -> Result<T, ReadError> {
    typed(serde_json::from_str(source)?)
}

/// The value of a tree. The browser's programs read all documents by this: each way to read a type is
/// code of its own there.
pub(crate) fn typed<T: DeserializeOwned>(tree: Value) -> Result<T, ReadError> {
    T::deserialize(DocumentDeserializer(tree)).map_err(|error| {
        let message = error.to_string();
        let located = message.strip_prefix('.').map(str::to_owned);
        ReadError::Invalid(located.unwrap_or_else(|| ["document: ", &message].concat()))
    })
}

/// Removes the notes to editors from a tree: they are never published.
pub fn drop_comments(tree: &mut Value) {
    prune(tree, |key, _| key != COMMENT);
}

/// Leaves in the objects of a tree what is to stay.
pub(crate) fn prune(tree: &mut Value, stays: fn(&str, &Value) -> bool) {
    match tree {
        Value::Object(object) => {
            object.retain(|key, value| stays(key, value));
            object.values_mut().for_each(|value| prune(value, stays));
        }
        Value::Array(list) => list.iter_mut().for_each(|value| prune(value, stays)),
        _ => {}
    }
}

/// How many values there are in a tree, lists and objects included.
pub fn count_values(tree: &Value) -> usize {
    1 + match tree {
        Value::Object(object) => object.values().map(count_values).sum(),
        Value::Array(list) => list.iter().map(count_values).sum::<usize>(),
        _ => 0,
    }
}
