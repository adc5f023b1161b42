//! The parts of a body that hold for all of its events.
//!
//! Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference#json_post_body>

use std::net::IpAddr;

use serde_json::Value;

use super::{
    config::Sort,
    finding::{
        Effect, Finding, Rule,
        ValidationCode::{ExceededMaxEntities, ValueInvalid, ValueOutOfBounds, ValueRequired},
    },
    names,
    user_data::is_user_data,
};
use crate::provider::json::{Object, absent_or, has_text};

pub(super) const APP_INSTANCE_ID: &str = "app_instance_id";
pub(super) const CLIENT_ID: &str = "client_id";
const MAX_USER_PROPERTIES: usize = 25;
const MAX_USER_PROPERTY: usize = 36;

type Test = fn(&Value) -> bool;

/// Optional members, the shape of each and its rule. Google's documentation does not say what
/// becomes of another shape; it is ignored here, as what exceeds a limit is.
const MEMBERS: &[(&str, Test, &str)] = &[
    ("user_id", |value| is_text_of(value, |text| (1..=256).contains(&text.chars().count())), "invalid_user_id"),
    ("user_data", is_user_data, "invalid_user_data"),
    ("consent", is_consent, "invalid_consent"),
    ("user_location", is_user_location, "invalid_user_location"),
    ("device", is_device, "invalid_device"),
    ("ip_override", |value| is_text_of(value, |text| text.parse::<IpAddr>().is_ok()), "invalid_ip_override"),
    ("user_agent", Value::is_string, "invalid_user_agent"),
    ("non_personalized_ads", Value::is_boolean, "invalid_non_personalized_ads"),
    ("validation_behavior", |value| matches!(value.as_str(), Some("RELAXED" | ENFORCE)), "invalid_validation_behavior"),
];

const ENFORCE: &str = "ENFORCE_RECOMMENDATIONS";

/// Whether a body asks for the strict validation.
pub(super) fn enforces(body: &Object) -> bool {
    body.get("validation_behavior").and_then(Value::as_str) == Some(ENFORCE)
}

/// Checks everything in a body but its events, and takes out of it what Google ignores.
pub(super) fn check(stream: Option<Sort>, body: &mut Object) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(identifier(stream, body));
    for (name, is_valid, rule) in MEMBERS {
        if !absent_or(body, name, *is_valid) {
            body.remove(*name);
            findings.push(ignored((rule, ValueInvalid), name, format!("The request has an invalid [{name}].")));
        }
    }
    match body.get_mut(USER_PROPERTIES) {
        None => {}
        Some(Value::Object(properties)) => user_properties(properties, &mut findings),
        Some(_) => {
            body.remove(USER_PROPERTIES);
            findings.push(ignored(("invalid_user_property", ValueInvalid), USER_PROPERTIES, "The user properties are not an object."));
        }
    }
    findings
}

/// The identifier that belongs to the stream. A validation without a stream takes either.
fn identifier(stream: Option<Sort>, body: &Object) -> Option<Finding> {
    let lost = |rule, path, text: &str| Some(Finding::new(Effect::Lost, rule, path, text));
    let stream = stream.unwrap_or(if body.contains_key(APP_INSTANCE_ID) { Sort::App } else { Sort::Web });
    let is_given = |name| body.contains_key(name);
    match stream {
        Sort::App if !is_given(APP_INSTANCE_ID) => {
            lost(("missing_app_instance_id", ValueRequired), APP_INSTANCE_ID, "The request has no app_instance_id.")
        }
        Sort::App if !absent_or(body, APP_INSTANCE_ID, is_app_instance_id) => {
            lost(("invalid_app_instance_id", ValueInvalid), APP_INSTANCE_ID, "The app_instance_id is not 32 hexadecimal digits.")
        }
        Sort::App if is_given(CLIENT_ID) => {
            lost(("client_id_on_app_stream", ValueInvalid), CLIENT_ID, "The client_id is for web streams alone.")
        }
        Sort::Web if !is_given(CLIENT_ID) => lost(("missing_client_id", ValueRequired), CLIENT_ID, "The request has no client_id."),
        Sort::Web if !has_text(body, CLIENT_ID) => lost(("invalid_client_id", ValueInvalid), CLIENT_ID, "The client_id is not a text."),
        Sort::Web if is_given(APP_INSTANCE_ID) => {
            lost(("app_instance_id_on_web_stream", ValueInvalid), APP_INSTANCE_ID, "The app_instance_id is for app streams alone.")
        }
        Sort::App | Sort::Web => None,
    }
}

const USER_PROPERTIES: &str = "user_properties";

fn user_properties(properties: &mut Object, findings: &mut Vec<Finding>) {
    let mut count = 0;
    properties.retain(|name, property| {
        if let Err((rule, text)) = user_property(name, property) {
            findings.push(ignored(rule, USER_PROPERTIES, text));
            return false;
        }
        count += 1;
        count <= MAX_USER_PROPERTIES
    });
    if count > MAX_USER_PROPERTIES {
        let rule = ("too_many_user_properties", ExceededMaxEntities);
        findings.push(ignored(rule, USER_PROPERTIES, "There are more than 25 user properties."));
    }
}

fn user_property(name: &str, property: &Value) -> Result<(), (Rule, String)> {
    names::check(&names::USER_PROPERTY, name).map_err(|(rule, why)| (rule, format!("Invalid user property name [{name}]. {why}")))?;
    let is_timed = property.get("timestamp_micros").is_none_or(Value::is_i64);
    match property.get("value") {
        Some(Value::String(text)) if text.chars().count() > MAX_USER_PROPERTY => {
            Err((("user_property_value_too_long", ValueOutOfBounds), format!("User property [{name}] has too long a value.")))
        }
        Some(Value::String(_) | Value::Number(_) | Value::Bool(_)) if is_timed => Ok(()),
        _ => Err((("invalid_user_property", ValueInvalid), format!("User property [{name}] is not an object with a value."))),
    }
}

fn ignored(rule: Rule, path: &'static str, text: impl Into<String>) -> Finding {
    Finding::new(Effect::Changed, rule, path, text)
}

fn is_text_of(value: &Value, check: impl Fn(&str) -> bool) -> bool {
    value.as_str().is_some_and(check)
}

fn is_app_instance_id(value: &Value) -> bool {
    is_text_of(value, |text| text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// gtag's lower case is not documented here.
fn is_consent(value: &Value) -> bool {
    let is_choice = |value: &Value| matches!(value.as_str(), Some("GRANTED" | "DENIED"));
    value.as_object().is_some_and(|consent| ["ad_user_data", "ad_personalization"].iter().all(|name| absent_or(consent, name, is_choice)))
}

fn is_user_location(value: &Value) -> bool {
    let is_area = |value: &Value| is_text_of(value, |text| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit()));
    let is_country = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_part = |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    let is_region = |text: &str| text.split_once('-').is_some_and(|(country, part)| is_country(country) && is_part(part));
    value.as_object().is_some_and(|location| {
        absent_or(location, "city", Value::is_string)
            && location.get("region_id").is_none_or(|value| is_text_of(value, is_region))
            && location.get("country_id").is_none_or(|value| is_text_of(value, is_country))
            && ["subcontinent_id", "continent_id"].iter().all(|name| location.get(*name).is_none_or(is_area))
    })
}

fn is_device(value: &Value) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_resolution = |text: &str| text.split_once('x').is_some_and(|(width, height)| is_number(width) && is_number(height));
    value.as_object().is_some_and(|device| {
        device.values().all(Value::is_string) && device.get("screen_resolution").is_none_or(|value| is_text_of(value, is_resolution))
    })
}
