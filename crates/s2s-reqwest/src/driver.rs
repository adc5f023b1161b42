//! Sends what a delivery says.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use futures_util::future::{AbortHandle, Aborted, abortable};
use futures_util::stream::FuturesUnordered;
use futures_util::{FutureExt, StreamExt};
use reqwest::Client;
use s2s_core::delivery::{Accepted, CannotRun, Delivery, Do, Refused, Report, RunOptions, Storage, Submission, Ticket, Until};
use s2s_core::{NoResponse, Request, Response, Timestamp};
use tokio::sync::Notify;

use crate::{SendError, Sender, Store};

/// Sends what a [`Delivery`] says, with reqwest and on tokio. Share it (an `Arc`) between those that submit and the one task that runs it.
///
/// ```no_run
/// # async fn example(request: s2s_core::Request) -> Result<(), Box<dyn std::error::Error>> {
/// use s2s_core::delivery::{Config, Delivery, Submission};
/// use s2s_reqwest::{Driver, Until};
///
/// let driver = Driver::new(Delivery::new(&Config::default(), 0x5eed)?, s2s_reqwest::client()?);
/// driver.submit(Submission::new("order-1", request))?;
/// driver.run(Until::Idle, |report| println!("{}: {} ({})", report.id, report.kind, report.reason)).await?;
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
    sender: Sender,
    /// Something has changed that the running task does not know.
    changed: Notify,
}

impl Driver {
    /// A driver of a delivery. Nothing is sent before [`Driver::run`].
    pub fn new(delivery: Delivery, client: Client) -> Self {
        Self { delivery: Mutex::new(delivery), sender: Sender::new(client), changed: Notify::new() }
    }

    /// Submits an event, and wakes the task that runs. With a journal it is safe once its log is stored: [`Driver::is_stored`].
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

    /// Ends the run, or the next one if there is none, once what is under way has its response.
    pub fn stop(&self) {
        self.delivery().run().stop();
        self.changed.notify_one();
    }

    /// The delivery itself: for its statistics, for a snapshot. Nothing is sent while it is held.
    pub fn delivery(&self) -> MutexGuard<'_, Delivery> {
        self.delivery.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends until then; `report` is called with what became of each event. For a delivery without a journal.
    ///
    /// Where this is dropped before it ends, what was under way has no response, and another run may go on.
    ///
    /// # Errors
    /// Why the run cannot begin: another one has not ended, or the delivery has a journal.
    pub async fn run(&self, until: Until, report: impl FnMut(Report)) -> Result<(), CannotRun> {
        let nowhere = async |_: Vec<u8>| Ok::<(), Infallible>(());
        self.pump(RunOptions::default().until(until), report, nowhere).await.map_err(|error| match error {
            RunError::CannotRun(reason) => reason,
        })
    }

    /// Like [`Driver::run`], with a store that keeps each part of the log before anything of it is sent or reported. Once the log has grown
    /// long (`Config::snapshot_after_bytes`), a [`Store`] that can replace it gets a shorter one.
    ///
    /// Whatever `report` is called with is stored already; once that is kept elsewhere, [`Driver::acknowledge`] ends it.
    ///
    /// # Errors
    /// Why the run cannot begin, or the error of `store`. In that case the requests under way get their responses before this returns, nothing
    /// more is sent, and the part of the log is kept for the next run. Cut off what was stored of it before running again.
    ///
    /// If this is dropped while `store` works, nobody knows what is stored: then restore a delivery from that. Otherwise another run may go on.
    pub async fn run_with_store<S: Store>(&self, until: Until, report: impl FnMut(Report), store: S) -> Result<(), RunError<S::Error>> {
        self.pump(RunOptions::default().until(until).storage(Storage::Replace), report, store).await
    }

