use leptos::prelude::*;

use super::consent_parts::enable_controls;
use super::status_messages::{StatusMessage, keep_text, use_status_messages};
use crate::i18n::CookieMessages;
use crate::interactive;
use crate::theme::{Theme, ThemeController};

/// The id of what names the switch.
const LEGEND: &str = "pp-theme";

/// The switch between light and dark. It can be used once the cookie choice has started.
#[component]
pub fn ThemeSwitch(
    /// The messages of the cookie choice.
    messages: &'static CookieMessages,
) -> impl IntoView {
    let options = [
        (Theme::Automatic, messages.automatic),
        (Theme::Light, messages.light),
        (Theme::Dark, messages.dark),
    ];
    let options = options.map(|(theme, label)| {
        view! { <label class="pp-theme__option"><ThemeOption word=theme.as_str().to_owned()/>{label}</label> }
    });
    view! {
        <fieldset class="pp-theme" aria-labelledby=LEGEND disabled=true>
            <p class="pp-theme__legend" id=LEGEND>{messages.theme}</p>
            {options.collect_view()}
            <ThemeMessage/>
        </fieldset>
    }
}

/// Shows the page in a theme.
#[interactive]
fn ThemeOption(
    /// The word for it.
    word: String,
) -> impl IntoView {
    let theme = Theme::from_word(&word);
    let themes: ThemeController = expect_context();
    view! {
        <input
            type="radio"
            class="pp-theme__radio"
            name="pp-theme"
            value=theme.as_str()
            checked=theme == Theme::Automatic
            prop:checked=move || themes.theme() == theme
            on:change=move |_| themes.choose(theme)
        />
    }
}

/// Says where the switch is not remembered. It enables the switch around it.
#[interactive]
fn ThemeMessage() -> impl IntoView {
    let (themes, messages): (ThemeController, _) = (expect_context(), use_status_messages());
    let paragraph = NodeRef::new();
    enable_controls(paragraph);
    keep_text(paragraph, move || {
        let is_forgotten = themes.theme() != Theme::Automatic && !themes.is_remembered();
        let said = if is_forgotten { messages.get(StatusMessage::NotRemembered) } else { "" };
        Some(said.to_owned())
    });
    view! { <p class="pp-theme__note" node_ref=paragraph></p> }
}
