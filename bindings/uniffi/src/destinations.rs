//! All destinations of a program, and one event for all of them.

use std::sync::Arc;

use s2s_core::Issues;
use s2s_core::binding::{AnyConfig, TypedDestination, path_in_camel_case};
use s2s_core::dynamic::{self, Explained, Part, Verdict, from_json};
use s2s_core::one_event::{Event, Mapping, Name, Row};
use s2s_core::value::Json;

use crate::build::{NewIds, timestamp};
use crate::client::{Client, OpenError};
use crate::fault::{Fault, caught};
use crate::numbered::{All, Numbered};
use crate::request::{IssueData, RequestData, issues};

/// Destinations: immutable, and shared freely between threads.
#[derive(uniffi::Object)]
pub struct Destinations {
    every: dynamic::Destinations,
    id: i64,
}

/// A configuration of destinations.
#[derive(uniffi::Enum)]
#[uniffi::export(Debug)]
pub enum DestinationsData {
    /// A typed one.
    Typed {
        /// The destinations.
        destinations: Vec<OneDestinationData>,
    },
    /// A JSON object, as the program's configuration.
    Json {
        /// The text.
        text: String,
    },
}

/// A typed configuration of a destination.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct OneDestinationData {
    name: Option<String>,
    config: AnyConfig,
    targets: Vec<TargetData>,
    mapping: Mapping,
}

/// What a neutral event becomes at a destination.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct TargetData {
    event: Name,
    name: String,
    kind: Option<String>,
}

/// A neutral event, and what the core takes as arguments.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct NeutralCall {
    event: NeutralData,
    now_millis: i64,
    new_ids: NewIds,
    /// Whether to say where fields go.
    has_rows: bool,
}

/// A neutral event.
#[derive(uniffi::Enum)]
#[uniffi::export(Debug)]
#[expect(clippy::large_enum_variant, reason = "its requests are built as soon as it is read")]
pub enum NeutralData {
    /// A typed one.
    Typed {
        /// The event.
        event: Event,
    },
    /// A JSON text.
    Json {
        /// The text, in UTF-8.
        text: Vec<u8>,
    },
}

/// What becomes of a neutral event.
#[derive(uniffi::Enum)]
#[uniffi::export(Debug)]
pub enum FannedOut {
    /// A result for each destination.
    Parts {
        /// The results.
        parts: Vec<ExplainedData>,
    },
    /// Everything that is wrong with the event itself.
    Issues {
        /// The issues.
        issues: Vec<IssueData>,
    },
}

/// What becomes of a neutral event at a destination.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct ExplainedData {
    label: String,
    provider: String,
    verdict: VerdictData,
    rows: Vec<RowData>,
}

/// The result of a destination.
#[derive(uniffi::Enum)]
#[uniffi::export(Debug)]
#[expect(clippy::large_enum_variant, reason = "nearly every event becomes a request")]
pub enum VerdictData {
    /// A request.
    Built {
        /// The request.
        request: RequestData,
    },
    /// Everything that is wrong there.
    Refused {
        /// The issues.
        issues: Vec<IssueData>,
    },
    /// The destination does not get the event.
    Skipped,
}

/// Where a field goes. It holds no value.
#[derive(Debug, uniffi::Record)]
pub struct RowData {
    from: String,
    to: String,
    how: String,
    is_given: bool,
}

crate::redacted_debug!(DestinationsData);
crate::redacted_debug!(OneDestinationData);
crate::redacted_debug!(TargetData);
crate::redacted_debug!(NeutralCall);
crate::redacted_debug!(NeutralData);
crate::redacted_debug!(FannedOut);
crate::redacted_debug!(ExplainedData);
crate::redacted_debug!(VerdictData);

#[uniffi::export]
impl Destinations {
    /// The destinations of a configuration.
    #[uniffi::constructor]
    pub fn new(config: DestinationsData) -> Result<Arc<Self>, OpenError> {
        let every = match config {
            DestinationsData::Typed { destinations } => {
                dynamic::Destinations::from_typed(destinations.into_iter().map(TypedDestination::from))
            }
            DestinationsData::Json { text } => from_json(&text).and_then(|config| dynamic::Destinations::from_config(&config)),
        }?;
        Ok(Self::numbered(|id| Self { every, id }))
    }

