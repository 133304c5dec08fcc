use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::Context;
use crate::model::{PartialDate, parse};
use crate::publish::Error;
use crate::publish::surroundings::{PROFILES, PUBLIC, Surroundings, documents, parts};

/// What documents are looked at against; a site is read once for all of its own.
#[derive(Default)]
pub struct Desk {
    sites: HashMap<PathBuf, Site>,
}

impl Desk {
    /// The site that the file is to be published in, or what is nearest to it.
    ///
    /// # Errors
    /// The file is not there, or what is around it cannot be read.
    pub fn context(&mut self, file: &Path) -> Result<Context, Error> {
        let whole = fs::canonicalize(file)
            .map_err(|source| Error::File { path: file.to_owned(), source })?;
        let folder = whole.parent().unwrap_or(Path::new("."));
        let name = whole.file_name().and_then(|name| name.to_str()?.strip_suffix(".json"));
        let is_site = name == Some("site");
        let context = Context { today: today(), is_site, ..Context::default() };
        if let Some(name) = name.filter(|_| folder.ends_with(Path::new(PUBLIC).join(PROFILES))) {
            let Site { around, names } = self.site(folder)?;
            let others = names.get(parts(name).0).into_iter().flatten();
            let others = others.filter(|other| *other != name).filter_map(|other| {
                let file = format!("{other}.json");
                let profile = parse(&fs::read_to_string(folder.join(&file)).ok()?).ok()?;
                Some((file, profile.language))
            });
            let others = others.collect();
            let around = around.clone();
            return Ok(Context { name: Some(name.to_owned()), others, around, ..context });
        }
        let has_some =
            |folder: &Path| folder.join("flags").is_dir() || folder.join("maps").is_dir();
        let public = folder.ancestors().find(|folder| has_some(folder));
        let public = public.unwrap_or(Path::new(PUBLIC));
        let mut around = Surroundings::of(public)?;
        for (names, folder) in [(&mut around.flags, "flags"), (&mut around.maps, "maps")] {
            // There is no site to know them from.
            if !public.join(folder).is_dir() {
                *names = None;
            }
        }
        Ok(Context { around, ..context })
    }

    /// The site around a folder of profiles, and the names of its documents by partner.
    fn site(&mut self, folder: &Path) -> Result<&Site, Error> {
        if !self.sites.contains_key(folder) {
            let around = Surroundings::of(&folder.with_file_name(""))?;
            let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for name in documents(folder)? {
                names.entry(parts(&name).0.to_owned()).or_default().push(name);
            }
            self.sites.insert(folder.to_owned(), Site { around, names });
        }
        Ok(&self.sites[folder])
    }
}

/// A site as its documents stand in it.
struct Site {
    around: Surroundings,
    /// The names of the documents by partner.
    names: BTreeMap<String, Vec<String>>,
}

/// Today's date in UTC.
fn today() -> Option<PartialDate> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    PartialDate::of_day(i64::try_from(seconds / 86_400).ok()?)
}
