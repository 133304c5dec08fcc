use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clap::Args;
use partner_profile::model::{self, Profile, Site};
use partner_profile::snippet::snippet;
use sha2::{Digest, Sha384};

use super::{Result, at};

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

pub(super) fn run(Arguments { file, host, pin, height }: &Arguments) -> Result {
    let profile: Profile = document(file)?;
    let host = host.clone().map_or_else(address, Ok)?;
    let is_web = ["https://", "http://"].iter().any(|scheme| host.starts_with(scheme));
    if !is_web || !host.ends_with('/') {
        Err(format!("{host}: an address starts with https:// and ends with a slash"))?;
    }
    let pin = pin.as_deref().map(pinned).transpose()?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    print!("{}", snippet(&profile, &host, &name, pin, *height));
    Ok(ExitCode::SUCCESS)
}

fn address() -> Result<String> {
    let site: Site = document(Path::new("public/site.json"))?;
    let missing = "public/site.json has no address: say where the site is served";
    Ok(site.address.ok_or(missing)?.to_string())
}

fn document<T: model::Document>(file: &Path) -> Result<T> {
    let text = fs::read_to_string(file).map_err(at(file))?;
    Ok(model::read(&text)
        .map_err(|error| format!("{}: {error}\n`make check` shows the place.", file.display()))?)
}

/// The copy in the folder of a build.
fn pinned(folder: &Path) -> Result<(String, String)> {
    let entries = fs::read_dir(folder).map_err(at(folder))?;
    let name = entries
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .find(|name| name.starts_with("embed-") && name.ends_with(".js"))
        .ok_or_else(|| format!("{}: no embed-….js, run make build first", folder.display()))?;
    let path = folder.join(&name);
    let hash = STANDARD.encode(Sha384::digest(fs::read(&path).map_err(at(&path))?));
    Ok((name, format!("sha384-{hash}")))
}
