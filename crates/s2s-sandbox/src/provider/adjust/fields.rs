//! The formats of parameters that requests of several kinds have: <https://dev.adjust.com/en/api/s2s-api/events/> and
//! <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>.

use std::{collections::BTreeMap, net::Ipv4Addr};

use jiff::Timestamp;

use super::{
    errors::{BAD_REQUEST, INVALID_CALLBACK_PARAMETERS, INVALID_REVENUE, Refusal},
    identifiers::IDENTIFIERS,
};

/// The operating systems that Adjust's developer guide lists.
const OS_NAMES: &[&str] = &[
    "android",
    "android-tv",
    "apple-tv",
    "bada",
    "blackberry",
    "fire-tv",
    "ios",
    "linux",
    "macos",
    "nintendo",
    "playstation",
    "roku-os",
    "server",
    "smart-cast",
    "steamos",
    "symbian",
    "tizen",
    "unknown",
    "webos",
    "windows",
    "windows-phone",
    "xbox",
];

/// Decoded parameters.
pub(super) type Parameters = BTreeMap<String, String>;

/// What the checked parameters say.
pub(super) struct Fields<'a> {
    /// The first identifier in documented order. It identifies the device, whatever others are
    /// there.
    pub(super) device: Identifier<'a>,
    pub(super) identifiers: Vec<Identifier<'a>>,
    pub(super) time: Option<Timestamp>,
}

/// An identifier's name and value.
pub(super) type Identifier<'a> = (&'static str, &'a str);

pub(super) fn check(parameters: &Parameters) -> Result<Fields<'_>, Refusal> {
    let identifiers = identifiers(parameters)?;
    let device = *identifiers.first().ok_or(BAD_REQUEST.because("missing_device_identifier"))?;
    let time = time(parameters)?;
    for name in ["callback_params", "partner_params"] {
        if let Some(text) = parameters.get(name) {
            serde_json::from_str::<BTreeMap<String, String>>(text)
                .map_err(|_| INVALID_CALLBACK_PARAMETERS.because("invalid_callback_parameters"))?;
        }
    }
    one_of(parameters, "environment", &["sandbox", "production"], "invalid_environment")?;
    one_of(parameters, "os_name", OS_NAMES, "invalid_os_name")?;
    one_of(parameters, "att_status", &["0", "1", "2", "3"], "invalid_att_status")?;
    one_of(parameters, "tracking_enabled", &["0", "1"], "invalid_tracking_enabled")?;
    // "never together": the developer guide.
    if parameters.contains_key("att_status") && parameters.contains_key("tracking_enabled") {
        return Err(BAD_REQUEST.because("att_status_with_tracking_enabled"));
    }
    if parameters.get("ip_address").is_some_and(|text| text.parse::<Ipv4Addr>().is_err()) {
        return Err(BAD_REQUEST.because("invalid_ip_address"));
    }
    Ok(Fields { device, identifiers, time })
}

pub(super) fn identifiers(parameters: &Parameters) -> Result<Vec<Identifier<'_>>, Refusal> {
    let mut found = Vec::new();
    for (name, is_shaped) in IDENTIFIERS {
        if let Some(value) = parameters.get(*name) {
            if !is_shaped(value) {
                return Err(BAD_REQUEST.because("invalid_device_identifier"));
            }
            found.push((*name, value.as_str()));
        }
    }
    Ok(found)
}

pub(super) fn one_of(parameters: &Parameters, name: &str, allowed: &[&str], rule: &'static str) -> Result<(), Refusal> {
    match parameters.get(name) {
        Some(value) if !allowed.contains(&value.as_str()) => Err(BAD_REQUEST.because(rule)),
        _ => Ok(()),
    }
}

fn time(parameters: &Parameters) -> Result<Option<Timestamp>, Refusal> {
    match (parameters.get("created_at_unix"), parameters.get("created_at")) {
        (None, None) => Ok(None),
        (Some(_), Some(_)) => Err(BAD_REQUEST.because("created_at_twice")),
        (Some(text), None) => unix_seconds(text).ok_or(BAD_REQUEST.because("invalid_created_at_unix")).map(Some),
        (None, Some(text)) => iso_8601(text).ok_or(BAD_REQUEST.because("invalid_created_at")).map(Some),
    }
}

/// "Only accepts numeric values, not floating-point". What is past the year 9999 is no time, such
/// as milliseconds of today.
fn unix_seconds(text: &str) -> Option<Timestamp> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Timestamp::from_second(text.parse().ok()?).ok()
}

/// ISO 8601 with an offset. Adjust's own examples also have a literal `Z` before the offset
/// (`2017-01-02T15:04:05Z+0200`).
pub(super) fn iso_8601(text: &str) -> Option<Timestamp> {
    // jiff reads more than the documented forms: a space for the `T`, annotations in brackets.
    if !text.bytes().all(|byte| byte.is_ascii_digit() || b"-:.+TZ".contains(&byte)) {
        return None;
    }
    let documented = text.replace("Z+", "+").replace("Z-", "-");
    documented.parse().ok()
}

/// A currency: three letters.
pub(super) fn currency(parameters: &Parameters) -> Result<(), Refusal> {
    let is_code = |text: &String| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    match parameters.get("currency") {
        Some(text) if !is_code(text) => Err(INVALID_REVENUE.because("invalid_currency")),
        _ => Ok(()),
    }
}

/// A number of things, or of seconds.
pub(super) fn count(parameters: &Parameters, name: &str, rule: &'static str) -> Result<(), Refusal> {
    match parameters.get(name) {
        Some(text) if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) => Err(BAD_REQUEST.because(rule)),
        _ => Ok(()),
    }
}
