//! The formats of parameters.

use std::{collections::BTreeMap, net::IpAddr};

use jiff::Timestamp;
use serde_json::Value;

use super::errors::Refusal;
use crate::provider::json::{FIRST_MILLISECOND, digits};

/// Decoded parameters.
pub(super) type Parameters = BTreeMap<String, String>;

type Check = fn(&str) -> bool;

/// Parameters of both kinds, the check of each and its rule.
///
/// Sources: <https://support.singular.net/hc/en-us/articles/31496864868635> (EVENT) and
/// <https://support.singular.net/hc/en-us/articles/31394799175963> (SESSION)
const FORMATS: &[(&str, Check, &str)] = &[
    ("ip", |text| text.parse::<IpAddr>().is_ok(), "invalid_ip"),
    ("use_ip", is_bool, "invalid_use_ip"),
    ("country", |text| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()), "invalid_country"),
    ("utime", is_seconds, "invalid_utime"),
    ("umilisec", |text| digits(text).is_some_and(|number| number >= FIRST_MILLISECOND), "invalid_umilisec"),
    ("data_sharing_options", is_data_sharing, "invalid_data_sharing_options"),
    ("global_properties", is_global_properties, "invalid_global_properties"),
    ("c", |text| matches!(text, "wifi" | "carrier"), "invalid_connection"),
    ("dnt", is_bit, "invalid_dnt"),
    ("dntoff", is_bit, "invalid_dntoff"),
    ("att_authorization_status", |text| matches!(text, "0" | "1" | "2" | "3"), "invalid_att_authorization_status"),
];

/// Parameters of an event alone.
const EVENT_FORMATS: &[(&str, Check, &str)] = &[
    ("n", |text| text.len() <= MAX_NAME, "event_name_too_long"),
    ("is_revenue_event", is_bool, "invalid_is_revenue_event"),
    ("is_admon_revenue", is_bool, "invalid_is_admon_revenue"),
    ("amt", is_amount, "invalid_amt"),
    ("cur", |text| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase()), "invalid_cur"),
    ("skan_conversion_value", |text| digits(text).is_some_and(|value| value <= 63), "invalid_skan_conversion_value"),
    ("skan_first_call_timestamp", is_seconds, "invalid_skan_timestamp"),
    ("skan_last_call_timestamp", is_seconds, "invalid_skan_timestamp"),
    ("conversion_event", is_bool, "invalid_conversion_event"),
    ("attribution_data", |text| object(text).is_some(), "invalid_attribution_data"),
];

/// Parameters of a session alone.
const SESSION_FORMATS: &[(&str, Check, &str)] = &[
    ("install", is_bool, "invalid_install"),
    ("install_time", is_seconds, "invalid_install_time"),
    ("update_time", is_seconds, "invalid_update_time"),
    ("ddl_enabled", is_bool, "invalid_ddl_enabled"),
    ("singular_link_resolve_required", is_bool, "invalid_singular_link_resolve_required"),
    ("install_ref", |text| object(text).is_some(), "invalid_install_ref"),
    ("meta_ref", |text| object(text).is_some(), "invalid_meta_ref"),
];

/// 32 ASCII characters, or 32 bytes of other scripts.
const MAX_NAME: usize = 32;
/// Of a key or a text of `e`.
const MAX_ATTRIBUTE: usize = 500;
const MAX_PROPERTIES: usize = 5;
const MAX_PROPERTY: usize = 200;

pub(super) fn common(parameters: &Parameters) -> Result<(), Refusal> {
    formats(parameters, FORMATS)?;
    if parameters.contains_key("utime") && parameters.contains_key("umilisec") {
        return Err(Refusal::invalid("umilisec", "time_twice"));
    }
    Ok(())
}

