//! One neutral event for every destination.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyString, PyTuple, PyType};
use s2s_core::binding::{Found, json_text};
use s2s_core::dynamic::{self, Explained, Part, Verdict, from_json};
use s2s_core::one_event::{self, Conversion, Converted, Row};
use s2s_core::{Code, Issue, Issues};

use crate::client::{Destination, Edge, NewId, bytes};
use crate::errors;
use crate::read::{Members, Reader};
use crate::request::Request;
use crate::time::Aware;
use crate::write;

/// The destinations of a configuration, for neutral events.
#[pyclass(frozen, module = "s2s_events")]
pub(crate) struct Destinations(pub(crate) dynamic::Destinations);

#[pymethods]
impl Destinations {
    /// Opens the destinations of a configuration, a mapping or JSON. All of its issues are a `ConfigError`.
    #[new]
    fn new(config: &Bound<'_, PyAny>) -> PyResult<Self> {
        let py = config.py();
        let of = |opened: Result<dynamic::Destinations, Issues>| opened.map(Self).map_err(|issues| errors::config_error(py, &issues));
        if let Ok(json) = bytes(config) {
            return of(from_text(&json));
        }
        let reader = Reader::new(py)?;
        reader.finish(of(from_object(&reader, config)))
    }

    /// Labels of the destinations, as `Part.destination` and the member `destinations` of an event name them.
    #[getter]
    fn labels(&self) -> Vec<String> {
        self.0.labels().map(Into::into).collect()
    }

    /// The client of the destination of that label; `None` where there is no such destination.
    fn get(&self, py: Python<'_>, label: &Bound<'_, PyString>) -> PyResult<Option<Py<Destination>>> {
        let client = label.to_str().ok().and_then(|label| self.0.labeled(label));
        client.map(|client| Destination::of(py, client.clone())).transpose()
    }

    /// Builds the requests of one neutral event: one for each destination, each with its own result.
    #[pyo3(signature = (event, *, now = None, new_id = NewId::Random), text_signature = "($self, event, *, now=None, new_id=...)")]
    fn fan_out<'py>(&self, event: &Bound<'py, PyAny>, now: Option<Aware>, new_id: NewId) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let py = event.py();
        let classes = Classes::get(py)?;
        self.mapped(event, &Edge::new(now, new_id))?.into_iter().map(|own| classes.part_of(py, own.part)).collect()
    }

    /// Like `fan_out`, and returns the place of each field.
    #[pyo3(signature = (event, *, now = None, new_id = NewId::Random), text_signature = "($self, event, *, now=None, new_id=...)")]
    fn explain<'py>(&self, event: &Bound<'py, PyAny>, now: Option<Aware>, new_id: NewId) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let py = event.py();
        let classes = Classes::get(py)?;
        self.mapped(event, &Edge::new(now, new_id))?.into_iter().map(|own| classes.explained(py, own)).collect()
    }

    /// They never change, so a copy of them is themselves.
    fn __copy__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __deepcopy__<'py>(slf: Bound<'py, Self>, _memo: &Bound<'py, PyAny>) -> Bound<'py, Self> {
        slf
    }

    /// The labels alone: a configuration holds credentials.
    fn __repr__(&self) -> String {
        format!("<Destinations {}>", self.labels().join(", "))
    }
}

impl Destinations {
    fn mapped(&self, event: &Bound<'_, PyAny>, edge: &Edge) -> PyResult<Vec<Explained<'_>>> {
        let py = event.py();
        let Edge { now, new_id } = edge;
        let raised = |issues: Issues| errors::validation_error(py, &issues);
        if let Ok(json) = bytes(event) {
            return new_id.lend_once(|new_id| self.0.explain_json(&json, *now, new_id))?.map_err(raised);
        }
        let reader = Reader::new(py)?;
        let members = Members::of(&reader, event);
        let explained = new_id.lend_once(|new_id| self.0.explain_object(members.fields(&reader), *now, new_id))?;
        reader.finish(explained.map_err(raised))
    }
}

fn from_text(json: &[u8]) -> Result<dynamic::Destinations, Issues> {
    let text = std::str::from_utf8(json).map_err(|_| Issue::new("", Code::InvalidUnicode, "is not UTF-8"))?;
    dynamic::Destinations::from_config(&from_json(text)?)
}

fn from_object<'py>(reader: &Reader<'py>, config: &Bound<'py, PyAny>) -> Result<dynamic::Destinations, Issues> {
    let mut found = Found::default();
    let Some(config) = reader.readable(config, &mut found) else { return Err(found.into_issues()) };
    match dynamic::Destinations::from_config(&config) {
        Ok(destinations) if found.is_empty() => Ok(destinations),
        Ok(_) => Err(found.into_issues()),
        Err(issues) => {
            for issue in issues.into_vec() {
                // What could not be read is not missing.
                if !found.has(issue.path()) {
                    found.push(issue);
                }
            }
            Err(found.into_issues())
        }
    }
}

