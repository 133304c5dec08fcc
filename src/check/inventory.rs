use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

use rayon::prelude::*;
use serde::Deserialize;
use serde_json::Value;
use thiserror::Error;

use super::context::today;
use super::file_name::{ASSETS, FLAGS, ICON, MAPS, PROFILES, PUBLIC, SITE, parts};
use super::{Checked, Context, Diagnostic, Span, check_map, check_profile, check_site};
use crate::model::{Language, Map, Profile, Site};

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
    /// Something that would not be published is among the profiles.
    #[error(
        "{}: no document: they stand in public/profiles itself as SLUG.json and SLUG.LANGUAGE.json",
        .0.display()
    )]
    NoDocument(PathBuf),
}

/// What there is in the public folder of a site.
#[derive(Clone, Debug, Default)]
pub struct SiteInventory {
    /// The names of the flags, where they are known.
    pub flags: Option<BTreeSet<String>>,
    /// The names of the maps, where they are known.
    pub maps: Option<BTreeSet<String>>,
    /// What the site has itself, so that a partner's page cannot have its name.
    pub taken: BTreeSet<String>,
    /// The names of the profiles' files, a profile before its translations.
    pub profiles: Vec<String>,
}

/// A document of a site.
#[derive(Clone, Debug)]
pub struct CheckedFile<T> {
    /// The file, relative to the project.
    pub file: String,
    /// Its text.
    pub source: String,
    /// What the checker says about it.
    pub checked: Checked<T>,
}

/// A site whose documents were all checked.
#[derive(Clone, Debug)]
pub struct CheckedSite {
    /// What there is in it.
    pub inventory: SiteInventory,
    /// The site document.
    pub site: CheckedFile<Site>,
    /// The maps by name.
    pub maps: BTreeMap<String, CheckedFile<Map>>,
    /// The profiles in the order of names, a profile before its translations.
    pub profiles: Vec<CheckedFile<Profile>>,
    /// The icon and the flags.
    pub drawings: Vec<CheckedFile<()>>,
}

/// Reads and checks everything of a site: the one call that both the checker and the build make.
///
/// # Errors
/// What cannot be read. What is wrong in a document is told with it.
pub fn check_site_folder(project: &Path) -> Result<CheckedSite, InventoryError> {
    let public = project.join(PUBLIC);
    expect_only_documents(&public.join(PROFILES))?;
    let inventory = SiteInventory::read(&public)?;
    let site = check_file(project, &format!("{PUBLIC}/{SITE}.json"), check_site)?;
    let maps = inventory.maps.par_iter().flatten().map(|name| {
        let file = format!("{PUBLIC}/{MAPS}/{name}.json");
        Ok((name.clone(), check_file(project, &file, |source| check_map(source, name))?))
    });
    let maps = maps.collect::<Result<_, InventoryError>>()?;
    let profiles = inventory.profiles.par_iter().map(|name| {
        let file = format!("{PUBLIC}/{PROFILES}/{name}.json");
        let context = inventory.context(project, name);
        check_file(project, &file, |source| check_profile(source, &context))
    });
    let profiles = profiles.collect::<Result<_, _>>()?;
    let flags = inventory.flags.iter().flatten();
    let flags = flags.map(|name| format!("{PUBLIC}/{FLAGS}/{name}.svg"));
    let drawings = std::iter::once(format!("{PUBLIC}/{ICON}")).chain(flags);
    let drawings = drawings.map(|file| check_file(project, &file, check_drawing));
    let drawings = drawings.collect::<Result<_, _>>()?;
    Ok(CheckedSite { inventory, site, maps, profiles, drawings })
}

fn check_file<T>(
    project: &Path,
    file: &str,
    check: impl FnOnce(&str) -> Checked<T>,
) -> Result<CheckedFile<T>, InventoryError> {
    let (source, checked) = match read_text(&project.join(file)) {
        // What is wrong in one document hides nothing in the others.
        Err(InventoryError::NotUtf8 { line, .. }) => (String::new(), not_utf8(line)),
        text => {
            let source = text?;
            let checked = check(&source);
            (source, checked)
        }
    };
    Ok(CheckedFile { file: file.to_owned(), source, checked })
}

/// Checks a drawing as the build will read it.
fn check_drawing(source: &str) -> Checked<()> {
    match resvg::usvg::Tree::from_str(source, &resvg::usvg::Options::default()) {
        Ok(_) => Checked { document: Some(()), diagnostics: Vec::new() },
        Err(error) => {
            let span = Span::at(source, 0, 0);
            let diagnostic = Diagnostic::of_document(span, error.to_string(), "a drawing in SVG");
            Checked { document: None, diagnostics: vec![diagnostic] }
        }
    }
}

