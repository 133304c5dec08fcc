//! How a page is read: in which words, and from which heading level on.

use leptos::prelude::*;

use crate::words::Words;

/// What every section and heading needs to know and nothing between them uses;
/// that is why it is context.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The interface's words.
    pub words: &'static Words,
    /// The level of the profile's title, from 1; deeper headings follow.
    pub level: u8,
}

impl Reading {
    /// The reading of the page around.
    pub fn current() -> Self {
        use_context()
            .unwrap_or(Self { words: Words::of(crate::profile::Language::English), level: 1 })
    }

    /// The words of the page around.
    pub fn words() -> &'static Words {
        Self::current().words
    }
}
