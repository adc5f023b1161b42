//! The rules of one event.
//!
//! Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>

use serde_json::Value;

use super::{
    app_data,
    config::Dataset,
    custom_data,
    errors::{INVALID, LIMITED_DATA_USE, Refusal, TOO_OLD},
    user_data,
};
use crate::provider::json::{FIRST_MILLISECOND, Object, ensure, has_text};

const DAY: i64 = 24 * 60 * 60;
const MAX_AGE: i64 = 7 * DAY;
const MAX_AGE_IN_STORES: i64 = 62 * DAY;

const SOURCES: &[&str] =
    &["email", "website", "app", "phone_call", "chat", "physical_store", "system_generated", "business_messaging", "other"];

const USER_DATA: &str = "user_data";
const APP_DATA: &str = "app_data";
const CUSTOM_DATA: &str = "custom_data";
const OPTIONS: &str = "data_processing_options";
const COUNTRY: &str = "data_processing_options_country";
const STATE: &str = "data_processing_options_state";

/// The documented keys. Another one refuses the request.
const KEYS: &[&str] = &[
    "event_name",
    "event_time",
    "event_id",
    "action_source",
    "event_source_url",
    "referrer_url",
    "opt_out",
    OPTIONS,
    COUNTRY,
    STATE,
    "customer_segmentation",
    "original_event_data",
    USER_DATA,
    APP_DATA,
    CUSTOM_DATA,
];

/// Keys whose values are texts, and the rule of another value.
const TEXTS: &[(&str, &str)] = &[
    ("event_id", "invalid_event_id"),
    ("event_source_url", "invalid_event_source_url"),
    ("referrer_url", "invalid_referrer_url"),
    ("customer_segmentation", "invalid_customer_segmentation"),
];

const OF_ORIGINAL: &[&str] = &["event_name", "event_time", "order_id", "event_id"];

/// Checks an event. `now` is in Unix seconds.
pub(super) fn check(dataset: &Dataset, position: usize, event: &Value, now: i64) -> Result<(), Refusal> {
    let event = event.as_object().ok_or(INVALID.because("invalid_event"))?;
    only(event, KEYS, &format!("[{position}]"))?;
    shape(event).map_err(|rule| INVALID.because(rule))?;
    let source = event.get("action_source").and_then(Value::as_str).unwrap_or_default();
    time(event, source, now)?;
    original(position, event)?;
    let user = member(event, USER_DATA, "invalid_user_data")?.ok_or(INVALID.because("missing_user_data"))?;
    user_data::check(position, user)?;
    required(dataset, event, user, source).map_err(|rule| INVALID.because(rule))?;
    if let Some(app) = member(event, APP_DATA, "invalid_app_data")? {
        app_data::check(position, app)?;
    }
    let name = event.get("event_name").and_then(Value::as_str).unwrap_or_default();
    custom_data::check(position, name, member(event, CUSTOM_DATA, "invalid_custom_data")?)?;
    limited_data_use(event, user).map_err(|rule| LIMITED_DATA_USE.because(rule))
}

/// Refuses a key that is not documented.
pub(super) fn only(object: &Object, keys: &[&str], path: &str) -> Result<(), Refusal> {
    object.keys().find(|key| !keys.contains(&key.as_str())).map_or(Ok(()), |key| Err(Refusal::unexpected(key, path)))
}

fn member<'e>(event: &'e Object, key: &str, rule: &'static str) -> Result<Option<&'e Object>, Refusal> {
    event.get(key).map(|value| value.as_object().ok_or(INVALID.because(rule))).transpose()
}

fn shape(event: &Object) -> Result<(), &'static str> {
    ensure(event.contains_key("event_name"), "missing_event_name")?;
    ensure(has_text(event, "event_name"), "invalid_event_name")?;
    let source = event.get("action_source").ok_or("missing_action_source")?;
    ensure(source.as_str().is_some_and(|source| SOURCES.contains(&source)), "invalid_action_source")?;
    for (key, rule) in TEXTS {
        ensure(!event.contains_key(*key) || has_text(event, key), rule)?;
    }
    ensure(event.get("opt_out").is_none_or(Value::is_boolean), "invalid_opt_out")
}

/// An event in the future is not documented to be refused.
fn time(event: &Object, source: &str, now: i64) -> Result<(), Refusal> {
    let time = event.get("event_time").ok_or(INVALID.because("missing_event_time"))?;
    let time = time.as_i64().ok_or(INVALID.because("invalid_event_time"))?;
    if u64::try_from(time).is_ok_and(|time| time >= FIRST_MILLISECOND) {
        return Err(INVALID.because("event_time_in_milliseconds"));
    }
    let max_age = if source == "physical_store" { MAX_AGE_IN_STORES } else { MAX_AGE };
    if time < now - max_age { Err(TOO_OLD.because("event_too_old")) } else { Ok(()) }
}

fn original(position: usize, event: &Object) -> Result<(), Refusal> {
    let Some(original) = member(event, "original_event_data", "invalid_original_event_data")? else { return Ok(()) };
    only(original, OF_ORIGINAL, &format!("[{position}]['original_event_data']"))?;
    let is_valid = original.iter().all(|(key, value)| if key == "event_time" { value.is_i64() } else { value.is_string() });
    if is_valid { Ok(()) } else { Err(INVALID.because("invalid_original_event_data")) }
}

/// What the source of an event requires.
fn required(dataset: &Dataset, event: &Object, user: &Object, source: &str) -> Result<(), &'static str> {
    ensure(source == "app" || !user.contains_key("anon_id"), "anon_id_without_app")?;
    match source {
        "website" => {
            ensure(event.contains_key("event_source_url"), "missing_event_source_url")?;
            ensure(user.contains_key("client_user_agent"), "missing_client_user_agent")
        }
        "app" => {
            ensure(dataset.app, "dataset_without_app")?;
            ensure(event.contains_key(APP_DATA), "missing_app_data")
        }
        _ => Ok(()),
    }
}

/// Source: <https://developers.facebook.com/documentation/ads-commerce/marketing-api/overview/data-processing-options>
fn limited_data_use(event: &Object, user: &Object) -> Result<(), &'static str> {
    let options = match event.get(OPTIONS) {
        None => None,
        Some(Value::Array(options)) if options.iter().all(|option| option == "LDU") => Some(options),
        Some(_) => return Err("invalid_data_processing_options"),
    };
    let (country, state) = (event.get(COUNTRY), event.get(STATE));
    ensure(country.is_none_or(|country| matches!(country.as_i64(), Some(0 | 1))), "invalid_data_processing_country")?;
    ensure(state.is_none_or(|state| matches!(state.as_i64(), Some(0 | 1_000..=1_013))), "invalid_data_processing_state")?;
    ensure(country.is_some() == state.is_some(), "data_processing_country_or_state_alone")?;
    ensure(country.is_none() || options.is_some(), "data_processing_place_without_options")?;
    let is_limited = options.is_some_and(|options| !options.is_empty());
    ensure(!is_limited || country.is_some() || user.contains_key("client_ip_address"), "missing_data_processing_place")
}
