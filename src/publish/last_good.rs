//! While a document is edited, its last good version stands in for a broken one.

use std::path::PathBuf;

use super::{Error, Folders, files};

/// Keeps a good version of the file.
pub(super) fn keep(folders: &Folders, file: &str, text: &str) -> Result<(), Error> {
    files::write(&place(folders, file), text)
}

/// The last good version of the file, where there was one.
pub(super) fn find(folders: &Folders, file: &str) -> Option<String> {
    std::fs::read_to_string(place(folders, file)).ok()
}

fn place(folders: &Folders, file: &str) -> PathBuf {
    folders.cache.join("last-good").join(file)
}
