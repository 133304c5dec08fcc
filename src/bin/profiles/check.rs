use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use annotate_snippets::Renderer;
use clap::{Args, ValueEnum};
use partner_profile::check::{self, CheckedText, Checker, FileKind, MAX_DIAGNOSTICS, Severity};
use serde_json::Value;

use super::Result;

/// Check profiles, maps and site documents: every problem in one run, each with its place
#[derive(Args)]
#[command(
    after_help = "Exit codes:\n  0  no problems (there may be warnings)\n  1  problems in a document\n  2  wrong use, or a file that cannot be read or written"
)]
pub(super) struct Arguments {
    /// The documents to check, or folders of them; a folder `public` stands for its whole site, and
    /// `-` for a document from standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// How diagnostics are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Take warnings for errors, as a CI may want it
    #[arg(long)]
    deny_warnings: bool,
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

pub(super) fn run(Arguments { files, format, deny_warnings }: &Arguments) -> Result {
    let mut checker = Checker::default();
    let mut files: Vec<_> = files.iter().flat_map(|path| checker.check(path)).collect();
    if *deny_warnings {
        let diagnostics = files.iter_mut().flat_map(|file| &mut file.diagnostics);
        diagnostics.for_each(|it| it.severity = Severity::Error);
    }
    let unread: Vec<_> = files.iter().filter(|file| file.kind == FileKind::Unread).collect();
    unread.iter().flat_map(|file| &file.diagnostics).for_each(|it| eprintln!("{}", it.found));
    let mut out = io::stdout().lock();
    if *format == Format::Json {
        let all = files.iter().flat_map(|file| check::json(&name(file), &file.diagnostics));
        writeln!(out, "{:#}", Value::from_iter(all))?;
    } else {
        for file in &files {
            write_for_people(&mut out, *format, file)?;
        }
        writeln!(out, "{}", summary(&files))?;
    }
    let is_refused = count(&files, Severity::Error) > 0;
    Ok(ExitCode::from(if unread.is_empty() { u8::from(is_refused) } else { 2 }))
}

fn write_for_people(out: &mut impl Write, format: Format, file: &CheckedText) -> io::Result<()> {
    let name = name(file);
    if format == Format::Github {
        let mut annotations = file.diagnostics.iter().map(|it| it.annotation(&name));
        return annotations.try_for_each(|annotation| writeln!(out, "{annotation}"));
    }
    if file.kind == FileKind::Unread {
        return Ok(());
    }
    for severity in check::truncated(&file.diagnostics) {
        let what = severity.as_ref();
        writeln!(out, "{name}: no more than {MAX_DIAGNOSTICS} {what}s are shown")?;
    }
    let in_color = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let renderer = if in_color { Renderer::styled() } else { Renderer::plain() };
    let mut reports = file.diagnostics.iter().map(|it| it.report(&name, &file.source, &renderer));
    reports.try_for_each(|report| writeln!(out, "{report}\n"))
}

fn name(file: &CheckedText) -> String {
    file.path.display().to_string()
}

fn count(files: &[CheckedText], severity: Severity) -> usize {
    let diagnostics = files.iter().flat_map(|file| &file.diagnostics);
    diagnostics.filter(|it| it.severity == severity).count()
}

fn summary(files: &[CheckedText]) -> String {
    let documents = files.iter().filter(|file| file.kind == FileKind::Document).count();
    let counted = |count, what| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let (problems, warnings) = (count(files, Severity::Error), count(files, Severity::Warning));
    [(documents, "document"), (problems, "problem"), (warnings, "warning")]
        .map(|(count, what)| counted(count, what))
        .join(", ")
}
