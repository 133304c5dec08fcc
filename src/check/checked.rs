use super::diagnostic::Diagnostic;

/// What the checker says about a document.
#[derive(Clone, Debug)]
pub struct Checked<T> {
    /// The document; nothing where there is an error in it.
    pub document: Option<T>,
    /// The errors and the warnings in the order of places, at most [`MAX_DIAGNOSTICS`](super::MAX_DIAGNOSTICS) of each.
    ///
    /// Where something is wrong the rest is looked at all the same: only of what has a problem
    /// nothing more is said.
    pub diagnostics: Vec<Diagnostic>,
}

/// A document of a site.
#[derive(Clone, Debug)]
pub struct CheckedFile<T> {
    /// The file, relative to the project.
    pub file: String,
    /// Its text.
    pub source: String,
    /// What the checker says about it.
    pub checked: Checked<T>,
}

impl<T> CheckedFile<T> {
    /// A file that cannot be a part of the site.
    pub(super) fn refused(file: String, diagnostic: Diagnostic) -> Self {
        let checked = Checked { document: None, diagnostics: vec![diagnostic] };
        Self { file, source: String::new(), checked }
    }
}
