//! Keys, endpoints and responses.

use s2s_sandbox::Config;
use serde_json::{Value, json};

use super::{CUSTOM, KEY, STANDARD, accepts, event, post, purchase, refuses, with, with_key};
use crate::client::{FORM, JSON, last_rule, sandbox, sandbox_with, send, try_send};

const UNAUTHORIZED: &str = r#"{"error":{"code":400,"message":"Authentication failed !"}}"#;

#[tokio::test]
async fn an_event_is_answered_with_the_fields_of_skadnetwork() {
    let sandbox = sandbox().await;
    let answer = post(&sandbox, STANDARD, &purchase()).await;
    assert_eq!(answer.status, 200);
    assert!(answer.headers.contains("content-type: application/json"), "{}", answer.headers);
    assert_eq!(answer.json(), json!({"ascending_only": false, "coarse_key": "low", "locked": false, "update_conversion_value": 0}));
    assert_eq!(post(&sandbox, CUSTOM, &event("picture swiped")).await.json(), answer.json());
}

#[tokio::test]
async fn the_older_response_may_be_asked_for() {
    let sandbox = sandbox_with("branch.success = 'branch_view'").await;
    assert_eq!(post(&sandbox, STANDARD, &purchase()).await.body, r#"{"branch_view_enabled":false}"#);
    assert!(Config::from_toml("branch.success = 'page'").is_err());
}

#[tokio::test]
async fn a_wrong_key_is_the_documented_400() {
    let sandbox = sandbox().await;
    for (key, rule) in [
        (Value::Null, "missing_branch_key"),
        (json!(7), "invalid_branch_key"),
        (json!(""), "invalid_branch_key"),
        (json!("key_live_other"), "unknown_branch_key"),
        (json!("key_live_demo "), "unknown_branch_key"),
        (json!("KEY_LIVE_DEMO"), "unknown_branch_key"),
    ] {
        for path in [STANDARD, CUSTOM] {
            let answer = send(&sandbox, "POST", path, &[JSON], &with_key(&purchase(), key.clone())).await;
            assert_eq!((answer.status, answer.body.as_str()), (400, UNAUTHORIZED), "{key}");
            assert_eq!(last_rule(&sandbox.account()), rule, "{key}");
        }
    }
}

#[tokio::test]
async fn the_key_is_a_member_of_the_body_and_no_header() {
    let sandbox = sandbox().await;
    let headers = [JSON, ("Authorization", KEY), ("branch-key", KEY)];
    let answer = send(&sandbox, "POST", "/branch/v2/event/standard?branch_key=key_live_demo", &headers, &purchase().to_string()).await;
    assert_eq!((answer.status, last_rule(&sandbox.account())), (400, "missing_branch_key"));
}

#[tokio::test]
async fn the_key_comes_before_the_event() {
    let sandbox = sandbox().await;
    let answer = send(&sandbox, "POST", STANDARD, &[JSON], r#"{"branch_key":"x","name":7}"#).await;
    assert_eq!(answer.body, UNAUTHORIZED);
}

#[tokio::test]
async fn apps_of_a_file_replace_the_demo_app() {
    let sandbox = sandbox_with("[[branch.apps]]\nlive_key = 'key_live_a'\n[[branch.apps]]\nlive_key = 'key_live_b'").await;
    for (key, status) in [("key_live_a", 200), ("key_live_b", 200), (KEY, 400), ("key_test_demo", 400)] {
        assert_eq!(send(&sandbox, "POST", STANDARD, &[JSON], &with_key(&purchase(), key)).await.status, status, "{key}");
    }
}

#[tokio::test]
async fn the_body_is_a_json_object() {
    let sandbox = sandbox().await;
    for (body, rule) in [("", "invalid_json"), ("{", "invalid_json"), ("[]", "invalid_body"), ("\"a\"", "invalid_body")] {
        let answer = send(&sandbox, "POST", STANDARD, &[JSON], body).await;
        assert_eq!((answer.status, last_rule(&sandbox.account())), (400, rule), "{body}");
        assert!(answer.json()["error"]["message"].is_string());
    }
    let form = "name=PURCHASE&branch_key=key_live_demo&user_data=%7B%22developer_identity%22%3A%22user123%22%7D";
    assert_eq!(send(&sandbox, "POST", STANDARD, &[FORM], form).await.status, 400);
    assert_eq!(last_rule(&sandbox.account()), "invalid_json");
}

#[tokio::test]
async fn the_headers_are_only_recommended() {
    let sandbox = sandbox().await;
    let accept = ("accept", "application/json");
    for headers in [&[JSON, accept][..], &[JSON], &[]] {
        assert_eq!(send(&sandbox, "POST", STANDARD, headers, &with_key(&purchase(), KEY)).await.status, 200);
    }
}

#[tokio::test]
async fn there_are_two_paths_and_one_method() {
    let sandbox = sandbox().await;
    for method in ["GET", "PUT", "HEAD"] {
        assert_eq!(send(&sandbox, method, STANDARD, &[JSON], "").await.status, 405, "{method}");
    }
    for path in ["/branch", "/branch/v2/event", "/branch/v1/event", "/branch/v2/event/standard/"] {
        assert_eq!(send(&sandbox, "POST", path, &[JSON], &with_key(&purchase(), KEY)).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn the_endpoint_must_fit_the_name() {
    let error =
        refuses(CUSTOM, "standard_name_at_custom", ["PURCHASE", "VIEW_ITEM", "LOGIN", "RESERVE", "OPT_IN", "OPT_OUT"].map(event)).await;
    assert_eq!(error, json!({"name": "a standard event", "user_data": [], "content_items": [], "event_data": [], "custom_data": []}));
    refuses(STANDARD, "unknown_standard_name", ["picture swiped", "purchase", "VIEW_CONTENT", "PURCHASE "].map(event)).await;
    refuses(CUSTOM, "reserved_name", [event("custom event")]).await;
    accepts(CUSTOM, ["picture swiped", "purchase", "open", "تصویر"].map(event)).await;
    for path in [STANDARD, CUSTOM] {
        refuses(path, "missing_name", [with(event("x"), "/name", Value::Null)]).await;
        refuses(path, "invalid_name", [event(""), with(event("x"), "/name", json!(7))]).await;
    }
}

#[tokio::test]
async fn new_standard_names_may_be_added() {
    let sandbox = sandbox_with("branch.extra_standard_names = ['NEW_EVENT']").await;
    assert_eq!(post(&sandbox, STANDARD, &event("NEW_EVENT")).await.status, 200);
    assert_eq!(post(&sandbox, CUSTOM, &event("NEW_EVENT")).await.status, 400);
    assert_eq!(last_rule(&sandbox.account()), "standard_name_at_custom");
    refuses(STANDARD, "unknown_standard_name", [event("NEW_EVENT")]).await;
}

#[tokio::test]
async fn an_event_that_is_sent_twice_counts_twice() {
    accepts(STANDARD, [purchase(), purchase()]).await;
}

#[tokio::test]
async fn faults_happen_before_and_after() {
    let sandbox = sandbox().await;
    let body = with_key(&purchase(), KEY);
    let fault = |fault| [JSON, ("x-sandbox-fault", fault)];
    assert_eq!(send(&sandbox, "POST", STANDARD, &fault("429;retry-after=3"), &body).await.status, 429);
    assert_eq!(send(&sandbox, "POST", STANDARD, &fault("500"), &body).await.status, 500);
    assert!(try_send(sandbox.address(), "POST", STANDARD, &fault("drop"), &body).await.is_err());
    assert!(sandbox.account().accepted.is_empty());
    assert_eq!(send(&sandbox, "POST", STANDARD, &fault("500-after"), &body).await.status, 500);
    assert!(sandbox.account().accepted[0].answer_lost);
}

#[tokio::test]
async fn the_account_has_no_key_and_the_page_hides_who_it_was() {
    let sandbox = sandbox().await;
    post(&sandbox, STANDARD, &purchase()).await;
    assert_eq!(sandbox.account().accepted[0].message, Some(purchase()));
    post(&sandbox, CUSTOM, &purchase()).await;
    assert_eq!(sandbox.account().rejected[0].message, Some(purchase()));
    for request in ["/_sandbox/requests/0/0", "/_sandbox/requests/1/0"] {
        let row = send(&sandbox, "GET", request, &[], "").await.body;
        for secret in [KEY, "user123", "abcdabcd-0123", "a12300000000", "192.168.1.2"] {
            assert!(!row.contains(secret), "{request} {secret}");
        }
        assert!(row.contains("Nexus 5X"), "{request}");
    }
}

#[test]
fn the_defaults_are_an_app_with_both_keys() {
    let text = Config::describe_defaults();
    for line in
        ["Branch Events API (/branch/v2/event/standard, /branch/v2/event/custom)", "  live key key_live_demo, test key key_test_demo"]
    {
        assert!(text.contains(line), "{line}");
    }
    assert!(!format!("{:?}", Config::default()).contains("key_live_demo"));
}

#[tokio::test]
async fn the_demo_destination_is_of_the_live_environment() {
    let destinations = sandbox().await.demo_destinations();
    let own: Vec<_> = destinations.iter().filter(|destination| destination.provider == "branch").collect();
    assert_eq!(own.len(), 1);
    assert!(own[0].settings.contains(&("branch_key", KEY.to_owned())));
}
