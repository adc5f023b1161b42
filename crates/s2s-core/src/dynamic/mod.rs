//! Destinations and events chosen at run time, from JSON: for the program `s2s`, configuration files and other languages.
//!
//! An event is one JSON object with its fields in snake_case (camelCase is taken, too), `provider` and `kind`:
//!
//! ```
//! use s2s_core::Timestamp;
//! use s2s_core::dynamic::{Destinations, from_json};
//!
//! let config = from_json(r#"{"adjust": {"app_token": "4w565xzmb54d"}}"#)?;
//! let destinations = Destinations::from_config(&config)?;
//! let line = r#"{"provider":"adjust","kind":"event","event_token":"f0ob4r","adid":"18546f6171f67e29d1cb983322ad1329"}"#;
//! let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
//! let built = destinations.build(line.as_bytes(), now, None)?;
//! assert_eq!(built.request.url(), "https://s2s.adjust.com/event");
//!
//! let issues = destinations.build(br#"{"provider":"adjust","kind":"event","event_tokn":1}"#, now, None).unwrap_err();
//! let found: Vec<_> = issues.into_iter().map(|issue| (issue.path(), issue.code().as_str())).collect();
//! assert_eq!(found, [("/event_tokn", "unknown_field"), ("/event_token", "missing"), ("", "missing_one_of")]);
//! # Ok::<(), s2s_core::Issues>(())
//! ```

mod batch;
#[cfg(feature = "csv")]
mod cells;
mod client;
mod clients;
#[cfg(feature = "csv")]
mod csv;
mod fan_out;
#[cfg(feature = "uniffi")]
pub(crate) mod foreign;
mod hint;
mod jsonl;
pub(crate) mod kinds;
mod line;
pub(crate) mod plain;
pub(crate) mod read;
pub(crate) mod settings;

pub use crate::provider::answer::{BodyRule, Form, ResponseRule};
pub use crate::provider::client::NewId;
pub use crate::provider::record::{Choice, Field, Record, Type};
pub use crate::provider::spec::{Batch, KindRules, KindSpec, Repeated, Spec};
pub use crate::provider::{AnyClient, PROVIDERS};
#[cfg(feature = "csv")]
pub use cells::Columns;
pub use clients::{Built, Destinations};
#[cfg(feature = "csv")]
pub use csv::{Csv, CsvOptions};
pub use fan_out::{Explained, Part, Verdict};
pub use jsonl::{Shown, write as write_jsonl};
#[cfg(feature = "schema")]
pub use kinds::schema;
pub use plain::{request_from_json, request_to_json};
pub use read::raw::MAX_TEXT;

use crate::issue::{Found, Issues};
use crate::outcome::Outcome;
use crate::provider;
use crate::response::Response;
use crate::value::{Json, MAX_DEPTH};

use read::raw;

/// Interprets a response when the original request is no longer available, by the rules of the provider's first kind of event; `None` if
/// there is no such provider.
pub fn interpret(provider: &str, response: &Response) -> Option<Outcome> {
    Some(provider::interpreted(provider::find(provider)?.main_kind()?, None, response))
}

/// Like [`interpret`], by the rules of another kind of request; `None` if there is no such kind.
pub fn interpret_as(provider: &str, kind: &str, response: &Response) -> Option<Outcome> {
    Some(provider::interpreted(provider::find(provider)?.request_kind(kind)?, None, response))
}

/// Reads a JSON value: a configuration, say.
///
/// # Errors
/// `InvalidJson`, `TrailingData`, `InvalidUnicode`, `TooDeep` or `TooLarge` (all of [`Code`](crate::Code)).
pub fn from_json(text: &str) -> Result<Json, Issues> {
    let mut found = Found::default();
    let value = raw::raw(text, "", &mut found).and_then(|raw| raw::value(raw, MAX_DEPTH, "", &mut found));
    value.filter(|_| found.is_empty()).ok_or_else(|| found.into_issues())
}

/// The settings of a [`Delivery`](crate::delivery::Delivery) from an object of the fields of its [`Config`](crate::delivery::Config).
///
/// # Errors
/// All issues of the settings.
pub fn delivery_config(config: &Json) -> Result<crate::delivery::Config, Issues> {
    settings::delivery_config_from_object(config)
}
