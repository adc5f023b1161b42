//! A queue of requests that decides what to send next.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use s2s_core::Issues;
use s2s_core::binding::settings_in_camel_case;
use s2s_core::delivery::{self, Config, Next, Report, RestoreError, Stats, Submission, SubmittedPart, Ticket};

use crate::answer::{Answer, OutcomeData};
use crate::build::timestamp;
use crate::fault::{Fault, caught};
use crate::numbered::{All, Numbered};
use crate::request::{IssueData, RequestData, issues};

/// A delivery, shared between threads: one call after the other.
#[derive(uniffi::Object)]
pub struct Delivery {
    own: Mutex<delivery::Delivery>,
    id: i64,
}

/// A delivery that was made of a log.
#[derive(uniffi::Record)]
pub struct RestoredData {
    delivery: Arc<Delivery>,
    whole_bytes: i64,
}

/// There is no delivery.
#[derive(Debug, uniffi::Error)]
pub enum DeliveryError {
    /// The settings are wrong.
    Settings {
        /// The issues.
        issues: Vec<IssueData>,
    },
    /// The log cannot be read.
    Log {
        /// Why.
        text: String,
    },
    /// See [`Fault`].
    Panicked,
}

/// An event that is to be delivered.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct SubmitCall {
    request: RequestData,
    id: String,
    destination: Option<String>,
    lane: Option<String>,
    now_millis: i64,
}

/// What became of a submission.
#[derive(Debug, uniffi::Enum)]
pub enum Submitted {
    /// It was taken.
    Accepted {
        /// Whether it got the time of its submission.
        is_dated: bool,
    },
    /// It was not.
    Refused {
        /// Why: a code.
        code: String,
        /// Why: a sentence for people.
        text: String,
    },
}

/// The parts of an event that are to be delivered.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct SubmitPartsCall {
    id: String,
    parts: Vec<PartData>,
    now_millis: i64,
}

/// A part of an event: the label of its destination, and its request, if it is built.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct PartData {
    label: String,
    request: Option<RequestData>,
}

/// What became of the parts of an event.
#[derive(Debug, uniffi::Enum)]
pub enum SubmittedParts {
    /// All that are built were taken.
    Accepted {
        /// The parts, each in its place.
        parts: Vec<SubmittedPartData>,
    },
    /// None was.
    Refused {
        /// The label of the first part that cannot be taken.
        label: String,
        /// Why: a code.
        code: String,
        /// Why: a sentence for people.
        text: String,
    },
}

/// A part that was submitted, or has no request.
#[derive(Debug, uniffi::Record)]
pub struct SubmittedPartData {
    label: String,
    /// Whether it got the time of its submission; absent for a part without a request.
    is_dated: Option<bool>,
}

/// What to do next.
#[derive(uniffi::Enum)]
#[uniffi::export(Debug)]
#[expect(clippy::large_enum_variant, reason = "it crosses at once")]
pub enum NextData {
    /// Send a request.
    Send {
        /// Identifies the request when its response is reported.
        ticket: u64,
        /// The request.
        request: RequestData,
    },
    /// Store the log.
    Store,
    /// Wait until then.
    WaitUntil {
        /// Unix milliseconds.
        millis: i64,
    },
    /// Wait for a response.
    WaitForAnswer,
    /// There is nothing to do.
    Idle,
}

/// What came back for a request that is under way.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct SettleCall {
    ticket: u64,
    answer: Answer,
    now_millis: i64,
    /// Text of the HTTP client's error where there is no response, as it is. Empty where it is not known.
    #[uniffi(default)]
    cause: String,
}

/// What became of an event in the end.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct ReportData {
    id: String,
    destination: String,
    kind: String,
    reason: String,
    maybe_delivered: bool,
    attempts: i32,
    outcome: Option<OutcomeData>,
    cause: Option<String>,
}

/// What a delivery has done and has to do.
#[derive(Debug, uniffi::Record)]
pub struct StatsData {
    submitted: u64,
    delivered: u64,
    duplicate: u64,
    dropped: u64,
    gave_up: u64,
    requests: u64,
    pending: u64,
    in_flight: u64,
    lanes: u64,
    remembered_lanes: u64,
    destinations: Vec<DestinationData>,
}

/// What is known of a destination.
#[derive(Debug, uniffi::Record)]
pub struct DestinationData {
    name: String,
    provider: String,
    state: String,
    in_flight: u64,
    per_second: Option<f64>,
    cause: Option<String>,
}

crate::redacted_debug!(SubmitCall);
crate::redacted_debug!(SubmitPartsCall);
crate::redacted_debug!(PartData);
crate::redacted_debug!(NextData);
crate::redacted_debug!(SettleCall);
crate::redacted_debug!(ReportData);

