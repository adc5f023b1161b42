//! The rules of a request, in the order in which they are checked.

use std::net::IpAddr;

use axum::http::header::AUTHORIZATION;
use serde_json::Value;

use super::config::{App, Config};
use crate::{
    exchange::Incoming,
    provider::json::{FIRST_MILLISECOND, Object, absent_or, digits, ensure, has_text, is_double},
};

/// Checks who sends, and returns the app.
pub(super) fn authorize<'c>(config: &'c Config, request: &Incoming) -> Result<&'c App, &'static str> {
    let app_id = request.segment("app_id").unwrap_or_default();
    let app = config.apps.iter().find(|app| app.app_id == app_id).ok_or("unknown_app_id")?;
    let key = request.header(AUTHORIZATION).ok_or("missing_dev_key")?;
    ensure(key == app.dev_key.reveal(), "wrong_dev_key")?;
    ensure(request.comes_from(&app.allowed_ips), "ip_not_allowed")?;
    Ok(app)
}

/// Checks the event.
pub(super) fn event(app: &App, body: Option<&Value>) -> Result<(), &'static str> {
    let event = body.ok_or("invalid_json")?.as_object().ok_or("invalid_event")?;
    ensure(has_text(event, "metrixUserId"), "invalid_metrix_user_id")?;
    ensure(has_text(event, "metrixSessionId"), "invalid_metrix_session_id")?;
    check_advertising_id(event)?;
    check_slug(app, event)?;
    ensure(absent_or(event, "eventTime", is_event_time), "invalid_event_time")?;
    ensure(absent_or(event, "customAttributes", |map| all_are(map, Value::is_string)), "invalid_custom_attributes")?;
    ensure(absent_or(event, "customMetrics", |map| all_are(map, is_double)), "invalid_custom_metrics")?;
    ensure(absent_or(event, "deviceIp", is_address), "invalid_device_ip")
}

/// "Filling none or both of them will cause a 400 bad request error."
fn check_advertising_id(event: &Object) -> Result<(), &'static str> {
    let filled = ["idfa", "advertisingId"].into_iter().filter(|name| event.contains_key(*name));
    ensure(filled.clone().count() == 1, "idfa_or_advertising_id")?;
    ensure(filled.into_iter().all(|name| has_text(event, name)), "invalid_advertising_id")
}

fn check_slug(app: &App, event: &Object) -> Result<(), &'static str> {
    ensure(has_text(event, "eventSlug"), "invalid_event_slug")?;
    let slug = event.get("eventSlug").and_then(Value::as_str).unwrap_or_default();
    ensure(app.event_slugs.is_empty() || app.event_slugs.iter().any(|known| known == slug), "unknown_event_slug")
}

/// "e.g "1570274953412" timestamp in millisecond": a text.
fn is_event_time(value: &Value) -> bool {
    value.as_str().and_then(digits).is_some_and(|milliseconds| milliseconds >= FIRST_MILLISECOND)
}

fn all_are(map: &Value, check: fn(&Value) -> bool) -> bool {
    map.as_object().is_some_and(|map| map.values().all(check))
}

fn is_address(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.parse::<IpAddr>().is_ok())
}
