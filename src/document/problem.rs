use std::fmt;

use thiserror::Error;

/// Where something stands in a document's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub offset: usize,
    /// Length in bytes.
    pub length: usize,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
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

    /// The byte that the JSON reader names by line and column (in bytes, both from 1).
    pub(super) fn at_line(source: &str, line: usize, column: usize) -> Self {
        let start: usize =
            source.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
        // In column 0 the reader stands behind the line break before.
        let mut offset = (start + column).saturating_sub(1).min(source.len());
        while !source.is_char_boundary(offset) {
            offset -= 1;
        }
        Self::at(source, offset, source[offset..].chars().next().map_or(0, char::len_utf8))
    }
}

/// One thing that is wrong in a document.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "{path} (line {}, column {}): found {found}, expected {expected}{}",
    span.line, span.column, self.advice()
)]
pub struct Problem {
    /// The place as a path, such as `sections[2].parts[0].count`; `document` for the whole.
    pub path: String,
    /// The place in the text.
    pub span: Span,
    /// What stands there.
    pub found: String,
    /// What may stand there.
    pub expected: String,
    /// The allowed name that is nearest to the one found.
    pub suggestion: Option<String>,
}

impl Problem {
    /// The suggestion as a question, where there is one.
    fn advice(&self) -> String {
        self.suggestion.as_ref().map(|name| format!("; did you mean `{name}`?")).unwrap_or_default()
    }

    /// A problem of the document as a whole.
    pub(super) fn at_root(span: Span, found: String, expected: String) -> Self {
        Self { path: "document".to_owned(), span, found, expected, suggestion: None }
    }
}

/// All problems of a document, in the order of their places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Error)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            fmt::Display::fmt(problem, f)?;
        }
        Ok(())
    }
}
