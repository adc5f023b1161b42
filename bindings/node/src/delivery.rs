//! A delivery, for the package's class.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use napi::Result;
use napi::bindgen_prelude::{BigInt, Buffer, Either, Uint8Array};
use napi_derive::napi;
use s2s_core::binding::{JsonText, delivery_config_from_object};
use s2s_core::delivery::{self, Config, Next, Report, RestoreError, State, Stats, Submission, Ticket};
use s2s_core::{Issues, NoResponse};
use serde::Serialize;

use crate::client::{no_response, read, response, timestamp};
use crate::{issues, outcome, request};

/// A delivery. What it holds stays in here until it is asked for.
#[napi]
pub struct Delivery(pub(crate) Arc<Mutex<delivery::Delivery>>);

/// A delivery that has nothing to do, or issues of its settings, whose names are in camelCase. `wrong` is what was wrong with values that JSON
/// does not have; with `is_once` each event has one attempt.
#[napi(catch_unwind)]
pub fn begin_delivery(settings: String, wrong: Option<String>, seed: BigInt, is_once: bool) -> Result<Either<Delivery, String>> {
    let begun = config(&settings, wrong)?.and_then(|config| delivery::Delivery::new(&config, seed.get_u64().1));
    Ok(match begun {
        Ok(delivery) => Either::A(Delivery::of(delivery, is_once)),
        Err(found) => Either::B(issues::to_json(found.as_slice())),
    })
}

/// The delivery that wrote a log, and how many bytes of it are whole; or issues of the settings; or, as a sentence, the problem with the log.
#[napi(catch_unwind)]
pub fn restore_delivery(
    settings: String,
    wrong: Option<String>,
    seed: BigInt,
    is_once: bool,
    log: Uint8Array,
) -> Result<Either<(Delivery, f64), String>> {
    let restored = match config(&settings, wrong)? {
        Ok(config) => delivery::Delivery::restore(&config, seed.get_u64().1, &log),
        Err(found) => Err(RestoreError::Settings(found)),
    };
    Ok(match restored {
        Ok((delivery, whole)) => Either::A((Delivery::of(delivery, is_once), whole as f64)),
        Err(RestoreError::Settings(found)) => Either::B(issues::to_json(found.as_slice())),
        Err(error) => Either::B(error.to_string()),
    })
}

fn config(settings: &str, wrong: Option<String>) -> Result<core::result::Result<Config, Issues>> {
    let wrong = issues::given(wrong)?;
    Ok(delivery_config_from_object(JsonText::new(settings).with_camel_case().with_issues(&wrong)))
}

