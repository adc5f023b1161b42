//! The delivery machine: it decides what to send next, and does no I/O.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::{MutexExt, PyOnceLock};
use pyo3::types::{PyBytes, PyDict, PyString, PyType};
use s2s_core::Timestamp;
use s2s_core::binding::delivery_config_from_object;
use s2s_core::delivery::{self, Next, Refused, RestoreError, Submission};

use crate::client::{bytes, no_response, response};
use crate::errors::{self, LogError, RefusedError};
use crate::outcome::Outcome;
use crate::read::{Members, Reader};
use crate::request::Request;
use crate::run::Run;
use crate::time::{self, Aware};

/// A queue of requests that decides what to send next: it keeps the order of events, repeats what has to be repeated, and loses nothing.
///
/// Its keyword arguments are those of `s2s_events.types.DeliveryConfig`; if they have issues, it raises a `ConfigError`. `seed` is what the waits are
/// drawn from, by default a random number. With `once` each event gets one attempt, and no destination is paused.
#[pyclass(frozen, module = "s2s_events.delivery")]
pub(crate) struct Delivery(Mutex<delivery::Delivery>);

#[pymethods]
impl Delivery {
    #[new]
    #[pyo3(signature = (*, seed = None, once = false, **settings))]
    fn new(py: Python<'_>, seed: Option<u64>, once: bool, settings: Option<&Bound<'_, PyDict>>) -> PyResult<Self> {
        let (config, seed) = (config(py, settings)?, seed_or_random(py, seed)?);
        let delivery = delivery::Delivery::new(&config, seed).map_err(|issues| errors::config_error(py, &issues))?;
        Ok(Self::of(delivery, once))
    }

    /// The delivery that wrote a log, as it was when the log ended, and how many bytes of the log are whole.
    ///
    /// What follows those is the torn end of a write that was never confirmed: cut it off before anything is appended. An empty log is that of a
    /// new delivery. The settings may have changed since; the journal is on. A request that was under way is treated as one without a response.
    /// A log that cannot be read is a `LogError`.
    #[classmethod]
    #[pyo3(signature = (log, *, seed = None, once = false, **settings))]
    fn restore(
        class: &Bound<'_, PyType>,
        log: &Bound<'_, PyAny>,
        seed: Option<u64>,
        once: bool,
        settings: Option<&Bound<'_, PyDict>>,
    ) -> PyResult<(Self, usize)> {
        let py = class.py();
        let (config, seed, log) = (config(py, settings)?, seed_or_random(py, seed)?, bytes(log)?);
        match py.detach(|| delivery::Delivery::restore(&config, seed, &log)) {
            Ok((delivery, whole)) => Ok((Self::of(delivery, once), whole)),
            Err(RestoreError::Settings(issues)) => Err(errors::config_error(py, &issues)),
            Err(error) => Err(LogError::new_err((error.to_string(),))),
        }
    }

