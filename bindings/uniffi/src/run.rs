//! The run loop of a delivery, which a driver pumps.

use std::num::NonZeroUsize;

use s2s_core::NoResponse;
use s2s_core::delivery::{Do, Report, RunOptions, Storage, Ticket, Until};

use crate::build::timestamp;
use crate::delivery::{Delivery, ReportData};
use crate::fault::{Fault, caught};
use crate::request::RequestData;

/// Why a run cannot begin.
#[derive(Debug, uniffi::Record)]
pub struct CannotRunData {
    /// A code.
    code: String,
    /// A sentence for people.
    text: String,
}

/// What a driver does next.
#[derive(uniffi::Enum)]
#[uniffi::export(Debug)]
#[expect(clippy::large_enum_variant, reason = "most of what a run asks for is a request")]
pub enum DoData {
    /// Send a request.
    Send {
        /// What the response is for.
        ticket: u64,
        /// The request.
        request: RequestData,
    },
    /// Store a log.
    Store {
        /// The log.
        log: Vec<u8>,
        /// Whether it replaces everything that is stored.
        replaces: bool,
    },
    /// Report what became of events.
    Report {
        /// The reports.
        reports: Vec<ReportData>,
    },
    /// Cancel a request.
    Cancel {
        /// The ticket of the request.
        ticket: u64,
    },
    /// Wait until something changes.
    Wait {
        /// The longest wait in milliseconds.
        millis: i64,
    },
    /// The run has ended.
    Done,
}

crate::redacted_debug!(DoData);

#[uniffi::export]
impl Delivery {
    /// Begins a run. Returns why it cannot begin.
    pub fn run_begin(
        &self,
        until: Until,
        storage: Storage,
        max_in_flight: Option<u64>,
        stop_on_error: bool,
        acknowledge: bool,
    ) -> Result<Option<CannotRunData>, Fault> {
        let mut options = RunOptions::default().until(until).storage(storage).stop_on_error(stop_on_error).acknowledge(acknowledge);
        // The packages refuse a zero.
        if let Some(most) = max_in_flight.and_then(|given| NonZeroUsize::new(usize::try_from(given).unwrap_or(usize::MAX))) {
            options = options.max_in_flight(most);
        }
        let begun = caught(|| self.own().run().begin(options))?;
        Ok(begun.err().map(|reason| CannotRunData { code: reason.as_str().to_owned(), text: reason.to_string() }))
    }

    /// Returns what to do now.
    pub fn run_next(&self, now_millis: i64) -> Result<DoData, Fault> {
        caught(|| self.stepped(now_millis, DoData::new))
    }

    /// Ends the run, or the next one, once what is under way has its response.
    pub fn run_stop(&self) -> Result<(), Fault> {
        caught(|| self.own().run().stop())
    }

    /// Lets the run end when nothing waits and nothing is under way.
    pub fn run_finish(&self) -> Result<(), Fault> {
        caught(|| self.own().run().finish())
    }

    /// Ends the run, and cancels what is under way.
    pub fn run_cancel(&self) -> Result<(), Fault> {
        caught(|| self.own().run().cancel())
    }

    /// Ends the run because something that the driver needs has failed.
    pub fn run_fail(&self) -> Result<(), Fault> {
        caught(|| self.own().run().fail())
    }

    /// Ends the run at once.
    pub fn run_abandon(&self, now_millis: i64) -> Result<(), Fault> {
        caught(|| self.own().run().abandon(timestamp(now_millis)))
    }

    /// Reports that the log is stored.
    pub fn run_stored(&self) -> Result<(), Fault> {
        caught(|| self.own().run().stored())
    }

    /// Reports that the log could not be stored.
    pub fn run_not_stored(&self, log: Vec<u8>) -> Result<(), Fault> {
        caught(|| self.own().run().not_stored(log))
    }

    /// Reports how many of the reports were reported.
    pub fn run_reported(&self, count: u64) -> Result<(), Fault> {
        caught(|| self.own().run().reported(usize::try_from(count).unwrap_or(usize::MAX)))
    }

    /// Reports the error of a request, with its kind where that is known. Returns whether it ends the run.
    pub fn run_error(&self, ticket: u64, kind: Option<String>, cause: String, now_millis: i64) -> Result<bool, Fault> {
        let kind = kind.map(|kind| NoResponse::from_name(&kind).unwrap_or(NoResponse::Other));
        caught(|| self.own().run().on_error(Ticket::from_number(ticket), kind, &cause, timestamp(now_millis)))
    }

    /// Takes back a request that was certainly not sent. Returns `false` for a ticket that is not under way.
    pub fn run_withdraw(&self, ticket: u64, now_millis: i64) -> Result<bool, Fault> {
        caught(|| self.own().run().withdraw(Ticket::from_number(ticket), timestamp(now_millis)))
    }
}

impl Delivery {
    /// Reads what to do now, with the reports that are to be reported.
    pub(crate) fn stepped<T>(&self, now_millis: i64, read: impl FnOnce(Do, &[Report]) -> T) -> T {
        let mut own = self.own();
        let next = own.run().next(timestamp(now_millis));
        read(next, own.run().reports())
    }
}

impl DoData {
    pub(crate) fn new(next: Do, reports: &[Report]) -> Self {
        match next {
            Do::Send { ticket, request } => Self::Send { ticket: ticket.number(), request: (&*request).into() },
            Do::Store { log, replaces } => Self::Store { log, replaces },
            Do::Report => Self::Report { reports: reports.iter().cloned().map(ReportData::from).collect() },
            Do::Cancel(ticket) => Self::Cancel { ticket: ticket.number() },
            Do::Wait(wait) => Self::Wait { millis: i64::try_from(wait.as_millis()).unwrap_or(i64::MAX) },
            // Whatever else there may be one day, nothing is done of it.
            _ => Self::Done,
        }
    }
}
