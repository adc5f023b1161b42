//! What an answer means.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDelta, PyDict, PyTuple, PyType};

/// What a response, or the lack of one, means for the events of a request.
#[pyclass(frozen, eq, module = "s2s_events")]
#[derive(PartialEq)]
pub(crate) struct Outcome(pub(crate) s2s_core::Outcome);

#[pymethods]
impl Outcome {
    #[getter]
    fn kind<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        CLASS.import(py, "s2s_events._kinds", "OutcomeKind")?.call1((self.0.kind().as_str(),))
    }

    #[getter]
    fn scope<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        CLASS.import(py, "s2s_events._kinds", "Scope")?.call1((self.0.scope().as_str(),))
    }

    #[getter]
    fn reason(&self) -> &'static str {
        self.0.reason()
    }

    #[getter]
    fn retry_after<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDelta>>> {
        self.0.retry_after().map(|wait| wait.into_pyobject(py)).transpose()
    }

    #[getter]
    fn maybe_delivered(&self) -> bool {
        self.0.maybe_delivered()
    }

    #[getter]
    fn provider_message(&self) -> Option<&str> {
        self.0.provider_message()
    }

    #[getter]
    fn details<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        crate::write::object(py, self.0.details())
    }

    /// No provider API that there is answers per event.
    #[getter]
    fn events<'py>(&self, py: Python<'py>) -> Bound<'py, PyTuple> {
        PyTuple::empty(py)
    }

    /// Neither the details nor anything else that may be personal data.
    fn __repr__(&self) -> String {
        format!("<Outcome {} of {}: {}>", self.0.kind(), self.0.scope(), self.0.reason())
    }
}
