//! The rules that requests of all kinds have in common, in the order in which they are checked.

use std::collections::btree_map::Entry;

use axum::http::{Method, header::AUTHORIZATION};

use super::{
    config::{App, Config, DeviceState, UnauthorizedStatus},
    errors::{
        APP_INACTIVE, APP_NOT_FOUND, BAD_REQUEST, DEVICE_NOT_FOUND, INVALID_APP_TOKEN, MISSING_SCOPE, MISSING_TOKEN, OPTED_OUT, Refusal,
        SHARING_APP_NOT_FOUND, TOO_LARGE, TRACKING_DISABLED, UNAUTHORIZED, WRONG_TOKEN,
    },
    fields::{Fields, Parameters},
    kind::Kind,
    memory::Memory,
};
use crate::exchange::Incoming;

/// The documented limit of a request's size, 1 MB, read as 2^20 bytes of query and body.
const MAX_SIZE: usize = 1_048_576;

/// Reads the parameters of the query and of a posted form, and checks that the request can be read
/// at all.
pub(super) fn read(kind: Kind, request: &Incoming) -> (Parameters, Result<(), Refusal>) {
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
    match kind {
        // The parameters of an erasure are documented in the query, those of a session in the body.
        Kind::Erasure if has_form => refuse(BAD_REQUEST.because("parameters_in_body")),
        Kind::Session if !request.query.is_empty() => refuse(BAD_REQUEST.because("parameters_in_query")),
        _ if has_form && !request.is_of_type("application/x-www-form-urlencoded") => {
            refuse(BAD_REQUEST.because("unsupported_content_type"));
        }
        _ => {}
    }
    let mut parameters = Parameters::new();
    for (name, value) in request.query.iter().cloned().chain(form_urlencoded::parse(form).into_owned()) {
        match parameters.entry(name) {
            Entry::Vacant(entry) => {
                entry.insert(value);
            }
            Entry::Occupied(_) => refuse(BAD_REQUEST.because("repeated_parameter")),
        }
    }
    (parameters, result)
}

/// The app of a request that may be sent to it.
pub(super) fn app<'c>(kind: Kind, config: &'c Config, request: &Incoming, parameters: &Parameters) -> Result<&'c App, Refusal> {
    if parameters.get("s2s").is_none_or(|value| value != "1") {
        return Err(BAD_REQUEST.because("missing_s2s"));
    }
    let app = named_app(kind, config, parameters)?;
    authorize(kind, app, request)?;
    if app.inactive {
        return Err(APP_INACTIVE.because("app_inactive"));
    }
    if app.tracking_disabled {
        return Err(TRACKING_DISABLED.because("tracking_disabled"));
    }
    Ok(app)
}

fn named_app<'c>(kind: Kind, config: &'c Config, parameters: &Parameters) -> Result<&'c App, Refusal> {
    let Some(token) = parameters.get("app_token") else {
        return Err(INVALID_APP_TOKEN.because("missing_app_token"));
    };
    if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(INVALID_APP_TOKEN.because("invalid_app_token"));
    }
    let app = config.apps.iter().find(|app| app.token == *token);
    app.ok_or(match kind {
        Kind::ThirdPartySharing => SHARING_APP_NOT_FOUND.because("unknown_app_token"),
        // "Invalid formatting or token": the status of both.
        Kind::Erasure => INVALID_APP_TOKEN.because("unknown_app_token"),
        Kind::Event | Kind::AdRevenue | Kind::Session => APP_NOT_FOUND.because("unknown_app_token"),
    })
}

/// S2S Security: <https://dev.adjust.com/en/api/s2s-api/security/>.
fn authorize(kind: Kind, app: &App, request: &Incoming) -> Result<(), Refusal> {
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
        Some(token) if !kind.is_in_scope(token) => Err(MISSING_SCOPE.because(kind.missing_scope())),
        Some(_) => Ok(()),
    }
}

/// What Adjust has to say of a device. A session is what makes a device known.
pub(super) fn device(kind: Kind, config: &Config, memory: &Memory, app: &App, fields: &Fields<'_>) -> Result<(), Refusal> {
    if memory.has_forgotten(app, &fields.identifiers) {
        return Err(OPTED_OUT.because("device_forgotten"));
    }
    let special = config
        .devices
        .iter()
        .find(|device| fields.identifiers.iter().any(|(name, value)| device.parameter == *name && device.value == *value));
    match special.map(|device| device.state) {
        None => Ok(()),
        Some(DeviceState::OptedOut) => Err(OPTED_OUT.because("device_opted_out")),
        Some(DeviceState::NotFound) if kind == Kind::Session || memory.has_session(app, fields.device) => Ok(()),
        Some(DeviceState::NotFound) => Err(DEVICE_NOT_FOUND.because("device_not_found")),
    }
}
