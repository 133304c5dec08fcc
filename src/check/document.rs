use serde_json::Value;

use super::checked::Checked;
use super::diagnostic::{Diagnostic, MAX_DIAGNOSTICS, Severity, Span};
use super::partial::Partial;
use super::schema::Checkable;
use super::schema_errors::{Problem, quoted};
use super::syntax;
use super::texts::Remark;
use super::tree::{Location, Steps, Target, Tree};
use super::validate::{Validated, validate};
use crate::model::{MAX_BYTES, MAX_VALUES, Violation, count_values, drop_comments};

/// What there is to say of a document beside the rules of its type.
///
/// Paths lead through the values of the document, in which misspelt keys have the name that was meant.
/// What is about a missing part of it is left out, and so is what is about a place in which something
/// is wrong already. Fields say where this is otherwise.
#[derive(Default)]
pub(super) struct Rules {
    /// What the site refuses.
    pub(super) errors: Vec<Violation>,
    /// What does not add up. It is told whatever else is wrong in its place.
    pub(super) errors_of_sums: Vec<Violation>,
    /// What may be a mistake.
    pub(super) warnings: Vec<Violation>,
    /// What may be a mistake in a text or link.
    pub(super) remarks: Vec<Remark>,
    /// What may be a mistake. Paths lead through the typed document, whose lists lack the elements that
    /// are wrong.
    pub(super) warnings_of_parts: Vec<Violation>,
    /// The same, where it follows from several values of a section. It is left out where anything is
    /// wrong in the section.
    pub(super) warnings_of_sections: Vec<Violation>,
}

/// Checks a document. The rules are given its tree, and as much of the document as is valid.
pub(super) fn check<T: Checkable>(
    source: &str,
    rules: impl FnOnce(&Value, Option<&T>) -> Rules,
) -> Checked<T> {
    match Parsed::of(source) {
        Ok(parsed) => parsed.check(rules),
        Err(diagnostic) => Checked { document: None, diagnostics: vec![*diagnostic] },
    }
}

/// A document that is JSON.
struct Parsed<'a> {
    source: &'a str,
    tree: Tree<'a>,
    /// Its values, without the notes to its editors.
    value: Value,
}

impl<'a> Parsed<'a> {
    fn of(source: &'a str) -> Result<Self, Box<Diagnostic>> {
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
            return Err(refused(
                format!("{values} values"),
                &format!("at most {MAX_VALUES} values"),
            ));
        }
        let not_json = || refused("text that is not JSON".to_owned(), "a JSON document");
        let tree = Tree::parse(source).ok_or_else(not_json)?;
        drop_comments(&mut value);
        Ok(Self { source, tree, value })
    }

    fn check<T: Checkable>(&self, rules: impl FnOnce(&Value, Option<&T>) -> Rules) -> Checked<T> {
        let whole = Partial::whole(self.value.clone());
        // What a type reads is valid by its schema. That says what is wrong with the rest.
        let validated = match &whole {
            Ok(_) => Validated::valid(self.value.clone()),
            Err(_) => validate(T::schema(), &self.value),
        };
        let (partial, problems) = match whole {
            Ok(whole) => (Some(whole), Vec::new()),
            Err(problem) if validated.problems.is_empty() => (None, vec![problem]),
            Err(_) => (Partial::of(validated.value.clone()), validated.problems.clone()),
        };
        let document = partial.as_ref().map(|partial| &partial.document);
        let rules = rules(&validated.value, document);
        let violations = document.map(T::violations).unwrap_or_default();

        let mut look =
            Look { parsed: self, validated: &validated, partial: partial.as_ref(), problems };
        let mut refused = look.at_values(rules.errors, Look::is_known);
        refused.extend(look.at_values(rules.errors_of_sums, |_, _| false));
        refused.extend(look.at_parts(violations, Look::is_known));
        look.problems.extend(refused);
        let mut warnings = look.at_values(rules.warnings, Look::is_known);
        warnings.extend(look.at_texts(rules.remarks));
        warnings.extend(look.at_parts(rules.warnings_of_parts, Look::is_known));
        warnings.extend(look.at_parts(rules.warnings_of_sections, Look::is_in_known_section));

        let mut errors = self.repeated_keys();
        errors.extend(self.diagnostics(Severity::Error, &look.problems));
        let mut diagnostics = first(errors);
        let is_refused = !diagnostics.is_empty();
        diagnostics.extend(first(self.diagnostics(Severity::Warning, &warnings)));
        diagnostics.sort_by_key(|diagnostic| diagnostic.span.offset);
        let document = partial.filter(|_| !is_refused).map(|partial| partial.document);
        Checked { document, diagnostics }
    }

    fn diagnostics(&self, severity: Severity, problems: &[Problem]) -> Vec<Diagnostic> {
        problems.iter().map(|problem| self.diagnostic(severity, problem)).collect()
    }

    fn repeated_keys(&self) -> Vec<Diagnostic> {
        let keys = self.tree.repeated_keys(MAX_DIAGNOSTICS).into_iter();
        keys.map(|(key, Location { path, range })| Diagnostic {
            severity: Severity::Error,
            path,
            span: Span::at(self.source, range.start, range.end - range.start),
            found: format!("the key `{key}` again"),
            expected: "every key only once".to_owned(),
            suggestion: None,
        })
        .collect()
    }

    fn diagnostic(&self, severity: Severity, problem: &Problem) -> Diagnostic {
        let Location { path, range } = self.tree.locate(&problem.steps, problem.target);
        let text = &self.source[range.start..range.end];
        Diagnostic {
            severity,
            path,
            span: Span::at(self.source, range.start, text.len()),
            found: problem.found.clone().unwrap_or_else(|| quoted(text)),
            expected: problem.expected.clone(),
            suggestion: problem.suggestion.clone(),
        }
    }
}

