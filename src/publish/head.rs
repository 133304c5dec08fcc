//! What a page says about itself to browsers, search engines and previews.

use super::linked_data;
use super::script;
use crate::markup::{Element, el};
use crate::model::Site;
use crate::model::{Language, Profile};

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
        let Texts { title, lead, .. } = self.texts;
        let mut list = vec![el("title").text(title), meta("description", lead)];
        if let Some(address) = &self.site.address {
            list.push(link("canonical", &format!("{address}{}", self.path)));
            list.extend(self.alternates(address));
            list.extend(self.preview(address));
        }
        let mut html = String::new();
        for element in list {
            element.write(&mut html);
            html.push('\n');
        }
        let data = script::json(&linked_data::of(self));
        html + &format!("<script type=\"application/ld+json\">{data}</script>\n")
    }

    /// The page in every language, and the one for readers of none of them.
    fn alternates(&self, address: &str) -> Vec<Element> {
        let [(_, original), _, ..] = self.editions else { return Vec::new() };
        let alternate = |language: &str, path: &str| {
            link("alternate", &format!("{address}{path}")).attr("hreflang", language)
        };
        let list = self.editions.iter();
        let mut list: Vec<_> =
            list.map(|(language, path)| alternate(language.as_str(), path)).collect();
        list.push(alternate("x-default", original));
        list
    }

    /// What a link to the page looks like elsewhere.
    fn preview(&self, address: &str) -> Vec<Element> {
        let Texts { title, lead, language, .. } = self.texts;
        let mut list = vec![
            property("og:type", if self.profile.is_some() { "article" } else { "website" }),
            property("og:title", title),
            property("og:description", lead),
            property("og:url", &format!("{address}{}", self.path)),
            property("og:site_name", self.site.name.of(*language).0),
        ];
        if let Some(card) = self.card {
            list.extend([
                property("og:image", &format!("{address}{card}")),
                property("og:image:width", &super::card::WIDTH.to_string()),
                property("og:image:height", &super::card::HEIGHT.to_string()),
                property("og:image:alt", title),
                meta("twitter:card", "summary_large_image"),
            ]);
        }
        list
    }
}

fn meta(name: &str, content: &str) -> Element {
    el("meta").attr("name", name).attr("content", content)
}

fn property(name: &str, content: &str) -> Element {
    el("meta").attr("property", name).attr("content", content)
}

fn link(relation: &str, address: &str) -> Element {
    el("link").attr("rel", relation).attr("href", address)
}
