//! The parameters of an event, and its items.

use crate::encode::{self, integer};
use crate::encode::json::{Array, Object};
use crate::issue::{Code, Report, push_key};
use crate::provider::record::has_field;
use crate::provider::rules;
use crate::value::lend::ListRef;
use crate::value::text::{self, Kind};
use crate::value::{Json, NumberRef, Pairs, currency};

use super::event::{Ga4EventFields, Ga4ItemFields};
use super::{Item, MissingSession, Recommended, Settings, names};

/// "Events can have a maximum of 25 parameters."
/// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
const MAX_PARAMS: usize = 25;

/// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
const MAX_ITEMS: usize = 200;

/// Parameters that have a field of their own, in the order in which they are sent.
const OWN: [&str; 9] =
    ["session_id", "engagement_time_msec", "debug_mode", "transaction_id", "value", "currency", "shipping", "tax", "items"];

/// Parameters whose texts may be longer, or not as long as others of Analytics 360.
/// Source: <https://support.google.com/analytics/answer/9267744>
const LONG: [(&str, usize); 3] = [("page_title", 300), ("page_referrer", 420), ("page_location", 1_000)];

/// Events whose `value` is no money, so that it has no `currency`.
const VIRTUAL_CURRENCY: [&str; 2] = ["spend_virtual_currency", "earn_virtual_currency"];

/// Appends the parameters of an event.
pub(super) fn write(settings: &Settings, event: &impl Ga4EventFields, report: &mut Report, out: &mut Vec<u8>) {
    let mut params = Object::begin(out);
    let mut count = session(settings, event, report, &mut params);
    if event.debug_mode() == Some(true) {
        params.value("debug_mode", &true.into());
        count += 1;
    }
    if let Some(id) = event.transaction_id() {
        count += 1;
        if let Some(id) = short_text(settings, report, "transaction_id", id) {
            params.text("transaction_id", id);
        }
    }
    count += money(event, report, &mut params);
    if let Some(list) = event.items() {
        count += 1;
        items(settings, list, report, params.key("items"));
    }
    if let Some(pairs) = event.params() {
        count += pairs.as_slice().len();
        free(settings, report, pairs, |name| OWN.contains(&name), &mut params);
    }
    params.end();
    if count > MAX_PARAMS {
        report.issue("params", Code::TooManyParams, "an event has at most 25 parameters, those of fields of their own included");
    }
    recommended(settings, event, report);
}

/// What reports need. Returns the number of parameters.
fn session(settings: &Settings, event: &impl Ga4EventFields, report: &mut Report, params: &mut Object<'_>) -> usize {
    let session_id = event.session_id().filter(|id| !matches!(id, Json::Null));
    if let Some(id) = session_id {
        check_session_id(report, id);
        params.value("session_id", id);
    }
    let engagement_time = event.engagement_time_msec();
    if let Some(millis) = engagement_time {
        if millis < 0 {
            report.issue("engagement_time_msec", Code::OutOfRange, "must not be negative");
        }
        integer(params.key("engagement_time_msec"), millis);
    }
    if settings.missing_session == MissingSession::Warn {
        for (field, is_given) in [("session_id", session_id.is_some()), ("engagement_time_msec", engagement_time.is_some())] {
            if !is_given && !report.has(field) {
                report.warning(field, Code::ReportsIncomplete, "is absent: reports such as Realtime may miss the event");
            }
        }
    }
    usize::from(session_id.is_some()) + usize::from(engagement_time.is_some())
}

fn check_session_id(report: &mut Report, id: &Json) {
    const FIELD: &str = "session_id";
    let digits = match id {
        Json::String(text) => text.as_str(),
        Json::Number(number) => number.as_str(),
        _ => return report.issue(FIELD, Code::WrongType, "must be a positive whole number, or a text of its digits"),
    };
    if digits.is_empty() {
        report.issue(FIELD, Code::Empty, "is empty; leave it out instead");
    } else if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        report.issue(FIELD, Code::InvalidNumber, "must consist of digits");
    } else if digits.bytes().all(|byte| byte == b'0') {
        report.issue(FIELD, Code::OutOfRange, "must be positive");
    } else if matches!((id, digits.as_bytes()), (Json::Number(_), [b'0', ..])) {
        report.issue(FIELD, Code::InvalidNumber, "is not a number of JSON");
    }
}

