//! What all clients have, and the client of any provider.

use std::num::NonZeroUsize;
use std::sync::OnceLock;

use pyo3::exceptions::{PyBaseException, PyTypeError};
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBytes, PyDict, PyEllipsis, PyIterator, PyList, PyMapping, PyMemoryView, PyString, PyTuple, PyType};
use s2s_core::dynamic;
use s2s_core::{Issues, NoResponse, Response, Timestamp};
use s2s_jsonl::Jsonl;

use crate::errors::{self, ValidationError};
use crate::outcome::Outcome;
use crate::read::{Members, Reader};
use crate::request::Request;
use crate::time::{self, Aware};

/// What all clients have.
#[pyclass(frozen, subclass, name = "_Client", module = "s2s_events")]
pub(crate) struct Client(pub(crate) dynamic::AnyClient);

#[pymethods]
impl Client {
    /// What a response to `request` means.
    ///
    /// `headers` come in any case, from anything with `items()` or as pairs; `body` is what follows transfer and content decoding.
    /// `received_at` is aware; only a `Retry-After` with a date needs it, and without it the response's own `Date` is used. Without a request,
    /// the first kind of event of the provider counts, and more words of `provider_message` are masked.
    #[pyo3(signature = (request, status, headers, body, *, received_at = None))]
    fn interpret(
        &self,
        request: Option<&Bound<'_, Request>>,
        status: &Bound<'_, PyAny>,
        headers: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
        received_at: Option<Aware>,
    ) -> PyResult<Outcome> {
        let response = received(status, headers, body, received_at)?;
        match request {
            Some(request) => Ok(Outcome(self.0.interpret(&request.get().0, &response))),
            None => {
                let outcome = dynamic::interpret(self.0.provider(), &response);
                outcome.map(Outcome).ok_or_else(|| PyTypeError::new_err("there is no such provider"))
            }
        }
    }

    /// The key of the lane of an event in the JSON form, or a `ValidationError` with all of its issues: see `Request.lane_key`.
    ///
    /// The event names its `provider` and `kind`. The key does not depend on `now`, which is for the checks of the event, nor on an `id`, which
    /// may be absent.
    #[pyo3(signature = (event, *, now = None))]
    fn lane_key(&self, event: &Bound<'_, PyAny>, now: Option<Aware>) -> PyResult<Option<String>> {
        let py = event.py();
        let Edge { now, .. } = Edge::new(now, NewId::None);
        let refused = |issues: Issues| errors::validation_error(py, &issues);
        if let Ok(json) = bytes(event) {
            return self.0.lane_key(&json, now).map_err(refused);
        }
        let reader = Reader::new(py)?;
        reader.finish(self.0.lane_key_of(None, Members::of(&reader, event).fields(&reader), now).map_err(refused))
    }

    /// Interprets the lack of a response: the same for every provider. `kind` is a `NoResponse` or its value.
    fn interpret_no_response(&self, kind: &Bound<'_, PyString>) -> PyResult<Outcome> {
        interpret_no_response(kind)
    }

    /// What an exception of httpx, requests, aiohttp, urllib3 or urllib means that was raised instead of a response.
    ///
    /// An exception of anything else is `NoResponse.OTHER`: the event may have been delivered.
    fn interpret_exception(&self, exception: &Bound<'_, PyBaseException>) -> PyResult<Outcome> {
        interpret_exception(exception)
    }

    /// A client never changes, so a copy of it is itself.
    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf
    }

    /// The provider alone: a configuration holds credentials.
    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        Ok(format!("<{} of {}>", slf.get_type().name()?, slf.get().0.provider()))
    }
}

impl Client {
    /// A client of the provider, or of the one that the configuration names.
    fn new(provider: Option<&str>, reader: &Reader<'_>, config: &Members<'_>, py: Python<'_>) -> PyResult<Self> {
        let client = dynamic::AnyClient::from_object(provider, config.fields(reader));
        reader.finish(client.map(Self).map_err(|issues| errors::config_error(py, &issues)))
    }

