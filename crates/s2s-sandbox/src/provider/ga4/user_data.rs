//! User-provided data, which the sender hashes: Google does not do it for this protocol.
//!
//! Source: <https://developers.google.com/analytics/devguides/collection/ga4/uid-data>

use serde_json::Value;

use crate::provider::json::{Object, absent_or};

/// What a sender gets that hashes nothing.
const HASH_OF_EMPTY: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

const HASHED_LISTS: &[&str] = &["sha256_email_address", "sha256_phone_number"];
const HASHED_OF_ADDRESS: &[&str] = &["sha256_first_name", "sha256_last_name", "sha256_street"];
const PLAIN_OF_ADDRESS: &[&str] = &["city", "region", "postal_code", "country"];

/// All members that hold personal data.
pub(super) fn personal() -> impl Iterator<Item = &'static str> {
    [HASHED_LISTS, HASHED_OF_ADDRESS, PLAIN_OF_ADDRESS].into_iter().flatten().copied()
}

pub(super) fn is_user_data(value: &Value) -> bool {
    let is_list = |value: &Value| value.as_array().is_some_and(|digests| digests.iter().all(is_digest));
    let is_addresses = |value: &Value| {
        let addresses = value.as_array();
        addresses.is_some_and(|addresses| addresses.iter().all(|address| address.as_object().is_some_and(is_address)))
    };
    value.as_object().is_some_and(|data| {
        HASHED_LISTS.iter().all(|name| data.get(*name).is_none_or(is_list)) && data.get("address").is_none_or(is_addresses)
    })
}

fn is_address(address: &Object) -> bool {
    HASHED_OF_ADDRESS.iter().all(|name| absent_or(address, name, is_digest))
        && PLAIN_OF_ADDRESS.iter().all(|name| absent_or(address, name, Value::is_string))
}

/// A SHA-256 digest in lower case, as in every sample. Whether upper case is understood is not
/// documented.
fn is_digest(value: &Value) -> bool {
    value
        .as_str()
        .is_some_and(|text| text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) && text != HASH_OF_EMPTY)
}