/// What there is to say of a document that is not text.
fn not_utf8<T>(line: usize) -> Checked<T> {
    let span = Span { line, column: 1, ..Span::default() };
    let found = format!("text that is not UTF-8 in line {line}");
    let diagnostic = Diagnostic::of_document(span, found, "a file that is saved as UTF-8");
    Checked { document: None, diagnostics: vec![diagnostic] }
}

impl SiteInventory {
    /// What there is in a site's public folder. A folder that is not there holds nothing.
    ///
    /// # Errors
    /// A folder cannot be read.
    pub fn read(public: &Path) -> Result<Self, InventoryError> {
        let mut taken = BTreeSet::from_iter(names(public, "")?);
        taken.insert(ASSETS.to_owned());
        Ok(Self {
            flags: Some(BTreeSet::from_iter(names(&public.join(FLAGS), ".svg")?)),
            maps: Some(BTreeSet::from_iter(names(&public.join(MAPS), ".json")?)),
            taken,
            profiles: names(&public.join(PROFILES), ".json")?,
        })
    }

    /// Whether the site has something itself under the address of a partner's page.
    pub fn is_taken(&self, slug: &str) -> bool {
        // `embed-….js` is at the root, and hosts are told by this beginning for how long it keeps.
        slug.starts_with("embed-") || self.taken.contains(slug)
    }

    /// What a profile of the site is checked against, by the name of its file without `.json`.
    pub fn context(&self, project: &Path, name: &str) -> Context<'_> {
        Context {
            name: Some(name.to_owned()),
            others: self.others(&project.join(PUBLIC).join(PROFILES), name),
            original: original(&project.join(PUBLIC).join(PROFILES), name),
            inventory: Some(self),
            today: today(),
        }
    }

    /// The documents of the same partner that come before one, each with its language. There are few:
    /// under other names than these they are refused.
    fn others(&self, folder: &Path, name: &str) -> Vec<(String, Language)> {
        let slug = parts(name).0;
        let translations = Language::ALL.map(|language| format!("{slug}.{}", language.as_str()));
        let names = std::iter::once(slug.to_owned()).chain(translations);
        let earlier = names.filter(|other| is_before(other, name));
        earlier
            .filter_map(|other| {
                let file = format!("{other}.json");
                let text = fs::read_to_string(folder.join(&file)).ok()?;
                let Translation { language } = serde_json::from_str(&text).ok()?;
                Some((file, language))
            })
            .collect()
    }
}

/// The profile that a translation translates. What is wrong with it is told with it.
fn original(folder: &Path, name: &str) -> Option<Value> {
    let (slug, language) = parts(name);
    language?;
    let text = fs::read_to_string(folder.join(slug).with_extension("json")).ok()?;
    serde_json::from_str(&text).ok()
}

/// Of a profile only its language.
#[derive(Deserialize)]
struct Translation {
    language: Language,
}

/// The text of a document.
///
/// # Errors
/// The file cannot be read, or is not UTF-8.
pub fn read_text(path: &Path) -> Result<String, InventoryError> {
    let bytes = fs::read(path).map_err(|source| of_file(path, source))?;
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let line = error.as_bytes()[..good].iter().filter(|byte| **byte == b'\n').count() + 1;
        InventoryError::NotUtf8 { path: path.to_owned(), line }
    })
}

/// The names of a folder's files without their ending, a profile before its translations. What is
/// hidden, as editors leave it, is passed over; a folder that is not there holds nothing.
///
/// # Errors
/// The folder cannot be read.
pub fn names(folder: &Path, ending: &str) -> Result<Vec<String>, InventoryError> {
    let mut names: Vec<String> = entries(folder)?
        .iter()
        .filter_map(|path| path.file_name()?.to_str()?.strip_suffix(ending).map(str::to_owned))
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort_by(|a, b| a.split('.').cmp(b.split('.')));
    Ok(names)
}

fn is_before(name: &str, other: &str) -> bool {
    name.split('.').lt(other.split('.'))
}

/// Refuses what is among the profiles and would not be published.
pub(super) fn expect_only_documents(folder: &Path) -> Result<(), InventoryError> {
    for path in entries(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // As editors leave them.
        let is_left = name.starts_with(['.', '#']) || name.ends_with('~');
        if !is_left && (!name.ends_with(".json") || path.is_dir()) {
            return Err(InventoryError::NoDocument(path));
        }
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, InventoryError> {
    let list = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        list => list,
    };
    let paths = list.and_then(|list| list.map(|entry| Ok(entry?.path())).collect());
    paths.map_err(|source| of_file(folder, source))
}

pub(super) fn of_file(path: &Path, source: io::Error) -> InventoryError {
    InventoryError::File { path: path.to_owned(), source }
}