    pub(crate) fn of_keywords(py: Python<'_>, provider: &str, config: Option<&Bound<'_, PyDict>>) -> PyResult<Self> {
        Self::new(Some(provider), &Reader::new(py)?, &Members::of_keywords(config), py)
    }

    /// Builds the request of an event whose fields are keyword arguments. So are `now` and, where events of the kind have ids, `new_id`.
    ///
    /// The arguments are those of Python's call, as it passes them: PyO3 would copy the fields into another dict.
    pub(crate) fn build(
        slf: &Bound<'_, Self>,
        kind: &str,
        args: &Bound<'_, PyTuple>,
        keywords: Option<&Bound<'_, PyDict>>,
        has_ids: bool,
    ) -> PyResult<Request> {
        if !args.is_empty() {
            let (class, count, was) = (slf.get_type().name()?, args.len(), if args.len() == 1 { "was" } else { "were" });
            return Err(PyTypeError::new_err(format!("{class}.{kind}() takes 0 positional arguments but {count} {was} given")));
        }
        let mut event = Members::of_keywords(keywords);
        let now: Option<Option<Aware>> = event.argument("now")?;
        let new_id = if has_ids { event.argument("new_id")?.unwrap_or(NewId::Random) } else { NewId::None };
        let py = slf.py();
        slf.get().build_members(py, Some(kind), &event, &Reader::new(py)?, &Edge::new(now.flatten(), new_id))
    }

    fn build_members<'py>(
        &self,
        py: Python<'py>,
        kind: Option<&str>,
        event: &Members<'py>,
        reader: &Reader<'py>,
        edge: &Edge,
    ) -> PyResult<Request> {
        let Edge { now, new_id } = edge;
        let built = new_id.lend_once(|new_id| self.0.build_object(kind, event.fields(reader), *now, new_id))?;
        reader.finish(request(py, built))
    }

    /// Builds the request of an event that names its kind: a mapping or JSON.
    fn build_any(&self, event: &Bound<'_, PyAny>, edge: &Edge) -> PyResult<Request> {
        let py = event.py();
        if let Ok(json) = bytes(event) {
            let Edge { now, new_id } = edge;
            return request(py, new_id.lend_once(|new_id| self.0.build(&json, *now, new_id))?);
        }
        let reader = Reader::new(py)?;
        self.build_members(py, None, &Members::of(&reader, event), &reader, edge)
    }

    pub(crate) fn messages(&self, identity: &Bound<'_, PyAny>, messages: &Bound<'_, PyAny>, edge: &Edge) -> PyResult<Request> {
        let Edge { now, new_id } = edge;
        let py = identity.py();
        let reader = Reader::new(py)?;
        let identity = Members::of(&reader, identity);
        let messages: Vec<_> = several(messages)?.map(|message| Ok(Members::of(&reader, &message?))).collect::<PyResult<_>>()?;
        let fields: Vec<_> = messages.iter().map(|message| message.fields(&reader)).collect();
        let built = new_id.lend_once(|new_id| self.0.messages_of(identity.fields(&reader), &fields, *now, new_id))?;
        reader.finish(request(py, built))
    }
}

/// The items of what holds several; a mapping or a text is one.
fn several<'py>(items: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyIterator>> {
    if items.is_instance_of::<PyMapping>() || bytes(items).is_ok() {
        return Err(PyTypeError::new_err("expected an iterable of several"));
    }
    items.try_iter()
}

fn request(py: Python<'_>, built: Result<s2s_core::Request, Issues>) -> PyResult<Request> {
    built.map(Request).map_err(|issues| errors::validation_error(py, &issues))
}

/// What the core takes as arguments and Python has a default for.
pub(crate) struct Edge {
    pub(crate) now: Timestamp,
    pub(crate) new_id: NewId,
}

impl Edge {
    pub(crate) fn new(now: Option<Aware>, new_id: NewId) -> Self {
        Self { now: now.map_or_else(time::now, |Aware(now)| now), new_id }
    }
}