/// Converts a `track` call of Segment's spec, a mapping or JSON. `options` are those of `s2s_events.one_event.from_segment`.
#[pyfunction]
pub(crate) fn from_segment<'py>(track: &Bound<'py, PyAny>, options: &Bound<'py, PyDict>) -> PyResult<Bound<'py, PyAny>> {
    convert(track, options, one_event::from_segment)
}

/// Converts a body of Google Analytics' Measurement Protocol, a mapping or JSON. `options` are those of `s2s_events.one_event.from_ga4`.
#[pyfunction]
pub(crate) fn from_ga4<'py>(body: &Bound<'py, PyAny>, options: &Bound<'py, PyDict>) -> PyResult<Bound<'py, PyAny>> {
    convert(body, options, one_event::from_ga4)
}

fn convert<'py>(
    event: &Bound<'py, PyAny>,
    options: &Bound<'py, PyDict>,
    convert: fn(&[u8], &Conversion) -> Result<Converted, Issues>,
) -> PyResult<Bound<'py, PyAny>> {
    let py = event.py();
    let reader = Reader::new(py)?;
    let conversion = reader.json(options).and_then(|options| Conversion::from_json(&options));
    let conversion = reader.finish(conversion.map_err(|issues| errors::config_error(py, &issues)))?;
    let converted = match bytes(event) {
        Ok(json) => convert(&json, &conversion),
        Err(_) => reader.json(event).and_then(|event| convert(&json_text(&event), &conversion)),
    };
    let raised = |issues: Issues| errors::validation_error(py, &issues);
    let converted = reader.finish(converted.map_err(raised))?;
    let event = write::value(py, &from_json(&converted.event_json).map_err(raised)?)?;
    let unmapped = errors::to_python(py, &converted.unmapped)?.try_iter()?.collect::<PyResult<Vec<_>>>()?;
    Classes::get(py)?.converted.bind(py).call1((event, PyTuple::new(py, unmapped)?))
}

/// The Python classes of results.
pub(crate) struct Classes {
    converted: Py<PyType>,
    explained: Py<PyType>,
    part: Py<PyType>,
    row: Py<PyType>,
}

impl Classes {
    pub(crate) fn get(py: Python<'_>) -> PyResult<&Self> {
        static CLASSES: PyOnceLock<Classes> = PyOnceLock::new();
        CLASSES.get_or_try_init(py, || {
            let module = py.import("s2s_events._one_event")?;
            let class = |name| PyResult::Ok(module.getattr(name)?.cast_into::<PyType>()?.unbind());
            Ok(Self { converted: class("Converted")?, explained: class("Explained")?, part: class("Part")?, row: class("Row")? })
        })
    }

    fn part_of<'py>(&self, py: Python<'py>, part: Part<'_>) -> PyResult<Bound<'py, PyAny>> {
        self.part(py, &part.label(), part.destination.provider(), part.verdict)
    }

    pub(crate) fn part<'py>(&self, py: Python<'py>, label: &str, provider: &str, verdict: Verdict) -> PyResult<Bound<'py, PyAny>> {
        let (request, issues, is_skipped) = match verdict {
            Verdict::Built(request) => (Some(Request(request)), Vec::new(), false),
            Verdict::Refused(issues) => (None, issues.into_vec(), false),
            Verdict::Skipped => (None, Vec::new(), true),
        };
        let issues = errors::to_python(py, &issues)?.try_iter()?.collect::<PyResult<Vec<_>>>()?;
        self.part.bind(py).call1((label, provider, request, PyTuple::new(py, issues)?, is_skipped))
    }

    fn explained<'py>(&self, py: Python<'py>, explained: Explained<'_>) -> PyResult<Bound<'py, PyAny>> {
        let Explained { part, rows, .. } = explained;
        let row = |Row { from, to, how, is_given, .. }: Row| self.row.bind(py).call1((from, to, how.as_str(), is_given));
        let rows = rows.into_iter().map(row).collect::<PyResult<Vec<_>>>()?;
        self.explained.bind(py).call1((self.part_of(py, part)?, PyTuple::new(py, rows)?))
    }
}
