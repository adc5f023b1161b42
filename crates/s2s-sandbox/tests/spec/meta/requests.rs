//! Requests: where they are sent, and what holds for all of their events.

use s2s_sandbox::Config;
use serde_json::{Value, json};

use super::{DIGEST, TARGET, has_error, lead, of_app, of_website, post, with};
use crate::client::{JSON, last_rule, rule, sandbox, sandbox_with, send, try_send};

const PATH: &str = "/meta/v25.0/1234567890123456/events";

#[tokio::test]
async fn a_success_has_the_number_of_events() {
    let sandbox = sandbox().await;
    let answer = post(&sandbox, TARGET, &json!({"data": [lead(), of_website(), of_app()]})).await;
    assert_eq!(answer.status, 200);
    assert!(answer.headers.contains("content-type: application/json"), "{}", answer.headers);
    assert_eq!(answer.json(), json!({"events_received": 3, "messages": [], "fbtrace_id": "sandbox"}));
    assert_eq!(sandbox.account().accepted.len(), 3);
}

#[tokio::test]
async fn the_token_is_in_the_query_or_in_the_body() {
    let sandbox = sandbox().await;
    let body = json!({"access_token": "demo-access-token", "data": [lead()]});
    for target in [PATH, TARGET, "/meta/v25.0/1234567890123456/events?access_token=demo%2Daccess%2Dtoken"] {
        assert_eq!(post(&sandbox, target, &body).await.status, 200, "{target}");
    }
}

#[tokio::test]
async fn any_version_is_one() {
    let sandbox = sandbox().await;
    for version in ["v1.0", "v24.0", "v100.12"] {
        let target = format!("/meta/{version}/1234567890123456/events?access_token=demo-access-token");
        assert_eq!(post(&sandbox, &target, &json!({"data": [lead()]})).await.status, 200, "{version}");
    }
    for version in ["25.0", "v25", "v.0", "v25.", "vx.0", "V25.0"] {
        let target = format!("/meta/{version}/1234567890123456/events?access_token=demo-access-token");
        has_error(&post(&sandbox, &target, &json!({"data": [lead()]})).await, 400, 100, None);
        assert_eq!(last_rule(&sandbox.account()), "invalid_version", "{version}");
    }
    let unversioned = post(&sandbox, "/meta/1234567890123456/events?access_token=demo-access-token", &json!({"data": [lead()]})).await;
    assert_eq!(unversioned.status, 404);
}

#[tokio::test]
async fn a_request_is_posted() {
    let sandbox = sandbox().await;
    assert_eq!(send(&sandbox, "GET", TARGET, &[], "").await.status, 405);
}

#[tokio::test]
async fn a_token_belongs_to_a_dataset() {
    let dataset = |id, token| format!("[[meta.datasets]]\ndataset_id = '{id}'\naccess_tokens = [{{ token = '{token}' }}]\n");
    let sandbox = sandbox_with(&(dataset("1", "one") + &dataset("2", "two"))).await;
    let body = json!({"data": [lead()]});
    for (id, query, code, subcode, rule) in [
        ("1", "", 104, None, "missing_access_token"),
        ("1", "?access_token=", 104, None, "missing_access_token"),
        ("1", "?access_token=three", 190, None, "unknown_access_token"),
        ("1", "?access_token=ONE", 190, None, "unknown_access_token"),
        ("3", "?access_token=one", 100, Some(33), "unknown_dataset"),
        ("2", "?access_token=one", 100, Some(33), "access_token_of_another_dataset"),
    ] {
        has_error(&post(&sandbox, &format!("/meta/v25.0/{id}/events{query}"), &body).await, 400, code, subcode);
        assert_eq!(last_rule(&sandbox.account()), rule, "{id} {query}");
    }
    assert_eq!(post(&sandbox, "/meta/v25.0/2/events?access_token=two", &body).await.status, 200);
}

