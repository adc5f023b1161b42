//! `s2s outbox`: what is in an outbox, for people and programs, and what can be done about it.

use std::io::{self, BufWriter, StdoutLock, stdout};

use s2s_core::Timestamp;
use serde::Serialize;

use super::add;
use super::row::Row;
use super::store::{Counts, Outbox, Shut};
use crate::args::{self, OutboxCommand};
use crate::edge::Clock;
use crate::error::Error;
use crate::output::{ignore_broken_pipe, json_line, print, table};
use crate::state::State;

/// Runs `s2s outbox`.
pub(crate) fn run(arguments: &args::Outbox) -> Result<bool, Error> {
    match &arguments.command {
        OutboxCommand::Add { outbox, file, table, rotated } => {
            let count = add::add(outbox, file, table, *rotated)?;
            print(&format!("{} taken in\n", events(count)))?;
        }
        OutboxCommand::Status { file, json } => status(&Outbox::look(file)?, *json)?,
        OutboxCommand::List { file, state, json } => each(&Outbox::look(file)?, state.as_deref(), |row, out| list(row, *json, out))?,
        OutboxCommand::Export { file, failed } => each(&Outbox::look(file)?, None, |row, out| match failed {
            false => row.report(true, out),
            true if row.state.is_settled() => Ok(()),
            true => row.failure(true, out),
        })?,
        OutboxCommand::Retry { file } => {
            let count = Outbox::existing(file)?.retry()?;
            print(&format!("{} submitted again by the next `s2s send` with this outbox\n", events(count)))?;
        }
        OutboxCommand::Purge { file, all, unconfigured } => {
            let count = Outbox::existing(file)?.purge(*all, *unconfigured)?;
            print(&format!("{} removed\n", events(count)))?;
        }
    }
    Ok(true)
}

fn events(count: usize) -> String {
    if count == 1 { "1 event is".to_owned() } else { format!("{count} events are") }
}

/// Writes something about each event to the standard output, until its reader goes away.
fn each(
    outbox: &Outbox,
    state: Option<&str>,
    mut write: impl FnMut(&Row, &mut BufWriter<StdoutLock<'_>>) -> io::Result<()>,
) -> Result<(), Error> {
    let mut out = BufWriter::new(stdout().lock());
    let mut written = Ok(());
    outbox.each(state, |row| {
        written = write(row, &mut out);
        Ok(written.is_ok())
    })?;
    Ok(ignore_broken_pipe(written.and_then(|()| io::Write::flush(&mut out)))?)
}

fn status(outbox: &Outbox, json: bool) -> Result<(), Error> {
    let Counts { counts, oldest_since, shut } = outbox.counts()?;
    if json {
        return status_as_json(&counts, oldest_since, &shut);
    }
    let now = Clock::new(None).now().unix_millis();
    let age = |since: i64| duration(now.saturating_sub(since).max(0) / 1_000);
    let mut rows = vec![["destination", "state", "events"].map(str::to_owned).to_vec()];
    let is_unconfigured = counts.iter().any(|(_, state, _)| state == State::Unconfigured.as_str());
    rows.extend(counts.into_iter().map(|(destination, state, count)| vec![destination, state, count.to_string()]));
    let mut text = table(&rows, |column| column == 2);
    if !shut.is_empty() {
        text += "\n";
    }
    for Shut { destination, state, since, reason, cause } in shut {
        let what = if state == "refused" { "refuses the credentials, or all events" } else { "does not respond" };
        let why: Vec<String> = [reason, cause].into_iter().flatten().collect();
        let separator = if why.is_empty() { "" } else { ": " };
        text += &format!("{destination} {what}, since {}{separator}{}\n", age(since), why.join(": "));
    }
    if is_unconfigured {
        text += "\nunconfigured: the configuration has no such destination; `s2s send` with one that has it sends these events\n";
    }
    if let Some(since) = oldest_since {
        text += &format!("\noldest unfinished event: {}\n", age(since));
    }
    Ok(print(&text)?)
}

fn status_as_json(counts: &[(String, String, i64)], oldest_since: Option<i64>, shut: &[Shut]) -> Result<(), Error> {
    let status = serde_json::json!({
        "events": counts.iter().map(|(destination, state, count)| {
            serde_json::json!({ "destination": destination, "state": state, "events": count })
        }).collect::<Vec<_>>(),
        "destinations": shut.iter().map(|own| {
            serde_json::json!({
                "destination": own.destination, "state": own.state, "since": time(own.since), "reason": own.reason, "cause": own.cause,
            })
        }).collect::<Vec<_>>(),
        "oldest_since": oldest_since.and_then(time),
    });
    Ok(print(&format!("{status}\n"))?)
}

/// A time in RFC 3339.
fn time(millis: i64) -> Option<String> {
    Timestamp::from_unix_millis(millis).map(|time| time.to_string())
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

/// Writes one line about an event, without personal data.
fn list(row: &Row, json: bool, out: &mut impl io::Write) -> io::Result<()> {
    #[derive(Serialize)]
    struct Line<'a> {
        file: &'a str,
        line: u64,
        state: &'a str,
        destination: Option<&'a str>,
        attempts: u32,
        next_at: Option<&'a str>,
        reason: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        last_reason: Option<&'a str>,
    }
    let next_at = row.next_at.and_then(time);
    let line = Line {
        file: &row.file,
        line: row.line,
        state: row.state.as_str(),
        destination: row.destination.as_deref(),
        attempts: row.attempts.unwrap_or(0),
        next_at: next_at.as_deref(),
        reason: row.reason(),
        last_reason: row.last().map(|(_, reason)| reason),
    };
    if json {
        return json_line(out, &line);
    }
    let last = row.last().map(|(outcome, reason)| format!(" ({outcome}: {reason})")).unwrap_or_default();
    let Line { file, line, state, destination, attempts, next_at, reason, .. } = line;
    let (destination, next_at) = (destination.unwrap_or("-"), next_at.unwrap_or("-"));
    writeln!(out, "{file}:{line}\t{state}\t{destination}\t{attempts}\t{next_at}\t{reason}{last}")
}
