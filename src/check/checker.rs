use std::collections::HashMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::context::today;
use super::file_name::{FLAGS, MAPS, PROFILES, PUBLIC, SITE};
use super::files::{FileError, of_file, read_text, text_of};
use super::inventory::{SiteInventory, names};
use super::strays::{OF_PROFILES, among, misplaced};
use super::{
    CheckedFile, Context, Diagnostic, Severity, check_map, check_profile, check_site,
    check_site_folder, is_site,
};
use crate::model::MAX_BYTES;

/// A file, and what there is to say about it.
pub struct CheckedText {
    /// The file.
    pub path: PathBuf,
    /// Its text; none where it is no document.
    pub source: String,
    /// What there is to say.
    pub diagnostics: Vec<Diagnostic>,
    /// What it is.
    pub kind: FileKind,
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A document.
    Document,
    /// Something that does not belong where it is.
    Stray,
    /// Something that was named, and cannot be read.
    Unread,
}

/// Stands for standard input.
const STANDARD_INPUT: &str = "-";

/// Checks files by their paths. What is in a site is read once for all of its documents.
#[derive(Default)]
pub struct Checker {
    /// By public folder.
    inventories: HashMap<PathBuf, SiteInventory>,
}

impl Checker {
    /// Checks a file, the documents in a folder, by its `public` folder a whole site, or by `-` what
    /// comes from standard input.
    pub fn check(&mut self, path: &Path) -> Vec<CheckedText> {
        let is_site = || {
            path.ends_with(PUBLIC)
                && (path.join(SITE).with_extension("json").is_file()
                    || path.join(PROFILES).is_dir())
        };
        let checked = if path.as_os_str() == STANDARD_INPUT {
            self.check_input(path).map(|input| vec![input])
        } else if !path.is_dir() {
            return vec![self.check_file(path)];
        } else if is_site() {
            of_site(path)
        } else {
            self.check_folder(path)
        };
        checked.unwrap_or_else(|error| vec![unread(path, &error)])
    }

    /// The documents in a folder. Of profiles the site tells them, and what stands among them is told.
    fn check_folder(&mut self, folder: &Path) -> Result<Vec<CheckedText>, FileError> {
        let public = whole(folder)?;
        let (names, strays) = match public_of_profiles(&public) {
            Some(public) => (self.inventory(public)?.profiles.clone(), among(folder, &OF_PROFILES)),
            None => (names(folder, ".json")?, Vec::new()),
        };
        let strays = strays.into_iter().map(|(file, diagnostic)| stray(&file, diagnostic));
        let files = names.iter().map(|name| self.check_file(&folder.join(format!("{name}.json"))));
        Ok(strays.chain(files).collect())
    }

    fn check_file(&mut self, file: &Path) -> CheckedText {
        self.read_and_check(file).unwrap_or_else(|error| unread(file, &error))
    }

    fn read_and_check(&mut self, file: &Path) -> Result<CheckedText, FileError> {
        // A link among the profiles is a profile, wherever it leads.
        let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
        let folder = whole(parent.unwrap_or(Path::new(".")))?;
        let public = public_of_profiles(&folder);
        if let Some(diagnostic) =
            public.and_then(|_| misplaced(file, &OF_PROFILES)).filter(|_| file.exists())
        {
            return Ok(stray(file, diagnostic));
        }
        let source = read_text(file)?;
        let name = file.file_name().and_then(|name| name.to_str()?.strip_suffix(".json"));
        let diagnostics = match (name, public) {
            (Some(SITE), None) => check_site(&source).diagnostics,
            (Some(name), Some(public)) => {
                let inventory = self.inventory(public)?;
                let project = public.parent().unwrap_or(public);
                let context = Context::of_site(inventory, project, name, Severity::Warning);
                check_profile(&source, &context).diagnostics
            }
            (Some(name), None) if folder.ends_with(Path::new(PUBLIC).join(MAPS)) => {
                check_map(&source, name).diagnostics
            }
            _ => self.check_text(&source, &folder)?,
        };
        Ok(document(file, source, diagnostics))
    }