/// Where a message without an id gets one from.
pub(crate) enum NewId {
    /// A random UUID.
    Random,
    /// Nowhere: it is an issue.
    None,
    Callable(Py<PyAny>),
}

impl FromPyObject<'_, '_> for NewId {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        if value.is_none() {
            Ok(Self::None)
        } else if value.is(PyEllipsis::get(value.py())) {
            Ok(Self::Random)
        } else if value.is_callable() {
            Ok(Self::Callable(value.to_owned().unbind()))
        } else {
            Err(PyTypeError::new_err("new_id must be a callable that returns a text, or None"))
        }
    }
}

impl NewId {
    /// Lets `build` make ids. An exception of the callable is raised when it has ended.
    pub(crate) fn lend<T>(&self, build: impl FnOnce(Option<s2s_jsonl::NewId<'_>>) -> T) -> PyResult<T> {
        match self {
            Self::None => Ok(build(None)),
            Self::Random => Ok(build(Some(&random_id))),
            Self::Callable(callable) => {
                let raised = OnceLock::new();
                let call = || {
                    if raised.get().is_some() {
                        return String::new();
                    }
                    let id = Python::attach(|py| {
                        let id = callable.bind(py).call0()?;
                        id.extract().map_err(|_| PyTypeError::new_err("new_id must return a str"))
                    });
                    id.unwrap_or_else(|failure| {
                        // The first exception is raised; others of other threads came later.
                        let _ = raised.set(failure);
                        String::new()
                    })
                };
                let built = build(Some(&call));
                raised.into_inner().map_or(Ok(built), Err)
            }
        }
    }

    /// As [`NewId::lend`], to build one request.
    pub(crate) fn lend_once<T>(&self, build: impl FnOnce(dynamic::NewId<'_>) -> T) -> PyResult<T> {
        self.lend(|mut new_id| build(new_id.as_mut().map(|new_id| new_id as &mut dyn FnMut() -> String)))
    }
}

#[expect(clippy::disallowed_methods, reason = "the core takes ids as arguments; the language's edge has a default")]
fn random_id() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// Interprets the response to `request` by the rules of the request's provider, as every client does.
///
/// `headers` are of any case, from anything with `items()` or as pairs; `body` is what follows transfer and content decoding. `received_at` is
/// aware; only a `Retry-After` with a date needs it, and without it the response's own `Date` is used.
#[pyfunction]
#[pyo3(signature = (request, status, headers, body, *, received_at = None))]
pub(crate) fn interpret(
    request: &Bound<'_, Request>,
    status: &Bound<'_, PyAny>,
    headers: &Bound<'_, PyAny>,
    body: &Bound<'_, PyAny>,
    received_at: Option<Aware>,
) -> PyResult<Outcome> {
    let response = received(status, headers, body, received_at)?;
    Ok(Outcome(s2s_core::interpret(&request.get().0, &response)))
}

/// Interprets the lack of a response: the same for every provider. `kind` is a `NoResponse` or its value.
#[pyfunction]
pub(crate) fn interpret_no_response(kind: &Bound<'_, PyString>) -> PyResult<Outcome> {
    Ok(Outcome(s2s_core::interpret_no_response(no_response(kind)?)))
}

/// Interprets an exception that an HTTP client raised instead of returning a response: the same for every provider.
///
/// Known are those of httpx, requests, aiohttp, urllib3, urllib, asyncio and anyio. Any other one is `NoResponse.OTHER`: the event may have been
/// delivered.
#[pyfunction]
pub(crate) fn interpret_exception(exception: &Bound<'_, PyBaseException>) -> PyResult<Outcome> {
    interpret_no_response(kind_of(exception)?.cast()?)
}

/// The member of `NoResponse` that an exception is.
fn kind_of<'py>(exception: &Bound<'py, PyBaseException>) -> PyResult<Bound<'py, PyAny>> {
    static KIND_OF: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    KIND_OF.import(exception.py(), "s2s_events._exceptions", "kind_of")?.call1((exception,))
}

