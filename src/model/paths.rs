//! Paths to the values of a document, as people write them: `sections[2].parts[0].count`.

use serde_json::Value;

/// The path to the value of a key.
pub(crate) fn join(path: &str, key: &str) -> String {
    let dot = if path.is_empty() { "" } else { "." };
    format!("{path}{dot}{key}")
}

/// Looks at every value inside a value, and at itself.
pub(crate) fn walk(value: &Value, path: &str, look: &mut impl FnMut(&Value, &str)) {
    look(value, path);
    match value {
        Value::Array(list) => {
            let values = list.iter().enumerate();
            values.for_each(|(index, value)| walk(value, &format!("{path}[{index}]"), look));
        }
        Value::Object(object) => {
            object.iter().for_each(|(key, value)| walk(value, &join(path, key), look));
        }
        _ => {}
    }
}

/// The sections of a profile.
pub(crate) fn sections(profile: &Value) -> impl Iterator<Item = (String, &Value)> {
    let sections = profile["sections"].as_array().into_iter().flatten().enumerate();
    sections.map(|(index, section)| (format!("sections[{index}]"), section))
}
