//! The sandbox's account, compared with events by what both contain, without the core's help.

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
            "appsflyer" => read(&entry["message"]) == appsflyer(event),
            "ga4" => is_ga4(entry, event),
            "metrix" => is_message(entry, event),
            "metrix_inapp" => entry["message"] == inapp(event),
            "branch" => has_marks(&entry["message"], event, &[("name", "name"), ("customer_event_alias", "customer_event_alias")]),
            "meta" => {
                has_marks(&entry["message"], event, &[("event_name", "event_name"), ("event_id", "event_id"), ("time", "event_time")])
            }
            "singular" => has_marks(&entry["parameters"], event, &[("amount", "amt"), ("time", "umilisec")]),
            "tiktok" => has_marks(&entry["message"], event, &[("event_id", "event_id"), ("time", "event_time")]),
            other => panic!("{other}"),
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

/// Whether fields of an event are what they become on the wire: enough to know each of the examples by.
fn has_marks(wire: &Value, event: &Value, marks: &[(&str, &str)]) -> bool {
    marks.iter().all(|(field, name)| match (&event[*field], &wire[*name]) {
        (Value::Null, found) => found.is_null(),
        (time, found) if *name == "umilisec" => number(found) as i64 == millis(time),
        (time, found) if *field == "time" => number(found) as i64 == millis(time) / 1_000,
        (amount, found) if *field == "amount" => decimal(found) == decimal(amount),
        (given, found) => given == found,
    })
}

/// The body of an AppsFlyer event, with the JSON and the time in it read.
fn read(message: &Value) -> Map<String, Value> {
    let mut message = message.as_object().unwrap().clone();
    for (name, value) in &mut message {
        match name.as_str() {
            "eventTime" => *value = millis(&format!("{}Z", text(value)).into()).into(),
            "eventValue" if text(value).is_empty() => {}
            "eventValue" | "custom_data" => *value = serde_json::from_str(text(value)).unwrap(),
            _ => {}
        }
    }
    message
}

/// What an AppsFlyer event becomes, with the JSON and the time in it read.
fn appsflyer(event: &Value) -> Map<String, Value> {
    let mut message = Map::new();
    message.insert("eventValue".to_owned(), "".into());
    for (name, value) in fields(event) {
        let (name, value) = match name.as_str() {
            "event_name" => ("eventName", value.clone()),
            "event_value" => ("eventValue", with_money(value)),
            "event_currency" => ("eventCurrency", text(value).to_uppercase().into()),
            "bundle_identifier" => ("bundleIdentifier", value.clone()),
            "time" => ("eventTime", recorded(millis(value)).into()),
            "email" => ("email_hashed", digest(value)),
            "first_name" => ("first_name_hashed", digest(value)),
            "last_name" => ("last_name_hashed", digest(value)),
            "phone" => {
                message.insert("phone_number_e164_hashed".to_owned(), E164.into());
                ("phone_number_hashed", PHONE.into())
            }
            "idfa" if text(value).starts_with("00000000-0000-0000") => continue,
            name => (name, value.clone()),
        };
        message.insert(name.to_owned(), value);
    }
    message
}

/// The digests of the one phone number in the examples, made with `sha256sum`.
const PHONE: &str = "3d632d06df27de4f111ac519820c4f5357049b8f75ec5c4b124517494e444753";
const E164: &str = "b278d0522f375dd610068d501d07fcf6bd2b825d4efa14b0f0df635d0ec81bf8";

/// The digests of the other personal data in the examples, made with `sha256sum`.
fn digest(value: &Value) -> Value {
    let digest = match text(value) {
        "Maryam@Example.com " => "bce46ed3409ab6954f6cf29bb3ede13fcc9f824045f88011fa80ee67b7a5e413",
        "مریم" => "5b9f9420f7bb813543cddd7e7e74d67c68c03e605acbd0cdb01c6ade3c88113c",
        "رضایی" => "5ccb6fbae5574f32cb2f4ef4f0954083200173bb48231481e9617bb782b9e7a7",
        other => panic!("the digest of {other} is not known"),
    };
    digest.into()
}

