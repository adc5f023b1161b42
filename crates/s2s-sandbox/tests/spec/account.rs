//! The account.

use serde_json::{Value, json};

use crate::client::{EVENT, FORM, JSON, adjust, sandbox, sandbox_with, send};

const METRIX: [(&str, &str); 3] = [("X-Application-Id", "metrix-demo-app"), ("X-API-Key", "metrix-demo-api-key"), JSON];

#[tokio::test]
async fn an_empty_account_has_three_empty_lists() {
    let answer = send(&sandbox().await, "GET", "/_sandbox/events", &[], "").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body, r#"{"accepted":[],"rejected":[],"duplicates":[]}"#);
}

#[tokio::test]
async fn an_adjust_event_stands_there_with_its_decoded_parameters() {
    let sandbox = sandbox().await;
    adjust(&sandbox, &format!("{EVENT}&user_agent=a%20b+%C3%A9")).await;
    let account = send(&sandbox, "GET", "/_sandbox/events", &[], "").await.json();
    let expected = json!({
        "sequence": 1, "provider": "adjust", "time": "2026-11-20T12:00:00Z",
        "parameters": {
            "s2s": "1", "app_token": "4w565xzmb54d", "event_token": "f0ob4r",
            "gps_adid": "660e1d86-6796-463a-be86-897993136018", "user_agent": "a b é",
        },
    });
    assert_eq!(account["accepted"], json!([expected]));
}

#[tokio::test]
async fn a_rejection_stands_there_with_its_answer_and_rule() {
    let sandbox = sandbox().await;
    adjust(&sandbox, "s2s=1").await;
    let account = send(&sandbox, "GET", "/_sandbox/events", &[], "").await.json();
    let expected = json!({
        "sequence": 1, "provider": "adjust", "time": "2026-11-20T12:00:00Z", "parameters": {"s2s": "1"},
        "status": 400, "body": r#"{"error":"Event request failed (Invalid app token)"}"#, "rule": "missing_app_token",
    });
    assert_eq!(account["rejected"], json!([expected]));
}

#[tokio::test]
async fn a_metrix_message_stands_there_with_its_identity() {
    let sandbox = sandbox().await;
    let message = json!({"type": "user", "id": "a", "time": "1733830178"});
    let body = json!({"customUserId": "u", "metrixUserId": "m", "messages": [message, message]});
    send(&sandbox, "POST", "/metrix/", &METRIX, &body.to_string()).await;
    let account = send(&sandbox, "GET", "/_sandbox/events", &[], "").await.json();
    let identity = json!({"customUserId": "u", "metrixUserId": "m"});
    let expected = json!({
        "sequence": 1, "provider": "metrix", "time": "2026-11-20T12:00:00Z", "identity": identity, "message": message,
    });
    assert_eq!(account["accepted"], json!([expected]));
    let expected = json!({
        "sequence": 2, "provider": "metrix", "time": "2026-11-20T12:00:00Z", "identity": identity, "message": message,
        "status": 200, "body": "", "rule": "duplicate_id",
    });
    assert_eq!(account["duplicates"], json!([expected]));
}

