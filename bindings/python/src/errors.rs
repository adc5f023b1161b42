//! The package's exceptions, which are Python classes.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use s2s_core::{Issue, Issues};

pyo3::import_exception!(s2s_events._errors, ConfigError);
pyo3::import_exception!(s2s_events._errors, ValidationError);
pyo3::import_exception!(s2s_events._delivery, CannotRunError);
pyo3::import_exception!(s2s_events._delivery, LogError);
pyo3::import_exception!(s2s_events._delivery, RefusedError);

/// What an event's issues are raised as.
pub(crate) fn validation_error(py: Python<'_>, issues: &Issues) -> PyErr {
    to_python(py, issues.as_slice()).map_or_else(|failure| failure, |issues| ValidationError::new_err((issues.unbind(),)))
}

/// What a configuration's issues are raised as.
pub(crate) fn config_error(py: Python<'_>, issues: &Issues) -> PyErr {
    to_python(py, issues.as_slice()).map_or_else(|failure| failure, |issues| ConfigError::new_err((issues.unbind(),)))
}

/// Issues or warnings as a list of `s2s_events.Issue`.
pub(crate) fn to_python<'py>(py: Python<'py>, issues: &[Issue]) -> PyResult<Bound<'py, PyAny>> {
    static ISSUE: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let class = ISSUE.import(py, "s2s_events._errors", "Issue")?;
    let issues: Vec<_> =
        issues.iter().map(|issue| class.call1((issue.path(), issue.code().as_str(), issue.message()))).collect::<PyResult<_>>()?;
    issues.into_pyobject(py)
}
