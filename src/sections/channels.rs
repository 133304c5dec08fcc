use super::{paragraphs, source_line, text_or_link};
use crate::markup::{Element, el};
use crate::model::{Channel, Channels};
use crate::reading::Reading;

/// Where to follow the partner, network by network.
pub fn channels(channels: &Channels, reading: Reading) -> Vec<Element> {
    let mut parts = paragraphs(&channels.paragraphs);
    let networks = channels.by_network().into_iter().map(|(network, channels)| {
        el("div")
            .class("pp-channels__network")
            .child(el("dt").text(network))
            .children(channels.into_iter().map(|part| channel(part, reading)))
    });
    parts.push(el("dl").class("pp-channels__networks").children(networks));
    parts
}

fn channel(channel: &Channel, reading: Reading) -> Element {
    el("dd")
        // A handle keeps its order in text that runs the other way.
        .child(el("bdi").child(text_or_link(&channel.name, channel.url.as_deref())))
        .children(source_line(channel.source.as_ref(), reading))
}
