use super::Diagnostic;

impl Diagnostic {
    /// The message without its place.
    fn message(&self) -> String {
        let advice = self.suggestion.as_ref();
        let advice = advice.map_or_else(String::new, |name| format!("; did you mean `{name}`?"));
        format!("{}: found {}, expected {}{advice}", self.path, self.found, self.expected)
    }
}

/// A diagnostic as a workflow command of GitHub, which shows it beside the line of the file.
pub fn annotation(file: &str, diagnostic: &Diagnostic) -> String {
    format!(
        "::{} file={},line={},col={},title=partner-profile::{}",
        diagnostic.severity.as_str(),
        escaped(file).replace(':', "%3A").replace(',', "%2C"),
        diagnostic.span.line,
        diagnostic.span.column,
        escaped(&diagnostic.message()),
    )
}

/// Without what would end the command.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}
