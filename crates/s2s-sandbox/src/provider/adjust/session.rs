//! Sessions: <https://dev.adjust.com/en/api/s2s-api/sessions/>, and the developer guide for the response.

use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::{
    config::{App, Config},
    errors::{BAD_REQUEST, Refusal},
    fields::{self, Fields, Parameters},
    memory::Memory,
};
use crate::exchange::Answer;

const COUNTS: [&str; 4] = ["session_count", "subsession_count", "session_length", "time_spent"];
const CONSENTS: [&str; 4] = ["eea", "ad_personalization", "ad_user_data", "npa"];

pub(super) fn check(parameters: &Parameters) -> Result<(), Refusal> {
    // The guide requires it in each request; its own example of the sessions page has it, too.
    if !parameters.contains_key("os_name") {
        return Err(BAD_REQUEST.because("missing_os_name"));
    }
    for name in COUNTS {
        fields::count(parameters, name, "invalid_session_number")?;
    }
    for name in CONSENTS {
        fields::one_of(parameters, name, &["0", "1"], "invalid_consent")?;
    }
    match parameters.get("sent_at") {
        Some(text) if fields::iso_8601(text).is_none() => Err(BAD_REQUEST.because("invalid_sent_at")),
        _ => Ok(()),
    }
}

/// The spacing is documented as 20 and as 30 minutes: `session_gap` sets it. Which error Adjust
/// responds is not documented. Returns whether it is the first session of its device.
pub(super) fn remember(config: &Config, memory: &mut Memory, app: &App, fields: &Fields<'_>, now: Timestamp) -> Result<bool, Refusal> {
    let time = fields.time.unwrap_or(now);
    let latest = memory.latest_session(app, fields.device);
    let gap = SignedDuration::from_mins(config.session_gap.into());
    if latest.is_some_and(|latest| time.duration_since(latest) < gap) {
        return Err(BAD_REQUEST.because("too_soon_after_previous_session"));
    }
    memory.add_session(app, fields.device, time);
    Ok(latest.is_none())
}

/// The documented response: the first session of a device is its install.
pub(super) fn answer(app: &App, fields: &Fields<'_>, is_first: bool, now: Timestamp) -> Answer {
    let (message, ask_in) = if is_first { ("Install tracked", 2000) } else { ("Session tracked", 5000) };
    let adid = fields.identifiers.iter().find(|(name, _)| *name == "adid").map(|(_, value)| (*value).to_owned());
    let body = json!({
        "app_token": app.token,
        "adid": adid.unwrap_or_else(|| made_adid(fields)),
        "timestamp": now.strftime("%Y-%m-%dT%H:%M:%S.%3fZ+0000").to_string(),
        "message": message,
        "ask_in": ask_in,
    });
    Answer { status: StatusCode::OK, body: body.to_string() }
}

/// An identifier as Adjust gives one to a device: 32 hexadecimal digits, the same for the same device.
fn made_adid(fields: &Fields<'_>) -> String {
    let (name, value) = fields.device;
    // FNV-1a, of 128 bits.
    let hash = name.bytes().chain([b'=']).chain(value.bytes()).fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128, |hash, byte| {
        (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
    });
    format!("{hash:032x}")
}
