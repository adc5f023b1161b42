//! Branch's Events API.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod events;
mod notes;
mod requests;

use s2s_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::client::{Answer, JSON, last_rule, sandbox, send};

const STANDARD: &str = "/branch/v2/event/standard";
const CUSTOM: &str = "/branch/v2/event/custom";
const KEY: &str = "key_live_demo";

/// The documented user.
fn user() -> Value {
    json!({
        "os": "Android", "os_version": 25, "environment": "FULL_APP", "aaid": "abcdabcd-0123-0123-00f0-000000000000",
        "android_id": "a12300000000", "limit_ad_tracking": false, "developer_identity": "user123", "country": "US",
        "language": "en", "local_ip": "192.168.1.2", "brand": "LGE", "app_version": "1.0.0", "model": "Nexus 5X",
        "screen_dpi": 420, "screen_height": 1794, "screen_width": 1080
    })
}

/// The documented item.
fn item() -> Value {
    json!({
        "$og_title": "Nike Woolen Sox", "$canonical_identifier": "nike/5324",
        "$og_description": "Fine combed woolen sox for those who love your foot", "$publicly_indexable": false, "$price": 80.2,
        "$locally_indexable": true, "$quantity": 5, "$sku": "110112467", "$product_name": "Woolen Sox", "$product_brand": "Nike",
        "$product_category": "Apparel & Accessories", "$product_variant": "Xl", "$rating_average": 3.3, "$rating_count": 5,
        "$rating_max": 2.8, "$creation_timestamp": 1_499_892_854_966_i64
    })
}

/// The documented purchase, with one of its items and without its key.
fn purchase() -> Value {
    json!({
        "name": "PURCHASE",
        "customer_event_alias": "my custom alias",
        "user_data": user(),
        "custom_data": {"purchase_loc": "Palo Alto", "store_pickup": "unavailable"},
        "event_data": {
            "transaction_id": "tras_Id_1232343434", "currency": "USD", "revenue": 180.2, "shipping": 10.5, "tax": 13.5,
            "coupon": "promo-1234", "affiliation": "high_fi", "description": "Preferred purchase"
        },
        "content_items": [item()],
        "metadata": {}
    })
}

fn event(name: &str) -> Value {
    json!({"name": name, "user_data": {"developer_identity": "user123"}})
}

/// An event with another value at a path; `null` takes the member out.
fn with(mut event: Value, path: &str, value: Value) -> Value {
    let (parent, name) = path.rsplit_once('/').unwrap();
    let parent = event.pointer_mut(parent).unwrap();
    match (parent, value) {
        (Value::Object(members), Value::Null) => drop(members.remove(name)),
        (Value::Object(members), value) => drop(members.insert(name.to_owned(), value)),
        (parent, value) => parent[name.parse::<usize>().unwrap()] = value,
    }
    event
}

fn with_key(event: &Value, key: impl Into<Value>) -> String {
    with(event.clone(), "/branch_key", key.into()).to_string()
}

async fn post(sandbox: &Sandbox, path: &str, event: &Value) -> Answer {
    send(sandbox, "POST", path, &[JSON], &with_key(event, KEY)).await
}

/// The note and the body of an event that is accepted.
async fn recorded(sandbox: &Sandbox, path: &str, event: &Value) -> (Option<&'static str>, Value) {
    let answer = post(sandbox, path, event).await;
    assert_eq!(answer.status, 200, "{event} {}", answer.body);
    let entry = sandbox.account().accepted.pop().unwrap();
    (entry.note, entry.message.unwrap())
}

/// Expects that events are recorded as they were sent, without a note.
async fn accepts(path: &str, events: impl IntoIterator<Item = Value>) {
    let sandbox = sandbox().await;
    for event in events {
        assert_eq!(recorded(&sandbox, path, &event).await, (None, event.clone()), "{event}");
    }
}

/// Expects that events are refused by a rule, and returns the last error.
async fn refuses(path: &str, rule: &str, events: impl IntoIterator<Item = Value>) -> Value {
    let sandbox = sandbox().await;
    let mut error = Value::Null;
    for event in events {
        let answer = post(&sandbox, path, &event).await;
        assert_eq!((answer.status, last_rule(&sandbox.account())), (400, rule), "{event}");
        error = answer.json()["error"].clone();
        assert!(error.is_object(), "{error}");
    }
    error
}
