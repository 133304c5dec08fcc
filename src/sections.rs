//! The sections of a page, one file a kind. Each takes its own part of the
//! document and how it is read, and nothing else.

mod channels;
mod contributions;
mod drawing;
mod figures;
mod membership;
mod notes;
mod places;
mod prose;
mod quote;
mod strength;
mod timeline;

use crate::heading::heading;
use crate::markup::{Element, el};
use crate::model::Text;
use crate::model::{Section, Source, When};
use crate::reading::Reading;

/// A section of any kind. It is no landmark: ten of them would hide the few that help.
pub fn section(section: &Section, reading: Reading) -> Element {
    let body = match section {
        Section::Prose(prose) => prose::prose(prose, reading),
        Section::Strength(strength) => strength::strength(strength, reading),
        Section::Timeline(timeline) => timeline::timeline(timeline, reading),
        Section::Places(places) => places::places(places, reading),
        Section::Contributions(contributions) => {
            contributions::contributions(contributions, reading)
        }
        Section::Membership(membership) => membership::membership(membership, reading),
        Section::Channels(channels) => channels::channels(channels, reading),
        Section::Quote(quote) => quote::quote(quote, reading),
        Section::Notes(notes) => notes::notes(notes, reading),
    };
    el("section")
        .class(&format!("pp-section pp-{}", section.kind()))
        .child(heading(section.id(), section.title(), reading))
        .children(body)
}

/// Paragraphs of running text.
fn paragraphs(texts: &[Text]) -> Vec<Element> {
    texts.iter().map(|text| el("p").text(text)).collect()
}

/// A date or span with its words.
pub fn moment(when: &When) -> Element {
    match when.anchor() {
        Some(date) => el("time").attr("datetime", date.as_str()).text(&when.words),
        None => el("span").text(&when.words),
    }
}

/// The source of a fact that the profile's origin does not give.
fn source_line(source: Option<&Source>, reading: Reading) -> Option<Element> {
    source.map(|source| {
        reading
            .say(el("p").class("pp-source"), reading.words.source)
            .text(" ")
            .child(text_or_link(&source.name, source.url.as_deref()))
    })
}

/// A text, as a link where its address is known.
pub fn text_or_link(text: &str, url: Option<&str>) -> Element {
    match url {
        Some(url) => el("a").attr("href", url).attr("rel", "noopener noreferrer").text(text),
        None => el("span").text(text),
    }
}