    async fn pump<S: Store>(&self, options: RunOptions, mut report: impl FnMut(Report), mut store: S) -> Result<(), RunError<S::Error>> {
        self.delivery().run().begin(options).map_err(RunError::CannotRun)?;
        let mut running = Running(Some(self));
        let (mut under_way, mut cancels) = (FuturesUnordered::new(), BTreeMap::new());
        let mut failure = None;
        loop {
            let next = self.delivery().run().next(now());
            match next {
                Do::Send { ticket, request } => {
                    let (exchange, cancel) = abortable(self.exchange(request));
                    cancels.insert(ticket, cancel);
                    let mut exchange = Box::pin(exchange.map(move |response| (ticket, response)));
                    // It begins at once, so that nothing that was dropped counts as sent.
                    match (&mut exchange).now_or_never() {
                        Some(end) => self.settle(end, &mut cancels),
                        None => under_way.push(exchange),
                    }
                }
                Do::Store { log, replaces } => {
                    let stored = if replaces { store.replace(&log).await } else { store.append(&log).await.map(|()| true) };
                    let mut delivery = self.delivery();
                    match stored {
                        Ok(true) => delivery.run().stored(),
                        Ok(false) => delivery.run().cannot_replace(),
                        Err(error) => {
                            delivery.run().not_stored(log);
                            failure = Some(RunError::Store(error));
                        }
                    }
                }
                Do::Report => {
                    let reports = self.delivery().run().reports().to_vec();
                    let count = reports.len();
                    reports.into_iter().for_each(&mut report);
                    self.delivery().run().reported(count);
                }
                Do::Cancel(ticket) => cancels.get(&ticket).into_iter().for_each(AbortHandle::abort),
                Do::Wait(wait) => tokio::select! {
                    Some(end) = under_way.next() => self.settle(end, &mut cancels),
                    () = self.changed.notified() => {}
                    () = tokio::time::sleep(wait) => {}
                },
                // Whatever else there may be one day, nothing is done of it.
                _ => break,
            }
        }
        // Another run may have begun since.
        running.0 = None;
        failure.map_or(Ok(()), Err)
    }

    /// Whether everything that was submitted so far is stored.
    pub fn is_stored(&self) -> bool {
        self.delivery().is_stored()
    }

    async fn exchange(&self, request: Arc<Request>) -> Result<Response, SendError> {
        let exchange = self.sender.send(&request);
        #[cfg(feature = "tracing")]
        let exchange = traced(&request, exchange);
        exchange.await
    }

    fn settle(&self, (ticket, end): (Ticket, Result<Result<Response, SendError>, Aborted>), cancels: &mut BTreeMap<Ticket, AbortHandle>) {
        cancels.remove(&ticket);
        let now = now();
        let mut delivery = self.delivery();
        match end {
            Ok(Ok(response)) => delivery.on_response(ticket, &response.with_received_at(now), now),
            Ok(Err(error)) => delivery.on_failure(ticket, error.kind(), &error.to_string(), now),
            Err(Aborted) => delivery.on_no_response(ticket, NoResponse::Cancelled, now),
        };
    }
}

/// A run. Where it is dropped before its end, what is under way has no response.
struct Running<'a>(Option<&'a Driver>);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        if let Some(driver) = self.0 {
            driver.delivery().run().abandon(now());
        }
    }
}

/// Why a run has failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunError<E> {
    /// It cannot begin.
    CannotRun(CannotRun),
    /// The log could not be stored.
    Store(E),
}

impl<E: fmt::Display> fmt::Display for RunError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CannotRun(reason) => reason.fmt(f),
            Self::Store(error) => write!(f, "the log could not be stored: {error}"),
        }
    }
}

impl<E: std::error::Error + 'static> std::error::Error for RunError<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::CannotRun(reason) => Some(reason),
            Self::Store(error) => Some(error),
        }
    }
}

impl fmt::Debug for Driver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Driver").field("delivery", &*self.delivery()).finish_non_exhaustive()
    }
}

/// Runs an exchange in a span; an event at its end reports the result.
#[cfg(feature = "tracing")]
async fn traced(request: &Request, exchange: impl Future<Output = Result<Response, SendError>>) -> Result<Response, SendError> {
    use tracing::Instrument;
    use tracing::field::Empty;

    let (provider, kind) = (request.provider(), request.kind());
    let span = tracing::debug_span!("exchange", provider, kind, status = Empty, no_response = Empty, cause = Empty);
    let result = exchange.instrument(span.clone()).await;
    match &result {
        Ok(response) => span.record("status", response.status()),
        Err(error) => span.record("no_response", error.kind().as_str()).record("cause", error.to_string()),
    };
    tracing::debug!(parent: &span, "{}", if result.is_ok() { "response" } else { "no response" });
    result
}

/// The machine's clock; before the year 0 or after 9999 it is of no use.
#[expect(clippy::disallowed_methods, reason = "the driver is where the core meets the machine")]
fn now() -> Timestamp {
    Timestamp::try_from(SystemTime::now()).unwrap_or(Timestamp::MIN)
}
