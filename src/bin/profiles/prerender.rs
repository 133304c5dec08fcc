use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use partner_profile::publish::{self, Folders};

pub(super) fn run() -> ExitCode {
    let done =
        folders().and_then(|folders| publish::publish(&folders).map_err(|error| error.to_string()));
    match done {
        Ok(outcome) => {
            if !outcome.faults.is_empty() {
                eprintln!("{}", publish::report(&outcome.faults));
            }
            outcome.remarks.iter().for_each(|remark| eprintln!("{remark}"));
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn folders() -> Result<Folders, String> {
    let folder = |variable: &str| {
        let missing =
            || format!("{variable} is not set: this is run by `trunk build` and `trunk serve`");
        env::var_os(variable).map(PathBuf::from).ok_or_else(missing)
    };
    // Cargo's target folder, wherever it is: two steps above the program itself.
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let made = program.metadata().and_then(|data| Ok((data.len(), data.modified()?)));
    let target = program.ancestors().nth(2).map_or_else(env::temp_dir, PathBuf::from);
    let source = folder("TRUNK_SOURCE_DIR")?;
    Ok(Folders {
        esbuild: source.join("node_modules/.bin/esbuild"),
        source,
        staging: folder("TRUNK_STAGING_DIR")?,
        cache: target.join("partner-profile"),
        build_id: format!("{:?}", made.map_err(|error| error.to_string())?),
    })
}
