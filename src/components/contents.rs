use leptos::prelude::*;

use super::render_context::{lang_and_dir, use_render_context};
use super::text::Localized;

/// The list of sections.
#[component]
pub fn Contents(
    /// The sections' ids and headings.
    sections: Vec<(String, String)>,
) -> impl IntoView {
    let context = use_render_context();
    let title = context.messages.contents;
    let title_lang = context.messages_language().map(|language| language.as_str());
    let (lang, dir) = lang_and_dir(context.text_language());
    let entries = sections.into_iter().map(|(id, title)| {
        view! { <li><a href=context.address_of(&id)>{title}</a></li> }
    });
    view! {
        <nav class="pp-contents" aria-label=title lang=title_lang>
            <p class="pp-contents__title" aria-hidden="true"><Localized text=title/></p>
            <ol class="pp-contents__list" lang=lang dir=dir>{entries.collect_view()}</ol>
        </nav>
    }
}
