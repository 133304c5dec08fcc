use leptos::prelude::*;

use super::{MaybeLink, Paragraphs, SourceLine};
use crate::profile;

/// Where to follow the partner, network by network.
#[component]
pub fn Channels(
    /// The section.
    channels: profile::Channels,
) -> impl IntoView {
    view! {
        <Paragraphs texts=channels.paragraphs.clone()/>
        <dl class="pp-channels__networks">
            {channels
                .by_network()
                .into_iter()
                .map(|(network, channels)| {
                    view! {
                        <div class="pp-channels__network">
                            <dt>{network.to_string()}</dt>
                            {channels
                                .into_iter()
                                .map(|channel| {
                                    view! {
                                        <dd>
                                            <MaybeLink
                                                text=channel.name.to_string()
                                                url=channel.url.map(|url| url.to_string())
                                            />
                                            <SourceLine source=channel.source/>
                                        </dd>
                                    }
                                })
                                .collect_view()}
                        </div>
                    }
                })
                .collect_view()}
        </dl>
    }
}
