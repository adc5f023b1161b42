//! The program `s2s`: builds validated requests for measurement and advertising providers from a file of
//! events, sends them, and accounts for every event.
//!
//! ```text
//! s2s build events.jsonl                           prints the requests
//! s2s explain events.jsonl                         shows where events for every provider go
//! s2s send events.jsonl --failed failed.jsonl      sends them, and keeps what was not delivered
//! s2s send --sandbox events.jsonl                  sends them to a sandbox on this machine
//! s2s send --outbox outbox.db events.jsonl         retries until all are delivered, even after a crash
//! s2s outbox status outbox.db                      shows what is in an outbox
//! s2s interpret --provider adjust responses.jsonl  interprets responses
//! s2s sandbox                                      plays the providers until Ctrl-C
//! s2s health                                       asks a running sandbox whether it responds
//! s2s providers                                    lists providers, kinds of events and their fields
//! ```
//!
//! It is also a library, so that packages of other languages can contain the program: [`run`].

mod args;
mod build;
mod config;
mod demo;
mod edge;
mod error;
mod event;
mod explain;
mod format;
mod growing;
mod health;
mod interpret;
mod lines;
mod neutral;
mod outbox;
mod output;
mod pipeline;
mod providers;
mod sandbox;
mod send;
mod signals;
mod source;
mod state;
mod table;

use std::ffi::OsString;

use clap::Parser;

use args::{Arguments, Command};
use error::{FINE, SOME_FAILED, USAGE};

/// Runs the program on the standard streams with its arguments; the first is its own name.
///
/// Returns the exit code: 0 if all is well, 1 if some events were rejected or not delivered, 2 if
/// the arguments or the configuration are wrong.
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
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Interpret(arguments) => interpret::run(&arguments),
        Command::Send(arguments) => send::run(arguments),
        Command::Outbox(arguments) => outbox::run(&arguments),
        Command::Sandbox(arguments) => sandbox::run(&arguments),
        Command::Health(arguments) => health::run(&arguments),
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
