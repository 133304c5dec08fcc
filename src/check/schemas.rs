use schemars::{JsonSchema, schema_for};

use crate::model::Profile;
use crate::model::Site;

/// The published schemas: their file names and texts.
pub fn schemas() -> [(&'static str, String); 2] {
    [("profile.schema.json", schema::<Profile>()), ("site.schema.json", schema::<Site>())]
}

fn schema<T: JsonSchema>() -> String {
    let schema = schema_for!(T);
    // A schema is JSON by its type, so writing it cannot fail.
    format!("{:#}\n", schema.as_value())
}
