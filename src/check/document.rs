use serde_json::Value;

use super::checked::Checked;
use super::diagnostic::{Diagnostic, MAX_DIAGNOSTICS, Severity, Span};
use super::locations::Locations;
use super::schema::CompiledSchema;
use super::syntax;
use super::validate::validate;
use crate::model::{
    Document, MAX_BYTES, MAX_VALUES, Violation, count_values, drop_comments, typed,
};

/// Checks a document. The rules are given its values, in which misspelt keys have the name that was
/// meant. They return what is refused and what is doubtful. Of a place that has an error already nothing
/// more is told.
pub(super) fn check<T: Document>(
    source: &str,
    schema: &CompiledSchema,
    rules: impl FnOnce(&Value) -> (Vec<Violation>, Vec<Violation>),
) -> Checked<T> {
    let (mut value, mut locations) = match parse(source) {
        Ok(parsed) => parsed,
        Err(diagnostic) => return Checked { document: None, diagnostics: vec![*diagnostic] },
    };
    let document = typed::<T>(value.clone());
    let mut errors = locations.repeated_keys();
    // What a type reads is valid by its schema. That says what is wrong with the rest.
    if let Err(error) = &document {
        let problems = validate(schema, &mut value, &mut locations);
        // Should it ever fail to, the document is refused all the same.
        let unknown = problems.is_empty().then(|| {
            let expected = "a document that can be read".to_owned();
            locations.error("", Some(format!("at {error}")), expected)
        });
        errors.extend(problems.into_iter().chain(unknown));
    }
    errors.extend(located(&locations, T::violations(&value), &errors));
    let (refused, doubtful) = rules(&value);
    errors.extend(located(&locations, refused, &errors));
    let mut warnings = located(&locations, doubtful, &errors);
    warnings.iter_mut().for_each(|warning| warning.severity = Severity::Warning);
    let document = document.ok().filter(|_| errors.is_empty());
    let mut diagnostics = first(errors);
    diagnostics.extend(first(warnings));
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.offset);
    Checked { document, diagnostics }
}

/// The values of a document without the notes to its editors, and where they stand.
fn parse(source: &str) -> Result<(Value, Locations<'_>), Box<Diagnostic>> {
    let refused = |found, expected: &str| {
        Box::new(Diagnostic::of_document(Span::at(source, 0, 0), found, expected))
    };
    if source.len() > MAX_BYTES {
        let found = format!("{} bytes", source.len());
        return Err(refused(found, &format!("at most {MAX_BYTES} bytes")));
    }
    let mut value: Value = serde_json::from_str(source)
        .map_err(|error| Box::new(syntax::diagnostic(source, &error)))?;
    let values = count_values(&value);
    if values > MAX_VALUES {
        return Err(refused(format!("{values} values"), &format!("at most {MAX_VALUES} values")));
    }
    let not_json = || refused("text that is not JSON".to_owned(), "a JSON document");
    let locations = Locations::of(source).ok_or_else(not_json)?;
    drop_comments(&mut value);
    Ok((value, locations))
}

/// The first violations with their places, but those in the places of known errors.
fn located(
    locations: &Locations,
    violations: Vec<Violation>,
    known: &[Diagnostic],
) -> Vec<Diagnostic> {
    let located = violations.into_iter().map(|Violation { path, found, expected, suggestion }| {
        let pointer = format!("/{}", path.replace(['.', '['], "/").replace(']', ""));
        Diagnostic { suggestion, ..locations.error(&pointer, Some(found), expected) }
    });
    let is_new = |found: &Diagnostic| !known.iter().any(|known| known.path == found.path);
    located.filter(is_new).take(MAX_DIAGNOSTICS).collect()
}

/// The first diagnostics in the order of places, each once.
fn first(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.offset);
    diagnostics.dedup();
    diagnostics.truncate(MAX_DIAGNOSTICS);
    diagnostics
}
