//! Natively: what is wrong with a document, or worth a second look. A document is a tree with places
//! (`locations`); the published schema is applied to it (`schema`, `validate`), then the rules of its type
//! and of its site. Only `files`, `inventory`, `context`, `strays`, `drawings`, `site_folder` and `checker` read
//! files.

mod alphabets;
mod checked;
mod checker;
mod context;
mod dates;
mod diagnostic;
mod document;
mod drawings;
mod file_name;
mod files;
mod inventory;
mod invisible;
mod links;
mod locations;
mod markup;
mod positions;
mod report;
mod schema;
mod schema_errors;
mod site_folder;
mod site_rules;
mod starter;
mod strays;
mod syntax;
mod texts;
mod translation;
mod validate;
mod values;
mod warnings;

pub use checked::{Checked, CheckedFile};
pub use checker::{CheckedText, Checker, FileKind};
pub use context::Context;
pub use diagnostic::{Diagnostic, MAX_DIAGNOSTICS, Severity, Span};
pub use file_name::{ASSETS, FLAGS, MAPS, PROFILES, PUBLIC, SITE, folder, is_leftover, parts};
pub use files::FileError;
pub(crate) use files::{entries, of_file};
pub use inventory::SiteInventory;
pub use positions::Bounds;
pub use report::{json, truncated};
pub use schema::schemas;
pub use site_folder::{CheckedSite, check_site_folder};
pub use starter::{StarterError, starter};
pub use translation::start as start_translation;

use serde_json::Value;

use self::document::check;
use crate::model::{Map, Profile, Site, Violation};

/// Checks a profile.
pub fn check_profile(source: &str, context: &Context) -> Checked<Profile> {
    check(source, &schema::PROFILE, |profile| {
        let warnings = match context.least {
            Severity::Error => Vec::new(),
            Severity::Warning => warnings::warnings(profile, source, context),
        };
        (site_rules::errors(profile, context), warnings)
    })
}

/// Checks a site document.
pub fn check_site(source: &str) -> Checked<Site> {
    check(source, &schema::SITE, |site| (Vec::new(), texts::warnings(site)))
}

/// Checks a map, by the name of its file without `.json`.
pub fn check_map(source: &str, name: &str) -> Checked<Map> {
    check(source, &schema::MAP, |map| {
        let other = map["name"].as_str().filter(|other| *other != name);
        let expected = format!("\"{name}\", as in the name of the file");
        let error = other.map(|other| Violation::at("name", format!("\"{other}\""), expected));
        (error.into_iter().collect(), texts::warnings(map))
    })
}

/// Whether a document is a site's: where its file does not say so, it is told by what only it has.
pub fn is_site(source: &str) -> bool {
    let value: Value = serde_json::from_str(source).unwrap_or_default();
    let has = |key: &str| value.get(key).is_some();
    !has("sections") && !has("partner") && (has("id") || has("consent"))
}
