//! Python's times.

use pyo3::exceptions::PyTypeError;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDateTime, PyDelta};
use s2s_core::Timestamp;

/// An aware `datetime` as text, in RFC 3339 with its own offset; nothing for a naive one.
pub(crate) fn text(time: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    let py = time.py();
    if time.call_method0(intern!(py, "utcoffset"))?.is_none() {
        return Ok(None);
    }
    let text: String = time.call_method0(intern!(py, "isoformat"))?.extract()?;
    if !has_seconds_in_offset(&text) {
        return Ok(Some(text));
    }
    // Local mean time, which RFC 3339 cannot say.
    let utc = py.import("datetime")?.getattr("timezone")?.getattr("utc")?;
    time.call_method1("astimezone", (utc,))?.call_method0(intern!(py, "isoformat"))?.extract().map(Some)
}

/// Whether a text ends with an offset such as `+03:25:44`.
fn has_seconds_in_offset(text: &str) -> bool {
    const DATE_AND_HOUR: usize = "2026-11-20T10".len();
    let time = text.as_bytes().get(DATE_AND_HOUR..).unwrap_or_default();
    time.iter().rposition(|byte| matches!(byte, b'+' | b'-')).is_some_and(|sign| time.len() - sign > "+03:25".len())
}

/// The point in time of an aware `datetime`, truncated toward the past. Several times as fast as [`text`].
pub(crate) fn unix_millis(time: &Bound<'_, PyAny>) -> PyResult<i64> {
    let py = time.py();
    let since = time.sub(epoch(py)?)?;
    let days: i64 = since.getattr(intern!(py, "days"))?.extract()?;
    let seconds: i64 = since.getattr(intern!(py, "seconds"))?.extract()?;
    let micros: i64 = since.getattr(intern!(py, "microseconds"))?.extract()?;
    Ok((days * 86_400 + seconds) * 1_000 + micros / 1_000)
}

/// The `datetime` of a point in time, in UTC.
pub(crate) fn datetime(py: Python<'_>, time: Timestamp) -> PyResult<Bound<'_, PyAny>> {
    let (seconds, millis) = (time.unix_millis().div_euclid(1_000), time.unix_millis().rem_euclid(1_000));
    epoch(py)?.add(py.get_type::<PyDelta>().call1((0, seconds, 0, millis))?)
}

fn epoch(py: Python<'_>) -> PyResult<&Bound<'_, PyAny>> {
    static EPOCH: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let epoch = EPOCH.get_or_try_init(py, || {
        let utc = py.import("datetime")?.getattr("timezone")?.getattr("utc")?;
        PyResult::Ok(py.get_type::<PyDateTime>().call1((1970, 1, 1, 0, 0, 0, 0, utc))?.unbind())
    })?;
    Ok(epoch.bind(py))
}

/// An aware `datetime`.
pub(crate) struct Aware(pub(crate) Timestamp);

impl FromPyObject<'_, '_> for Aware {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        let wrong = || PyTypeError::new_err("expected a datetime with a time zone");
        let time = value.cast::<PyDateTime>().map_err(|_| wrong())?;
        let is_naive = || PyResult::Ok(time.call_method0(intern!(value.py(), "utcoffset"))?.is_none());
        let millis = match unix_millis(&time) {
            // Python's own class subtracts only aware times.
            Ok(millis) if time.is_exact_instance_of::<PyDateTime>() || !is_naive()? => millis,
            Err(raised) if !is_naive()? => return Err(raised),
            _ => return Err(wrong()),
        };
        Timestamp::from_unix_millis(millis).map(Self).ok_or_else(wrong)
    }
}

/// The machine's clock: the default of `now`. Libraries that freeze Python's clock do not change it.
#[expect(clippy::disallowed_methods, reason = "the core takes `now` as an argument; the language's edge has a default")]
pub(crate) fn now() -> Timestamp {
    // Of a machine whose clock is beyond the year 9999 there is nothing better to say.
    std::time::SystemTime::now().try_into().unwrap_or(Timestamp::MAX)
}
