//! Natively: what is wrong with a document, or worth a second look. No input or output.

mod report;
mod schemas;
mod starter;
mod warnings;

pub use report::{Finding, Severity, json};
pub use schemas::schemas;
pub use starter::{StarterError, starter};
pub use warnings::Surroundings;

use crate::document::{Node, Problems, Reader};
use crate::profile;
use crate::site::Site;

/// Everything there is to say about a document, in the order of places.
/// Warnings are looked for only where nothing is wrong.
pub fn check(source: &str, surroundings: &Surroundings) -> Vec<Finding> {
    let node = Node::read(source).unwrap_or(Node::Null);
    let (severity, problems) = if is_site(&node) {
        (Severity::Error, Site::parse(source).err().unwrap_or_default())
    } else {
        match profile::parse(source) {
            Err(problems) => (Severity::Error, problems),
            Ok(profile) => {
                let mut reader = Reader::default();
                warnings::look(&profile, surroundings, &mut reader);
                warnings::look_at_texts(&node, &mut reader);
                (Severity::Warning, reader.into_problems(source))
            }
        }
    };
    let Problems(problems) = problems;
    problems.into_iter().map(|problem| Finding { severity, problem }).collect()
}

/// Site documents are told by what only they have.
fn is_site(node: &Node) -> bool {
    node.get("sections").is_none()
        && node.get("partner").is_none()
        && ["id", "consent"].iter().any(|key| node.get(key).is_some())
}

/// The file's text, or the first byte at which it stops being UTF-8.
///
/// # Errors
/// The line, from 1, in which the text stops being UTF-8.
pub fn decoded(bytes: Vec<u8>) -> Result<String, usize> {
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        error.as_bytes()[..good].iter().filter(|byte| **byte == b'\n').count() + 1
    })
}
