use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use miette::{IntoDiagnostic, Result, WrapErr};
use partner_profile::check::{self, PUBLIC};

/// Write the schemas of the documents
#[derive(Args)]
pub(super) struct Arguments {
    /// Where to
    #[arg(default_value = PUBLIC)]
    folder: PathBuf,
}

pub(super) fn run(Arguments { folder }: &Arguments) -> Result<ExitCode> {
    for (name, text) in check::schemas() {
        let path = folder.join(name);
        fs::write(&path, text).into_diagnostic().wrap_err_with(|| path.display().to_string())?;
    }
    Ok(ExitCode::SUCCESS)
}
