//! The program for documents and the build: one subcommand a file.

// Cargo has no programs for one platform only, and builds them all beside a test for wasm32: there this
// one is empty.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![cfg(not(target_arch = "wasm32"))]

mod check;
mod embed_code;
mod new;
mod prerender;
mod report;
mod schema;

use std::process::{ExitCode, Termination};

use clap::{Parser, Subcommand};
use miette::Result;

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

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Check(arguments) => exit_code(check::run(&arguments)),
        Command::New(arguments) => exit_code(new::run(&arguments)),
        Command::Schema(arguments) => exit_code(schema::run(&arguments)),
        Command::EmbedCode(arguments) => embed_code::run(&arguments).report(),
        Command::Prerender => prerender::run(),
    }
}

/// That of commands which tell problems in documents from all else that stops them.
fn exit_code(done: Result<ExitCode>) -> ExitCode {
    done.unwrap_or_else(|error| {
        eprintln!("{error:?}");
        ExitCode::from(2)
    })
}
