//! The rules of a request, in the order in which they are checked.

use axum::http::{HeaderName, StatusCode};
use jiff::Timestamp;
use serde_json::Value;

use super::config::Config;
use crate::{
    exchange::Incoming,
    provider::json::{absent_or, ensure, has_text},
};

const KEY: HeaderName = HeaderName::from_static("x-numbat-key");
const ENVIRONMENT: HeaderName = HeaderName::from_static("x-numbat-environment");

/// "Events are accepted for seven days."
const MAX_AGE_MILLISECONDS: i64 = 7 * 24 * 60 * 60 * 1_000;

/// Why a request is refused as a whole.
pub(super) struct Refusal {
    pub(super) status: StatusCode,
    pub(super) rule: &'static str,
}

/// Checks the whole request before anything of it counts.
pub(super) fn request(config: &Config, request: &Incoming, body: Option<&Value>, now: Timestamp) -> Result<(), Refusal> {
    let refused = |status| move |rule| Refusal { status, rule };
    let key = request.header(KEY);
    ensure(config.apps.iter().any(|app| key == Some(app.api_key.reveal())), "wrong_api_key").map_err(refused(StatusCode::FORBIDDEN))?;
    check(request, body, now).map_err(refused(StatusCode::BAD_REQUEST))
}

fn check(request: &Incoming, body: Option<&Value>, now: Timestamp) -> Result<(), &'static str> {
    ensure(request.is_of_type("application/json"), "unsupported_content_type")?;
    ensure(matches!(request.header(ENVIRONMENT), Some("live" | "test")), "invalid_environment")?;
    let body = body.and_then(Value::as_object).ok_or("invalid_json")?;
    ensure(has_text(body, "device_id"), "invalid_device_id")?;
    let events = body.get("events").and_then(Value::as_array).ok_or("invalid_events")?;
    ensure((1..=25).contains(&events.len()), "invalid_events")?;
    events.iter().try_for_each(|event| check_event(event, now))
}

fn check_event(event: &Value, now: Timestamp) -> Result<(), &'static str> {
    let event = event.as_object().ok_or("invalid_event")?;
    ensure(has_text(event, "id"), "invalid_id")?;
    ensure(has_text(event, "name"), "invalid_name")?;
    let time = event.get("time").and_then(Value::as_i64).ok_or("invalid_time")?;
    ensure(now.as_millisecond() - time <= MAX_AGE_MILLISECONDS, "too_old")?;
    ensure(matches!(event.get("channel").and_then(Value::as_str), Some("app" | "web" | "store")), "invalid_channel")?;
    ensure(absent_or(event, "amount", Value::is_string), "invalid_amount")
}
