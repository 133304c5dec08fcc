use leptos::either::Either;
use leptos::prelude::*;

use super::render_context::lang_and_dir;
use crate::i18n::Messages;
use crate::model::Phrase;

/// An operator's words, or the built-in ones where there are none. Those in another language than the
/// interface say in which.
#[component]
pub fn Wording(
    /// The operator's words.
    phrase: Option<Phrase>,
    /// The built-in ones.
    built_in: &'static str,
    /// The interface's messages.
    messages: &'static Messages,
) -> impl IntoView {
    let Some(phrase) = phrase else { return Either::Left(built_in.to_owned()) };
    let (text, language) = phrase.of(messages.language);
    if language == messages.language {
        return Either::Left(text.to_owned());
    }
    let (lang, dir) = lang_and_dir(Some(language));
    Either::Right(view! { <span lang=lang dir=dir>{text.to_owned()}</span> })
}
