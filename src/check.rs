//! Natively: what is wrong with a document, or worth a second look. No input or output.

mod report;
mod schemas;
mod starter;
mod warnings;

pub use report::{Finding, Severity, json, json_of_unread};
pub use schemas::schemas;
pub use starter::{StarterError, starter};

use crate::document::{
    Decode, MOST_PROBLEMS, MOST_VALUES, Node, Problem, Problems, Reader, read_and_check,
};
use crate::profile::{Language, PartialDate, Profile};
use crate::publish::surroundings::{Surroundings, look_at_language};
use crate::site::Site;

/// What a document is looked at against.
#[derive(Clone, Debug, Default)]
pub struct Context {
    /// Where the document is to be published: the name of its file without `.json`. Without one
    /// it stands elsewhere, and what only the build would refuse is worth a warning.
    pub name: Option<String>,
    /// The files and languages of the other documents of the same partner.
    pub others: Vec<(String, Language)>,
    /// The site.
    pub around: Surroundings,
    /// The day after which dates are in the future.
    pub today: Option<PartialDate>,
}

/// Everything there is to say about a document, in the order of places. Of its problems
/// [`MOST_PROBLEMS`] are told, and as many warnings.
///
/// Where something is wrong the rest is looked at all the same: only of what has a problem nothing
/// more is said.
pub fn check(source: &str, context: &Context) -> Vec<Finding> {
    let as_read = |node: &Node| {
        if is_site(node) {
            return (Site::parse(source).err().unwrap_or_default(), Problems::default());
        }
        let look = |profile: &Profile, reader: &mut Reader| context.look(profile, reader);
        let Problems(problems) = read_and_check(source, look).err().unwrap_or_default();
        let mut warnings = Vec::new();
        if node.values() <= MOST_VALUES {
            warnings = context.warnings(node, source);
            warnings.retain(|warning| {
                !problems.iter().any(|problem| place_of(problem) == place_of(warning))
            });
            let mut reader = Reader::default();
            warnings::look_at_texts(node, &mut reader);
            warnings.extend(reader.into_problems(source).0);
        }
        (Problems(problems), Problems(warnings))
    };
    let (errors, warnings) = match Node::read(source) {
        Ok(node) => as_read(&node),
        Err(problems) => (problems, Problems::default()),
    };
    let mut findings: Vec<_> = [(Severity::Error, errors), (Severity::Warning, warnings)]
        .into_iter()
        .flat_map(|(severity, Problems(problems))| {
            problems.into_iter().map(move |problem| Finding { severity, problem })
        })
        .collect();
    findings.sort_by_key(|finding| finding.problem.span.offset);
    findings
}

/// Whether there was more to say about a document than was said.
pub fn is_cut(findings: &[Finding]) -> bool {
    [Severity::Error, Severity::Warning].into_iter().any(|severity| {
        findings.iter().filter(|finding| finding.severity == severity).count() >= MOST_PROBLEMS
    })
}

impl Context {
    /// Reports what the build would refuse.
    fn look(&self, profile: &Profile, reader: &mut Reader) {
        if let Some(name) = &self.name {
            self.around.look_at_names(profile, name, reader);
            look_at_language(profile, &self.others, reader);
            self.around.look_at_files(profile, reader);
        }
    }

    /// What may be a mistake in a profile; where something is wrong in it, what is there is taken.
    fn warnings(&self, node: &Node, source: &str) -> Vec<Problem> {
        let profile = Profile::take(node);
        let mut reader = Reader::default();
        if self.name.is_none() {
            self.around.look_at_files(&profile, &mut reader);
        }
        warnings::look(&profile, self.today.as_ref(), &mut reader);
        reader.into_problems(source).0
    }
}

/// The part of a document in which something stands: a section, or what is under a key.
fn place_of(problem: &Problem) -> &str {
    problem.path.split('.').next().unwrap_or_default()
}

/// Site documents are told by what only they have.
fn is_site(node: &Node) -> bool {
    node.get("sections").is_none()
        && node.get("partner").is_none()
        && ["id", "consent"].iter().any(|key| node.get(key).is_some())
}

/// The file's text, or the first byte at which it stops being UTF-8.
///
/// # Errors
/// The line, from 1, in which the text stops being UTF-8.
pub fn decoded(bytes: Vec<u8>) -> Result<String, usize> {
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        error.as_bytes()[..good].iter().filter(|byte| **byte == b'\n').count() + 1
    })
}
