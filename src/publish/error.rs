//! Why there is no site.

use std::fmt::Write as _;

use thiserror::Error;

use crate::check::{Diagnostic, FileError};

/// A document that cannot be published.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The document's file, relative to the project.
    pub file: String,
    /// Its errors.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why there is no site.
#[derive(Debug, Error)]
pub enum Error {
    /// The documents have problems.
    #[error("{}", report(.0))]
    Documents(Vec<Fault>),
    /// A file or folder cannot be read, listed or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The shell lacks a place that the build fills.
    #[error("index.html lacks {0}")]
    Shell(&'static str),
    /// Something that Trunk made is not as expected.
    #[error("{0}")]
    Made(String),
}

/// Every problem, a line each, below the file that has it.
pub fn report(faults: &[Fault]) -> String {
    let mut report = String::new();
    for Fault { file, diagnostics } in faults {
        let _ = writeln!(report, "{file}");
        for diagnostic in diagnostics {
            let _ = writeln!(report, "  {diagnostic}");
        }
    }
    report.trim_end().to_owned()
}
