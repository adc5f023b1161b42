//! The rules of a request, in the order in which they are checked.

use std::collections::HashSet;

use axum::http::{HeaderName, StatusCode};
use serde_json::Value;

use super::config::{Config, TimeFormat};
use crate::{
    exchange::{Fate, Incoming},
    provider::json::{FIRST_MILLISECOND, Object, absent_or, digits, ensure, has_text, is_double},
};

const APPLICATION_ID: HeaderName = HeaderName::from_static("x-application-id");
const API_KEY: HeaderName = HeaderName::from_static("x-api-key");

/// The texts of a `user` message: <https://docs.metrix.ir/en/technical/api/tracking-users>.
pub(super) const USER_TEXTS: &[&str] =
    &["firstName", "lastName", "phoneNumber", "hashedPhoneNumber", "email", "hashedEmail", "country", "city", "region", "locality"];

/// What Metrix remembers of the messages that it has accepted, per app.
#[derive(Default)]
pub(super) struct Memory {
    /// App and message `id`.
    ids: HashSet<(String, String)>,
    /// App, `metrixUserId` and `time` as written.
    times: HashSet<(String, String, String)>,
}

/// Why a request is refused as a whole.
pub(super) struct Refusal {
    pub(super) status: StatusCode,
    pub(super) rule: &'static str,
}

fn bad_request(rule: &'static str) -> Refusal {
    Refusal { status: StatusCode::BAD_REQUEST, rule }
}

/// Checks the whole request before anything of it counts, and returns its app.
pub(super) fn request<'r>(config: &Config, request: &'r Incoming, body: Option<&Value>) -> Result<&'r str, Refusal> {
    let app_id = authorize(config, request).map_err(|rule| Refusal { status: StatusCode::FORBIDDEN, rule })?;
    if !request.is_of_type("application/json") {
        return Err(bad_request("unsupported_content_type"));
    }
    let body = body.ok_or(bad_request("invalid_json"))?;
    check_body(config, body).map_err(bad_request)?;
    Ok(app_id)
}

/// 403 is the documented response to a wrong key and to a caller who is not on the list of allowed
/// addresses: <https://docs.metrix.ir/en/technical/api/troubleshooting>.
fn authorize<'r>(config: &Config, request: &'r Incoming) -> Result<&'r str, &'static str> {
    let app_id = request.header(APPLICATION_ID).ok_or("missing_application_id")?;
    let app = config.apps.iter().find(|app| app.app_id == app_id).ok_or("unknown_application_id")?;
    let key = request.header(API_KEY).ok_or("missing_api_key")?;
    ensure(key == app.api_key.reveal(), "wrong_api_key")?;
    ensure(request.comes_from(&app.allowed_ips), "ip_not_allowed")?;
    Ok(app_id)
}

fn check_body(config: &Config, body: &Value) -> Result<(), &'static str> {
    let envelope = body.as_object().ok_or("invalid_envelope")?;
    for name in ["customUserId", "metrixUserId"] {
        ensure(!envelope.contains_key(name) || has_text(envelope, name), "invalid_user_id")?;
    }
    ensure(envelope.contains_key("customUserId") || envelope.contains_key("metrixUserId"), "missing_user_id")?;
    let messages = envelope.get("messages").and_then(Value::as_array).ok_or("missing_messages")?;
    ensure(!messages.is_empty(), "missing_messages")?;
    messages.iter().try_for_each(|message| check_message(config.time_format, message))
}

fn check_message(time_format: TimeFormat, message: &Value) -> Result<(), &'static str> {
    let message = message.as_object().ok_or("invalid_message")?;
    ensure(has_text(message, "id"), "invalid_id")?;
    check_time(time_format, message.get("time"))?;
    match message.get("type").and_then(Value::as_str) {
        Some("user") => check_user(message),
        Some("action" | "businessEvent") => check_event(message),
        Some("revenue") => check_event(message).and_then(|()| check_revenue(message)),
        _ => Err("invalid_type"),
    }
}

/// Two documented spellings: Unix seconds as a text ("getting started") and Unix milliseconds as a
/// number (the rest).
fn check_time(format: TimeFormat, time: Option<&Value>) -> Result<(), &'static str> {
    let time = time.ok_or("missing_time")?;
    let (allowed, in_unit) = match time {
        Value::String(text) => {
            let seconds = digits(text).ok_or("invalid_time")?;
            (format != TimeFormat::MillisNumber, seconds < FIRST_MILLISECOND)
        }
        time => {
            let milliseconds = time.as_u64().ok_or("invalid_time")?;
            (format != TimeFormat::SecondsString, milliseconds >= FIRST_MILLISECOND)
        }
    };
    ensure(allowed, "invalid_time")?;
    ensure(in_unit, "wrong_time_unit")
}

fn check_user(message: &Object) -> Result<(), &'static str> {
    for name in USER_TEXTS {
        ensure(absent_or(message, name, Value::is_string), "invalid_user_field")?;
    }
    let is_gender = |value: &Value| matches!(value.as_str(), Some("Male" | "Female" | "Other"));
    ensure(absent_or(message, "gender", is_gender), "invalid_gender")?;
    // "a Long number": births before 1970 are negative.
    ensure(absent_or(message, "birthday", Value::is_i64), "invalid_birthday")?;
    ensure(absent_or(message, "customAttributes", Value::is_object), "invalid_attributes")
}

fn check_event(message: &Object) -> Result<(), &'static str> {
    // "Either 'name' OR 'customName' must be provided."
    let names = ["name", "customName"].into_iter().filter(|name| message.contains_key(*name));
    ensure(names.clone().count() == 1, "name_or_custom_name")?;
    ensure(names.into_iter().all(|name| has_text(message, name)), "invalid_name")?;
    ensure(absent_or(message, "attributes", Value::is_object), "invalid_attributes")
}

fn check_revenue(message: &Object) -> Result<(), &'static str> {
    // "`revenue` as a Double".
    ensure(message.get("revenue").is_some_and(is_double), "invalid_revenue")?;
    let currency = message.get("currency").and_then(Value::as_str);
    ensure(matches!(currency, Some("IRR" | "USD" | "EUR")), "invalid_currency")?;
    ensure(absent_or(message, "orderId", Value::is_string), "invalid_order_id")
}

/// Two duplicates are documented, and both are dropped with 200: the same `id` ("getting started"),
/// and the same `metrixUserId` with the same `time` (troubleshooting).
pub(super) fn remember(config: &Config, memory: &mut Memory, app: &str, user: Option<&str>, message: &Value) -> Fate {
    let id = message.get("id").and_then(Value::as_str).unwrap_or_default();
    if !memory.ids.insert((app.to_owned(), id.to_owned())) {
        return Fate::Duplicate("duplicate_id");
    }
    if let (true, Some(user), Some(time)) = (config.drop_same_time, user, message.get("time"))
        && !memory.times.insert((app.to_owned(), user.to_owned(), time.to_string()))
    {
        return Fate::Duplicate("same_user_and_time");
    }
    Fate::Accepted
}
