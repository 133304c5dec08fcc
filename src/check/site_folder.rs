use std::collections::BTreeMap;
use std::path::Path;

use rayon::prelude::*;

use super::checked::{Checked, CheckedFile};
use super::file_name::{MAPS, PROFILES, PUBLIC, SITE};
use super::files::{FileError, read_text};
use super::inventory::SiteInventory;
use super::strays::strays;
use super::{Context, Severity, check_map, check_profile, check_site};
use crate::model::{Map, Profile, Site};

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
    /// What keeps the site from being built and is no document: files, links, folders and drawings.
    pub strays: Vec<CheckedFile<()>>,
}

/// Reads and checks everything of a site: the one call that both the checker and the build make. What
/// is wrong with one file is told with it, and the others are checked all the same. The build looks for
/// errors only.
///
/// # Errors
/// The public folder cannot be read.
pub fn check_site_folder(project: &Path, least: Severity) -> Result<CheckedSite, FileError> {
    let public = project.join(PUBLIC);
    let strays = strays(project);
    let inventory = SiteInventory::read(&public)?;
    let site = check_file(project, format!("{PUBLIC}/{SITE}.json"), check_site);
    let maps = inventory.maps.par_iter().flatten().map(|name| {
        let file = format!("{PUBLIC}/{MAPS}/{name}.json");
        (name.clone(), check_file(project, file, |source| check_map(source, name)))
    });
    let maps = maps.collect();
    let profiles = inventory.profiles.par_iter().map(|name| {
        let file = format!("{PUBLIC}/{PROFILES}/{name}.json");
        let context = Context::of_site(&inventory, project, name, least);
        check_file(project, file, |source| check_profile(source, &context))
    });
    let profiles = profiles.collect();
    Ok(CheckedSite { inventory, site, maps, profiles, strays })
}

fn check_file<T>(
    project: &Path,
    file: String,
    check: impl FnOnce(&str) -> Checked<T>,
) -> CheckedFile<T> {
    match read_text(&project.join(&file)) {
        Ok(source) => CheckedFile { checked: check(&source), source, file },
        Err(error) => CheckedFile::refused(file, error.diagnostic()),
    }
}
