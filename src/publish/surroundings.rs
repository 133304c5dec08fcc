//! What a profile's document stands among in its site. The checker looks at it as the build does.

use std::io;
use std::path::Path;

use super::{ASSETS, Error};
use crate::model::Reader;
use crate::model::{Language, Profile};

/// The folder of a site's documents and pictures in the project.
pub const PUBLIC: &str = "public";
/// The folder of documents among them.
pub const PROFILES: &str = "profiles";

/// How many names a message lists.
const NAMES_LISTED: usize = 12;

/// What a profile's document stands among in its site.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// The names of the flags that there are, where that is known.
    pub flags: Option<Vec<String>>,
    /// The names of the maps that there are, where that is known.
    pub maps: Option<Vec<String>>,
    /// What the site has itself, so that a partner's page cannot have its name.
    pub taken: Vec<String>,
}

impl Surroundings {
    /// What there is among the public files of a site.
    ///
    /// # Errors
    /// A folder that cannot be read. One that is not there holds nothing.
    pub fn of(public: &Path) -> Result<Self, Error> {
        let mut taken = names(public, "")?;
        taken.push(ASSETS.to_owned());
        Ok(Self {
            flags: Some(names(&public.join("flags"), ".svg")?),
            maps: Some(names(&public.join("maps"), ".json")?),
            taken,
        })
    }

    /// Reports what the profile names and there is not.
    pub fn look_at_files(&self, profile: &Profile, reader: &mut Reader) {
        let look = |key, name: &str, known: &Option<Vec<String>>, reader: &mut Reader| {
            let Some(known) = known else { return };
            if known.iter().any(|other| other == name) {
                return;
            }
            let (what, ending) = if key == "flag" { ("drawing", ".svg") } else { ("map", ".json") };
            let mut expected = format!("the name of a {what} in public/{key}s, without {ending}");
            if (1..=NAMES_LISTED).contains(&known.len()) {
                expected = format!("{expected}: {}", known.join(", "));
            }
            reader.problem(key, format!("\"{name}\""), expected);
        };
        if let Some(flag) = &profile.partner.flag {
            reader.inside("partner", |reader| look("flag", flag, &self.flags, reader));
        }
        reader.each("sections", &profile.sections, |reader, section| {
            if let Some(map) = section.map() {
                look("map", map, &self.maps, reader);
            }
        });
    }

    /// Reports what keeps a profile from being published under the name of its file, which comes
    /// without `.json`: `SLUG` is a profile, `SLUG.LANGUAGE` its translation.
    pub fn look_at_names(&self, profile: &Profile, name: &str, reader: &mut Reader) {
        let (in_name, language) = parts(name);
        let slug = &*profile.slug;
        if slug != in_name {
            let expected = format!("\"{in_name}\", as in the name of the file");
            reader.problem("slug", format!("\"{slug}\""), expected);
        } else if self.is_taken(slug) {
            reader.problem(
                "slug",
                format!("\"{slug}\", a name of the site's own"),
                "a name that is free",
            );
        }
        let own = profile.language.as_str();
        let Some(language) = language.filter(|language| *language != own) else { return };
        if Language::ALL.iter().any(|known| known.as_str() == language) {
            let expected = format!("\"{language}\", as in the name of the file");
            reader.problem("language", format!("\"{own}\""), expected);
        } else {
            let found = format!("\"{own}\" in the file {name}.json");
            reader.problem("language", found, format!("the file {slug}.json or {slug}.{own}.json"));
        }
    }

    /// Whether the site has something itself under the address of a partner's page.
    pub fn is_taken(&self, slug: &str) -> bool {
        // `embed-….js` is at the root, and hosts are told by this beginning for how long it keeps.
        slug.starts_with("embed-") || self.taken.iter().any(|name| name == slug)
    }
}

/// The slug and the language in the name of a document's file, which comes without `.json`.
pub fn parts(name: &str) -> (&str, Option<&str>) {
    name.split_once('.').map_or((name, None), |(slug, language)| (slug, Some(language)))
}

/// The folder of a document's page, by the name of its file.
pub fn folder(file: &str) -> String {
    match parts(file.strip_suffix(".json").unwrap_or(file)) {
        (slug, None) => format!("{slug}/"),
        (slug, Some(language)) => format!("{slug}/{language}/"),
    }
}

/// Reports a profile whose language another document of the same partner has already.
pub fn look_at_language(profile: &Profile, others: &[(String, Language)], reader: &mut Reader) {
    if let Some((file, language)) = others.iter().find(|(_, other)| *other == profile.language) {
        let found = format!("\"{}\", as in {file}", language.as_str());
        reader.problem("language", found, "a language that no other document of this partner has");
    }
}

/// The names of a folder's files without their ending, a profile before its translations. What is
/// hidden, as editors leave it, is passed over; a folder that is not there holds nothing.
///
/// # Errors
/// The folder cannot be read.
pub fn names(folder: &Path, ending: &str) -> Result<Vec<String>, Error> {
    let mut names: Vec<String> = super::entries(folder)?
        .iter()
        .filter_map(|path| path.file_name()?.to_str()?.strip_suffix(ending).map(str::to_owned))
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort_by(|a, b| a.split('.').cmp(b.split('.')));
    Ok(names)
}

/// The names of the documents in a folder.
///
/// # Errors
/// The folder cannot be read, or has something else in it, which would not be published.
pub fn documents(folder: &Path) -> Result<Vec<String>, Error> {
    for path in super::entries(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // As editors leave them.
        let is_left = name.starts_with(['.', '#']) || name.ends_with('~');
        if !is_left && (!name.ends_with(".json") || path.is_dir()) {
            let source = io::Error::other(
                "no document: they stand in public/profiles itself as SLUG.json and SLUG.LANGUAGE.json",
            );
            return Err(Error::File { path, source });
        }
    }
    names(folder, ".json")
}
