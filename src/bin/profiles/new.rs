use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use clap::Args;
use partner_profile::check::{self, PROFILES, PUBLIC, SiteInventory};
use partner_profile::model::{Id, Language, Profile, Text, read};

use super::{Result, at};

/// Write a starting document for a partner into the folder of profiles
#[derive(Args)]
pub(super) struct Arguments {
    /// The partner's name; of a translation, the name in the other language
    #[arg(value_parser = valid::<Text>)]
    name: Text,
    /// The name in the address, where it does not follow from NAME
    #[arg(long, value_parser = valid::<Id>)]
    slug: Option<Id>,
    /// Start a translation of the profile with this slug
    #[arg(long, value_name = "SLUG", value_parser = valid::<Id>, requires = "language", conflicts_with = "slug")]
    from: Option<Id>,
    /// The language of the translation
    #[arg(long, value_parser = language, requires = "from")]
    language: Option<Language>,
}

fn valid<T: TryFrom<String>>(text: &str) -> std::result::Result<T, T::Error> {
    text.to_owned().try_into()
}

fn language(word: &str) -> std::result::Result<Language, String> {
    Language::of(word).ok_or_else(|| {
        format!("expected one of {}", Language::ALL.map(Language::as_str).join(", "))
    })
}

pub(super) fn run(Arguments { name, slug, from, language }: &Arguments) -> Result {
    match (from, language) {
        (Some(from), Some(language)) => write_translation(name, from, *language),
        _ => write_starter(name, slug.as_deref()),
    }
}

fn write_starter(name: &str, slug: Option<&str>) -> Result {
    let (slug, text) = check::starter(name, slug)?;
    read::<Profile>(&text)?;
    if SiteInventory::read(Path::new(PUBLIC))?.is_taken(&slug) {
        Err(format!("\"{slug}\" is a name of the site's own; give another with --slug"))?;
    }
    write_new(&slug, &text)
}

/// Writes a translation to begin with: the texts of the original, each with a note of it.
fn write_translation(name: &str, from: &str, language: Language) -> Result {
    let file = Path::new(PUBLIC).join(PROFILES).join(from).with_extension("json");
    let text = fs::read_to_string(&file).map_err(at(&file))?;
    let file = file.display();
    let profile: Profile = read(&text).map_err(|error| {
        format!("{file}: {error}\nMend the original first: `make check` tells more.")
    })?;
    if profile.language == language {
        Err(format!("{file} is in this language already"))?;
    }
    let translation = check::start_translation(&serde_json::from_str(&text)?, name, language);
    write_new(&format!("{from}.{}", language.as_str()), &format!("{translation:#}\n"))
}

/// Writes a new document. An editor's work is never overwritten.
fn write_new(name: &str, text: &str) -> Result {
    let path = Path::new(PUBLIC).join(PROFILES).join(format!("{name}.json"));
    let mut file =
        OpenOptions::new().write(true).create_new(true).open(&path).map_err(at(&path))?;
    file.write_all(text.as_bytes())?;
    println!("{}", path.display());
    Ok(ExitCode::SUCCESS)
}