/// A response with the time of its arrival, where that is known.
fn received(
    status: &Bound<'_, PyAny>,
    headers: &Bound<'_, PyAny>,
    body: &Bound<'_, PyAny>,
    received_at: Option<Aware>,
) -> PyResult<Response> {
    let response = response(status, headers, body)?;
    Ok(match received_at {
        Some(Aware(received_at)) => response.with_received_at(received_at),
        None => response,
    })
}

/// A response, as an HTTP client has it.
pub(crate) fn response(status: &Bound<'_, PyAny>, headers: &Bound<'_, PyAny>, body: &Bound<'_, PyAny>) -> PyResult<Response> {
    let status = status.extract().map_err(|_| PyTypeError::new_err("status must be an integer from 0 to 65535"))?;
    Ok(Response::new(status, pairs(headers)?, bytes(body)?.to_vec()))
}

/// A member of `NoResponse`, or its value.
pub(crate) fn no_response(kind: &Bound<'_, PyString>) -> PyResult<NoResponse> {
    let known = kind.to_str().ok().and_then(NoResponse::from_name);
    known.ok_or_else(|| PyTypeError::new_err("kind must be a member of s2s_events.NoResponse, or its value"))
}

/// The headers of a response: of anything with `items()`, or pairs; texts or bytes.
fn pairs(headers: &Bound<'_, PyAny>) -> PyResult<Vec<(String, Vec<u8>)>> {
    let wrong = || PyTypeError::new_err("headers must be a mapping or an iterable of pairs, of str or bytes");
    let pairs = if headers.hasattr(intern!(headers.py(), "items"))? {
        headers.call_method0(intern!(headers.py(), "items"))?
    } else {
        headers.clone()
    };
    let pair = |pair: PyResult<Bound<'_, PyAny>>| {
        let (name, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair?.extract().map_err(|_| wrong())?;
        let name = bytes(&name).map_err(|_| wrong())?;
        let value = bytes(&value).map_err(|_| wrong())?;
        Ok((String::from_utf8_lossy(&name).into_owned(), value.to_vec()))
    };
    pairs.try_iter().map_err(|_| wrong())?.map(pair).collect()
}

/// The bytes of bytes and the like, or of a text in UTF-8.
pub(crate) fn bytes(value: &Bound<'_, PyAny>) -> PyResult<PyBackedBytes> {
    let py = value.py();
    if let Ok(text) = value.cast::<PyString>() {
        let encoded = match text.to_str() {
            Ok(text) => PyBytes::new(py, text.as_bytes()),
            // What is no Unicode stays none.
            Err(_) => value.call_method1("encode", ("utf-8", "surrogatepass"))?.cast_into()?,
        };
        return Ok(encoded.into());
    }
    if let Ok(view) = value.cast::<PyMemoryView>() {
        return Ok(py.get_type::<PyBytes>().call1((view,))?.cast_into::<PyBytes>()?.into());
    }
    value.extract().map_err(|_| PyTypeError::new_err("expected bytes or str"))
}

/// A client of the provider that a configuration names, for events that name their provider and kind.
#[pyclass(frozen, extends = Client, module = "s2s_events")]
pub(crate) struct Destination;

#[pymethods]
impl Destination {
    /// The destination of a configuration: a mapping with the name of the `provider` and its settings.
    #[classmethod]
    fn from_config(class: &Bound<'_, PyType>, config: &Bound<'_, PyAny>) -> PyResult<Py<Self>> {
        let py = class.py();
        let reader = Reader::new(py)?;
        let Client(client) = Client::new(None, &reader, &Members::of(&reader, config), py)?;
        Self::of(py, client)
    }

