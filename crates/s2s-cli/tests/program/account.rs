//! The sandbox's account, compared with events by what stands in both, without the core's help.

use serde_json::{Map, Value};

use crate::program::NOW;

/// What is left of the account.
pub(crate) struct Account {
    accepted: Vec<Value>,
    rejected: Vec<Value>,
}

impl Account {
    pub(crate) fn read(text: &str) -> Self {
        let mut account: Value = serde_json::from_str(text).unwrap();
        let mut list = |name: &str| match account[name].take() {
            Value::Array(entries) => entries,
            other => panic!("{name}: {other}"),
        };
        assert_eq!(list("duplicates"), Vec::<Value>::new(), "Metrix answers 200 to what it drops, so nobody could tell");
        Self { accepted: list("accepted"), rejected: list("rejected") }
    }

    /// Takes the one entry of an event that was accepted.
    pub(crate) fn take_accepted(&mut self, line: u64, event: &Value) {
        let position = self.accepted.iter().position(|entry| is_of(entry, event));
        let entry = self.accepted.remove(position.unwrap_or_else(|| panic!("line {line} is not in the account")));
        assert_eq!(entry.get("rule"), None);
        assert!(entry["time"].as_str().unwrap().starts_with(NOW.trim_end_matches('Z')), "the sandbox's clock is the run's");
    }

    /// Takes the one entry of an event that was refused by a rule.
    pub(crate) fn take_rejected(&mut self, line: u64, event: &Value, rule: &str) {
        let position = self.rejected.iter().position(|entry| entry["rule"] == rule && is_of(entry, event));
        self.rejected.remove(position.unwrap_or_else(|| panic!("line {line} is not in the account")));
    }

    /// Nothing else arrived.
    pub(crate) fn assert_empty(&self) {
        assert_eq!((self.accepted.len(), self.rejected.len()), (0, 0));
    }
}

/// Whether an entry is what an event becomes.
fn is_of(entry: &Value, event: &Value) -> bool {
    let provider = event["provider"].as_str().unwrap();
    entry["provider"] == provider
        && match provider {
            "adjust" => decoded(&entry["parameters"]) == adjust(event),
            "metrix" => is_message(entry, event),
            _ => entry["message"] == inapp(event),
        }
}

fn fields(event: &Value) -> impl Iterator<Item = (String, &Value)> {
    let envelope = |key: &str| ["provider", "kind", "destination"].contains(&key);
    event.as_object().unwrap().iter().filter(move |(key, _)| !envelope(key)).map(|(key, value)| (snake_case(key), value))
}

/// Parameters with the JSON in them read.
fn decoded(parameters: &Value) -> Map<String, Value> {
    let mut parameters = parameters.as_object().unwrap().clone();
    for name in PARAMETER_MAPS {
        if let Some(value) = parameters.get_mut(name) {
            *value = serde_json::from_str(text(value)).unwrap();
        }
    }
    parameters
}

/// Parameters that are JSON objects.
const PARAMETER_MAPS: [&str; 4] = ["callback_params", "partner_params", "partner_sharing_settings", "granular_third_party_sharing_options"];

