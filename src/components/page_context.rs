use leptos::prelude::*;

use super::{provide_copied, show_blocked_frame};
use crate::consent::ConsentController;
use crate::model::PageSettings;
use crate::search::Search;
use crate::theme::ThemeController;

/// Makes known to the interactive parts of a page what they share: the cookie choice, the colours,
/// what became of copies, and the search.
pub fn provide_page(settings: PageSettings) {
    let consent = ConsentController::new(settings.consent, show_blocked_frame);
    provide_context(consent);
    provide_context(ThemeController::new(consent));
    provide_context(Search::new(settings.names));
    provide_copied();
}
