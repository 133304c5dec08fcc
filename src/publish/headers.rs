//! Cache and security headers for hosts that read `_headers`.

use super::{Error, Folders, files};

/// The rules. What a page may load stands in the page; here is what a page cannot say of itself.
const HEADERS: &str = include_str!("headers.txt");

/// Writes `_headers`.
pub(super) fn write(folders: &Folders) -> Result<(), Error> {
    files::write(&folders.staging.join("_headers"), HEADERS)
}