#[uniffi::export]
impl Delivery {
    /// A delivery that has nothing to do; with `once`, each event has one attempt.
    #[uniffi::constructor]
    pub fn new(config: Config, seed: u64, once: bool) -> Result<Arc<Self>, DeliveryError> {
        caught(|| delivery::Delivery::new(&config, seed).map_err(RestoreError::Settings))?
            .map(|own| Self::shared(own, once))
            .map_err(DeliveryError::from)
    }

    /// The number under which [`Numbered::of`] finds the delivery.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// Takes an event.
    pub fn submit(&self, call: SubmitCall) -> Result<Submitted, Fault> {
        let SubmitCall { request, id, destination, lane, now_millis } = call;
        let submitted = caught(|| {
            let mut submission = Submission::new(&id, request.restored().ok()?);
            if let Some(destination) = &destination {
                submission = submission.destination(destination);
            }
            if let Some(lane) = &lane {
                submission = submission.lane(lane);
            }
            Some(self.own().submit(submission, timestamp(now_millis)))
        })?;
        match submitted {
            Some(Ok(accepted)) => Ok(Submitted::Accepted { is_dated: accepted.is_dated }),
            Some(Err(refused)) => Ok(Submitted::Refused { code: refused.as_str().to_owned(), text: refused.to_string() }),
            // The languages make no requests of their own.
            None => Err(Fault::Panicked),
        }
    }

    /// Takes all parts of an event, or none.
    pub fn submit_parts(&self, call: SubmitPartsCall) -> Result<SubmittedParts, Fault> {
        let SubmitPartsCall { id, parts, now_millis } = call;
        let submitted = caught(|| {
            let restored = |PartData { label, request }| Some((label, request.map(RequestData::restored).transpose().ok()?));
            let parts: Vec<_> = parts.into_iter().map(restored).collect::<Option<_>>()?;
            Some(self.own().submit_parts(&id, parts, timestamp(now_millis)))
        })?;
        match submitted {
            Some(Ok(parts)) => {
                let data = |own: SubmittedPart| SubmittedPartData { label: own.label, is_dated: own.accepted.map(|own| own.is_dated) };
                Ok(SubmittedParts::Accepted { parts: parts.into_iter().map(data).collect() })
            }
            Some(Err(refused)) => {
                let (code, text) = (refused.reason.as_str().to_owned(), refused.to_string());
                Ok(SubmittedParts::Refused { label: refused.label, code, text })
            }
            // The languages make no requests of their own.
            None => Err(Fault::Panicked),
        }
    }

    /// What to do now.
    pub fn poll(&self, now_millis: i64) -> Result<NextData, Fault> {
        caught(|| {
            self.polled(now_millis, |next| match next {
                Next::Send { ticket, request } => NextData::Send { ticket: ticket.number(), request: (&*request).into() },
                Next::Store => NextData::Store,
                Next::WaitUntil(time) => NextData::WaitUntil { millis: time.unix_millis() },
                Next::Idle => NextData::Idle,
                _ => NextData::WaitForAnswer,
            })
        })
    }

    /// What came back for a request; `false` for a ticket that is not under way.
    pub fn settle(&self, call: SettleCall) -> Result<bool, Fault> {
        let SettleCall { ticket, answer, now_millis, cause } = call;
        caught(|| {
            let (ticket, now) = (Ticket::from_number(ticket), timestamp(now_millis));
            match answer.read() {
                Ok(response) => self.own().on_response(ticket, &response, now),
                Err(kind) => self.own().on_failure(ticket, kind, &cause, now),
            }
        })
    }

    /// What became of events since this was asked last.
    pub fn take_reports(&self) -> Result<Vec<ReportData>, Fault> {
        caught(|| {
            let reports = self.own().take_reports();
            reports.into_iter().map(ReportData::from).collect()
        })
    }

    /// The report of this event has arrived where it belongs.
    pub fn acknowledge(&self, id: String) -> Result<bool, Fault> {
        caught(|| self.own().acknowledge(&id))
    }

    /// The log since this was asked last.
    pub fn take_log(&self) -> Result<Vec<u8>, Fault> {
        caught(|| self.own().take_log())
    }

    /// A shorter log that replaces everything that is stored, once that has grown long. To be asked before each `take_log`.
    pub fn take_snapshot(&self) -> Result<Option<Vec<u8>>, Fault> {
        caught(|| self.own().take_snapshot())
    }

    /// The log that was taken is stored, or the snapshot.
    pub fn log_stored(&self) -> Result<(), Fault> {
        caught(|| self.own().log_stored())
    }

    /// The log that was taken could not be stored.
    pub fn log_not_stored(&self, log: Vec<u8>) -> Result<(), Fault> {
        caught(|| self.own().log_not_stored(log))
    }

    /// Whether everything is stored.
    pub fn is_stored(&self) -> Result<bool, Fault> {
        caught(|| self.own().is_stored())
    }

