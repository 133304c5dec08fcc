use std::fmt;

use miette::{
    LabeledSpan, MietteError, MietteSpanContents, Report, SourceCode, SourceSpan, SpanContents,
};
use serde_json::{Value, json};

use super::diagnostic::{Diagnostic, MAX_DIAGNOSTICS, Severity};

impl Diagnostic {
    /// The diagnostic with the lines of the document that it is about, for people.
    pub fn report(mut self, file: &str, source: &str) -> Report {
        // Of a value on many lines, such as an object that lacks a key, the first says enough, and of
        // a long one its beginning.
        let line = source[self.span.offset..].lines().next().unwrap_or_default();
        self.span.length = self.span.length.min(first(line, SHOWN_AROUND).len());
        let has_text = !source.is_empty();
        let source = NamedDocument { file: file.to_owned(), text: source.to_owned() };
        Report::new(MietteDiagnostic { diagnostic: self, has_text }).with_source_code(source)
    }

    /// The diagnostic for machines.
    fn json(&self, file: &str) -> Value {
        json!({
            "file": file,
            "severity": self.severity.as_str(),
            "path": self.path,
            "line": self.span.line,
            "column": self.span.column,
            "offset": self.span.offset,
            "length": self.span.length,
            "found": self.found,
            "expected": self.expected,
            "suggestion": self.suggestion,
        })
    }
}

/// Of what there may be more to say about a document than was said.
pub fn truncated(diagnostics: &[Diagnostic]) -> impl Iterator<Item = Severity> {
    [Severity::Error, Severity::Warning].into_iter().filter(|severity| {
        let told = diagnostics.iter().filter(|diagnostic| diagnostic.severity == *severity);
        told.count() >= MAX_DIAGNOSTICS
    })
}

/// The diagnostics of one file for machines; the last of them say so where there was more to say.
pub fn json(file: &str, diagnostics: &[Diagnostic]) -> Vec<Value> {
    let more = truncated(diagnostics).map(|severity| {
        let found = format!("{MAX_DIAGNOSTICS} {}s or more", severity.as_str());
        let of_file = Diagnostic::of_file(found, "fewer: the rest is not told");
        Diagnostic { severity, ..of_file }.json(file)
    });
    diagnostics.iter().map(|diagnostic| diagnostic.json(file)).chain(more).collect()
}

/// A diagnostic as reports show it: what was expected stands at the place itself, where there is text.
#[derive(Debug)]
struct MietteDiagnostic {
    diagnostic: Diagnostic,
    has_text: bool,
}

impl fmt::Display for MietteDiagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Diagnostic { path, found, expected, .. } = &self.diagnostic;
        if self.has_text {
            write!(f, "{path}: found {found}")
        } else {
            write!(f, "found {found}, expected {expected}")
        }
    }
}

impl std::error::Error for MietteDiagnostic {}

impl miette::Diagnostic for MietteDiagnostic {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.diagnostic.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let suggestion = self.diagnostic.suggestion.as_ref()?;
        Some(Box::new(format!("did you mean `{suggestion}`?")))
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = format!("expected {}", self.diagnostic.expected);
        let span = (self.diagnostic.span.offset, self.diagnostic.span.length);
        Some(Box::new(std::iter::once(LabeledSpan::new_with_span(Some(label), span))))
    }
}

/// The longest line, in bytes, that is shown as a whole.
const LONGEST_LINE: usize = 1000;
/// How much of a longer one is shown before and after what is marked, in characters.
const SHOWN_AROUND: usize = 60;

/// A document as reports show it: columns count characters, as editors do, and of a document without
/// line breaks only what is near is shown.
#[derive(Debug)]
struct NamedDocument {
    file: String,
    text: String,
}

impl SourceCode for NamedDocument {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let text = &*self.text;
        let contents = text.read_span(span, lines_before, lines_after)?;
        let start = text[..span.offset()].rfind('\n').map_or(0, |at| at + 1);
        let end = span.offset() + span.len();
        let has_long_line =
            contents.data().split(|byte| *byte == b'\n').any(|line| line.len() > LONGEST_LINE);
        let shown = if has_long_line {
            let before = last(&text[start..span.offset()], SHOWN_AROUND);
            let line = text[end..].lines().next().unwrap_or_default();
            span.offset() - before.len()..end + first(line, SHOWN_AROUND).len()
        } else {
            contents.span().offset()..contents.span().offset() + contents.data().len()
        };
        let line = text[..shown.start].matches('\n').count();
        let column = text[..shown.start].chars().rev().take_while(|c| *c != '\n').count();
        Ok(Box::new(MietteSpanContents::new_named(
            self.file.clone(),
            &text.as_bytes()[shown.clone()],
            (shown.start, shown.len()).into(),
            line,
            column,
            contents.line_count(),
        )))
    }
}

/// So many characters from the beginning of a text.
fn first(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end])
}

/// So many characters from the end of a text.
fn last(text: &str, count: usize) -> &str {
    text.char_indices().rev().take(count).last().map_or("", |(start, _)| &text[start..])
}
