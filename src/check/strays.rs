//! What keeps a site from being built and is no document: files, links and folders that stand where
//! they do not belong, and drawings that cannot be read.

use std::path::{Path, PathBuf};

use super::checked::CheckedFile;
use super::file_name::{FLAGS, ICON, MAPS, PROFILES, PUBLIC, is_leftover};
use super::files::entries;
use super::inventory::names;
use super::{Diagnostic, drawings};

/// A folder that holds files of one kind only.
pub(super) struct Kind {
    folder: &'static str,
    ending: &'static str,
    /// What its files are called.
    files: &'static str,
}

/// The folder of profiles.
pub(super) const OF_PROFILES: Kind =
    Kind { folder: PROFILES, ending: ".json", files: "profiles, such as latvia.json" };
const KINDS: [Kind; 3] = [
    OF_PROFILES,
    Kind { folder: MAPS, ending: ".json", files: "maps, such as iraq.json" },
    Kind { folder: FLAGS, ending: ".svg", files: "drawings, such as latvia.svg" },
];

/// Something that keeps a site from being built.
pub(super) type Stray = (PathBuf, Diagnostic);

/// Everything of a site that keeps it from being built and is no document.
pub(super) fn strays(project: &Path) -> Vec<CheckedFile<()>> {
    let public = project.join(PUBLIC);
    let mut found = Vec::new();
    links(&public, &mut found);
    found.extend(KINDS.iter().flat_map(|kind| among(&public.join(kind.folder), kind)));
    found.extend(drawings(&public));
    let file = |(path, diagnostic): Stray| {
        let file = path.strip_prefix(project).unwrap_or(&path).display().to_string();
        CheckedFile::refused(file, diagnostic)
    };
    let mut files: Vec<_> = found.into_iter().map(file).collect();
    // Of a file one message is enough: the first.
    files.sort_by(|a, b| a.file.cmp(&b.file));
    files.dedup_by(|a, b| a.file == b.file);
    files
}

/// The files of a folder that are not of its kind.
pub(super) fn among(folder: &Path, kind: &Kind) -> Vec<Stray> {
    match entries(folder) {
        Ok(paths) => {
            let found = |path: PathBuf| Some((path.clone(), misplaced(&path, kind)?));
            paths.into_iter().filter_map(found).collect()
        }
        Err(error) => vec![(folder.to_owned(), error.diagnostic())],
    }
}

/// What is wrong with something that stands in a folder of a kind.
pub(super) fn misplaced(path: &Path, kind: &Kind) -> Option<Diagnostic> {
    let Kind { folder, ending, files } = kind;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if name.starts_with('.') || is_leftover(&name) {
        return None;
    }
    if path.is_dir() {
        let expected = format!("only files: they stand in public/{folder} itself");
        return Some(Diagnostic::of_file(format!("a folder among the {folder}"), &expected));
    }
    let is_text = path.file_name().is_some_and(|name| name.to_str().is_some());
    if is_text && name.ends_with(ending) {
        return None;
    }
    let (found, expected) = match name.to_ascii_lowercase().find(ending) {
        Some(end) => {
            let expected = format!("the name {}{ending}: rename the file", &name[..end]);
            ("a name with another ending", expected)
        }
        None => {
            let expected = format!("only {files} in this folder: move the file elsewhere");
            ("a file that does not belong here", expected)
        }
    };
    Some(Diagnostic::of_file(found.to_owned(), &expected))
}

/// The icon and the flags that cannot be read.
fn drawings(public: &Path) -> Vec<Stray> {
    let flags = names(&public.join(FLAGS), ".svg").unwrap_or_default();
    let flags = flags.iter().map(|name| public.join(FLAGS).join(format!("{name}.svg")));
    let drawings = std::iter::once(public.join(ICON)).chain(flags);
    drawings.filter_map(|path| Some((path.clone(), drawings::problem(&path)?))).collect()
}

/// Links that lead nowhere or to folders: Trunk cannot copy them. Nor can it copy folders that cannot
/// be read.
fn links(folder: &Path, found: &mut Vec<Stray>) {
    let paths = match entries(folder) {
        Ok(paths) => paths,
        Err(error) => return found.push((folder.to_owned(), error.diagnostic())),
    };
    for path in paths {
        if !path.is_symlink() {
            if path.is_dir() {
                links(&path, found);
            }
        } else if !path.exists() {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let expected = if name.starts_with(".#") {
                "no such link: an editor leaves it while a document is not saved"
            } else {
                "a file: put one where the link leads, or delete the link"
            };
            let diagnostic = Diagnostic::of_file("a link that leads nowhere".to_owned(), expected);
            found.push((path, diagnostic));
        } else if path.is_dir() {
            let expected = "the folder itself";
            found.push((path, Diagnostic::of_file("a link to a folder".to_owned(), expected)));
        }
    }
}