/// The parameters of an Adjust event, with the JSON in them read.
fn adjust(event: &Value) -> Map<String, Value> {
    let app = if event.get("destination").is_some() { "s3cur3dapp12" } else { "4w565xzmb54d" };
    let mut parameters = Map::new();
    let of_kind = match event["kind"].as_str().unwrap() {
        "gdpr_forget_device" => &[][..],
        "ad_revenue" => &[("environment", "production"), ("source", "publisher")],
        _ => &[("environment", "production")],
    };
    for (name, value) in [("s2s", "1"), ("app_token", app)].iter().chain(of_kind) {
        parameters.insert((*name).to_owned(), (*value).into());
    }
    for (name, value) in fields(event) {
        let (name, value) = match name.as_str() {
            "created_at" => ("created_at_unix", (millis(value) / 1_000).to_string()),
            "revenue" | "amount" => (name.as_str(), decimal(value)),
            "currency" => ("currency", text(value).to_uppercase()),
            _ if value.is_boolean() => (name.as_str(), if *value == Value::Bool(true) { "1" } else { "0" }.to_owned()),
            // In the examples, only these have a form of their own.
            "ip_address" => ("ip_address", text(value).trim_start_matches("::ffff:").to_owned()),
            "idfa" if text(value).starts_with("00000000-0000-0000") => continue,
            "extra" => {
                parameters.extend(value.as_object().unwrap().clone());
                continue;
            }
            name if PARAMETER_MAPS.contains(&name) => {
                parameters.insert(name.to_owned(), value.clone());
                continue;
            }
            _ => (name.as_str(), value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
        };
        parameters.insert(name.to_owned(), value.into());
    }
    parameters
}

fn is_message(entry: &Value, event: &Value) -> bool {
    let mut message = Map::new();
    let mut identity = Map::new();
    message.insert("type".to_owned(), camel_case(event["kind"].as_str().unwrap()).into());
    for (name, value) in fields(event) {
        let value = match name.as_str() {
            "custom_user_id" | "metrix_user_id" => {
                identity.insert(camel_case(&name), value.clone());
                continue;
            }
            "time" => (millis(value) / 1_000).to_string().into(),
            "birthday" => millis(value).into(),
            "revenue" => double(value),
            "currency" => text(value).to_uppercase().into(),
            "gender" => format!("{}{}", text(value)[..1].to_uppercase(), &text(value)[1..].to_lowercase()).into(),
            _ => value.clone(),
        };
        message.insert(camel_case(&name), value);
    }
    let mut sent = entry["message"].as_object().unwrap().clone();
    if !message.contains_key("id") {
        assert_eq!(sent.remove("id").unwrap().as_str().unwrap().len(), 36, "an id was made");
    }
    entry["identity"] == Value::Object(identity) && sent == message
}

fn inapp(event: &Value) -> Value {
    let mut message = Map::new();
    let mut metrics = Map::new();
    let mut attributes = Map::new();
    for (name, value) in fields(event) {
        match name.as_str() {
            "event_time" => {
                message.insert("eventTime".to_owned(), millis(value).to_string().into());
            }
            "custom_metrics" => metrics.extend(value.as_object().unwrap().iter().map(|(key, value)| (key.clone(), double(value)))),
            "custom_attributes" => attributes.extend(value.as_object().unwrap().clone()),
            "revenue" => {
                metrics.insert("_revenue".to_owned(), double(value));
            }
            "currency" => {
                attributes.insert("_currency".to_owned(), value.clone());
            }
            _ => {
                message.insert(camel_case(&name), value.clone());
            }
        }
    }
    for (name, map) in [("customMetrics", metrics), ("customAttributes", attributes)] {
        if !map.is_empty() {
            message.insert(name.to_owned(), map.into());
        }
    }
    message.into()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// RFC 3339, a date, or milliseconds.
fn millis(value: &Value) -> i64 {
    match value.as_str() {
        Some(text) if text.len() == 10 => format!("{text}T00:00:00Z").parse::<jiff::Timestamp>().unwrap().as_millisecond(),
        Some(text) => text.parse::<jiff::Timestamp>().unwrap().as_millisecond(),
        None => value.as_i64().unwrap(),
    }
}

/// The amounts of the examples are few digits long, so that a double holds them.
fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| text(value).parse().unwrap())
}

fn decimal(value: &Value) -> String {
    number(value).to_string()
}

fn double(value: &Value) -> Value {
    number(value).into()
}

fn snake_case(key: &str) -> String {
    let mut out = String::new();
    for character in key.chars() {
        if character.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(character.to_ascii_lowercase());
    }
    out
}

fn camel_case(key: &str) -> String {
    let mut out = String::new();
    for (position, word) in key.split('_').enumerate() {
        if position == 0 {
            out.push_str(word);
        } else {
            out.extend(word.chars().take(1).map(|character| character.to_ascii_uppercase()));
            out.extend(word.chars().skip(1));
        }
    }
    out
}
