//! Tables of Arrow: events to requests, and responses to outcomes.

mod capsule;
mod check;
mod column;
mod events;
mod output;
mod responses;
mod row;
mod stream;

use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError};

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::exceptions::{PyRuntimeError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use s2s_core::Issues;
use s2s_core::dynamic::Verdict;

use self::events::{Builder, Built, Events, Requests};
use self::output::Kept;
use self::responses::Responses;
use self::stream::{Edge, Edges, Made, Make, Parts, Stream};
use crate::client::{Client, NewId};
use crate::errors;
use crate::one_event::{Classes, Destinations};
use crate::request::Request;
use crate::time::Aware;

/// The result of a table, made batch by batch while it is read, once.
#[pyclass(frozen, module = "s2s_events.arrow")]
pub(crate) struct ArrowStream {
    schema: SchemaRef,
    reader: Mutex<Option<Box<dyn RecordBatchReader + Send>>>,
}

#[pymethods]
impl ArrowStream {
    /// The stream, for libraries that read Arrow. It can be read once; its columns have the types that they have.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(&self, py: Python<'py>, requested_schema: Option<&Bound<'py, PyAny>>) -> PyResult<Bound<'py, PyCapsule>> {
        // The protocol lets a producer ignore the schema that is asked for.
        let _ = requested_schema;
        let reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner).take();
        capsule::export(py, reader.ok_or_else(|| PyRuntimeError::new_err("the stream was read already; build the table again"))?)
    }

    /// The names and types of the columns.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        capsule::export_schema(py, &self.schema)
    }

    /// The names of the columns.
    fn __repr__(&self) -> String {
        let names: Vec<&str> = self.schema.fields().iter().map(|field| field.name().as_str()).collect();
        format!("<ArrowStream of {}>", names.join(", "))
    }
}

impl ArrowStream {
    fn new<M: Make<Of = RecordBatch> + 'static>(schema: SchemaRef, parts: Parts<M>) -> Self {
        let stream = Stream { schema: schema.clone(), parts };
        Self { schema, reader: Mutex::new(Some(Box::new(stream))) }
    }
}

/// Builds the requests of a table of events.
#[pyfunction]
#[pyo3(
    signature = (client, table, *, kind = None, keep = Vec::new(), now = None, new_id = NewId::Random, show_secrets = true, threads = None),
    text_signature = "(client, table, *, kind=None, keep=(), now=None, new_id=..., show_secrets=True, threads=None)"
)]
#[expect(clippy::too_many_arguments, reason = "they are keyword arguments of Python")]
pub(crate) fn build_table(
    py: Python<'_>,
    client: &Bound<'_, PyAny>,
    table: &Bound<'_, PyAny>,
    kind: Option<String>,
    keep: Vec<String>,
    now: Option<Aware>,
    new_id: NewId,
    show_secrets: bool,
    threads: Option<usize>,
) -> PyResult<ArrowStream> {
    let threads = self::threads(threads)?;
    let (builder, input) = (builder(client, kind.as_deref())?, capsule::import(table)?);
    let schema = input.schema();
    let events = Events::new(builder, &schema, kind, Kept(keep)).map_err(|issues| errors::validation_error(py, &issues))?;
    let requests = Requests::new(events, &schema, show_secrets);
    let edges = Edges { now: now.map(|Aware(now)| now), new_id };
    Ok(ArrowStream::new(requests.schema(), Parts::new(input, requests, edges, threads)))
}

/// What the responses of a table mean.
#[pyfunction]
#[pyo3(
    signature = (client, table, *, kind = None, keep = Vec::new(), threads = None),
    text_signature = "(client, table, *, kind=None, keep=(), threads=None)"
)]
pub(crate) fn interpret_table(
    py: Python<'_>,
    client: &Bound<'_, Client>,
    table: &Bound<'_, PyAny>,
    kind: Option<String>,
    keep: Vec<String>,
    threads: Option<usize>,
) -> PyResult<ArrowStream> {
    let threads = self::threads(threads)?;
    let input = capsule::import(table)?;
    let responses = Responses::new(client.get().0.provider(), &input.schema(), kind, Kept(keep));
    let responses = responses.map_err(|issues| errors::validation_error(py, &issues))?;
    let edges = Edges { now: None, new_id: NewId::None };
    Ok(ArrowStream::new(responses.schema(), Parts::new(input, responses, edges, threads)))
}

