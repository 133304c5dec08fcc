//! Documents as they are served: with the names that the build gave to what they name.

use std::collections::HashSet;

use super::assets::PublishedFiles;
use super::documents::Documents;
use super::page_builder::PageBuilder;
use super::{Error, files, json};
use crate::check::{PROFILES, entries};
use crate::model::{Id, Map, Profile};

/// Writes the site document, and takes away what stands among the profiles and is none: Trunk has copied
/// everything, notes to editors and what editors leave.
pub(super) fn write(builder: &PageBuilder) -> Result<(), Error> {
    let staging = &builder.folders.staging;
    // Without a site document nothing has been written in place of what Trunk copied.
    let written = builder.documents.partners.iter().filter(|_| builder.documents.site.is_some());
    let editions = written.flat_map(|partner| &partner.editions);
    let own: HashSet<_> = editions.map(|edition| staging.join(edition.address())).collect();
    for path in entries(&staging.join(PROFILES))? {
        if !own.contains(&path) {
            files::remove(&path)?;
        }
    }
    if let Some(site) = &builder.documents.site {
        files::write(&staging.join("site.json"), json::of(&site.content))?;
    }
    Ok(())
}

/// A profile as it is served.
pub(super) fn profile(profile: &Profile, files: &PublishedFiles) -> Profile {
    profile.published(|flag| files.flags.get(flag).cloned(), |map| files.maps.get(map).cloned())
}

/// The maps that a profile names, under the names that the profile has for them as it is served.
pub(super) fn maps(profile: &Profile, documents: &Documents, files: &PublishedFiles) -> Vec<Map> {
    let map = |name: &Id| {
        let mut map = documents.maps.get(&**name)?.clone();
        map.name = files.maps.get(name).unwrap_or(name).clone();
        Some(map)
    };
    profile.maps().into_iter().filter_map(map).collect()
}
