//! The rules of a request, in the order in which they are checked.

use axum::http::HeaderName;
use serde_json::Value;

use super::{
    codes::{EMPTY_TOKEN, INVALID_BATCH_SIZE, INVALID_PARTNER_NAME, NO_PERMISSION, PARAM_ERROR, Refusal, WRONG_TOKEN},
    config::{Config, EventSource, Source},
};
use crate::{exchange::Incoming, provider::json::Object};

pub(super) const ACCESS_TOKEN: &str = "access-token";
pub(super) const EVENT_SOURCE: &str = "event_source";
pub(super) const EVENT_SOURCE_ID: &str = "event_source_id";
const MAX_EVENTS: usize = 1_000;

/// Everything but the events. Returns the event source of the request.
pub(super) fn request<'c>(config: &'c Config, request: &Incoming, body: Option<&Value>) -> Result<&'c EventSource, Refusal> {
    let token = token(config, request)?;
    if !request.is_of_type("application/json") {
        return Err(PARAM_ERROR.because("unsupported_content_type", "Unsupported content type"));
    }
    let body = body.ok_or_else(|| PARAM_ERROR.because("invalid_json", "The request body is not valid JSON"))?;
    let body = body.as_object().ok_or_else(|| PARAM_ERROR.because("invalid_body", "The request body is not an object"))?;
    let source = source(config, token, body)?;
    envelope(config, body)?;
    Ok(source)
}

/// The token, without a `Bearer` before it.
fn token<'r>(config: &Config, request: &'r Incoming) -> Result<&'r str, Refusal> {
    let wrong = |rule| Err(WRONG_TOKEN.because(rule, "Access token is incorrect or has been revoked."));
    let token = request.header(HeaderName::from_static(ACCESS_TOKEN)).unwrap_or_default();
    if token.is_empty() {
        return Err(EMPTY_TOKEN.because("missing_access_token", "Access token is empty."));
    }
    if token.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("Bearer ")) {
        return wrong("access_token_with_bearer");
    }
    if !config.event_sources.iter().any(|source| source.access_token.reveal() == token) {
        return wrong("unknown_access_token");
    }
    Ok(token)
}

fn source<'c>(config: &'c Config, token: &str, body: &Object) -> Result<&'c EventSource, Refusal> {
    let text = |name: &str, rule| {
        let value = body.get(name).and_then(Value::as_str);
        value.ok_or_else(|| PARAM_ERROR.because(rule, format!("Invalid value for {name}: not a valid string.")))
    };
    let sort = text(EVENT_SOURCE, "invalid_event_source")?;
    let Some(sort) = Source::ALL.iter().find(|source| source.name() == sort) else {
        return Err(PARAM_ERROR.because("invalid_event_source", "Invalid value for event_source: not a valid choice."));
    };
    let id = text(EVENT_SOURCE_ID, "invalid_event_source_id")?;
    let of_id = || config.event_sources.iter().filter(|source| source.event_source_id == id);
    let Some(source) = of_id().find(|source| source.event_source == *sort) else {
        return Err(match of_id().next() {
            // What a pixel's code gets as the ID of an offline event set:
            // <https://github.com/stape-io/tiktok-tag/issues/33>.
            Some(_) => PARAM_ERROR.because("event_source_id_of_another_source", "Invalid value for event_source_id: not a valid string."),
            None => no_permission("unknown_event_source_id"),
        });
    };
    if source.access_token.reveal() == token { Ok(source) } else { Err(no_permission("access_token_of_another_source")) }
}

fn no_permission(rule: &'static str) -> Refusal {
    NO_PERMISSION.because(rule, "No permission to operate pixel code. You must be an admin or operator of the pixel.")
}

fn envelope(config: &Config, body: &Object) -> Result<(), Refusal> {
    if body.get("test_event_code").is_some_and(|code| !code.is_string()) {
        return Err(PARAM_ERROR.because("invalid_test_event_code", "Invalid value for test_event_code: not a valid string."));
    }
    if let Some(partner) = body.get("partner_name")
        && !config.partner_names.iter().any(|known| partner.as_str() == Some(known))
    {
        return Err(INVALID_PARTNER_NAME.because("unknown_partner_name", "Invalid partner name"));
    }
    match body.get("data").and_then(Value::as_array).map(Vec::len) {
        None => Err(PARAM_ERROR.because("missing_data", "data: Missing data for required field")),
        Some(0) => Err(PARAM_ERROR.because("no_events", "data: Shorter than minimum length 1")),
        Some(count) if count > MAX_EVENTS => Err(INVALID_BATCH_SIZE.because("too_many_events", "Invalid batch size")),
        Some(_) => Ok(()),
    }
}
