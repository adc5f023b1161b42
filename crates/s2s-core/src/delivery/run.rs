//! The run loop: everything a driver decides while it sends what a delivery has to send.

use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use crate::request::Request;
use crate::response::NoResponse;
use crate::value::Timestamp;

use super::{Delivery, Next, Report, Ticket};

/// Upper bound on one wait, so that clock changes and suspends are noticed.
const LONGEST_WAIT: i64 = 60_000;

/// The run of a [`Delivery`], from [`Delivery::run`]: a loop without I/O that a driver pumps.
///
/// A driver begins a run ([`Run::begin`]) and does what [`Run::next`] says until that is [`Do::Done`]. Responses and failures go to the
/// delivery ([`Delivery::on_response`], [`Run::on_error`]), in any order and also while the driver waits.
///
/// ```
/// use s2s_core::delivery::{Config, Delivery, Do, RunOptions, Submission};
/// use s2s_core::{Adjust, Response, Timestamp, adjust};
///
/// # let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap_or(Timestamp::MIN);
/// # let client = Adjust::new(adjust::Config::builder().app_token("4w565xzmb54d").build())?;
/// # let event = adjust::Event::builder().event_token("f0ob4r").idfv("59E27F41-A86B-4560-B585-63161F871C4B").build();
/// # let mut delivered = 0;
/// let mut delivery = Delivery::new(&Config::default(), 7)?;
/// delivery.submit(Submission::new("order-1", client.event(&event, now)?), now)?;
/// delivery.run().begin(RunOptions::default())?;
/// loop {
///     match delivery.run().next(now) {
///         // A driver would send the request, and go on without waiting for the response.
///         Do::Send { ticket, request: _ } => {
///             delivery.on_response(ticket, &Response::new(200, [("content-type", "text/plain")], "OK"), now);
///         }
///         Do::Report => {
///             delivered += delivery.run().reports().len();
///             delivery.run().reported(delivered);
///         }
///         Do::Done => break,
///         other => unreachable!("there is no log, and nothing to wait for: {other:?}"),
///     }
/// }
/// assert_eq!(delivered, 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Run<'a>(&'a mut Delivery);

/// Settings of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RunOptions {
    /// When the run ends.
    pub until: Until,
    /// Where the log goes.
    pub storage: Storage,
    /// Maximum number of requests in flight (default: as many as the delivery allows). A request whose time is over counts until its end
    /// is reported.
    pub max_in_flight: Option<NonZeroUsize>,
    /// Ends the run at an error that is not known as one of an HTTP client.
    pub stop_on_error: bool,
    /// Acknowledges each report once it has been reported. With a journal, the acknowledgement is stored with what is stored next.
    pub acknowledge: bool,
}

impl Default for RunOptions {
    fn default() -> Self {
        let (until, storage) = (Until::Idle, Storage::None);
        Self { until, storage, max_in_flight: None, stop_on_error: false, acknowledge: false }
    }
}

impl RunOptions {
    /// The settings with another end.
    #[must_use]
    pub fn until(self, until: Until) -> Self {
        Self { until, ..self }
    }

    /// The settings with a storage.
    #[must_use]
    pub fn storage(self, storage: Storage) -> Self {
        Self { storage, ..self }
    }

    /// The settings with another number of requests in flight.
    #[must_use]
    pub fn max_in_flight(self, max_in_flight: NonZeroUsize) -> Self {
        Self { max_in_flight: Some(max_in_flight), ..self }
    }

    /// The settings with or without an end at unknown errors.
    #[must_use]
    pub fn stop_on_error(self, stop_on_error: bool) -> Self {
        Self { stop_on_error, ..self }
    }

    /// The settings with or without acknowledgement of what was reported.
    #[must_use]
    pub fn acknowledge(self, acknowledge: bool) -> Self {
        Self { acknowledge, ..self }
    }
}

/// When a run ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Until {
    /// When nothing waits and nothing is under way.
    #[default]
    Idle,
    /// When [`Run::stop`] says so, and what is under way has its response.
    Stopped,
}

/// Where the log of a run goes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Storage {
    /// Nowhere: the delivery has no journal.
    #[default]
    None,
    /// To a storage that can append. The log grows with each event.
    Append,
    /// To a storage that can also replace everything by a shorter log, which keeps it short.
    Replace,
}

