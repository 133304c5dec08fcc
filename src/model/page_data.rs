use serde::{Deserialize, Serialize};

use super::{Language, Map, Profile, Site};

/// What the page of a profile is made of. It stands in the page as JSON, for what runs there.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PageData {
    /// The language of the page.
    pub language: Language,
    /// The site that the page belongs to.
    pub site: Site,
    /// The site's root as the page addresses it: `./` or `../`.
    pub root: String,
    /// The languages of the profile, where there are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub editions: Vec<Edition>,
    /// The profile.
    pub profile: Profile,
    /// The maps that the profile's sections name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub maps: Vec<Map>,
}

/// A profile in one of its languages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edition {
    /// The language.
    pub language: Language,
    /// Its page, as this page addresses it.
    pub address: String,
}

/// What the page of the list of partners is made of, but for the list itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ListData {
    /// The language of the page.
    pub language: Language,
    /// The site.
    pub site: Site,
    /// What can be searched for: a partner's names in all languages, folded, in the order of the
    /// list, with a vertical bar between partners.
    pub names: String,
}

/// The part of [`PageData`] that a page needs which was rendered at build time.
#[derive(Clone, Debug, Deserialize)]
pub struct PageSettings {
    /// The language of the page.
    pub language: Language,
    /// The site that the page belongs to.
    pub site: Site,
}
