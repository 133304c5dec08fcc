use derive_more::{Deref, Into};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ValueError;

/// The path of an outline on a map, as in the `d` attribute of SVG. Its length is limited by that of
/// its document only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Deref, Into)]
#[serde(try_from = "String")]
#[schemars(extend(
    "pattern" = "^[Mm][MmLlHhVvZz0-9 ,.+-]*$",
    "errorMessage" = ValueError::Outline.expected(),
))]
#[deref(forward)]
pub struct Outline(String);

impl TryFrom<String> for Outline {
    type Error = ValueError;

    fn try_from(text: String) -> Result<Self, ValueError> {
        let is_path = |c: char| c.is_ascii_digit() || "MmLlHhVvZz ,.+-".contains(c);
        let is_valid = text.starts_with(['M', 'm']) && text.chars().all(is_path);
        if is_valid { Ok(Self(text)) } else { Err(ValueError::Outline) }
    }
}
