use leptos::prelude::*;

use crate::i18n::Messages;
use crate::model::Edition;

/// The links to a profile in its other languages, each in its own words.
#[component]
pub fn LanguageLinks(
    /// The interface's messages, in the language of this page.
    messages: &'static Messages,
    /// The profile in every language; nothing where there is only one.
    editions: Vec<Edition>,
) -> impl IntoView {
    (!editions.is_empty()).then(|| {
        let links = editions.into_iter().map(|Edition { language, address }| {
            let code = language.as_str();
            let current = (language == messages.language).then_some("page");
            let dir = language.direction();
            view! {
                <li>
                    <a href=address lang=code hreflang=code dir=dir aria-current=current>
                        {language.name()}
                    </a>
                </li>
            }
        });
        view! {
            <nav class="pp-languages" aria-label=messages.languages>
                <ul class="pp-languages__list">{links.collect_view()}</ul>
            </nav>
        }
    })
}
