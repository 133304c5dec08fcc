//! What one page is made of, as it stands in the page's JSON slot.

use crate::document::{Decode, Node, Text};
use crate::map::Map;
use crate::profile::{Language, Profile};
use crate::site::Site;

record! {
    /// What the page of a profile needs to come to life.
    pub struct Bundle {
        /// The language of the page.
        pub language: Language,
        /// Its words, see [`crate::words::Words::carried`].
        pub words: Text,
        /// The site that the page belongs to.
        pub site: Site,
        /// The site's root as the page addresses it: `./` or `../`.
        pub root: Text,
        /// The languages of the profile, where there are several.
        pub languages: Vec<Edition>,
    }
}

record! {
    /// What the page of a profile needs to be rendered, beside its [`Bundle`].
    pub struct Shown {
        /// The profile.
        pub profile: Profile,
        /// The maps that the profile's sections name.
        pub maps: Vec<Map>,
    }
}

record! {
    /// A profile in one of its languages.
    pub struct Edition {
        /// The language.
        pub language: Language,
        /// Its page, as this page addresses it.
        pub address: Text,
    }
}

/// What stands in the slot for [`Shown`].
const SHOWN: [&str; 2] = ["profile", "maps"];

impl Bundle {
    /// Reads it from the text of the slot. Nothing where that is no JSON, since the page was changed
    /// after it was built.
    ///
    /// The build has made the slot from documents that it has looked at, so its shape is not looked
    /// at again.
    pub fn parse(slot: &str) -> Option<Self> {
        Node::parse_without(slot, &SHOWN).map(|node| Self::take(&node))
    }
}

impl Shown {
    /// Reads it from the text of the slot, as [`Bundle::parse`] does.
    pub fn parse(slot: &str) -> Option<Self> {
        Node::parse(slot).map(|node| Self::take(&node))
    }
}