/// Money as texts.
fn with_money(value: &Value) -> Value {
    let mut value = value.clone();
    for name in ["af_revenue", "af_price"] {
        match value.get_mut(name) {
            Some(Value::Array(amounts)) => amounts.iter_mut().for_each(|amount| *amount = decimal(amount).into()),
            Some(amount) => *amount = decimal(amount).into(),
            None => {}
        }
    }
    value
}

/// The time that AppsFlyer records: that of arrival after 02:00 UTC of the next day.
fn recorded(time: i64) -> i64 {
    const HOUR: i64 = 3_600_000;
    let now = millis(&NOW.into());
    if now > time - time % (24 * HOUR) + 26 * HOUR { now } else { time }
}

/// Whether an entry is what an event of Google Analytics becomes.
fn is_ga4(entry: &Value, event: &Value) -> bool {
    let (mut message, mut params, mut identity) = (Map::new(), Map::new(), Map::new());
    let (parameter, id) = match event.get("destination") {
        Some(_) => ("firebase_app_id", "1:1234567890:android:abcdef0123456789"),
        None => ("measurement_id", "G-DEMO123456"),
    };
    identity.insert(parameter.to_owned(), id.into());
    for (name, value) in fields(event) {
        match name.as_str() {
            "name" => message.insert(name, value.clone()),
            "time" => message.insert("timestamp_micros".to_owned(), (millis(value) * 1_000).into()),
            "items" => params.insert(name, value.as_array().unwrap().iter().map(item).collect()),
            "session_id" | "engagement_time_msec" | "transaction_id" => params.insert(name, value.clone()),
            "value" | "shipping" | "tax" | "currency" => params.insert(name.clone(), of_money(&name, value)),
            "params" => {
                params.extend(value.as_object().unwrap().clone());
                None
            }
            "user_properties" => identity.insert(name, value.as_array().unwrap().iter().map(property).collect::<Map<_, _>>().into()),
            "user_data" => identity.insert(name, user_data()),
            _ => identity.insert(name, value.clone()),
        };
    }
    message.insert("params".to_owned(), params.into());
    entry["identity"] == Value::Object(identity) && entry["message"] == Value::Object(message)
}

/// An item with its own parameters among the others.
fn item(item: &Value) -> Value {
    let mut members = Map::new();
    for (name, value) in item.as_object().unwrap() {
        match name.as_str() {
            "params" => members.extend(value.as_object().unwrap().clone()),
            "price" => drop(members.insert(name.clone(), of_money(name, value))),
            _ => drop(members.insert(name.clone(), value.clone())),
        }
    }
    members.into()
}

/// An amount as a number, or a currency.
fn of_money(name: &str, value: &Value) -> Value {
    if name == "currency" { text(value).to_uppercase().into() } else { serde_json::from_str(&decimal(value)).unwrap() }
}

fn property(property: &Value) -> (String, Value) {
    (text(&property["name"]).to_owned(), serde_json::json!({"value": property["value"]}))
}

/// What the personal data of the one event of the examples that has some becomes. The digests were made with `sha256sum`.
fn user_data() -> Value {
    serde_json::json!({
        "sha256_email_address": ["bce46ed3409ab6954f6cf29bb3ede13fcc9f824045f88011fa80ee67b7a5e413"],
        "sha256_phone_number": ["b278d0522f375dd610068d501d07fcf6bd2b825d4efa14b0f0df635d0ec81bf8"],
        "address": [{
            "sha256_first_name": "8ed20cc647da6ff8d0babadf3f19b03e69371837cbed00a64546936db3c6f2e7",
            "sha256_last_name": "a47328f5bce16c8927cf7393c6493fee06d8779075bd027ed175e77d6059d85e",
            "city": "tehran",
            "country": "IR",
        }],
    })
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
