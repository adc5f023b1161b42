//! Third-party sharing: <https://dev.adjust.com/en/api/s2s-api/s2s-third-party-sharing>.

use serde_json::Value;

use super::{
    errors::{BAD_REQUEST, Refusal},
    fields::{self, Parameters},
};

pub(super) fn check(parameters: &Parameters) -> Result<(), Refusal> {
    if !parameters.contains_key("sharing") {
        return Err(BAD_REQUEST.because("missing_sharing"));
    }
    fields::one_of(parameters, "sharing", &["enable", "disable"], "invalid_sharing")?;
    options(parameters, "partner_sharing_settings", "invalid_partner_sharing_settings", Value::is_boolean)?;
    options(parameters, "granular_third_party_sharing_options", "invalid_granular_options", Value::is_string)
}

/// Options of partners. How they are encoded is not documented: here as the SDK does it, by partner and
/// key, or as a list of objects with the keys that the page names.
fn options(parameters: &Parameters, name: &str, rule: &'static str, is_value: fn(&Value) -> bool) -> Result<(), Refusal> {
    let Some(text) = parameters.get(name) else { return Ok(()) };
    let is_of_partner = |options: &Value| options.as_object().is_some_and(|options| options.values().all(is_value));
    let is_entry = |entry: &Value| {
        let is_text = |key: &str| entry.get(key).is_some_and(Value::is_string);
        is_text("partnerName") && is_text("key") && entry.get("value").is_some_and(is_value)
    };
    let is_valid = match serde_json::from_str(text) {
        Ok(Value::Object(partners)) => partners.values().all(is_of_partner),
        Ok(Value::Array(entries)) => entries.iter().all(is_entry),
        _ => false,
    };
    if is_valid { Ok(()) } else { Err(BAD_REQUEST.because(rule)) }
}
