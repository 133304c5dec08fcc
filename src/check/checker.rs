use std::collections::HashMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::context::today;
use super::file_name::{FLAGS, MAPS, PROFILES, PUBLIC, SITE};
use super::inventory::{InventoryError, SiteInventory, names, of_file, read_text, text_of};
use super::strays::{among_profiles, no_profile};
use super::{
    Checked, CheckedFile, Context, Diagnostic, Severity, check_map, check_profile, check_site,
    check_site_folder, is_site,
};
use crate::model::MAX_BYTES;

/// A document, whatever its type is, and what there is to say about it.
pub struct CheckedText {
    /// Its text.
    pub source: String,
    /// What there is to say.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether it is a document at all.
    pub is_document: bool,
}

/// Stands for standard input.
const STANDARD_INPUT: &str = "-";

/// A file, and what is known of it.
pub type FileOutcome = (PathBuf, Result<CheckedText, InventoryError>);

/// Checks files by their paths. What is in a site is read once for all of its documents.
#[derive(Default)]
pub struct Checker {
    /// By public folder.
    inventories: HashMap<PathBuf, SiteInventory>,
    /// The same for documents that are in no site.
    around: HashMap<PathBuf, SiteInventory>,
}

impl Checker {
    /// Checks a file, the documents in a folder, by its `public` folder a whole site, or by `-` what
    /// comes from standard input.
    pub fn check(&mut self, path: &Path) -> Vec<FileOutcome> {
        if path.as_os_str() == STANDARD_INPUT {
            return vec![(path.to_owned(), self.check_input())];
        }
        if !path.is_dir() {
            return vec![(path.to_owned(), self.check_file(path))];
        }
        let is_site =
            path.join(SITE).with_extension("json").is_file() || path.join(PROFILES).is_dir();
        if is_site && path.ends_with(PUBLIC) {
            return of_site(path).unwrap_or_else(|error| vec![(path.to_owned(), Err(error))]);
        }
        self.check_folder(path).unwrap_or_else(|error| vec![(path.to_owned(), Err(error))])
    }

    /// The documents in a folder. Of profiles the site tells them, and what stands among them is told.
    fn check_folder(&mut self, folder: &Path) -> Result<Vec<FileOutcome>, InventoryError> {
        let public = whole(folder)?;
        let (names, strays) = match public_of_profiles(&public) {
            Some(public) => (self.inventory(public)?.profiles.clone(), among_profiles(folder)),
            None => (names(folder, ".json")?, Vec::new()),
        };
        let strays = strays.into_iter().map(|(file, diagnostic)| (file, Ok(of_stray(diagnostic))));
        let files = names.iter().map(|name| folder.join(format!("{name}.json")));
        let files = files.map(|file| (file.clone(), self.check_file(&file)));
        Ok(strays.chain(files).collect())
    }

    fn check_file(&mut self, file: &Path) -> Result<CheckedText, InventoryError> {
        // A link among the profiles is a profile, wherever it leads.
        let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
        let folder = whole(parent.unwrap_or(Path::new(".")))?;
        let public = public_of_profiles(&folder);
        if let Some(diagnostic) = public.and_then(|_| no_profile(file)).filter(|_| file.exists()) {
            return Ok(of_stray(diagnostic));
        }
        let source = read_text(file)?;
        let name = file.file_name().and_then(|name| name.to_str()?.strip_suffix(".json"));
        let diagnostics = match (name, public) {
            (Some(SITE), None) => check_site(&source).diagnostics,
            (Some(name), Some(public)) => {
                let inventory = self.inventory(public)?;
                let project = public.parent().unwrap_or(public);
                check_profile(
                    &source,
                    &Context::of_site(inventory, project, name, Severity::Warning),
                )
                .diagnostics
            }
            (Some(name), None) if folder.ends_with(Path::new(PUBLIC).join(MAPS)) => {
                check_map(&source, name).diagnostics
            }
            _ => self.check_text(&source, &folder)?,
        };
        Ok(CheckedText { source, diagnostics, is_document: true })
    }

    /// Checks a document that is in no site, by what is in it.
    fn check_text(
        &mut self,
        source: &str,
        folder: &Path,
    ) -> Result<Vec<Diagnostic>, InventoryError> {
        if is_site(source) {
            return Ok(check_site(source).diagnostics);
        }
        let inventory = Some(self.around(folder)?);
        let context = Context { inventory, today: today(), ..Context::default() };
        Ok(check_profile(source, &context).diagnostics)
    }

    fn check_input(&mut self) -> Result<CheckedText, InventoryError> {
        let path = Path::new(STANDARD_INPUT);
        let mut bytes = Vec::new();
        // One byte more than a document may have tells that it has too many.
        let mut input = io::stdin().lock().take(MAX_BYTES as u64 + 1);
        input.read_to_end(&mut bytes).map_err(|source| of_file(path, source))?;
        let source = text_of(path, bytes)?;
        let diagnostics = self.check_text(&source, &whole(Path::new("."))?)?;
        Ok(CheckedText { source, diagnostics, is_document: true })
    }

    /// What is nearest to a site for a document that is in none.
    fn around(&mut self, folder: &Path) -> Result<&SiteInventory, InventoryError> {
        let has_some = |folder: &&Path| folder.join(FLAGS).is_dir() || folder.join(MAPS).is_dir();
        let public = folder.ancestors().find(has_some).unwrap_or(Path::new(PUBLIC));
        if !self.around.contains_key(public) {
            let mut inventory = SiteInventory::read(public)?;
            // Without the folder there is no site to know them from.
            inventory.flags = inventory.flags.filter(|_| public.join(FLAGS).is_dir());
            inventory.maps = inventory.maps.filter(|_| public.join(MAPS).is_dir());
            self.around.insert(public.to_owned(), inventory);
        }
        Ok(&self.around[public])
    }

    fn inventory(&mut self, public: &Path) -> Result<&SiteInventory, InventoryError> {
        if !self.inventories.contains_key(public) {
            self.inventories.insert(public.to_owned(), SiteInventory::read(public)?);
        }
        Ok(&self.inventories[public])
    }
}

/// Every document of a site.
fn of_site(public: &Path) -> Result<Vec<FileOutcome>, InventoryError> {
    let project = public.parent().unwrap_or(Path::new("."));
    let site = check_site_folder(project, Severity::Warning)?;
    let strays = site.strays.into_iter().map(|stray| {
        let (path, text) = outcome(project, stray);
        (path, text.map(|text| CheckedText { is_document: false, ..text }))
    });
    let mut files: Vec<_> = strays.collect();
    files.push(outcome(project, site.site));
    files.extend(site.maps.into_values().map(|map| outcome(project, map)));
    files.extend(site.profiles.into_iter().map(|profile| outcome(project, profile)));
    Ok(files)
}

fn outcome<T>(project: &Path, checked: CheckedFile<T>) -> FileOutcome {
    let CheckedFile { file, source, checked: Checked { diagnostics, .. } } = checked;
    (project.join(file), Ok(CheckedText { source, diagnostics, is_document: true }))
}

fn of_stray(diagnostic: Diagnostic) -> CheckedText {
    CheckedText { source: String::new(), diagnostics: vec![diagnostic], is_document: false }
}

/// The public folder of a site, by its folder of profiles.
fn public_of_profiles(folder: &Path) -> Option<&Path> {
    let public = folder.parent()?;
    folder.ends_with(Path::new(PUBLIC).join(PROFILES)).then_some(public)
}

fn whole(path: &Path) -> Result<PathBuf, InventoryError> {
    fs::canonicalize(path).map_err(|source| of_file(path, source))
}
