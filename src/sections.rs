//! The sections of a page, one component a kind. Each takes its own part of
//! the document and nothing else.

mod channels;
mod contributions;
mod drawing;
mod figure;
mod membership;
mod notes;
mod places;
mod prose;
mod quote;
mod strength;
mod timeline;

use leptos::prelude::*;

pub use figure::Publisher;

use crate::heading::Heading;
use crate::map::Map;
use crate::profile::{Section, Source, When};
use crate::reading::Reading;

/// A section of any kind. It is no landmark: ten of them would hide the few that help.
#[component]
pub fn SectionView(
    /// The section.
    section: Section,
    /// The map that it draws on.
    map: Option<Map>,
) -> impl IntoView {
    let id = section.id().to_string();
    let title = section.title().to_string();
    let class = format!("pp-section pp-{}", section.kind());
    let body = match section {
        Section::Prose(prose) => prose::Prose(prose::ProseProps { prose }).into_any(),
        Section::Strength(strength) => {
            strength::Strength(strength::StrengthProps { strength }).into_any()
        }
        Section::Timeline(timeline) => {
            timeline::Timeline(timeline::TimelineProps { timeline }).into_any()
        }
        Section::Places(places) => places::Places(places::PlacesProps { places, map }).into_any(),
        Section::Contributions(contributions) => {
            contributions::Contributions(contributions::ContributionsProps { contributions })
                .into_any()
        }
        Section::Membership(membership) => {
            membership::Membership(membership::MembershipProps { membership }).into_any()
        }
        Section::Channels(channels) => {
            channels::Channels(channels::ChannelsProps { channels }).into_any()
        }
        Section::Quote(quote) => quote::Quote(quote::QuoteProps { quote }).into_any(),
        Section::Notes(notes) => notes::Notes(notes::NotesProps { notes }).into_any(),
    };
    view! {
        <section class=class>
            <Heading id title/>
            {body}
        </section>
    }
}

/// Paragraphs of running text.
#[component]
pub fn Paragraphs(
    /// The paragraphs.
    texts: Vec<crate::document::Text>,
) -> impl IntoView {
    texts.into_iter().map(|text| view! { <p>{text.to_string()}</p> }).collect_view()
}

/// A date or span with its words.
#[component]
pub fn Moment(
    /// When.
    when: When,
) -> impl IntoView {
    let words = when.words.to_string();
    match when.anchor() {
        Some(date) => {
            let date = date.as_str().to_owned();
            view! { <time datetime=date>{words}</time> }.into_any()
        }
        None => words.into_any(),
    }
}

/// The source of a fact that the profile's origin does not give.
#[component]
pub fn SourceLine(
    /// The source, if the fact has one of its own.
    source: Option<Source>,
) -> impl IntoView {
    let words = Reading::words();
    source.map(|source| {
        view! {
            <p class="pp-source">
                {words.source}
                " "
                <MaybeLink text=source.name.to_string() url=source.url.map(|url| url.to_string())/>
            </p>
        }
    })
}

/// A text, as a link where its address is known.
#[component]
pub fn MaybeLink(
    /// The text.
    text: String,
    /// The address.
    url: Option<String>,
) -> impl IntoView {
    match url {
        Some(url) => view! { <a href=url rel="noopener noreferrer">{text}</a> }.into_any(),
        None => text.into_any(),
    }
}
