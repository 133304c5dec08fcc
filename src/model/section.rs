use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value, json};
use strum::{AsRefStr, VariantNames};

use super::deserializer::DocumentDeserializer;
use super::{
    Channels, Contributions, Id, Membership, Notes, Places, Prose, Quote, Source, Strength, Text,
    Timeline,
};

/// A section of a profile. Its `kind` says what it holds.
#[derive(Clone, Debug, PartialEq, Serialize, AsRefStr, VariantNames)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Section {
    /// Running text.
    Prose(Prose),
    /// Current strength by part.
    Strength(Strength),
    /// What happened when.
    Timeline(Timeline),
    /// Where, on a map.
    Places(Places),
    /// What was given or done.
    Contributions(Contributions),
    /// Since when, and in which working groups.
    Membership(Membership),
    /// Where to follow the partner.
    Channels(Channels),
    /// Words of a person.
    Quote(Quote),
    /// What the reader should know about the facts.
    Notes(Notes),
}

/// The key that tells the kind of a section.
const KIND: &str = "kind";

impl Section {
    /// The section's id and heading.
    fn name(&self) -> (&Id, &Text) {
        match self {
            Self::Prose(Prose { id, title, .. })
            | Self::Strength(Strength { id, title, .. })
            | Self::Timeline(Timeline { id, title, .. })
            | Self::Places(Places { id, title, .. })
            | Self::Contributions(Contributions { id, title, .. })
            | Self::Membership(Membership { id, title, .. })
            | Self::Channels(Channels { id, title, .. })
            | Self::Quote(Quote { id, title, .. })
            | Self::Notes(Notes { id, title, .. }) => (id, title),
        }
    }

    /// The section's name in addresses.
    pub fn id(&self) -> &Id {
        self.name().0
    }

    /// The section's heading.
    pub fn title(&self) -> &Text {
        self.name().1
    }

    /// The name of the map that the section draws on.
    pub fn map(&self) -> Option<&Id> {
        match self {
            Self::Places(places) => places.map.as_ref(),
            _ => None,
        }
    }

    /// What carries a source of its own, with the words for what it is.
    pub(super) fn sources(&self) -> Vec<(&Text, &Source)> {
        match self {
            Self::Prose(prose) => sources_of([(&prose.title, &prose.source)]),
            Self::Strength(strength) => sources_of([(&strength.title, &strength.source)]),
            Self::Timeline(timeline) => {
                sources_of(timeline.events.iter().map(|event| (&event.title, &event.source)))
            }
            Self::Places(places) => {
                sources_of(places.places.iter().map(|place| (&place.name, &place.source)))
            }
            Self::Contributions(contributions) => {
                sources_of(contributions.items.iter().map(|item| (&item.caption, &item.source)))
            }
            Self::Membership(membership) => {
                sources_of(membership.entries.iter().map(|entry| (&entry.label, &entry.source)))
            }
            Self::Channels(channels) => {
                sources_of(channels.channels.iter().map(|channel| (&channel.name, &channel.source)))
            }
            Self::Quote(quote) => sources_of([(&quote.title, &quote.source)]),
            // The heading names them: a note as a whole would be too long a name.
            Self::Notes(notes) => {
                sources_of(notes.notes.iter().map(|note| (&notes.title, &note.source)))
            }
        }
    }
}

fn sources_of<'a>(
    facts: impl IntoIterator<Item = (&'a Text, &'a Option<Source>)>,
) -> Vec<(&'a Text, &'a Source)> {
    facts.into_iter().filter_map(|(words, source)| Some((words, source.as_ref()?))).collect()
}

/// Serde's own reading of tagged enums loses the place of an error inside them.
impl<'de> Deserialize<'de> for Section {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut kind = None;
        let mut object = Map::new();
        for (key, value) in Map::deserialize(deserializer)? {
            if key == KIND {
                kind = Some(value);
            } else {
                object.insert(key, value);
            }
        }
        let kind = kind.ok_or_else(|| D::Error::missing_field(KIND))?;
        let kind = String::deserialize(DocumentDeserializer(kind))
            .map_err(|error| D::Error::custom(format_args!(".{KIND}: {error}")))?;
        let section = DocumentDeserializer(Value::Object(object));
        match &*kind {
            "prose" => Prose::deserialize(section).map(Self::Prose),
            "strength" => Strength::deserialize(section).map(Self::Strength),
            "timeline" => Timeline::deserialize(section).map(Self::Timeline),
            "places" => Places::deserialize(section).map(Self::Places),
            "contributions" => Contributions::deserialize(section).map(Self::Contributions),
            "membership" => Membership::deserialize(section).map(Self::Membership),
            "channels" => Channels::deserialize(section).map(Self::Channels),
            "quote" => Quote::deserialize(section).map(Self::Quote),
            "notes" => Notes::deserialize(section).map(Self::Notes),
            _ => {
                let kinds = Self::VARIANTS.join(", ");
                let message = format_args!(".{KIND}: found \"{kind}\", expected one of {kinds}");
                return Err(D::Error::custom(message));
            }
        }
        .map_err(D::Error::custom)
    }
}

impl JsonSchema for Section {
    fn schema_name() -> Cow<'static, str> {
        "Section".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let branches = [
            branch::<Prose>(generator, "prose"),
            branch::<Strength>(generator, "strength"),
            branch::<Timeline>(generator, "timeline"),
            branch::<Places>(generator, "places"),
            branch::<Contributions>(generator, "contributions"),
            branch::<Membership>(generator, "membership"),
            branch::<Channels>(generator, "channels"),
            branch::<Quote>(generator, "quote"),
            branch::<Notes>(generator, "notes"),
        ];
        let kinds = branches.each_ref().map(|branch| {
            let at = |pointer: &str| branch.as_value().pointer(pointer).cloned();
            let word = at("/if/properties/kind/const");
            json!({ "type": "string", "const": word, "description": at("/then/description") })
        });
        json_schema!({
            "type": "object",
            "description": "A section of a profile. Its `kind` says what it holds.",
            "properties": {
                "kind": { "description": "What the section holds.", "oneOf": kinds },
                "id": described::<Id>(generator, "The section's name in addresses."),
                "title": described::<Text>(generator, "The heading."),
            },
            "required": SHARED,
            "allOf": branches,
        })
    }
}

/// The keys that sections of all kinds have.
const SHARED: [&str; 3] = [KIND, "id", "title"];

/// What a section of one kind has beside what all have. Only its own branch speaks of a section, so
/// that an editor offers all kinds where the word is wrong.
fn branch<T: JsonSchema>(generator: &mut SchemaGenerator, kind: &str) -> Schema {
    let mut section = T::json_schema(generator);
    if let Some(Value::Object(properties)) = section.get_mut("properties") {
        for key in SHARED {
            properties.insert(key.to_owned(), Value::Bool(true));
        }
    }
    if let Some(Value::Array(required)) = section.get_mut("required") {
        required.retain(|key| !SHARED.iter().any(|shared| key == shared));
    }
    json_schema!({
        "if": { "type": "object", "properties": { KIND: { "const": kind } }, "required": [KIND] },
        "then": section,
    })
}

fn described<T: JsonSchema>(generator: &mut SchemaGenerator, description: &str) -> Schema {
    let mut schema = generator.subschema_for::<T>();
    schema.insert("description".to_owned(), description.into());
    schema
}