#[napi]
impl Delivery {
    /// Whether the event got the time of its submission; or the code of why it was not taken. `request` is plain JSON.
    #[napi(catch_unwind)]
    pub fn submit(
        &self,
        id: String,
        request: String,
        destination: Option<String>,
        lane: Option<String>,
        now: f64,
    ) -> Result<Either<bool, &'static str>> {
        let mut submission = Submission::new(&id, read(&request)?);
        if let Some(destination) = &destination {
            submission = submission.destination(destination);
        }
        if let Some(lane) = &lane {
            submission = submission.lane(lane);
        }
        Ok(match self.own().submit(submission, timestamp(now)?) {
            Ok(accepted) => Either::A(accepted.is_dated),
            Err(refused) => Either::B(refused.as_str()),
        })
    }

    /// Takes the parts of an event, or none of them; `requests` has one for each of `labels`, as plain JSON, or nothing. Returns for each
    /// whether it got the time of its submission, or nothing; or why a part was not taken, a space, and its label.
    #[napi(catch_unwind)]
    pub fn submit_parts(
        &self,
        id: String,
        labels: Vec<String>,
        requests: Vec<Option<String>>,
        now: f64,
    ) -> Result<Either<Vec<Option<bool>>, String>> {
        let requests: Vec<_> = requests.iter().map(|request| request.as_deref().map(read).transpose()).collect::<Result<_>>()?;
        let submitted = self.own().submit_parts(&id, labels.into_iter().zip(requests), timestamp(now)?);
        Ok(match submitted {
            Ok(parts) => Either::A(parts.iter().map(|part| part.accepted.map(|accepted| accepted.is_dated)).collect()),
            Err(refused) => Either::B([refused.reason.as_str(), " ", &refused.label].concat()),
        })
    }

    /// What to do: a ticket, and the request from the next line on; or a word, which a time may follow.
    #[napi(catch_unwind)]
    pub fn poll(&self, now: f64) -> Result<String> {
        Ok(match self.own().poll(timestamp(now)?) {
            Next::Send { ticket, request } => request::text_behind(&format!("{}\n", ticket.number()), &request),
            Next::Store => "store".to_owned(),
            Next::WaitUntil(time) => format!("wait_until {}", time.unix_millis()),
            Next::Idle => "idle".to_owned(),
            // For a response, and for anything that a later version adds.
            _ => "wait_for_answer".to_owned(),
        })
    }

    /// What came back for a ticket. `headers` are alternating names and values.
    #[napi(catch_unwind)]
    pub fn on_response(
        &self,
        ticket: BigInt,
        status: u16,
        headers: Vec<String>,
        body: Uint8Array,
        received_at: Option<f64>,
        now: f64,
    ) -> Result<bool> {
        let response = response(status, &headers, &body, Some(received_at.unwrap_or(now)))?;
        let now = timestamp(now)?;
        Ok(number(&ticket).is_some_and(|ticket| self.own().on_response(ticket, &response, now)))
    }

    /// Nothing came back for a ticket; `cause` is the text of the HTTP client's error, empty where there is none.
    #[napi(catch_unwind)]
    pub fn on_failure(&self, ticket: BigInt, kind: String, cause: String, now: f64) -> Result<bool> {
        let (kind, now): (NoResponse, _) = (no_response(&kind)?, timestamp(now)?);
        Ok(number(&ticket).is_some_and(|ticket| self.own().on_failure(ticket, kind, &cause, now)))
    }

    /// The reports, as JSON.
    #[napi(catch_unwind)]
    pub fn take_reports(&self) -> String {
        let reports = self.own().take_reports();
        plain_reports(&reports)
    }

    /// The report of this event has arrived where it belongs.
    #[napi(catch_unwind)]
    pub fn acknowledge(&self, id: String) -> bool {
        self.own().acknowledge(&id)
    }

    /// The log that is to be stored.
    #[napi(catch_unwind)]
    pub fn take_log(&self) -> Buffer {
        self.own().take_log().into()
    }

    /// It is stored.
    #[napi(catch_unwind)]
    pub fn log_stored(&self) {
        self.own().log_stored();
    }

    /// It is not.
    #[napi(catch_unwind)]
    pub fn log_not_stored(&self, log: Uint8Array) {
        self.own().log_not_stored(log.to_vec());
    }

    /// Whether all of it is.
    #[napi(getter, catch_unwind)]
    pub fn is_stored(&self) -> bool {
        self.own().is_stored()
    }

    /// A log that replaces what is stored.
    #[napi(catch_unwind)]
    pub fn snapshot(&self) -> Option<Buffer> {
        self.own().snapshot().map(Buffer::from)
    }

    /// A log that replaces what is stored, once that has grown long.
    #[napi(catch_unwind)]
    pub fn take_snapshot(&self) -> Option<Buffer> {
        self.own().take_snapshot().map(Buffer::from)
    }

    /// Lets requests go to a destination again.
    #[napi(catch_unwind)]
    pub fn resume(&self, destination: String, now: f64) -> Result<bool> {
        Ok(self.own().resume(&destination, timestamp(now)?))
    }

    /// Gives the requests that wait for a destination the credentials of a request, which is plain JSON.
    #[napi(catch_unwind)]
    pub fn renew_credentials(&self, destination: String, request: String) -> Result<bool> {
        Ok(self.own().renew_credentials(&destination, &read(&request)?))
    }

    /// Takes back what is prepared and not returned.
    #[napi(catch_unwind)]
    pub fn recall(&self, now: f64) -> Result<()> {
        self.own().recall(timestamp(now)?);
        Ok(())
    }

    /// Gives up everything that is not under way.
    #[napi(catch_unwind)]
    pub fn give_up_all(&self, now: f64) -> Result<()> {
        self.own().give_up_all(timestamp(now)?);
        Ok(())
    }

    /// What it has done and has to do, as JSON.
    #[napi(catch_unwind)]
    pub fn stats(&self) -> String {
        serde_json::to_string(&PlainStats::of(&self.own().stats())).unwrap_or_default()
    }
}

