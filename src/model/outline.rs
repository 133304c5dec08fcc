use derive_more::{Deref, Into};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::error::rule;

/// The path of an outline on a map, as in the `d` attribute of SVG. Its length is limited by that of
/// its document only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Deref, Into)]
#[serde(try_from = "String")]
#[schemars(extend(
    "pattern" = "^[Mm][MmLlHhVvZz0-9 ,.+-]*$",
    "errorMessage" = Outline::EXPECTED,
))]
#[deref(forward)]
pub struct Outline(String);

rule!(Outline(String), "the path of a drawing, as in SVG", |text| {
    let is_path = |c: char| c.is_ascii_digit() || "MmLlHhVvZz ,.+-".contains(c);
    text.starts_with(['M', 'm']) && text.chars().all(is_path)
});
