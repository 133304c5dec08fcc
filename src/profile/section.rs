use super::source::Source;
use super::{Channels, Contributions, Membership, Notes, Places, Prose, Quote, Strength, Timeline};
use crate::document::{Decode, Id, Node, Record, Shape, Text};

/// Defines the section kinds: the `kind` that a document writes, and its type.
macro_rules! kinds {
    ($($kind:ident = $word:literal,)*) => {
        /// A section of a profile, by its kind.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Section {
            $(
                #[doc = concat!("`\"kind\": \"", $word, "\"`")]
                $kind($kind),
            )*
        }

        impl Section {
            /// The words that `kind` may have.
            pub const KINDS: &'static [&'static str] = &[$($word),*];

            /// The section's name in addresses.
            pub fn id(&self) -> &Id {
                match self { $(Self::$kind(section) => &section.id,)* }
            }

            /// The section's heading.
            pub fn title(&self) -> &Text {
                match self { $(Self::$kind(section) => &section.title,)* }
            }

            /// The word for the section's kind.
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$kind(_) => $word,)* }
            }
        }

        impl Decode for Section {
            const SHAPE: Shape = Shape::Kinds(&[$(($word, &$kind::OBJECT)),*]);

            fn take(node: &Node) -> Self {
                match node.field("kind").text() {
                    $(Some($word) => Self::$kind($kind::take(node)),)*
                    _ => Self::Prose(Prose::take(node)),
                }
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl schemars::JsonSchema for Section {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                "Section".into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let kinds = [$(crate::document::schema::tagged::<$kind>(generator, $word)),*];
                schemars::json_schema!({ "oneOf": kinds })
            }
        }
    };
}

kinds! {
    Prose = "prose",
    Strength = "strength",
    Timeline = "timeline",
    Places = "places",
    Contributions = "contributions",
    Membership = "membership",
    Channels = "channels",
    Quote = "quote",
    Notes = "notes",
}

impl Section {
    /// The name of the map that the section draws on.
    pub fn map(&self) -> Option<&Id> {
        match self {
            Self::Places(places) => places.map.as_ref(),
            _ => None,
        }
    }

    /// Adds what carries a source of its own, with the words for what it is.
    pub(super) fn sources<'a>(&'a self, added: &mut Vec<(&'a Text, &'a Source)>) {
        let mut add = |words: &'a Text, source: &'a Option<Source>| {
            added.extend(source.as_ref().map(|source| (words, source)));
        };
        match self {
            Self::Prose(prose) => add(&prose.title, &prose.source),
            Self::Strength(strength) => add(&strength.title, &strength.source),
            Self::Timeline(timeline) => {
                timeline.events.iter().for_each(|event| add(&event.title, &event.source))
            }
            Self::Places(places) => {
                places.places.iter().for_each(|place| add(&place.name, &place.source))
            }
            Self::Contributions(contributions) => {
                contributions.items.iter().for_each(|item| add(&item.caption, &item.source));
            }
            Self::Membership(membership) => {
                membership.entries.iter().for_each(|entry| add(&entry.label, &entry.source));
            }
            Self::Channels(channels) => {
                channels.channels.iter().for_each(|channel| add(&channel.name, &channel.source));
            }
            Self::Quote(quote) => add(&quote.title, &quote.source),
            // The heading names them: a note as a whole would be too long a name.
            Self::Notes(notes) => {
                notes.notes.iter().for_each(|note| add(&notes.title, &note.source))
            }
        }
    }
}
