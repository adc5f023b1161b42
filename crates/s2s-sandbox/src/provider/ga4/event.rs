//! The rules of one event.
//!
//! Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events#limitations>

use serde_json::Value;

use super::{
    config::{Config, Sort},
    finding::{
        Effect, Finding, Rule,
        ValidationCode::{ExceededMaxEntities, NameInvalid, ValueInvalid, ValueOutOfBounds, ValueRequired},
    },
    names,
};
use crate::provider::json::Object;

const MAX_PARAMS: usize = 25;
const MAX_ITEMS: usize = 200;
/// So says the guide of the protocol. An article of the help center has 27.
const MAX_CUSTOM_ITEM_PARAMS: usize = 10;

/// The parameters of items that are documented, apart from `item_category2` to `item_category5`.
const ITEM_PARAMS: &[&str] = &[
    "item_id",
    "item_name",
    "affiliation",
    "coupon",
    "currency",
    "discount",
    "index",
    "item_brand",
    "item_category",
    "item_category2",
    "item_category3",
    "item_category4",
    "item_category5",
    "item_list_id",
    "item_list_name",
    "item_variant",
    "location_id",
    "price",
    "quantity",
    "creative_name",
    "creative_slot",
    "promotion_id",
    "promotion_name",
];
const NUMBERS_OF_ITEMS: &[&str] = &["discount", "index", "price", "quantity"];
const NUMBERS: &[&str] = &["value", "tax", "shipping", "engagement_time_msec"];

/// The parameters that Google's Event Builder asks for.
///
/// Source: <https://github.com/googleanalytics/ga-dev-tools>
const RECOMMENDED: &[(&str, &[&str])] = &[
    ("purchase", &["transaction_id", "value", "currency", "items"]),
    ("refund", &["transaction_id", "value", "currency"]),
    ("add_to_cart", OF_A_SALE),
    ("remove_from_cart", OF_A_SALE),
    ("view_cart", OF_A_SALE),
    ("add_to_wishlist", OF_A_SALE),
    ("view_item", OF_A_SALE),
    ("begin_checkout", OF_A_SALE),
    ("add_payment_info", OF_A_SALE),
    ("add_shipping_info", OF_A_SALE),
    ("view_item_list", &["items"]),
    ("select_item", &["items"]),
    ("view_promotion", &["items"]),
    ("generate_lead", &["value", "currency"]),
    ("search", &["search_term"]),
    ("spend_virtual_currency", &["value", "virtual_currency_name"]),
    ("post_score", &["score"]),
    ("unlock_achievement", &["achievement_id"]),
];
const OF_A_SALE: &[&str] = &["value", "currency", "items"];

/// Checks one event of a request, and takes out of it what Google ignores.
pub(super) struct Check<'c> {
    pub(super) config: &'c Config,
    pub(super) stream: Option<Sort>,
    /// The position of the event in its request.
    pub(super) position: usize,
    pub(super) findings: Vec<Finding>,
}

