//! Natively: what is wrong with a document, or worth a second look. A document is a tree with places
//! (`tree`); the published schema is applied to it (`schema`, `validate`), then the rules of its type
//! and of its site. Only `inventory`, `context`, `strays`, `drawings`, `site_folder` and `checker` read
//! files.

mod alphabets;
mod brackets;
mod checked;
mod checker;
mod context;
mod diagnostic;
mod document;
mod drawings;
mod file_name;
mod github;
mod inventory;
mod invisible;
mod links;
mod markup;
mod mistake;
mod mistakes;
mod numbers;
mod partial;
mod positions;
mod report;
mod schema;
mod schema_errors;
mod site_folder;
mod site_rules;
mod starter;
mod strays;
mod sums;
mod syntax;
mod texts;
mod translation;
mod tree;
mod validate;
mod values;
mod warnings;

pub use checked::{Checked, CheckedFile};
pub use checker::{CheckedText, Checker, FileOutcome};
pub use context::Context;
pub use diagnostic::{Diagnostic, MAX_DIAGNOSTICS, Severity, Span};
pub use file_name::{ASSETS, FLAGS, MAPS, PROFILES, PUBLIC, SITE, folder, is_leftover, parts};
pub use github::annotation;
pub use inventory::{InventoryError, SiteInventory};
pub use positions::Bounds;
pub use report::{json, truncated};
pub use schema::schemas;
pub use site_folder::{CheckedSite, check_site_folder};
pub use starter::{StarterError, starter};
pub use translation::start as start_translation;

use serde_json::Value;

use crate::model::{Map, Profile, Site, Violation};
use document::{Rules, check};

/// Checks a profile.
pub fn check_profile(source: &str, context: &Context) -> Checked<Profile> {
    check(source, |value: &Value, profile: Option<&Profile>| {
        let errors = Rules {
            errors: site_rules::errors(value, context),
            errors_of_sums: sums::errors(value),
            ..Rules::default()
        };
        if context.least == Severity::Error {
            return errors;
        }
        let of_dates = context.today.as_ref().zip(profile);
        Rules {
            warnings: [site_rules::warnings(value, context), translated(source, context)].concat(),
            remarks: texts::remarks(value),
            warnings_of_parts: of_dates
                .map(|(today, profile)| warnings::of_dates(profile, today))
                .unwrap_or_default(),
            warnings_of_sections: profile.map(warnings::of_sections).unwrap_or_default(),
            ..errors
        }
    })
}

/// What a translation says otherwise than its original.
fn translated(source: &str, context: &Context) -> Vec<Violation> {
    let Some(original) = &context.original else { return Vec::new() };
    let translation = serde_json::from_str(source).unwrap_or_default();
    translation::differences(original, &translation)
}

/// Checks a site document.
pub fn check_site(source: &str) -> Checked<Site> {
    check(source, |value, _| Rules { remarks: texts::remarks(value), ..Rules::default() })
}

/// Checks a map, by the name of its file without `.json`.
pub fn check_map(source: &str, name: &str) -> Checked<Map> {
    check(source, |value, _| {
        let other = value["name"].as_str().filter(|other| *other != name);
        let expected = format!("\"{name}\", as in the name of the file");
        let error = other.map(|other| Violation::at("name", format!("\"{other}\""), expected));
        let remarks = texts::remarks(value);
        Rules { errors: error.into_iter().collect(), remarks, ..Rules::default() }
    })
}

/// Whether a document is a site's: where its file does not say so, it is told by what only it has.
pub fn is_site(source: &str) -> bool {
    let value: Value = serde_json::from_str(source).unwrap_or_default();
    let has = |key: &str| value.get(key).is_some();
    !has("sections") && !has("partner") && (has("id") || has("consent"))
}
