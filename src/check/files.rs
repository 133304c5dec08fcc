//! Files and folders that are read, with errors that name them.

use std::path::{Path, PathBuf};
use std::{fs, io};

use thiserror::Error;

use super::{Diagnostic, Span};

/// What is wrong with a file or folder.
#[derive(Debug, Error)]
pub enum FileError {
    /// It cannot be read, or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A document is not text.
    #[error("{}: line {line} is not UTF-8; save the file in this encoding", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The first line that is not, from 1.
        line: usize,
    },
}

impl FileError {
    /// What is wrong, without the file's name, and the line of it.
    pub(super) fn diagnostic(&self) -> Diagnostic {
        let source = match self {
            Self::Io { source, .. } => source,
            Self::NotUtf8 { line, .. } => {
                let span = Span { line: *line, column: 1, ..Span::default() };
                let found = format!("text that is not UTF-8 in line {line}");
                return Diagnostic::of_document(span, found, "a file that is saved as UTF-8");
            }
        };
        let (found, expected) = match source.kind() {
            io::ErrorKind::NotFound => ("nothing: there is no such file", "a file of this name"),
            io::ErrorKind::NotADirectory => ("a file", "a folder of this name, or none"),
            io::ErrorKind::IsADirectory => ("a folder", "a file, or another name for the folder"),
            io::ErrorKind::PermissionDenied => (
                "what you have no permission to read",
                "a file or folder that may be read: change its permissions",
            ),
            _ => (&*source.to_string(), "a file or folder that can be read"),
        };
        Diagnostic::of_file(found.to_owned(), expected)
    }
}

/// The text of a document.
///
/// # Errors
/// The file cannot be read, or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, FileError> {
    text_of(path, fs::read(path).map_err(|source| of_file(path, source))?)
}

/// The bytes of a document as text.
pub(super) fn text_of(path: &Path, bytes: Vec<u8>) -> Result<String, FileError> {
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..good].iter().filter(|byte| **byte == b'\n').count() + 1;
        FileError::NotUtf8 { path: path.to_owned(), line }
    })
}

/// The entries of a folder in the order of their names; none where there is no such folder.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>, FileError> {
    let list = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        list => list,
    };
    let paths = list.and_then(|list| list.map(|entry| Ok(entry?.path())).collect());
    let mut paths: Vec<PathBuf> = paths.map_err(|source| of_file(folder, source))?;
    // As bytes: comparing paths part by part takes longer.
    paths.sort_unstable_by(|one, other| one.as_os_str().cmp(other.as_os_str()));
    Ok(paths)
}

pub(crate) fn of_file(path: &Path, source: io::Error) -> FileError {
    FileError::Io { path: path.to_owned(), source }
}
