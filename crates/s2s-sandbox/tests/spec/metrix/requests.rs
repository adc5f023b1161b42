//! Requests: credentials, the envelope, and what is dropped.

use serde_json::json;

use super::{APP, KEY, action, envelope, post, refuses};
use crate::client::{JSON, last_rule, rule, sandbox, sandbox_with, send};

#[tokio::test]
async fn an_unknown_app_and_a_wrong_key_are_forbidden() {
    let sandbox = sandbox().await;
    let body = envelope(&[action("a", "1733830178")]).to_string();
    for (headers, expected) in [
        (&[KEY, JSON][..], "missing_application_id"),
        (&[("X-Application-Id", "other"), KEY, JSON], "unknown_application_id"),
        (&[APP, JSON], "missing_api_key"),
        (&[APP, ("X-API-Key", "wrong"), JSON], "wrong_api_key"),
    ] {
        let answer = send(&sandbox, "POST", "/metrix/", headers, &body).await;
        assert_eq!((answer.status, answer.body.as_str()), (403, ""));
        assert_eq!(last_rule(&sandbox.account()), expected);
    }
}

#[tokio::test]
async fn a_caller_who_is_not_on_the_apps_list_is_forbidden() {
    let app = |ip| format!("[[metrix.apps]]\napp_id = 'metrix-demo-app'\napi_key = 'metrix-demo-api-key'\nallowed_ips = ['{ip}']");
    let body = envelope(&[action("a", "1733830178")]);
    let elsewhere = sandbox_with(&app("192.0.2.1")).await;
    assert_eq!(post(&elsewhere, &body).await.status, 403);
    assert_eq!(last_rule(&elsewhere.account()), "ip_not_allowed");
    assert_eq!(post(&sandbox_with(&app("127.0.0.1")).await, &body).await.status, 200);
}

#[tokio::test]
async fn a_body_that_does_not_say_it_is_json_is_refused() {
    let sandbox = sandbox().await;
    let body = envelope(&[action("a", "1733830178")]).to_string();
    assert_eq!(send(&sandbox, "POST", "/metrix/", &[APP, KEY], &body).await.status, 400);
    assert_eq!(last_rule(&sandbox.account()), "unsupported_content_type");
}

#[tokio::test]
async fn a_body_that_is_not_json_is_refused_and_kept_as_text() {
    let sandbox = sandbox().await;
    for body in ["", "{", "{} trailing", r#"{"messages":[],}"#] {
        assert_eq!(send(&sandbox, "POST", "/metrix/", &[APP, KEY, JSON], body).await.status, 400);
        let account = sandbox.account();
        assert_eq!(last_rule(&account), "invalid_json");
        assert_eq!(account.rejected.last().unwrap().message, Some(json!(body)));
    }
}

#[tokio::test]
async fn the_envelope_needs_an_identity_and_messages() {
    let sandbox = sandbox().await;
    let messages = [action("a", "1733830178")];
    refuses(&sandbox, &json!([]), "invalid_envelope").await;
    refuses(&sandbox, &json!({"messages": messages}), "missing_user_id").await;
    refuses(&sandbox, &json!({"customUserId": "", "messages": messages}), "invalid_user_id").await;
    refuses(&sandbox, &json!({"metrixUserId": 1, "messages": messages}), "invalid_user_id").await;
    refuses(&sandbox, &json!({"customUserId": "u"}), "missing_messages").await;
    refuses(&sandbox, &json!({"customUserId": "u", "messages": {}}), "missing_messages").await;
    refuses(&sandbox, &envelope(&[]), "missing_messages").await;
}

#[tokio::test]
async fn one_of_the_two_identities_is_enough() {
    let sandbox = sandbox().await;
    for (id, name) in [("a", "customUserId"), ("b", "metrixUserId")] {
        let body = json!({name: "u", "messages": [action(id, "1733830178")]});
        assert_eq!(post(&sandbox, &body).await.status, 200);
    }
}

#[tokio::test]
async fn one_bad_message_refuses_the_whole_request_and_every_message_is_in_the_account() {
    let sandbox = sandbox().await;
    let bad = json!({"type": "action", "id": "b", "time": "1733830179"});
    let body = envelope(&[action("a", "1733830178"), bad, action("c", "1733830180")]);
    assert_eq!(post(&sandbox, &body).await.status, 400);
    let account = sandbox.account();
    assert!(account.accepted.is_empty());
    let ids: Vec<_> = account.rejected.iter().map(|entry| entry.message.as_ref().unwrap()["id"].clone()).collect();
    assert_eq!(ids, ["a", "b", "c"]);
    assert!(account.rejected.iter().all(|entry| rule(entry) == "name_or_custom_name"));
}

#[tokio::test]
async fn the_messages_of_a_refused_request_may_come_again() {
    let sandbox = sandbox().await;
    let bad = json!({"type": "action", "id": "b", "time": "1733830179"});
    assert_eq!(post(&sandbox, &envelope(&[action("a", "1733830178"), bad])).await.status, 400);
    assert_eq!(post(&sandbox, &envelope(&[action("a", "1733830178")])).await.status, 200);
    assert_eq!(sandbox.account().accepted.len(), 1);
}

#[tokio::test]
async fn a_second_message_of_the_same_id_is_dropped_with_200() {
    let sandbox = sandbox().await;
    let body = envelope(&[action("a", "1733830178"), action("a", "1733830179")]);
    assert_eq!(post(&sandbox, &body).await.status, 200, "in one request");
    assert_eq!(post(&sandbox, &body).await.status, 200, "in another request");
    let account = sandbox.account();
    assert_eq!((account.accepted.len(), account.rejected.len(), account.duplicates.len()), (1, 0, 3));
    let refusal = account.duplicates[0].refusal.as_ref().unwrap();
    assert_eq!((refusal.status, refusal.body.as_str(), refusal.rule), (200, "", "duplicate_id"));
}

#[tokio::test]
async fn another_message_of_the_same_device_and_time_is_dropped_with_200() {
    let sandbox = sandbox().await;
    let body = envelope(&[action("a", "1733830178"), action("b", "1733830178"), action("c", "1733830179")]);
    assert_eq!(post(&sandbox, &body).await.status, 200);
    let account = sandbox.account();
    assert_eq!((account.accepted.len(), account.duplicates.len()), (2, 1));
    assert_eq!(rule(&account.duplicates[0]), "same_user_and_time");
}

#[tokio::test]
async fn the_same_time_is_no_duplicate_without_a_metrix_user_id_or_when_the_setting_is_off() {
    let messages = [action("a", "1733830178"), action("b", "1733830178")];
    let sandbox = sandbox().await;
    let body = json!({"customUserId": "u", "messages": messages});
    assert_eq!(post(&sandbox, &body).await.status, 200);
    assert_eq!(sandbox.account().accepted.len(), 2);

    let sandbox = sandbox_with("metrix.drop_same_time = false").await;
    assert_eq!(post(&sandbox, &envelope(&messages)).await.status, 200);
    assert_eq!(sandbox.account().accepted.len(), 2);
}
