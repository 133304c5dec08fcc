use std::fmt;

use miette::{
    Diagnostic, LabeledSpan, MietteError, MietteSpanContents, Report, SourceCode, SourceSpan,
    SpanContents,
};
use serde_json::{Value, json};

use crate::model::{MOST_PROBLEMS, Problem, Span};

/// How much something matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The document is refused.
    Error,
    /// The document is accepted; a mistake is likely.
    Warning,
}

/// Something to say about a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// What it is.
    pub problem: Problem,
}

impl Severity {
    /// The word for machines.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl Finding {
    /// The finding with the lines of the document that it is about.
    pub fn report(mut self, file: &str, source: &str) -> Report {
        // Of a value on many lines, such as an object that lacks a key, the first says enough, and of
        // a long one its beginning.
        let span = &mut self.problem.span;
        let line = source[span.offset..].lines().next().unwrap_or_default();
        span.length = span.length.min(first(line, SHOWN_AROUND).len());
        let source = Source { file: file.to_owned(), text: source.to_owned() };
        Report::new(self).with_source_code(source)
    }
}

/// The longest line, in bytes, that is shown as a whole.
const LONGEST_LINE: usize = 1000;
/// How much of a longer one is shown before and after what is marked, in characters.
const SHOWN_AROUND: usize = 60;

/// A document as reports show it: columns count characters, as editors do, and of a document without
/// line breaks only what is near is shown.
#[derive(Debug)]
struct Source {
    file: String,
    text: String,
}

impl SourceCode for Source {
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

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: found {}", self.problem.path, self.problem.found)
    }
}

impl std::error::Error for Finding {}

impl Diagnostic for Finding {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let suggestion = self.problem.suggestion.as_ref()?;
        Some(Box::new(format!("did you mean `{suggestion}`?")))
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = format!("expected {}", self.problem.expected);
        let span = (self.problem.span.offset, self.problem.span.length);
        Some(Box::new(std::iter::once(LabeledSpan::new_with_span(Some(label), span))))
    }
}

impl Finding {
    /// What there is to say of a file as a whole.
    fn of_file(severity: Severity, found: String, expected: &str) -> Self {
        let span = Span { line: 1, column: 1, ..Span::default() };
        let (path, expected) = ("document".to_owned(), expected.to_owned());
        Self { severity, problem: Problem { path, span, found, expected, suggestion: None } }
    }

    /// The finding for machines.
    fn json(&self, file: &str) -> Value {
        let Self { severity, problem } = self;
        json!({
            "file": file,
            "severity": severity.as_str(),
            "path": problem.path,
            "line": problem.span.line,
            "column": problem.span.column,
            "offset": problem.span.offset,
            "length": problem.span.length,
            "found": problem.found,
            "expected": problem.expected,
            "suggestion": problem.suggestion,
        })
    }
}

/// What keeps a file from being read, for machines.
pub fn json_of_unread(file: &str, reason: String) -> Value {
    Finding::of_file(Severity::Error, reason, "a file that can be read").json(file)
}

/// The findings of one file for machines; the last of them say so where there was more to say.
pub fn json(file: &str, findings: &[Finding]) -> Vec<Value> {
    let more = super::cut(findings).map(|severity| {
        let found = format!("{MOST_PROBLEMS} {}s or more", severity.as_str());
        Finding::of_file(severity, found, "fewer: the rest is not told").json(file)
    });
    findings.iter().map(|finding| finding.json(file)).chain(more).collect()
}
