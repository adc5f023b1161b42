//! The names of events, parameters and user properties.

use crate::issue::Code;

use super::Stream;

/// A name, or the code and the message of its issue.
type Checked = Result<(), (Code, &'static str)>;

/// Maximum number of characters in the name of an event or a parameter.
/// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
const MAX_NAME: usize = 40;

/// Maximum number of characters in the name of a user property.
/// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
const MAX_PROPERTY_NAME: usize = 24;

/// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
const RESERVED_EVENTS: &[&str] = &[
    "ad_activeview",
    "ad_click",
    "ad_exposure",
    "ad_query",
    "ad_reward",
    "adunit_exposure",
    "app_clear_data",
    "app_exception",
    "app_install",
    "app_remove",
    "app_store_refund",
    "app_update",
    "app_upgrade",
    "dynamic_link_app_open",
    "dynamic_link_app_update",
    "dynamic_link_first_open",
    "error",
    "firebase_campaign",
    "firebase_in_app_message_action",
    "firebase_in_app_message_dismiss",
    "firebase_in_app_message_impression",
    "first_open",
    "first_visit",
    "notification_dismiss",
    "notification_foreground",
    "notification_open",
    "notification_receive",
    "notification_send",
    "os_update",
    "session_start",
    "user_engagement",
];

/// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
const OF_APP_STREAMS: [&str; 3] = ["ad_impression", "in_app_purchase", "screen_view"];

/// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
const RESERVED_PARAMS: [&str; 1] = ["firebase_conversion"];
const RESERVED_PARAM_PREFIXES: [&str; 5] = ["_", "firebase_", "ga_", "google_", "gtag."];

/// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
const RESERVED_PROPERTIES: [&str; 5] =
    ["first_open_time", "first_visit_time", "last_deep_link_referrer", "user_id", "first_open_after_install"];
const RESERVED_PROPERTY_PREFIXES: [&str; 4] = ["_", "firebase_", "ga_", "google_"];

/// Checks the name of an event.
pub(super) fn event(name: &str, stream: Stream) -> Checked {
    if RESERVED_EVENTS.contains(&name) {
        return Err((Code::ReservedName, "is a name that Analytics reserves"));
    }
    if stream == Stream::Web && OF_APP_STREAMS.contains(&name) {
        return Err((Code::ReservedName, "is a name that Analytics accepts in app streams only"));
    }
    checked(name, MAX_NAME)
}

/// Checks the name of a parameter.
pub(super) fn param(name: &str) -> Checked {
    not_reserved(name, &RESERVED_PARAMS, &RESERVED_PARAM_PREFIXES)?;
    checked(name, MAX_NAME)
}

/// Checks the name of a user property.
pub(super) fn user_property(name: &str) -> Checked {
    not_reserved(name, &RESERVED_PROPERTIES, &RESERVED_PROPERTY_PREFIXES)?;
    checked(name, MAX_PROPERTY_NAME)
}

fn not_reserved(name: &str, names: &[&str], prefixes: &[&str]) -> Checked {
    let is_reserved = names.contains(&name) || prefixes.iter().any(|prefix| name.starts_with(prefix));
    if is_reserved { Err((Code::ReservedName, "is a name, or begins as names do, that Analytics reserves")) } else { Ok(()) }
}

fn checked(name: &str, max: usize) -> Checked {
    if name.is_empty() {
        return Err((Code::Empty, "is empty"));
    }
    let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) || !name.bytes().all(is_inside) {
        return Err((Code::InvalidName, "must consist of letters, digits and `_`, and begin with a letter"));
    }
    if name.len() > max {
        return Err((Code::TooLong, if max == MAX_NAME { "has more than 40 characters" } else { "has more than 24 characters" }));
    }
    Ok(())
}
