//! Sends what a delivery says.

use std::convert::Infallible;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use futures_util::StreamExt;
use futures_util::future::Either;
use futures_util::stream::FuturesUnordered;
use reqwest::Client;
use s2s_core::delivery::{Accepted, Delivery, Next, Refused, Report, Submission, Ticket};
use s2s_core::{NoResponse, Request, Response, Timestamp};
use tokio::sync::Notify;

use crate::{SendError, Store};

/// Sends what a [`Delivery`] says, with reqwest and on tokio. Share it (an `Arc`) between those that submit and the one task that runs it.
///
/// ```no_run
/// # async fn example(request: s2s_core::Request) -> Result<(), Box<dyn std::error::Error>> {
/// use s2s_core::delivery::{Config, Delivery, Submission};
/// use s2s_reqwest::{Driver, Until};
///
/// let driver = Driver::new(Delivery::new(&Config::default(), 0x5eed)?, s2s_reqwest::client()?);
/// driver.submit(Submission::new("order-1", request))?;
/// driver.run(Until::Idle, |report| println!("{}: {} ({})", report.id, report.kind, report.reason)).await;
/// # Ok(())
/// # }
/// ```
///
/// With a journal, [`Driver::run_with_store`] stores the log before anything of it is sent or reported.
///
/// With the feature `tracing`, each exchange is a span `exchange` of the level `debug`, with an event at its end. Its fields are `provider`, `kind`,
/// and either `status` or `no_response` and `cause`, the text of the [`SendError`]. They show nothing of the event and no credential.
pub struct Driver {
    delivery: Mutex<Delivery>,
    client: Client,
    /// Something has changed that the running task does not know.
    changed: Notify,
    /// It was told to end.
    is_stopped: AtomicBool,
}

/// When a driver ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// When nothing waits and nothing is under way.
    Idle,
    /// When [`Driver::stop`] says so, and what is under way has its answer.
    Stopped,
}

/// What to do next.
enum Step {
    Send(Ticket, Request),
    Store,
    Wait(Option<Duration>),
    Idle,
}

impl Driver {
    /// A driver of a delivery. Nothing is sent before [`Driver::run`].
    pub fn new(delivery: Delivery, client: Client) -> Self {
        Self { delivery: Mutex::new(delivery), client, changed: Notify::new(), is_stopped: false.into() }
    }

    /// Submits an event, and wakes the task that runs. With a journal it is safe once its log is stored, which [`Driver::is_stored`] tells.
    ///
    /// # Errors
    /// Why the event was not taken.
    pub fn submit(&self, submission: Submission<'_>) -> Result<Accepted, Refused> {
        let accepted = self.delivery().submit(submission, now())?;
        self.changed.notify_one();
        Ok(accepted)
    }

    /// The report of this event has arrived where it belongs: see [`Delivery::acknowledge`].
    pub fn acknowledge(&self, id: &str) -> bool {
        let is_known = self.delivery().acknowledge(id);
        self.changed.notify_one();
        is_known
    }

    /// Lets requests go to a destination again: see [`Delivery::resume`].
    pub fn resume(&self, destination: &str) -> bool {
        let is_known = self.delivery().resume(destination, now());
        self.changed.notify_one();
        is_known
    }

