//! TikTok's Events API 2.0.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod events;
mod repetitions;
mod requests;
mod responses;

use s2s_sandbox::{Account, Sandbox};
use serde_json::{Value, json};

use crate::client::{Answer, JSON, NOW, sandbox, send};

const TRACK: &str = "/tiktok/open_api/v1.3/event/track/";
const TOKEN: (&str, &str) = ("access-token", "demo-access-token");
/// The documentation's digest of `alice_abc@gmail.com`.
const EMAIL: &str = "848a771458438fc2ec420560d769fb9b9b86851ee338ec56517baabd79d3bb4f";
/// The documentation's digest of `+12133734253`.
const PHONE: &str = "9f7ec22d72092cd3c0b58726ed9c2d91b92e51a3f29837508fb2948bb22dd2fd";

const SOURCES: [(&str, &str); 4] =
    [("web", "C4DEMO0PIXEL00000WEB"), ("app", "7012345678901234567"), ("offline", "7098765432109876543"), ("crm", "7055555555555555555")];

/// The smallest event of a source.
fn event(source: &str) -> Value {
    let mut event = json!({"event": "Purchase", "event_time": NOW - 60, "event_id": "e-1"});
    match source {
        "web" => event["page"] = json!({"url": "https://shop.example/p/1"}),
        "app" => event["app"] = json!({"app_id": "com.example.shop"}),
        "crm" => event["lead"] = json!({"lead_id": "7301"}),
        _ => {}
    }
    event
}

/// An event of a source with another value of a member; `null` takes it out.
fn with(source: &str, name: &str, value: &Value) -> Value {
    crate::client::changed(&event(source), name, value)
}

fn body(source: &str, data: Value) -> Value {
    let (_, id) = SOURCES.into_iter().find(|(name, _)| *name == source).unwrap();
    json!({"event_source": source, "event_source_id": id, "data": data})
}

async fn post(sandbox: &Sandbox, body: &Value) -> Answer {
    send(sandbox, "POST", TRACK, &[JSON, TOKEN], &body.to_string()).await
}

/// The code and the message of a response.
fn code(answer: &Answer) -> (u64, String) {
    assert_eq!(answer.status, 200);
    let json = answer.json();
    assert!(json["request_id"].is_string() && json["data"].is_object());
    (json["code"].as_u64().unwrap(), json["message"].as_str().unwrap().to_owned())
}

/// The newest entry of the account: the name of its list with the rule or the note.
fn newest(sandbox: &Sandbox) -> (&'static str, Option<&'static str>) {
    let Account { accepted, rejected, duplicates, .. } = sandbox.account();
    let lists = [("accepted", &accepted), ("rejected", &rejected), ("duplicate", &duplicates)];
    let newest = lists.into_iter().filter_map(|(name, list)| Some((name, list.last()?))).max_by_key(|(_, entry)| entry.sequence);
    let (name, entry) = newest.unwrap();
    (name, entry.refusal.as_ref().map(|refusal| refusal.rule).or(entry.note))
}

/// Expects that an event of a source is recorded, with or without a note.
async fn records(source: &str, event: Value, note: Option<&str>) {
    let sandbox = sandbox().await;
    assert_eq!(code(&post(&sandbox, &body(source, json!([event]))).await), (0, "OK".to_owned()), "{source} {event}");
    assert_eq!(newest(&sandbox), ("accepted", note), "{source} {event}");
    assert_eq!(sandbox.account().accepted[0].message.as_ref(), Some(&event));
}

async fn accepts(source: &str, event: Value) {
    records(source, event, None).await;
}

/// Expects that an event of a source is refused with a code, a message and a rule.
async fn refuses(source: &str, event: Value, expected: u64, message: &str, rule: &str) {
    let sandbox = sandbox().await;
    let answer = post(&sandbox, &body(source, json!([event]))).await;
    assert_eq!(code(&answer), (expected, message.to_owned()), "{source} {event}");
    assert_eq!(newest(&sandbox), ("rejected", Some(rule)), "{source} {event}");
}