/// The first diagnostics in the order of places, each once.
fn first(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.offset);
    let mut first: Vec<Diagnostic> = Vec::new();
    for diagnostic in diagnostics {
        if first.len() < MAX_DIAGNOSTICS && !first.contains(&diagnostic) {
            first.push(diagnostic);
        }
    }
    first
}

/// A look at the rules of a document in which something may be wrong.
struct Look<'a, T> {
    parsed: &'a Parsed<'a>,
    validated: &'a Validated,
    partial: Option<&'a Partial<T>>,
    /// What is wrong.
    problems: Vec<Problem>,
}

impl<T: Checkable> Look<'_, T> {
    /// What was found among the values of the document.
    fn at_values(
        &self,
        violations: Vec<Violation>,
        is_hidden: fn(&Self, &[String]) -> bool,
    ) -> Vec<Problem> {
        let located = violations.into_iter().map(|violation| {
            let steps = self.validated.written(&steps_of(&violation.path));
            let Violation { found, expected, suggestion, .. } = violation;
            Problem { suggestion, ..problem(steps, found, expected) }
        });
        self.told(located, is_hidden)
    }

    /// What was found in the part of the document that is valid.
    fn at_parts(
        &self,
        violations: Vec<Violation>,
        is_hidden: fn(&Self, &[String]) -> bool,
    ) -> Vec<Problem> {
        let located = violations.into_iter().filter_map(|violation| {
            let original = self.partial?.original(&steps_of(&violation.path));
            let steps = self.validated.written(&original);
            Some(problem(steps, violation.found, violation.expected))
        });
        self.told(located, is_hidden)
    }

    /// What there is to say about texts and links.
    fn at_texts(&self, remarks: Vec<Remark>) -> Vec<Problem> {
        let located = remarks.into_iter().map(|Remark { steps, found, expected }| {
            problem(self.validated.written(&steps), found, expected.to_owned())
        });
        self.told(located, Self::is_known)
    }

    /// The first problems that are not hidden by others.
    fn told(
        &self,
        problems: impl Iterator<Item = Problem>,
        is_hidden: fn(&Self, &[String]) -> bool,
    ) -> Vec<Problem> {
        problems
            .filter(|problem| !self.is_missing(&problem.steps) && !is_hidden(self, &problem.steps))
            .take(MAX_DIAGNOSTICS)
            .collect()
    }

    /// Whether there is a problem in a place or inside it.
    fn is_known(&self, steps: &[String]) -> bool {
        self.problems.iter().any(|problem| problem.steps.starts_with(steps))
    }

    /// Whether there is a problem in the section of a place.
    fn is_in_known_section(&self, steps: &[String]) -> bool {
        self.is_known(&steps[..steps.len().min(2)])
    }

    /// Whether a place is in a part that the document does not have at all: that it is missing is
    /// known.
    fn is_missing(&self, steps: &[String]) -> bool {
        steps.first().is_none_or(|key| self.parsed.value.get(key).is_none())
    }
}

fn problem(steps: Steps, found: String, expected: String) -> Problem {
    Problem { steps, target: Target::Value, found: Some(found), expected, suggestion: None }
}

/// The steps of a path such as `sections[2].parts`.
fn steps_of(path: &str) -> Steps {
    path.split(['.', '[']).map(|step| step.trim_end_matches(']').to_owned()).collect()
}
