//! What a backend would hold instead of this library: the fields that it uses, the same checks, and the usual crates.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use form_urlencoded::Serializer;
use rust_decimal::Decimal;
use serde::Deserialize;
use time::{Duration, OffsetDateTime};
use uuid::Uuid;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    provider: String,
    kind: String,
    event_token: String,
    gps_adid: Option<Uuid>,
    adid: Option<String>,
    os_name: Option<String>,
    os_version: Option<String>,
    device_name: Option<String>,
    ip_address: Option<Ipv4Addr>,
    user_agent: Option<String>,
    #[serde(default, with = "time::serde::rfc3339::option")]
    created_at: Option<OffsetDateTime>,
    callback_params: Option<BTreeMap<String, String>>,
    partner_params: Option<BTreeMap<String, String>>,
    revenue: Option<Decimal>,
    currency: Option<String>,
}

/// A request that any HTTP client can send.
pub(crate) struct Request {
    pub(crate) method: &'static str,
    pub(crate) url: String,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: String,
}

/// The app that the events belong to.
pub(crate) struct Client {
    pub(crate) url: String,
    pub(crate) app_token: String,
    pub(crate) authorization: String,
    pub(crate) now: OffsetDateTime,
    pub(crate) revenue: (Decimal, Decimal),
}

const OS_NAMES: [&str; 22] = [
    "android",
    "android-tv",
    "apple-tv",
    "bada",
    "blackberry",
    "fire-tv",
    "ios",
    "linux",
    "macos",
    "nintendo",
    "playstation",
    "roku-os",
    "server",
    "smart-cast",
    "steamos",
    "symbian",
    "tizen",
    "unknown",
    "webos",
    "windows",
    "windows-phone",
    "xbox",
];
const MAX_BODY: usize = 1024 * 1024;

impl Client {
    /// The request of the event in one line of JSON.
    pub(crate) fn build(&self, line: &str) -> Result<Request, String> {
        let event: Event = serde_json::from_str(line).map_err(|error| error.to_string())?;
        if event.provider != "adjust" || event.kind != "event" {
            return Err("not an event for Adjust".into());
        }
        if event.event_token.is_empty() || !event.event_token.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err("event_token must be visible ASCII".into());
        }
        if event.gps_adid.is_none_or(|id| id.is_nil()) && event.adid.is_none() {
            return Err("a device identifier is required".into());
        }

        let mut form = Serializer::new(String::with_capacity(1024));
        form.append_pair("s2s", "1").append_pair("event_token", &event.event_token).append_pair("app_token", &self.app_token);
        if let Some(id) = event.gps_adid.filter(|id| !id.is_nil()) {
            form.append_pair("gps_adid", id.hyphenated().encode_lower(&mut Uuid::encode_buffer()));
        }
        if let Some(mut adid) = event.adid {
            if adid.len() != 32 || !adid.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                return Err("adid must be 32 hexadecimal digits".into());
            }
            adid.make_ascii_lowercase();
            form.append_pair("adid", &adid);
        }
        if let Some(os_name) = event.os_name {
            if !OS_NAMES.contains(&os_name.as_str()) {
                return Err("os_name is unknown".into());
            }
            form.append_pair("os_name", &os_name);
        }
        for (name, text) in [("os_version", event.os_version), ("device_name", event.device_name)] {
            if let Some(text) = text {
                if text.is_empty() {
                    return Err(format!("{name} is empty"));
                }
                form.append_pair(name, &text);
            }
        }
        if let Some(address) = event.ip_address {
            form.append_pair("ip_address", &address.to_string());
        }
        if let Some(agent) = event.user_agent {
            if agent.is_empty() || agent.chars().any(char::is_control) {
                return Err("user_agent must not hold control characters".into());
            }
            form.append_pair("user_agent", &agent);
        }
        if let Some(time) = event.created_at {
            if self.now - time > Duration::days(58) {
                return Err("created_at is older than 58 days".into());
            }
            if time - self.now > Duration::days(1) {
                return Err("created_at is in the future".into());
            }
            form.append_pair("created_at_unix", &time.unix_timestamp().to_string());
        }
        for (name, map) in [("callback_params", event.callback_params), ("partner_params", event.partner_params)] {
            if let Some(map) = map {
                form.append_pair(name, &serde_json::to_string(&map).map_err(|error| error.to_string())?);
            }
        }
        match (event.revenue, event.currency) {
            (Some(revenue), Some(mut currency)) => {
                let (least, most) = self.revenue;
                if revenue < least || revenue > most {
                    return Err("revenue is out of range".into());
                }
                if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                    return Err("currency must be three letters".into());
                }
                currency.make_ascii_uppercase();
                form.append_pair("currency", &currency).append_pair("revenue", &revenue.normalize().to_string());
            }
            (None, None) => {}
            _ => return Err("revenue and currency go together".into()),
        }
        let body = form.append_pair("environment", "sandbox").finish();
        if body.len() > MAX_BODY {
            return Err("the request is too large".into());
        }
        Ok(Request {
            method: "POST",
            url: self.url.clone(),
            headers: vec![("content-type", "application/x-www-form-urlencoded".to_owned()), ("authorization", self.authorization.clone())],
            body,
        })
    }
}
