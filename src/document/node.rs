use std::fmt;

#[cfg(target_arch = "wasm32")]
use js_sys::{Array, Object};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::{JsCast, JsValue};

use super::decode::Decode;
use super::problem::{Problem, Problems, Span};
use super::syntax;

/// How deep lists and objects may be nested; serde_json reads no deeper.
pub const MOST_LEVELS: usize = 127;

/// A JSON value as it stands in the document: keys in their order, repeated ones kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number. Counts up to 2⁵³ are exact.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Node>),
    /// An object, as the pairs that were written.
    Object(Vec<(String, Node)>),
}

impl Node {
    /// Reads JSON text.
    ///
    /// # Errors
    /// One problem at the document's root: more than [`super::MAX_BYTES`], not
    /// JSON, or nested deeper than [`MOST_LEVELS`].
    pub fn read(source: &str) -> Result<Self, Problems> {
        if source.len() > super::MAX_BYTES {
            let found = format!("{} bytes", source.len());
            let expected = format!("at most {} bytes", super::MAX_BYTES);
            return Err(Problem::at_root(Span::at(source, 0, 0), found, expected).into());
        }
        serde_json::from_str(source).map_err(|error| syntax::problem(source, &error).into())
    }

    /// Reads JSON text that was looked at before, or is looked at in other ways; nothing
    /// where it is no JSON. In the browser its own reader does this: a second one would be a
    /// tenth of the WebAssembly.
    pub fn parse(source: &str) -> Option<Self> {
        #[cfg(target_arch = "wasm32")]
        return js_sys::JSON::parse(source).ok().and_then(|value| Self::of_js(&value, MOST_LEVELS));
        #[cfg(not(target_arch = "wasm32"))]
        return serde_json::from_str(source).ok();
    }

    /// The same for an object, without what stands under some of its keys.
    pub fn parse_without(source: &str, keys: &[&str]) -> Option<Self> {
        #[cfg(target_arch = "wasm32")]
        {
            let object = js_sys::JSON::parse(source).ok()?.dyn_into::<Object>().ok()?;
            for key in keys {
                let _ = js_sys::Reflect::delete_property(&object, &(*key).into());
            }
            Self::of_js(&object, MOST_LEVELS)
        }
        #[cfg(not(target_arch = "wasm32"))]
        {
            let Self::Object(pairs) = Self::parse(source)? else { return None };
            let pairs = pairs.into_iter().filter(|(key, _)| !keys.contains(&key.as_str()));
            Some(Self::Object(pairs.collect()))
        }
    }

    /// What the browser's reader gives; nothing where it is nested deeper than so many levels.
    #[cfg(target_arch = "wasm32")]
    fn of_js(value: &JsValue, levels: usize) -> Option<Self> {
        let inner = |value: &JsValue| Self::of_js(value, levels.checked_sub(1)?);
        Some(if let Some(text) = value.as_string() {
            Self::Text(text)
        } else if let Some(number) = value.as_f64() {
            Self::Number(number)
        } else if let Some(bool) = value.as_bool() {
            Self::Bool(bool)
        } else if let Some(list) = value.dyn_ref::<Array>() {
            Self::List(list.iter().map(|value| inner(&value)).collect::<Option<_>>()?)
        } else if let Some(object) = value.dyn_ref::<Object>() {
            let pairs = Object::entries(object);
            let pair = |pair: JsValue| {
                let pair: Array = pair.unchecked_into();
                Some((pair.get(0).as_string()?, inner(&pair.get(1))?))
            };
            Self::Object(pairs.iter().map(pair).collect::<Option<_>>()?)
        } else {
            Self::Null
        })
    }

    /// How many values there are, this one among them.
    pub fn values(&self) -> usize {
        1 + match self {
            Self::List(nodes) => nodes.iter().map(Self::values).sum(),
            Self::Object(pairs) => pairs.iter().map(|(_, node)| node.values()).sum(),
            _ => 0,
        }
    }

    /// What stands under a key of an object; `null` where nothing does.
    #[inline(never)]
    pub fn field(&self, key: &str) -> &Node {
        static NOTHING: Node = Node::Null;
        self.get(key).unwrap_or(&NOTHING)
    }

    /// The value under a key of an object.
    #[inline(never)]
    pub fn take<T: Decode>(&self, key: &str) -> T {
        T::take(self.field(key))
    }

    /// The text, where it is one.
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// A copy of the text; empty where it is none.
    #[inline(never)]
    pub fn owned_text(&self) -> String {
        self.text().unwrap_or_default().to_owned()
    }

    /// The elements of a list; none of anything else.
    pub fn list(&self) -> &[Node] {
        if let Self::List(nodes) = self { nodes } else { &[] }
    }

    /// The value under a key of an object.
    pub fn get(&self, key: &str) -> Option<&Node> {
        match self {
            Self::Object(pairs) => pairs.iter().find(|(k, _)| k == key).map(|(_, node)| node),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "JSON numbers are doubles")]
    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "JSON numbers are doubles")]
    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Node, E> {
        Ok(Node::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(node) = access.next_element()? {
            list.push(node);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = access.next_entry()? {
            pairs.push(pair);
        }
        Ok(Node::Object(pairs))
    }
}
