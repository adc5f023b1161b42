//! Metrix's in-app event API, as <https://docs.metrix.ir/faq/s2s-integration/> documents it.

use std::net::IpAddr;

use axum::http::{StatusCode, header::AUTHORIZATION};
use serde_json::Value;

use crate::{
    config::{MetrixInappApp, MetrixInappConfig},
    exchange::{Answer, Content, Fate, Incoming, Processed},
    json::{FIRST_MILLISECOND, Object, absent_or, digits, ensure, has_text, is_double},
};

pub(crate) fn process(config: &MetrixInappConfig, app_id: &str, request: &Incoming) -> Processed {
    let body: Option<Value> = serde_json::from_slice(&request.body).ok();
    let (status, fate) = match authorize(config, app_id, request) {
        // Not documented for this API; the REST API answers 403.
        Err(rule) => (StatusCode::FORBIDDEN, Fate::Rejected(rule)),
        Ok(app) => match check(app, body.as_ref()) {
            Err(rule) => (StatusCode::BAD_REQUEST, Fate::Rejected(rule)),
            Ok(()) => (StatusCode::OK, Fate::Accepted),
        },
    };
    let unreadable = || Value::String(String::from_utf8_lossy(&request.body).into_owned());
    Processed { answer: Answer::empty(status), items: vec![(Content::Message(None, body.unwrap_or_else(unreadable)), fate)] }
}

fn authorize<'c>(config: &'c MetrixInappConfig, app_id: &str, request: &Incoming) -> Result<&'c MetrixInappApp, &'static str> {
    let app = config.apps.iter().find(|app| app.app_id == app_id).ok_or("unknown_app_id")?;
    let key = request.header(AUTHORIZATION).ok_or("missing_dev_key")?;
    ensure(key == app.dev_key.reveal(), "wrong_dev_key")?;
    ensure(request.comes_from(&app.allowed_ips), "ip_not_allowed")?;
    Ok(app)
}

fn check(app: &MetrixInappApp, body: Option<&Value>) -> Result<(), &'static str> {
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

fn check_slug(app: &MetrixInappApp, event: &Object) -> Result<(), &'static str> {
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
