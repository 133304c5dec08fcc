use std::sync::Arc;

use leptos::prelude::*;

use crate::model::{Language, Profile};
use crate::words::Words;

/// How a profile is rendered: in which words, from which heading level on, with which addresses. It
/// is context because a date in a list in a section needs it, and nothing in between does.
#[derive(Clone, Debug)]
pub struct RenderContext {
    /// The interface's words.
    pub words: &'static Words,
    /// The words that are read together with the text, and so are in its language.
    pub text_words: &'static Words,
    /// The level of the profile's title, from 1; deeper headings follow.
    pub level: u8,
    /// Who published what the profile is based on.
    pub publisher: Arc<str>,
    /// Elsewhere than on the profile's own page, the address that links to its sections get before
    /// the fragment.
    pub home: Arc<str>,
}

impl RenderContext {
    /// How a profile is rendered on a page of its own.
    pub fn new(profile: &Profile, words: &'static Words) -> Self {
        Self {
            words,
            text_words: Words::of(profile.language),
            level: 1,
            publisher: Arc::from(&*profile.origin.publisher),
            home: Arc::default(),
        }
    }

    /// The address of a section.
    pub fn address_of(&self, id: &str) -> String {
        [&*self.home, "#", id].concat()
    }

    /// The language of the interface's words, where it is another one than the text's.
    pub fn words_language(&self) -> Option<Language> {
        let language = self.words.language;
        (language != self.text_words.language).then_some(language)
    }

    /// The language of the text, where it is another one than that of the interface's words.
    pub fn text_language(&self) -> Option<Language> {
        let language = self.text_words.language;
        (language != self.words.language).then_some(language)
    }
}

/// How the profile is rendered around this component.
pub fn use_render_context() -> RenderContext {
    expect_context()
}

/// The values of `lang` and `dir`.
pub fn lang_and_dir(language: Option<Language>) -> (Option<&'static str>, Option<&'static str>) {
    (language.map(Language::as_str), language.map(|language| language.direction().as_str()))
}
