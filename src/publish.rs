//! Natively: documents, shell and assets become the folder that is served.
//!
//! Everything that is immutable carries the hash of its final content in its
//! name. Flags stand in `flags/`, maps in `maps/`, `embed-….js` at the root and the
//! rest in `assets/`. Pages address it all relatively, so the folder works at any
//! path. What is wrong with the documents stops the build, except under live
//! reload, where the last good page stays with the problems on it.

mod assets;
mod bytes;
mod cache;
mod card;
mod content_policy;
mod crawlers;
mod documents;
mod error;
mod esbuild;
mod files;
mod folders;
mod hashed_file;
mod head;
mod icon;
mod index;
mod json;
mod linked_data;
mod not_found;
mod own_markup;
mod page_builder;
mod page_scripts;
mod pages;
mod precompressed;
mod programs;
mod public_documents;
mod style;
mod subject;
mod svg_rasterizer;

pub use self::error::{Error, Fault, report};
pub use self::folders::Folders;

use self::cache::Cache;
use self::content_policy::NONCE;
use self::documents::{DocumentFile, Documents};
use self::own_markup::OwnMarkup;
use self::page_builder::PageBuilder;
use self::svg_rasterizer::SvgRasterizer;
use crate::render::Shell;

/// Said where the site document asks for less than the pages could have.
const RELAXED: &str = "public/site.json switches Trusted Types off: \
    scripts of these pages may write markup and start scripts unchecked";
/// The id of the site document that the project starts with.
const FIRST_ID: &str = "partner-profile";
/// Said where a site that is served somewhere still has it.
const NOT_NAMED: &str = "public/site.json still has the id \"partner-profile\": \
    two sites on one origin with the same id share one answer about cookies";

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
/// See [`enum@Error`]. No page is written before the documents were read.
pub fn publish(folders: &Folders) -> Result<Outcome, Error> {
    let text = files::read(&folders.staging.join("index.html"))?;
    let is_live = text.contains(NONCE);
    let own_markup = OwnMarkup::read(&text);
    let shell = Shell::new(text).map_err(Error::Shell)?;

    let read = || documents::read(folders, is_live);
    let (documents, styles) = rayon::join(read, || style::bundle(folders, is_live));
    let documents = documents?;
    if !is_live && !documents.faults.is_empty() {
        return Err(Error::Documents(documents.faults));
    }
    let styles = styles?;

    files::remove_leftovers(&folders.staging)?;
    let mode = if is_live { "live" } else { "release" };
    let cache = Cache::new(folders.cache.join(mode), &folders.build_id);
    let rasterizer = SvgRasterizer::new();
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
        precompressed::write(&folders.staging, documents.count(), &cache)?;
    }
    cache.finish()?;
    Ok(Outcome { remarks: remarks(&documents, &own_markup), faults: documents.faults })
}

fn remarks(documents: &Documents, own_markup: &OwnMarkup) -> Vec<String> {
    let Some(DocumentFile { content: site, .. }) = &documents.site else { return Vec::new() };
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
    // What a page may load stands in the page; here is what a page cannot say of itself.
    files::write(&builder.folders.staging.join("_headers"), include_str!("publish/headers.txt"))
}
