//! What became of an event in the end.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::outcome::Outcome;

use super::arena::{Arena, Id};
use super::index::{Index, Tag};

/// What became of an event in the end. Every event that was submitted gets exactly one; after a restore it may come again until it is
/// acknowledged.
#[derive(Clone)]
#[non_exhaustive]
pub struct Report {
    /// The event's id, as it was submitted.
    pub id: String,
    /// Its destination.
    pub destination: Arc<str>,
    /// What became of it.
    pub kind: ReportKind,
    /// Why, in our words: one of a fixed set of texts, without personal data.
    pub reason: Cow<'static, str>,
    /// Whether the provider may have the event although it is not reported as delivered.
    pub maybe_delivered: bool,
    /// How often it was sent, also where nothing can have arrived.
    pub attempts: u32,
    /// The outcome of the attempt that ended it. `None` where it ended without one: it was never sent, or became too old while it waited. Also
    /// `None` after a restore.
    pub outcome: Option<Outcome>,
    /// Error of the HTTP client at the last attempt, as [`Request::redact`](crate::Request::redact) leaves it; where the event ended while it
    /// waited for another attempt, that of the last request to its destination. `None` where there was a response, where the caller gave no
    /// text, and after a restore.
    pub cause: Option<Arc<str>>,
}

/// The last attempt at an event: its outcome, and the HTTP client's error where there was no response.
#[derive(Clone)]
pub(super) struct Last {
    pub(super) outcome: Outcome,
    pub(super) cause: Option<Arc<str>>,
}

impl Report {
    /// Adds what is known of the last attempt.
    pub(super) fn add(&mut self, last: Option<Last>) {
        if let Some(Last { outcome, cause }) = last {
            (self.outcome, self.cause) = (Some(outcome), cause);
        }
    }
}

/// Reports that are not acknowledged, each with the number of its event.
#[derive(Default)]
pub(super) struct Unacknowledged {
    reports: Arena<(u64, Report)>,
    /// The reports by the ids of their events.
    ids: Index<(u64, Report)>,
}

impl Unacknowledged {
    /// Adds a report. `tag` is that of its event's id.
    pub(super) fn insert(&mut self, sequence: u64, report: Report, tag: Tag) -> Id<(u64, Report)> {
        let place = self.reports.insert((sequence, report));
        self.ids.insert(tag, place);
        place
    }

    pub(super) fn remove(&mut self, place: Id<(u64, Report)>, tag: Tag) -> Option<(u64, Report)> {
        self.ids.remove(tag, place);
        self.reports.remove(place)
    }

    /// Removes the report of an event; returns the event's number.
    pub(super) fn take(&mut self, id: &str, tag: Tag) -> Option<u64> {
        let place = self.find(id, tag)?;
        self.remove(place, tag).map(|(sequence, _)| sequence)
    }

    pub(super) fn has(&self, id: &str, tag: Tag) -> bool {
        self.find(id, tag).is_some()
    }

    fn find(&self, id: &str, tag: Tag) -> Option<Id<(u64, Report)>> {
        self.ids.find(tag, |place| self.reports.get(place).is_some_and(|(_, report)| report.id == id))
    }

    pub(super) fn len(&self) -> usize {
        self.reports.len()
    }

    /// The reports in the order of their events' numbers.
    pub(super) fn in_order(&self) -> Vec<&(u64, Report)> {
        let mut reports: Vec<&(u64, Report)> = self.reports.values().collect();
        reports.sort_unstable_by_key(|(sequence, _)| *sequence);
        reports
    }
}

/// What became of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReportKind {
    /// The provider accepted it.
    Delivered,
    /// The provider had it already.
    Duplicate,
    /// The provider refuses it, or would: it is not sent again.
    Dropped,
    /// It was tried as often or as long as the settings allow.
    GaveUp,
}

impl ReportKind {
    /// Name of the kind, as in JSON: `delivered`, `duplicate`, `dropped`, `gave_up`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Duplicate => "duplicate",
            Self::Dropped => "dropped",
            Self::GaveUp => "gave_up",
        }
    }
}

impl fmt::Display for ReportKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The id may be personal data and is not shown.
impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Report")
            .field("kind", &self.kind)
            .field("reason", &self.reason)
            .field("maybe_delivered", &self.maybe_delivered)
            .field("attempts", &self.attempts)
            .field("outcome", &self.outcome)
            .field("cause", &self.cause)
            .finish_non_exhaustive()
    }
}

/// What a delivery has done since it began, and what it has to do.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Stats {
    /// Events that were submitted.
    pub submitted: u64,
    /// Events that were delivered.
    pub delivered: u64,
    /// Events that the provider had already.
    pub duplicate: u64,
    /// Events that the provider refuses.
    pub dropped: u64,
    /// Events that were given up.
    pub gave_up: u64,
    /// Number of requests that were returned to be sent.
    pub requests: u64,
    /// Events that wait or are under way.
    pub pending: usize,
    /// Requests that are under way.
    pub in_flight: usize,
    /// Lanes with events.
    pub lanes: usize,
    /// Lanes without events that are remembered.
    pub remembered_lanes: usize,
    /// What is known of each destination.
    pub destinations: Vec<DestinationStats>,
}

/// What is known of a destination.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DestinationStats {
    /// Its name.
    pub name: Arc<str>,
    /// Provider of its requests; destinations of several providers may share a name.
    pub provider: &'static str,
    /// Whether requests go there.
    pub state: State,
    /// Requests that are under way.
    pub in_flight: usize,
    /// How many requests may go there in a second, where that is limited.
    pub per_second: Option<f64>,
    /// Error of the HTTP client at the last request that ended, as [`Request::redact`](crate::Request::redact) leaves it. `None` where
    /// there was a response, or the caller gave no text.
    pub cause: Option<Arc<str>>,
}

/// Whether requests go to a destination.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum State {
    /// They do.
    Open,
    /// It refuses the credentials or all events; one request now and then tries again.
    Refused,
    /// It does not respond; one request now and then tries again.
    Silent,
}

impl State {
    /// Name of the state, as in JSON: `open`, `refused`, `silent`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Refused => "refused",
            Self::Silent => "silent",
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
