use super::decode::Decode;
use super::node::Node;
use super::shape::Shape;

/// The version of the format that this crate reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version;

impl Version {
    /// The number that the document carries.
    pub const NUMBER: u32 = 1;
}

impl Decode for Version {
    const SHAPE: Shape = Shape::Value {
        is_valid: |node| *node == Node::Number(f64::from(Self::NUMBER)),
        expected: "1, the version of the format that is read here",
    };

    fn take(_: &Node) -> Self {
        Self
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Version {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Version".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "const": Self::NUMBER })
    }
}
