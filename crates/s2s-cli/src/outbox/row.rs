//! An event of an outbox, as it is reported.

use std::io::{self, Write};

use rusqlite::types::Type;
use s2s_core::delivery::{Report, ReportKind};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::event::Event;
use crate::output::{json_line, retry_after_ms};
use crate::state::{SKIPPED, State};

/// A number that cannot be negative.
pub(super) fn count(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<u64> {
    let number: i64 = row.get(column)?;
    u64::try_from(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, number))
}

/// What the last response said, if there was one.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Details {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    scope: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last_outcome: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last_reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    retry_after_ms: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    provider_message: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cause: Option<String>,
}

impl Details {
    pub(crate) fn of(report: &Report) -> Self {
        let Some(outcome) = &report.outcome else { return Self::default() };
        // Of what was delivered, and of what was refused, it is the report's own.
        let is_another = report.kind == ReportKind::GaveUp;
        Self {
            scope: Some(outcome.scope().as_str().to_owned()),
            last_outcome: is_another.then(|| outcome.kind().as_str().to_owned()),
            last_reason: is_another.then(|| outcome.reason().to_owned()),
            retry_after_ms: retry_after_ms(outcome),
            provider_message: outcome.provider_message().map(str::to_owned),
            cause: report.cause.as_deref().map(str::to_owned),
        }
    }
}

/// An event of an outbox.
pub(crate) struct Row {
    /// Name of its file, `-` for the standard input.
    pub(crate) file: String,
    pub(crate) line: u64,
    pub(crate) state: State,
    pub(crate) provider: Option<String>,
    pub(crate) destination: Option<String>,
    /// Of an event for every provider: the destination, as the event's `destinations` name it.
    pub(crate) label: Option<String>,
    event: Option<Vec<u8>>,
    new_id: Option<String>,
    reason: Option<String>,
    pub(crate) attempts: Option<u32>,
    maybe_delivered: Option<bool>,
    /// In Unix milliseconds.
    pub(crate) next_at: Option<i64>,
    details: Details,
    pub(crate) issues: Option<Box<RawValue>>,
    warnings: Option<Box<RawValue>>,
}

/// The columns that [`Row::read`] reads.
pub(super) const SELECT: &str = "SELECT files.name, line, state, provider, destination, event, new_id, reason, attempts, maybe_delivered, \
                                 next_at, details, issues, warnings, label FROM events JOIN files ON files.id = events.file";

impl Row {
    pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        let damaged = |column| rusqlite::Error::InvalidColumnType(column, String::new(), Type::Text);
        let json = |column| {
            let text: Option<String> = row.get(column)?;
            text.map(|text| RawValue::from_string(text).map_err(|_| damaged(column))).transpose()
        };
        let details: Option<String> = row.get(11)?;
        let details = details.map(|details| serde_json::from_str(&details).map_err(|_| damaged(11))).transpose()?;
        let state: String = row.get(2)?;
        Ok(Self {
            file: row.get(0)?,
            line: count(row, 1)?,
            state: State::from_name(&state).ok_or_else(|| damaged(2))?,
            provider: row.get(3)?,
            destination: row.get(4)?,
            event: row.get(5)?,
            new_id: row.get(6)?,
            reason: row.get(7)?,
            attempts: row.get(8)?,
            maybe_delivered: row.get(9)?,
            next_at: row.get(10)?,
            details: details.unwrap_or_default(),
            issues: json(12)?,
            warnings: json(13)?,
            label: row.get(14)?,
        })
    }

    /// Why.
    pub(crate) fn reason(&self) -> &str {
        match (self.state, &self.reason) {
            (State::Waiting, Some(reason)) => reason,
            (State::Waiting, None) => "not sent yet, or to be sent again",
            (State::Added, _) => "to be built by the next `s2s send`",
            (State::Again, _) => "to be submitted once more",
            (State::Unconfigured, _) => "the configuration has no such destination",
            (State::Skipped, _) => SKIPPED,
            (_, reason) => reason.as_deref().unwrap_or_default(),
        }
    }

    /// The last outcome of an event that was given up, and its reason.
    pub(crate) fn last(&self) -> Option<(&str, &str)> {
        self.details.last_outcome.as_deref().zip(self.details.last_reason.as_deref())
    }

    /// Writes its line of `--report`, with the name of its file where lines of several files are
    /// reported.
    pub(crate) fn report(&self, has_file: bool, out: &mut impl Write) -> io::Result<()> {
        #[derive(Serialize)]
        struct Line<'a> {
            #[serde(skip_serializing_if = "Option::is_none")]
            file: Option<&'a str>,
            line: u64,
            provider: Option<&'a str>,
            #[serde(skip_serializing_if = "Option::is_none")]
            destination: Option<&'a str>,
            outcome: &'static str,
            reason: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            maybe_delivered: Option<bool>,
            #[serde(skip_serializing_if = "Option::is_none")]
            attempts: Option<u32>,
            #[serde(flatten)]
            details: &'a Details,
            #[serde(skip_serializing_if = "Option::is_none")]
            issues: Option<&'a RawValue>,
            #[serde(skip_serializing_if = "Option::is_none")]
            warnings: Option<&'a RawValue>,
        }
        json_line(
            out,
            &Line {
                file: has_file.then_some(&self.file),
                line: self.line,
                provider: self.provider.as_deref(),
                destination: self.label.as_deref(),
                outcome: self.state.as_str(),
                reason: self.reason(),
                maybe_delivered: self.maybe_delivered,
                attempts: self.attempts.filter(|attempts| *attempts > 1),
                details: &self.details,
                issues: self.issues.as_deref(),
                warnings: self.warnings.as_deref(),
            },
        )
    }

    /// Writes its line of `--failed`.
    pub(crate) fn failure(&self, has_file: bool, out: &mut impl Write) -> io::Result<()> {
        #[derive(Serialize)]
        struct Line<'a> {
            #[serde(skip_serializing_if = "Option::is_none")]
            file: Option<&'a str>,
            line: u64,
            outcome: &'static str,
            reason: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            issues: Option<&'a RawValue>,
            event: Option<Event<'a>>,
        }
        json_line(
            out,
            &Line {
                file: has_file.then_some(&self.file),
                line: self.line,
                outcome: self.state.as_str(),
                reason: self.reason(),
                issues: self.issues.as_deref(),
                event: self.event.as_deref().map(|text| Event::read_for(text, self.label.as_deref(), self.new_id.as_deref())),
            },
        )
    }
}
