//! The rules of a request, in the order in which they are checked.

use serde_json::Value;

use super::{
    config::{AccessToken, Config, Dataset, TokenState},
    errors::{
        ApiError, BLOCKED, EXPIRED, INVALID, INVALID_TOKEN, NO_DATASET, NO_PERMISSION, NO_TOKEN, NOT_READY, PASSWORD_CHANGED, RATE_LIMITED,
        Refusal, UNAVAILABLE,
    },
    event,
};
use crate::{
    exchange::Incoming,
    provider::json::{Object, absent_or, ensure},
};

pub(super) const ACCESS_TOKEN: &str = "access_token";
pub(super) const DATASET_ID: &str = "dataset_id";
pub(super) const VERSION: &str = "version";
pub(super) const DATA: &str = "data";
const MAX_EVENTS: usize = 1_000;

/// Checks the whole request, and returns the number of its events: one that is refused refuses all.
/// `now` is in Unix seconds.
pub(super) fn request(config: &Config, request: &Incoming, body: Option<&Value>, now: i64) -> Result<usize, Refusal> {
    if !request.segment(VERSION).is_some_and(is_version) {
        return Err(INVALID.because("invalid_version"));
    }
    let dataset = authorize(config, request, body)?;
    let body = readable(request, body)?;
    let events = envelope(body).map_err(|rule| INVALID.because(rule))?;
    events.iter().enumerate().try_for_each(|(position, own)| event::check(dataset, position, own, now))?;
    Ok(events.len())
}

/// The dataset, if the token may send to it and nothing else is wrong with that.
fn authorize<'c>(config: &'c Config, request: &Incoming, body: Option<&Value>) -> Result<&'c Dataset, Refusal> {
    let in_query = request.query.iter().find(|(name, _)| name == ACCESS_TOKEN).map(|(_, value)| value.as_str());
    let token = in_query.or_else(|| body?.get(ACCESS_TOKEN)?.as_str()).filter(|token| !token.is_empty());
    let token = token.ok_or(NO_TOKEN.because("missing_access_token"))?;
    let has_token = |dataset: &&Dataset| dataset.access_tokens.iter().any(|own| own.token.reveal() == token);
    if !config.datasets.iter().any(|dataset| has_token(&dataset)) {
        return Err(INVALID_TOKEN.because("unknown_access_token"));
    }
    let id = request.segment(DATASET_ID).unwrap_or_default();
    let dataset = config.datasets.iter().find(|dataset| dataset.dataset_id == id).ok_or(NO_DATASET.because("unknown_dataset"))?;
    let own = dataset.access_tokens.iter().find(|own| own.token.reveal() == token);
    match own.and_then(error_of) {
        None if own.is_none() => Err(NO_DATASET.because("access_token_of_another_dataset")),
        None => Ok(dataset),
        Some((error, rule)) => Err(error.because(rule)),
    }
}

fn error_of(token: &AccessToken) -> Option<(ApiError, &'static str)> {
    Some(match token.state {
        TokenState::Valid => return None,
        TokenState::Expired => (EXPIRED, "access_token_expired"),
        TokenState::PasswordChanged => (PASSWORD_CHANGED, "password_changed"),
        TokenState::WithoutPermission => (NO_PERMISSION, "permission_missing"),
        TokenState::RateLimited => (RATE_LIMITED, "rate_limited"),
        TokenState::Blocked => (BLOCKED, "temporarily_blocked"),
        TokenState::Unavailable => (UNAVAILABLE, "service_unavailable"),
        TokenState::NotReady => (NOT_READY, "dataset_not_ready"),
    })
}

fn readable<'b>(request: &Incoming, body: Option<&'b Value>) -> Result<&'b Object, Refusal> {
    if !request.is_of_type("application/json") {
        return Err(INVALID.because("unsupported_content_type"));
    }
    body.ok_or(INVALID.because("invalid_json"))?.as_object().ok_or(INVALID.because("invalid_body"))
}

/// The events of a body. Members that no page documents are not refused here.
fn envelope(body: &Object) -> Result<&[Value], &'static str> {
    let is_test_code = |value: &Value| value.as_str().is_some_and(|code| !code.is_empty());
    ensure(absent_or(body, "test_event_code", is_test_code), "invalid_test_event_code")?;
    ensure(absent_or(body, "partner_agent", is_partner_agent), "invalid_partner_agent")?;
    let events = body.get(DATA).and_then(Value::as_array).filter(|events| !events.is_empty()).ok_or("missing_data")?;
    ensure(events.len() <= MAX_EVENTS, "too_many_events")?;
    Ok(events)
}

/// Fewer than 23 characters, and at least two letters.
///
/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/guides/end-to-end-implementation>
fn is_partner_agent(value: &Value) -> bool {
    value.as_str().is_some_and(|agent| agent.chars().count() < 23 && agent.chars().filter(char::is_ascii_alphabetic).count() >= 2)
}

fn is_version(version: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    version.strip_prefix('v').and_then(|rest| rest.split_once('.')).is_some_and(|(major, minor)| is_number(major) && is_number(minor))
}
