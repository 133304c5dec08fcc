//! Natively: documents, shell and assets become the folder that is served.
//!
//! Everything that is immutable carries the hash of its final content in its
//! name and stands in `assets/` or `flags/`; pages address it relatively, so the
//! folder works at any path. What is wrong with the documents stops the build,
//! except under live reload, where the last good page stays with the problems on it.

mod assets;
mod bytes;
mod cache;
mod card;
mod crawlers;
mod documents;
mod esbuild;
mod head;
mod headers;
mod icon;
mod index;
mod last_good;
mod linked_data;
mod not_found;
mod own_markup;
mod page_builder;
mod pages;
mod policy;
mod precompressed;
mod programs;
mod public_documents;
mod script;
mod shell;
mod style;
mod svg_rasterizer;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Serialize;
use thiserror::Error;

use self::cache::Cache;
use self::documents::{Document, Documents};
use self::own_markup::OwnMarkup;
use self::page_builder::PageBuilder;
use self::svg_rasterizer::SvgRasterizer;
use crate::check::{Diagnostic, InventoryError, is_leftover};
use crate::render::Shell;

/// Said where the site document asks for less than the pages could have.
const RELAXED: &str = "public/site.json switches Trusted Types off: \
    scripts of these pages may write markup and start scripts unchecked";
/// The id of the site document that the project starts with.
const FIRST_ID: &str = "partner-profile";
/// Said where a site that is served somewhere still has it.
const NOT_NAMED: &str = "public/site.json still has the id \"partner-profile\": \
    two sites on one origin with the same id share one answer about cookies";

/// Where a build reads and writes.
#[derive(Clone, Debug)]
pub struct Folders {
    /// The project: `src/scripts/`, `style/`, `public/`.
    pub source: PathBuf,
    /// What Trunk has made so far, and what becomes the site: shell, glue, Wasm, public files.
    pub staging: PathBuf,
    /// What outlives a build; never served.
    pub cache: PathBuf,
    /// The program that bundles and minifies scripts and style sheets.
    pub esbuild: PathBuf,
    /// What tells this version of the program from another, so that nothing of another's is reused.
    pub build_id: String,
}

/// A document that cannot be published.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The document's file, relative to the project.
    pub file: String,
    /// Its errors.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why there is no site.
#[derive(Debug, Error)]
pub enum Error {
    /// The documents have problems.
    #[error("{}", report(.0))]
    Documents(Vec<Fault>),
    /// What stands in the project cannot be listed or read.
    #[error(transparent)]
    Inventory(#[from] InventoryError),
    /// A file cannot be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The shell lacks a place that the build fills.
    #[error("index.html lacks {0}, in this order: language, head, root, slot")]
    Shell(&'static str),
    /// Something that Trunk made is not as expected.
    #[error("{0}")]
    Made(String),
}

/// Every problem, a line each, below the file that has it.
pub fn report(faults: &[Fault]) -> String {
    let mut report = String::new();
    for Fault { file, diagnostics } in faults {
        let _ = writeln!(report, "{file}");
        for diagnostic in diagnostics {
            let _ = writeln!(report, "  {diagnostic}");
        }
    }
    report.trim_end().to_owned()
}

/// What there is to say of a site that was made.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Under live reload: the problems of the documents, which the pages show.
    pub faults: Vec<Fault>,
    /// What the operator should know.
    pub remarks: Vec<String>,
}

/// Makes the site in the staging folder.
///
/// # Errors
/// See [`enum@Error`]. Nothing is written before the documents were read.
pub fn publish(folders: &Folders) -> Result<Outcome, Error> {
    let text = read(&folders.staging.join("index.html"))?;
    let is_live = shell::is_live(&text);
    let text = shell::adapt(&text);
    let shell = Shell::parse(&text).map_err(Error::Shell)?;
    let own_markup = OwnMarkup::read(&text);

    let documents = documents::read(folders, is_live)?;
    if !is_live && !documents.faults.is_empty() {
        return Err(Error::Documents(documents.faults));
    }

    remove_leftovers(&folders.staging)?;
    let mode = if is_live { "live" } else { "release" };
    let cache = Cache::new(folders.cache.join(mode), &folders.build_id);
    let rasterizer = SvgRasterizer::new();
    let styles = style::bundle(folders, is_live)?;
    let files = assets::write(folders, &documents, &styles.element)?;
    let builder = PageBuilder {
        folders,
        shell: &shell,
        documents: &documents,
        files: &files,
        styles: &styles,
        style: &styles.profile,
        manifest: &icon::write(&folders.staging, &documents, &files, &rasterizer)?,
        rasterizer: &rasterizer,
        cache: &cache,
        inline_scripts: &own_markup.inline_scripts().collect::<Vec<_>>(),
        is_live,
    };
    write_all(&builder)?;
    if !is_live {
        precompressed::write(&folders.staging, &cache)?;
    }
    cache.forget_the_rest()?;
    Ok(Outcome { remarks: remarks(&documents, &own_markup), faults: documents.faults })
}

fn remarks(documents: &Documents, own_markup: &OwnMarkup) -> Vec<String> {
    let Some(Document { content: site, .. }) = &documents.site else { return Vec::new() };
    let is_relaxed = site.policy.as_ref().is_some_and(|policy| policy.trusted_types == Some(false));
    let is_not_named = site.address.is_some() && *site.id == *FIRST_ID;
    let of_site = [(is_relaxed, RELAXED), (is_not_named, NOT_NAMED)];
    let of_site = of_site.into_iter().filter(|(is_so, _)| *is_so);
    of_site.map(|(_, remark)| remark.to_owned()).chain(own_markup.remarks(site)).collect()
}

fn write_all(builder: &PageBuilder) -> Result<(), Error> {
    match (&builder.documents.site, builder.documents.partners.len()) {
        // There are always settings, but while editing a site document that was never good.
        (None, _) | (_, 0) => index::write_empty(builder)?,
        (Some(site), 1) => pages::write(builder, site)?,
        (Some(site), _) => {
            pages::write(builder, site)?;
            index::write(builder, site)?;
        }
    }
    public_documents::write(builder)?;
    crawlers::write(builder)?;
    not_found::write(builder)?;
    headers::write(builder.folders)
}

/// A value of our own types as JSON.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("types of documents have string keys only")
}

fn read(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|source| Error::File { path: path.to_owned(), source })
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, Error> {
    std::fs::read(path).map_err(|source| Error::File { path: path.to_owned(), source })
}

/// Writes a file and the folders above it.
fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Error> {
    let attempt = || {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, content)
    };
    attempt().map_err(|source| Error::File { path: path.to_owned(), source })
}

/// Removes a file, or a folder with all that is in it.
fn remove(path: &Path) -> Result<(), Error> {
    let attempt =
        if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
    attempt.map_err(|source| Error::File { path: path.to_owned(), source })
}

/// Removes what is in a folder.
fn clear(folder: &Path) -> Result<(), Error> {
    entries(folder)?.iter().try_for_each(|path| remove(path))
}

/// Removes what editors leave beside the files that Trunk has copied.
fn remove_leftovers(folder: &Path) -> Result<(), Error> {
    for path in entries(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            remove_leftovers(&path)?;
        } else if is_leftover(&name) {
            remove(&path)?;
        }
    }
    Ok(())
}

/// The entries of a folder in the order of their names; none where there is no such folder.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let list = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        list => list,
    };
    let paths = list.and_then(|list| list.map(|entry| Ok(entry?.path())).collect());
    let mut paths: Vec<PathBuf> =
        paths.map_err(|source| Error::File { path: folder.to_owned(), source })?;
    paths.sort();
    Ok(paths)
}
