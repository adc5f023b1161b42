//! What an event is about.

use crate::encode::{self, integer};
use crate::encode::json::{self, Array, Object};
use crate::issue::{Code, Report};
use crate::provider::record::has_field;
use crate::provider::rules;
use crate::value::lend::ListRef;
use crate::value::text::{self, Kind};
use crate::value::{Json, NumberRef, Pairs, Text, currency};

use super::event::{TikTokContentFields, TikTokPropertiesFields};
use super::{Content, EventSource, Properties, Settings, UnlistedCurrency};

/// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
const CURRENCIES: [&str; 62] = [
    "AED", "ARS", "AUD", "BDT", "BHD", "BIF", "BOB", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CRC", "CZK", "DKK", "DZD", "EGP", "EUR",
    "GBP", "GTQ", "HKD", "HNL", "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KES", "KHR", "KRW", "KWD", "KZT", "MAD", "MOP", "MXN", "MYR",
    "NGN", "NIO", "NOK", "NZD", "OMR", "PEN", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD",
    "UAH", "USD", "VES", "VND", "ZAR",
];

/// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
const CONTENT_TYPES: &[&str] = &["product", "product_group"];

/// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
const CUSTOMER_TYPES: &[&str] = &["new", "returning"];

/// Appends the properties.
pub(super) fn write(settings: &Settings, properties: &dyn TikTokPropertiesFields, report: &mut Report, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    amount(report, "value", properties.value(), &mut object);
    write_currency(settings, report, properties.currency(), &mut object);
    if properties.value().is_some() && !report.has("value") && !rules::is_given(report, "currency", properties.currency()) {
        report.issue("currency", Code::Missing, "is required with `value`");
    }
    choice(report, "content_type", properties.content_type(), CONTENT_TYPES, &mut object);
    free_text(report, "description", properties.description(), &mut object);
    if let Some(list) = properties.contents() {
        contents(report, list, object.key("contents"));
    }
    if let Some(list) = properties.content_ids() {
        content_ids(report, list, object.key("content_ids"));
    }
    count(report, "num_items", properties.num_items(), &mut object);
    free_text(report, "search_string", properties.search_string(), &mut object);
    identifier(report, "order_id", properties.order_id(), &mut object);
    identifier(report, "shop_id", properties.shop_id(), &mut object);
    match (properties.customer_type(), settings.source) {
        (Some(_), EventSource::Offline | EventSource::Crm) => {
            report.issue("customer_type", Code::Conflict, "is not a field of this `event_source`");
        }
        (given, _) => choice(report, "customer_type", given, CUSTOMER_TYPES, &mut object),
    }
    free_text(report, "content_category", properties.content_category(), &mut object);
    amount(report, "predicted_ltv", properties.predicted_ltv(), &mut object);
    free_text(report, "delivery_category", properties.delivery_category(), &mut object);
    free_text(report, "status", properties.status(), &mut object);
    if let Some(pairs) = properties.params() {
        params(report, pairs, &mut object);
    }
    object.end();
    rules::not_empty(report, is_empty(properties));
}

fn is_empty(properties: &dyn TikTokPropertiesFields) -> bool {
    let texts = [
        properties.currency(),
        properties.content_type(),
        properties.description(),
        properties.search_string(),
        properties.order_id(),
        properties.shop_id(),
        properties.customer_type(),
        properties.content_category(),
        properties.delivery_category(),
        properties.status(),
    ];
    texts.iter().all(Option::is_none)
        && properties.value().is_none()
        && properties.contents().is_none()
        && properties.content_ids().is_none()
        && properties.num_items().is_none()
        && properties.predicted_ltv().is_none()
        && properties.params().is_none_or(|pairs| pairs.as_slice().is_empty())
}

fn contents(report: &mut Report, list: ListRef<'_, Content>, out: &mut Vec<u8>) {
    const FIELD: &str = "contents";
    if list.len() == 0 {
        report.issue(FIELD, Code::Empty, "is empty; leave it out instead");
    }
    let mut array = Array::begin(out);
    report.each(FIELD, list, |report, own| content(report, own, array.item()));
    array.end();
}

