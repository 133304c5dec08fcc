use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use serde::Serialize;
use serde_json::Value;

use super::diagnostic::{Diagnostic, MAX_DIAGNOSTICS, Severity};

/// The most of a value that is marked, in characters.
const MARKED: usize = 60;

impl Diagnostic {
    /// The diagnostic with the lines of the document that it is about, for people.
    pub fn report(&self, file: &str, source: &str, renderer: &Renderer) -> String {
        let Self { severity, path, span, found, expected, suggestion } = self;
        let level = match severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let group = if source.is_empty() {
            let origin = Origin::path(file).line(span.line).char_column(span.column);
            level.primary_title(self.message()).element(origin)
        } else {
            // Of a value on many lines, such as an object that lacks a key, the first says enough, and of
            // a long one its beginning.
            let text = source[span.offset..span.offset + span.length].lines().next();
            let marked: String = text.into_iter().flat_map(str::chars).take(MARKED).collect();
            let mark = AnnotationKind::Primary.span(span.offset..span.offset + marked.len());
            let mark = mark.label(format!("expected {expected}"));
            let snippet = Snippet::source(source).path(file).annotation(mark);
            level.primary_title(format!("{path}: found {found}")).element(snippet)
        };
        let advice = suggestion.as_ref().map(|name| format!("did you mean `{name}`?"));
        renderer.render(&[group.elements(advice.map(|advice| Level::HELP.message(advice)))])
    }

    /// What there is to say, without the place.
    pub(super) fn message(&self) -> String {
        let Self { found, expected, suggestion, .. } = self;
        let advice = suggestion.as_ref().map(|name| format!("; did you mean `{name}`?"));
        format!("found {found}, expected {expected}{}", advice.unwrap_or_default())
    }

    /// The diagnostic as a workflow command of GitHub, which shows it beside the line of the file.
    pub fn annotation(&self, file: &str) -> String {
        // Without what would end the command.
        let escaped =
            |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
        format!(
            "::{} file={},line={},col={},title=partner-profile::{}",
            self.severity.as_ref(),
            escaped(file).replace(':', "%3A").replace(',', "%2C"),
            self.span.line,
            self.span.column,
            escaped(&format!("{}: {}", self.path, self.message())),
        )
    }
}

/// Of what there may be more to say about a document than was said.
pub fn truncated(diagnostics: &[Diagnostic]) -> impl Iterator<Item = Severity> {
    [Severity::Error, Severity::Warning].into_iter().filter(|severity| {
        let told = diagnostics.iter().filter(|diagnostic| diagnostic.severity == *severity);
        told.count() >= MAX_DIAGNOSTICS
    })
}

/// A diagnostic for machines.
#[derive(Serialize)]
struct InFile<'a> {
    file: &'a str,
    #[serde(flatten)]
    diagnostic: &'a Diagnostic,
}

/// The diagnostics of one file for machines; the last of them say so where there was more to say.
pub fn json(file: &str, diagnostics: &[Diagnostic]) -> Vec<Value> {
    let more = truncated(diagnostics).map(|severity| {
        let found = format!("{MAX_DIAGNOSTICS} {}s or more", severity.as_ref());
        let of_file = Diagnostic::of_file(found, "fewer: the rest is not told");
        Diagnostic { severity, ..of_file }
    });
    let more: Vec<_> = more.collect();
    let all = diagnostics.iter().chain(&more);
    all.filter_map(|diagnostic| serde_json::to_value(InFile { file, diagnostic }).ok()).collect()
}
