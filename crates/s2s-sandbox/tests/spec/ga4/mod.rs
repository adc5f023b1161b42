//! Google Analytics' Measurement Protocol.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod events;
mod requests;
mod user;
mod validation;

use s2s_sandbox::{Account, Sandbox};
use serde_json::{Value, json};

use crate::client::{Answer, JSON, sandbox, send};

const WEB: &str = "/ga4/mp/collect?measurement_id=G-DEMO123456&api_secret=demo-api-secret";
const APP: &str = "/ga4/mp/collect?firebase_app_id=1:1234567890:android:abcdef0123456789&api_secret=demo-api-secret";
const DIGEST: &str = "223ebda6f6889b1494551ba902d9d381daf2f642bae055888e96343d53e9f9c4";

/// The documentation's example, with a session.
fn login() -> Value {
    json!({"name": "login", "params": {"method": "Google", "session_id": "1795168800", "engagement_time_msec": 100}})
}

/// An event with further parameters; `null` takes one out.
fn event(name: &str, params: Value) -> Value {
    let mut event = login();
    event["name"] = name.into();
    let own = event["params"].as_object_mut().unwrap();
    for (name, value) in params.as_object().unwrap() {
        match value {
            Value::Null => own.remove(name),
            value => own.insert(name.clone(), value.clone()),
        };
    }
    event
}

fn web(events: Value) -> Value {
    json!({"client_id": "1234567890.1795168800", "events": events})
}

fn app(events: Value) -> Value {
    json!({"app_instance_id": "0123456789abcdef0123456789ABCDEF", "events": events})
}

async fn post(sandbox: &Sandbox, target: &str, body: &Value) -> Answer {
    send(sandbox, "POST", target, &[JSON], &body.to_string()).await
}

/// Sends a body and expects the only response that there is.
async fn collect(sandbox: &Sandbox, target: &str, body: &Value) {
    let answer = post(sandbox, target, body).await;
    assert_eq!((answer.status, answer.body.as_str()), (204, ""), "{body}");
}

/// What a body of one event becomes: the name of the list with the rule or the note, and the event as
/// it is in the account.
async fn fate_at(sandbox: &Sandbox, target: &str, body: &Value) -> (&'static str, Option<&'static str>, Value) {
    collect(sandbox, target, body).await;
    let Account { accepted, rejected, duplicates, .. } = sandbox.account();
    let lists = [("accepted", &accepted), ("rejected", &rejected), ("duplicate", &duplicates)];
    let newest = lists.into_iter().filter_map(|(name, list)| Some((name, list.last()?))).max_by_key(|(_, entry)| entry.sequence);
    let (name, entry) = newest.unwrap();
    (name, entry.refusal.as_ref().map(|refusal| refusal.rule).or(entry.note), entry.message.clone().unwrap())
}

async fn fate(body: &Value) -> (&'static str, Option<&'static str>, Value) {
    fate_at(&sandbox().await, WEB, body).await
}

/// Expects that events of a web stream are recorded without a note.
async fn accepts(events: impl IntoIterator<Item = Value>) {
    let sandbox = sandbox().await;
    for event in events {
        let (list, rule, recorded) = fate_at(&sandbox, WEB, &web(json!([event]))).await;
        assert_eq!((list, rule), ("accepted", None), "{event}");
        assert_eq!(recorded, event);
    }
}

/// Expects that events of a web stream are lost by a rule, and in the account as they were sent.
async fn loses(rule: &'static str, events: impl IntoIterator<Item = Value>) {
    let sandbox = sandbox().await;
    for event in events {
        let (list, own, sent) = fate_at(&sandbox, WEB, &web(json!([event]))).await;
        assert_eq!((list, own), ("rejected", Some(rule)), "{event}");
        assert_eq!(sent, event);
    }
}

/// Expects that an event of a web stream is recorded as another one, by a rule.
async fn changes(rule: &'static str, sent: Value, recorded: Value) {
    assert_eq!(fate(&web(json!([sent]))).await, ("accepted", Some(rule), recorded), "{sent}");
    let strict = json!({"client_id": "1.1", "validation_behavior": "ENFORCE_RECOMMENDATIONS", "events": [sent]});
    let (list, own, _) = fate(&strict).await;
    assert_eq!((list, own), ("rejected", Some(rule)), "strictly: {sent}");
}
