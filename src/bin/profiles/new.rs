use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use clap::Args;
use miette::{IntoDiagnostic, Result, WrapErr, miette};
use partner_profile::check::{self, PROFILES, PUBLIC, SiteInventory};
use partner_profile::model::{Id, Language, Profile, Text, read};

/// Write a starting document for a partner into the folder of profiles
#[derive(Args)]
pub(super) struct Arguments {
    /// The partner's name; of a translation, the name in the other language
    name: String,
    /// The name in the address, where it does not follow from NAME
    #[arg(long)]
    slug: Option<String>,
    /// Start a translation of the profile with this slug
    #[arg(long, value_name = "SLUG", requires = "language", conflicts_with = "slug")]
    from: Option<String>,
    /// The language of the translation
    #[arg(long, requires = "from")]
    language: Option<String>,
}

pub(super) fn run(Arguments { name, slug, from, language }: &Arguments) -> Result<ExitCode> {
    match (from, language) {
        (Some(from), Some(language)) => write_translation(name, from, language),
        _ => write_starter(name, slug.as_deref()),
    }
}

fn write_starter(name: &str, slug: Option<&str>) -> Result<ExitCode> {
    let (slug, text) = check::starter(name, slug).into_diagnostic()?;
    read::<Profile>(&text).into_diagnostic()?;
    let public = Path::new(PUBLIC);
    let path = public.join(PROFILES).join(format!("{slug}.json"));
    if SiteInventory::read(public).into_diagnostic()?.is_taken(&slug) {
        return Err(miette!("\"{slug}\" is a name of the site's own; give another with --slug"));
    }
    write_new(&path, &text)
}

/// Writes a translation to begin with: the texts of the original, each with a note of it.
fn write_translation(name: &str, from: &str, language: &str) -> Result<ExitCode> {
    let languages = Language::ALL.map(Language::as_str).join(", ");
    let language = Language::ALL.into_iter().find(|known| known.as_str() == language);
    let language = language.ok_or_else(|| miette!("--language is one of {languages}"))?;
    Id::try_from(from.to_owned()).map_err(|error| {
        miette!("--from is the name of the original without .json, such as lithuania: {error}")
    })?;
    let profiles = Path::new(PUBLIC).join(PROFILES);
    let original = profiles.join(format!("{from}.json"));
    let text = fs::read_to_string(&original)
        .into_diagnostic()
        .wrap_err_with(|| original.display().to_string())?;
    let profile: Profile = read(&text).map_err(|error| {
        miette!(
            "{}: {error}\nMend the original first: `make check` tells more.",
            original.display()
        )
    })?;
    if profile.language == language {
        return Err(miette!("{} is in this language already", original.display()));
    }
    Text::try_from(name.to_owned()).map_err(|error| miette!("the name: {error}"))?;
    let original = serde_json::from_str(&text).into_diagnostic()?;
    let translation = check::start_translation(&original, name, language);
    let path = profiles.join(format!("{from}.{}.json", language.as_str()));
    write_new(&path, &format!("{translation:#}\n"))
}

/// Writes a new document. An editor's work is never overwritten.
fn write_new(path: &Path, text: &str) -> Result<ExitCode> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .into_diagnostic()
        .wrap_err_with(|| path.display().to_string())?;
    file.write_all(text.as_bytes()).into_diagnostic()?;
    println!("{}", path.display());
    Ok(ExitCode::SUCCESS)
}