    /// Checks a document that is in no site, by what is in it.
    fn check_text(&mut self, source: &str, folder: &Path) -> Result<Vec<Diagnostic>, FileError> {
        if is_site(source) {
            return Ok(check_site(source).diagnostics);
        }
        // What is nearest to a site.
        let has_some = |folder: &&Path| folder.join(FLAGS).is_dir() || folder.join(MAPS).is_dir();
        let public = folder.ancestors().find(has_some).unwrap_or(Path::new(PUBLIC));
        let mut around = self.inventory(public)?.clone();
        // Without the folder there is no site to know them from.
        around.flags = around.flags.filter(|_| public.join(FLAGS).is_dir());
        around.maps = around.maps.filter(|_| public.join(MAPS).is_dir());
        let context = Context { inventory: Some(&around), today: today(), ..Context::default() };
        Ok(check_profile(source, &context).diagnostics)
    }

    fn check_input(&mut self, path: &Path) -> Result<CheckedText, FileError> {
        let mut bytes = Vec::new();
        // One byte more than a document may have tells that it has too many.
        let mut input = io::stdin().lock().take(MAX_BYTES as u64 + 1);
        input.read_to_end(&mut bytes).map_err(|source| of_file(path, source))?;
        if bytes.len() > MAX_BYTES {
            let expected = format!("at most {MAX_BYTES} bytes");
            let too_long = Diagnostic::of_file(format!("more than {MAX_BYTES} bytes"), &expected);
            return Ok(document(path, String::new(), vec![too_long]));
        }
        let source = text_of(path, bytes)?;
        let diagnostics = self.check_text(&source, &whole(Path::new("."))?)?;
        Ok(document(path, source, diagnostics))
    }

    fn inventory(&mut self, public: &Path) -> Result<&SiteInventory, FileError> {
        if !self.inventories.contains_key(public) {
            self.inventories.insert(public.to_owned(), SiteInventory::read(public)?);
        }
        Ok(&self.inventories[public])
    }
}

/// Every document of a site.
fn of_site(public: &Path) -> Result<Vec<CheckedText>, FileError> {
    let project = public.parent().unwrap_or(Path::new("."));
    let site = check_site_folder(project, Severity::Warning)?;
    let strays =
        site.strays.into_iter().map(|it| CheckedText { kind: FileKind::Stray, ..of(project, it) });
    let mut files: Vec<_> = strays.collect();
    files.push(of(project, site.site));
    files.extend(site.maps.into_values().map(|map| of(project, map)));
    files.extend(site.profiles.into_iter().map(|profile| of(project, profile)));
    Ok(files)
}

fn of<T>(project: &Path, CheckedFile { file, source, checked }: CheckedFile<T>) -> CheckedText {
    document(&project.join(file), source, checked.diagnostics)
}

fn document(path: &Path, source: String, diagnostics: Vec<Diagnostic>) -> CheckedText {
    CheckedText { path: path.to_owned(), source, diagnostics, kind: FileKind::Document }
}

fn stray(path: &Path, diagnostic: Diagnostic) -> CheckedText {
    CheckedText { kind: FileKind::Stray, ..document(path, String::new(), vec![diagnostic]) }
}

fn unread(path: &Path, error: &FileError) -> CheckedText {
    let diagnostic = Diagnostic::of_file(error.to_string(), "a file that can be read");
    CheckedText { kind: FileKind::Unread, ..stray(path, diagnostic) }
}

/// The public folder of a site, by its folder of profiles.
fn public_of_profiles(folder: &Path) -> Option<&Path> {
    let public = folder.parent()?;
    folder.ends_with(Path::new(PUBLIC).join(PROFILES)).then_some(public)
}

fn whole(path: &Path) -> Result<PathBuf, FileError> {
    fs::canonicalize(path).map_err(|source| of_file(path, source))
}