/// What a driver does next.
#[non_exhaustive]
pub enum Do {
    /// Send this request, and go on. Report what came back for the ticket when it comes.
    Send {
        /// The ticket of the request.
        ticket: Ticket,
        /// The request. It has no warnings any more.
        request: Arc<Request>,
    },
    /// Store this log: append it, or replace everything that is stored. Then call [`Run::stored`] or [`Run::not_stored`].
    Store {
        /// The log. It holds credentials and personal data.
        log: Vec<u8>,
        /// Whether it replaces everything that is stored. A crash must leave either the old log or this one.
        replaces: bool,
    },
    /// Report what became of events: [`Run::reports`]. Then call [`Run::reported`].
    Report,
    /// Cancel the request of this ticket: its time is over, or the run is cancelled. Report its end as usual.
    Cancel(Ticket),
    /// Wait until something changes (a response, a submission, a call of this type), but no longer than this.
    Wait(Duration),
    /// Nothing more: the run has ended.
    Done,
}

/// The log is not shown.
impl fmt::Debug for Do {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Send { ticket, request } => f.debug_struct("Send").field("ticket", ticket).field("request", request).finish(),
            Self::Store { log, replaces } => {
                f.debug_struct("Store").field("log", &format_args!("{} bytes", log.len())).field("replaces", replaces).finish()
            }
            Self::Report => f.write_str("Report"),
            Self::Cancel(ticket) => f.debug_tuple("Cancel").field(ticket).finish(),
            Self::Wait(wait) => f.debug_tuple("Wait").field(wait).finish(),
            Self::Done => f.write_str("Done"),
        }
    }
}

/// Why a run cannot begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum CannotRun {
    /// Another run of this delivery has not ended.
    AlreadyRunning,
    /// The delivery has a journal, and there is no storage for its log.
    NoStorage,
    /// A log was taken, and nobody said whether it is stored. Restore a delivery from what is stored.
    StoreUnfinished,
}

impl CannotRun {
    /// The reason as other languages spell it: `already_running`, `no_storage`, `store_unfinished`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AlreadyRunning => "already_running",
            Self::NoStorage => "no_storage",
            Self::StoreUnfinished => "store_unfinished",
        }
    }
}

impl fmt::Display for CannotRun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AlreadyRunning => "another run of this delivery has not ended",
            Self::NoStorage => "the delivery has a journal, and its log has to be stored",
            Self::StoreUnfinished => "storing a log of this delivery has not ended",
        })
    }
}

impl std::error::Error for CannotRun {}

/// What a delivery knows of its run.
#[derive(Default)]
pub(super) struct State {
    options: RunOptions,
    is_running: bool,
    /// Ends this run, or the next one.
    is_stopped: bool,
    is_cancelled: bool,
    has_failed: bool,
    has_failed_to_store: bool,
    has_failed_to_report: bool,
    /// Requests that were returned, in the order of their tickets, which is that of their times.
    under_way: BTreeMap<Ticket, UnderWay>,
    to_cancel: VecDeque<Ticket>,
    /// Reports that were not returned, or that the driver has failed with. They outlast the run.
    reports: Vec<Report>,
    /// Ids of reports to acknowledge.
    reported: Vec<String>,
}

struct UnderWay {
    /// When its time is over, by the delivery's clock.
    ends_at: i64,
    is_cancelled: bool,
}

impl State {
    /// Notes that the end of a request was reported.
    pub(super) fn landed(&mut self, ticket: Ticket) {
        self.under_way.remove(&ticket);
    }

    /// The request whose time is over first.
    fn first(&self) -> Option<(&Ticket, &UnderWay)> {
        self.under_way.iter().find(|(_, own)| !own.is_cancelled)
    }

    /// Returns whether another request may be returned.
    fn has_room(&self) -> bool {
        self.options.max_in_flight.is_none_or(|most| self.under_way.len() < most.get())
    }

    fn is_ending(&self) -> bool {
        self.is_stopped || self.is_cancelled || self.has_failed
    }

    /// Ends the run. What the next one needs is kept.
    fn end(&mut self) {
        let (reports, reported) = (std::mem::take(&mut self.reports), std::mem::take(&mut self.reported));
        *self = Self { reports, reported, ..Self::default() };
    }

