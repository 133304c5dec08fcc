//! esbuild, which bundles and minifies scripts and style sheets.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Error, Folders, files};

/// Said where there is no esbuild.
const MISSING: &str = "the build needs esbuild: \
    `make setup` installs the npm packages of package-lock.json and links them as node_modules";

/// One call of esbuild, which may make several files.
pub(super) struct Esbuild {
    command: Command,
    program: PathBuf,
    output: PathBuf,
}

impl Esbuild {
    /// A call with the options that all calls have.
    pub(super) fn new(folders: &Folders) -> Self {
        let output = folders.staging.join("bundled");
        let mut command = Command::new(&folders.esbuild);
        command
            .args(["--bundle", "--minify", "--charset=utf8"])
            .args(["--legal-comments=none", "--log-level=warning"])
            .arg(joined("--outdir", &output));
        Self { command, program: folders.esbuild.clone(), output }
    }

    /// Adds an option of esbuild's.
    pub(super) fn option(mut self, option: &str) -> Self {
        self.command.arg(option);
        self
    }

    /// Has scripts import a file by a name.
    pub(super) fn alias(mut self, name: &str, file: &Path) -> Self {
        self.command.arg(joined(&format!("--alias:{name}"), file));
        self
    }

    /// Puts a value where scripts have a name.
    pub(super) fn define(self, name: &str, value: &serde_json::Value) -> Self {
        self.option(&format!("--define:{name}={value}"))
    }

    /// Makes files, named without folder, from sources of the same kind: their texts.
    ///
    /// # Errors
    /// What esbuild says, or that it is not there.
    pub(super) fn run<const N: usize>(
        mut self,
        files: [(&str, PathBuf); N],
    ) -> Result<[String; N], Error> {
        for (name, source) in &files {
            let stem = name.rsplit_once('.').map_or(*name, |(stem, _)| stem);
            self.command.arg(joined(stem, source));
        }
        let run = self.command.output().map_err(|error| {
            Error::Made(format!("{}: {error}; {MISSING}", self.program.display()))
        })?;
        if !run.status.success() {
            let said = String::from_utf8_lossy(&run.stderr);
            return Err(Error::Made(format!("{}: {said}", self.program.display())));
        }
        let mut texts = [const { String::new() }; N];
        for (text, (name, _)) in texts.iter_mut().zip(&files) {
            *text = files::read(&self.output.join(name))?.trim_end().to_owned();
        }
        files::remove(&self.output)?;
        Ok(texts)
    }
}

/// An argument that gives a path to a name.
fn joined(name: &str, path: &Path) -> std::ffi::OsString {
    let mut argument = std::ffi::OsString::from(format!("{name}="));
    argument.push(path);
    argument
}
