//! The rules of a request, in the order in which they are checked.

use serde_json::{Value, json};

use super::{
    config::{App, Config, Environment},
    errors::Refusal,
    fields::{self, DEVELOPER_IDENTITY, Field},
    names::{self, Category},
};
use crate::provider::json::{Object, has_text};

pub(super) const BRANCH_KEY: &str = "branch_key";
pub(super) const NAME: &str = "name";
pub(super) const USER_DATA: &str = "user_data";
pub(super) const EVENT_DATA: &str = "event_data";
pub(super) const CONTENT_ITEMS: &str = "content_items";

/// The text of the only validation error that is known.
const WRONG_TYPE: &str = "wrong field type";

/// The endpoint that a request came to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Endpoint {
    Standard,
    Custom,
}

/// Finds the app of a request.
pub(super) fn authorize<'c>(config: &'c Config, body: &Object) -> Result<(&'c App, Environment), Refusal> {
    let key = body.get(BRANCH_KEY).ok_or_else(|| Refusal::of_key("missing_branch_key"))?;
    let key = key.as_str().filter(|key| !key.is_empty()).ok_or_else(|| Refusal::of_key("invalid_branch_key"))?;
    config.app(key).ok_or_else(|| Refusal::of_key("unknown_branch_key"))
}

/// Checks the event, and returns the category of a standard one.
pub(super) fn event(config: &Config, endpoint: Endpoint, body: &Object) -> Result<Option<Category>, Refusal> {
    let category = name(config, endpoint, body)?;
    identity(body)?;
    types(body)?;
    consent(body)?;
    Ok(category)
}

fn name(config: &Config, endpoint: Endpoint, body: &Object) -> Result<Option<Category>, Refusal> {
    let refused = |rule, message| Err(Refusal::of_member(rule, NAME, message));
    let name = match body.get(NAME) {
        None => return refused("missing_name", "required"),
        Some(Value::String(name)) if !name.is_empty() => name,
        Some(_) => return refused("invalid_name", WRONG_TYPE),
    };
    let category = names::category(name);
    let is_standard = category.is_some() || config.extra_standard_names.contains(name);
    match endpoint {
        Endpoint::Standard if !is_standard => refused("unknown_standard_name", "not a standard event"),
        Endpoint::Custom if is_standard => refused("standard_name_at_custom", "a standard event"),
        Endpoint::Custom if name == names::RESERVED => refused("reserved_name", "reserved"),
        Endpoint::Standard | Endpoint::Custom => Ok(category),
    }
}

/// "At least one identification". The reference lists `user_data` as required for standard events
/// alone, and has this rule for custom ones, too.
fn identity(body: &Object) -> Result<(), Refusal> {
    let refused = |rule, message| Err(Refusal::of_member(rule, USER_DATA, message));
    let user = match body.get(USER_DATA) {
        None => return refused("missing_user_data", "required"),
        Some(Value::Object(user)) => user,
        Some(_) => return refused("invalid_user_data", WRONG_TYPE),
    };
    // A number in its place is an error of its own.
    let is_given = |name: &&str| user.get(*name).is_some_and(|value| value.as_str() != Some(""));
    let of_device: &[&str] = match user.get("os").and_then(Value::as_str) {
        Some("iOS") => &["idfa", "idfv"],
        Some("Android") => &["android_id", "aaid"],
        _ => &[],
    };
    if [DEVELOPER_IDENTITY, "browser_fingerprint_id"].iter().chain(of_device).any(is_given) {
        return Ok(());
    }
    let has_device = ["idfa", "idfv", "android_id", "aaid"].iter().any(is_given);
    refused(if has_device { "device_without_its_os" } else { "missing_identity" }, "no identification")
}

fn types(body: &Object) -> Result<(), Refusal> {
    let mut errors: Vec<(&'static str, Value)> = wrong(body, fields::ROOT).map(|name| (name, WRONG_TYPE.into())).collect();
    for (part, fields) in [(USER_DATA, fields::USER_DATA), (EVENT_DATA, fields::EVENT_DATA)] {
        match body.get(part) {
            None => {}
            Some(Value::Object(members)) => {
                let wrong = errors_of(members, fields);
                if !wrong.is_empty() {
                    errors.push((part, wrong.into()));
                }
            }
            Some(_) => errors.push((part, WRONG_TYPE.into())),
        }
    }
    match body.get(CONTENT_ITEMS) {
        None => {}
        Some(Value::Array(items)) => {
            let wrong = items.iter().enumerate().filter_map(|(position, item)| Some((position.to_string(), wrong_item(item)?)));
            let wrong: Object = wrong.collect();
            if !wrong.is_empty() {
                errors.push((CONTENT_ITEMS, wrong.into()));
            }
        }
        Some(_) => errors.push((CONTENT_ITEMS, WRONG_TYPE.into())),
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::of_fields("wrong_field_type", errors)) }
}

