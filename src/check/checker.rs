use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::context::today;
use super::file_name::{FLAGS, MAPS, PROFILES, PUBLIC, SITE};
use super::inventory::{
    InventoryError, SiteInventory, expect_only_documents, names, of_file, read_text,
};
use super::{
    Checked, CheckedFile, Context, Diagnostic, check_map, check_profile, check_site,
    check_site_folder, is_site,
};

/// A document, whatever its type is, and what there is to say about it.
pub struct CheckedText {
    /// Its text.
    pub source: String,
    /// What there is to say.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file, and what is known of it.
pub type Outcome = (PathBuf, Result<CheckedText, InventoryError>);

/// Checks files by their paths. What is in a site is read once for all of its documents.
#[derive(Default)]
pub struct Checker {
    /// By public folder.
    inventories: HashMap<PathBuf, SiteInventory>,
    /// The same for documents that are in no site.
    around: HashMap<PathBuf, SiteInventory>,
}

impl Checker {
    /// Checks a file, the documents in a folder, or by its `public` folder a whole site.
    pub fn check(&mut self, path: &Path) -> Vec<Outcome> {
        if !path.is_dir() {
            return vec![(path.to_owned(), self.check_file(path))];
        }
        let is_site =
            path.join(SITE).with_extension("json").is_file() || path.join(PROFILES).is_dir();
        if is_site && path.ends_with(PUBLIC) {
            return of_site(path).unwrap_or_else(|error| vec![(path.to_owned(), Err(error))]);
        }
        match self.documents(path) {
            Ok(names) => {
                let files = names.iter().map(|name| path.join(format!("{name}.json")));
                files.map(|file| (file.clone(), self.check_file(&file))).collect()
            }
            Err(error) => vec![(path.to_owned(), Err(error))],
        }
    }

    /// The names of the documents in a folder. Of profiles the site tells them.
    fn documents(&mut self, folder: &Path) -> Result<Vec<String>, InventoryError> {
        let whole = whole(folder)?;
        match public_of_profiles(&whole) {
            Some(public) => {
                expect_only_documents(&whole)?;
                Ok(self.inventory(public)?.profiles.clone())
            }
            None => names(folder, ".json"),
        }
    }

    fn check_file(&mut self, file: &Path) -> Result<CheckedText, InventoryError> {
        let whole = whole(file)?;
        let source = read_text(file)?;
        let folder = whole.parent().unwrap_or(Path::new("."));
        let name = whole.file_name().and_then(|name| name.to_str()?.strip_suffix(".json"));
        let diagnostics = match (name, public_of_profiles(folder)) {
            (Some(SITE), None) => check_site(&source).diagnostics,
            (Some(name), Some(public)) => {
                let inventory = self.inventory(public)?;
                let project = public.parent().unwrap_or(public);
                check_profile(&source, &inventory.context(project, name)).diagnostics
            }
            (Some(name), None) if folder.ends_with(Path::new(PUBLIC).join(MAPS)) => {
                check_map(&source, name).diagnostics
            }
            _ if is_site(&source) => check_site(&source).diagnostics,
            _ => {
                let inventory = Some(self.around(folder)?);
                let context = Context { inventory, today: today(), ..Context::default() };
                check_profile(&source, &context).diagnostics
            }
        };
        Ok(CheckedText { source, diagnostics })
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
fn of_site(public: &Path) -> Result<Vec<Outcome>, InventoryError> {
    let project = public.parent().unwrap_or(Path::new("."));
    let site = check_site_folder(project)?;
    let mut files = vec![outcome(project, site.site)];
    files.extend(site.maps.into_values().map(|map| outcome(project, map)));
    files.extend(site.drawings.into_iter().map(|drawing| outcome(project, drawing)));
    files.extend(site.profiles.into_iter().map(|profile| outcome(project, profile)));
    Ok(files)
}

fn outcome<T>(project: &Path, checked: CheckedFile<T>) -> Outcome {
    let CheckedFile { file, source, checked: Checked { diagnostics, .. } } = checked;
    (project.join(file), Ok(CheckedText { source, diagnostics }))
}

/// The public folder of a site, by its folder of profiles.
fn public_of_profiles(folder: &Path) -> Option<&Path> {
    let public = folder.parent()?;
    folder.ends_with(Path::new(PUBLIC).join(PROFILES)).then_some(public)
}

fn whole(path: &Path) -> Result<PathBuf, InventoryError> {
    fs::canonicalize(path).map_err(|source| of_file(path, source))
}
