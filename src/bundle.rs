//! What one page is made of, as it stands in the page's JSON slot.

use crate::document::{Decode, Node, Text};
use crate::index::{Listing, Partner};
use crate::map::Map;
use crate::profile::{Language, Profile};
use crate::site::Site;

record! {
    /// The profile with what the page around it needs.
    pub struct Bundle {
        /// The profile.
        pub profile: Profile,
        /// The site that the page belongs to.
        pub site: Site,
        /// The site's root as the page addresses it: `./` or `../`.
        pub root: Text,
        /// The maps that the profile's sections name.
        pub maps: Vec<Map>,
        /// The languages of the profile, where there are several.
        pub languages: Vec<Edition>,
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

/// What a page shows.
#[derive(Debug)]
pub enum Content {
    /// A profile.
    Profile(Box<Bundle>),
    /// The list of partners. The partners are there where the list is made.
    Index(Box<Listing>, Vec<Partner>),
}

impl Content {
    /// Reads the content of the slot. The build has made it from documents that
    /// it has looked at, so its shape is not looked at again. Nothing where the slot holds no JSON, since the page was changed after it was built.
    pub fn parse(source: &str) -> Option<Self> {
        let node = Node::parse(source)?;
        Some(match node.get("names") {
            Some(_) => Self::Index(Box::new(Listing::take(&node)), Vec::new()),
            None => Self::Profile(Box::new(Bundle::take(&node))),
        })
    }
}
