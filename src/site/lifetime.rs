use crate::document::{Decode, Node, Shape};

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

const SESSION: &str = "session";
const UNTIL_REFUSED: &str = "until-refused";

impl Decode for Lifetime {
    const SHAPE: Shape = Shape::Other(|node, reader| match node {
        Node::Number(_) => u32::SHAPE.look(node, reader),
        Node::Text(text) if text == SESSION || text == UNTIL_REFUSED => true,
        _ => {
            reader.expected("\"session\", \"until-refused\" or a number of days");
            false
        }
    });

    fn take(node: &Node) -> Self {
        match node {
            Node::Number(_) => Self::Days(u32::take(node)),
            node if node.text() == Some(SESSION) => Self::Session,
            _ => Self::UntilRefused,
        }
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
