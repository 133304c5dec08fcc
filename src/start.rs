//! In the browser: the page comes to life.

use std::mem::forget;

use leptos::prelude::document;

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
    let document = document();
    let Some(root) = document.get_element_by_id(ROOT) else { return };
    let slot = document.get_element_by_id(SLOT).and_then(|slot| slot.text_content());
    // The page stays as it was rendered: readable, without what is interactive.
    let Some(content) = Content::parse(&slot.unwrap_or_default()) else {
        return leptos::logging::warn!("partner-profile: the page's document is no JSON");
    };
    let page = Page::new(content);
    let (site, language) = (page.site.clone(), page.language);
    let view = App(AppProps { page });
    // What is on the page stays there as long as it does.
    if root.has_child_nodes() {
        forget(hydrate(&root, view));
    } else {
        forget(mount(&root, view));
    }
    let choice = Choice::join(&site, language, None);
    choice.show(&root, language, theme::follower(&root, &site, language));
    forget(choice);
}
