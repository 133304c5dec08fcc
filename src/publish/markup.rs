//! The little HTML and XML that is not a component's.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Text as it may stand in an element or in a quoted attribute.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"']) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    Cow::Owned(escaped)
}

/// JSON as it may stand in a script element.
pub(super) fn json(value: &serde_json::Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

/// A start tag with its attributes' values escaped.
pub(super) fn tag(name: &str, attributes: &[(&str, &str)]) -> String {
    let mut tag = format!("<{name}");
    for (attribute, value) in attributes {
        let _ = write!(tag, " {attribute}=\"{}\"", escape(value));
    }
    tag.push('>');
    tag
}

/// An element whose content is text.
pub(super) fn element(name: &str, attributes: &[(&str, &str)], text: &str) -> String {
    format!("{}{}</{name}>", tag(name, attributes), escape(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_leave_its_place() {
        assert_eq!(
            element("title", &[("lang", "\"><b>")], "</title><script>&"),
            "<title lang=\"&quot;&gt;&lt;b&gt;\">&lt;/title&gt;&lt;script&gt;&amp;</title>"
        );
        assert_eq!(json(&"</script><!--".into()), "\"\\u003c/script>\\u003c!--\"");
    }
}
