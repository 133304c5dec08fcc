use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clap::Args;
use miette::{IntoDiagnostic, Result, WrapErr, miette};
use partner_profile::model::{self, Profile, Site};
use partner_profile::snippet::{Script, snippet};
use sha2::{Digest, Sha384};

/// Print the HTML that shows a profile in another site, with a fallback made from the document
#[derive(Args)]
pub(super) struct Arguments {
    /// The profile's document in public/profiles
    file: PathBuf,
    /// Where the profiles' site is served, with a slash at the end; otherwise the address in public/site.json
    #[arg(long, value_name = "ADDRESS")]
    host: Option<String>,
    /// Name the copy of the script in this build, which never changes, with its hash
    #[arg(long, value_name = "FOLDER", num_args = 0..=1, default_missing_value = "dist")]
    pin: Option<PathBuf>,
    /// Reserve so much height for the profile, so that what stands below does not move when it comes
    #[arg(long, value_name = "PIXELS")]
    height: Option<u32>,
}

pub(super) fn run(arguments: &Arguments) -> Result<()> {
    let profile: Profile = document(&arguments.file)?;
    let host = match &arguments.host {
        Some(host) => host.clone(),
        None => address()?,
    };
    if !host.starts_with("http") || !host.ends_with('/') {
        return Err(miette!("{host}: an address starts with https:// and ends with a slash"));
    }
    let script = arguments.pin.as_deref().map_or(Ok(Script::Lasting), pinned)?;
    let file = arguments.file.file_name().unwrap_or_default().to_string_lossy();
    print!("{}", snippet(&profile, &host, &file, &script, arguments.height));
    Ok(())
}

fn address() -> Result<String> {
    let file = Path::new("public/site.json");
    let site: Site = document(file)?;
    site.address
        .map(|address| address.to_string())
        .ok_or_else(|| miette!("{} has no address: say where the site is served", file.display()))
}

fn document<T: model::Document>(file: &Path) -> Result<T> {
    model::read(&read(file)?)
        .map_err(|error| miette!("{}: {error}\n`make check` shows the place.", file.display()))
}

/// The copy in the folder of a build.
fn pinned(folder: &Path) -> Result<Script> {
    let missing = || miette!("{}: no embed-….js, run make build first", folder.display());
    let entries = fs::read_dir(folder).into_diagnostic().wrap_err_with(missing)?;
    let name = entries
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .find(|name| name.starts_with("embed-") && name.ends_with(".js"))
        .ok_or_else(missing)?;
    let hash = STANDARD.encode(Sha384::digest(read(&folder.join(&name))?));
    Ok(Script::Pinned { name, integrity: format!("sha384-{hash}") })
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).into_diagnostic().wrap_err_with(|| path.display().to_string())
}
