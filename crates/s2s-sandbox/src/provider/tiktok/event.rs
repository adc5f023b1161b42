//! The rules of the events of a request.

use std::net::IpAddr;

use serde_json::Value;

use super::{
    codes::{PARAM_ERROR, PII_NOT_HASHED, Refusal},
    config::Source,
    fields::{EVENT, Field, STANDARD, Shape},
};
use crate::provider::json::{FIRST_MILLISECOND, Object};

/// A member of another event source: the note of an event that is recorded all the same.
const OF_ANOTHER_SOURCE: &str = "field_of_another_source";

/// Checks the events of a request. The first one that breaks a rule refuses all. Each event that is
/// accepted has its note, if there is one.
pub(super) fn check(source: Source, events: &[Value]) -> Result<Vec<Option<&'static str>>, Refusal> {
    let is_alone = events.len() == 1;
    events.iter().enumerate().map(|(position, event)| Check { source, is_alone, note: None }.event(position, event)).collect()
}

struct Check {
    source: Source,
    /// Whether the event is the only one of its request.
    is_alone: bool,
    note: Option<&'static str>,
}

impl Check {
    fn event(mut self, position: usize, event: &Value) -> Result<Option<&'static str>, Refusal> {
        let path = format!("Batch.{position}");
        let event = event.as_object().ok_or_else(|| refusal("not_an_object", &path, "Not a valid object"))?;
        self.object(event, EVENT, &path)?;
        let name = event.get("event").and_then(Value::as_str).unwrap_or_default();
        if self.source == Source::Offline && !STANDARD.contains(&name) {
            return Err(refusal("custom_event_of_offline", &format!("{path}.event"), "Not a standard event"));
        }
        Ok(self.note)
    }

    fn object(&mut self, object: &Object, fields: &[Field], path: &str) -> Result<(), Refusal> {
        for Field { name, shape, sources, required } in fields {
            let path = format!("{path}.{name}");
            let Some(value) = object.get(*name) else {
                if required.contains(&self.source) {
                    return Err(refusal("missing_field", &path, "Missing data for required field"));
                }
                continue;
            };
            if !sources.contains(&self.source) {
                self.note = Some(OF_ANOTHER_SOURCE);
            }
            self.value(value, *shape, &path)?;
            if required.contains(&self.source) && value.as_str() == Some("") {
                return Err(refusal("missing_field", &path, "Missing data for required field"));
            }
        }
        Ok(())
    }

    fn value(&mut self, value: &Value, shape: Shape, path: &str) -> Result<(), Refusal> {
        let is = |holds: bool, rule, text| if holds { Ok(()) } else { Err(refusal(rule, path, text)) };
        match shape {
            Shape::Text => self.text(value, path).map(drop),
            Shape::Choice(choices) => is(choices.contains(&self.text(value, path)?), "not_a_choice", "Not a valid choice"),
            Shape::Texts => texts(value, path).map(drop),
            Shape::Digests => match texts(value, path)?.into_iter().all(is_digest) {
                true => Ok(()),
                false => Err(PII_NOT_HASHED.because("not_hashed", format!("{path}: The value must be hashed with SHA-256"))),
            },
            Shape::Ip => is(self.text(value, path)?.parse::<IpAddr>().is_ok(), "invalid_ip", "Not a valid IP address"),
            Shape::Number => is(value.is_number(), "not_a_number", "Not a valid number"),
            Shape::Integer => is(value.is_i64(), "not_an_integer", "Not a valid integer"),
            Shape::Seconds => {
                is(value.is_i64(), "not_an_integer", "Not a valid integer")?;
                is(value.as_u64().is_none_or(|seconds| seconds < FIRST_MILLISECOND), "wrong_time_unit", "Not a time in seconds")
            }
            Shape::Boolean => is(value.is_boolean(), "not_a_boolean", "Not a valid boolean"),
            Shape::AnyObject => is(value.is_object(), "not_an_object", "Not a valid object"),
            Shape::List(shape) => {
                let items = value.as_array().ok_or_else(|| refusal("not_a_list", path, "Not a valid list"))?;
                items.iter().enumerate().try_for_each(|(position, item)| self.value(item, *shape, &format!("{path}.{position}")))
            }
            Shape::Object(fields) => {
                let object = value.as_object().ok_or_else(|| refusal("not_an_object", path, "Not a valid object"))?;
                self.object(object, fields, path)
            }
        }
    }

    /// A text. For the `event_id` of a single event another message is known than for what is deeper
    /// inside: <https://github.com/stape-io/tiktok-tag/issues/10>.
    fn text<'v>(&self, value: &'v Value, path: &str) -> Result<&'v str, Refusal> {
        value.as_str().ok_or_else(|| match path {
            "Batch.0.event_id" if self.is_alone => PARAM_ERROR.because("not_a_text", "Invalid value for event_id: not a valid string."),
            path => not_a_text(path),
        })
    }
}

fn texts<'v>(value: &'v Value, path: &str) -> Result<Vec<&'v str>, Refusal> {
    match value {
        Value::String(text) => Ok(vec![text]),
        Value::Array(items) => {
            let text = |(position, item): (usize, &'v Value)| item.as_str().ok_or_else(|| not_a_text(&format!("{path}.{position}")));
            items.iter().enumerate().map(text).collect()
        }
        _ => Err(not_a_text(path)),
    }
}

/// TikTok's template of Google Tag Manager treats any 64 hexadecimal digits as a digest.
fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn not_a_text(path: &str) -> Refusal {
    refusal("not_a_text", path, "Not a valid string")
}

fn refusal(rule: &'static str, path: &str, text: &str) -> Refusal {
    PARAM_ERROR.because(rule, format!("{path}: {text}"))
}
