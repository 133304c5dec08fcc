use serde::Serialize;
use strum::AsRefStr;
use thiserror::Error;

/// The most errors that are told of one document, and the most warnings.
pub const MAX_DIAGNOSTICS: usize = 100;

/// Where something stands in a document's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Span {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// First byte.
    pub offset: usize,
    /// Length in bytes.
    pub length: usize,
}

impl Span {
    /// The span that starts at a byte of the text.
    pub(super) fn at(source: &str, offset: usize, length: usize) -> Self {
        let before = &source[..offset];
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            offset,
            length,
            line: before.matches('\n').count() + 1,
            column: source[start..offset].chars().count() + 1,
        }
    }
}

/// How much something matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, AsRefStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Severity {
    /// The document is refused.
    Error,
    /// The document is accepted; a mistake is likely.
    #[default]
    Warning,
}

/// Something to say about a document.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize)]
#[error("{path} (line {}, column {}): {}", span.line, span.column, self.message())]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// The place as a path, such as `sections[2].parts[0].count`; `document` for the whole.
    pub path: String,
    /// The place in the text.
    #[serde(flatten)]
    pub span: Span,
    /// What stands there.
    pub found: String,
    /// What may stand there.
    pub expected: String,
    /// The allowed name that is nearest to the one found.
    pub suggestion: Option<String>,
}

impl Diagnostic {
    /// An error of a file whose text is not known.
    pub(super) fn of_file(found: String, expected: &str) -> Self {
        Self::of_document(Span { line: 1, column: 1, ..Span::default() }, found, expected)
    }

    /// An error of the document as a whole.
    pub(super) fn of_document(span: Span, found: String, expected: &str) -> Self {
        Self {
            severity: Severity::Error,
            path: "document".to_owned(),
            span,
            found,
            expected: expected.to_owned(),
            suggestion: None,
        }
    }
}
