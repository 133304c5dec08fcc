use super::decode::{Decode, Reader};
use super::node::Node;

/// The version of the format that this crate reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version;

impl Version {
    /// The number that the document carries.
    pub const NUMBER: u32 = 1;
}

impl Decode for Version {
    fn decode(node: &Node, reader: &mut Reader) -> Option<Self> {
        if *node == Node::Number(f64::from(Self::NUMBER)) {
            return Some(Self);
        }
        reader.expected("1, the version of the format that is read here");
        None
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
