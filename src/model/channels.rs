use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::source::Source;
use super::{Link, Text};

/// Where to follow the partner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Channels {
    /// The paragraphs before the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Text>,
    /// The channels; those of one network stand together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
}

/// One channel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
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