    /// The number under which [`Numbered::of`] finds the destinations.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// The labels of all destinations.
    pub fn labels(&self) -> Result<Vec<String>, Fault> {
        caught(|| self.every.labels().map(Into::into).collect())
    }

    /// Largest number of ids that one event can need: one for the same message at all destinations, and one for a further message at each.
    pub fn most_new_ids(&self) -> Result<u32, Fault> {
        caught(|| u32::try_from(self.every.labels().count() + 1).unwrap_or(u32::MAX))
    }

    /// A client of the destination of that label, if there is one.
    pub fn client(&self, label: String) -> Result<Option<Arc<Client>>, Fault> {
        caught(|| self.every.labeled(&label).map(|any| Client::of_any(any.clone())))
    }

    /// What becomes of an event at each destination.
    pub fn fan_out(&self, call: NeutralCall) -> Result<FannedOut, Fault> {
        caught(|| call.run(&self.every))
    }
}

impl Destinations {
    /// The destinations as the core has them.
    pub(crate) fn every(&self) -> &dynamic::Destinations {
        &self.every
    }
}

impl Numbered for Destinations {
    fn all() -> &'static All<Self> {
        static ALL: All<Destinations> = All::new();
        &ALL
    }
}

impl Drop for Destinations {
    fn drop(&mut self) {
        Self::all().forget(self.id);
    }
}

impl From<OneDestinationData> for TypedDestination {
    fn from(own: OneDestinationData) -> Self {
        let OneDestinationData { name, config, targets, mapping } = own;
        let events = targets.into_iter().map(|TargetData { event, name, kind }| {
            // Without a kind, `skip` means what it does in a configuration file.
            let target = match kind {
                None => name.into(),
                Some(kind) => Json::Object([("name", name), ("kind", kind)].map(|(key, value)| (key.into(), value.into())).into()),
            };
            (event.as_str().into(), target)
        });
        Self { name: name.map(Into::into), config, events: events.collect(), mapping }
    }
}

impl NeutralCall {
    /// What becomes of the event.
    pub(crate) fn run(self, destinations: &dynamic::Destinations) -> FannedOut {
        let Self { event, now_millis, new_ids, has_rows } = self;
        let now = timestamp(now_millis);
        let is_typed = matches!(event, NeutralData::Typed { .. });
        let explained = new_ids.lend(|new_id| match event {
            NeutralData::Typed { event } => destinations.explain_typed(&event, now, new_id),
            NeutralData::Json { text } => destinations.explain_json(&text, now, new_id),
        });
        let data = |Explained { part, rows, .. }| {
            let rows = if has_rows { rows } else { Vec::new() };
            ExplainedData::new(part, rows.into_iter().map(|row| RowData::new(row, is_typed)).collect())
        };
        match explained {
            Ok(explained) => FannedOut::Parts { parts: explained.into_iter().map(data).collect() },
            Err(found) => FannedOut::Issues { issues: issues(found.as_slice()) },
        }
    }
}

impl ExplainedData {
    fn new(part: Part<'_>, rows: Vec<RowData>) -> Self {
        let (label, provider) = (part.label().into_owned(), part.destination.provider().to_owned());
        let verdict = match part.verdict {
            Verdict::Built(request) => VerdictData::Built { request: (&request).into() },
            Verdict::Refused(found) => VerdictData::Refused { issues: issues(Issues::as_slice(&found)) },
            Verdict::Skipped => VerdictData::Skipped,
        };
        Self { label, provider, verdict, rows }
    }
}

impl RowData {
    fn new(row: Row, is_typed: bool) -> Self {
        let Row { from, to, how, is_given, .. } = row;
        let from = if is_typed { path_in_camel_case(from) } else { from.to_owned() };
        Self { from, to: to.to_owned(), how: how.as_str().to_owned(), is_given }
    }
}
