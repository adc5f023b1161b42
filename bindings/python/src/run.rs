//! The run loop of a driver: it decides what a driver does, and does no I/O.

use std::num::NonZeroUsize;
use std::sync::Arc;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};
use s2s_core::delivery::{self, Do, RunOptions, Storage, Until};

use crate::client::{bytes, no_response};
use crate::delivery::{Classes, Delivery, Ticket, clock, reports};
use crate::errors::CannotRunError;
use crate::request::Request;
use crate::time::Aware;

/// The run of a `Delivery`, from `Delivery.run`: what a driver does, without any I/O.
#[pyclass(frozen, module = "s2s_events.delivery")]
pub(crate) struct Run(pub(crate) Py<Delivery>);

#[pymethods]
impl Run {
    /// Begins a run. Raises `CannotRunError` where another one has not ended, or there is a log and no storage for it.
    #[pyo3(signature = (*, until = "idle", storage = None, max_in_flight = None, stop_on_error = false, acknowledge = false))]
    fn begin(
        &self,
        py: Python<'_>,
        until: &str,
        storage: Option<&str>,
        max_in_flight: Option<usize>,
        stop_on_error: bool,
        acknowledge: bool,
    ) -> PyResult<()> {
        let until = match until {
            "idle" => Until::Idle,
            "stopped" => Until::Stopped,
            _ => return Err(PyValueError::new_err(r#"until must be "idle" or "stopped""#)),
        };
        let storage = match storage {
            None => Storage::None,
            Some("append") => Storage::Append,
            Some("replace") => Storage::Replace,
            Some(_) => return Err(PyValueError::new_err(r#"storage must be "append", "replace" or None"#)),
        };
        let mut options = RunOptions::default().until(until).storage(storage).stop_on_error(stop_on_error).acknowledge(acknowledge);
        if let Some(max_in_flight) = max_in_flight {
            let most = NonZeroUsize::new(max_in_flight).ok_or_else(|| PyValueError::new_err("max_in_flight must be at least 1"))?;
            options = options.max_in_flight(most);
        }
        let begun = self.with(py, |mut run| run.begin(options));
        begun.map_err(|reason| CannotRunError::new_err((reason.as_str(), reason.to_string())))
    }

    /// Returns what to do now: `Send`, `StoreLog`, `ReportsReady`, `Cancel`, `Wait` or `Done`.
    #[pyo3(signature = (*, now = None))]
    fn next<'py>(&self, py: Python<'py>, now: Option<Aware>) -> PyResult<Bound<'py, PyAny>> {
        let now = clock(now);
        let classes = Classes::get(py)?;
        // Nothing of Python's is made while the delivery is held: that may run anything, also what asks for it again. Where it raises,
        // nobody learns what to do, so that it is not done.
        match self.with(py, |mut run| run.next(now)) {
            Do::Send { ticket, request } => {
                let send = classes.send.bind(py).call1((ticket.number(), Request(Arc::unwrap_or_clone(request))));
                send.inspect_err(|_| {
                    self.with(py, |mut run| run.withdraw(ticket, now));
                })
            }
            Do::Store { log, replaces } => {
                let store = classes.store_log.bind(py).call1((PyBytes::new(py, &log), replaces));
                store.inspect_err(|_| self.with(py, |mut run| run.not_stored(log)))
            }
            Do::Report => classes.reports_ready.bind(py).call0(),
            Do::Cancel(ticket) => classes.cancel.bind(py).call1((ticket.number(),)),
            Do::Wait(wait) => classes.wait.bind(py).call1((wait.as_secs_f64(),)),
            // Whatever else there may be one day, nothing is done of it.
            _ => classes.done.bind(py).call0(),
        }
    }

    /// Ends the run once what is under way has its response. Where there is none, ends the next one.
    fn stop(&self, py: Python<'_>) {
        self.with(py, |mut run| run.stop());
    }

    /// Lets a run until "stopped" end as one until "idle" would.
    fn finish(&self, py: Python<'_>) {
        self.with(py, |mut run| run.finish());
    }

    /// Ends the run, and cancels what is under way.
    fn cancel(&self, py: Python<'_>) {
        self.with(py, |mut run| run.cancel());
    }

    /// Ends the run as `stop` does: something that the driver needs has failed.
    fn fail(&self, py: Python<'_>) {
        self.with(py, |mut run| run.fail());
    }

    /// Ends the run at once, where nothing can be waited for any more. What is under way has no response.
    #[pyo3(signature = (*, now = None))]
    fn abandon(&self, py: Python<'_>, now: Option<Aware>) {
        let now = clock(now);
        self.with(py, |mut run| run.abandon(now));
    }

    /// Reports the error of a request that has no response. Returns whether it ends the run.
    #[pyo3(signature = (ticket, kind, *, cause = None, now = None))]
    fn on_error(
        &self,
        py: Python<'_>,
        ticket: Ticket,
        kind: Option<&Bound<'_, PyString>>,
        cause: Option<&Bound<'_, PyString>>,
        now: Option<Aware>,
    ) -> PyResult<bool> {
        let (Ticket(ticket), kind, now) = (ticket, kind.map(no_response).transpose()?, clock(now));
        // A text of an exception may hold anything, also what is no Unicode.
        let cause = cause.map(|cause| cause.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(self.with(py, |mut run| run.on_error(ticket, kind, &cause, now)))
    }

    /// Takes back a request that was certainly not sent. Returns `False` for a ticket that is not under way.
    #[pyo3(signature = (ticket, *, now = None))]
    fn withdraw(&self, py: Python<'_>, ticket: Ticket, now: Option<Aware>) -> bool {
        let (Ticket(ticket), now) = (ticket, clock(now));
        self.with(py, |mut run| run.withdraw(ticket, now))
    }

    /// Reports that the log is stored.
    fn stored(&self, py: Python<'_>) {
        self.with(py, |mut run| run.stored());
    }

    /// Reports that the log could not be stored: it comes again with the next run, and this one ends.
    fn not_stored(&self, py: Python<'_>, log: &Bound<'_, PyAny>) -> PyResult<()> {
        let log = bytes(log)?.to_vec();
        self.with(py, |mut run| run.not_stored(log));
        Ok(())
    }

    /// Returns what became of events, and was not reported yet.
    fn reports<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let ready = self.with(py, |run| run.reports().to_vec());
        reports(py, ready)
    }

    /// Reports that the first `count` of `reports` were reported. Fewer than all of them are a failure, which ends the run.
    fn reported(&self, py: Python<'_>, count: usize) {
        self.with(py, |mut run| run.reported(count));
    }

    /// Events may be personal data; only their number is shown.
    fn __repr__(&self, py: Python<'_>) -> String {
        let stats = self.0.get().lock(py).stats();
        format!("<Run {} pending, {} in flight>", stats.pending, stats.in_flight)
    }
}

impl Run {
    fn with<T>(&self, py: Python<'_>, call: impl FnOnce(delivery::Run<'_>) -> T) -> T {
        call(self.0.get().lock(py).run())
    }
}
