//! The sections of a profile, one component a kind.

mod channels;
mod contributions;
mod membership;
mod notes;
mod places;
mod prose;
mod quote;
mod strength;
mod timeline;

use leptos::either::EitherOf9;
use leptos::prelude::*;

use self::channels::Channels;
use self::contributions::Contributions;
use self::membership::Membership;
use self::notes::Notes;
use self::places::Places;
use self::prose::Prose;
use self::quote::Quote;
use self::strength::Strength;
use self::timeline::Timeline;
use super::heading::Heading;
use crate::model;

/// A section of any kind. It is no landmark: ten of them would hide the few that help.
#[component]
pub fn Section(
    /// The section.
    section: model::Section,
    /// The map that it draws on.
    map: Option<model::Map>,
) -> impl IntoView {
    use model::Content as C;
    let class = ["pp-section pp-", section.content.as_ref()].concat();
    let (id, title) = (section.id.to_string(), section.title.to_string());
    let content = match section.content {
        C::Prose(prose) => EitherOf9::A(view! { <Prose prose/> }),
        C::Strength(strength) => EitherOf9::B(view! { <Strength strength/> }),
        C::Timeline(timeline) => EitherOf9::C(view! { <Timeline timeline/> }),
        C::Places(places) => EitherOf9::D(view! { <Places places map/> }),
        C::Contributions(contributions) => EitherOf9::E(view! { <Contributions contributions/> }),
        C::Membership(membership) => EitherOf9::F(view! { <Membership membership/> }),
        C::Channels(channels) => EitherOf9::G(view! { <Channels channels/> }),
        C::Quote(quote) => EitherOf9::H(view! { <Quote quote/> }),
        C::Notes(notes) => EitherOf9::I(view! { <Notes notes/> }),
    };
    view! {
        <section class=class part="section">
            <Heading id title/>
            {content}
        </section>
    }
}
