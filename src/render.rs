//! Natively: views and the shell become HTML. No input or output.

use std::sync::Arc;

use any_spawner::Executor;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use crate::model::Language;

/// The places in the shell that a page fills. The shell is index.html as Trunk and the operator have
/// made it, and no view of ours.
const PLACES: [&str; 4] = [
    r#"<html lang="en">"#,
    "<!-- head -->",
    r#"<div id="partner-profile"></div>"#,
    r#"<script type="application/json" id="partner-profile-document"></script>"#,
];

/// The shell of all pages.
#[derive(Clone, Debug)]
pub struct Shell(String);

/// What one page fills the shell with.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The language of the page.
    pub language: Language,
    /// Markup for the head.
    pub head: &'a str,
    /// Markup before the root.
    pub before: &'a str,
    /// The content of the root, see [`html`]. Where there is none, nothing comes to life: the
    /// page gets neither root nor slot.
    pub body: &'a str,
    /// The data of the page as JSON.
    pub slot: &'a str,
}

impl Shell {
    /// A shell with all places that a page fills.
    ///
    /// # Errors
    /// The place that is missing.
    pub fn new(shell: String) -> Result<Self, &'static str> {
        let missing = PLACES.into_iter().find(|place| !shell.contains(place));
        missing.map_or(Ok(Self(shell)), Err)
    }

    /// One page, ready to be written.
    pub fn page(&self, parts: &Parts) -> String {
        let [html, head_place, root, slot_place] = PLACES;
        let Parts { language, head, before, body, slot } = parts;
        let (code, direction) = (language.as_str(), language.direction());
        let filled = |place: &str, content: &str| {
            if body.is_empty() {
                String::new()
            } else {
                place.replace("></", &format!(">{content}</"))
            }
        };
        // From the end, so that no place is looked for in what was filled in.
        self.0
            .replacen(slot_place, &filled(slot_place, &slot.replace('<', "\\u003c")), 1)
            .replacen(root, &format!("{before}{}", filled(root, body)), 1)
            .replacen(head_place, head.trim_end(), 1)
            .replacen(html, &format!("<html lang=\"{code}\" dir=\"{direction}\">"), 1)
    }
}

/// A view as HTML.
pub fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    // Components may start what the browser goes on with.
    let _ = Executor::init_futures_executor();
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| view().to_html());
    owner.unset_with_forced_cleanup();
    // Leptos marks where texts and lists end for hydration, which only what is in an island needs, where there
    // are none. It leaves the marks out only where it escapes no text either (tachys 0.2.19).
    html.replace("<!>", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_without_a_place_is_refused() {
        assert_eq!(
            Shell::new("<html lang=\"en\"><!-- head -->".to_owned()).unwrap_err(),
            PLACES[2]
        );
    }
}
