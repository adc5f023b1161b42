//! What an event says of its user: keys that are hashed, and keys that are not.
//!
//! Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters>

use std::net::IpAddr;

use serde_json::Value;

use super::errors::{INVALID, NOT_HASHED, Refusal};
use crate::provider::json::Object;

/// What a sender gets that hashes nothing.
const HASH_OF_EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// Keys that hold SHA-256 digests: a text or a list of texts.
const HASHED: &[&str] = &["em", "ph", "fn", "ln", "db", "ge", "ct", "st", "zp", "country"];

/// Hashing is recommended.
const EXTERNAL_ID: &str = "external_id";

type Test = fn(&Value) -> bool;

/// Keys that are not hashed, the shape of each, and the rule of another one.
const PLAIN: &[(&str, Test, &str)] = &[
    ("client_ip_address", is_ip, "invalid_client_ip_address"),
    ("client_user_agent", is_plain, "invalid_client_user_agent"),
    ("fbc", is_of_browser, "invalid_fbc"),
    ("fbp", is_of_browser, "invalid_fbp"),
    ("madid", is_uuid, "invalid_madid"),
    ("anon_id", is_plain, "invalid_anon_id"),
    ("subscription_id", is_plain, "invalid_subscription_id"),
    ("fb_login_id", Value::is_u64, "invalid_fb_login_id"),
    ("lead_id", Value::is_u64, "invalid_lead_id"),
    ("page_id", is_plain, "invalid_page_id"),
    ("page_scoped_user_id", is_plain, "invalid_page_scoped_user_id"),
    ("ctwa_clid", is_plain, "invalid_ctwa_clid"),
    ("ig_account_id", is_plain, "invalid_ig_account_id"),
    ("ig_sid", is_plain, "invalid_ig_sid"),
];

/// Keys that are too weak together, and so is each part of them.
///
/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/best-practices>
const TOO_WEAK: [&[&str]; 4] =
    [&["ct", "country", "st", "zp", "ge", "client_user_agent"], &["db", "client_user_agent"], &["fn", "ge"], &["ln", "ge"]];

pub(super) fn check(position: usize, user: &Object) -> Result<(), Refusal> {
    let is_known = |key: &&String| HASHED.contains(&key.as_str()) || *key == EXTERNAL_ID || PLAIN.iter().any(|(own, ..)| own == key);
    if let Some(key) = user.keys().find(|key| !is_known(key)) {
        return Err(Refusal::unexpected(key, &format!("[{position}]['user_data']")));
    }
    if HASHED.iter().filter_map(|key| user.get(*key)).any(|value| !all_texts(value, is_digest)) {
        return Err(NOT_HASHED.because("user_data_not_hashed"));
    }
    if user.get(EXTERNAL_ID).is_some_and(|value| !all_texts(value, |text| !text.is_empty())) {
        return Err(INVALID.because("invalid_external_id"));
    }
    for (key, is_valid, rule) in PLAIN {
        let Some(value) = user.get(*key) else { continue };
        if value.as_str().is_some_and(is_digest) {
            return Err(INVALID.because("unhashed_key_is_hashed"));
        }
        if !is_valid(value) {
            return Err(INVALID.because(rule));
        }
    }
    let mut usable = user.iter().filter(|(_, value)| is_usable(value)).map(|(key, _)| key.as_str()).peekable();
    if usable.peek().is_none() {
        return Err(INVALID.because("no_usable_user_data"));
    }
    let usable: Vec<_> = usable.collect();
    if TOO_WEAK.iter().any(|weak| usable.iter().all(|key| weak.contains(key))) {
        return Err(INVALID.because("user_data_too_weak"));
    }
    Ok(())
}

/// A text, or a list of texts, each as the check wants it.
fn all_texts(value: &Value, is: fn(&str) -> bool) -> bool {
    match value {
        Value::String(text) => is(text),
        Value::Array(values) => !values.is_empty() && values.iter().all(|value| value.as_str().is_some_and(is)),
        _ => false,
    }
}

/// Whether a value says anything: the digest of the empty text does not, nor does an identifier of
/// zeros.
fn is_usable(value: &Value) -> bool {
    let says_nothing = |text: &str| {
        let is_zero = text.len() == 36 && text.bytes().all(|byte| matches!(byte, b'0' | b'-'));
        is_zero || text.to_ascii_lowercase().starts_with(HASH_OF_EMPTY)
    };
    match value {
        Value::String(text) => !says_nothing(text),
        Value::Array(values) => values.iter().any(is_usable),
        _ => true,
    }
}

/// A SHA-256 digest, with the appendix of Meta's parameter builder or without.
fn is_digest(text: &str) -> bool {
    let (digest, appendix) = text.split_once('.').map_or((text, None), |(digest, appendix)| (digest, Some(appendix)));
    digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit()) && appendix.is_none_or(is_appendix)
}

fn is_appendix(text: &str) -> bool {
    matches!(text.len(), 2 | 8) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

fn is_plain(value: &Value) -> bool {
    value.as_str().is_some_and(|text| !text.is_empty())
}

/// An address, with the appendix of Meta's parameter builder or without.
fn is_ip(value: &Value) -> bool {
    let is_ip = |text: &str| text.parse::<IpAddr>().is_ok();
    value.as_str().is_some_and(|text| {
        is_ip(text) || text.rsplit_once('.').is_some_and(|(address, appendix)| is_ip(address) && is_appendix(appendix))
    })
}

/// `fb`, an index, milliseconds and a rest.
fn is_of_browser(value: &Value) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = value.as_str().unwrap_or_default().splitn(4, '.').collect();
    matches!(parts[..], ["fb", index, millis, rest] if is_number(index) && is_number(millis) && !rest.is_empty())
}

fn is_uuid(value: &Value) -> bool {
    let lengths = value.as_str().unwrap_or_default().split('-').map(|part| (part.len(), part.bytes().all(|byte| byte.is_ascii_hexdigit())));
    lengths.eq([8, 4, 4, 4, 12].map(|length| (length, true)))
}
