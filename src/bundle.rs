//! What one page is made of, as it stands in the page's JSON slot.

use std::sync::{Arc, LazyLock};

use crate::document::{Decode, Node, Text};
use crate::index::{Listing, Partner};
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
    /// A profile with what belongs to it: what is needed where it has to be made.
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

/// A profile that is read only once it is needed.
pub type Later = Arc<LazyLock<Shown, Box<dyn FnOnce() -> Shown + Send>>>;

/// The profile that `read` gives once it is needed.
pub fn later(read: impl FnOnce() -> Shown + Send + 'static) -> Later {
    Arc::new(LazyLock::new(Box::new(read)))
}

/// What a page shows.
pub enum Content {
    /// A profile, which stands on the page already but where the page is made.
    Profile(Box<Bundle>, Later),
    /// The list of partners. The partners are there where the list is made.
    Index(Box<Listing>, Vec<Partner>),
}

/// What stands in the slot for [`Shown`].
const SHOWN: [&str; 2] = ["profile", "maps"];

impl Content {
    /// Reads the content of the slot, whose text `slot` gives. The build has made it from documents
    /// that it has looked at, so its shape is not looked at again. Nothing where the slot holds no
    /// JSON, since the page was changed after it was built.
    pub fn parse(slot: impl Fn() -> String + Send + 'static) -> Option<Self> {
        let node = Node::parse_without(&slot(), &SHOWN)?;
        Some(match node.get("names") {
            Some(_) => Self::Index(Box::new(Listing::take(&node)), Vec::new()),
            None => {
                let read = move || Shown::take(&Node::parse(&slot()).unwrap_or(Node::Null));
                Self::Profile(Box::new(Bundle::take(&node)), later(read))
            }
        })
    }
}