pub(super) fn event(parameters: &Parameters) -> Result<(), Refusal> {
    formats(parameters, EVENT_FORMATS)?;
    let attributes = match parameters.get("e") {
        None => None,
        Some(text) => Some(object(text).ok_or(Refusal::invalid("e", "invalid_attributes"))?),
    };
    let is_too_long = |text: &str| text.chars().count() > MAX_ATTRIBUTE;
    for (key, value) in attributes.iter().flatten() {
        if is_too_long(key) || value.as_str().is_some_and(is_too_long) {
            return Err(Refusal::invalid("e", "attribute_too_long"));
        }
        if DIGESTS.contains(&key.as_str()) && !value.as_str().is_some_and(is_digest) {
            return Err(Refusal::invalid("e", "invalid_digest"));
        }
    }
    match (parameters.contains_key("amt"), parameters.contains_key("cur")) {
        (true, false) => return Err(Refusal::missing("cur", "amt_without_cur")),
        (false, true) => return Err(Refusal::missing("amt", "cur_without_amt")),
        _ => {}
    }
    // Ad revenue: <https://support.singular.net/hc/en-us/articles/4409886379163>
    if is_true(parameters, "is_admon_revenue") {
        if !parameters.contains_key("amt") {
            return Err(Refusal::missing("amt", "ad_revenue_without_amt"));
        }
        if !attributes.is_some_and(|attributes| attributes.get("ad_platform").is_some_and(Value::is_string)) {
            return Err(Refusal::missing("ad_platform", "missing_ad_platform"));
        }
    }
    Ok(())
}

pub(super) fn session(parameters: &Parameters) -> Result<(), Refusal> {
    formats(parameters, SESSION_FORMATS)
}

fn formats(parameters: &Parameters, formats: &[(&str, Check, &'static str)]) -> Result<(), Refusal> {
    for (name, is_valid, rule) in formats {
        if parameters.get(*name).is_some_and(|text| !is_valid(text)) {
            return Err(Refusal::invalid(name, rule));
        }
    }
    Ok(())
}

/// Whether an event is one of revenue: it says so, has an amount, or is of the SDK's own name.
pub(super) fn is_revenue(parameters: &Parameters) -> bool {
    let has_amount = parameters.get("amt").is_some_and(|text| text.bytes().any(|byte| matches!(byte, b'1'..=b'9')));
    has_amount || is_true(parameters, "is_revenue_event") || parameters.get("n").is_some_and(|name| name == "__iap__")
}

pub(super) fn is_true(parameters: &Parameters, name: &str) -> bool {
    parameters.get(name).is_some_and(|value| value == "true")
}

/// The time that a request says.
pub(super) fn time(parameters: &Parameters) -> Option<Timestamp> {
    let number = |name: &str| parameters.get(name)?.parse().ok();
    let seconds = || Timestamp::from_second(number("utime")?).ok();
    number("umilisec").map_or_else(seconds, |millis| Timestamp::from_millisecond(millis).ok())
}

/// The members of `e` whose values are SHA-256 digests.
const DIGESTS: [&str; 5] = ["ehash", "phash", "phashE164", "fnamehash", "lnamehash"];

fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn is_bool(text: &str) -> bool {
    matches!(text, "true" | "false")
}

fn is_bit(text: &str) -> bool {
    matches!(text, "0" | "1")
}

fn is_seconds(text: &str) -> bool {
    !text.is_empty() && digits(text).is_some_and(|number| number < FIRST_MILLISECOND)
}

/// Digits, perhaps with a sign and a point. Negative amounts are refunds; the page of events says nothing of them.
fn is_amount(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

fn object(text: &str) -> Option<serde_json::Map<String, Value>> {
    serde_json::from_str(text).ok()
}

fn is_data_sharing(text: &str) -> bool {
    object(text).is_some_and(|options| options.get("limit_data_sharing").is_some_and(Value::is_boolean))
}

fn is_global_properties(text: &str) -> bool {
    let is_short = |text: &str| text.chars().count() <= MAX_PROPERTY;
    object(text).is_some_and(|properties| {
        properties.len() <= MAX_PROPERTIES && properties.iter().all(|(key, value)| is_short(key) && value.as_str().is_none_or(is_short))
    })
}
