//! What is written: JSON lines to files and to the standard output, and texts for people.

use std::fmt::Write as _;
use std::io::{self, ErrorKind, Write};
use std::net::SocketAddr;

use s2s_core::{Issue, Outcome};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// An issue or warning as JSON.
pub(crate) struct IssueLine<'a>(pub(crate) &'a Issue);

impl Serialize for IssueLine<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut issue = serializer.serialize_struct("Issue", 3)?;
        issue.serialize_field("path", self.0.path())?;
        issue.serialize_field("code", self.0.code().as_str())?;
        issue.serialize_field("message", self.0.message())?;
        issue.end()
    }
}

/// Issues or warnings as a JSON array.
pub(crate) struct IssueList<'a>(pub(crate) &'a [Issue]);

impl Serialize for IssueList<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(IssueLine))
    }
}

/// How long the server asks to wait, in milliseconds.
pub(crate) fn retry_after_ms(outcome: &Outcome) -> Option<u64> {
    outcome.retry_after().map(|wait| u64::try_from(wait.as_millis()).unwrap_or(u64::MAX))
}

/// Writes one line of JSON.
pub(crate) fn json_line(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")
}

/// Prints a text for people to the standard output. A reader that has gone away has read enough.
pub(crate) fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    ignore_broken_pipe(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// Prints a message for people, in addition to the output.
pub(crate) fn say(text: &str) {
    // Where nobody listens, there is nobody to tell.
    let _ = writeln!(io::stderr(), "{text}");
}

/// Warns that other machines may do something where an address to listen on lets them.
pub(crate) fn warn_of_others(address: SocketAddr, what: &str) {
    let host = address.ip();
    if !host.is_loopback() {
        say(&format!("s2s: warning: {host} is not a loopback address: other machines may {what}"));
    }
}

/// A reader that has gone away is no failure: `s2s build … | head`.
pub(crate) fn ignore_broken_pipe(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Rows as text in columns. A column of numbers is aligned to the right.
pub(crate) fn table(rows: &[Vec<String>], is_number: impl Fn(usize) -> bool) -> String {
    let mut widths: Vec<usize> = Vec::new();
    for row in rows {
        widths.resize(widths.len().max(row.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            // Writing to a text cannot fail.
            let _ = if is_number(column) { write!(line, "{cell:>width$}  ") } else { write!(line, "{cell:<width$}  ") };
        }
        text += line.trim_end();
        text.push('\n');
    }
    text
}
