//! The optional fields of an event, and the shapes that are documented for them.
//!
//! Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>

use std::net::Ipv4Addr;

use serde_json::Value;

use super::{check::Platform, currencies, time};
use crate::provider::json::{Object, absent_or, ensure};

type Check = fn(&Value) -> bool;

/// Identifiers of Android devices, of iOS devices and of either, and hashed ones of people.
const OF_ANDROID: &[&str] = &["advertising_id", "oaid", "amazon_aid", "imei", "app_set_id"];
const OF_IOS: &[&str] = &["idfa", "idfv", "att"];
const OF_PEOPLE: &[&str] = &["customer_user_id", "fb_login_id", "ip"];
const HASHES: &[&str] =
    &["email_hashed", "phone_number_hashed", "phone_number_e164_hashed", "first_name_hashed", "last_name_hashed"];

/// Fields that are any text.
const TEXTS: &[&str] = &[
    "customer_user_id",
    "advertising_id",
    "oaid",
    "amazon_aid",
    "imei",
    "ua",
    "os",
    "app_version_name",
    "app_store",
    "bundleIdentifier",
];

/// Fields with a shape of their own, the check of each and its rule.
const SHAPES: &[(&str, Check, &str)] = &[
    ("eventTime", |value| is_text_of(value, |text| time::read(text).is_some()), "invalid_event_time"),
    ("eventCurrency", |value| is_text_of(value, currencies::is_listed), "unlisted_currency"),
    ("app_set_id", is_app_set_id, "invalid_app_set_id"),
    ("idfa", |value| is_text_of(value, is_upper_uuid), "invalid_idfa"),
    ("idfv", |value| is_text_of(value, is_upper_uuid), "invalid_idfv"),
    ("att", |value| is_integer_of(value, 0, 3), "invalid_att"),
    ("aie", Value::is_boolean, "invalid_aie"),
    ("fb_login_id", |value| is_text_of(value, |text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())), "invalid_fb_login_id"),
    ("ip", |value| is_text_of(value, |text| text.parse::<Ipv4Addr>().is_ok()), "invalid_ip"),
    ("sharing_filter", is_sharing_filter, "invalid_sharing_filter"),
    ("app_type", |value| matches!(value.as_str(), Some("" | "app_clip")), "invalid_app_type"),
    ("custom_data", |value| is_text_of(value, |text| serde_json::from_str::<Value>(text).is_ok()), "invalid_custom_data"),
    ("consent_data", is_consent, "invalid_consent_data"),
    // "Reserved for AppsFlyer future use."
    ("custom_dimension", |_| false, "reserved_custom_dimension"),
];

/// The fields that identify a device or a person.
pub(super) fn personal() -> impl Iterator<Item = &'static str> {
    [OF_ANDROID, OF_IOS, OF_PEOPLE, HASHES].into_iter().flatten().copied().filter(|name| *name != "att")
}

/// Checks all optional fields, and returns the rule that one of them breaks.
pub(super) fn check(platform: Platform, event: &Object) -> Result<(), &'static str> {
    let of_others = match platform {
        Platform::Ios => OF_ANDROID,
        Platform::Android => OF_IOS,
        Platform::Unknown => &[],
    };
    ensure(of_others.iter().all(|name| !event.contains_key(*name)), "field_of_another_platform")?;
    ensure(TEXTS.iter().all(|name| absent_or(event, name, Value::is_string)), "not_a_text")?;
    ensure(HASHES.iter().all(|name| absent_or(event, name, is_hash)), "invalid_hash")?;
    SHAPES.iter().try_for_each(|(name, check, rule)| ensure(absent_or(event, name, *check), rule))
}

/// Digits, a hyphen and digits. The documented lengths contradict the documented examples.
pub(super) fn is_appsflyer_id(text: &str) -> bool {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('-').is_some_and(|(first, second)| is_digits(first) && is_digits(second))
}

fn is_text_of(value: &Value, check: impl Fn(&str) -> bool) -> bool {
    value.as_str().is_some_and(check)
}

fn is_integer_of(value: &Value, first: i64, last: i64) -> bool {
    value.as_i64().is_some_and(|number| (first..=last).contains(&number))
}

/// A SHA-256 digest, in lower case as in every sample. Whether upper case is understood is not
/// documented.
fn is_hash(value: &Value) -> bool {
    is_text_of(value, |text| text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')))
}

fn is_upper_uuid(text: &str) -> bool {
    is_uuid(text) && !text.bytes().any(|byte| byte.is_ascii_lowercase())
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(position, byte)| match position {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

fn is_app_set_id(value: &Value) -> bool {
    value.as_object().is_some_and(|id| {
        id.get("scope").is_some_and(|scope| is_integer_of(scope, 1, 2)) && id.get("id").is_some_and(|id| is_text_of(id, is_uuid))
    })
}

fn is_sharing_filter(value: &Value) -> bool {
    let is_name = |value: &Value| is_text_of(value, |text| !text.is_empty());
    value.as_str() == Some("all") || value.as_array().is_some_and(|names| !names.is_empty() && names.iter().all(is_name))
}

/// Exactly one of the two ways of telling a consent.
fn is_consent(value: &Value) -> bool {
    let Some(consent) = value.as_object() else { return false };
    match (consent.get("tcf"), consent.get("manual")) {
        (Some(Value::Object(tcf)), None) => {
            let integers = ["policy_version", "cmp_sdk_id", "cmp_sdk_version"];
            integers.iter().all(|name| absent_or(tcf, name, Value::is_i64))
                && absent_or(tcf, "gdpr_applies", |value| is_integer_of(value, -1, 1))
                && absent_or(tcf, "tcstring", Value::is_string)
        }
        (None, Some(Value::Object(manual))) => {
            let flags = ["gdpr_applies", "ad_user_data_enabled", "ad_personalization_enabled"];
            flags.iter().all(|name| absent_or(manual, name, Value::is_boolean))
        }
        _ => false,
    }
}