    /// A log that begins anew.
    pub fn snapshot(&self) -> Result<Option<Vec<u8>>, Fault> {
        caught(|| self.own().snapshot())
    }

    /// Lets requests go to a destination again.
    pub fn resume(&self, destination: String, now_millis: i64) -> Result<bool, Fault> {
        caught(|| self.own().resume(&destination, timestamp(now_millis)))
    }

    /// Gives the requests that wait for a destination the credentials of another one.
    pub fn renew_credentials(&self, destination: String, fresh: RequestData) -> Result<bool, Fault> {
        caught(|| fresh.restored().is_ok_and(|fresh| self.own().renew_credentials(&destination, &fresh)))
    }

    /// Takes back what was prepared and not returned.
    pub fn recall(&self, now_millis: i64) -> Result<(), Fault> {
        caught(|| self.own().recall(timestamp(now_millis)))
    }

    /// Gives up everything that is not under way.
    pub fn give_up_all(&self, now_millis: i64) -> Result<(), Fault> {
        caught(|| self.own().give_up_all(timestamp(now_millis)))
    }

    /// What it has done and has to do.
    pub fn stats(&self) -> Result<StatsData, Fault> {
        caught(|| self.own().stats().into())
    }
}

/// The delivery that wrote a log, and how many bytes of the log are whole.
#[uniffi::export]
pub fn restore_delivery(config: Config, seed: u64, log: Vec<u8>, once: bool) -> Result<RestoredData, DeliveryError> {
    let (own, whole) = caught(|| delivery::Delivery::restore(&config, seed, &log))??;
    // No array of another language is longer.
    Ok(RestoredData { delivery: Delivery::shared(own, once), whole_bytes: i64::try_from(whole).unwrap_or(i64::MAX) })
}

impl Delivery {
    fn shared(own: delivery::Delivery, once: bool) -> Arc<Self> {
        let own = Mutex::new(if once { own.once() } else { own });
        Self::numbered(|id| Self { own, id })
    }

    pub(crate) fn own(&self) -> MutexGuard<'_, delivery::Delivery> {
        self.own.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What to do now, for `read`, as long as nothing changes.
    pub(crate) fn polled<T>(&self, now_millis: i64, read: impl FnOnce(Next) -> T) -> T {
        read(self.own().poll(timestamp(now_millis)))
    }
}

impl Numbered for Delivery {
    fn all() -> &'static All<Self> {
        static ALL: All<Delivery> = All::new();
        &ALL
    }
}

impl Drop for Delivery {
    fn drop(&mut self) {
        Self::all().forget(self.id);
    }
}

impl From<Report> for ReportData {
    fn from(report: Report) -> Self {
        Self {
            id: report.id,
            destination: report.destination.to_string(),
            kind: report.kind.as_str().to_owned(),
            reason: report.reason.into_owned(),
            maybe_delivered: report.maybe_delivered,
            // No event is tried so often.
            attempts: i32::try_from(report.attempts).unwrap_or(i32::MAX),
            outcome: report.outcome.map(OutcomeData::from),
            cause: report.cause.as_deref().map(str::to_owned),
        }
    }
}

impl From<Stats> for StatsData {
    fn from(stats: Stats) -> Self {
        let destination = |own: delivery::DestinationStats| DestinationData {
            name: own.name.to_string(),
            provider: own.provider.to_owned(),
            state: own.state.as_str().to_owned(),
            in_flight: own.in_flight as u64,
            per_second: own.per_second,
            cause: own.cause.as_deref().map(str::to_owned),
        };
        Self {
            submitted: stats.submitted,
            delivered: stats.delivered,
            duplicate: stats.duplicate,
            dropped: stats.dropped,
            gave_up: stats.gave_up,
            requests: stats.requests,
            pending: stats.pending as u64,
            in_flight: stats.in_flight as u64,
            lanes: stats.lanes as u64,
            remembered_lanes: stats.remembered_lanes as u64,
            destinations: stats.destinations.into_iter().map(destination).collect(),
        }
    }
}

impl From<Fault> for DeliveryError {
    fn from(_: Fault) -> Self {
        Self::Panicked
    }
}

impl From<RestoreError> for DeliveryError {
    fn from(error: RestoreError) -> Self {
        let settings = |found: Issues| Self::Settings { issues: issues(settings_in_camel_case(found).as_slice()) };
        match error {
            RestoreError::Settings(found) => settings(found),
            error => Self::Log { text: error.to_string() },
        }
    }
}

/// Kinds alone; what issues say is their own matter.
impl fmt::Display for DeliveryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Settings { issues } => write!(f, "the settings have {} issues", issues.len()),
            Self::Log { text } => f.write_str(text),
            Self::Panicked => Fault::Panicked.fmt(f),
        }
    }
}

impl std::error::Error for DeliveryError {}
