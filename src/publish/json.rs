//! JSON as the build writes it.

use serde::Serialize;
use serde_json::Value;

use crate::model::prune;

/// A value of our own types as JSON, without the keys that have no value.
pub(super) fn of(value: &impl Serialize) -> String {
    let tree = serde_json::to_value(value);
    let mut tree = tree.expect("types of documents have string keys only");
    prune(&mut tree, |_, value| !value.is_null());
    tree.to_string()
}

/// JSON as it may stand in a script element.
pub(super) fn in_script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_cannot_leave_its_element() {
        assert_eq!(in_script(&"</script><!--".into()), "\"\\u003c/script>\\u003c!--\"");
    }
}
