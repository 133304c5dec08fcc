//! How a page is read: in which words, and from which heading level on.

use leptos::prelude::*;

use crate::profile::Language;
use crate::words::Words;

/// What every section and heading needs to know and nothing between them uses;
/// that is why it is context.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The interface's language.
    pub language: Language,
    /// The interface's words.
    pub words: &'static Words,
    /// The level of the profile's title, from 1; deeper headings follow.
    pub level: u8,
}

impl Reading {
    /// The reading in a language, from a level on.
    pub fn of(language: Language, level: u8) -> Self {
        Self { language, words: Words::of(language), level }
    }

    /// The reading of the page around.
    pub fn current() -> Self {
        use_context().unwrap_or_else(|| Self::of(Language::English, 1))
    }

    /// The words of the page around.
    pub fn words() -> &'static Words {
        Self::current().words
    }
}
