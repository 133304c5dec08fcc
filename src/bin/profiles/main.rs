//! The program for documents and the build: one subcommand a file.

// Cargo has no programs for one platform only, and builds them all beside a test for wasm32: there this
// one is empty.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]

mod check;
mod embed_code;
mod new;
mod prerender;
mod schema;

use std::error::Error;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Checks and starts documents, and makes what is served of them.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Check(check::Arguments),
    New(new::Arguments),
    Schema(schema::Arguments),
    EmbedCode(embed_code::Arguments),
    /// Trunk's hook: turn what Trunk has made, the documents and the shell into the site
    Prerender,
}

type Result<T = ExitCode> = std::result::Result<T, Box<dyn Error>>;

/// `check` tells problems in documents by 1; whatever stops a command has 2.
fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::EmbedCode(arguments) => embed_code::run(&arguments),
        Command::Prerender => prerender::run(),
    };
    done.unwrap_or_else(|error| {
        eprintln!("{error}");
        ExitCode::from(2)
    })
}

/// What the system says of a file, with its path.
fn at(path: &Path) -> impl FnOnce(io::Error) -> String {
    move |error| format!("{}: {error}", path.display())
}
