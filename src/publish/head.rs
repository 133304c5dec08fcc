//! What a page says about itself to browsers, search engines and previews.

use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use super::card::{HEIGHT, WIDTH};
use super::json::in_script;
use super::linked_data;
use super::subject::{Subject, Texts};
use crate::render;

/// The metadata as they stand in the head. What needs the site's address is
/// left out where it is not known.
pub(super) fn metadata(subject: &Subject) -> String {
    let Texts { title, lead, .. } = *subject.texts;
    let data = in_script(&linked_data::of(subject));
    let at_address = subject.site.address.as_deref().map(|address| {
        view! {
            <link rel="canonical" href=format!("{address}{}", subject.path)/>
            {alternates(subject, address)}
            {preview(subject, address)}
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
fn alternates(subject: &Subject, address: &str) -> impl IntoView + use<> {
    let original = subject.editions.first().filter(|_| subject.editions.len() > 1);
    let other = original.map(|(_, path)| ("x-default", path));
    let list = subject.editions.iter().filter(|_| original.is_some());
    let list = list.map(|(language, path)| (language.as_str(), path)).chain(other);
    list.map(|(language, path)| {
        view! { <link rel="alternate" href=format!("{address}{path}") hreflang=language/> }
    })
    .collect_view()
}

/// What a link to the page looks like elsewhere.
fn preview(subject: &Subject, address: &str) -> impl IntoView + use<> {
    let Texts { title, lead, language } = *subject.texts;
    let kind = if subject.profile.is_some() { "article" } else { "website" };
    let card = subject.card.map(|card| {
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
        <Property name="og:url" content=format!("{address}{}", subject.path)/>
        <Property name="og:site_name" content=subject.site.name.of(language).0/>
        {card}
    }
}

/// A property of the Open Graph protocol.
#[component]
fn Property(name: &'static str, #[prop(into)] content: String) -> impl IntoView {
    // HTML itself has no such attribute.
    view! { <meta {..custom_attribute("property", name)} content=content/> }
}
