//! The rules of a request, in the order in which they are checked.

use std::collections::{HashMap, btree_map::Entry};

use axum::http::{Method, header::AUTHORIZATION};
use jiff::{SignedDuration, Timestamp};

use super::{
    config::{App, Config, DeviceState, Event, UnauthorizedStatus},
    errors::{
        APP_INACTIVE, APP_NOT_FOUND, BAD_EVENT_STATE, DEVICE_NOT_FOUND, EVENT_BLOCKLISTED, INVALID_APP_TOKEN, INVALID_EVENT_TOKEN,
        MISSING_SCOPE, MISSING_TOKEN, NOT_UNIQUE, OPTED_OUT, Refusal, TOO_LARGE, TRACKING_DISABLED, UNAUTHORIZED, WRONG_TOKEN,
    },
    fields::{self, Fields, Parameters},
};
use crate::exchange::Incoming;

/// The documented limit of a request's size, 1 MB, read as 2^20 bytes of query and body.
const MAX_SIZE: usize = 1_048_576;
/// "All events must be submitted within 58 days."
const MAX_AGE: SignedDuration = SignedDuration::from_hours(58 * 24);

/// What Adjust remembers of the events that it has accepted: the latest time per app, device and
/// event token.
#[derive(Default)]
pub(super) struct Memory {
    lanes: HashMap<Lane, Timestamp>,
}

#[derive(PartialEq, Eq, Hash)]
struct Lane {
    app_token: String,
    device: (&'static str, String),
    event_token: String,
}

/// Reads the parameters of the query and of a posted form, and checks that the request can be read
/// at all.
pub(super) fn read(request: &Incoming) -> (Parameters, Result<(), Refusal>) {
    let mut result = Ok(());
    let mut refuse = |refusal: Refusal| {
        if result.is_ok() {
            result = Err(refusal);
        }
    };
    if request.query_length + request.body.len() > MAX_SIZE {
        refuse(TOO_LARGE.because("request_too_large"));
    }
    let has_form = request.method == Method::POST && !request.body.is_empty();
    let form: &[u8] = if has_form { &request.body } else { &[] };
    if has_form && !request.is_of_type("application/x-www-form-urlencoded") {
        refuse(BAD_EVENT_STATE.because("unsupported_content_type"));
    }
    let mut parameters = Parameters::new();
    for (name, value) in request.query.iter().cloned().chain(form_urlencoded::parse(form).into_owned()) {
        match parameters.entry(name) {
            Entry::Vacant(entry) => {
                entry.insert(value);
            }
            Entry::Occupied(_) => refuse(BAD_EVENT_STATE.because("repeated_parameter")),
        }
    }
    (parameters, result)
}

/// Checks a request that can be read, remembers its event, and returns what the configuration knows
/// of that.
pub(super) fn accept<'c>(
    config: &'c Config,
    memory: &mut Memory,
    request: &Incoming,
    parameters: &Parameters,
    now: Timestamp,
) -> Result<&'c Event, Refusal> {
    if parameters.get("s2s").is_none_or(|value| value != "1") {
        return Err(BAD_EVENT_STATE.because("missing_s2s"));
    }
    let app = app(config, parameters)?;
    authorize(app, request)?;
    if app.inactive {
        return Err(APP_INACTIVE.because("app_inactive"));
    }
    if app.tracking_disabled {
        return Err(TRACKING_DISABLED.because("tracking_disabled"));
    }
    let event = event(app, parameters)?;
    let fields = fields::check(parameters)?;
    check_device(config, &fields)?;
    remember(memory, app, event, &fields, now)?;
    Ok(event)
}

fn app<'c>(config: &'c Config, parameters: &Parameters) -> Result<&'c App, Refusal> {
    let Some(token) = parameters.get("app_token") else {
        return Err(INVALID_APP_TOKEN.because("missing_app_token"));
    };
    if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(INVALID_APP_TOKEN.because("invalid_app_token"));
    }
    let app = config.apps.iter().find(|app| app.token == *token);
    app.ok_or(APP_NOT_FOUND.because("unknown_app_token"))
}

fn event<'c>(app: &'c App, parameters: &Parameters) -> Result<&'c Event, Refusal> {
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

/// S2S Security: <https://dev.adjust.com/en/api/s2s-api/security/>.
fn authorize(app: &App, request: &Incoming) -> Result<(), Refusal> {
    // "Deactivating all tokens auto-disables enforcement."
    if app.security_tokens.is_empty() {
        return Ok(());
    }
    let unauthorized = |error, rule| match app.unauthorized_status {
        UnauthorizedStatus::Accepted => Refusal { error, rule },
        UnauthorizedStatus::Unauthorized => UNAUTHORIZED.because(rule),
    };
    if !request.headers.contains_key(AUTHORIZATION) {
        return Err(unauthorized(MISSING_TOKEN, "missing_security_token"));
    }
    let sent = request.header(AUTHORIZATION).and_then(|value| value.split_once(' '));
    let known = app
        .security_tokens
        .iter()
        .find(|known| sent.is_some_and(|(scheme, token)| scheme.eq_ignore_ascii_case("bearer") && token == known.token.reveal()));
    match known {
        None => Err(unauthorized(WRONG_TOKEN, "wrong_security_token")),
        Some(token) if !token.events => Err(MISSING_SCOPE.because("missing_events_scope")),
        Some(_) => Ok(()),
    }
}

fn check_device(config: &Config, fields: &Fields<'_>) -> Result<(), Refusal> {
    let special = config
        .devices
        .iter()
        .find(|device| fields.identifiers.iter().any(|(name, value)| device.parameter == *name && device.value == *value));
    match special.map(|device| device.state) {
        None => Ok(()),
        Some(DeviceState::OptedOut) => Err(OPTED_OUT.because("device_opted_out")),
        Some(DeviceState::NotFound) => Err(DEVICE_NOT_FOUND.because("device_not_found")),
    }
}

/// The rules about time and about other events. Which error Adjust answers for a broken rule about
/// time is not documented.
fn remember(memory: &mut Memory, app: &App, event: &Event, fields: &Fields<'_>, now: Timestamp) -> Result<(), Refusal> {
    let (name, value) = fields.device;
    let lane = Lane { app_token: app.token.clone(), device: (name, value.to_owned()), event_token: event.token.clone() };
    let latest = memory.lanes.get(&lane).copied();
    if event.unique && latest.is_some() {
        return Err(NOT_UNIQUE.because("earlier_unique_event"));
    }
    let time = fields.time.unwrap_or(now);
    if now.duration_since(time) > MAX_AGE {
        return Err(BAD_EVENT_STATE.because("older_than_58_days"));
    }
    if latest.is_some_and(|latest| time < latest) {
        return Err(BAD_EVENT_STATE.because("earlier_than_previous_event"));
    }
    memory.lanes.insert(lane, time);
    Ok(())
}
