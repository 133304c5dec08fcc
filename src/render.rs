//! Natively: views and the shell become HTML. No input or output.

use std::sync::Arc;

use any_spawner::Executor;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;

use crate::model::Language;

/// The places in the shell that a page fills, in their order.
const PLACES: [&str; 4] = [
    r#"<html lang="en">"#,
    "<!-- head -->",
    r#"<div id="partner-profile"></div>"#,
    r#"<script type="application/json" id="partner-profile-document"></script>"#,
];

/// The shell of all pages: what stands before, between and after the places that a page fills.
#[derive(Clone, Debug)]
pub struct Shell([String; 5]);

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
    /// Finds the places that a page fills.
    ///
    /// # Errors
    /// The place that is missing.
    pub fn parse(shell: &str) -> Result<Self, &'static str> {
        let mut pieces: [String; 5] = Default::default();
        let mut rest = shell;
        for (piece, place) in pieces.iter_mut().zip(PLACES) {
            let (before, after) = rest.split_once(place).ok_or(place)?;
            *piece = before.to_owned();
            rest = after;
        }
        pieces[PLACES.len()] = rest.to_owned();
        Ok(Self(pieces))
    }

    /// One page, ready to be written.
    pub fn page(&self, parts: &Parts) -> String {
        let [start, to_head, to_root, to_slot, end] = &self.0;
        let Parts { language, head, before, body, slot } = parts;
        let (code, direction) = (language.as_str(), language.direction().as_str());
        let mut page = format!(
            "{start}<html lang=\"{code}\" dir=\"{direction}\">{to_head}{}{to_root}{before}",
            head.trim_end()
        );
        if !body.is_empty() {
            let slot = slot.replace('<', "\\u003c");
            let [.., root_place, slot_place] = PLACES;
            page.push_str(&root_place.replace("></", &format!(">{body}</")));
            page.push_str(to_slot);
            page.push_str(&slot_place.replace("></", &format!(">{slot}</")));
        }
        page.push_str(end);
        page
    }
}

/// A view as HTML.
pub fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    // Components may start what the browser goes on with.
    let _ = Executor::init_futures_executor();
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| view().to_html());
    owner.unset_with_forced_cleanup();
    // Leptos marks places for a hydration that only what is in an island needs, where there are none.
    html.replace("<!>", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_without_a_place_is_refused() {
        assert_eq!(Shell::parse("<html lang=\"en\"><!-- head -->").unwrap_err(), PLACES[2]);
    }

    #[test]
    fn a_page_fills_every_place() {
        let shell = Shell::parse(&PLACES.join("|")).unwrap();
        let parts = Parts {
            language: Language::Arabic,
            head: "<title>a</title>\n",
            before: "before ",
            body: "body",
            slot: r#"{"a":"</script>"}"#,
        };
        assert_eq!(
            shell.page(&parts),
            r#"<html lang="ar" dir="rtl">|<title>a</title>|before <div id="partner-profile">body</div>|<script type="application/json" id="partner-profile-document">{"a":"\u003c/script>"}</script>"#
        );
    }
}
