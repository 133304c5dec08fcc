use leptos::prelude::*;

use super::show_blocked_frame;
use super::status_messages::{StatusMessages, provide_status_messages};
use crate::consent::ConsentController;
use crate::i18n::Messages;
use crate::model::{ConsentTerms, PageSettings, Site};
use crate::theme::ThemeController;

/// Makes known to the interactive parts of a page what they share: the cookie choice, the colours
/// and what they say.
pub fn provide_page(settings: PageSettings) {
    let consent = ConsentController::new(settings.consent, show_blocked_frame);
    provide_context(consent);
    provide_context(ThemeController::new(consent));
    provide_status_messages(settings.messages);
}

/// What the cookie choice of a site is about, in the language of these messages.
pub fn consent_terms(site: &Site, messages: &Messages) -> ConsentTerms {
    let Messages { language, cookies, .. } = messages;
    ConsentTerms::of(site, *language, cookies.blocked, cookies.allow)
}

/// What the islands of a page read, in the language of these messages.
pub fn page_settings(site: &Site, messages: &Messages) -> PageSettings {
    PageSettings {
        consent: consent_terms(site, messages),
        messages: StatusMessages::list(messages),
    }
}
