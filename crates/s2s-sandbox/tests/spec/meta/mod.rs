//! Meta's Conversions API.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod app;
mod events;
mod requests;
mod user;

use s2s_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::client::{Answer, JSON, NOW, changed, last_rule, sandbox, send};

const TARGET: &str = "/meta/v25.0/1234567890123456/events?access_token=demo-access-token";
/// The digest of the documentation's `123@gmail.com`.
const DIGEST: &str = "30a79640dfd8293d4f4965ec11821f640ca77979ca0a6b365f06372f81a3f602";

/// An event that a server has on its own.
fn lead() -> Value {
    json!({"event_name": "Lead", "event_time": NOW, "action_source": "system_generated", "user_data": {"em": [DIGEST]}})
}

/// The same event with another value of a field; `null` takes the field out.
fn with(name: &str, value: Value) -> Value {
    changed(&lead(), name, &value)
}

fn custom(custom: Value) -> Value {
    with("custom_data", custom)
}

/// The documentation's purchase on a website.
fn of_website() -> Value {
    json!({
        "event_name": "Purchase", "event_time": NOW, "event_id": "event.id.123", "action_source": "website",
        "event_source_url": "http://jaspers-market.com/product/123", "opt_out": false,
        "user_data": {"em": [DIGEST], "client_ip_address": "192.0.2.1", "client_user_agent": "Mozilla/5.0"},
        "custom_data": {"value": 100.2, "currency": "USD", "content_ids": ["product.id.123"], "content_type": "product"},
    })
}

/// The documentation's purchase in an app.
fn of_app() -> Value {
    json!({
        "event_name": "Purchase", "event_time": NOW, "action_source": "app",
        "user_data": {
            "client_ip_address": "2001:0db8:85a3:0000:0000:8a2e:0370:7334", "em": [DIGEST], "ph": [DIGEST, DIGEST],
            "madid": "38400000-8cf0-11bd-b23e-10b96e40000d", "anon_id": "12345340-1234-3456-1234-123456789012",
        },
        "custom_data": {"currency": "USD", "value": "142.52"},
        "app_data": {
            "advertiser_tracking_enabled": 1, "application_tracking_enabled": 1, "campaign_ids": "abcd1234",
            "extinfo": [
                "a2", "com.some.app", "771", "Version 7.7.1", "10.1.1", "OnePlus6", "en_US", "GMT-1", "TMobile", "1920", "1080", "2.00", "2",
                "128", "8", "USA/New York",
            ],
        },
    })
}

async fn post(sandbox: &Sandbox, target: &str, body: &Value) -> Answer {
    send(sandbox, "POST", target, &[JSON], &body.to_string()).await
}

/// Expects that each event is accepted alone.
async fn accepts(events: impl IntoIterator<Item = Value>) {
    let sandbox = sandbox().await;
    for event in events {
        let answer = post(&sandbox, TARGET, &json!({"data": [event]})).await;
        assert_eq!((answer.status, &answer.json()["events_received"]), (200, &json!(1)), "{event} {}", answer.body);
        assert_eq!(sandbox.account().accepted.last().unwrap().message, Some(event));
    }
}

/// Expects that a response has an error.
fn has_error(answer: &Answer, status: u16, code: u32, subcode: Option<u32>) {
    let body = answer.json();
    let error = &body["error"];
    assert_eq!(
        (answer.status, &error["code"], error.get("error_subcode")),
        (status, &json!(code), subcode.map(Value::from).as_ref()),
        "{body}"
    );
    assert!(error["message"].is_string() && error["type"] == "OAuthException" && error["fbtrace_id"].is_string(), "{body}");
}

/// Expects that each event is refused by a rule, with a subcode of 100.
async fn refuses(rule: &str, subcode: Option<u32>, events: impl IntoIterator<Item = Value>) {
    let sandbox = sandbox().await;
    for event in events {
        let answer = post(&sandbox, TARGET, &json!({"data": [event]})).await;
        has_error(&answer, 400, 100, subcode);
        assert_eq!(last_rule(&sandbox.account()), rule, "{event}");
    }
    assert!(sandbox.account().accepted.is_empty());
}