    /// Takes an event: the request that it became. With a journal it is safe only once the log is stored.
    ///
    /// `id` is the caller's name for it, of 1 to 255 bytes in UTF-8; reports repeat it. `destination`, too of 1 to 255 bytes, is by default the
    /// provider's name: requests of one destination share credentials, limits and pauses. `lane` says which events have to keep their order,
    /// if the caller knows better than the request. If it is refused, a `RefusedError` is raised, and nothing has changed.
    #[pyo3(signature = (id, request, *, destination = None, lane = None, now = None))]
    fn submit<'py>(
        &self,
        py: Python<'py>,
        id: &Bound<'py, PyString>,
        request: &Bound<'py, Request>,
        destination: Option<&Bound<'py, PyString>>,
        lane: Option<&Bound<'py, PyString>>,
        now: Option<Aware>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (id, destination, lane) = (name(id)?, destination.map(name).transpose()?, lane.map(name).transpose()?);
        let mut submission = Submission::new(&id, request.get().0.clone());
        if let Some(destination) = &destination {
            submission = submission.destination(destination);
        }
        if let Some(lane) = &lane {
            submission = submission.lane(lane);
        }
        let accepted = self.lock(py).submit(submission, clock(now));
        Classes::get(py)?.accepted(py, accepted.map_err(|reason| refused(reason, None))?)
    }

    /// Submits all parts of an event, or none: those of `Destinations.fan_out`. Each request is submitted under the id `ID/LABEL` for the
    /// destination of its label; a part without a request is not submitted. If one is refused, a `RefusedError` is raised, and nothing has changed.
    #[pyo3(signature = (id, parts, *, now = None))]
    fn submit_parts<'py>(
        &self,
        py: Python<'py>,
        id: &Bound<'py, PyString>,
        parts: &Bound<'py, PyAny>,
        now: Option<Aware>,
    ) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let wrong = |_| PyTypeError::new_err("parts must be those of `Destinations.fan_out`");
        let part = |part: PyResult<Bound<'py, PyAny>>| {
            let Part { destination, request } = part?.extract().map_err(wrong)?;
            PyResult::Ok((name(&destination)?, request.map(|request| request.get().0.clone())))
        };
        let (id, parts) = (name(id)?, parts.try_iter()?.map(part).collect::<PyResult<Vec<_>>>()?);
        let submitted = self.lock(py).submit_parts(&id, parts, clock(now));
        let submitted = submitted.map_err(|own| refused(own.reason, Some(own.label)))?;
        let classes = Classes::get(py)?;
        let submitted = submitted.into_iter().map(|own| {
            let accepted = own.accepted.map(|accepted| classes.accepted(py, accepted)).transpose()?;
            classes.submitted_part.bind(py).call1((own.label, accepted))
        });
        submitted.collect()
    }

    /// What to do now: `Send`, `Store`, `WaitUntil`, `WaitForAnswer` or `Idle`. Ask again after each `Send` and `Store`, and after anything that
    /// was told.
    #[pyo3(signature = (*, now = None))]
    fn poll<'py>(&self, py: Python<'py>, now: Option<Aware>) -> PyResult<Bound<'py, PyAny>> {
        enum Do {
            Send(delivery::Ticket, Arc<s2s_core::Request>),
            Store,
            WaitUntil(Timestamp),
            WaitForAnswer,
            Idle,
        }
        // Nothing of Python's is made while the delivery is held: that may run anything, also what asks for it again.
        let next = match self.lock(py).poll(clock(now)) {
            Next::Send { ticket, request } => Do::Send(ticket, request),
            Next::Store => Do::Store,
            Next::WaitUntil(time) => Do::WaitUntil(time),
            Next::Idle => Do::Idle,
            _ => Do::WaitForAnswer,
        };
        let classes = Classes::get(py)?;
        match next {
            Do::Send(ticket, request) => classes.send.bind(py).call1((ticket.number(), Request(Arc::unwrap_or_clone(request)))),
            Do::Store => classes.store.bind(py).call0(),
            Do::WaitUntil(time) => classes.wait_until.bind(py).call1((time::datetime(py, time)?,)),
            Do::WaitForAnswer => classes.wait_for_answer.bind(py).call0(),
            Do::Idle => classes.idle.bind(py).call0(),
        }
    }

    /// Takes the response to a request. Returns `False` for a ticket that is not under way: its result was reported before.
    ///
    /// `status`, `headers` and `body` are those of `interpret`.
    #[pyo3(signature = (ticket, status, headers, body, *, now = None))]
    fn on_response(
        &self,
        py: Python<'_>,
        ticket: Ticket,
        status: &Bound<'_, PyAny>,
        headers: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
        now: Option<Aware>,
    ) -> PyResult<bool> {
        let (Ticket(ticket), now) = (ticket, clock(now));
        let response = response(status, headers, body)?.with_received_at(now);
        Ok(self.lock(py).on_response(ticket, &response, now))
    }

    /// Takes that no response arrived for a request; `kind` is a `NoResponse` or its value. Returns `False` for a ticket that is not under way:
    /// its result was reported before. `cause` is the text of the HTTP client's exception: reports repeat it without anything that the request carried.
    #[pyo3(signature = (ticket, kind, *, now = None, cause = None))]
    fn on_no_response(
        &self,
        py: Python<'_>,
        ticket: Ticket,
        kind: &Bound<'_, PyString>,
        now: Option<Aware>,
        cause: Option<&Bound<'_, PyString>>,
    ) -> PyResult<bool> {
        let (Ticket(ticket), kind) = (ticket, no_response(kind)?);
        // A text of an exception may hold anything, also what is no Unicode.
        let cause = cause.map(|cause| cause.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(self.lock(py).on_failure(ticket, kind, &cause, clock(now)))
    }

    /// What became of events since this was asked last. With a journal, reports whose record is stored; each comes again after a `restore` until
    /// `acknowledge`.
    fn take_reports<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let taken = self.lock(py).take_reports();
        reports(py, taken)
    }

    /// The report of this event has arrived where it belongs, and need not come again; its id may be used again. Returns `False` where there is no
    /// such report. Without a journal there is nothing to acknowledge.
    fn acknowledge(&self, py: Python<'_>, id: &Bound<'_, PyString>) -> bool {
        id.to_str().is_ok_and(|id| self.lock(py).acknowledge(id))
    }

    /// The log since this was asked last: append it to what is stored, and then call `log_stored`. It holds credentials and personal data.
    fn take_log<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        let log = self.lock(py).take_log();
        PyBytes::new(py, &log)
    }

    /// The log that was taken is stored.
    fn log_stored(&self, py: Python<'_>) {
        self.lock(py).log_stored();
    }

    /// Takes back a log that could not be stored: nothing of it is returned.
    ///
    /// What was stored of it, if anything was, has to be cut off before the next attempt.
    fn log_not_stored(&self, py: Python<'_>, log: &Bound<'_, PyAny>) -> PyResult<()> {
        let log = bytes(log)?.to_vec();
        self.lock(py).log_not_stored(log);
        Ok(())
    }

    /// Whether everything is stored that was told so far. Without a journal there is nothing to store.
    #[getter]
    fn is_stored(&self, py: Python<'_>) -> bool {
        self.lock(py).is_stored()
    }

    /// A log that begins anew and from which the same is restored: it can replace everything that was stored. `None` while there is a log that is
    /// not stored, and without a journal.
    fn snapshot<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyBytes>> {
        let snapshot = py.detach(|| self.0.lock().unwrap_or_else(PoisonError::into_inner).snapshot());
        snapshot.map(|log| PyBytes::new(py, &log))
    }

    /// A shorter log that replaces everything that was stored, also what `take_log` would return, once that has grown long enough: see
    /// `snapshot_after_bytes`. Ask it before `take_log`; then call `log_stored`, or `log_not_stored` where the old log is still there.
    fn take_snapshot<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyBytes>> {
        let snapshot = py.detach(|| self.0.lock().unwrap_or_else(PoisonError::into_inner).take_snapshot());
        snapshot.map(|log| PyBytes::new(py, &log))
    }

    /// Lets requests go to a destination again that was shut: its credentials are mended, say. Returns `False` if there is no such destination.
    #[pyo3(signature = (destination, *, now = None))]
    fn resume(&self, py: Python<'_>, destination: &Bound<'_, PyString>, now: Option<Aware>) -> bool {
        destination.to_str().is_ok_and(|destination| self.lock(py).resume(destination, clock(now)))
    }

    /// Gives the requests that wait for a destination the credentials of `request`, which was built with the new ones for the same app and in the
    /// same style; call `resume` then. Returns `False` if there is no such destination of its provider.
    fn renew_credentials(&self, py: Python<'_>, destination: &Bound<'_, PyString>, request: &Bound<'_, Request>) -> bool {
        destination.to_str().is_ok_and(|destination| self.lock(py).renew_credentials(destination, &request.get().0))
    }

    /// Takes back what `poll` has prepared and not returned, so that it is known of every event whether it was sent. Store the log once all
    /// responses have arrived.
    #[pyo3(signature = (*, now = None))]
    fn recall(&self, py: Python<'_>, now: Option<Aware>) {
        self.lock(py).recall(clock(now));
    }

    /// Gives up everything that is not under way.
    #[pyo3(signature = (*, now = None))]
    fn give_up_all(&self, py: Python<'_>, now: Option<Aware>) {
        self.lock(py).give_up_all(clock(now));
    }

    /// What it has done and what it has to do.
    fn stats<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let stats = self.lock(py).stats();
        let classes = Classes::get(py)?;
        let destination = |own: delivery::DestinationStats| {
            let state = classes.state.bind(py).call1((own.state.as_str(),))?;
            classes.destination_stats.bind(py).call1((&*own.name, own.provider, state, own.in_flight, own.per_second, own.cause.as_deref()))
        };
        let destinations: Vec<_> = stats.destinations.into_iter().map(destination).collect::<PyResult<_>>()?;
        classes.stats.bind(py).call1((
            stats.submitted,
            stats.delivered,
            stats.duplicate,
            stats.dropped,
            stats.gave_up,
            stats.requests,
            stats.pending,
            stats.in_flight,
            stats.lanes,
            stats.remembered_lanes,
            destinations,
        ))
    }

    /// Its run loop, which a driver pumps.
    #[getter]
    fn run(own: &Bound<'_, Self>) -> Run {
        Run(own.clone().unbind())
    }

    /// Its events may be personal data; only their number is shown.
    fn __repr__(&self, py: Python<'_>) -> String {
        let stats = self.lock(py).stats();
        format!("<Delivery {} pending, {} in flight>", stats.pending, stats.in_flight)
    }
}

