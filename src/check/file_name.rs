//! What the names of a site's files say. A profile is `SLUG.json`, its translation
//! `SLUG.LANGUAGE.json`.

/// The folder of a site's documents and pictures in the project.
pub const PUBLIC: &str = "public";
/// The folder of profiles in it.
pub const PROFILES: &str = "profiles";
/// The folder of maps in it.
pub const MAPS: &str = "maps";
/// The folder of flags in it.
pub const FLAGS: &str = "flags";
/// The folder of what the build makes; a partner's page cannot have its name.
pub const ASSETS: &str = "assets";
/// The site document, without its ending.
pub const SITE: &str = "site";

/// The slug and the language in the name of a profile's file, which comes without `.json`.
pub fn parts(name: &str) -> (&str, Option<&str>) {
    name.split_once('.').map_or((name, None), |(slug, language)| (slug, Some(language)))
}

/// The folder of a profile's page, by the name of its file.
pub fn folder(file: &str) -> String {
    match parts(file.strip_suffix(".json").unwrap_or(file)) {
        (slug, None) => format!("{slug}/"),
        (slug, Some(language)) => format!("{slug}/{language}/"),
    }
}

/// The icon in the public folder.
pub(super) const ICON: &str = "favicon.svg";

/// Whether a name is one that editors and systems give to what they leave beside a file.
pub fn is_leftover(name: &str) -> bool {
    let starts = ["#", ".#", "._", ".~"];
    let ends = ["~", ".bak", ".orig", ".swp"];
    starts.iter().any(|start| name.starts_with(start)) || ends.iter().any(|end| name.ends_with(end))
}
