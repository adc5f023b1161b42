//! The HTTP request that an event became.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyType};
use s2s_core::dynamic::{request_from_json, request_to_json};

use crate::errors;
use crate::read::Reader;

/// A complete HTTP request: send it as it is, with any HTTP client, and do not follow redirects.
///
/// Redirects would carry the credentials elsewhere. `Host` and `Content-Length` belong to the HTTP client. Requests are immutable, hashable,
/// comparable and picklable; `repr` shows neither the query, the body nor a credential.
#[pyclass(frozen, eq, hash, module = "s2s_events")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Request(pub(crate) s2s_core::Request);

#[pymethods]
impl Request {
    /// The HTTP method: `GET` or `POST`.
    #[getter]
    fn method(&self) -> &'static str {
        self.0.method().as_str()
    }

    /// The absolute URL, with its query.
    #[getter]
    fn url(&self) -> &str {
        self.0.url()
    }

    /// The headers in a fixed order, names in lower case; credentials are among them.
    #[getter]
    fn headers(&self) -> Vec<(&str, &str)> {
        self.0.headers().iter().map(|header| (header.name(), header.value())).collect()
    }

    /// The body: UTF-8 text, empty where the parameters travel in the query.
    #[getter]
    fn body<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, self.0.body())
    }

    /// The name of the provider API that the request is for.
    #[getter]
    fn provider(&self) -> &'static str {
        self.0.provider()
    }

    /// The kind of event, such as `event` or `action`; `messages` where one request carries several.
    #[getter]
    fn kind(&self) -> &'static str {
        self.0.kind()
    }

    /// The ids of the messages in the request, in their order: a retry keeps them. Empty for providers without.
    #[getter]
    fn message_ids(&self) -> Vec<&str> {
        self.0.message_ids().iter().map(String::as_str).collect()
    }

    /// The key of the request's lane, 32 hexadecimal digits, or `None` where the order of events does not matter.
    ///
    /// Events with one key have to stay in one partition, in their order. The key depends on no credential, time, setting or address, is the
    /// same in every language, and only a major version changes it.
    fn lane_key(&self) -> Option<String> {
        self.0.lane_key()
    }

    /// What is legal but probably not meant.
    #[getter]
    fn warnings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        errors::to_python(py, self.0.warnings())
    }

    /// The headers as a dict, for clients that take no pairs. No name appears more than once.
    fn header_map<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let map = PyDict::new(py);
        for header in self.0.headers() {
            map.set_item(header.name(), header.value())?;
        }
        Ok(map)
    }

    /// The request as a command of `curl`, for a POSIX shell.
    ///
    /// Credentials are `[redacted]` unless `show_secrets` is true; personal data stays in it.
    #[pyo3(signature = (show_secrets = false))]
    fn as_curl(&self, show_secrets: bool) -> String {
        self.0.to_curl(show_secrets)
    }

    /// The request as plain data of dicts, lists, texts and numbers, with everything in it: also the credentials.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        crate::write::value(py, &request_to_json(&self.0))
    }

    /// The request that `to_dict` wrote, or a `ValidationError`.
    #[classmethod]
    fn from_dict(class: &Bound<'_, PyType>, data: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = class.py();
        let reader = Reader::new(py)?;
        let json = reader.json(data).map_err(|issues| errors::validation_error(py, &issues));
        let request = request_from_json(&reader.finish(json)?);
        request.map(Self).map_err(|issues| errors::validation_error(py, &issues))
    }

    /// Pickling keeps everything, also the credentials.
    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyAny>,))> {
        let py = slf.py();
        Ok((py.get_type::<Self>().getattr("from_dict")?, (slf.get().to_dict(py)?,)))
    }

    /// Neither the query, the body nor a credential.
    fn __repr__(&self) -> String {
        let Self(request) = self;
        let url = request.redacted_url();
        let address = url.split_once('?').map_or(&*url, |(address, _)| address);
        format!("<Request {} {address}, {} {}, {} bytes>", request.method(), request.provider(), request.kind(), request.body().len())
    }
}