/// The requests of a table of events, one by one.
#[pyfunction]
#[pyo3(
    signature = (client, table, *, kind = None, now = None, new_id = NewId::Random, threads = None),
    text_signature = "(client, table, *, kind=None, now=None, new_id=..., threads=None)"
)]
pub(crate) fn build_rows(
    py: Python<'_>,
    client: &Bound<'_, PyAny>,
    table: &Bound<'_, PyAny>,
    kind: Option<String>,
    now: Option<Aware>,
    new_id: NewId,
    threads: Option<usize>,
) -> PyResult<BuiltRows> {
    let threads = self::threads(threads)?;
    let (builder, input) = (builder(client, kind.as_deref())?, capsule::import(table)?);
    let events = Events::new(builder, &input.schema(), kind, Kept::default()).map_err(|issues| errors::validation_error(py, &issues))?;
    let edges = Edges { now: now.map(|Aware(now)| now), new_id };
    Ok(BuiltRows(Mutex::new(Parts::new(input, events, edges, threads))))
}

/// What builds the events of a table: a client, or destinations for neutral events.
fn builder(client: &Bound<'_, PyAny>, kind: Option<&str>) -> PyResult<Builder> {
    if let Ok(client) = client.cast::<Client>() {
        return Ok(Builder::One(client.get().0.clone()));
    }
    let destinations =
        client.cast::<Destinations>().map_err(|_| PyTypeError::new_err("expected a client, a Destination or Destinations"))?;
    if kind.is_some() {
        return Err(PyTypeError::new_err("neutral events have no `kind`: their names are in the column `event`"));
    }
    Ok(Builder::Several(destinations.get().0.clone()))
}

fn threads(threads: Option<usize>) -> PyResult<NonZeroUsize> {
    match threads {
        None => Ok(std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)),
        Some(threads) => NonZeroUsize::new(threads).ok_or_else(|| PyValueError::new_err("threads must be at least 1")),
    }
}

/// What each event of a table becomes.
#[pyclass(frozen, module = "s2s_events.arrow")]
pub(crate) struct BuiltRows(Mutex<Parts<Events>>);

#[pymethods]
impl BuiltRows {
    fn __iter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __next__<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let next = py.detach(|| self.0.lock().unwrap_or_else(PoisonError::into_inner).next());
        match next {
            Some(Ok(built)) => built.into_python(py).map(Some),
            Some(Err(ArrowError::ExternalError(error))) => match error.downcast::<PyErr>() {
                Ok(raised) => Err(*raised),
                Err(error) => Err(capsule::failed(&ArrowError::ExternalError(error))),
            },
            Some(Err(error)) => Err(capsule::failed(&error)),
            None => Ok(None),
        }
    }
}

/// What an event becomes, without the destinations that it is for.
pub(crate) enum BuiltRow {
    One(Result<s2s_core::Request, Issues>),
    Several(Result<Vec<(String, &'static str, Verdict)>, Issues>),
}

impl BuiltRow {
    fn into_python(self, py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
        match self {
            Self::One(Ok(request)) => Ok(Bound::new(py, Request(request))?.into_any()),
            Self::One(Err(issues)) | Self::Several(Err(issues)) => {
                Ok(errors::validation_error(py, &issues).into_value(py).into_bound(py).into_any())
            }
            Self::Several(Ok(parts)) => {
                let classes = Classes::get(py)?;
                let parts = parts.into_iter().map(|(label, provider, verdict)| classes.part(py, &label, provider, verdict));
                parts.collect::<PyResult<Vec<_>>>()?.into_pyobject(py)
            }
        }
    }
}

impl Make for Events {
    type Of = BuiltRow;

    fn make(&self, batch: &RecordBatch, _: i64, edge: &Edge<'_>) -> Made<Vec<BuiltRow>> {
        let rows = self.rows(batch);
        let build = |at| {
            self.build(rows.row(at), edge, |built| match built {
                Built::One(built) => BuiltRow::One(built),
                Built::Several(parts) => BuiltRow::Several(parts.map(|parts| {
                    let own = |part: s2s_core::dynamic::Part<'_>| (part.label().into_owned(), part.destination.provider(), part.verdict);
                    parts.into_iter().map(own).collect()
                })),
            })
        };
        Ok((0..batch.num_rows()).map(build).collect())
    }
}
