use std::ops::Range;

/// A mistake, with its place.
pub(super) struct Mistake {
    /// The bytes that it is about.
    pub(super) range: Range<usize>,
    /// What was found.
    pub(super) found: String,
    /// What was expected.
    pub(super) expected: String,
}

impl Mistake {
    pub(super) fn new(
        range: Range<usize>,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        Self { range, found: found.into(), expected: expected.into() }
    }
}

/// Whether an error is about what stands inside a text.
pub(super) fn is_in_text(message: &str) -> bool {
    message.starts_with("control character") || message.contains("escape")
}
