use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value, json};
use strum::{AsRefStr, VariantNames};

use super::deserializer::DocumentDeserializer;
use super::{
    Channels, Contributions, Id, Membership, Notes, Places, Prose, Quote, Source, Strength, Text,
    Timeline,
};

/// A section of a profile.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// Its name in addresses.
    pub id: Id,
    /// Its heading.
    pub title: Text,
    /// What it holds.
    #[serde(flatten)]
    pub content: Content,
}

/// What a section holds, by its `kind`.
#[derive(Clone, Debug, PartialEq, Serialize, AsRefStr, VariantNames)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Content {
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
    /// The name of the map that the section draws on.
    pub fn map(&self) -> Option<&Id> {
        match &self.content {
            Content::Places(places) => places.map.as_ref(),
            _ => None,
        }
    }

    /// What carries a source of its own, with the words for what it is.
    pub(super) fn sources(&self) -> Vec<(&Text, &Source)> {
        match &self.content {
            Content::Prose(prose) => sources_of([(&self.title, &prose.source)]),
            Content::Strength(strength) => sources_of([(&self.title, &strength.source)]),
            Content::Timeline(timeline) => {
                sources_of(timeline.events.iter().map(|event| (&event.title, &event.source)))
            }
            Content::Places(places) => {
                sources_of(places.places.iter().map(|place| (&place.name, &place.source)))
            }
            Content::Contributions(contributions) => {
                sources_of(contributions.items.iter().map(|item| (&item.caption, &item.source)))
            }
            Content::Membership(membership) => {
                sources_of(membership.entries.iter().map(|entry| (&entry.label, &entry.source)))
            }
            Content::Channels(channels) => {
                sources_of(channels.channels.iter().map(|channel| (&channel.name, &channel.source)))
            }
            Content::Quote(quote) => sources_of([(&self.title, &quote.source)]),
            // The heading names them: a note as a whole would be too long a name.
            Content::Notes(notes) => {
                sources_of(notes.notes.iter().map(|note| (&self.title, &note.source)))
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
        let mut object = Map::deserialize(deserializer)?;
        let (id, title) = (take(&mut object, "id")?, take(&mut object, "title")?);
        let kind: String = take(&mut object, KIND)?;
        let content = DocumentDeserializer(Value::Object(object));
        let content = match &*kind {
            "prose" => Prose::deserialize(content).map(Content::Prose),
            "strength" => Strength::deserialize(content).map(Content::Strength),
            "timeline" => Timeline::deserialize(content).map(Content::Timeline),
            "places" => Places::deserialize(content).map(Content::Places),
            "contributions" => Contributions::deserialize(content).map(Content::Contributions),
            "membership" => Membership::deserialize(content).map(Content::Membership),
            "channels" => Channels::deserialize(content).map(Content::Channels),
            "quote" => Quote::deserialize(content).map(Content::Quote),
            "notes" => Notes::deserialize(content).map(Content::Notes),
            _ => {
                let kinds = Content::VARIANTS.join(", ");
                let message = format_args!(".{KIND}: found \"{kind}\", expected one of {kinds}");
                return Err(D::Error::custom(message));
            }
        }
        .map_err(D::Error::custom)?;
        Ok(Self { id, title, content })
    }
}

/// Takes what stands under a key.
fn take<T: DeserializeOwned, E: Error>(
    object: &mut Map<String, Value>,
    key: &'static str,
) -> Result<T, E> {
    let value = object.shift_remove(key).ok_or_else(|| E::missing_field(key))?;
    let value = T::deserialize(DocumentDeserializer(value));
    value.map_err(|error| E::custom(format_args!(".{key}: {error}")))
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
        let shared = SHARED.map(|key| (key.to_owned(), Value::Bool(true)));
        *properties = shared.into_iter().chain(std::mem::take(properties)).collect();
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
