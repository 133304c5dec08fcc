//! A file that never changes under its name, since the name is its content's.

use std::path::Path;

use super::{Error, bytes, files};
use crate::check::ASSETS;

/// A file that is held to its content.
#[derive(Clone, Debug)]
pub(super) struct HashedFile {
    /// Its name, with the folder.
    pub(super) name: String,
    /// What it has to be.
    pub(super) integrity: String,
}

/// Adds a file among the assets.
pub(super) fn add(
    staging: &Path,
    stem: &str,
    content: &[u8],
    extension: &str,
) -> Result<HashedFile, Error> {
    let name = format!("{ASSETS}/{}", named(stem, content, extension));
    files::write(&staging.join(&name), content)?;
    Ok(HashedFile { name, integrity: bytes::integrity(content) })
}

/// A file's name with its content's.
pub(super) fn named(stem: &str, content: impl AsRef<[u8]>, extension: &str) -> String {
    format!("{stem}-{}.{extension}", bytes::name(content))
}