fn wrong_item(item: &Value) -> Option<Value> {
    match item {
        Value::Object(members) => Some(errors_of(members, fields::CONTENT_ITEM)).filter(|wrong| !wrong.is_empty()).map(Value::from),
        _ => Some(WRONG_TYPE.into()),
    }
}

fn errors_of(members: &Object, fields: &'static [Field]) -> Object {
    wrong(members, fields).map(|name| (name.to_owned(), json!(WRONG_TYPE))).collect()
}

/// The fields whose value is not of the documented type.
fn wrong(members: &Object, fields: &'static [Field]) -> impl Iterator<Item = &'static str> {
    fields.iter().filter(|(name, test)| members.get(*name).is_some_and(|value| !test(value))).map(|(name, _)| *name)
}

/// "Required when `dma_eea` is true".
fn consent(body: &Object) -> Result<(), Refusal> {
    let Some(Value::Object(user)) = body.get(USER_DATA) else { return Ok(()) };
    if user.get("dma_eea") != Some(&Value::Bool(true)) {
        return Ok(());
    }
    let missing: Object = ["dma_ad_personalization", "dma_ad_user_data"]
        .into_iter()
        .filter(|name| !user.contains_key(*name))
        .map(|name| (name.to_owned(), json!("required")))
        .collect();
    if missing.is_empty() { Ok(()) } else { Err(Refusal::of_fields("missing_dma_consent", vec![(USER_DATA, missing.into())])) }
}

/// What the notes about an accepted request depend on.
pub(super) struct Notes<'r> {
    pub(super) app: &'r App,
    pub(super) environment: Environment,
    pub(super) endpoint: Endpoint,
    pub(super) category: Option<Category>,
    /// The header `X-IP-Override`.
    pub(super) ip_override: Option<&'r str>,
}

impl Notes<'_> {
    /// The rule of the first note that applies.
    pub(super) fn first(&self, body: &Object) -> Option<&'static str> {
        if self.environment == Environment::Test {
            return Some("test_environment");
        }
        let none = Object::new();
        let part = |name: &str| body.get(name).and_then(Value::as_object).unwrap_or(&none);
        let (user, data) = (part(USER_DATA), part(EVENT_DATA));
        let items = body.get(CONTENT_ITEMS).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        if let Some(ip) = self.ip_override {
            if !self.app.ip_override {
                return Some("ip_override_ignored");
            }
            if user.get(fields::IP).and_then(Value::as_str) != Some(ip) {
                return Some("ip_override_differs");
            }
        }
        if self.category == Some(Category::OfSdk) {
            return Some("not_documented_for_api");
        }
        let is_doubtful = |(name, _): &Field| *name != fields::DESCRIPTION && data.contains_key(*name);
        let may_be_ignored = match self.endpoint {
            Endpoint::Custom => fields::EVENT_DATA.iter().any(is_doubtful) || body.contains_key(CONTENT_ITEMS),
            Endpoint::Standard => self.category == Some(Category::Lifecycle) && body.contains_key(CONTENT_ITEMS),
        };
        if may_be_ignored {
            return Some("may_be_ignored");
        }
        if self.counts_as_usd(body) {
            return Some("counts_as_usd");
        }
        if data.get("revenue").and_then(Value::as_f64).is_some_and(|revenue| revenue < 0.0) {
            return Some("negative_revenue");
        }
        if items.iter().any(|item| item.as_object().is_some_and(Object::is_empty)) {
            return Some("empty_content_item");
        }
        let is_listed = |members: &Object, lists: &[(&str, &[&str])]| {
            lists.iter().all(|(name, values)| members.get(*name).and_then(Value::as_str).is_none_or(|value| values.contains(&value)))
        };
        let are_listed = items.iter().filter_map(Value::as_object).all(|item| is_listed(item, fields::LISTS_OF_ITEM));
        if !are_listed || !is_listed(data, fields::LISTS_OF_EVENT_DATA) {
            return Some("value_not_listed");
        }
        let has_version = has_text(user, "os_version") || user.get("os_version").is_some_and(Value::is_i64);
        let needs_version = matches!(user.get("os").and_then(Value::as_str), Some("iOS" | "Android"));
        if needs_version && !has_version {
            return Some("missing_os_version");
        }
        None
    }

    /// Whether amounts of a commerce event have no currency.
    pub(super) fn counts_as_usd(&self, body: &Object) -> bool {
        let data = body.get(EVENT_DATA).and_then(Value::as_object);
        self.category == Some(Category::Commerce)
            && data.is_some_and(|data| {
                !data.contains_key("currency") && ["revenue", "shipping", "tax"].iter().any(|name| data.contains_key(*name))
            })
    }
}
