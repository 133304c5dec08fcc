//! What a page says about itself to browsers, search engines and previews.

use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use super::card::{HEIGHT, WIDTH};
use super::json::in_script;
use super::linked_data;
use crate::model::{Language, Profile, Site};
use crate::render;

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

impl Subject<'_> {
    /// The metadata as they stand in the head. What needs the site's address is
    /// left out where it is not known.
    pub(super) fn to_html(&self) -> String {
        let Texts { title, lead, .. } = *self.texts;
        let data = in_script(&linked_data::of(self));
        let at_address = self.site.address.as_deref().map(|address| {
            view! {
                <link rel="canonical" href=format!("{address}{}", self.path)/>
                {self.alternates(address)}
                {self.preview(address)}
            }
        });
        render::html(|| {
            view! {
                <title>{title.to_owned()}</title>
                <meta name="description" content=lead.to_owned()/>
                {at_address}
                <script type="application/ld+json">{data}</script>
            }
        })
    }

    /// The page in every language, and the one for readers of none of them.
    fn alternates(&self, address: &str) -> impl IntoView + use<> {
        let original = self.editions.first().filter(|_| self.editions.len() > 1);
        let other = original.map(|(_, path)| ("x-default", path));
        let list = self.editions.iter().filter(|_| original.is_some());
        let list = list.map(|(language, path)| (language.as_str(), path)).chain(other);
        list.map(|(language, path)| {
            view! { <link rel="alternate" href=format!("{address}{path}") hreflang=language/> }
        })
        .collect_view()
    }

    /// What a link to the page looks like elsewhere.
    fn preview(&self, address: &str) -> impl IntoView + use<> {
        let Texts { title, lead, language } = *self.texts;
        let kind = if self.profile.is_some() { "article" } else { "website" };
        let card = self.card.map(|card| {
            view! {
                <Property name="og:image" content=format!("{address}{card}")/>
                <Property name="og:image:width" content=WIDTH.to_string()/>
                <Property name="og:image:height" content=HEIGHT.to_string()/>
                <Property name="og:image:alt" content=title/>
                <meta name="twitter:card" content="summary_large_image"/>
            }
        });
        view! {
            <Property name="og:type" content=kind/>
            <Property name="og:title" content=title/>
            <Property name="og:description" content=lead/>
            <Property name="og:url" content=format!("{address}{}", self.path)/>
            <Property name="og:site_name" content=self.site.name.of(language).0/>
            {card}
        }
    }
}

/// A property of the Open Graph protocol.
#[component]
fn Property(name: &'static str, #[prop(into)] content: String) -> impl IntoView {
    // HTML itself has no such attribute.
    view! { <meta {..custom_attribute("property", name)} content=content/> }
}
