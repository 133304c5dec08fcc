//! A file that never changes under its name, since the name is its content's.

use std::path::Path;

use super::{Error, bytes, files};
use crate::check::ASSETS;

/// A file that is held to its content.
#[derive(Clone, Debug)]
pub(super) struct HashedFile {
    /// Its name.
    pub(super) name: String,
    /// What it has to be.
    pub(super) integrity: String,
}

/// Adds a file that is held to its content.
pub(super) fn add_held(
    staging: &Path,
    stem: &str,
    content: &[u8],
    extension: &str,
) -> Result<HashedFile, Error> {
    let name = add(staging, stem, content, extension)?;
    Ok(HashedFile { name, integrity: bytes::integrity(content) })
}

/// Adds a file, and returns its name as addressed from the site's root.
pub(super) fn add(
    staging: &Path,
    stem: &str,
    content: &[u8],
    extension: &str,
) -> Result<String, Error> {
    let name = format!("{ASSETS}/{}", named(stem, content, extension));
    files::write(&staging.join(&name), content)?;
    Ok(name)
}

/// A file's name with its content's.
pub(super) fn named(stem: &str, content: impl AsRef<[u8]>, extension: &str) -> String {
    format!("{stem}-{}.{extension}", bytes::name(content))
}
