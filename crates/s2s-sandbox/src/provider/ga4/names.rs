//! Names of events, parameters and user properties.
//!
//! Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference#reserved_names>

use super::finding::{
    Rule,
    ValidationCode::{NameInvalid, NameReserved, ValueOutOfBounds},
};

const EVENTS: &[&str] = &[
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

/// Events that app streams alone accept.
const EVENTS_OF_APPS: &[&str] = &["ad_impression", "in_app_purchase", "screen_view"];

const PARAMS: &[&str] = &["firebase_conversion"];
const PREFIXES_OF_PARAMS: &[&str] = &["_", "firebase_", "ga_", "google_", "gtag."];

const USER_PROPERTIES: &[&str] = &["first_open_time", "first_visit_time", "last_deep_link_referrer", "user_id", "first_open_after_install"];
const PREFIXES_OF_USER_PROPERTIES: &[&str] = &["_", "firebase_", "ga_", "google_"];

/// What has a name.
pub(super) struct Kind {
    max_length: usize,
    reserved: &'static [&'static str],
    reserved_prefixes: &'static [&'static str],
    invalid: &'static str,
    too_long: &'static str,
    is_reserved: &'static str,
}

pub(super) const EVENT: Kind = Kind {
    max_length: 40,
    reserved: EVENTS,
    reserved_prefixes: &[],
    invalid: "invalid_event_name",
    too_long: "event_name_too_long",
    is_reserved: "reserved_event_name",
};

pub(super) const PARAM: Kind = Kind {
    max_length: 40,
    reserved: PARAMS,
    reserved_prefixes: PREFIXES_OF_PARAMS,
    invalid: "invalid_param_name",
    too_long: "param_name_too_long",
    is_reserved: "reserved_param_name",
};

pub(super) const USER_PROPERTY: Kind = Kind {
    max_length: 24,
    reserved: USER_PROPERTIES,
    reserved_prefixes: PREFIXES_OF_USER_PROPERTIES,
    invalid: "invalid_user_property_name",
    too_long: "user_property_name_too_long",
    is_reserved: "reserved_user_property",
};

/// The rule that a name breaks, with a sentence for people.
pub(super) fn check(kind: &Kind, name: &str) -> Result<(), (Rule, &'static str)> {
    if kind.reserved.contains(&name) || kind.reserved_prefixes.iter().any(|prefix| name.starts_with(prefix)) {
        return Err(((kind.is_reserved, NameReserved), "The name is reserved."));
    }
    // Letters of other alphabets are not ruled out.
    if !name.starts_with(char::is_alphabetic) {
        return Err(((kind.invalid, NameInvalid), "Names must start with an alphabetic character."));
    }
    if !name.chars().all(|char| char.is_alphanumeric() || char == '_') {
        return Err(((kind.invalid, NameInvalid), "Names must have only alphanumeric characters and underscores."));
    }
    if name.chars().count() > kind.max_length {
        return Err(((kind.too_long, ValueOutOfBounds), "The name is too long."));
    }
    Ok(())
}

/// Whether web streams do not accept an event.
pub(super) fn is_of_apps(event: &str) -> bool {
    EVENTS_OF_APPS.contains(&event)
}