    fn cancel(&mut self, ticket: Ticket) {
        if let Some(own) = self.under_way.get_mut(&ticket)
            && !own.is_cancelled
        {
            own.is_cancelled = true;
            self.to_cancel.push_back(ticket);
        }
    }
}

impl<'a> Run<'a> {
    /// Begins a run. Reports that an earlier run has failed with come again.
    ///
    /// # Errors
    /// Another run has not ended, or there is a log and no storage for it. Nothing has changed then.
    pub fn begin(&mut self, options: RunOptions) -> Result<(), CannotRun> {
        let Self(delivery) = self;
        if delivery.run.is_running {
            return Err(CannotRun::AlreadyRunning);
        }
        if delivery.journal.is_some() && options.storage == Storage::None {
            return Err(CannotRun::NoStorage);
        }
        if delivery.is_storing {
            return Err(CannotRun::StoreUnfinished);
        }
        delivery.run.options = options;
        delivery.run.is_running = true;
        Ok(())
    }

    /// Returns what to do now. Do not ask while a log is being stored.
    pub fn next(&mut self, now: Timestamp) -> Do {
        let Self(delivery) = self;
        if !delivery.run.is_running {
            return Do::Done;
        }
        let at = delivery.clock.read(now);
        delivery.end_late_requests(at, now);
        if let Some(ticket) = delivery.run.to_cancel.pop_front() {
            return Do::Cancel(ticket);
        }
        if delivery.has_reports() {
            return Do::Report;
        }
        let (mut wait, mut is_over) = (LONGEST_WAIT, false);
        if delivery.run.is_ending() {
            // What was not returned must not count as sent.
            delivery.recall(now);
            is_over = true;
        } else if delivery.run.has_room() {
            match delivery.poll(now) {
                Next::Send { ticket, request } => {
                    let ends_at = at.saturating_add(delivery.settings.request_timeout);
                    delivery.run.under_way.insert(ticket, UnderWay { ends_at, is_cancelled: false });
                    return Do::Send { ticket, request };
                }
                Next::WaitUntil(time) => wait = time.unix_millis().saturating_sub(now.unix_millis()),
                Next::Idle => is_over = delivery.run.options.until == Until::Idle,
                Next::Store | Next::WaitForAnswer => {}
            }
            // Events may have ended without a request.
            if delivery.has_reports() {
                return Do::Report;
            }
        }
        if let Some(store) = delivery.log_to_store() {
            return store;
        }
        if is_over && delivery.run.under_way.is_empty() {
            delivery.run.end();
            return Do::Done;
        }
        let wait = delivery.run.first().map_or(wait, |(_, own)| wait.min(own.ends_at.saturating_sub(at)));
        Do::Wait(Duration::from_millis(wait.clamp(1, LONGEST_WAIT).unsigned_abs()))
    }

    /// Ends the run once what is under way has its response. Where there is none, ends the next one.
    pub fn stop(&mut self) {
        self.0.run.is_stopped = true;
    }

    /// Lets a run until [`Until::Stopped`] end as one until [`Until::Idle`] would.
    pub fn finish(&mut self) {
        self.0.run.options.until = Until::Idle;
    }

    /// Ends the run, and cancels what is under way.
    pub fn cancel(&mut self) {
        let state = &mut self.0.run;
        state.is_cancelled = state.is_running;
        let tickets: Vec<Ticket> = state.under_way.keys().copied().collect();
        tickets.into_iter().for_each(|ticket| state.cancel(ticket));
    }

    /// Ends the run as [`Run::stop`] does: something that the driver needs has failed.
    pub fn fail(&mut self) {
        self.0.run.has_failed = self.0.run.is_running;
    }

    /// Ends the run at once, where nothing can be waited for any more. What is under way has no response
    /// ([`NoResponse::Cancelled`]), and a log that is being stored stays so. Where there is no run, nothing happens.
    pub fn abandon(&mut self, now: Timestamp) {
        let Self(delivery) = self;
        if !delivery.run.is_running {
            return;
        }
        for ticket in std::mem::take(&mut delivery.run.under_way).into_keys() {
            delivery.on_no_response(ticket, NoResponse::Cancelled, now);
        }
        delivery.recall(now);
        delivery.run.end();
    }

