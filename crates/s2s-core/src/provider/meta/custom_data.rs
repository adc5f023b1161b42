//! What happened, and what it is worth.

use crate::encode;
use crate::encode::json::{Array, Object};
use crate::issue::{Code, Report};
use crate::provider::record::has_field;
use crate::provider::rules;
use crate::value::lend::ListRef;
use crate::value::text::{self, Kind};
use crate::value::{Json, Pairs, currency};

use super::event::{MetaContentFields, MetaCustomDataFields};
use super::members;
use super::{Content, CustomData};

const CONTENT_TYPES: &[&str] = &["product", "product_group"];
const DELIVERY_CATEGORIES: &[&str] = &["in_store", "curbside", "home_delivery"];

/// Fields that an event named `Purchase` requires.
/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data>
pub(super) const OF_PURCHASE: [&str; 2] = ["value", "currency"];

/// Appends what happened.
pub(super) fn write(report: &mut Report, data: &dyn MetaCustomDataFields, is_purchase: bool, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    members::money(report, "value", data.value(), &mut object);
    currency(report, data.currency(), &mut object);
    members::identifier(report, "order_id", data.order_id(), &mut object);
    if let Some(list) = data.contents() {
        contents(report, list, object.key("contents"));
    }
    members::texts(report, "content_ids", data.content_ids(), &mut object);
    if let Some(word) = members::choice(report, "content_type", data.content_type(), CONTENT_TYPES) {
        object.text("content_type", word);
    }
    members::free(report, "content_name", data.content_name(), &mut object);
    members::free(report, "content_category", data.content_category(), &mut object);
    members::natural(report, "num_items", data.num_items(), &mut object);
    members::free(report, "search_string", data.search_string(), &mut object);
    members::money(report, "predicted_ltv", data.predicted_ltv(), &mut object);
    members::money(report, "net_revenue", data.net_revenue(), &mut object);
    delivery_category(report, data.delivery_category(), &mut object);
    members::free(report, "status", data.status(), &mut object);
    members::free(report, "registration_method", data.registration_method(), &mut object);
    members::free(report, "description", data.description(), &mut object);
    members::free(report, "level", data.level(), &mut object);
    members::number(report, "max_rating_value", data.max_rating_value(), &mut object);
    members::flag("success", data.success(), &mut object);
    members::flag("payment_info_available", data.payment_info_available(), &mut object);
    members::free(report, "ad_type", data.ad_type(), &mut object);
    if let Some(pairs) = data.properties() {
        properties(report, pairs, &mut object);
    }
    object.end();
    rules::not_empty(report, is_empty(data));
    if is_purchase {
        rules::required(report, "value", data.value().is_some());
        rules::required(report, "currency", data.currency().is_some());
    }
}

fn is_empty(data: &dyn MetaCustomDataFields) -> bool {
    let texts = [
        data.currency(),
        data.order_id(),
        data.content_type(),
        data.content_name(),
        data.content_category(),
        data.search_string(),
        data.delivery_category(),
        data.status(),
        data.registration_method(),
        data.description(),
        data.level(),
        data.ad_type(),
    ];
    let numbers = [data.value(), data.predicted_ltv(), data.net_revenue(), data.max_rating_value()];
    texts.iter().all(Option::is_none)
        && numbers.iter().all(Option::is_none)
        && data.success().or(data.payment_info_available()).is_none()
        && data.num_items().is_none()
        && data.contents().is_none()
        && data.content_ids().is_none()
        && data.properties().is_none()
}

fn currency(report: &mut Report, given: Option<&str>, object: &mut Object<'_>) {
    let Some(given) = text::optional(report, "currency", Kind::Free, given) else { return };
    match currency::parse(given) {
        Some(code) => object.text("currency", &encode::text(&code)),
        None => report.issue("currency", Code::InvalidCurrency, "must be three letters (ISO 4217)"),
    }
}

fn delivery_category(report: &mut Report, given: Option<&str>, object: &mut Object<'_>) {
    if let Some(word) = members::choice(report, "delivery_category", given, DELIVERY_CATEGORIES) {
        object.text("delivery_category", word);
    }
}

fn contents(report: &mut Report, list: ListRef<'_, Content>, out: &mut Vec<u8>) {
    const FIELD: &str = "contents";
    rules::not_empty_list(report, FIELD, list.len());
    let mut array = Array::begin(out);
    report.each(FIELD, list, |report, own| content(report, own, array.item()));
    array.end();
}

fn content(report: &mut Report, content: &dyn MetaContentFields, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    if let Some(id) = text::required(report, "id", Kind::Identifier, content.id()) {
        object.text("id", id);
    }
    rules::required(report, "quantity", content.quantity().is_some());
    members::natural(report, "quantity", content.quantity(), &mut object);
    members::money(report, "item_price", content.item_price(), &mut object);
    let texts =
        [("title", content.title()), ("description", content.description()), ("brand", content.brand()), ("category", content.category())];
    for (field, given) in texts {
        members::free(report, field, given, &mut object);
    }
    delivery_category(report, content.delivery_category(), &mut object);
    object.end();
}

/// Appends properties of the caller's own.
fn properties(report: &mut Report, pairs: &Pairs<Json>, object: &mut Object<'_>) {
    const FIELD: &str = "properties";
    rules::named(report, FIELD, pairs.as_slice().iter().map(|(name, _)| name.as_str()));
    rules::unique_keys(report, FIELD, pairs.repeated());
    for (name, value) in pairs.as_slice() {
        if name.as_str() != FIELD && has_field::<CustomData>(name) {
            report.entry_issue(FIELD, name, Code::ReservedField, "has a field of its own here");
        }
        match value {
            Json::Null => report.entry_issue(FIELD, name, Code::NullValue, "must not be null; leave it out instead"),
            Json::Number(number) => {
                if let Err(code) = number.check_json() {
                    report.entry_issue(FIELD, name, code, "is not a number of JSON");
                }
            }
            Json::String(_) => {}
            Json::Bool(_) | Json::Array(_) | Json::Object(_) => {
                report.entry_issue(FIELD, name, Code::WrongType, "must be a text or a number");
            }
        }
        object.value(name, value);
    }
}
