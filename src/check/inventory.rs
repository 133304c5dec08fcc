use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

use thiserror::Error;

use super::file_name::{ASSETS, FLAGS, MAPS, PROFILES};
use super::positions::Bounds;
use super::{Diagnostic, Span};
use crate::model::read;

/// Why what is in a site cannot be known.
#[derive(Debug, Error)]
pub enum InventoryError {
    /// A file or folder cannot be read.
    #[error("{}: {source}", path.display())]
    File {
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

impl InventoryError {
    /// What is wrong, without the file's name, and the line of it.
    pub(super) fn diagnostic(&self) -> Diagnostic {
        let source = match self {
            Self::File { source, .. } => source,
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

/// What there is in the public folder of a site.
#[derive(Clone, Debug, Default)]
pub struct SiteInventory {
    /// The names of the flags, where they are known.
    pub flags: Option<BTreeSet<String>>,
    /// The names of the maps, where they are known.
    pub maps: Option<BTreeSet<String>>,
    /// What the maps show, as far as they can be read.
    pub bounds: BTreeMap<String, Bounds>,
    /// What the site has itself, so that a partner's page cannot have its name.
    pub taken: BTreeSet<String>,
    /// The names of the profiles' files, a profile before its translations.
    pub profiles: Vec<String>,
}

impl SiteInventory {
    /// What there is in a site's public folder. A folder in it that is not there holds nothing; of one that
    /// cannot be read nothing is known.
    ///
    /// # Errors
    /// The public folder cannot be read.
    pub fn read(public: &Path) -> Result<Self, InventoryError> {
        let mut taken = BTreeSet::from_iter(names(public, "")?);
        taken.insert(ASSETS.to_owned());
        let known = |folder, ending| names(&public.join(folder), ending).ok();
        let maps = known(MAPS, ".json").map(BTreeSet::from_iter);
        let bounds_of = |name: &String| Some((name.clone(), bounds(public, name)?));
        Ok(Self {
            flags: known(FLAGS, ".svg").map(BTreeSet::from_iter),
            bounds: maps.iter().flatten().filter_map(bounds_of).collect(),
            maps,
            taken,
            profiles: known(PROFILES, ".json").unwrap_or_default(),
        })
    }

    /// Whether the site has something itself under the address of a partner's page.
    pub fn is_taken(&self, slug: &str) -> bool {
        // `embed-….js` is at the root, and hosts are told by this beginning for how long it keeps.
        slug.starts_with("embed-") || self.taken.contains(slug)
    }
}

/// What a map shows. What is wrong with it is told with it.
fn bounds(public: &Path, name: &str) -> Option<Bounds> {
    let text = fs::read_to_string(public.join(MAPS).join(format!("{name}.json"))).ok()?;
    Some(Bounds::of(&read(&text).ok()?))
}

/// The text of a document.
///
/// # Errors
/// The file cannot be read, or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, InventoryError> {
    text_of(path, fs::read(path).map_err(|source| of_file(path, source))?)
}

/// The bytes of a document as text.
pub(super) fn text_of(path: &Path, bytes: Vec<u8>) -> Result<String, InventoryError> {
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..good].iter().filter(|byte| **byte == b'\n').count() + 1;
        InventoryError::NotUtf8 { path: path.to_owned(), line }
    })
}

/// The names of a folder's files without their ending, a profile before its translations. What is
/// hidden, as editors leave it, and links that lead nowhere are passed over; a folder that is not there
/// holds nothing.
///
/// # Errors
/// The folder cannot be read.
pub fn names(folder: &Path, ending: &str) -> Result<Vec<String>, InventoryError> {
    let is_there = |path: &PathBuf| !path.is_symlink() || path.exists();
    let paths = entries(folder)?;
    let mut names: Vec<String> = paths
        .iter()
        .filter(|path| is_there(path))
        .filter_map(|path| path.file_name()?.to_str()?.strip_suffix(ending).map(str::to_owned))
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort_by(|a, b| a.split('.').cmp(b.split('.')));
    Ok(names)
}

/// The entries of a folder in the order of their names; none where there is no such folder.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>, InventoryError> {
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

pub(crate) fn of_file(path: &Path, source: io::Error) -> InventoryError {
    InventoryError::File { path: path.to_owned(), source }
}
