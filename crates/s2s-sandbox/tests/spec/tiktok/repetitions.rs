//! Repetitions of an event.

use s2s_sandbox::{Config, Sandbox};
use serde_json::{Value, json};

use super::{body, code, event, newest, post, with};
use crate::client::{changed, sandbox, sandbox_with};

async fn track(sandbox: &Sandbox, source: &str, event: &Value) -> (&'static str, Option<&'static str>) {
    assert_eq!(code(&post(sandbox, &body(source, json!([event]))).await), (0, "OK".to_owned()));
    newest(sandbox)
}

const DUPLICATE: (&str, Option<&str>) = ("duplicate", Some("duplicate_event_id"));

#[tokio::test]
async fn an_event_with_the_name_and_id_of_an_earlier_one_is_dropped() {
    for source in ["web", "offline", "crm"] {
        let sandbox = sandbox().await;
        let first = event(source);
        assert_eq!(track(&sandbox, source, &first).await, ("accepted", None), "{source}");
        assert_eq!(track(&sandbox, source, &first).await, DUPLICATE, "{source}");
        let changed = changed(&first, "event_time", &json!(1_795_000_000));
        assert_eq!(track(&sandbox, source, &changed).await, DUPLICATE, "whatever else differs");
        assert_eq!(sandbox.account().accepted.len(), 1);
    }
}

#[tokio::test]
async fn events_of_apps_are_not_said_to_be_merged() {
    let sandbox = sandbox().await;
    for _ in 0..2 {
        assert_eq!(track(&sandbox, "app", &event("app")).await, ("accepted", None));
    }
}

#[tokio::test]
async fn another_name_or_id_or_source_is_another_event() {
    let sandbox = sandbox().await;
    track(&sandbox, "web", &event("web")).await;
    for (source, other) in [
        ("web", with("web", "event", &json!("AddToCart"))),
        ("web", with("web", "event_id", &json!("e-2"))),
        ("web", with("web", "event_id", &json!("E-1"))),
        ("offline", event("offline")),
        ("crm", event("crm")),
    ] {
        assert_eq!(track(&sandbox, source, &other).await, ("accepted", None), "{other}");
    }
}

#[tokio::test]
async fn events_without_an_id_are_not_merged() {
    let sandbox = sandbox().await;
    for _ in 0..2 {
        assert_eq!(track(&sandbox, "web", &with("web", "event_id", &Value::Null)).await, ("accepted", None));
        assert_eq!(track(&sandbox, "web", &with("web", "event_id", &json!(""))).await, ("accepted", None));
    }
}

#[tokio::test]
async fn a_repetition_in_the_same_request_is_dropped() {
    let sandbox = sandbox().await;
    post(&sandbox, &body("web", json!([event("web"), event("web"), with("web", "event_id", &json!("e-2"))]))).await;
    let account = sandbox.account();
    assert_eq!((account.accepted.len(), account.duplicates.len()), (2, 1));
}

#[tokio::test]
async fn a_refused_event_is_not_remembered() {
    let sandbox = sandbox().await;
    post(&sandbox, &body("web", json!([event("web"), 7]))).await;
    assert_eq!(track(&sandbox, "web", &event("web")).await, ("accepted", None));
}

#[tokio::test]
async fn repetitions_may_be_left_alone() {
    let sandbox = sandbox_with("tiktok.deduplicate = false").await;
    for _ in 0..2 {
        assert_eq!(track(&sandbox, "web", &event("web")).await, ("accepted", None));
    }
    assert!(Config::default().tiktok.deduplicate);
}
