//! What a page says about itself to browsers, search engines and previews.

use super::linked_data;
use super::markup::{element, json, tag};
use crate::profile::{Language, Profile};
use crate::site::Site;

/// A page among its translations.
pub(super) struct Subject<'a> {
    /// What the page shows.
    pub(super) profile: &'a Profile,
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
        let Profile { title, lead, .. } = self.profile;
        let mut lines = vec![
            element("title", &[], title),
            tag("meta", &[("name", "description"), ("content", lead)]),
        ];
        if let Some(address) = &self.site.address {
            self.push_absolute(address, &mut lines);
        }
        let data = json(&linked_data::of(self));
        lines.push(format!("<script type=\"application/ld+json\">{data}</script>"));
        lines.into_iter().flat_map(|line| [line, "\n".to_owned()]).collect()
    }

    /// What is only true at the site's address.
    fn push_absolute(&self, address: &str, lines: &mut Vec<String>) {
        let own = format!("{address}{}", self.path);
        lines.push(tag("link", &[("rel", "canonical"), ("href", &own)]));
        if let [(_, first), _, ..] = self.editions {
            for (language, path) in self.editions {
                let href = format!("{address}{path}");
                let language = language.as_str();
                lines.push(tag(
                    "link",
                    &[("rel", "alternate"), ("hreflang", language), ("href", &href)],
                ));
            }
            let href = format!("{address}{first}");
            lines.push(tag(
                "link",
                &[("rel", "alternate"), ("hreflang", "x-default"), ("href", &href)],
            ));
        }
        let Profile { title, lead, language, .. } = self.profile;
        let mut property = |name, content: &str| {
            lines.push(tag("meta", &[("property", name), ("content", content)]));
        };
        property("og:type", "article");
        property("og:title", title);
        property("og:description", lead);
        property("og:url", &own);
        property("og:site_name", self.site.name.of(*language).0);
        if let Some(card) = self.card {
            property("og:image", &format!("{address}{card}"));
            property("og:image:width", "1200");
            property("og:image:height", "630");
            property("og:image:alt", title);
            lines
                .push(tag("meta", &[("name", "twitter:card"), ("content", "summary_large_image")]));
        }
    }
}