impl Delivery {
    fn of(delivery: delivery::Delivery, is_once: bool) -> Self {
        Self(Arc::new(Mutex::new(if is_once { delivery.once() } else { delivery })))
    }

    fn own(&self) -> MutexGuard<'_, delivery::Delivery> {
        held(&self.0)
    }
}

/// The delivery; the state that a panic has left is better than none.
pub(crate) fn held(delivery: &Mutex<delivery::Delivery>) -> MutexGuard<'_, delivery::Delivery> {
    delivery.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reports as JSON.
pub(crate) fn plain_reports(reports: &[Report]) -> String {
    let plain: Vec<_> = reports.iter().map(PlainReport::of).collect();
    // Texts and numbers do not fail to become JSON.
    serde_json::to_string(&plain).unwrap_or_default()
}

/// The ticket of a number that can be one.
pub(crate) fn number(ticket: &BigInt) -> Option<Ticket> {
    let (_, number, is_whole) = ticket.get_u64();
    is_whole.then(|| Ticket::from_number(number))
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PlainReport<'r> {
    id: &'r str,
    destination: &'r str,
    kind: &'static str,
    reason: &'r str,
    maybe_delivered: bool,
    attempts: u32,
    cause: Option<&'r str>,
    outcome: Option<outcome::Plain<'r>>,
}

impl<'r> PlainReport<'r> {
    fn of(report: &'r Report) -> Self {
        Self {
            id: &report.id,
            destination: &report.destination,
            kind: report.kind.as_str(),
            reason: &report.reason,
            maybe_delivered: report.maybe_delivered,
            attempts: report.attempts,
            cause: report.cause.as_deref(),
            outcome: report.outcome.as_ref().map(outcome::Plain::of),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PlainStats<'s> {
    submitted: u64,
    delivered: u64,
    duplicate: u64,
    dropped: u64,
    gave_up: u64,
    requests: u64,
    pending: usize,
    in_flight: usize,
    lanes: usize,
    remembered_lanes: usize,
    destinations: Vec<PlainDestination<'s>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PlainDestination<'s> {
    name: &'s str,
    provider: &'static str,
    state: &'static str,
    in_flight: usize,
    per_second: Option<f64>,
    cause: Option<&'s str>,
}

impl<'s> PlainStats<'s> {
    fn of(stats: &'s Stats) -> Self {
        let plain = |own: &'s delivery::DestinationStats| PlainDestination {
            name: &own.name,
            provider: own.provider,
            state: State::as_str(own.state),
            in_flight: own.in_flight,
            per_second: own.per_second,
            cause: own.cause.as_deref(),
        };
        Self {
            submitted: stats.submitted,
            delivered: stats.delivered,
            duplicate: stats.duplicate,
            dropped: stats.dropped,
            gave_up: stats.gave_up,
            requests: stats.requests,
            pending: stats.pending,
            in_flight: stats.in_flight,
            lanes: stats.lanes,
            remembered_lanes: stats.remembered_lanes,
            destinations: stats.destinations.iter().map(plain).collect(),
        }
    }
}
