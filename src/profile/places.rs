use super::source::Source;
use crate::document::{Decode, Id, Node, Shape, Text};

record! {
    /// Where the partner's people are or were, on a map.
    pub struct Places {
        /// The section's name in addresses.
        pub id: Id,
        /// The heading.
        pub title: Text,
        /// The paragraphs before the figure.
        pub paragraphs: Vec<Text>,
        /// The name of a map in `public/maps`, without its ending.
        pub map: Option<Id>,
        /// The places.
        pub places: Vec<Place>,
    }
}

record! {
    /// One place.
    pub struct Place {
        /// Its name.
        pub name: Text,
        /// Degrees north of the equator.
        pub latitude: Coordinate<90>,
        /// Degrees east of Greenwich.
        pub longitude: Coordinate<180>,
        /// How precise the position is.
        pub precision: Precision,
        /// What happens or happened there.
        pub text: Option<Text>,
        /// Where the position comes from, if not from the profile's origin.
        pub source: Option<Source>,
    }
}

choice! {
    /// How precise a position is.
    pub enum Precision {
        /// The very site.
        Site = "site",
        /// The city; the place in it is not known.
        City = "city",
        /// The region; the place in it is not known.
        Region = "region",
    }
}

/// Degrees from -`MOST` to `MOST`, which is 90 or 180.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coordinate<const MOST: u8>(f64);

impl<const MOST: u8> Coordinate<MOST> {
    /// The value in degrees.
    pub fn degrees(self) -> f64 {
        self.0
    }
}

impl<const MOST: u8> Decode for Coordinate<MOST> {
    const SHAPE: Shape = Shape::Value {
        is_valid: |node| matches!(node, Node::Number(value) if value.abs() <= f64::from(MOST)),
        expected: if MOST == 90 { "degrees from -90 to 90" } else { "degrees from -180 to 180" },
    };

    fn take(node: &Node) -> Self {
        Self(if let Node::Number(value) = node { *value } else { 0.0 })
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<const MOST: u8> schemars::JsonSchema for Coordinate<MOST> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Degrees{MOST}").into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "minimum": -i32::from(MOST), "maximum": MOST })
    }
}
