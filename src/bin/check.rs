//! The document checker: files in, findings out.

// Cargo builds every binary beside a test, for wasm32 as well: there it is empty.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]

use std::fs::{self, OpenOptions};
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use miette::{IntoDiagnostic, MietteHandlerOpts, Result, WrapErr, miette};
use partner_profile::check::{self, Desk, Severity};
use partner_profile::document::MOST_PROBLEMS;
use partner_profile::profile::parse;
use partner_profile::publish::surroundings::{PROFILES, PUBLIC, Surroundings, names};

/// Checks profile and site documents: every problem in one run, each with its place.
#[derive(Parser)]
#[command(
    version,
    after_help = "Exit codes:\n  0  no problems (there may be warnings)\n  1  problems in a document\n  2  wrong use, or a file that cannot be read or written"
)]
struct Arguments {
    /// The documents to check, or folders of them
    #[arg(required_unless_present_any = ["new", "schema"])]
    files: Vec<PathBuf>,
    /// How findings are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write a starting document for a partner into the folder of profiles
    #[arg(long, value_name = "NAME", conflicts_with_all = ["files", "schema"])]
    new: Option<String>,
    /// With --new: the name in the address, where it does not follow from NAME
    #[arg(long, requires = "new")]
    slug: Option<String>,
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
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = if let Some(name) = &arguments.new {
        write_starter(name, arguments.slug.as_deref())
    } else if let Some(folder) = &arguments.schema {
        write_schemas(folder)
    } else {
        check_files(&arguments.files, arguments.format)
    };
    done.unwrap_or_else(|error| {
        eprintln!("{error:?}");
        ExitCode::from(2)
    })
}

fn check_files(paths: &[PathBuf], format: Format) -> Result<ExitCode> {
    let in_color = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let hook = move |_: &_| -> Box<dyn miette::ReportHandler> {
        Box::new(MietteHandlerOpts::new().color(in_color).terminal_links(false).build())
    };
    miette::set_hook(Box::new(hook)).into_diagnostic()?;
    let mut out = io::stdout().lock();
    let mut for_machines = Vec::new();
    let (mut errors, mut warnings, mut unread) = (0, 0, 0);
    let mut desk = Desk::default();
    let files = listed(paths)?;
    for file in &files {
        let name = file.display().to_string();
        let (source, context) =
            match read(file).and_then(|text| Ok((text, desk.context(file).into_diagnostic()?))) {
                Ok(read) => read,
                // The others are checked all the same.
                Err(error) => {
                    eprintln!("{error:?}");
                    let reasons: Vec<_> = error.chain().map(ToString::to_string).collect();
                    for_machines.push(check::json_of_unread(&name, reasons.join(": ")));
                    unread += 1;
                    continue;
                }
            };
        let findings = check::check(&source, &context);
        let cut: Vec<_> = check::cut(&findings).collect();
        errors += findings.iter().filter(|found| found.severity == Severity::Error).count();
        warnings += findings.iter().filter(|found| found.severity == Severity::Warning).count();
        if format == Format::Json {
            for_machines.extend(check::json(&name, &findings));
            continue;
        }
        for finding in findings {
            writeln!(out, "{:?}", finding.report(&name, &source)).into_diagnostic()?;
        }
        for severity in cut {
            let what = severity.as_str();
            writeln!(out, "{name}: no more than {MOST_PROBLEMS} {what}s are shown")
                .into_diagnostic()?;
        }
    }
    match format {
        Format::Json => writeln!(out, "{:#}", serde_json::Value::Array(for_machines)),
        Format::Text => writeln!(
            out,
            "{}, {}, {}",
            counted(files.len() - unread, "document"),
            counted(errors, "problem"),
            counted(warnings, "warning")
        ),
    }
    .into_diagnostic()?;
    Ok(ExitCode::from(if unread > 0 { 2 } else { u8::from(errors > 0) }))
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn read(file: &Path) -> Result<String> {
    let bytes = fs::read(file).into_diagnostic().wrap_err_with(|| file.display().to_string())?;
    check::decoded(bytes).map_err(|line| {
        miette!("{}: line {line} is not UTF-8; save the file in this encoding", file.display())
    })
}

/// The files to check: of a folder its documents.
fn listed(paths: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let names = names(path, ".json").into_diagnostic()?;
            files.extend(names.iter().map(|name| path.join(format!("{name}.json"))));
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn write_starter(name: &str, slug: Option<&str>) -> Result<ExitCode> {
    let (slug, text) = check::starter(name, slug).into_diagnostic()?;
    parse(&text).map_err(|problems| miette!("{problems}"))?;
    let public = Path::new(PUBLIC);
    let path = public.join(PROFILES).join(format!("{slug}.json"));
    if Surroundings::of(public).into_diagnostic()?.is_taken(&slug) {
        return Err(miette!("\"{slug}\" is a name of the site's own; give another with --slug"));
    }
    // An editor's work is never overwritten.
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&path)
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
