//! Natively: what is wrong with a document, or worth a second look. Only the desk reads files.

mod desk;
mod report;
mod schemas;
mod starter;
mod warnings;

pub use desk::Desk;
pub use report::{Finding, Severity, json, json_of_unread};
pub use schemas::schemas;
pub use starter::{StarterError, starter};

use crate::model::{
    Decode, MOST_PROBLEMS, MOST_VALUES, Node, Problem, Problems, Reader, decode,
};
use crate::model::{Language, PartialDate, Profile};
use crate::publish::surroundings::{Surroundings, look_at_language};
use crate::model::Site;

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
    /// Whether it is the site's own document, whatever is in it.
    pub is_site: bool,
}

/// Everything there is to say about a document, in the order of places. Of its problems
/// [`MOST_PROBLEMS`] are told, and as many warnings.
///
/// Where something is wrong the rest is looked at all the same: only of what has a problem nothing
/// more is said.
pub fn check(source: &str, context: &Context) -> Vec<Finding> {
    let (errors, warnings) = match Node::read(source) {
        Err(Problems(problems)) => (problems, Vec::new()),
        Ok(node) if context.is_site || context.name.is_none() && is_site(&node) => {
            (Site::parse(source).err().unwrap_or_default().0, Vec::new())
        }
        Ok(node) => look_at_profile(&node, source, context),
    };
    let mut findings = Vec::new();
    for (severity, mut problems) in [(Severity::Error, errors), (Severity::Warning, warnings)] {
        problems.truncate(MOST_PROBLEMS);
        findings.extend(problems.into_iter().map(|problem| Finding { severity, problem }));
    }
    findings.sort_by_key(|finding| finding.problem.span.offset);
    findings
}

/// The errors and the warnings of a profile.
fn look_at_profile(node: &Node, source: &str, context: &Context) -> (Vec<Problem>, Vec<Problem>) {
    let Problems(mut errors) = decode::<Profile>(node, source, |_, _| ()).err().unwrap_or_default();
    if node.values() > MOST_VALUES {
        return (errors, Vec::new());
    }
    let look = Look { profile: Profile::take(node), node, source, context };
    let refused = look.refused(&errors);
    let warnings = look.warnings(&errors);
    errors.extend(refused);
    (errors, warnings)
}

/// Of what there may be more to say about a document than was said.
pub fn cut(findings: &[Finding]) -> impl Iterator<Item = Severity> {
    [Severity::Error, Severity::Warning].into_iter().filter(|severity| {
        findings.iter().filter(|finding| finding.severity == *severity).count() >= MOST_PROBLEMS
    })
}

/// A look at a profile that goes on where something is wrong in it: what is there was taken.
struct Look<'a> {
    profile: Profile,
    node: &'a Node,
    source: &'a str,
    context: &'a Context,
}

impl Look<'_> {
    /// What the build would refuse beside the errors that are known.
    fn refused(&self, errors: &[Problem]) -> Vec<Problem> {
        let Self { profile, context, .. } = self;
        let mut reader = Reader::default();
        Profile::check_sections(&profile.sections, &mut reader);
        if let Some(name) = &context.name {
            context.around.look_at_names(profile, name, &mut reader);
            look_at_language(profile, &context.others, &mut reader);
            context.around.look_at_files(profile, &mut reader);
        }
        self.told(reader, |problem| errors.iter().any(|error| error.path == problem.path))
    }

    /// What may be a mistake.
    fn warnings(&self, errors: &[Problem]) -> Vec<Problem> {
        let Self { profile, context, .. } = self;
        let mut reader = Reader::default();
        if context.name.is_none() {
            context.around.look_at_files(profile, &mut reader);
        }
        warnings::look_at_dates(profile, context.today.as_ref(), &mut reader);
        warnings::look_at_texts(self.node, &mut reader);
        let mut warnings =
            self.told(reader, |warning| errors.iter().any(|error| error.path == warning.path));
        // These follow from several values of a section.
        let mut reader = Reader::default();
        warnings::look_at_sections(profile, &mut reader);
        warnings.extend(self.told(reader, |warning| {
            errors.iter().any(|error| place_of(error) == place_of(warning))
        }));
        warnings
    }

    /// What was reported, but for what is hidden by an error, and for what is not in the document
    /// at all: that it is missing is known.
    fn told(&self, reader: Reader, is_hidden: impl Fn(&Problem) -> bool) -> Vec<Problem> {
        let Problems(mut problems) = reader.into_problems(self.source);
        problems.retain(|problem| {
            let key = problem.path.split(['.', '[']).next().unwrap_or_default();
            self.node.get(key).is_some() && !is_hidden(problem)
        });
        problems
    }
}

/// The part of a document in which something stands: a section, or what is under a key.
fn place_of(problem: &Problem) -> &str {
    problem.path.split('.').next().unwrap_or_default()
}

/// Elsewhere than in a site, its document is told by what only it has.
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
