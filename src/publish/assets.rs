//! Icon, flags, maps and programs under names that tell their content.

use std::collections::BTreeMap;
use std::path::Path;

use super::documents::Documents;
use super::programs::{self, Programs};
use super::{Error, Folders, bytes, files, hashed_file, json};
use crate::check::entries;
use crate::model::Id;

/// The names that the build gave, as addressed from the site's root.
pub(super) struct PublishedFiles {
    /// What runs in the browser.
    pub(super) programs: Programs,
    /// The site's icon as a drawing.
    pub(super) icon: String,
    /// The flags: what documents call them, and what they are called in the site.
    pub(super) flags: BTreeMap<Id, Id>,
    /// The maps, in the same way.
    pub(super) maps: BTreeMap<Id, Id>,
}

/// The icon as it stands in `public/`.
const ICON: &str = "favicon.svg";

/// Bundles and renames what Trunk made and copied. `style` is that of a profile in another site.
pub(super) fn write(
    folders: &Folders,
    documents: &Documents,
    style: &str,
) -> Result<PublishedFiles, Error> {
    let staging = &folders.staging;
    let icon = files::read_bytes(&staging.join(ICON))?;
    files::remove(&staging.join(ICON))?;
    let maps = maps(&staging.join("maps"), documents)?;
    Ok(PublishedFiles {
        programs: programs::write(folders, style, &maps)?,
        icon: hashed_file::add(staging, "icon", &icon, "svg")?.name,
        flags: flags(&staging.join("flags"))?,
        maps,
    })
}

/// Writes the flags under names that tell their content. Documents can hold these names: they are
/// ids as well.
fn flags(folder: &Path) -> Result<BTreeMap<Id, Id>, Error> {
    let mut names = BTreeMap::new();
    for path in entries(folder)? {
        let stem = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".svg"));
        // What no document can name is not served.
        if let Some(Ok(name)) = stem.map(|stem| Id::try_from(stem.to_owned())) {
            let content = files::read_bytes(&path)?;
            let file = id_of(&name, &content);
            files::write(&folder.join(&*file).with_extension("svg"), content)?;
            names.insert(name, file);
        }
        files::remove(&path)?;
    }
    Ok(names)
}

/// Writes the maps in the same way.
fn maps(folder: &Path, documents: &Documents) -> Result<BTreeMap<Id, Id>, Error> {
    files::clear(folder)?;
    let mut names = BTreeMap::new();
    for map in documents.maps.values() {
        let content = json::of(map);
        let file = id_of(&map.name, &content);
        files::write(&folder.join(&*file).with_extension("json"), content)?;
        names.insert(map.name.clone(), file);
    }
    Ok(names)
}

/// The id with its content's name.
fn id_of(id: &Id, content: impl AsRef<[u8]>) -> Id {
    const LONGEST: usize = 64 - "-0123456789abcdef".len();
    let short: String = id.chars().take(LONGEST).collect();
    let name = format!("{}-{}", short.trim_end_matches('-'), bytes::name(content));
    name.try_into().expect("an id with hexadecimal digits is one")
}
