//! The documents of a site: whose they are, in which languages, and what is wrong with them.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde_json::Value;

use super::surroundings::{self, PROFILES, PUBLIC, Surroundings};
use super::{Error, Fault, Folders, last_good};
use crate::model::{self, Decode, Problems, Reader};
use crate::model::Map;
use crate::model::{Language, Profile};
use crate::model::Site;

const MAPS: &str = "public/maps";
const SITE: &str = "public/site.json";
/// A document as it was written and as it was read.
#[derive(Clone, Debug)]
pub(super) struct Document<T = Profile> {
    /// The file, relative to the project.
    pub(super) file: String,
    /// What was written.
    pub(super) value: Value,
    /// What was read.
    pub(super) content: T,
}

/// One partner: the profile, then its translations by language. Without a profile the first
/// translation comes first.
#[derive(Clone, Debug)]
pub(super) struct Partner {
    pub(super) editions: Vec<Document>,
}

/// Everything that was read.
#[derive(Debug)]
pub(super) struct Documents {
    /// The site document; nothing only where it is broken and never was good.
    pub(super) site: Option<Document<Site>>,
    /// The partners by slug.
    pub(super) partners: Vec<Partner>,
    /// The maps by name.
    pub(super) maps: BTreeMap<String, Document<Map>>,
    /// The documents that cannot be published as they are.
    pub(super) faults: Vec<Fault>,
}

impl<T> Document<T> {
    /// The name of the file in its folder.
    pub(super) fn name(&self) -> &str {
        self.file.rsplit('/').next().unwrap_or_default()
    }
}

impl Partner {
    /// The name in addresses.
    pub(super) fn slug(&self) -> &str {
        &self.editions[0].content.slug
    }

    fn has(&self, language: Language) -> bool {
        self.editions.iter().any(|edition| edition.content.language == language)
    }

    /// Reports a further document in a language that there is already.
    fn another(&self) -> impl Fn(&Profile, &mut Reader) {
        let others: Vec<_> = self
            .editions
            .iter()
            .map(|edition| (edition.file.clone(), edition.content.language))
            .collect();
        move |profile, reader| surroundings::look_at_language(profile, &others, reader)
    }
}

impl Documents {
    /// The language of what belongs to no partner.
    pub(super) fn language(&self) -> Language {
        let mut languages =
            self.partners.iter().map(|partner| partner.editions[0].content.language);
        let first = languages.next().unwrap_or(Language::English);
        if languages.all(|language| language == first) { first } else { Language::English }
    }
}

/// Reads all documents. Under live reload the last good version of a broken one is taken.
pub(super) fn read(folders: &Folders, is_live: bool) -> Result<Documents, Error> {
    let desk = Desk { folders, is_live };
    let mut faults = Vec::new();
    let site = desk.read(SITE, |_: &Site, _| ())?.note(&mut faults);
    let mut maps = BTreeMap::new();
    let public = folders.source.join(PUBLIC);
    let around = Surroundings::of(&public)?;
    for name in around.maps.iter().flatten() {
        let check = |map: &Map, reader: &mut Reader| {
            if *map.name != **name {
                let found = format!("\"{}\"", map.name);
                reader.problem("name", found, format!("\"{name}\", as in the name of the file"));
            }
        };
        let map = desk.read(&format!("{MAPS}/{name}.json"), check)?;
        if let Some(map) = map.note(&mut faults) {
            maps.insert(name.clone(), map);
        }
    }
    let around = Surroundings { maps: Some(maps.keys().cloned().collect()), ..around };
    let editions: Vec<Found<Profile>> = surroundings::documents(&public.join(PROFILES))?
        .par_iter()
        .map(|name| {
            let check = |profile: &Profile, reader: &mut Reader| {
                around.look_at_names(profile, name, reader);
                around.look_at_files(profile, reader);
            };
            desk.read(&format!("{PUBLIC}/{PROFILES}/{name}.json"), check)
        })
        .collect::<Result<_, _>>()?;
    let mut partners: Vec<Partner> = Vec::new();
    // In the order of names a partner's profile comes before its translations.
    for edition in editions {
        let Some(edition) = edition.note(&mut faults) else { continue };
        match partners.last_mut().filter(|partner| *partner.slug() == *edition.content.slug) {
            Some(partner) if partner.has(edition.content.language) => {
                faults.extend(desk.read(&edition.file, partner.another())?.fault);
            }
            Some(partner) => partner.editions.push(edition),
            None => partners.push(Partner { editions: vec![edition] }),
        }
    }
    Ok(Documents { site, partners, maps, faults })
}

/// A document, and what is wrong with it or with the newer version that it stands in for.
struct Found<T> {
    document: Option<Document<T>>,
    fault: Option<Fault>,
}

impl<T> Found<T> {
    /// The document; what is wrong with it joins the rest.
    fn note(self, faults: &mut Vec<Fault>) -> Option<Document<T>> {
        faults.extend(self.fault);
        self.document
    }
}

/// Where documents are read.
struct Desk<'a> {
    folders: &'a Folders,
    is_live: bool,
}

impl Desk<'_> {
    fn read<T: Decode>(
        &self,
        file: &str,
        check: impl Fn(&T, &mut Reader),
    ) -> Result<Found<T>, Error> {
        let text = super::read(&self.folders.source.join(file))?;
        match parse(file, &text, &check) {
            Ok(document) => {
                if self.is_live {
                    last_good::keep(self.folders, file, &text)?;
                }
                Ok(Found { document: Some(document), fault: None })
            }
            Err(problems) => {
                let good = last_good::find(self.folders, file).filter(|_| self.is_live);
                let document = good.and_then(|text| parse(file, &text, &check).ok());
                Ok(Found { document, fault: Some(Fault { file: file.to_owned(), problems }) })
            }
        }
    }
}

fn parse<T: Decode>(
    file: &str,
    text: &str,
    check: impl Fn(&T, &mut Reader),
) -> Result<Document<T>, Problems> {
    let content = document::read_and_check(text, check)?;
    let value = serde_json::from_str(text).unwrap_or_default();
    Ok(Document { file: file.to_owned(), value, content })
}
