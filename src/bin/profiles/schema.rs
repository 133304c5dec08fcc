use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use partner_profile::check::{self, PUBLIC};

use super::{Result, at};

/// Write the schemas of the documents
#[derive(Args)]
pub(super) struct Arguments {
    /// Where to
    #[arg(default_value = PUBLIC)]
    folder: PathBuf,
}

pub(super) fn run(Arguments { folder }: &Arguments) -> Result {
    for (name, text) in check::schemas() {
        let path = folder.join(name);
        fs::write(&path, text).map_err(at(&path))?;
    }
    Ok(ExitCode::SUCCESS)
}