#[tokio::test]
async fn entries_are_numbered_in_order_of_arrival_over_all_providers() {
    let sandbox = sandbox().await;
    adjust(&sandbox, EVENT).await;
    send(&sandbox, "POST", "/metrix_inapp/inappevent/x", &[], "{}").await;
    adjust(&sandbox, EVENT).await;
    let account = sandbox.account();
    assert_eq!(account.accepted.iter().map(|entry| entry.sequence).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(account.rejected[0].sequence, 2);
}

#[tokio::test]
async fn an_answer_that_was_lost_is_marked() {
    let sandbox = sandbox().await;
    send(&sandbox, "POST", "/adjust/event", &[FORM, ("x-sandbox-fault", "500-after")], EVENT).await;
    let account = send(&sandbox, "GET", "/_sandbox/events", &[], "").await.json();
    assert_eq!(account["accepted"][0]["answer_lost"], true);
}

#[tokio::test]
async fn deleting_empties_it_and_the_provider_forgets_nothing() {
    let sandbox = sandbox().await;
    let unique = EVENT.replace("f0ob4r", "1a2b3c");
    adjust(&sandbox, &unique).await;
    assert_eq!(send(&sandbox, "DELETE", "/_sandbox/events", &[], "").await.status, 204);
    assert!(sandbox.account().accepted.is_empty());
    assert_eq!(adjust(&sandbox, &unique).await.status, 400);
    assert_eq!(sandbox.account().rejected[0].sequence, 1);
}

#[tokio::test]
async fn it_is_complete_whatever_its_length() {
    let sandbox = sandbox().await;
    let message = |id: usize| json!({"type": "user", "id": id.to_string(), "time": "1733830178"});
    let messages: Vec<Value> = (0..5_000).map(message).collect();
    let body = json!({"customUserId": "u", "messages": messages});
    send(&sandbox, "POST", "/metrix/", &METRIX, &body.to_string()).await;
    let account = send(&sandbox, "GET", "/_sandbox/events", &[], "").await.json();
    assert_eq!(account["accepted"].as_array().unwrap().len(), 5_000);
}

#[tokio::test]
async fn it_keeps_doubles_to_the_last_bit() {
    let sandbox = sandbox().await;
    let numbers: Vec<f64> = (1..500).map(|seed| f64::from(seed) * 1000.0 / 7.3).collect();
    let message = json!({"type": "user", "id": "a", "time": "1", "customAttributes": {"numbers": numbers}});
    let body = json!({"customUserId": "u", "messages": [message]});
    send(&sandbox, "POST", "/metrix/", &METRIX, &body.to_string()).await;
    let account = send(&sandbox, "GET", "/_sandbox/events", &[], "").await.body;
    assert!(account.contains(&message.to_string()));
}

#[tokio::test]
async fn it_holds_no_credentials() {
    let sandbox = sandbox().await;
    let secured = "s2s=1&app_token=s3cur3dapp12&event_token=s3ct0k&gps_adid=660e1d86-6796-463a-be86-897993136018";
    for token in ["Bearer v8s5opi0zs45607l8h8c48wak2vxb5oe", "Bearer wrong-token"] {
        send(&sandbox, "POST", "/adjust/event", &[FORM, ("authorization", token)], secured).await;
    }
    send(&sandbox, "POST", "/metrix/", &METRIX, "{}").await;
    send(&sandbox, "POST", "/metrix_inapp/inappevent/metrix-demo-app", &[("authorization", "metrix-demo-dev-key")], "{}").await;
    let account = send(&sandbox, "GET", "/_sandbox/events", &[], "").await.body;
    for credential in ["v8s5opi0zs45607l8h8c48wak2vxb5oe", "wrong-token", "metrix-demo-api-key", "metrix-demo-dev-key"] {
        assert!(!account.contains(credential), "{credential}");
    }
}

#[tokio::test]
async fn its_debug_form_shows_nothing_that_arrived() {
    let sandbox = sandbox().await;
    adjust(&sandbox, EVENT).await;
    let body = json!({"customUserId": "+989120000000", "messages": [{"type": "user", "id": "a", "time": "1"}]});
    send(&sandbox, "POST", "/metrix/", &METRIX, &body.to_string()).await;
    let account = sandbox.account();
    let debug = format!("{account:?} {:?} {sandbox:?}", account.accepted[1].identity);
    assert!(!debug.contains("660e1d86") && !debug.contains("+989120000000"), "{debug}");
}

#[tokio::test]
async fn beyond_its_limits_the_oldest_requests_are_forgotten_whole_and_counted() {
    let sandbox = sandbox_with("account = { max_entries = 3 }").await;
    let message = |id: &str| json!({"type": "user", "id": id, "time": "1733830178"});
    let body = json!({"customUserId": "u", "messages": [message("a"), message("b")]});
    send(&sandbox, "POST", "/metrix/", &METRIX, &body.to_string()).await;
    adjust(&sandbox, EVENT).await;
    assert_eq!(sandbox.account().forgotten, 0);
    adjust(&sandbox, EVENT).await;
    let account = send(&sandbox, "GET", "/_sandbox/events", &[], "").await.json();
    assert_eq!(account["forgotten"], 2);
    let sequences: Vec<_> = account["accepted"].as_array().unwrap().iter().map(|entry| &entry["sequence"]).collect();
    assert_eq!(sequences, [3, 4]);
}

#[tokio::test]
async fn requests_that_were_not_processed_are_limited_as_well() {
    let sandbox = sandbox_with("account = { max_entries = 2 }").await;
    for fault in ["latency=0", "500", "500"] {
        send(&sandbox, "POST", "/adjust/event", &[FORM, ("x-sandbox-fault", fault)], EVENT).await;
    }
    assert_eq!((sandbox.account().accepted.len(), sandbox.account().forgotten), (0, 1));
}

#[tokio::test]
async fn its_size_is_limited_and_the_newest_request_always_stays() {
    let sandbox = sandbox_with("account = { max_bytes = 1000 }").await;
    let large = format!("{EVENT}&sender={}", "x".repeat(2_000));
    for form in [EVENT, &large] {
        adjust(&sandbox, form).await;
    }
    let account = sandbox.account();
    assert_eq!((account.accepted.len(), account.forgotten), (1, 1));
    assert!(account.accepted[0].parameters.as_ref().unwrap().contains_key("sender"));
}
