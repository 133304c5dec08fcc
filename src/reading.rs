//! How a page is read: in which words, and from which heading level on.

use crate::markup::{Element, el};
use crate::model::Map;
use crate::model::{Language, Profile};
use crate::words::Words;

/// What a section needs to know besides its own part of the document.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The interface's words.
    pub words: &'static Words,
    /// The words that are read together with the text, and so are in its language.
    pub text_words: &'static Words,
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

impl<'a> Reading<'a> {
    /// How a profile is read on a page of its own, without maps.
    pub fn new(profile: &'a Profile, words: &'static Words, text_words: &'static Words) -> Self {
        Self {
            words,
            text_words,
            level: 1,
            publisher: &profile.origin.publisher,
            maps: &[],
            home: "",
        }
    }
}

impl Reading<'_> {
    /// The address of a section.
    pub fn address_of(&self, id: &str) -> String {
        format!("{}#{id}", self.home)
    }

    /// Adds the interface's words to an element of the text. Where they are in
    /// another language, they say in which.
    pub fn say(&self, element: Element, words: &str) -> Element {
        if self.is_mixed() {
            element.child(spoken(el("span"), self.words.language).text(words))
        } else {
            element.text(words)
        }
    }

    /// Names an element by the interface's words. The language of a name is
    /// that of its element: what is text in it is marked by [`Self::text`].
    pub fn label(&self, element: Element, words: &str) -> Element {
        let element = element.attr("aria-label", words);
        if self.is_mixed() { element.attr("lang", self.words.language.as_str()) } else { element }
    }

    /// Marks an element of the text among the interface's words.
    pub fn text(&self, element: Element) -> Element {
        if self.is_mixed() { spoken(element, self.text_words.language) } else { element }
    }

    fn is_mixed(&self) -> bool {
        self.words.language != self.text_words.language
    }
}

/// An element that says in which language it is.
pub fn spoken(element: Element, language: Language) -> Element {
    element.attr("lang", language.as_str()).attr("dir", language.direction().as_str())
}
