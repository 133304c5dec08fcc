use leptos::prelude::*;

use crate::model::Edition;
use crate::words::Words;

/// The links to a profile in its other languages, each in its own words.
#[component]
pub fn LanguageLinks(
    /// The interface's words, in the language of this page.
    words: &'static Words,
    /// The profile in every language; nothing where there is only one.
    editions: Vec<Edition>,
) -> impl IntoView {
    (!editions.is_empty()).then(|| {
        let links = editions.into_iter().map(|Edition { language, address }| {
            let code = language.as_str();
            let current = (language == words.language).then_some("page");
            let dir = language.direction().as_str();
            view! {
                <li>
                    <a href=address lang=code hreflang=code dir=dir aria-current=current>
                        {language.name()}
                    </a>
                </li>
            }
        });
        view! {
            <nav class="pp-languages" aria-label=words.languages>
                <ul class="pp-languages__list">{links.collect_view()}</ul>
            </nav>
        }
    })
}
