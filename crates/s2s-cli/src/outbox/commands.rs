//! `s2s outbox`: what is in an outbox, for people and programs, and what can be done about it.

use std::io::{BufWriter, Write, stdout};
use std::path::Path;

use super::{Counts, Outbox, State};
use crate::args::{self, OutboxCommand};
use crate::edge::Clock;
use crate::error::Error;
use crate::output::{ignore_broken_pipe, print};
use crate::send::table;

/// Runs `s2s outbox`.
pub(crate) fn run(arguments: &args::Outbox) -> Result<bool, Error> {
    match &arguments.command {
        OutboxCommand::Status { file } => status(&Outbox::look(file)?)?,
        OutboxCommand::List { file, state } => list(file, state.as_deref())?,
        OutboxCommand::Export { file, failed } => export(file, *failed)?,
        OutboxCommand::Retry { file } => {
            let count = Outbox::existing(file)?.retry()?;
            print(&format!("{} submitted again by the next `s2s send` with this outbox\n", events(count)))?;
        }
        OutboxCommand::Purge { file, all } => {
            let count = Outbox::existing(file)?.purge(*all)?;
            print(&format!("{} removed\n", events(count)))?;
        }
    }
    Ok(true)
}

fn events(count: usize) -> String {
    if count == 1 { "1 event is".to_owned() } else { format!("{count} events are") }
}

fn status(outbox: &Outbox) -> Result<(), Error> {
    let Counts { counts, oldest_since } = outbox.counts()?;
    let mut rows = vec![["destination", "state", "events"].map(str::to_owned)];
    rows.extend(counts.into_iter().map(|(destination, state, count)| [destination, state, count.to_string()]));
    let mut text = table(&rows, [false, false, true]);
    if let Some(since) = oldest_since {
        let age = Clock::new(None).now().unix_millis().saturating_sub(since).max(0) / 1_000;
        text += &format!("\noldest of what is not through: {}\n", duration(age));
    }
    Ok(print(&text)?)
}

/// Seconds, for people.
fn duration(seconds: i64) -> String {
    match seconds {
        0..120 => format!("{seconds} s"),
        120..7_200 => format!("{} min", seconds / 60),
        7_200..172_800 => format!("{} h", seconds / 3_600),
        _ => format!("{} d", seconds / 86_400),
    }
}

/// One line for each event, without personal data.
fn list(file: &Path, state: Option<&str>) -> Result<(), Error> {
    let mut out = BufWriter::new(stdout().lock());
    Outbox::look(file)?.each(state, |row| {
        let (state, reason) = (row.state.as_str(), row.reason());
        let destination = row.destination.as_deref().unwrap_or("-");
        let last = row.last().map(|(outcome, reason)| format!(" ({outcome}: {reason})")).unwrap_or_default();
        writeln!(out, "{}:{}\t{state}\t{destination}\t{reason}{last}", row.file, row.line)?;
        Ok(())
    })?;
    Ok(ignore_broken_pipe(out.flush())?)
}

fn export(file: &Path, failed: bool) -> Result<(), Error> {
    let mut out = BufWriter::new(stdout().lock());
    Outbox::look(file)?.each(None, |row| match (failed, row.state) {
        (false, _) => Ok(row.report(&mut out)?),
        (true, State::Delivered | State::Duplicate) => Ok(()),
        (true, _) => Ok(row.failure(&mut out)?),
    })?;
    Ok(ignore_broken_pipe(out.flush())?)
}
