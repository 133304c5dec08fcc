use leptos::prelude::*;

use crate::components::text::{Paragraphs, SourceLine, TextOrLink};
use crate::model;

/// Where to follow the partner, network by network.
#[component]
pub fn Channels(
    /// The section.
    channels: model::Channels,
) -> impl IntoView {
    let networks = channels.by_network().into_iter().map(|(network, channels)| {
        let channels = channels.into_iter().cloned();
        view! {
            <div class="pp-channels__network">
                <dt>{network.to_string()}</dt>
                {channels.map(|channel| view! { <Channel channel/> }).collect_view()}
            </div>
        }
    });
    let networks = networks.collect_view();
    view! {
        <Paragraphs texts=channels.paragraphs/>
        <dl class="pp-channels__networks">{networks}</dl>
    }
}

#[component]
fn Channel(channel: model::Channel) -> impl IntoView {
    view! {
        <dd>
            // A handle keeps its order in text that runs the other way.
            <bdi><TextOrLink text=channel.name url=channel.url/></bdi>
            <SourceLine source=channel.source/>
        </dd>
    }
}
