//! What a response means, as JSON.

use s2s_core::value::Json;
use s2s_core::{EventOutcome, Outcome};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

/// An outcome as the JSON of the package's class.
pub(crate) fn to_json(outcome: &Outcome) -> String {
    // A map with keys that are no texts would fail; there is none.
    serde_json::to_string(&Plain::of(outcome)).unwrap_or_default()
}

#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Plain<'o> {
    kind: &'static str,
    scope: &'static str,
    reason: &'static str,
    maybe_delivered: bool,
    retry_after_ms: Option<u64>,
    provider_message: Option<&'o str>,
    details: Details<'o>,
    events: Vec<PlainEvent>,
}

#[derive(serde::Serialize)]
struct PlainEvent {
    kind: &'static str,
    scope: &'static str,
    reason: &'static str,
}

impl<'o> Plain<'o> {
    pub(crate) fn of(outcome: &'o Outcome) -> Self {
        Self {
            kind: outcome.kind().as_str(),
            scope: outcome.scope().as_str(),
            reason: outcome.reason(),
            maybe_delivered: outcome.maybe_delivered(),
            retry_after_ms: outcome.retry_after().map(|wait| u64::try_from(wait.as_millis()).unwrap_or(u64::MAX)),
            provider_message: outcome.provider_message(),
            details: Details(outcome),
            events: outcome.events().iter().map(PlainEvent::of).collect(),
        }
    }
}

impl PlainEvent {
    fn of(own: &EventOutcome) -> Self {
        Self { kind: own.kind.as_str(), scope: own.scope.as_str(), reason: own.reason }
    }
}

struct Details<'o>(&'o Outcome);

impl Serialize for Details<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.details().iter().map(|(key, value)| (key.as_str(), Value(value))))
    }
}

struct Value<'o>(&'o Json);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Json::Bool(value) => serializer.serialize_bool(*value),
            Json::Number(number) => match RawValue::from_string(number.as_str().to_owned()) {
                Ok(digits) => digits.serialize(serializer),
                Err(_) => serializer.serialize_str(number.as_str()),
            },
            Json::String(text) => serializer.serialize_str(text),
            Json::Array(items) => serializer.collect_seq(items.iter().map(Value)),
            Json::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                members.iter().try_for_each(|(key, value)| map.serialize_entry(key.as_str(), &Value(value)))?;
                map.end()
            }
            // Null, and what JSON does not have.
            _ => serializer.serialize_none(),
        }
    }
}
