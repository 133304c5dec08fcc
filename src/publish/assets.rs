//! The files that never change under their name, since the name is their content's.

use std::collections::BTreeMap;
use std::path::Path;

use super::programs::{self, Programs};
use super::{ASSETS, Error, Folders, bytes};

/// The names that the build gave, as addressed from the site's root.
pub(super) struct Files {
    /// What runs in the browser.
    pub(super) programs: Programs,
    /// The site's icon as a drawing.
    pub(super) icon: String,
    /// The flags: what documents call them, and what they are called in the site.
    pub(super) flags: BTreeMap<String, String>,
    /// The maps, in the same way.
    pub(super) maps: BTreeMap<String, String>,
}

/// A file that is held to its content.
#[derive(Clone, Debug, Default)]
pub(super) struct Asset {
    /// Its name.
    pub(super) name: String,
    /// What it has to be.
    pub(super) integrity: String,
}

/// The icon as it stands in `public/`.
const ICON: &str = "favicon.svg";

/// Bundles and renames what Trunk made and copied. `style` is that of a profile in another site.
pub(super) fn write(folders: &Folders, style: &str) -> Result<Files, Error> {
    let staging = &folders.staging;
    let icon = super::read_bytes(&staging.join(ICON))?;
    super::remove(&staging.join(ICON))?;
    let maps = renamed(&staging.join("maps"), "json", compact)?;
    Ok(Files {
        programs: programs::write(folders, style, &maps)?,
        icon: add(staging, "icon", &icon, "svg")?,
        flags: renamed(&staging.join("flags"), "svg", |flag| flag)?,
        maps,
    })
}

/// Adds a file that is held to its content.
pub(super) fn add_held(
    staging: &Path,
    stem: &str,
    content: &[u8],
    extension: &str,
) -> Result<Asset, Error> {
    let name = add(staging, stem, content, extension)?;
    Ok(Asset { name, integrity: bytes::integrity(content) })
}

/// Adds a file, and returns its name as addressed from the site's root.
pub(super) fn add(
    staging: &Path,
    stem: &str,
    content: &[u8],
    extension: &str,
) -> Result<String, Error> {
    let name = format!("{ASSETS}/{}", named(stem, content, extension));
    super::write(&staging.join(&name), content)?;
    Ok(name)
}

/// A file's name with its content's.
pub(super) fn named(stem: &str, content: impl AsRef<[u8]>, extension: &str) -> String {
    format!("{stem}-{}.{extension}", bytes::name(content))
}

/// JSON without the white space that editors like; anything else as it is.
fn compact(content: Vec<u8>) -> Vec<u8> {
    let value: Option<serde_json::Value> = serde_json::from_slice(&content).ok();
    value.map_or(content, |value| value.to_string().into_bytes())
}

/// Renames the files of a folder by what is served of them. Their new names are ids as well, so
/// that documents can hold them.
fn renamed(
    folder: &Path,
    extension: &str,
    served: fn(Vec<u8>) -> Vec<u8>,
) -> Result<BTreeMap<String, String>, Error> {
    const LONGEST: usize = 64 - "-0123456789abcdef".len();
    let mut names = BTreeMap::new();
    for path in super::entries(folder)? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let content = served(super::read_bytes(&path)?);
        let short: String = stem.chars().take(LONGEST).collect();
        let name = format!("{}-{}", short.trim_end_matches('-'), bytes::name(&content));
        super::remove(&path)?;
        super::write(&folder.join(&name).with_extension(extension), content)?;
        names.insert(stem, name);
    }
    Ok(names)
}
