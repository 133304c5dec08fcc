//! The style sheets, each bundled with those that it imports.

use super::esbuild::Esbuild;
use super::{Error, Folders};

/// What is styled.
pub(super) struct Styles {
    /// The page of a profile.
    pub(super) profile: String,
    /// The list of partners.
    pub(super) list: String,
    /// A profile in another site.
    pub(super) element: String,
    /// The page for what is not there.
    pub(super) not_found: String,
}

/// Bundles the sheets in `style/`. Under live reload pages show the problems of documents.
pub(super) fn bundle(folders: &Folders, is_live: bool) -> Result<Styles, Error> {
    let names = ["profile.css", "list.css", "element.css", "not-found.css", "problems.css"];
    let files = names.map(|name| (name, folders.source.join("style").join(name)));
    let [profile, list, element, not_found, problems] = Esbuild::new(folders).run(files)?;
    let problems = if is_live { problems } else { String::new() };
    Ok(Styles { profile: profile + &problems, list: list + &problems, element, not_found })
}
