use std::fs;
use std::path::Path;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use super::diagnostic::Severity;
use super::file_name::{PROFILES, PUBLIC, parts};
use super::inventory::SiteInventory;
use crate::model::{Language, PartialDate};

/// What a profile is checked against.
#[derive(Clone, Debug, Default)]
pub struct Context<'a> {
    /// Where the profile is to be published: the name of its file without `.json`. Without one it
    /// stands elsewhere, and what only the site would refuse is worth a warning.
    pub name: Option<String>,
    /// The files and languages of the other documents of the same partner.
    pub others: Vec<(String, Language)>,
    /// The profile that this one translates, where it is a translation.
    pub original: Option<Value>,
    /// What there is in the site, where there is one.
    pub inventory: Option<&'a SiteInventory>,
    /// The day after which dates are in the future.
    pub today: Option<PartialDate>,
    /// What is looked for: everything, or errors only.
    pub least: Severity,
}

impl<'a> Context<'a> {
    /// What a profile of the site is checked against, by the name of its file without `.json`.
    pub fn of_site(
        inventory: &'a SiteInventory,
        project: &Path,
        name: &str,
        least: Severity,
    ) -> Self {
        let folder = project.join(PUBLIC).join(PROFILES);
        Self {
            name: Some(name.to_owned()),
            others: others(&folder, name),
            // Only what is told of a translation as a warning needs it.
            original: (least == Severity::Warning).then(|| original(&folder, name)).flatten(),
            inventory: Some(inventory),
            today: today(),
            least,
        }
    }
}

/// The documents of the same partner that come before one, each with its language. There are few:
/// under other names than these they are refused.
fn others(folder: &Path, name: &str) -> Vec<(String, Language)> {
    let slug = parts(name).0;
    let translations = Language::ALL.map(|language| format!("{slug}.{}", language.as_str()));
    let names = std::iter::once(slug.to_owned()).chain(translations);
    let earlier = names.filter(|other| is_before(other, name));
    earlier
        .filter_map(|other| {
            let file = format!("{other}.json");
            let text = fs::read_to_string(folder.join(&file)).ok()?;
            let Translation { language } = serde_json::from_str(&text).ok()?;
            Some((file, language))
        })
        .collect()
}

fn is_before(name: &str, other: &str) -> bool {
    name.split('.').lt(other.split('.'))
}

/// The profile that a translation translates. What is wrong with it is told with it.
fn original(folder: &Path, name: &str) -> Option<Value> {
    let (slug, language) = parts(name);
    language?;
    let text = fs::read_to_string(folder.join(slug).with_extension("json")).ok()?;
    serde_json::from_str(&text).ok()
}

/// Of a profile only its language.
#[derive(Deserialize)]
struct Translation {
    language: Language,
}

/// Today's date in UTC.
pub(super) fn today() -> Option<PartialDate> {
    PartialDate::new(Timestamp::now().to_string().get(..10)?)
}