#[tokio::test]
async fn the_state_of_a_token_decides_about_its_requests() {
    for (state, status, code, subcode, rule) in [
        ("expired", 400, 190, Some(463), "access_token_expired"),
        ("password_changed", 400, 190, Some(460), "password_changed"),
        ("without_permission", 400, 200, None, "permission_missing"),
        ("rate_limited", 400, 4, Some(1_504_022), "rate_limited"),
        ("blocked", 400, 368, None, "temporarily_blocked"),
        ("unavailable", 500, 2, None, "service_unavailable"),
        ("not_ready", 400, 21_009, None, "dataset_not_ready"),
    ] {
        let sandbox =
            sandbox_with(&format!("[[meta.datasets]]\ndataset_id = '1'\naccess_tokens = [{{ token = 't', state = '{state}' }}]")).await;
        let answer = post(&sandbox, "/meta/v25.0/1/events?access_token=t", &json!({"data": [lead()]})).await;
        has_error(&answer, status, code, subcode);
        assert_eq!(answer.json()["error"]["is_transient"], json!(["rate_limited", "unavailable", "not_ready"].contains(&state)));
        assert_eq!(last_rule(&sandbox.account()), rule);
    }
}

#[tokio::test]
async fn a_fault_of_500_has_no_error_object() {
    let sandbox = sandbox().await;
    for fault in ["500", "500-after"] {
        let answer = post(&sandbox, &format!("{TARGET}&sandbox_fault={fault}"), &json!({"data": [lead()]})).await;
        assert_eq!((answer.status, answer.body.as_str()), (500, ""), "{fault}");
    }
    assert_eq!(sandbox.account().accepted.len(), 1);
    assert_eq!(post(&sandbox, &format!("{TARGET}&sandbox_fault=429"), &json!({"data": [lead()]})).await.status, 429);
    let dropped = try_send(sandbox.address(), "POST", &format!("{TARGET}&sandbox_fault=drop"), &[JSON], "").await;
    assert!(dropped.is_err());
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_refused() {
    let sandbox = sandbox().await;
    for (body, expected) in [
        ("", "invalid_json"),
        ("{", "invalid_json"),
        ("data=[]", "invalid_json"),
        ("[]", "invalid_body"),
        ("{}", "missing_data"),
        (r#"{"data":[]}"#, "missing_data"),
        (r#"{"data":{}}"#, "missing_data"),
        (r#"{"data":"[]"}"#, "missing_data"),
        (r#"{"data":["Lead"]}"#, "invalid_event"),
    ] {
        has_error(&send(&sandbox, "POST", TARGET, &[JSON], body).await, 400, 100, None);
        assert_eq!(last_rule(&sandbox.account()), expected, "{body}");
    }
    let form = [("content-type", "application/x-www-form-urlencoded")];
    has_error(&send(&sandbox, "POST", TARGET, &form, "data=[]").await, 400, 100, None);
    assert_eq!(last_rule(&sandbox.account()), "unsupported_content_type");
}

#[tokio::test]
async fn a_request_has_at_most_1000_events() {
    let sandbox = sandbox().await;
    let body = |count| json!({"data": vec![lead(); count]});
    assert_eq!(post(&sandbox, TARGET, &body(1_000)).await.json()["events_received"], 1_000);
    has_error(&post(&sandbox, TARGET, &body(1_001)).await, 400, 100, None);
    let rejected = sandbox.account().rejected;
    assert_eq!(rejected.len(), 1_001);
    assert!(rejected.iter().all(|entry| rule(entry) == "too_many_events"));
}

#[tokio::test]
async fn one_bad_event_refuses_all() {
    let sandbox = sandbox().await;
    let bad = with("user_data", json!({"em": ["john_smith@gmail.com"]}));
    let answer = post(&sandbox, TARGET, &json!({"data": [lead(), bad, lead()]})).await;
    has_error(&answer, 400, 100, Some(2_804_016));
    let account = sandbox.account();
    assert!(account.accepted.is_empty());
    assert_eq!(account.rejected.iter().map(rule).collect::<Vec<_>>(), ["user_data_not_hashed"; 3]);
    assert_eq!(account.rejected[1].message, Some(bad));
}

#[tokio::test]
async fn two_events_of_one_id_are_two_events() {
    let sandbox = sandbox().await;
    post(&sandbox, TARGET, &json!({"data": [of_website(), of_website()]})).await;
    assert_eq!(sandbox.account().accepted.len(), 2);
}

#[tokio::test]
async fn what_a_request_says_once_is_at_each_event_without_the_token() {
    let sandbox = sandbox().await;
    let body =
        json!({"access_token": "demo-access-token", "test_event_code": "TEST123", "partner_agent": "partner", "data": [lead(), lead()]});
    post(&sandbox, PATH, &body).await;
    for entry in sandbox.account().accepted {
        let expected = json!({"dataset_id": "1234567890123456", "test_event_code": "TEST123", "partner_agent": "partner"});
        assert_eq!(serde_json::to_value(entry.identity).unwrap(), expected);
    }
    post(&sandbox, PATH, &json!({"access_token": "demo-access-token", "data": []})).await;
    assert_eq!(sandbox.account().rejected[0].message, Some(json!({"data": []})));
}

#[tokio::test]
async fn members_beside_the_events_are_checked() {
    let sandbox = sandbox().await;
    for (name, value, expected) in [
        ("test_event_code", json!(""), "invalid_test_event_code"),
        ("test_event_code", json!(1), "invalid_test_event_code"),
        ("partner_agent", json!("a1"), "invalid_partner_agent"),
        ("partner_agent", json!("a".repeat(23)), "invalid_partner_agent"),
        ("partner_agent", json!(1), "invalid_partner_agent"),
    ] {
        has_error(&post(&sandbox, TARGET, &json!({name: value, "data": [lead()]})).await, 400, 100, None);
        assert_eq!(last_rule(&sandbox.account()), expected, "{name} {value}");
    }
    for (name, value) in [("partner_agent", json!("a".repeat(22))), ("partner_agent", json!("a1b")), ("upload_tag", json!("x"))] {
        assert_eq!(post(&sandbox, TARGET, &json!({name: value, "data": [lead()]})).await.status, 200, "{name} {value}");
    }
}

#[tokio::test]
async fn an_error_repeats_no_value() {
    let sandbox = sandbox().await;
    let secret = json!({"em": ["secret@example.com"], "client_user_agent": "secret"});
    for event in [with("user_data", secret), with("event_name", json!(["secret"])), with("custom_data", json!({"value": "secret"}))] {
        let answer = post(&sandbox, TARGET, &json!({"data": [event]})).await;
        assert!(answer.status == 400 && !answer.body.contains("secret"), "{}", answer.body);
    }
}

#[tokio::test]
async fn the_page_masks_the_token_and_the_user() {
    let sandbox = sandbox().await;
    let mut event = of_website();
    event["user_data"]["external_id"] = json!(["secret-person"]);
    post(&sandbox, TARGET, &json!({"access_token": "demo-access-token", "data": [event]})).await;
    let masked = send(&sandbox, "GET", "/_sandbox/requests/0/0", &[], "").await;
    let shown = send(&sandbox, "GET", "/_sandbox/requests/0/0?secrets", &[], "").await.body;
    for secret in ["demo-access-token", "secret-person", DIGEST, "192.0.2.1", "Mozilla/5.0"] {
        assert!(!masked.body.contains(secret) && shown.contains(secret), "{secret}");
    }
    let row = masked.json();
    assert_eq!(row["summary"], json!(["Purchase", "website", "100.2", "USD"]));
    assert_eq!(row["request"]["target"], "/meta/v25.0/1234567890123456/events?access_token=••••••••");
}

#[tokio::test]
async fn the_defaults_are_a_dataset_with_tokens_of_several_states() {
    let text = Config::describe_defaults();
    for line in [
        "Meta Conversions API (/meta/{version}/{dataset_id}/events)",
        "  dataset_id 1234567890123456",
        "    access_token demo-access-token (valid)",
        "    access_token demo-expired-token (expired)",
        "    access_token demo-limited-token (rate_limited)",
        "    access_token demo-unavailable-token (unavailable)",
    ] {
        assert!(text.contains(line), "{line}");
    }
    assert!(!format!("{:?}", Config::default()).contains("demo-access-token"));
    let sandbox = sandbox().await;
    let own = sandbox.demo_destinations().into_iter().find(|destination| destination.provider == "meta").unwrap();
    let settings: Value = own.settings.into_iter().map(|(key, value)| (key.to_owned(), Value::from(value))).collect();
    let expected = json!({"dataset_id": "1234567890123456", "access_token": "demo-access-token", "base_url": sandbox.base_url("meta")});
    assert_eq!((own.name, settings), (None, expected));
}
