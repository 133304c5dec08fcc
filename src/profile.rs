//! The profile document: who a partner is, what it contributes, since when,
//! and where to follow it. Knows neither components nor the browser.

mod channels;
mod contributions;
mod count;
mod date;
mod language;
mod membership;
mod notes;
mod partner;
mod places;
mod prose;
mod quote;
mod section;
mod source;
mod strength;
mod timeline;

pub use channels::{Channel, Channels};
pub use contributions::{Contribution, Contributions};
pub use count::{Count, CountKind};
pub use date::{PartialDate, When};
pub use language::{Direction, Language};
pub use membership::{Entry, Group, Membership, Role};
pub use notes::{Note, Notes};
pub use partner::{Partner, PartnerKind};
pub use places::{Coordinate, Place, Places, Precision};
pub use prose::{Article, Prose};
pub use quote::Quote;
pub use section::Section;
pub use source::{Origin, Source};
pub use strength::{Part, Strength};
pub use timeline::{Event, Scale, Timeline};

use crate::document::{Id, Problems, Reader, Text, Version};

record! {
    /// One partner's profile in one language.
    pub struct Profile {
        /// The version of the format: 1.
        pub version: Version,
        /// The language of the texts; it also chooses the interface's words.
        pub language: Language,
        /// The name in the page's address: `/lithuania/`.
        pub slug: Id,
        /// Whom the profile is about.
        pub partner: Partner,
        /// The page's title, its only first-level heading.
        pub title: Text,
        /// One sentence that says what matters most.
        pub lead: Text,
        /// Where the facts come from, unless a fact names another source.
        pub origin: Origin,
        /// The sections in the order in which they are shown.
        pub sections: Vec<Section>,
    }
    check = Profile::check_sections, (sections);
    extra = "$schema";
}

/// The ids that stand on every page, whatever its sections are.
const PAGE_IDS: [&str; 4] =
    ["content", "cookie-settings", "partner-profile", "partner-profile-document"];

/// Reads a profile document.
///
/// # Errors
/// Every problem of the document, each with its place, what was found and
/// what was expected there.
pub fn parse(source: &str) -> Result<Profile, Problems> {
    crate::document::read(source)
}

impl Profile {
    /// Reports what is wrong with the sections together.
    pub(crate) fn check_sections(sections: &[Section], reader: &mut Reader) {
        if sections.is_empty() {
            reader.problem("sections", "no sections", "at least one section");
        }
        reader.each("sections", sections, |reader, section| {
            let id = &**section.id();
            if PAGE_IDS.contains(&id) {
                let found = format!("\"{id}\", which every page has itself");
                reader.problem("id", found, "an id of its own");
            }
        });
    }

    /// The profile with only the sections of the given ids, in their order; an
    /// unknown id is passed over, and without ids all sections stay.
    #[must_use]
    pub fn limited_to(mut self, ids: &[String]) -> Self {
        if !ids.is_empty() {
            self.sections.retain(|section| ids.iter().any(|id| **id == **section.id()));
            self.sections.sort_by_key(|section| ids.iter().position(|id| **id == **section.id()));
        }
        self
    }

    /// Everything that carries a source of its own, with the words for what it is.
    pub fn added(&self) -> Vec<(&Text, &Source)> {
        let mut added = Vec::new();
        for section in &self.sections {
            section.sources(&mut added);
        }
        added
    }

    /// The names of the maps that the sections draw on, each once.
    pub fn maps(&self) -> Vec<&Id> {
        let mut maps: Vec<_> = self.sections.iter().filter_map(Section::map).collect();
        maps.dedup();
        maps
    }

    /// The first section of a kind, for the facts panel.
    pub fn membership(&self) -> Option<&Membership> {
        self.sections.iter().find_map(|section| match section {
            Section::Membership(membership) => Some(membership),
            _ => None,
        })
    }

    /// The first statement of current strength, for the facts panel.
    pub fn strength(&self) -> Option<&Strength> {
        self.sections.iter().find_map(|section| match section {
            Section::Strength(strength) => Some(strength),
            _ => None,
        })
    }
}