impl Delivery {
    fn of(delivery: delivery::Delivery, once: bool) -> Self {
        Self(Mutex::new(if once { delivery.once() } else { delivery }))
    }

    /// The delivery; the state that a panic has left is better than none.
    pub(crate) fn lock(&self, py: Python<'_>) -> MutexGuard<'_, delivery::Delivery> {
        self.0.lock_py_attached(py).unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is submitted of a part.
#[derive(FromPyObject)]
struct Part<'py> {
    destination: Bound<'py, PyString>,
    request: Option<Bound<'py, Request>>,
}

fn refused(reason: Refused, destination: Option<String>) -> PyErr {
    RefusedError::new_err((reason.as_str(), reason.to_string(), destination))
}

/// An id, or the name of a destination or lane: what is no Unicode is no name.
fn name(text: &Bound<'_, PyString>) -> PyResult<String> {
    text.to_str().map(str::to_owned).map_err(|_| {
        RefusedError::new_err((
            Refused::InvalidName.as_str(),
            "an id, or the name of a destination or lane, holds half of a surrogate pair",
        ))
    })
}

fn config(py: Python<'_>, settings: Option<&Bound<'_, PyDict>>) -> PyResult<delivery::Config> {
    let reader = Reader::new(py)?;
    let config = delivery_config_from_object(Members::of_keywords(settings).fields(&reader));
    reader.finish(config.map_err(|issues| errors::config_error(py, &issues)))
}

/// The seed, or one from the operating system.
fn seed_or_random(py: Python<'_>, seed: Option<u64>) -> PyResult<u64> {
    match seed {
        Some(seed) => Ok(seed),
        None => py.import("secrets")?.call_method1("randbits", (u64::BITS,))?.extract(),
    }
}

/// Reports as objects of Python's.
pub(crate) fn reports(py: Python<'_>, reports: Vec<delivery::Report>) -> PyResult<Vec<Bound<'_, PyAny>>> {
    let classes = Classes::get(py)?;
    let report = |own: delivery::Report| {
        let kind = classes.report_kind.bind(py).call1((own.kind.as_str(),))?;
        let outcome = own.outcome.map(Outcome);
        classes.report.bind(py).call1((
            own.id,
            &*own.destination,
            kind,
            own.reason,
            own.maybe_delivered,
            own.attempts,
            outcome,
            own.cause.as_deref(),
        ))
    };
    reports.into_iter().map(report).collect()
}

pub(crate) fn clock(now: Option<Aware>) -> Timestamp {
    now.map_or_else(time::now, |Aware(now)| now)
}

/// The number of a ticket.
pub(crate) struct Ticket(pub(crate) delivery::Ticket);

impl FromPyObject<'_, '_> for Ticket {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let number = value.extract().map_err(|_| PyTypeError::new_err("ticket must be one that `poll` gave"))?;
        Ok(Self(delivery::Ticket::from_number(number)))
    }
}

/// The Python classes of what a delivery returns.
pub(crate) struct Classes {
    accepted: Py<PyType>,
    pub(crate) cancel: Py<PyType>,
    destination_stats: Py<PyType>,
    pub(crate) done: Py<PyType>,
    idle: Py<PyType>,
    report: Py<PyType>,
    report_kind: Py<PyType>,
    pub(crate) reports_ready: Py<PyType>,
    pub(crate) send: Py<PyType>,
    state: Py<PyType>,
    stats: Py<PyType>,
    store: Py<PyType>,
    pub(crate) store_log: Py<PyType>,
    submitted_part: Py<PyType>,
    pub(crate) wait: Py<PyType>,
    wait_for_answer: Py<PyType>,
    wait_until: Py<PyType>,
}

impl Classes {
    pub(crate) fn get(py: Python<'_>) -> PyResult<&Self> {
        static CLASSES: PyOnceLock<Classes> = PyOnceLock::new();
        CLASSES.get_or_try_init(py, || {
            let module = py.import("s2s_events._delivery")?;
            let class = |name| PyResult::Ok(module.getattr(name)?.cast_into::<PyType>()?.unbind());
            Ok(Self {
                accepted: class("Accepted")?,
                cancel: class("Cancel")?,
                destination_stats: class("DestinationStats")?,
                done: class("Done")?,
                idle: class("Idle")?,
                report: class("Report")?,
                report_kind: class("ReportKind")?,
                reports_ready: class("ReportsReady")?,
                send: class("Send")?,
                state: class("State")?,
                stats: class("Stats")?,
                store: class("Store")?,
                store_log: class("StoreLog")?,
                submitted_part: class("SubmittedPart")?,
                wait: class("Wait")?,
                wait_for_answer: class("WaitForAnswer")?,
                wait_until: class("WaitUntil")?,
            })
        })
    }

    fn accepted<'py>(&self, py: Python<'py>, accepted: delivery::Accepted) -> PyResult<Bound<'py, PyAny>> {
        self.accepted.bind(py).call1((accepted.is_dated,))
    }
}
