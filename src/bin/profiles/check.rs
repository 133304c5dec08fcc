use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use miette::{IntoDiagnostic, MietteHandlerOpts, Result, miette};
use partner_profile::check::{Checker, Diagnostic, Severity};

use super::report::{Format, Report};

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

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let in_color = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let hook = move |_: &_| -> Box<dyn miette::ReportHandler> {
        Box::new(MietteHandlerOpts::new().color(in_color).terminal_links(false).build())
    };
    miette::set_hook(Box::new(hook)).into_diagnostic()?;
    let mut report = Report::new(io::stdout().lock(), arguments.format);
    let mut checker = Checker::default();
    for (file, checked) in arguments.files.iter().flat_map(|path| checker.check(path)) {
        let name = file.display().to_string();
        match checked {
            Ok(mut checked) => {
                if arguments.deny_warnings {
                    checked.diagnostics.iter_mut().for_each(|it| it.severity = Severity::Error);
                }
                report.add(&name, checked).into_diagnostic()?;
            }
            // The others are checked all the same.
            Err(error) => {
                eprintln!("{:?}", miette!("{error}"));
                let diagnostic = Diagnostic::of_unread(error.to_string());
                report.add_unread(&name, diagnostic).into_diagnostic()?;
            }
        }
    }
    report.finish().into_diagnostic()
}
