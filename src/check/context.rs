use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::Value;

use super::Severity;
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

/// Today's date in UTC.
pub(super) fn today() -> Option<PartialDate> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    PartialDate::of_day(i64::try_from(seconds / 86_400).ok()?)
}
