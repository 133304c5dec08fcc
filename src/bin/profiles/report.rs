use std::io::{self, Write};
use std::process::ExitCode;

use clap::ValueEnum;
use partner_profile::check::{self, CheckedText, Diagnostic, MAX_DIAGNOSTICS, Severity};

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people, with the lines they are about
    Text,
    /// One JSON array for machines
    Json,
    /// Workflow commands of GitHub: annotations beside the lines they are about
    Github,
}

/// Writes what there is to say about files.
pub(super) struct Report<W> {
    out: W,
    format: Format,
    documents: usize,
    errors: usize,
    warnings: usize,
    unread: usize,
    for_machines: Vec<serde_json::Value>,
}

impl<W: Write> Report<W> {
    pub(super) fn new(out: W, format: Format) -> Self {
        let for_machines = Vec::new();
        Self { out, format, documents: 0, errors: 0, warnings: 0, unread: 0, for_machines }
    }

    /// A file that was checked.
    pub(super) fn add(
        &mut self,
        name: &str,
        CheckedText { source, diagnostics, is_document }: CheckedText,
    ) -> io::Result<()> {
        let count = |severity| diagnostics.iter().filter(|it| it.severity == severity).count();
        self.documents += usize::from(is_document);
        self.errors += count(Severity::Error);
        self.warnings += count(Severity::Warning);
        self.tell(name, &diagnostics)?;
        if self.format == Format::Text {
            for severity in check::truncated(&diagnostics) {
                let what = severity.as_str();
                writeln!(self.out, "{name}: no more than {MAX_DIAGNOSTICS} {what}s are shown")?;
            }
            for diagnostic in diagnostics {
                writeln!(self.out, "{:?}", diagnostic.report(name, &source))?;
            }
        }
        Ok(())
    }

    /// A file that cannot be read.
    pub(super) fn add_unread(&mut self, name: &str, diagnostic: Diagnostic) -> io::Result<()> {
        self.unread += 1;
        self.tell(name, &[diagnostic])
    }

    /// Tells programs what there is to say about a file.
    fn tell(&mut self, name: &str, diagnostics: &[Diagnostic]) -> io::Result<()> {
        match self.format {
            Format::Json => self.for_machines.extend(check::json(name, diagnostics)),
            Format::Github => {
                for diagnostic in diagnostics {
                    writeln!(self.out, "{}", check::annotation(name, diagnostic))?;
                }
            }
            Format::Text => {}
        }
        Ok(())
    }

    /// Writes the end, and tells what all of it comes to.
    pub(super) fn finish(mut self) -> io::Result<ExitCode> {
        let code = if self.unread > 0 { 2 } else { u8::from(self.errors > 0) };
        if self.format == Format::Json {
            let all = serde_json::Value::Array(self.for_machines);
            writeln!(self.out, "{all:#}")?;
        } else {
            let documents = counted(self.documents, "document");
            let errors = counted(self.errors, "problem");
            let warnings = counted(self.warnings, "warning");
            writeln!(self.out, "{documents}, {errors}, {warnings}")?;
        }
        Ok(ExitCode::from(code))
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
