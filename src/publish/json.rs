//! JSON as the build writes it.

use serde::Serialize;
use serde_json::Value;

/// A value of our own types as JSON.
pub(super) fn of(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("types of documents have string keys only")
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