    /// Reports the error of a request that has no response: its kind, if it is known as one of an HTTP client, and its text. Returns whether
    /// it ends the run ([`RunOptions::stop_on_error`]). An unknown error counts as [`NoResponse::Other`]: the request may have been sent.
    pub fn on_error(&mut self, ticket: Ticket, kind: Option<NoResponse>, cause: &str, now: Timestamp) -> bool {
        let ends_run = kind.is_none() && self.0.run.options.stop_on_error;
        if ends_run {
            // First, so that the event is not sent again in this run.
            self.fail();
        }
        self.0.on_failure(ticket, kind.unwrap_or(NoResponse::Other), cause, now);
        ends_run
    }

    /// Takes back a request that was returned and certainly not sent, because it was cancelled before it began. Returns `false` for a
    /// ticket that is not under way.
    pub fn withdraw(&mut self, ticket: Ticket, now: Timestamp) -> bool {
        let Self(delivery) = self;
        delivery.run.landed(ticket);
        if delivery.destination_of(ticket).is_none() {
            return false;
        }
        let at = delivery.clock.read(now);
        delivery.stats.requests = delivery.stats.requests.saturating_sub(1);
        delivery.take_back(ticket.flight(), at);
        true
    }

    /// Reports that the log is stored.
    pub fn stored(&mut self) {
        self.0.log_stored();
    }

    /// Reports that a log could not be stored: it comes again with the next run, and this one ends. `log` is what [`Do::Store`] had; what was
    /// stored of it has to be cut off before the next run.
    pub fn not_stored(&mut self, log: Vec<u8>) {
        self.0.log_not_stored(log);
        self.0.run.has_failed_to_store = true;
        self.fail();
    }

    /// Reports that the storage can only append: the log comes again as a part to append.
    pub fn cannot_replace(&mut self) {
        self.0.log_not_stored(Vec::new());
        self.0.run.options.storage = Storage::Append;
    }

    /// Returns what became of events, and was not reported yet.
    pub fn reports(self) -> &'a [Report] {
        &self.0.run.reports
    }

    /// Reports that the first `count` of [`Run::reports`] were reported. Where that is not all of them, the driver has failed with the next
    /// one: it comes again with the next run, and this one ends.
    pub fn reported(&mut self, count: usize) {
        let state = &mut self.0.run;
        let count = count.min(state.reports.len());
        let reported = state.reports.drain(..count);
        if state.options.acknowledge {
            state.reported.extend(reported.map(|report| report.id));
        } else {
            drop(reported);
        }
        if !state.reports.is_empty() {
            state.has_failed_to_report = true;
            self.fail();
        }
    }
}

impl fmt::Debug for Run<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let State { options, is_running, under_way, .. } = &self.0.run;
        f.debug_struct("Run")
            .field("options", options)
            .field("is_running", is_running)
            .field("under_way", &under_way.len())
            .finish_non_exhaustive()
    }
}

impl Delivery {
    /// Returns its run, which a driver pumps.
    pub fn run(&mut self) -> Run<'_> {
        Run(self)
    }

    /// Ends requests whose time is over. The driver is asked to cancel each, and they are under way until it reports their ends.
    fn end_late_requests(&mut self, at: i64, now: Timestamp) {
        while let Some(ticket) = self.run.first().filter(|(_, own)| own.ends_at <= at).map(|(ticket, _)| *ticket) {
            self.run.cancel(ticket);
            let cause = format!("no response in {} ms", self.settings.request_timeout);
            self.fail(ticket, NoResponse::Timeout, &cause, now);
        }
    }

    /// Whether there are reports to hand out.
    fn has_reports(&mut self) -> bool {
        self.run.reports.append(&mut self.reports.ready);
        !self.run.reports.is_empty() && !self.run.has_failed_to_report
    }

    /// Takes what is to be stored now, if there is anything.
    fn log_to_store(&mut self) -> Option<Do> {
        if self.run.has_failed_to_store {
            return None;
        }
        // An acknowledgement alone is no reason to store a log before the next response.
        if self.has_log() || self.run.under_way.is_empty() {
            for id in std::mem::take(&mut self.run.reported) {
                self.acknowledge(&id);
            }
        }
        if self.run.options.storage == Storage::Replace
            && let Some(log) = self.take_snapshot()
        {
            return Some(Do::Store { log, replaces: true });
        }
        let log = self.take_log();
        (!log.is_empty()).then_some(Do::Store { log, replaces: false })
    }
}
