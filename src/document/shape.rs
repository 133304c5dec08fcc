//! What a document may write, as tables that one piece of code goes through:
//! code for each type would be most of the WebAssembly.

use super::node::Node;
use super::reader::Reader;

/// What may stand in a place of a document.
pub enum Shape {
    /// A value with a rule, and words for it.
    Value {
        /// The rule.
        is_valid: fn(&Node) -> bool,
        /// What was expected where the rule is broken.
        expected: &'static str,
    },
    /// One of a set of words.
    Words(&'static [&'static str]),
    /// Something that may be missing or `null`.
    Optional(&'static Shape),
    /// A list, which may be missing.
    List(&'static Shape),
    /// An object.
    Object(&'static Object),
    /// An object of one of several shapes, by the word under its `kind`. Its `id` stands in the
    /// document once.
    Kinds(&'static [(&'static str, &'static Object)]),
    /// Something that reports by itself, and tells whether it can be taken.
    Other(fn(&Node, &mut Reader) -> bool),
}

/// The keys of an object.
pub struct Object {
    /// Every key with what stands under it.
    pub fields: &'static [(&'static str, &'static Shape)],
    /// Rules about several fields; each is looked at where its fields can be taken.
    pub rules: &'static [Rule],
}

/// A type that is written as an object.
pub trait Record {
    /// Its keys.
    const OBJECT: Object;
}

/// A rule about fields of one object.
pub struct Rule {
    /// The keys of the fields.
    pub fields: &'static [&'static str],
    /// Takes the fields from the object, and reports what is wrong with them.
    pub look: fn(&Node, &mut Reader),
}

/// The key of the word that tells the shape of an object.
const KIND: &str = "kind";

impl Shape {
    /// Whether a key with this shape may be left out.
    pub fn may_be_missing(&self) -> bool {
        matches!(self, Self::Optional(_) | Self::List(_))
    }

    /// Reports everything that is wrong with a node, and tells whether its value can be taken.
    pub fn look(&self, node: &Node, reader: &mut Reader) -> bool {
        match self {
            Self::Value { is_valid, expected } => {
                let is_valid = is_valid(node);
                if !is_valid {
                    reader.expected(*expected);
                }
                is_valid
            }
            Self::Words(words) => {
                let found = node.text();
                let is_known = found.is_some_and(|found| words.contains(&found));
                if !is_known {
                    reader.expected_one_of(found, words);
                }
                is_known
            }
            Self::Optional(shape) => matches!(node, Node::Null) || shape.look(node, reader),
            Self::List(shape) => {
                let Node::List(nodes) = node else {
                    reader.expected("a list: `[ … ]`");
                    return false;
                };
                // Every element is looked at, also after one that is wrong.
                nodes.iter().enumerate().fold(true, |is_good, (index, node)| {
                    reader.element(index, |reader| shape.look(node, reader)) && is_good
                })
            }
            Self::Object(object) => object.look(node, None, reader),
            Self::Kinds(kinds) => look_at_kind(kinds, node, reader),
            Self::Other(look) => look(node, reader),
        }
    }
}

fn look_at_kind(kinds: &[(&str, &Object)], node: &Node, reader: &mut Reader) -> bool {
    let Node::Object(_) = node else {
        reader.expected_object();
        return false;
    };
    // Ids name anchors on the page, so each stands once.
    if let Some(id) = node.field("id").text()
        && !reader.is_new(id)
    {
        reader.problem("id", format!("\"{id}\" again"), "an id of its own");
    }
    let Some(kind) = node.get(KIND) else {
        reader.missing(KIND);
        look_at_common(kinds, node, reader);
        return false;
    };
    let found = kind.text();
    if let Some((_, object)) = kinds.iter().find(|(word, _)| found == Some(word)) {
        return object.look(node, Some(KIND), reader);
    }
    let words: Vec<_> = kinds.iter().map(|(word, _)| *word).collect();
    let meant = reader.inside(KIND, |reader| reader.expected_one_of(found, &words));
    match kinds.iter().find(|(word, _)| meant.as_deref() == Some(*word)) {
        Some((_, object)) => _ = object.look(node, Some(KIND), reader),
        None => look_at_common(kinds, node, reader),
    }
    false
}

/// Looks at what stands under the keys that all kinds have.
fn look_at_common(kinds: &[(&str, &Object)], node: &Node, reader: &mut Reader) {
    let has = |object: &Object, key| object.fields.iter().any(|(other, _)| *other == key);
    let fields = kinds.first().map_or(&[][..], |(_, object)| object.fields);
    for (key, shape) in fields {
        if kinds.iter().all(|(_, object)| has(object, *key)) {
            look_at_field(node.get(key), key, shape, reader);
        }
    }
}

impl Object {
    /// Looks at the keys and at what stands under them; one key more may be known already.
    fn look(&self, node: &Node, known: Option<&str>, reader: &mut Reader) -> bool {
        let Node::Object(pairs) = node else {
            reader.expected_object();
            return false;
        };
        let keys: Vec<_> = self.fields.iter().map(|(key, _)| *key).collect();
        for (index, key) in reader.look_at_keys(pairs, &keys, known) {
            let (written, value) = &pairs[index];
            let field = self.fields.iter().find(|(field, _)| **field == *key);
            if let Some((_, shape)) = field.filter(|_| node.get(&key).is_none()) {
                reader.inside(written, |reader| shape.look(value, reader));
            }
        }
        let broken: Vec<_> = self
            .fields
            .iter()
            .filter(|(key, shape)| !look_at_field(node.get(key), key, shape, reader))
            .map(|(key, _)| *key)
            .collect();
        for rule in self.rules {
            if !rule.fields.iter().any(|field| broken.contains(field)) {
                (rule.look)(node, reader);
            }
        }
        broken.is_empty()
    }
}

fn look_at_field(node: Option<&Node>, key: &str, shape: &Shape, reader: &mut Reader) -> bool {
    match node {
        Some(node) => reader.inside(key, |reader| shape.look(node, reader)),
        None if shape.may_be_missing() => true,
        None => {
            reader.missing(key);
            false
        }
    }
}
