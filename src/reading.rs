//! How a page is read: in which words, and from which heading level on.

use crate::map::Map;
use crate::profile::Language;
use crate::words::Words;

/// What a section needs to know besides its own part of the document.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The interface's language.
    pub language: Language,
    /// The level of the profile's title, from 1; deeper headings follow.
    pub level: u8,
    /// Who published what the profile is based on.
    pub publisher: &'a str,
    /// The maps that the sections name; a section whose map is missing does without.
    pub maps: &'a [Map],
    /// Elsewhere than on the profile's own page, the address that links to its
    /// sections get before the fragment.
    pub home: &'a str,
}

impl Reading<'_> {
    /// The interface's words.
    pub fn words(&self) -> &'static Words {
        Words::of(self.language)
    }

    /// The address of a section.
    pub fn address_of(&self, id: &str) -> String {
        format!("{}#{id}", self.home)
    }
}
