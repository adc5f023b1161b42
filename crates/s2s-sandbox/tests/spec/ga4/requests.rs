//! Requests: where they are sent, and what holds for all of their events.

use s2s_sandbox::{Config, Sandbox};
use serde_json::{Value, json};

use super::{APP, DIGEST, WEB, app, collect, event, fate, fate_at, login, post, web};
use crate::client::{JSON, last_rule, rule, sandbox, sandbox_with, send, try_send};

#[tokio::test]
async fn an_event_of_either_stream_is_recorded_with_its_identity() {
    let sandbox = sandbox().await;
    collect(&sandbox, WEB, &web(json!([login()]))).await;
    collect(&sandbox, APP, &app(json!([login()]))).await;
    let accepted = sandbox.account().accepted;
    let identities = accepted.iter().map(|entry| serde_json::to_value(entry.identity.as_ref().unwrap()).unwrap());
    let expected = [
        json!({"measurement_id": "G-DEMO123456", "client_id": "1234567890.1795168800"}),
        json!({"firebase_app_id": "1:1234567890:android:abcdef0123456789", "app_instance_id": "0123456789abcdef0123456789ABCDEF"}),
    ];
    assert_eq!(identities.collect::<Vec<_>>(), expected);
    assert!(accepted.iter().all(|entry| entry.message == Some(login()) && entry.note.is_none()));
}

#[tokio::test]
async fn the_query_is_percent_decoded() {
    let encoded = "/ga4/mp/collect?firebase_app_id=1%3A1234567890%3Aandroid%3Aabcdef0123456789&api_secret=demo%2Dapi%2Dsecret";
    assert_eq!(fate_at(&sandbox().await, encoded, &app(json!([login()]))).await.0, "accepted");
}

#[tokio::test]
async fn a_wrong_query_is_answered_as_a_success_and_its_events_are_lost() {
    let sandbox = sandbox().await;
    let body = web(json!([login(), login()]));
    for (query, expected) in [
        ("", "missing_api_secret"),
        ("?measurement_id=G-DEMO123456", "missing_api_secret"),
        ("?measurement_id=G-DEMO123456&api_secret=", "missing_api_secret"),
        ("?api_secret=demo-api-secret", "missing_stream"),
        ("?api_secret=demo-api-secret&stream_id=1234567890", "missing_stream"),
        ("?api_secret=demo-api-secret&measurement_id=G-DEMO123456&firebase_app_id=1:1:ios:a", "both_streams_not_documented"),
        ("?api_secret=demo-api-secret&measurement_id=G-OTHER", "unknown_stream"),
        ("?api_secret=demo-api-secret&measurement_id=1:1234567890:android:abcdef0123456789", "unknown_stream"),
        ("?api_secret=wrong&measurement_id=G-DEMO123456", "unknown_api_secret"),
        ("?api_secret=DEMO-API-SECRET&measurement_id=G-DEMO123456", "unknown_api_secret"),
    ] {
        let before = sandbox.account().rejected.len();
        collect(&sandbox, &format!("/ga4/mp/collect{query}"), &body).await;
        let rejected = sandbox.account().rejected.split_off(before);
        assert_eq!(rejected.iter().map(rule).collect::<Vec<_>>(), [expected, expected], "{query}");
        assert_eq!(rejected[0].refusal.as_ref().unwrap().status, 204, "{query}");
    }
    assert!(sandbox.account().accepted.is_empty());
}

#[tokio::test]
async fn a_secret_belongs_to_a_stream() {
    let toml = "[[ga4.web_streams]]\nmeasurement_id = 'G-1'\napi_secret = 'one'\n[[ga4.app_streams]]\nfirebase_app_id = '1:1:ios:a'\napi_secret = 'two'";
    let sandbox = sandbox_with(toml).await;
    let own = fate_at(&sandbox, "/ga4/mp/collect?measurement_id=G-1&api_secret=one", &web(json!([login()]))).await;
    assert_eq!(own.0, "accepted");
    let other = fate_at(&sandbox, "/ga4/mp/collect?measurement_id=G-1&api_secret=two", &web(json!([login()]))).await;
    assert_eq!((other.0, other.1), ("rejected", Some("api_secret_of_another_stream")));
}