impl Check<'_> {
    fn find(&mut self, effect: Effect, rule: Rule, path: &'static str, what: &str) {
        self.findings.push(Finding::new(effect, rule, path, format!("Event at index: [{}] {what}", self.position)));
    }

    /// Checks everything but the time.
    pub(super) fn event<'e>(&mut self, event: &'e mut Value) -> Option<&'e mut Object> {
        let Value::Object(event) = event else {
            self.find(Effect::Lost, ("invalid_event", ValueInvalid), "events", "is not an object.");
            return None;
        };
        let name = event.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
        self.name(&name);
        match event.get_mut("params") {
            None => {}
            Some(Value::Object(params)) => self.params(params),
            Some(_) => self.find(Effect::Lost, ("invalid_params", ValueInvalid), "events.params", "has parameters that are not an object."),
        }
        let none = Object::new();
        self.recommendations(&name, event.get("params").and_then(Value::as_object).unwrap_or(&none));
        Some(event)
    }

    fn name(&mut self, name: &str) {
        if name.is_empty() {
            return self.find(Effect::Lost, ("missing_event_name", ValueRequired), "events", "has no name.");
        }
        if let Err((rule, why)) = names::check(&names::EVENT, name) {
            return self.find(Effect::Lost, rule, "events", &format!("has invalid name [{name}]. {why}"));
        }
        if self.stream == Some(Sort::Web) && names::is_of_apps(name) {
            let what = format!("has invalid name [{name}]. The name is for app streams alone.");
            self.find(Effect::Lost, ("event_of_app_streams", NameInvalid), "events", &what);
        }
    }

    fn params(&mut self, params: &mut Object) {
        let mut count = 0;
        // Which of more than 25 are ignored is not documented.
        params.retain(|name, value| {
            let is_recorded = self.param(name, value);
            count += usize::from(is_recorded);
            is_recorded && count <= MAX_PARAMS
        });
        if count > MAX_PARAMS {
            self.find(Effect::Changed, ("too_many_params", ExceededMaxEntities), "events.params", "has more than 25 parameters.");
        }
    }

    /// Whether a parameter is recorded.
    fn param(&mut self, name: &str, value: &mut Value) -> bool {
        if let Err((rule, why)) = names::check(&names::PARAM, name) {
            self.find(Effect::Changed, rule, "events.params", &format!("has invalid parameter name [{name}]. {why}"));
            return false;
        }
        if name == "items" {
            return self.items(value);
        }
        self.scalar(name, value, "events.params")
    }

    /// Whether a text, number or boolean is recorded.
    fn scalar(&mut self, name: &str, value: &Value, path: &'static str) -> bool {
        let (rule, why) = match value {
            Value::String(text) if text.chars().count() > self.config.max_text(name) => {
                (("param_value_too_long", ValueOutOfBounds), "too long a text")
            }
            Value::String(_) | Value::Number(_) | Value::Bool(_) => return true,
            _ => (("invalid_param_value", ValueInvalid), "an invalid value"),
        };
        self.find(Effect::Changed, rule, path, &format!("has {why} for parameter [{name}]."));
        false
    }

    fn items(&mut self, items: &mut Value) -> bool {
        const PATH: &str = "events.params.items";
        let Value::Array(items) = items else {
            self.find(Effect::Changed, ("invalid_items", ValueInvalid), PATH, "has items that are not an array.");
            return false;
        };
        if items.len() > MAX_ITEMS {
            self.find(Effect::Changed, ("too_many_items", ExceededMaxEntities), PATH, "has more than 200 items.");
            items.truncate(MAX_ITEMS);
        }
        items.retain_mut(|item| match item {
            Value::Object(item) => {
                self.item(item);
                true
            }
            _ => {
                self.find(Effect::Changed, ("invalid_items", ValueInvalid), PATH, "has an item that is not an object.");
                false
            }
        });
        true
    }

    fn item(&mut self, item: &mut Object) {
        const PATH: &str = "events.params.items";
        let mut custom = 0;
        item.retain(|name, value| {
            if let Err((rule, why)) = names::check(&names::PARAM, name) {
                self.find(Effect::Changed, rule, PATH, &format!("has an item with invalid parameter name [{name}]. {why}"));
                return false;
            }
            if NUMBERS_OF_ITEMS.contains(&name.as_str()) && !value.is_number() {
                self.find(Effect::None, ("not_a_number", ValueInvalid), PATH, &format!("has an item whose [{name}] is not a number."));
            }
            custom += usize::from(!ITEM_PARAMS.contains(&name.as_str()));
            if custom > MAX_CUSTOM_ITEM_PARAMS && !ITEM_PARAMS.contains(&name.as_str()) {
                let what = "has an item with more than 10 parameters of its own.";
                self.find(Effect::Changed, ("too_many_item_params", ExceededMaxEntities), PATH, what);
                return false;
            }
            self.scalar(name, value, PATH)
        });
        if !item.contains_key("item_id") && !item.contains_key("item_name") {
            self.find(Effect::None, ("item_without_id_or_name", ValueRequired), PATH, "has an item without item_id and item_name.");
        }
    }

    /// What does not keep an event from being recorded.
    fn recommendations(&mut self, name: &str, params: &Object) {
        const PATH: &str = "events.params";
        for param in NUMBERS.iter().filter(|param| params.get(**param).is_some_and(|value| !value.is_number())) {
            self.find(Effect::None, ("not_a_number", ValueInvalid), PATH, &format!("has a [{param}] that is not a number."));
        }
        let is_code =
            |value: &Value| value.as_str().is_some_and(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()));
        if params.get("currency").is_some_and(|value| !is_code(value)) {
            self.find(Effect::None, ("invalid_currency", ValueInvalid), PATH, "has a [currency] that is not an ISO 4217 code.");
        }
        if params.get("session_id").is_some_and(|value| !is_session_id(value)) {
            self.find(Effect::None, ("invalid_session_id", ValueInvalid), PATH, "has a [session_id] that is not a positive number.");
        }
        let required = RECOMMENDED.iter().find(|(event, _)| *event == name).map_or(&[][..], |(_, params)| params);
        let has = |param: &str| params.get(param).is_some_and(|value| value.as_str() != Some(""));
        for param in required.iter().filter(|param| !has(param)) {
            let what = format!("has no parameter [{param}].");
            self.find(Effect::None, ("missing_recommended_param", ValueRequired), PATH, &what);
        }
        // The amount of virtual currency has no currency.
        let has_own_currency = params.contains_key("virtual_currency_name");
        if !has_own_currency && !required.contains(&"value") && params.contains_key("value") != params.contains_key("currency") {
            self.find(Effect::None, ("value_without_currency", ValueRequired), PATH, "has only one of [value] and [currency].");
        }
    }
}

/// "Number or string of a positive number".
fn is_session_id(value: &Value) -> bool {
    match value {
        Value::String(text) => text.bytes().all(|byte| byte.is_ascii_digit()) && text.bytes().any(|byte| byte != b'0'),
        value => value.as_u64().is_some_and(|number| number > 0),
    }
}

/// Whether an event is in Realtime, and counts as activity of its user: "`engagement_time_msec` and
/// `session_id` are required" for these.
pub(super) fn is_in_all_reports(event: &Value) -> bool {
    let Some(params) = event.get("params") else { return false };
    params.get("session_id").is_some_and(is_session_id) && params.get("engagement_time_msec").is_some_and(Value::is_number)
}
