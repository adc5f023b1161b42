//! The rules of a request, in the order in which they are checked.

use axum::http::HeaderName;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::{
    config::{App, Config},
    errors::{BAD_REQUEST, FAILED_TO_AUTHENTICATE, FORBIDDEN, INTERNAL_ERROR, MISSING_APPSFLYER_ID, Refusal, UNAUTHORIZED, UNREADABLE, WRONG_APP_ID},
    fields::{self, is_appsflyer_id},
};
use crate::{
    exchange::Incoming,
    provider::json::{Object, has_text},
};

/// "No scheme word, not `Authorization`."
const AUTHENTICATION: HeaderName = HeaderName::from_static("authentication");

/// The operating system of an app, as far as its id shows it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Platform {
    Ios,
    Android,
    Unknown,
}

impl Platform {
    /// An id of iOS is `id` and digits; a package name has a point.
    fn of(app_id: &str) -> Self {
        let is_ios = app_id.strip_prefix("id").is_some_and(is_number);
        match app_id {
            _ if is_ios => Self::Ios,
            app_id if app_id.contains('.') => Self::Android,
            _ => Self::Unknown,
        }
    }
}

/// What becomes of an accepted event.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Destination {
    App,
    /// The id of an iOS app without `id`: "a valid 200 OK return code; without recording the event".
    Nowhere,
}

/// Checks the whole request.
pub(super) fn request(config: &Config, request: &Incoming, body: Option<&Value>) -> Result<Destination, Refusal> {
    let (app, destination) = authorize(config, request)?;
    if app.zero_package {
        return Err(FORBIDDEN.because("zero_package"));
    }
    if request.body.len() > config.max_body_bytes {
        return Err(BAD_REQUEST.because("over_1_kb_response_not_documented"));
    }
    let event = readable(request, body)?;
    check(Platform::of(&app.app_id), event)?;
    Ok(destination)
}

fn authorize<'c>(config: &'c Config, request: &Incoming) -> Result<(&'c App, Destination), Refusal> {
    if !request.headers.contains_key(AUTHENTICATION) {
        return Err(FAILED_TO_AUTHENTICATE.because("missing_s2s_key"));
    }
    let key = request.header(AUTHENTICATION).unwrap_or_default();
    if config.apps.iter().all(|app| app.s2s_key.reveal() != key) {
        return Err(FAILED_TO_AUTHENTICATE.because("unknown_s2s_key"));
    }
    let app_id = request.segment("app_id").unwrap_or_default();
    let known = |app_id: &str| config.apps.iter().find(|app| app.app_id == app_id);
    let of_ios = || known(&format!("id{app_id}")).filter(|_| is_number(app_id));
    let (app, destination) = known(app_id)
        .map(|app| (app, Destination::App))
        .or_else(|| of_ios().map(|app| (app, Destination::Nowhere)))
        .ok_or(WRONG_APP_ID.because("unknown_app_id"))?;
    if app.s2s_key.reveal() != key {
        return Err(UNAUTHORIZED.because("s2s_key_of_another_app"));
    }
    Ok((app, destination))
}

/// The one event of a body.
fn readable<'b>(request: &Incoming, body: Option<&'b Value>) -> Result<&'b Object, Refusal> {
    if request.body.is_empty() {
        return Err(UNREADABLE.because("missing_payload"));
    }
    if !request.is_of_type("application/json") {
        return Err(BAD_REQUEST.because("unsupported_content_type"));
    }
    match body {
        Some(Value::Object(event)) => Ok(event),
        // "More than one event is included in the JSON payload."
        Some(Value::Array(_)) => Err(UNREADABLE.because("more_than_one_event")),
        Some(_) => Err(UNREADABLE.because("invalid_event")),
        None if is_several_values(&request.body) => Err(UNREADABLE.because("more_than_one_event")),
        None => Err(UNREADABLE.because("invalid_json")),
    }
}

/// Whether a body is JSON values one after the other.
fn is_several_values(body: &[u8]) -> bool {
    let mut values = serde_json::Deserializer::from_slice(body).into_iter::<IgnoredAny>();
    values.by_ref().take(2).filter(Result::is_ok).count() == 2
}

fn check(platform: Platform, event: &Object) -> Result<(), Refusal> {
    let id = event.get("appsflyer_id").ok_or(MISSING_APPSFLYER_ID.because("missing_appsflyer_id"))?;
    if !id.as_str().is_some_and(is_appsflyer_id) {
        return Err(MISSING_APPSFLYER_ID.because("invalid_appsflyer_id"));
    }
    if !has_text(event, "eventName") {
        return Err(BAD_REQUEST.because("invalid_event_name"));
    }
    check_value(event.get("eventValue"))?;
    fields::check(platform, event).map_err(|rule| BAD_REQUEST.because(rule))
}

/// "Make sure that the JSON is stringified": two responses say so.
fn check_value(value: Option<&Value>) -> Result<(), Refusal> {
    match value {
        None => Err(BAD_REQUEST.because("missing_event_value")),
        // An event without a value. A blank is in one of the documentation's tables.
        Some(Value::String(text)) if text.is_empty() || text == " " => Ok(()),
        Some(Value::String(text)) => match serde_json::from_str(text) {
            Ok(Value::Object(_)) => Ok(()),
            _ => Err(MISSING_APPSFLYER_ID.because("event_value_badly_stringified")),
        },
        Some(_) => Err(INTERNAL_ERROR.because("event_value_not_stringified")),
    }
}

/// Whether a text is decimal digits, one at least.
fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
