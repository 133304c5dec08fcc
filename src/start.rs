//! In the browser: the page comes to life.

use std::mem::forget;
use std::time::Duration;

use leptos::prelude::{document, set_timeout};

use crate::app::{App, AppProps, Page};
use crate::bundle::Content;
use crate::consent::Choice;
use crate::mount::{hydrate, mount};
use crate::theme;

/// The element that holds the page.
pub const ROOT: &str = "partner-profile";
/// The element that holds the page's document as JSON.
pub const SLOT: &str = "partner-profile-document";

/// Hydrates the page's root, or renders into it where it is empty. A page
/// without a root is another site's: nothing happens.
pub fn page() {
    let Some(root) = document().get_element_by_id(ROOT) else { return };
    // The page stays as it was rendered: readable, without what is interactive.
    let Some(content) = Content::parse(slot) else {
        return leptos::logging::warn!("partner-profile: the page's document is no JSON");
    };
    let page = Page::new(content);
    let (site, words) = (page.site.clone(), page.words);
    let view = App(AppProps { page });
    // What is on the page stays there as long as it does.
    if root.has_child_nodes() {
        forget(hydrate(&root, view));
    } else {
        forget(mount(&root, view));
    }
    // In a turn of its own: on a slow phone both together would hold up who scrolls.
    set_timeout(
        move || {
            let choice: &'static Choice = Box::leak(Box::new(Choice::join(&site, words, None)));
            choice.show(&root, words, theme::follower(choice, &root, &site, words));
        },
        Duration::ZERO,
    );
}

/// The text in the slot.
fn slot() -> String {
    let slot = document().get_element_by_id(SLOT).and_then(|slot| slot.text_content());
    slot.unwrap_or_default()
}