#[tokio::test]
async fn a_malformed_body_is_answered_as_a_success_and_lost() {
    let sandbox = sandbox().await;
    for (body, expected) in [
        ("", "invalid_json"),
        ("{", "invalid_json"),
        ("client_id=1.1", "invalid_json"),
        ("[]", "invalid_body"),
        ("\"{}\"", "invalid_body"),
        ("{}", "missing_events"),
        (r#"{"client_id":"1.1","events":[]}"#, "missing_events"),
        (r#"{"client_id":"1.1","events":{"name":"login"}}"#, "missing_events"),
        (r#"{"client_id":"1.1","events":["login"]}"#, "invalid_event"),
    ] {
        let answer = send(&sandbox, "POST", WEB, &[JSON], body).await;
        assert_eq!((answer.status, answer.body.as_str()), (204, ""), "{body}");
        assert_eq!(last_rule(&sandbox.account()), expected, "{body}");
    }
    let answer = send(&sandbox, "POST", WEB, &[("content-type", "text/plain")], &web(json!([login()])).to_string()).await;
    assert_eq!(answer.status, 204);
    assert_eq!(last_rule(&sandbox.account()), "unsupported_content_type");
}

#[tokio::test]
async fn a_refused_body_is_in_the_account_whole() {
    let (_, _, message) = fate(&json!({"client_id": "1.1", "events": []})).await;
    assert_eq!(message, json!({"client_id": "1.1", "events": []}));
}

#[tokio::test]
async fn a_body_has_at_most_130_000_bytes() {
    let of_size = |size: usize| {
        let body = |padding: String| json!({"client_id": "1.1", "events": [login()], "padding": padding});
        body("x".repeat(size - body(String::new()).to_string().len()))
    };
    assert_eq!(fate(&of_size(130_000)).await.0, "accepted");
    assert_eq!(fate(&of_size(130_001)).await.1, Some("body_too_large"));
    let wide = sandbox_with("ga4.max_body_bytes = 133_120").await;
    assert_eq!(fate_at(&wide, WEB, &of_size(133_120)).await.0, "accepted");
    assert_eq!(fate_at(&wide, WEB, &of_size(133_121)).await.1, Some("body_too_large"));
}

#[tokio::test]
async fn a_request_has_at_most_25_events() {
    let sandbox = sandbox().await;
    let events = |count| Value::from(vec![login(); count]);
    collect(&sandbox, WEB, &web(events(25))).await;
    assert_eq!(sandbox.account().accepted.len(), 25);
    collect(&sandbox, WEB, &web(events(26))).await;
    let rejected = sandbox.account().rejected;
    assert_eq!(rejected.len(), 26);
    assert!(rejected.iter().all(|entry| rule(entry) == "too_many_events"));
}

#[tokio::test]
async fn a_bad_event_is_lost_alone() {
    let sandbox = sandbox().await;
    collect(&sandbox, WEB, &web(json!([login(), event("_badEventName", json!({})), login()]))).await;
    assert_eq!(sandbox.account().accepted.len(), 2);
    assert_eq!(last_rule(&sandbox.account()), "invalid_event_name");
}

#[tokio::test]
async fn each_stream_has_an_identifier_of_its_own() {
    let sandbox = sandbox().await;
    let instance = "0123456789abcdef0123456789abcdef";
    for (target, ids, expected) in [
        (WEB, json!({}), "missing_client_id"),
        (WEB, json!({"app_instance_id": instance}), "missing_client_id"),
        (WEB, json!({"client_id": ""}), "invalid_client_id"),
        (WEB, json!({"client_id": 1.5}), "invalid_client_id"),
        (WEB, json!({"client_id": "1.1", "app_instance_id": instance}), "app_instance_id_on_web_stream"),
        (APP, json!({}), "missing_app_instance_id"),
        (APP, json!({"client_id": "1.1"}), "missing_app_instance_id"),
        (APP, json!({"app_instance_id": "1.1"}), "invalid_app_instance_id"),
        (APP, json!({"app_instance_id": "g123456789abcdef0123456789abcdef"}), "invalid_app_instance_id"),
        (APP, json!({"app_instance_id": "0123456789abcdef0123456789abcde"}), "invalid_app_instance_id"),
        (APP, json!({"app_instance_id": 7}), "invalid_app_instance_id"),
        (APP, json!({"app_instance_id": instance, "client_id": "1.1"}), "client_id_on_app_stream"),
    ] {
        let mut body = ids.clone();
        body["events"] = json!([login()]);
        assert_eq!(fate_at(&sandbox, target, &body).await.1, Some(expected), "{ids}");
    }
    for id in ["1234567890.1795168800", "GA1.1.1234567890.1795168800", "1f4c9ad0-6f4b-4c0a-9a6c-3d6d2d2b1f00"] {
        assert_eq!(fate_at(&sandbox, WEB, &json!({"client_id": id, "events": [login()]})).await.0, "accepted", "{id}");
    }
}

#[tokio::test]
async fn only_post_is_documented() {
    let sandbox = sandbox().await;
    for method in ["GET", "PUT", "HEAD"] {
        for target in [WEB, "/ga4/debug/mp/collect"] {
            assert_eq!(send(&sandbox, method, target, &[JSON], "").await.status, 405, "{method} {target}");
        }
    }
}

#[tokio::test]
async fn it_has_the_faults_of_the_others() {
    let sandbox = sandbox().await;
    let headers = |fault| [JSON, ("x-sandbox-fault", fault)];
    let body = web(json!([login()])).to_string();
    for (fault, status, count) in [("500", 500, 0), ("429;retry-after=2", 429, 0), ("500-after", 500, 1)] {
        assert_eq!(send(&sandbox, "POST", WEB, &headers(fault), &body).await.status, status, "{fault}");
        assert_eq!(sandbox.account().accepted.len(), count, "{fault}");
    }
    for (fault, count) in [("drop", 1), ("drop-after", 2)] {
        assert!(try_send(sandbox.address(), "POST", WEB, &headers(fault), &body).await.is_err(), "{fault}");
        assert_eq!(sandbox.account().accepted.len(), count, "{fault}");
    }
    assert!(sandbox.account().accepted[1].answer_lost);
}

#[tokio::test]
async fn the_secret_and_everything_personal_is_masked() {
    let sandbox = sandbox().await;
    let body = json!({
        "client_id": "1111111111.2222222222",
        "user_id": "secret-person",
        "ip_override": "192.0.2.77",
        "user_data": {
            "sha256_email_address": [DIGEST],
            "sha256_phone_number": ["fb4f73a6ec5fdb7077d564cdd22c3554b43ce49168550c3b12c547b78c517b30"],
            "address": [{"sha256_street": "a".repeat(64), "city": "secret-city", "postal_code": "secret-postal"}]
        },
        "user_location": {"city": "secret-place"},
        "user_properties": {"customer_tier": {"value": "PREMIUM"}},
        "events": [event("purchase", json!({"transaction_id": "T-1", "value": 12, "currency": "USD"}))]
    });
    post(&sandbox, WEB, &body).await;
    let app_body = json!({"app_instance_id": "f".repeat(32), "events": [login()]});
    post(&sandbox, APP, &app_body).await;
    let mut masked = String::new();
    let mut shown = String::new();
    for number in [0, 1] {
        masked += &send(&sandbox, "GET", &format!("/_sandbox/requests/{number}/0"), &[], "").await.body;
        shown += &send(&sandbox, "GET", &format!("/_sandbox/requests/{number}/0?secrets"), &[], "").await.body;
    }
    for secret in [
        "demo-api-secret",
        "1111111111.2222222222",
        "secret-person",
        "192.0.2.77",
        DIGEST,
        "fb4f73a6ec5fdb7077d564cdd22c3554b43ce49168550c3b12c547b78c517b30",
        &"a".repeat(64),
        "secret-city",
        "secret-postal",
        "secret-place",
        &"f".repeat(32),
    ] {
        assert!(!masked.contains(secret) && shown.contains(secret), "{secret}");
    }
    let row = send(&sandbox, "GET", "/_sandbox/requests/0/0", &[], "").await.json();
    assert_eq!(row["summary"], json!(["purchase", "T-1", "12", "USD"]));
    assert_eq!(row["request"]["target"], "/ga4/mp/collect?measurement_id=G-DEMO123456&api_secret=••••••••");
    assert!(masked.contains("PREMIUM"), "user properties are not known to be personal");
}

#[tokio::test]
async fn the_page_says_why_an_event_that_was_received_is_lost() {
    let sandbox = sandbox().await;
    collect(&sandbox, WEB, &web(json!([event("session_start", json!({}))]))).await;
    let row = send(&sandbox, "GET", "/_sandbox/requests/0/0", &[], "").await.json();
    assert_eq!((&row["kind"], &row["rule"]), (&json!("rejected"), &json!("reserved_event_name")));
    assert_eq!(row["response"], json!({"status": 204, "body": ""}));
}

#[tokio::test]
async fn the_defaults_are_a_stream_of_each_sort() {
    let text = Config::describe_defaults();
    for line in [
        "Google Analytics 4 (/ga4/mp/collect, /ga4/debug/mp/collect)",
        "  app stream: firebase_app_id 1:1234567890:android:abcdef0123456789, api_secret demo-api-secret",
        "  web stream: measurement_id G-DEMO123456, api_secret demo-api-secret",
    ] {
        assert!(text.contains(line), "{line}");
    }
    assert!(!format!("{:?}", Config::default()).contains("demo-api-secret"));
    let sandbox: Sandbox = sandbox().await;
    let destinations = sandbox.demo_destinations();
    let own = destinations.iter().filter(|destination| destination.provider == "ga4");
    assert_eq!(own.map(|destination| destination.name).collect::<Vec<_>>(), [None, Some("ga4_app")]);
}