/// What an event is worth. Returns the number of parameters.
fn money(event: &impl Ga4EventFields, report: &mut Report, params: &mut Object<'_>) -> usize {
    let amount = |report: &mut Report, field: &str, given: Option<NumberRef<'_>>, params: &mut Object<'_>| {
        given.into_iter().for_each(|given| rules::float_noise(report, field, given));
        number(report, field, given, params);
        usize::from(given.is_some())
    };
    let mut count = amount(report, "value", event.value(), params);
    currency(report, event.currency(), params);
    count += usize::from(event.currency().is_some());
    count += amount(report, "shipping", event.shipping(), params);
    count += amount(report, "tax", event.tax(), params);
    if !event.name().is_some_and(|name| VIRTUAL_CURRENCY.contains(&name)) {
        rules::together(report, ("value", event.value().is_some()), ("currency", event.currency().is_some()));
    }
    count
}

/// Appends a decimal, as a number.
fn number(report: &mut Report, field: &str, given: Option<NumberRef<'_>>, object: &mut Object<'_>) {
    match given.map(rules::amount) {
        Some(Ok(number)) => number.write(object.key(field)),
        Some(Err((code, message))) => report.issue(field, code, message),
        None => {}
    }
}

fn currency(report: &mut Report, given: Option<&str>, object: &mut Object<'_>) {
    let Some(given) = text::optional(report, "currency", Kind::Free, given) else { return };
    match currency::parse(given) {
        Some(code) => object.text("currency", &encode::text(&code)),
        None => report.issue("currency", Code::InvalidCurrency, "must be three letters (ISO 4217)"),
    }
}

fn items(settings: &Settings, list: ListRef<'_, Item>, report: &mut Report, out: &mut Vec<u8>) {
    const FIELD: &str = "items";
    match list.len() {
        0 => report.issue(FIELD, Code::Empty, "is empty; leave it out instead"),
        count if count > MAX_ITEMS => report.issue(FIELD, Code::TooManyItems, "has more than 200 items"),
        _ => {}
    }
    let mut array = Array::begin(out);
    report.each(FIELD, list, |report, own| item(settings, own, report, array.item()));
    array.end();
}

fn item(settings: &Settings, item: &dyn Ga4ItemFields, report: &mut Report, out: &mut Vec<u8>) {
    if !rules::is_given(report, "item_id", item.item_id()) && !rules::is_given(report, "item_name", item.item_name()) {
        report.issue("", Code::MissingOneOf, "`item_id` or `item_name` is required");
    }
    let mut object = Object::begin(out);
    for (field, value) in members(item) {
        match value {
            OfItem::Text(given) => {
                if let Some(text) = given.and_then(|given| short_text(settings, report, field, given)) {
                    object.text(field, text);
                }
            }
            OfItem::Currency(given) => currency(report, given, &mut object),
            OfItem::Amount(given) => {
                given.into_iter().for_each(|given| rules::float_noise(report, field, given));
                number(report, field, given, &mut object);
            }
            OfItem::Number(given) => number(report, field, given, &mut object),
        }
    }
    if let Some(pairs) = item.params() {
        if pairs.as_slice().len() > settings.max_item_params {
            report.issue("params", Code::TooManyItemParams, "has more parameters than `max_item_params` allows");
        }
        free(settings, report, pairs, |name| name != "params" && has_field::<Item>(name), &mut object);
    }
    object.end();
}