    /// The name of the provider API.
    #[getter]
    fn provider(slf: &Bound<'_, Self>) -> &'static str {
        slf.as_super().get().0.provider()
    }

    /// The request of an event, or a `ValidationError` with all of its issues.
    #[pyo3(signature = (event, *, now = None, new_id = NewId::Random), text_signature = "($self, event, *, now=None, new_id=...)")]
    fn build(slf: &Bound<'_, Self>, event: &Bound<'_, PyAny>, now: Option<Aware>, new_id: NewId) -> PyResult<Request> {
        slf.as_super().get().build_any(event, &Edge::new(now, new_id))
    }

    /// One request of several messages of one user, or a `ValidationError` with all issues.
    #[pyo3(signature = (identity, messages, *, now = None, new_id = NewId::Random), text_signature = "($self, identity, messages, *, now=None, new_id=...)")]
    fn messages(
        slf: &Bound<'_, Self>,
        identity: &Bound<'_, PyAny>,
        messages: &Bound<'_, PyAny>,
        now: Option<Aware>,
        new_id: NewId,
    ) -> PyResult<Request> {
        slf.as_super().get().messages(identity, messages, &Edge::new(now, new_id))
    }

    /// The requests of many events, each a `Request` or, with `on_error="collect"`, the `ValidationError` in its place.
    #[pyo3(
        signature = (events, *, on_error = OnError::Collect, now = None, new_id = NewId::Random),
        text_signature = "($self, events, *, on_error='collect', now=None, new_id=...)"
    )]
    fn build_many<'py>(
        slf: &Bound<'py, Self>,
        events: &Bound<'py, PyAny>,
        on_error: OnError,
        now: Option<Aware>,
        new_id: NewId,
    ) -> PyResult<Bound<'py, PyList>> {
        let py = slf.py();
        let client = slf.as_super().get();
        let edge = Edge::new(now, new_id);
        let requests = PyList::empty(py);
        for event in several(events)? {
            match (client.build_any(&event?, &edge), on_error) {
                (Ok(request), _) => requests.append(Bound::new(py, request)?)?,
                (Err(error), OnError::Collect) if error.is_instance_of::<ValidationError>(py) => requests.append(error.value(py))?,
                (Err(error), _) => return Err(error),
            }
        }
        Ok(requests)
    }

    /// The requests of the events in `lines`, one JSON object per line, as lines of JSON.
    ///
    /// A line is `{"line":1,"request":{"method":…,"url":…,"headers":[[name,value],…],"body":…},"warnings":[…]}` or `{"line":2,"issues":[…]}`; blank
    /// lines are skipped. All cores work, and the GIL is released. The requests are to be sent, so they contain their credentials; with
    /// `show_secrets=False` these are `[redacted]`. Other threads may call `new_id`.
    #[pyo3(
        signature = (lines, *, now = None, new_id = NewId::Random, show_secrets = true),
        text_signature = "($self, lines, *, now=None, new_id=..., show_secrets=True)"
    )]
    fn build_jsonl<'py>(
        slf: &Bound<'py, Self>,
        lines: &Bound<'py, PyAny>,
        now: Option<Aware>,
        new_id: NewId,
        show_secrets: bool,
    ) -> PyResult<Bound<'py, PyBytes>> {
        let py = slf.py();
        let Client(client) = slf.as_super().get();
        let lines = bytes(lines)?;
        let Edge { now, new_id } = Edge::new(now, new_id);
        let threads = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        let jsonl = Jsonl { first: 1, shows_secrets: show_secrets, threads };
        let built = py.detach(|| {
            let mut out = Vec::with_capacity(2 * lines.len());
            new_id.lend(|new_id| jsonl.build(client, &lines, now, new_id, &mut out)).map(|_| out)
        })?;
        Ok(PyBytes::new(py, &built))
    }
}

impl Destination {
    pub(crate) fn of(py: Python<'_>, client: dynamic::AnyClient) -> PyResult<Py<Self>> {
        Py::new(py, PyClassInitializer::from(Client(client)).add_subclass(Self))
    }
}

/// What happens to an event of many that is wrong.
#[derive(Clone, Copy)]
enum OnError {
    Collect,
    Raise,
}

impl FromPyObject<'_, '_> for OnError {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        match value.extract() {
            Ok("collect") => Ok(Self::Collect),
            Ok("raise") => Ok(Self::Raise),
            _ => Err(PyTypeError::new_err("on_error must be \"collect\" or \"raise\"")),
        }
    }
}