    /// Ends the task that runs, once what is under way has its answer.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
        self.changed.notify_one();
    }

    /// The delivery itself: for its statistics, for a snapshot. Nothing is sent while it is held.
    pub fn delivery(&self) -> MutexGuard<'_, Delivery> {
        self.delivery.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends until that time; `report` is told what became of each event. For a delivery without a journal; a log is thrown away.
    ///
    /// Where this is dropped before it ends, what was under way has no answer, and another run may go on.
    pub async fn run(&self, until: Until, report: impl FnMut(Report)) {
        let Ok(()) = self.run_with_store(until, report, async |_: Vec<u8>| Ok::<(), Infallible>(())).await;
    }

    /// As [`Driver::run`], and `store` keeps each part of the log before anything of it is sent or reported. Once the log has grown long
    /// (`Config::snapshot_after_bytes`), a [`Store`] that can replace it gets a shorter one.
    ///
    /// Whatever `report` is called with is stored already; once that is kept elsewhere, [`Driver::acknowledge`] ends it.
    ///
    /// # Errors
    /// The error of `store`. The requests under way get their responses before this returns, nothing more is sent, and the part of the log is
    /// kept for the next run. Cut off what was stored of it before running again.
    ///
    /// If this is dropped while `store` works, nobody knows what is stored: then restore a delivery from that. Otherwise another run may go on.
    pub async fn run_with_store<S: Store>(&self, until: Until, mut report: impl FnMut(Report), mut store: S) -> Result<(), S::Error> {
        let mut can_replace = true;
        let mut under_way = FuturesUnordered::new();
        let mut failure = None;
        loop {
            let reports = self.delivery().take_reports();
            reports.into_iter().for_each(&mut report);
            let is_ending = failure.is_some() || self.is_stopped.load(Ordering::Relaxed);
            if is_ending && under_way.is_empty() {
                break;
            }
            let step = if is_ending { Step::Wait(None) } else { self.step() };
            let wait = match step {
                Step::Send(ticket, request) => {
                    under_way.push(self.exchange(ticket, request));
                    continue;
                }
                Step::Store => {
                    failure = self.store_log(&mut store, &mut can_replace).await.err();
                    continue;
                }
                Step::Idle if until == Until::Idle => break,
                Step::Idle => None,
                Step::Wait(wait) => wait,
            };
            let sleep = wait.map_or_else(|| Either::Right(std::future::pending()), |wait| Either::Left(tokio::time::sleep(wait)));
            tokio::select! {
                Some((ticket, answer)) = under_way.next() => self.settle(ticket, answer),
                () = self.changed.notified() => {}
                () = sleep => {}
            }
        }
        // What was not handed out is not to be taken for sent, and the last answers have a log, too, and reports behind it.
        self.delivery().recall(now());
        if failure.is_none() {
            failure = self.store_log(&mut store, &mut can_replace).await.err();
        }
        let reports = self.delivery().take_reports();
        reports.into_iter().for_each(&mut report);
        // What was acknowledged meanwhile.
        if failure.is_none() {
            failure = self.store_log(&mut store, &mut can_replace).await.err();
        }
        failure.map_or(Ok(()), Err)
    }

    /// Stores the log, or a shorter one in place of all that is stored.
    async fn store_log<S: Store>(&self, store: &mut S, can_replace: &mut bool) -> Result<(), S::Error> {
        let snapshot = if *can_replace { self.delivery().take_snapshot() } else { None };
        if let Some(snapshot) = snapshot {
            let replaced = store.replace(&snapshot).await;
            if matches!(replaced, Ok(true)) {
                self.delivery().log_stored();
                return Ok(());
            }
            self.delivery().log_not_stored(Vec::new());
            *can_replace = replaced?;
        }
        let log = self.delivery().take_log();
        if log.is_empty() {
            return Ok(());
        }
        match store.append(&log).await {
            Ok(()) => self.delivery().log_stored(),
            Err(error) => {
                self.delivery().log_not_stored(log);
                return Err(error);
            }
        }
        Ok(())
    }

    /// Whether everything that was submitted so far is stored.
    pub fn is_stored(&self) -> bool {
        self.delivery().is_stored()
    }

    fn step(&self) -> Step {
        let mut delivery = self.delivery();
        let now = now();
        match delivery.poll(now) {
            Next::Send { ticket, request } => Step::Send(ticket, request.clone()),
            Next::Store => Step::Store,
            Next::WaitUntil(until) => {
                let wait = until.unix_millis().saturating_sub(now.unix_millis());
                Step::Wait(Some(Duration::from_millis(u64::try_from(wait).unwrap_or(0).max(1))))
            }
            Next::Idle => Step::Idle,
            _ => Step::Wait(None),
        }
    }

    fn exchange(&self, ticket: Ticket, request: Request) -> impl Future<Output = (Ticket, Result<Response, SendError>)> {
        // Also of an exchange that never begins.
        let under_way = UnderWay { driver: self, ticket: Some(ticket) };
        async move {
            let exchange = crate::send(&self.client, &request);
            #[cfg(feature = "tracing")]
            let exchange = traced(&request, exchange);
            let answer = exchange.await;
            under_way.end();
            (ticket, answer)
        }
    }

    fn settle(&self, ticket: Ticket, answer: Result<Response, SendError>) {
        let now = now();
        let mut delivery = self.delivery();
        match answer {
            Ok(response) => delivery.on_response(ticket, &response.with_received_at(now), now),
            Err(error) => delivery.on_failure(ticket, error.kind(), &error.to_string(), now),
        };
    }
}

/// An exchange. Where the run is dropped before its answer comes, there is none.
struct UnderWay<'a> {
    driver: &'a Driver,
    ticket: Option<Ticket>,
}

impl UnderWay<'_> {
    fn end(mut self) {
        self.ticket = None;
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        if let Some(ticket) = self.ticket {
            self.driver.delivery().on_no_response(ticket, NoResponse::Cancelled, now());
        }
    }
}

impl fmt::Debug for Driver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Driver").field("delivery", &*self.delivery()).finish_non_exhaustive()
    }
}

/// An exchange in a span, at whose end an event tells what has come.
#[cfg(feature = "tracing")]
async fn traced(request: &Request, exchange: impl Future<Output = Result<Response, SendError>>) -> Result<Response, SendError> {
    use tracing::Instrument;
    use tracing::field::Empty;

    let (provider, kind) = (request.provider(), request.kind());
    let span = tracing::debug_span!("exchange", provider, kind, status = Empty, no_response = Empty, cause = Empty);
    let answer = exchange.instrument(span.clone()).await;
    match &answer {
        Ok(response) => span.record("status", response.status()),
        Err(error) => span.record("no_response", error.kind().as_str()).record("cause", error.to_string()),
    };
    tracing::debug!(parent: &span, "{}", if answer.is_ok() { "answered" } else { "not answered" });
    answer
}

/// The machine's clock; before the year 0 or behind 9999 it is of no use.
#[expect(clippy::disallowed_methods, reason = "the driver is where the core meets the machine")]
fn now() -> Timestamp {
    Timestamp::try_from(SystemTime::now()).unwrap_or(Timestamp::MIN)
}
