use std::sync::Arc;

use leptos::prelude::*;

use crate::i18n::Messages;
use crate::model::{Language, Profile};

/// How a profile is rendered: with which messages, from which heading level on, with which addresses. It
/// is context because a date in a list in a section needs it, and nothing in between does.
#[derive(Clone, Debug)]
pub struct RenderContext {
    /// The interface's messages.
    pub messages: &'static Messages,
    /// The messages that are read together with the text, and so are in its language.
    pub text_messages: &'static Messages,
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
    pub fn new(profile: &Profile, messages: &'static Messages) -> Self {
        Self {
            messages,
            text_messages: Messages::of(profile.language),
            level: 1,
            publisher: Arc::from(&*profile.origin.publisher),
            home: Arc::default(),
        }
    }

    /// The address of a section.
    pub fn address_of(&self, id: &str) -> String {
        [&*self.home, "#", id].concat()
    }

    /// The language of the interface's messages, where it is another one than the text's.
    pub fn messages_language(&self) -> Option<Language> {
        let language = self.messages.language;
        (language != self.text_messages.language).then_some(language)
    }

    /// The language of the text, where it is another one than that of the interface's messages.
    pub fn text_language(&self) -> Option<Language> {
        let language = self.text_messages.language;
        (language != self.messages.language).then_some(language)
    }
}

/// How the profile is rendered around this component.
pub fn use_render_context() -> RenderContext {
    expect_context()
}

/// The values of `lang` and `dir`.
pub fn lang_and_dir(language: Option<Language>) -> (Option<&'static str>, Option<&'static str>) {
    (language.map(Language::as_str), language.map(|language| language.direction()))
}
