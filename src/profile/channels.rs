use super::source::Source;
use crate::document::{Id, Link, Text};

record! {
    /// Where to follow the partner.
    pub struct Channels {
        /// The section's name in addresses.
        pub id: Id,
        /// The heading.
        pub title: Text,
        /// The paragraphs before the list.
        pub paragraphs: Vec<Text>,
        /// The channels; those of one network stand together.
        pub channels: Vec<Channel>,
    }
}

record! {
    /// One channel.
    pub struct Channel {
        /// The network or medium, such as "YouTube" or "Website".
        pub network: Text,
        /// The name or handle.
        pub name: Text,
        /// Its address; missing where it is not known.
        pub url: Option<Link>,
        /// Where this comes from, if not from the profile's origin.
        pub source: Option<Source>,
    }
}

impl Channels {
    /// The channels, those of one network together, networks in the order of
    /// their first channel.
    pub fn by_network(&self) -> Vec<(&Text, Vec<&Channel>)> {
        let mut networks: Vec<(&Text, Vec<&Channel>)> = Vec::new();
        for channel in &self.channels {
            match networks.iter_mut().find(|(network, _)| **network == channel.network) {
                Some((_, channels)) => channels.push(channel),
                None => networks.push((&channel.network, vec![channel])),
            }
        }
        networks
    }
}
