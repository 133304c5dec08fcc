//! Reading JSON documents: every problem in one pass, each with its place.
//!
//! A document is read into a small tree ([`Node`]). What is wrong with it is
//! found by going through the tree along its [`Shape`], a table; then its values
//! are taken ([`Decode`]). Serde's derived code stops at the first problem and
//! loses the place inside tagged values; this reports all of them with their
//! paths, and is a fraction of the size in WebAssembly. A page, whose document
//! the build has looked at, only takes the values.

mod decode;
mod locate;
mod node;
mod problem;
mod reader;
#[macro_use]
mod record;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
mod shape;
mod syntax;
mod values;
mod version;

pub use decode::Decode;
pub use node::{MOST_LEVELS, Node};
pub use problem::{Problem, Problems, Span};
pub use reader::{MOST_PROBLEMS, Reader};
pub use shape::{Object, Record, Rule, Shape};
pub use values::{Id, Link, Text};
pub use version::Version;

/// The largest document that is read, in bytes.
pub const MAX_BYTES: usize = 1_000_000;

/// The most values that a document may have. Each becomes a few elements, and
/// a page that makes more of them at once stands still for longer than a blink.
pub const MOST_VALUES: usize = 10_000;

/// Reads a document of type `T` from JSON text.
///
/// # Errors
/// Every problem of the document, in the order of their places: JSON that
/// cannot be read, missing and unknown keys, values of another kind or range;
/// of more than [`MOST_PROBLEMS`], the first that were met.
pub fn read<T: Decode>(source: &str) -> Result<T, Problems> {
    read_and_check(source, |_, _| ())
}

/// Reads a document and takes a further look at it, for what only its surroundings can tell.
///
/// # Errors
/// As [`read`], and what the look reports.
pub fn read_and_check<T: Decode>(
    source: &str,
    check: impl FnOnce(&T, &mut Reader),
) -> Result<T, Problems> {
    decode(&Node::read(source)?, source, check)
}

/// Reads a document from its tree and the text that it was read from.
///
/// # Errors
/// As [`read_and_check`], but for what makes no tree.
pub fn decode<T: Decode>(
    node: &Node,
    source: &str,
    check: impl FnOnce(&T, &mut Reader),
) -> Result<T, Problems> {
    let values = node.values();
    if values > MOST_VALUES {
        let (found, expected) =
            (format!("{values} values"), format!("at most {MOST_VALUES} values"));
        return Err(Problem::at_root(Span::at(source, 0, 0), found, expected).into());
    }
    let mut reader = Reader::default();
    let value = T::SHAPE.look(node, &mut reader).then(|| T::take(node));
    if let Some(value) = &value {
        check(value, &mut reader);
    }
    match (value, reader.into_problems(source)) {
        (Some(value), problems) if problems.is_empty() => Ok(value),
        (_, problems) => Err(problems),
    }
}