fn content(report: &mut Report, content: &dyn TikTokContentFields, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    amount(report, "price", content.price(), &mut object);
    count(report, "quantity", content.quantity(), &mut object);
    identifier(report, "content_id", content.content_id(), &mut object);
    let texts = [
        ("content_name", content.content_name()),
        ("content_category", content.content_category()),
        ("brand", content.brand()),
    ];
    for (field, given) in texts {
        free_text(report, field, given, &mut object);
    }
    object.end();
    let has_number = content.price().is_some() || content.quantity().is_some();
    rules::not_empty(report, !has_number && content.content_id().is_none() && texts.iter().all(|(_, given)| given.is_none()));
}

fn content_ids(report: &mut Report, list: ListRef<'_, Text>, out: &mut Vec<u8>) {
    const FIELD: &str = "content_ids";
    if list.len() == 0 {
        report.issue(FIELD, Code::Empty, "is empty; leave it out instead");
    }
    let mut array = Array::begin(out);
    report.each(FIELD, list, |report, id| {
        if let Some(id) = text::optional(report, "", Kind::Identifier, Some(id)) {
            json::string(array.item(), id);
        }
    });
    array.end();
}

/// Appends an amount of money, as a number.
fn amount(report: &mut Report, field: &str, given: Option<NumberRef<'_>>, object: &mut Object<'_>) {
    let Some(given) = given else { return };
    rules::float_noise(report, field, given);
    match rules::amount(given) {
        Ok(amount) => amount.write(object.key(field)),
        Err((code, message)) => report.issue(field, code, message),
    }
}

fn write_currency(settings: &Settings, report: &mut Report, given: Option<&str>, object: &mut Object<'_>) {
    const FIELD: &str = "currency";
    let Some(given) = text::optional(report, FIELD, Kind::Free, given) else { return };
    let Some(code) = currency::parse(given) else {
        return report.issue(FIELD, Code::InvalidCurrency, "must be three letters (ISO 4217)");
    };
    let code = encode::text(&code);
    if !CURRENCIES.contains(&&*code) {
        match settings.unlisted_currency {
            UnlistedCurrency::Warn => report.warning(FIELD, Code::CurrencyNotListed, "is not among the currencies that TikTok lists"),
            UnlistedCurrency::Refuse => report.issue(FIELD, Code::InvalidCurrency, "is not among the currencies that TikTok lists"),
        }
    }
    object.text(FIELD, &code);
}

fn count(report: &mut Report, field: &str, given: Option<i64>, object: &mut Object<'_>) {
    let Some(number) = given else { return };
    if number < 0 {
        report.issue(field, Code::OutOfRange, "must not be negative");
    }
    integer(object.key(field), number);
}

fn choice(report: &mut Report, field: &str, given: Option<&str>, documented: &'static [&'static str], object: &mut Object<'_>) {
    if let Some(word) = rules::choice(report, field, given, documented) {
        object.text(field, word);
    }
}

fn free_text(report: &mut Report, field: &str, given: Option<&str>, object: &mut Object<'_>) {
    if let Some(text) = text::optional(report, field, Kind::Free, given) {
        object.text(field, text);
    }
}

fn identifier(report: &mut Report, field: &str, given: Option<&str>, object: &mut Object<'_>) {
    if let Some(text) = text::optional(report, field, Kind::Identifier, given) {
        object.text(field, text);
    }
}

/// Appends properties of the caller's.
fn params(report: &mut Report, pairs: &Pairs<Json>, object: &mut Object<'_>) {
    const FIELD: &str = "params";
    rules::unique_keys(report, FIELD, pairs.repeated());
    rules::named(report, FIELD, pairs.as_slice().iter().map(|(name, _)| name.as_str()));
    for (name, value) in pairs.as_slice() {
        if name.as_str() != FIELD && has_field::<Properties>(name) {
            report.entry_issue(FIELD, name, Code::ReservedField, "has a field of its own here");
        }
        match value {
            Json::Null => report.entry_issue(FIELD, name, Code::NullValue, "must not be null; leave it out instead"),
            Json::Array(_) | Json::Object(_) => {
                report.entry_issue(FIELD, name, Code::WrongType, "must be a text, a number or a truth value");
            }
            Json::Number(number) => {
                if let Err(code) = number.check_json() {
                    report.entry_issue(FIELD, name, code, "is not a number of JSON");
                }
            }
            Json::String(_) | Json::Bool(_) => {}
        }
        object.value(name, value);
    }
}
