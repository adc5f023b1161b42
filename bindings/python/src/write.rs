//! From JSON to Python's objects.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyList, PyType};
use s2s_core::value::{Json, Text};

/// A JSON value as Python has it. A number with a fraction or an exponent becomes a `Decimal`, which keeps all digits.
pub(crate) fn value<'py>(py: Python<'py>, json: &Json) -> PyResult<Bound<'py, PyAny>> {
    match json {
        Json::Bool(value) => Ok(value.into_pyobject(py)?.to_owned().into_any()),
        Json::Number(digits) => number(py, digits.as_str()),
        Json::String(text) => Ok(text.as_str().into_pyobject(py)?.into_any()),
        Json::Array(items) => {
            let list = PyList::empty(py);
            for item in items {
                list.append(value(py, item)?)?;
            }
            Ok(list.into_any())
        }
        Json::Object(members) => Ok(object(py, members)?.into_any()),
        // Null, and what JSON does not have.
        _ => Ok(py.None().into_bound(py)),
    }
}

/// The members of a JSON object; of a repeated key the last.
pub(crate) fn object<'py>(py: Python<'py>, members: &[(Text, Json)]) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    for (key, member) in members {
        dict.set_item(key.as_str(), value(py, member)?)?;
    }
    Ok(dict)
}

fn number<'py>(py: Python<'py>, digits: &str) -> PyResult<Bound<'py, PyAny>> {
    /// Python reads integers of at most 4300 digits.
    const LONGEST: usize = 4_000;
    static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    if digits.len() <= LONGEST && digits.bytes().all(|byte| matches!(byte, b'-' | b'0'..=b'9')) {
        return py.get_type::<pyo3::types::PyInt>().call1((digits,));
    }
    let decimal = DECIMAL.import(py, "decimal", "Decimal")?.call1((digits,));
    // An exponent that no `Decimal` has: the number as it was written is better than none.
    decimal.or_else(|_| Ok(digits.into_pyobject(py)?.into_any()))
}
