use std::fmt;

use miette::{Diagnostic, LabeledSpan, NamedSource, Report};
use serde_json::{Value, json};

use crate::document::Problem;

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
        // Of a value on many lines, such as an object that lacks a key, the first says enough.
        let span = &mut self.problem.span;
        let line = source[span.offset..].lines().next().map_or(0, str::len);
        span.length = span.length.min(line);
        Report::new(self).with_source_code(NamedSource::new(file, source.to_owned()))
    }
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

/// The findings of one file for machines.
pub fn json(file: &str, findings: &[Finding]) -> Vec<Value> {
    findings
        .iter()
        .map(|Finding { severity, problem }| {
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
        })
        .collect()
}