/// The value of an item's member.
enum OfItem<'e> {
    Text(Option<&'e str>),
    Currency(Option<&'e str>),
    Amount(Option<NumberRef<'e>>),
    Number(Option<NumberRef<'e>>),
}

/// The members of an item, in the order in which they are sent.
fn members(item: &dyn Ga4ItemFields) -> [(&'static str, OfItem<'_>); 23] {
    use OfItem::{Amount, Currency, Number, Text};
    [
        ("item_id", Text(item.item_id())),
        ("item_name", Text(item.item_name())),
        ("affiliation", Text(item.affiliation())),
        ("coupon", Text(item.coupon())),
        ("currency", Currency(item.currency())),
        ("discount", Amount(item.discount())),
        ("index", Number(item.index())),
        ("item_brand", Text(item.item_brand())),
        ("item_category", Text(item.item_category())),
        ("item_category2", Text(item.item_category2())),
        ("item_category3", Text(item.item_category3())),
        ("item_category4", Text(item.item_category4())),
        ("item_category5", Text(item.item_category5())),
        ("item_list_id", Text(item.item_list_id())),
        ("item_list_name", Text(item.item_list_name())),
        ("item_variant", Text(item.item_variant())),
        ("location_id", Text(item.location_id())),
        ("price", Amount(item.price())),
        ("quantity", Number(item.quantity())),
        ("creative_name", Text(item.creative_name())),
        ("creative_slot", Text(item.creative_slot())),
        ("promotion_id", Text(item.promotion_id())),
        ("promotion_name", Text(item.promotion_name())),
    ]
}

/// Appends parameters by their names. `is_own` finds those that have a field of their own.
fn free(settings: &Settings, report: &mut Report, pairs: &Pairs<Json>, is_own: impl Fn(&str) -> bool, object: &mut Object<'_>) {
    const FIELD: &str = "params";
    rules::unique_keys(report, FIELD, pairs.repeated());
    for (name, value) in pairs.as_slice() {
        if is_own(name) {
            report.entry_issue(FIELD, name, Code::ReservedField, "has a field of its own here");
        } else if let Err((code, message)) = names::param(name) {
            report.entry_issue(FIELD, name, code, message);
        }
        match value {
            Json::Null => report.entry_issue(FIELD, name, Code::NullValue, "must not be null; leave it out instead"),
            Json::Array(_) | Json::Object(_) => {
                report.entry_issue(FIELD, name, Code::WrongType, "must be a text, a number or a truth value");
            }
            Json::String(text) => {
                let of_name = LONG.iter().find(|(long, _)| *long == name.as_str()).map(|(_, limit)| *limit);
                if is_longer(text, of_name.unwrap_or(settings.max_text)) {
                    report.entry_issue(FIELD, name, Code::TooLong, "has more characters than Analytics keeps");
                }
            }
            Json::Number(number) => {
                if let Err(code) = number.check_json() {
                    report.entry_issue(FIELD, name, code, "is not a number of JSON");
                }
            }
            Json::Bool(_) => {}
        }
        object.value(name, value);
    }
}

/// A text of a parameter with a field of its own.
fn short_text<'e>(settings: &Settings, report: &mut Report, field: &str, given: &'e str) -> Option<&'e str> {
    let kind = if field.ends_with("_id") { Kind::Identifier } else { Kind::Free };
    let text = text::optional(report, field, kind, Some(given))?;
    if is_longer(text, settings.max_text) {
        report.issue(field, Code::TooLong, "has more characters than Analytics keeps");
    }
    Some(text)
}

/// Whether a text has more characters than this.
pub(super) fn is_longer(text: &str, limit: usize) -> bool {
    text.len() > limit && text.chars().nth(limit).is_some()
}

/// What Google asks for with an event of this name.
/// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>, as Google's Event Builder checks it.
fn asked_for(name: &str) -> &'static [&'static str] {
    match name {
        "purchase" => &["transaction_id", "value", "currency", "items"],
        "refund" => &["transaction_id", "value", "currency"],
        "add_to_cart" | "remove_from_cart" | "view_cart" | "add_to_wishlist" | "view_item" | "begin_checkout" | "add_payment_info"
        | "add_shipping_info" => &["value", "currency", "items"],
        "view_item_list" | "select_item" | "view_promotion" => &["items"],
        "generate_lead" => &["value", "currency"],
        "search" => &["search_term"],
        "spend_virtual_currency" => &["value", "virtual_currency_name"],
        "post_score" => &["score"],
        "unlock_achievement" => &["achievement_id"],
        _ => &[],
    }
}

/// Checks that what Google asks for is there.
fn recommended(settings: &Settings, event: &impl Ga4EventFields, report: &mut Report) {
    let Some(name) = event.name() else { return };
    let is_sale = matches!(name, "purchase" | "refund");
    for param in asked_for(name) {
        let is_given = match *param {
            "transaction_id" => event.transaction_id().is_some(),
            "value" => event.value().is_some(),
            "currency" => event.currency().is_some(),
            "items" => event.items().is_some(),
            free => event.params().is_some_and(|pairs| pairs.as_slice().iter().any(|(own, _)| own.as_str() == free)),
        };
        // A field of its own, or an entry of `params`.
        let (field, inside) = if OWN.contains(param) { (*param, String::new()) } else { ("params", pointer(param)) };
        let is_unread = report.has_inside(field, &inside) || (field == "params" && event.params().is_none() && report.has(field));
        if is_given || is_unread {
            continue;
        }
        if (is_sale && *param != "items") || settings.recommended == Recommended::Require {
            report.issue_inside(field, &inside, Code::Missing, "is required with an event of this name");
        } else if settings.recommended == Recommended::Warn {
            report.warning_inside(field, &inside, Code::MissingRecommended, "Google asks for it with an event of this name");
        }
    }
}

fn pointer(key: &str) -> String {
    let mut pointer = String::new();
    push_key(&mut pointer, key);
    pointer
}
