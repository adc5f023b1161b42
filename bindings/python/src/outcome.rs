//! What a response means.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDelta, PyDict, PyTuple, PyType};

/// What a response, or the lack of one, means for the events of a request.
#[pyclass(frozen, eq, module = "s2s_events")]
#[derive(PartialEq)]
pub(crate) struct Outcome(pub(crate) s2s_core::Outcome);

#[pymethods]
impl Outcome {
    /// The decision.
    #[getter]
    fn kind<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        kind(py, self.0.kind())
    }

    /// What the decision is about, and so what else it stops.
    #[getter]
    fn scope<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        scope(py, self.0.scope())
    }

    /// Why, in our words: one of a fixed set of texts, without personal data.
    #[getter]
    fn reason(&self) -> &'static str {
        self.0.reason()
    }

    /// How long the server asks to wait (`Retry-After`, RFC 9110), for `retry_later` and `unclear`; at most a year.
    #[getter]
    fn retry_after<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDelta>>> {
        self.0.retry_after().map(|wait| wait.into_pyobject(py)).transpose()
    }

    /// Whether the provider may have accepted the event although that is not certain: true for `unclear` alone.
    #[getter]
    fn maybe_delivered(&self) -> bool {
        self.0.maybe_delivered()
    }

    /// The provider's own error text, at most 200 characters, with the words masked that have digits or signs in them or that the request
    /// carried.
    #[getter]
    fn provider_message(&self) -> Option<&str> {
        self.0.provider_message()
    }

    /// The fields of the provider's response, if it is a JSON object. They may hold personal data.
    ///
    /// Numbers are `int`, or `Decimal` with all their digits; one whose exponent no `Decimal` has is its text.
    #[getter]
    fn details<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        crate::write::object(py, self.0.details())
    }

    /// What the response means for each event of a request of several, in their order, where it names positions. Empty elsewhere: what the
    /// outcome says holds for all events.
    #[getter]
    fn events<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.0.events().iter().copied().map(EventOutcome))
    }

    /// Neither the details nor anything else that may be personal data.
    fn __repr__(&self) -> String {
        format!("<Outcome {} of {}: {}>", self.0.kind(), self.0.scope(), self.0.reason())
    }
}

/// What a response means for one event of a request of several.
#[pyclass(frozen, eq, module = "s2s_events")]
#[derive(PartialEq)]
pub(crate) struct EventOutcome(s2s_core::EventOutcome);

#[pymethods]
impl EventOutcome {
    /// The decision.
    #[getter]
    fn kind<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        kind(py, self.0.kind)
    }

    /// What the decision is about.
    #[getter]
    fn scope<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        scope(py, self.0.scope)
    }

    /// Why, in our words: one of a fixed set of texts.
    #[getter]
    fn reason(&self) -> &'static str {
        self.0.reason
    }

    fn __repr__(&self) -> String {
        format!("<EventOutcome {} of {}: {}>", self.0.kind, self.0.scope, self.0.reason)
    }
}

fn kind(py: Python<'_>, kind: s2s_core::OutcomeKind) -> PyResult<Bound<'_, PyAny>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "s2s_events._kinds", "OutcomeKind")?.call1((kind.as_str(),))
}

fn scope(py: Python<'_>, scope: s2s_core::Scope) -> PyResult<Bound<'_, PyAny>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "s2s_events._kinds", "Scope")?.call1((scope.as_str(),))
}
