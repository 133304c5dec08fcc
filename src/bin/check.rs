//! The document checker: files in, diagnostics out.

// Cargo builds every binary beside a test, for wasm32 as well: there it is empty.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]

use std::fs::{self, OpenOptions};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use miette::{IntoDiagnostic, MietteHandlerOpts, Result, WrapErr, miette};
use partner_profile::check::{
    self, CheckedText, Checker, Diagnostic, MAX_DIAGNOSTICS, PROFILES, PUBLIC, Severity,
    SiteInventory,
};
use partner_profile::model::{Id, Language, Profile, Text, read};

/// Checks profiles, maps and site documents: every problem in one run, each with its place.
#[derive(Parser)]
#[command(
    version,
    after_help = "Exit codes:\n  0  no problems (there may be warnings)\n  1  problems in a document\n  2  wrong use, or a file that cannot be read or written"
)]
struct Arguments {
    /// The documents to check, or folders of them; a folder `public` stands for its whole site, and
    /// `-` for a document from standard input
    #[arg(required_unless_present_any = ["new", "schema"])]
    files: Vec<PathBuf>,
    /// How diagnostics are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Take warnings for errors, as a CI may want it
    #[arg(long)]
    deny_warnings: bool,
    /// Write a starting document for a partner into the folder of profiles
    #[arg(long, value_name = "NAME", conflicts_with_all = ["files", "schema"])]
    new: Option<String>,
    /// With --new: the name in the address, where it does not follow from NAME
    #[arg(long, requires = "new")]
    slug: Option<String>,
    /// With --new: start a translation of the profile with this slug; NAME is the partner's name in the
    /// other language
    #[arg(long, value_name = "SLUG", requires_all = ["new", "language"], conflicts_with = "slug")]
    from: Option<String>,
    /// With --from: the language of the translation
    #[arg(long, requires = "from")]
    language: Option<String>,
    /// Write the schemas into a folder
    #[arg(long, value_name = "FOLDER", num_args = 0..=1, default_missing_value = "public", conflicts_with = "files")]
    schema: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people, with the lines they are about
    Text,
    /// One JSON array for machines
    Json,
    /// Workflow commands of GitHub: annotations beside the lines they are about
    Github,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let Arguments { new, slug, from, language, .. } = &arguments;
    let done = if let (Some(name), Some(from), Some(language)) = (new, from, language) {
        write_translation(name, from, language)
    } else if let Some(name) = new {
        write_starter(name, slug.as_deref())
    } else if let Some(folder) = &arguments.schema {
        write_schemas(folder)
    } else {
        check_files(&arguments)
    };
    done.unwrap_or_else(|error| {
        eprintln!("{error:?}");
        ExitCode::from(2)
    })
}

fn check_files(arguments: &Arguments) -> Result<ExitCode> {
    let in_color = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let hook = move |_: &_| -> Box<dyn miette::ReportHandler> {
        Box::new(MietteHandlerOpts::new().color(in_color).terminal_links(false).build())
    };
    miette::set_hook(Box::new(hook)).into_diagnostic()?;
    let mut report = Report::default();
    let mut out = io::stdout().lock();
    let mut checker = Checker::default();
    for (file, checked) in arguments.files.iter().flat_map(|path| checker.check(path)) {
        let name = file.display().to_string();
        match checked {
            Ok(mut checked) => {
                if arguments.deny_warnings {
                    checked.diagnostics.iter_mut().for_each(|it| it.severity = Severity::Error);
                }
                report.add(&mut out, arguments.format, &name, checked).into_diagnostic()?;
            }
            // The others are checked all the same.
            Err(error) => {
                eprintln!("{:?}", miette!("{error}"));
                let diagnostics = [Diagnostic::of_unread(error.to_string())];
                report.unread += 1;
                report.tell(&mut out, arguments.format, &name, &diagnostics).into_diagnostic()?;
            }
        }
    }
    report.finish(&mut out, arguments.format).into_diagnostic()?;
    let errors = u8::from(report.errors > 0);
    Ok(ExitCode::from(if report.unread > 0 { 2 } else { errors }))
}

/// What was said so far.
#[derive(Default)]
struct Report {
    documents: usize,
    errors: usize,
    warnings: usize,
    unread: usize,
    for_machines: Vec<serde_json::Value>,
}

impl Report {
    fn add(
        &mut self,
        out: &mut impl Write,
        format: Format,
        name: &str,
        CheckedText { source, diagnostics, is_document }: CheckedText,
    ) -> io::Result<()> {
        let count = |severity| diagnostics.iter().filter(|it| it.severity == severity).count();
        self.documents += usize::from(is_document);
        self.errors += count(Severity::Error);
        self.warnings += count(Severity::Warning);
        self.tell(out, format, name, &diagnostics)?;
        if format == Format::Text {
            for severity in check::truncated(&diagnostics) {
                let what = severity.as_str();
                writeln!(out, "{name}: no more than {MAX_DIAGNOSTICS} {what}s are shown")?;
            }
            for diagnostic in diagnostics {
                writeln!(out, "{:?}", diagnostic.report(name, &source))?;
            }
        }
        Ok(())
    }

    /// Tells programs what there is to say about a file.
    fn tell(
        &mut self,
        out: &mut impl Write,
        format: Format,
        name: &str,
        diagnostics: &[Diagnostic],
    ) -> io::Result<()> {
        match format {
            Format::Json => self.for_machines.extend(check::json(name, diagnostics)),
            Format::Github => {
                for diagnostic in diagnostics {
                    writeln!(out, "{}", check::annotation(name, diagnostic))?;
                }
            }
            Format::Text => {}
        }
        Ok(())
    }

    fn finish(&mut self, out: &mut impl Write, format: Format) -> io::Result<()> {
        if format == Format::Json {
            let all = serde_json::Value::Array(std::mem::take(&mut self.for_machines));
            return writeln!(out, "{all:#}");
        }
        writeln!(
            out,
            "{}, {}, {}",
            counted(self.documents, "document"),
            counted(self.errors, "problem"),
            counted(self.warnings, "warning")
        )
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
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

fn write_schemas(folder: &Path) -> Result<ExitCode> {
    for (name, text) in check::schemas() {
        let path = folder.join(name);
        fs::write(&path, text).into_diagnostic().wrap_err_with(|| path.display().to_string())?;
    }
    Ok(ExitCode::SUCCESS)
}
