//! Small pieces of text that every section uses.

use leptos::either::{Either, either};
use leptos::oco::Oco;
use leptos::prelude::*;

use super::render_context::{lang_and_dir, use_render_context};
use crate::model::{Link, Source, Text, When};

/// Paragraphs of running text.
#[component]
pub fn Paragraphs(
    /// One text a paragraph.
    texts: Vec<Text>,
) -> impl IntoView {
    texts.into_iter().map(|text| view! { <p>{String::from(text)}</p> }).collect_view()
}

/// The interface's messages in the text. Where they are in another language, they say in which.
#[component]
pub fn Localized(
    /// The words.
    #[prop(into)]
    text: Oco<'static, str>,
) -> impl IntoView {
    match use_render_context().messages_language() {
        None => Either::Left(text),
        language => {
            let (lang, dir) = lang_and_dir(language);
            Either::Right(view! { <span lang=lang dir=dir>{text}</span> })
        }
    }
}

/// A date or span with its words.
#[component]
pub fn DateText(
    /// The date.
    when: When,
) -> impl IntoView {
    let date = when.anchor().map(|date| date.as_str().to_owned());
    let words = String::from(when.words);
    either!(date,
        Some(date) => view! { <time datetime=date>{words}</time> },
        None => view! { <span>{words}</span> },
    )
}

/// A text, as a link where its address is known.
#[component]
pub fn TextOrLink(
    /// The text.
    #[prop(into)]
    text: String,
    /// The address.
    url: Option<Link>,
) -> impl IntoView {
    either!(url,
        Some(url) => view! { <a href=String::from(url) rel="noopener noreferrer">{text}</a> },
        None => view! { <span>{text}</span> },
    )
}

/// The source of a fact that the profile's origin does not give.
#[component]
pub fn SourceLine(
    /// The source.
    source: Option<Source>,
) -> impl IntoView {
    source.map(|source| {
        let messages = use_render_context().messages;
        view! {
            <p class="pp-source">
                <Localized text=messages.source/>
                " "
                <TextOrLink text=source.name url=source.url/>
            </p>
        }
    })
}
