//! The documents of a site: whose they are, in which languages, and what is wrong with them.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Error, Fault, Folders, files};
use crate::check::{CheckedFile, CheckedSite, Severity, check_site_folder};
use crate::model::{self, Document, Language, Map, Profile, Site};

/// A document and where it stands.
#[derive(Clone, Debug)]
pub(super) struct DocumentFile<T = Profile> {
    /// The file, relative to the project.
    pub(super) file: String,
    /// What was read.
    pub(super) content: T,
}

/// What is written of one partner: the profile, then its translations by language. Without a profile the first
/// translation comes first.
#[derive(Clone, Debug)]
pub(super) struct PartnerDocuments {
    pub(super) editions: Vec<DocumentFile>,
}

/// Everything that was read.
#[derive(Debug)]
pub(super) struct Documents {
    /// The site document; nothing only where it is broken and never was good.
    pub(super) site: Option<DocumentFile<Site>>,
    /// The partners by slug.
    pub(super) partners: Vec<PartnerDocuments>,
    /// The maps by name.
    pub(super) maps: BTreeMap<String, Map>,
    /// The documents that cannot be published as they are.
    pub(super) faults: Vec<Fault>,
}

impl<T> DocumentFile<T> {
    /// The name of the file in its folder.
    pub(super) fn name(&self) -> &str {
        self.file.rsplit('/').next().unwrap_or_default()
    }

    /// Where it is served, as addressed from the site's root.
    pub(super) fn address(&self) -> &str {
        self.file.trim_start_matches("public/")
    }
}

impl PartnerDocuments {
    /// The name in addresses.
    pub(super) fn slug(&self) -> &str {
        &self.editions[0].content.slug
    }
}

impl Documents {
    /// How many profiles and translations there are.
    pub(super) fn count(&self) -> usize {
        self.partners.iter().map(|partner| partner.editions.len()).sum()
    }

    /// The language of what belongs to no partner.
    pub(super) fn language(&self) -> Language {
        let mut languages =
            self.partners.iter().map(|partner| partner.editions[0].content.language);
        let first = languages.next().unwrap_or(Language::English);
        if languages.all(|language| language == first) { first } else { Language::English }
    }
}

/// Reads and checks all documents. Under live reload the last good version of a broken one is taken.
pub(super) fn read(folders: &Folders, is_live: bool) -> Result<Documents, Error> {
    let CheckedSite { site, maps, profiles, strays, .. } =
        check_site_folder(&folders.source, Severity::Error)?;
    let faults = strays.into_iter().map(|stray| {
        let diagnostics = stray.checked.diagnostics;
        Fault { file: stray.file, diagnostics }
    });
    let mut faults: Vec<Fault> = faults.collect();
    let last_good = is_live.then(|| folders.cache.join("last-good"));
    let last_good = last_good.as_deref();
    let site = take(site, last_good, &mut faults)?;
    let mut known_maps = BTreeMap::new();
    for (name, map) in maps {
        if let Some(map) = take(map, last_good, &mut faults)? {
            known_maps.insert(name, map.content);
        }
    }
    let mut partners: Vec<PartnerDocuments> = Vec::new();
    // In the order of names a partner's profile comes before its translations.
    for profile in profiles {
        let Some(edition) = take(profile, last_good, &mut faults)? else { continue };
        match partners.last_mut().filter(|partner| *partner.slug() == *edition.content.slug) {
            Some(partner) => partner.editions.push(edition),
            None => partners.push(PartnerDocuments { editions: vec![edition] }),
        }
    }
    Ok(Documents { site, partners, maps: known_maps, faults })
}

/// What a document holds; what is wrong with it is noted. While documents are edited, a folder keeps the last good
/// version of each: it stands in for a broken one.
fn take<T: Document>(
    checked: CheckedFile<T>,
    last_good: Option<&Path>,
    faults: &mut Vec<Fault>,
) -> Result<Option<DocumentFile<T>>, Error> {
    let CheckedFile { file, source, checked } = checked;
    let last_good = last_good.map(|folder| folder.join(&file));
    let content = match checked.document {
        Some(content) => {
            if let Some(place) = last_good {
                files::write(&place, source)?;
            }
            Some(content)
        }
        None => {
            let mut diagnostics = checked.diagnostics;
            diagnostics.retain(|diagnostic| diagnostic.severity == Severity::Error);
            faults.push(Fault { file: file.clone(), diagnostics });
            let text = last_good.and_then(|place| files::read(&place).ok());
            text.and_then(|text| model::read(&text).ok())
        }
    };
    Ok(content.map(|content| DocumentFile { file, content }))
}
