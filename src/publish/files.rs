//! Files and folders that are written, with errors that name them.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::Error;
use crate::check::{entries, is_leftover, of_file};

/// The text of a file.
pub(super) fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|source| at(path, source))
}

/// The bytes of a file.
pub(super) fn read_bytes(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|source| at(path, source))
}

/// Writes a file and the folders above it.
pub(super) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Error> {
    let written = create(path).and_then(|mut file| file.write_all(content.as_ref()));
    written.map_err(|source| at(path, source))
}

/// Copies a file, and makes the folders above the copy.
pub(super) fn copy(file: &Path, place: &Path) -> Result<(), Error> {
    write(place, read_bytes(file)?)
}

/// Makes an empty file in place of what stands there: Trunk's copy of a read-only file is read-only, and some file
/// systems wait for the disk where a file is written over.
fn create(path: &Path) -> io::Result<File> {
    File::create_new(path).or_else(|error| {
        match (error.kind(), path.parent()) {
            (io::ErrorKind::NotFound, Some(folder)) => fs::create_dir_all(folder)?,
            (io::ErrorKind::AlreadyExists, _) => drop(fs::remove_file(path)),
            _ => return Err(error),
        }
        File::create(path)
    })
}

/// Removes a file, or a folder with all that is in it.
pub(super) fn remove(path: &Path) -> Result<(), Error> {
    let attempt = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    attempt.map_err(|source| at(path, source))
}

/// Removes what is in a folder.
pub(super) fn clear(folder: &Path) -> Result<(), Error> {
    entries(folder)?.iter().try_for_each(|path| remove(path))
}

/// Removes what editors leave beside the files that Trunk has copied.
pub(super) fn remove_leftovers(folder: &Path) -> Result<(), Error> {
    for path in entries(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            remove_leftovers(&path)?;
        } else if is_leftover(&name) {
            remove(&path)?;
        }
    }
    Ok(())
}

fn at(path: &Path, source: io::Error) -> Error {
    of_file(path, source).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_takes_the_place_of_a_longer_one_that_is_read_only() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        fs::write(&path, "what was there").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        write(&path, "new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert!(!fs::metadata(&path).unwrap().permissions().readonly());
    }
}
