//! Events: <https://dev.adjust.com/en/api/s2s-api/events/>.

use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value, json};

use super::{
    amount::Amount,
    config::{App, Event},
    errors::{BAD_REQUEST, EVENT_BLOCKLISTED, INVALID_EVENT_TOKEN, INVALID_REVENUE, NOT_UNIQUE, Refusal},
    fields::{self, Fields, Parameters},
    memory::Memory,
};
use crate::exchange::Answer;

/// "All events must be submitted within 58 days."
const MAX_AGE: SignedDuration = SignedDuration::from_hours(58 * 24);

/// The least and the greatest revenue, of the events page and of the index page's error table.
const MIN_REVENUE: Amount = Amount { units: 0, nanos: 1_000_000, more: false };
const MAX_REVENUE: Amount = Amount { units: 100_000_000_000, nanos: 0, more: false };

/// The event of a token.
pub(super) fn named<'c>(app: &'c App, parameters: &Parameters) -> Result<&'c Event, Refusal> {
    let Some(token) = parameters.get("event_token") else {
        return Err(INVALID_EVENT_TOKEN.because("missing_event_token"));
    };
    let Some(event) = app.events.iter().find(|event| event.token == *token) else {
        return Err(INVALID_EVENT_TOKEN.because("unknown_event_token"));
    };
    if event.blocklisted {
        return Err(EVENT_BLOCKLISTED.because("event_token_blocklisted"));
    }
    Ok(event)
}

pub(super) fn check(parameters: &Parameters) -> Result<(), Refusal> {
    if let Some(text) = parameters.get("revenue") {
        let amount = Amount::read(text).ok_or(INVALID_REVENUE.because("invalid_revenue"))?;
        if amount < MIN_REVENUE || amount > MAX_REVENUE {
            return Err(INVALID_REVENUE.because("revenue_out_of_range"));
        }
        if !parameters.contains_key("currency") {
            return Err(INVALID_REVENUE.because("missing_currency"));
        }
    }
    fields::currency(parameters)
}

/// The rules about time and about other events. Which error Adjust returns for a broken rule about
/// time is not documented.
pub(super) fn remember(memory: &mut Memory, app: &App, event: &Event, fields: &Fields<'_>, now: Timestamp) -> Result<(), Refusal> {
    let latest = memory.latest_event(app, fields.device, &event.token);
    if event.unique && latest.is_some() {
        return Err(NOT_UNIQUE.because("earlier_unique_event"));
    }
    let time = fields.time.unwrap_or(now);
    if now.duration_since(time) > MAX_AGE {
        return Err(BAD_REQUEST.because("older_than_58_days"));
    }
    if latest.is_some_and(|latest| time < latest) {
        return Err(BAD_REQUEST.because("earlier_than_previous_event"));
    }
    memory.add_event(app, fields.device, &event.token, time);
    Ok(())
}

/// `{"status":"OK"}`, and what the configuration adds: on iOS the response carries SKAdNetwork
/// conversion values.
pub(super) fn answer(event: &Event) -> Answer {
    let mut body = Map::new();
    body.insert("status".to_owned(), json!("OK"));
    body.extend(event.response.clone());
    Answer { status: StatusCode::OK, body: Value::Object(body).to_string() }
}
