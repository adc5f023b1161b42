//! The validation endpoint.

use serde_json::{Value, json};

use super::{event, login, post};
use crate::client::{Answer, JSON, rule, sandbox, send};

const VALIDATE: &str = "/ga4/debug/mp/collect?measurement_id=G-DEMO123456&api_secret=demo-api-secret";

fn strict(events: Value) -> Value {
    json!({"client_id": "1.1", "validation_behavior": "ENFORCE_RECOMMENDATIONS", "events": events})
}

fn messages(answer: &Answer) -> Vec<Value> {
    assert_eq!(answer.status, 200);
    assert!(answer.headers.contains("content-type: application/json"), "{}", answer.headers);
    answer.json()["validationMessages"].as_array().unwrap().clone()
}

/// The paths and codes of the messages to a body.
async fn told(target: &str, body: &Value) -> Vec<(String, String)> {
    let text = |message: &Value, name: &str| message[name].as_str().unwrap().to_owned();
    let messages = messages(&post(&sandbox().await, target, body).await);
    messages.iter().map(|message| (text(message, "fieldPath"), text(message, "validationCode"))).collect()
}

async fn tells(body: &Value, expected: &[(&str, &str)]) {
    let told = told(VALIDATE, body).await;
    let told: Vec<_> = told.iter().map(|(path, code)| (path.as_str(), code.as_str())).collect();
    assert_eq!(told, expected, "{body}");
}

#[tokio::test]
async fn the_documented_example_gets_the_documented_message() {
    let body = strict(json!([{"name": "_badEventName", "params": {}}]));
    let answer = post(&sandbox().await, VALIDATE, &body).await;
    let expected = json!({
        "fieldPath": "events",
        "description": "Event at index: [0] has invalid name [_badEventName]. Names must start with an alphabetic character.",
        "validationCode": "NAME_INVALID"
    });
    assert_eq!(messages(&answer), [expected]);
}

#[tokio::test]
async fn a_valid_event_has_no_messages_and_is_not_recorded() {
    let sandbox = sandbox().await;
    let answer = post(&sandbox, VALIDATE, &strict(json!([login()]))).await;
    assert_eq!(answer.body, r#"{"validationMessages":[]}"#);
    let account = sandbox.account();
    assert!(account.accepted.is_empty());
    assert_eq!((rule(&account.rejected[0]), account.rejected[0].refusal.as_ref().unwrap().status), ("only_validated", 200));
    assert_eq!(account.rejected[0].message, Some(login()));
}

#[tokio::test]
async fn it_checks_neither_the_secret_nor_the_stream() {
    for query in ["", "?measurement_id=G-OTHER&api_secret=wrong", "?measurement_id=G-OTHER", "?api_secret=x"] {
        let told = told(&format!("/ga4/debug/mp/collect{query}"), &strict(json!([login()]))).await;
        assert!(told.is_empty(), "{query}: {told:?}");
    }
}

#[tokio::test]
async fn the_stream_tells_which_identifier_is_required() {
    let body = json!({"events": [login()]});
    for (query, path) in [("?firebase_app_id=1:1:ios:a", "app_instance_id"), ("?measurement_id=G-1", "client_id"), ("", "client_id")] {
        let target = format!("/ga4/debug/mp/collect{query}");
        assert_eq!(told(&target, &body).await, [(path.to_owned(), "VALUE_REQUIRED".to_owned())], "{query}");
    }
}

#[tokio::test]
async fn a_body_that_cannot_be_read_has_a_message() {
    let sandbox = sandbox().await;
    for body in ["", "{", "[]"] {
        let messages = messages(&send(&sandbox, "POST", VALIDATE, &[JSON], body).await);
        assert_eq!(messages.len(), 1, "{body}");
        assert_eq!(messages[0]["validationCode"], "VALUE_INVALID", "{body}");
    }
    tells(&json!({"client_id": "1.1"}), &[("events", "VALUE_REQUIRED")]).await;
}

#[tokio::test]
async fn every_problem_has_a_message_where_recommendations_are_enforced() {
    const PARAMS: &str = "events.params";
    tells(&strict(json!([event("session_start", json!({}))])), &[("events", "NAME_RESERVED")]).await;
    tells(&strict(json!([event("login", json!({"ga_x": 1}))])), &[(PARAMS, "NAME_RESERVED")]).await;
    tells(&strict(json!([event("login", json!({"a": "x".repeat(101)}))])), &[(PARAMS, "VALUE_OUT_OF_BOUNDS")]).await;
    tells(&strict(json!([event("login", json!({"value": "9.99", "currency": "USD"}))])), &[(PARAMS, "VALUE_INVALID")]).await;
    tells(&strict(json!([event("refund", json!({"value": 1, "currency": "USD"}))])), &[(PARAMS, "VALUE_REQUIRED")]).await;
    let old = json!({"name": "login", "timestamp_micros": 1, "params": {}});
    tells(&strict(json!([old])), &[("timestamp_micros", "VALUE_OUT_OF_BOUNDS")]).await;
    let events: Value = vec![login(); 26].into();
    tells(&strict(events), &[("events", "EXCEEDED_MAX_ENTITIES")]).await;
    let several = strict(json!([event("_a", json!({"b": []})), login(), event("c d", json!({}))]));
    tells(&several, &[("events", "NAME_INVALID"), (PARAMS, "VALUE_INVALID"), ("events", "NAME_INVALID")]).await;
}

#[tokio::test]
async fn without_enforcement_only_what_loses_an_event_has_a_message() {
    let relaxed = |event: Value| json!({"client_id": "1.1", "events": [event]});
    tells(&relaxed(event("login", json!({"ga_x": 1, "value": "x"}))), &[]).await;
    tells(&relaxed(event("_a", json!({"ga_x": 1}))), &[("events", "NAME_INVALID")]).await;
}

#[tokio::test]
async fn a_message_repeats_no_value() {
    let mut body = strict(json!([event("login", json!({"a": ["secret-value"]}))]));
    body["user_id"] = json!(["secret-person"]);
    body["user_data"] = json!({"sha256_email_address": ["secret@example.com"]});
    let answer = post(&sandbox().await, VALIDATE, &body).await;
    assert_eq!(messages(&answer).len(), 3);
    assert!(!answer.body.contains("secret"), "{}", answer.body);
}
