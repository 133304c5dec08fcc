use crate::document::{Decode, Node, Reader};

/// How long something is kept in the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lifetime {
    /// Until the browser is closed.
    Session,
    /// Until the visitor refuses its purpose or clears the browser.
    UntilRefused,
    /// So many days.
    Days(u32),
}

impl Decode for Lifetime {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        match node {
            Node::Text(text) if text == "session" => return Some(Self::Session),
            Node::Text(text) if text == "until-refused" => return Some(Self::UntilRefused),
            Node::Number(_) => return u32::decode(node, reader).map(Self::Days),
            _ => {}
        }
        reader.expected("\"session\", \"until-refused\" or a number of days");
        None
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Lifetime {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Lifetime".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "How long it is kept: a number of days, until the browser is closed, or until it is refused.",
            "anyOf": [{ "enum": ["session", "until-refused"] }, { "type": "integer", "minimum": 0 }],
        })
    }
}
