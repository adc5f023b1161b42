//! An event of an outbox, as it is told.

use std::io::{self, Write};

use s2s_core::delivery::{Report, ReportKind};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::interpret::retry_after_ms;
use crate::output::json_line;
use crate::send::Event;

/// What has become of an event so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// The machine has it.
    Waiting,
    /// It is to be submitted once more.
    Again,
    /// It was not right, and nothing was sent.
    Invalid,
    Delivered,
    Duplicate,
    Dropped,
    GaveUp,
}

impl State {
    pub(crate) const ALL: [Self; 7] =
        [Self::Waiting, Self::Again, Self::Delivered, Self::Duplicate, Self::Dropped, Self::GaveUp, Self::Invalid];

    pub(crate) fn of(kind: ReportKind) -> Self {
        // They have the same names.
        Self::from_name(kind.as_str()).unwrap_or(Self::GaveUp)
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Again => "again",
            Self::Invalid => "invalid",
            Self::Delivered => ReportKind::Delivered.as_str(),
            Self::Duplicate => ReportKind::Duplicate.as_str(),
            Self::Dropped => ReportKind::Dropped.as_str(),
            Self::GaveUp => ReportKind::GaveUp.as_str(),
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }

    /// Whether the provider has the event.
    pub(crate) fn is_delivered(self) -> bool {
        matches!(self, Self::Delivered | Self::Duplicate)
    }
}

/// What the last answer said, where there was one.
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
        }
    }
}

/// An event of an outbox.
pub(crate) struct Row {
    pub(crate) file: i64,
    pub(crate) line: u64,
    pub(crate) state: State,
    pub(crate) provider: Option<String>,
    pub(crate) destination: Option<String>,
    event: Option<Vec<u8>>,
    new_id: Option<String>,
    reason: Option<String>,
    attempts: Option<u32>,
    maybe_delivered: Option<bool>,
    details: Details,
    issues: Option<Box<RawValue>>,
    warnings: Option<Box<RawValue>>,
}

/// The columns that [`Row::read`] reads.
pub(super) const SELECT: &str = "SELECT file, line, state, provider, destination, event, new_id, reason, attempts, maybe_delivered, details, \
                                 issues, warnings FROM events";

impl Row {
    pub(super) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
        let json = |text: Option<String>| text.and_then(|text| RawValue::from_string(text).ok());
        let details: Option<String> = row.get(10)?;
        let state: String = row.get(2)?;
        Ok(Self {
            file: row.get(0)?,
            line: row.get::<_, i64>(1)? as u64,
            state: State::from_name(&state).unwrap_or(State::Waiting),
            provider: row.get(3)?,
            destination: row.get(4)?,
            event: row.get(5)?,
            new_id: row.get(6)?,
            reason: row.get(7)?,
            attempts: row.get(8)?,
            maybe_delivered: row.get(9)?,
            details: details.and_then(|details| serde_json::from_str(&details).ok()).unwrap_or_default(),
            issues: json(row.get(11)?),
            warnings: json(row.get(12)?),
        })
    }

    /// Why.
    pub(crate) fn reason(&self) -> &str {
        match self.state {
            State::Waiting => "not sent yet, or to be sent again",
            State::Again => "to be submitted once more",
            _ => self.reason.as_deref().unwrap_or_default(),
        }
    }

    /// The last outcome of an event that was given up, and its reason.
    pub(crate) fn last(&self) -> Option<(&str, &str)> {
        self.details.last_outcome.as_deref().zip(self.details.last_reason.as_deref())
    }

    /// Writes its line of `--report`.
    pub(crate) fn report(&self, out: &mut impl Write) -> io::Result<()> {
        #[derive(Serialize)]
        struct Line<'a> {
            line: u64,
            provider: Option<&'a str>,
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
                line: self.line,
                provider: self.provider.as_deref(),
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
    pub(crate) fn failure(&self, out: &mut impl Write) -> io::Result<()> {
        #[derive(Serialize)]
        struct Line<'a> {
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
                line: self.line,
                outcome: self.state.as_str(),
                reason: self.reason(),
                issues: self.issues.as_deref(),
                event: self.event.as_deref().map(|text| Event::read(text, self.new_id.as_deref())),
            },
        )
    }
}
