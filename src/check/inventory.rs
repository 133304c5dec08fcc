use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::file_name::{ASSETS, FLAGS, MAPS, PROFILES};
use super::files::{FileError, entries};
use super::positions::Bounds;
use crate::model::read;

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
    pub fn read(public: &Path) -> Result<Self, FileError> {
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

/// The names of a folder's files without their ending, a profile before its translations. What is
/// hidden, as editors leave it, and links that lead nowhere are passed over; a folder that is not there
/// holds nothing.
///
/// # Errors
/// The folder cannot be read.
pub fn names(folder: &Path, ending: &str) -> Result<Vec<String>, FileError> {
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
