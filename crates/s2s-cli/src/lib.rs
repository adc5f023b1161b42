//! The program `s2s`: a file of events becomes validated requests for mobile measurement providers, delivered and accounted for.
//!
//! ```text
//! s2s build events.jsonl                                        what would be sent
//! s2s send events.jsonl --failed failed.jsonl                   sends it, and keeps what was not delivered
//! s2s send --sandbox --now 2026-11-20T12:00:00Z events.jsonl    sends it to providers that are played on this machine
//! s2s send --outbox outbox.db events.jsonl                      keeps at it until everything is delivered, also after a crash
//! s2s outbox status outbox.db                                   what is in an outbox
//! s2s interpret --provider adjust answers.jsonl                 what answers mean
//! s2s sandbox                                                   plays the providers until Ctrl-C
//! s2s providers                                                 providers, kinds of events and their fields
//! ```
//!
//! It is a library, too, so that packages of other languages can bring the program along: [`run`].

mod args;
mod build;
mod config;
mod demo;
mod edge;
mod error;
mod format;
mod growing;
mod interpret;
mod lines;
mod outbox;
mod output;
mod pipeline;
mod providers;
mod sandbox;
mod send;
mod signals;

use std::ffi::OsString;

use clap::Parser;

use args::{Arguments, Command};

/// All was well.
const FINE: u8 = 0;
/// Some events were rejected or not delivered, or the program could not go on.
const SOME_FAILED: u8 = 1;
/// The arguments or the configuration are wrong; nothing was done.
const USAGE: u8 = 2;

/// Runs the program with its arguments, of which the first is its own name, on the standard streams.
///
/// Returns the exit code: 0 when all is well, 1 when some events were rejected or not delivered, 2 when the arguments or the
/// configuration are wrong.
pub fn run<T: Into<OsString> + Clone>(arguments: impl IntoIterator<Item = T>) -> u8 {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(answer) => {
            // Also help and version come this way. Where they cannot be printed, nobody reads.
            let _ = answer.print();
            return if answer.use_stderr() { USAGE } else { FINE };
        }
    };
    let result = match arguments.command {
        Command::Build(arguments) => build::run(&arguments),
        Command::Interpret(arguments) => interpret::run(&arguments),
        Command::Send(arguments) => send::run(arguments),
        Command::Outbox(arguments) => outbox::run(&arguments),
        Command::Sandbox(arguments) => sandbox::run(&arguments),
        Command::Providers(arguments) => providers::run(&arguments),
    };
    match result {
        Ok(true) => FINE,
        Ok(false) => SOME_FAILED,
        Err(error) => {
            output::say(&format!("s2s: {error}"));
            error.exit_code()
        }
    }
}
