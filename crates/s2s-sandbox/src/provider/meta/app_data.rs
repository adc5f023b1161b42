//! What an event says of its app.
//!
//! Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data>

use serde_json::Value;

use super::{
    errors::{INVALID, Refusal},
    event::only,
};
use crate::provider::json::{Object, absent_or, ensure, has_text};

const ADVERTISER_TRACKING: &str = "advertiser_tracking_enabled";
const APPLICATION_TRACKING: &str = "application_tracking_enabled";
const TEXTS: [&str; 5] = ["campaign_ids", "install_referrer", "installer_package", "vendor_id", "windows_attribution_id"];
/// "Exactly 16", and a missing value is an empty text.
const EXTINFO: usize = 16;

pub(super) fn check(position: usize, app: &Object) -> Result<(), Refusal> {
    let keys: Vec<&str> = [ADVERTISER_TRACKING, APPLICATION_TRACKING, "extinfo", "url_schemes"].into_iter().chain(TEXTS).collect();
    only(app, &keys, &format!("[{position}]['app_data']"))?;
    shape(app).map_err(|rule| INVALID.because(rule))
}

fn shape(app: &Object) -> Result<(), &'static str> {
    ensure(app.contains_key(ADVERTISER_TRACKING), "missing_advertiser_tracking_enabled")?;
    ensure(absent_or(app, ADVERTISER_TRACKING, is_flag), "invalid_advertiser_tracking_enabled")?;
    ensure(absent_or(app, APPLICATION_TRACKING, is_flag), "invalid_application_tracking_enabled")?;
    let values = app.get("extinfo").ok_or("missing_extinfo")?.as_array().ok_or("invalid_extinfo")?;
    let values: Vec<&str> = values.iter().map(Value::as_str).collect::<Option<_>>().ok_or("invalid_extinfo")?;
    ensure(values.len() == EXTINFO, "extinfo_without_16_values")?;
    ensure(matches!(values.first(), Some(&("a2" | "i2"))), "invalid_extinfo_version")?;
    ensure(values.get(4).is_some_and(|version| !version.is_empty()), "missing_extinfo_os_version")?;
    ensure(TEXTS.iter().all(|key| !app.contains_key(*key) || has_text(app, key)), "invalid_app_data_text")?;
    let is_list = |value: &Value| value.as_array().is_some_and(|schemes| schemes.iter().all(Value::is_string));
    ensure(absent_or(app, "url_schemes", is_list), "invalid_url_schemes")
}

/// 0 or 1, which is how all samples have it.
pub(super) fn is_flag(value: &Value) -> bool {
    matches!(value.as_u64(), Some(0 | 1))
}
