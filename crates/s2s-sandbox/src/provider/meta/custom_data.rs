//! What an event is about.
//!
//! Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>

use serde_json::Value;

use super::{
    app_data::is_flag,
    errors::{INVALID, NO_VALUE, Refusal},
    event::only,
};
use crate::provider::json::{Object, absent_or, ensure, has_text};

type Test = fn(&Value) -> bool;

/// The documented keys, the shape of each, and the rule of another one. Any other key is a property of
/// the sender's own.
const KEYS: &[(&str, Test, &str)] = &[
    ("value", is_amount, "invalid_value"),
    ("currency", is_currency, "invalid_currency"),
    ("order_id", Value::is_string, "invalid_order_id"),
    ("content_ids", is_texts, "invalid_content_ids"),
    ("content_type", |value| matches!(value.as_str(), Some("product" | "product_group")), "invalid_content_type"),
    ("content_name", Value::is_string, "invalid_content_name"),
    ("content_category", Value::is_string, "invalid_content_category"),
    ("num_items", Value::is_u64, "invalid_num_items"),
    ("search_string", Value::is_string, "invalid_search_string"),
    ("predicted_ltv", is_amount, "invalid_predicted_ltv"),
    ("net_revenue", is_amount, "invalid_net_revenue"),
    ("delivery_category", is_delivery, "invalid_delivery_category"),
    ("status", Value::is_string, "invalid_status"),
    ("registration_method", Value::is_string, "invalid_registration_method"),
    ("description", Value::is_string, "invalid_description"),
    ("level", Value::is_string, "invalid_level"),
    ("max_rating_value", is_amount, "invalid_max_rating_value"),
    ("success", is_flag, "invalid_success"),
    ("payment_info_available", is_flag, "invalid_payment_info_available"),
    ("ad_type", Value::is_string, "invalid_ad_type"),
];

const CONTENTS: &str = "contents";
const OF_CONTENT: &[&str] = &["id", "quantity", "item_price", "title", "description", "brand", "category", "delivery_category"];

pub(super) fn check(position: usize, name: &str, custom: Option<&Object>) -> Result<(), Refusal> {
    if name == "Purchase" {
        let has = |key| custom.is_some_and(|custom| custom.contains_key(key));
        if !has("value") {
            return Err(NO_VALUE.because("purchase_without_value"));
        }
        if !has("currency") {
            return Err(INVALID.because("purchase_without_currency"));
        }
    }
    let Some(custom) = custom else { return Ok(()) };
    for (key, value) in custom {
        match KEYS.iter().find(|(own, ..)| own == key) {
            Some((_, is_valid, _)) if is_valid(value) => {}
            Some((_, _, rule)) => return Err(INVALID.because(rule)),
            None if key == CONTENTS => contents(position, value)?,
            None if value.is_string() || value.is_number() => {}
            None => return Err(INVALID.because("invalid_custom_property")),
        }
    }
    Ok(())
}

fn contents(position: usize, value: &Value) -> Result<(), Refusal> {
    let contents = value.as_array().ok_or(INVALID.because("invalid_contents"))?;
    contents.iter().enumerate().try_for_each(|(place, content)| {
        let content = content.as_object().ok_or(INVALID.because("invalid_contents"))?;
        only(content, OF_CONTENT, &format!("[{position}]['custom_data']['contents'][{place}]"))?;
        of_content(content).map_err(|rule| INVALID.because(rule))
    })
}

fn of_content(content: &Object) -> Result<(), &'static str> {
    ensure(has_text(content, "id"), "content_without_id")?;
    ensure(content.contains_key("quantity"), "content_without_quantity")?;
    ensure(absent_or(content, "quantity", Value::is_u64), "invalid_content_quantity")?;
    ensure(absent_or(content, "item_price", is_amount), "invalid_content_price")?;
    ensure(absent_or(content, "delivery_category", is_delivery), "invalid_delivery_category")?;
    ensure(["title", "description", "brand", "category"].iter().all(|key| absent_or(content, key, Value::is_string)), "invalid_content_text")
}

/// A number. The sample of an app event has a text, the others have none.
fn is_amount(value: &Value) -> bool {
    let is_decimal = |text: &str| {
        let text = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    value.is_number() || value.as_str().is_some_and(is_decimal)
}

/// Samples have both cases.
fn is_currency(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

fn is_texts(value: &Value) -> bool {
    value.as_array().is_some_and(|values| values.iter().all(Value::is_string))
}

fn is_delivery(value: &Value) -> bool {
    matches!(value.as_str(), Some("in_store" | "curbside" | "home_delivery"))
}
