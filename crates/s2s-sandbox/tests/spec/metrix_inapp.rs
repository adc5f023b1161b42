//! Metrix's in-app event API.

use s2s_sandbox::Sandbox;
use serde_json::{Value, json};

use crate::client::{Answer, JSON, changed, last_rule, sandbox, sandbox_with, send};

const PATH: &str = "/metrix_inapp/inappevent/metrix-demo-app";
const KEY: (&str, &str) = ("Authorization", "metrix-demo-dev-key");

/// The documentation's example, with one of its two advertising ids.
fn event() -> Value {
    json!({
        "metrixUserId": "1415211453000-6513894",
        "metrixSessionId": "b6d1a5c2-2b1f-4c8c-9d7b-5f2f4d1a0c11",
        "advertisingId": "660e1d86-6796-463a-be86-897993136018",
        "customAttributes": {"content_type": "wallets", "content_id": "hrhfwbrfybwa"},
        "customMetrics": {"revenue": 130.5},
        "deviceIp": "192.0.2.1",
        "eventSlug": "taqsq",
        "eventTime": "1570274953412"
    })
}

async fn post(sandbox: &Sandbox, body: &Value) -> Answer {
    send(sandbox, "POST", PATH, &[KEY, JSON], &body.to_string()).await
}

async fn refuses(changes: &[(&str, Value)], rule: &str) {
    let sandbox = sandbox().await;
    for (name, value) in changes {
        let answer = post(&sandbox, &changed(&event(), name, value)).await;
        assert_eq!((answer.status, answer.body.as_str()), (400, ""), "{name} {value}");
        assert_eq!(last_rule(&sandbox.account()), rule, "{name} {value}");
    }
}

#[tokio::test]
async fn the_documentations_example_is_accepted_with_an_empty_body() {
    let sandbox = sandbox().await;
    let answer = post(&sandbox, &event()).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, ""));
    assert_eq!(sandbox.account().accepted[0].message, Some(event()));
}

#[tokio::test]
async fn the_optional_fields_may_be_left_out() {
    let sandbox = sandbox().await;
    for name in ["customAttributes", "customMetrics", "deviceIp", "eventTime"] {
        assert_eq!(post(&sandbox, &changed(&event(), name, &Value::Null)).await.status, 200, "{name}");
    }
}

#[tokio::test]
async fn the_same_event_twice_counts_twice() {
    let sandbox = sandbox().await;
    assert_eq!(post(&sandbox, &event()).await.status, 200);
    assert_eq!(post(&sandbox, &event()).await.status, 200);
    assert_eq!(sandbox.account().accepted.len(), 2);
}

#[tokio::test]
async fn an_unknown_app_and_a_wrong_key_are_forbidden() {
    let sandbox = sandbox().await;
    for (path, headers, rule) in [
        ("/metrix_inapp/inappevent/other", &[KEY][..], "unknown_app_id"),
        (PATH, &[], "missing_dev_key"),
        (PATH, &[("Authorization", "wrong")], "wrong_dev_key"),
        (PATH, &[("Authorization", "Bearer metrix-demo-dev-key")], "wrong_dev_key"),
    ] {
        assert_eq!(send(&sandbox, "POST", path, headers, &event().to_string()).await.status, 403);
        assert_eq!(last_rule(&sandbox.account()), rule);
    }
}

#[tokio::test]
async fn the_app_id_is_percent_decoded() {
    let sandbox = sandbox_with("[[metrix_inapp.apps]]\napp_id = 'a b/é%'\ndev_key = 'k'").await;
    let key = ("Authorization", "k");
    let answer = send(&sandbox, "POST", "/metrix_inapp/inappevent/a%20b%2F%C3%A9%25", &[key], &event().to_string()).await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn a_caller_who_is_not_on_the_apps_list_is_forbidden() {
    let sandbox =
        sandbox_with("[[metrix_inapp.apps]]\napp_id = 'metrix-demo-app'\ndev_key = 'metrix-demo-dev-key'\nallowed_ips = ['192.0.2.1']")
            .await;
    assert_eq!(post(&sandbox, &event()).await.status, 403);
    assert_eq!(last_rule(&sandbox.account()), "ip_not_allowed");
}

#[tokio::test]
async fn the_body_is_a_json_object() {
    let sandbox = sandbox().await;
    for (body, rule) in [("{", "invalid_json"), ("[]", "invalid_event")] {
        assert_eq!(send(&sandbox, "POST", PATH, &[KEY], body).await.status, 400);
        assert_eq!(last_rule(&sandbox.account()), rule);
    }
}

#[tokio::test]
async fn the_user_and_the_session_are_required() {
    let wrong = [Value::Null, json!(""), json!(1)];
    refuses(&wrong.clone().map(|value| ("metrixUserId", value)), "invalid_metrix_user_id").await;
    refuses(&wrong.map(|value| ("metrixSessionId", value)), "invalid_metrix_session_id").await;
}

#[tokio::test]
async fn exactly_one_advertising_id_is_required() {
    let idfa = json!("D2CADB5F-410F-4963-AC0C-2A78534BDF1E");
    refuses(&[("idfa", idfa), ("advertisingId", Value::Null)], "idfa_or_advertising_id").await;
    refuses(&[("advertisingId", json!("")), ("advertisingId", json!(1))], "invalid_advertising_id").await;
}

#[tokio::test]
async fn an_event_slug_is_required() {
    refuses(&[("eventSlug", Value::Null), ("eventSlug", json!(""))], "invalid_event_slug").await;
}

#[tokio::test]
async fn the_slugs_of_an_app_can_be_limited_to_a_list() {
    let sandbox =
        sandbox_with("[[metrix_inapp.apps]]\napp_id = 'metrix-demo-app'\ndev_key = 'metrix-demo-dev-key'\nevent_slugs = ['taqsq']").await;
    assert_eq!(post(&sandbox, &event()).await.status, 200);
    assert_eq!(post(&sandbox, &changed(&event(), "eventSlug", &json!("other"))).await.status, 400);
    assert_eq!(last_rule(&sandbox.account()), "unknown_event_slug");
}

#[tokio::test]
async fn the_event_time_is_a_text_of_milliseconds() {
    let wrong = [json!(1_570_274_953_412_u64), json!("1570274953"), json!(""), json!("2019-10-05T11:29:13Z")];
    refuses(&wrong.map(|value| ("eventTime", value)), "invalid_event_time").await;
}

#[tokio::test]
async fn custom_attributes_are_texts() {
    let wrong = [json!({"a": 1}), json!({"a": null}), json!([])];
    refuses(&wrong.map(|value| ("customAttributes", value)), "invalid_custom_attributes").await;
}

#[tokio::test]
async fn custom_metrics_are_written_as_doubles() {
    let wrong = [json!({"a": 130}), json!({"a": "130.5"}), json!({"a": null}), json!(1.5)];
    refuses(&wrong.map(|value| ("customMetrics", value)), "invalid_custom_metrics").await;
}

#[tokio::test]
async fn the_device_ip_is_an_address() {
    let sandbox = sandbox().await;
    assert_eq!(post(&sandbox, &changed(&event(), "deviceIp", &json!("2001:db8::1"))).await.status, 200);
    refuses(&[("deviceIp", json!("192.0.2.256")), ("deviceIp", json!(""))], "invalid_device_ip").await;
}
