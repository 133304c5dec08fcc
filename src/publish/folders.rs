use std::path::PathBuf;

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
