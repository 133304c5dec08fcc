//! What a page is about, as its head and its picture say it.

use crate::model::{Language, Profile, Site};

/// What a page is called, and what it says in short.
#[derive(Debug)]
pub(super) struct Texts<'a> {
    pub(super) title: &'a str,
    pub(super) lead: &'a str,
    pub(super) language: Language,
}

/// A page among its translations.
pub(super) struct Subject<'a> {
    /// What it is called, and what it says.
    pub(super) texts: &'a Texts<'a>,
    /// The profile that it shows; none for the list of them.
    pub(super) profile: Option<&'a Profile>,
    /// The site.
    pub(super) site: &'a Site,
    /// The page's folder as addressed from the site's root; for a page that shows
    /// another one's content, that one's.
    pub(super) path: &'a str,
    /// Every language of the profile with its folder, the profile's own first; one where
    /// there is no translation.
    pub(super) editions: &'a [(Language, String)],
    /// The picture for previews, as addressed from the site's root.
    pub(super) card: Option<&'a str>,
}
