use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use partner_profile::publish::{self, Folders};

use super::Result;

pub(super) fn run() -> Result {
    let outcome = publish::publish(&folders()?)?;
    if !outcome.faults.is_empty() {
        eprintln!("{}", publish::report(&outcome.faults));
    }
    outcome.remarks.iter().for_each(|remark| eprintln!("{remark}"));
    Ok(ExitCode::SUCCESS)
}

fn folders() -> Result<Folders> {
    let folder = |variable: &str| {
        let missing =
            || format!("{variable} is not set: this is run by `trunk build` and `trunk serve`");
        env::var_os(variable).map(PathBuf::from).ok_or_else(missing)
    };
    // Cargo's target folder, wherever it is: two steps above the program itself.
    let program = env::current_exe()?;
    let data = program.metadata()?;
    let target = program.ancestors().nth(2).map_or_else(env::temp_dir, PathBuf::from);
    let source = folder("TRUNK_SOURCE_DIR")?;
    Ok(Folders {
        esbuild: source.join("node_modules/.bin/esbuild"),
        source,
        staging: folder("TRUNK_STAGING_DIR")?,
        cache: target.join("partner-profile"),
        build_id: format!("{:?}", (data.len(), data.modified()?)),
    })
}
