//! Requests: their address, their token, and what they say once.

use s2s_sandbox::{Config, Sandbox};
use serde_json::{Value, json};

use super::{EMAIL, SOURCES, TOKEN, TRACK, body, code, event, newest, post, with};
use crate::client::{JSON, changed, rule, sandbox, sandbox_with, send, try_send};

const INCORRECT: &str = "Access token is incorrect or has been revoked.";

#[tokio::test]
async fn a_valid_request_is_answered_with_code_0() {
    for (source, _) in SOURCES {
        let sandbox = sandbox().await;
        let sent = body(source, json!([event(source)]));
        let answer = post(&sandbox, &sent).await;
        assert_eq!((answer.status, code(&answer)), (200, (0, "OK".to_owned())), "{source}");
        let accepted = sandbox.account().accepted;
        assert_eq!(accepted[0].message.as_ref(), Some(&event(source)));
        assert_eq!(accepted[0].identity.as_ref().unwrap().get("event_source"), Some(source));
    }
}

#[tokio::test]
async fn the_path_has_a_slash_at_its_end() {
    let sandbox = sandbox().await;
    let sent = body("web", json!([event("web")])).to_string();
    let answer = send(&sandbox, "POST", TRACK.trim_end_matches('/'), &[JSON, TOKEN], &sent).await;
    assert_eq!(answer.status, 404);
    assert!(sandbox.account().accepted.is_empty());
    for method in ["GET", "PUT", "HEAD"] {
        assert_eq!(send(&sandbox, method, TRACK, &[JSON, TOKEN], "").await.status, 405, "{method}");
    }
}

#[tokio::test]
async fn the_token_is_in_a_header_of_its_own_and_without_a_bearer() {
    let sandbox = sandbox().await;
    let sent = body("web", json!([event("web")])).to_string();
    for (headers, expected, rule) in [
        (vec![JSON], (40_104, "Access token is empty."), "missing_access_token"),
        (vec![JSON, ("access-token", "")], (40_104, "Access token is empty."), "missing_access_token"),
        (vec![JSON, ("authorization", "Bearer demo-access-token")], (40_104, "Access token is empty."), "missing_access_token"),
        (vec![JSON, ("access-token", "Bearer demo-access-token")], (40_105, INCORRECT), "access_token_with_bearer"),
        (vec![JSON, ("access-token", "bearer demo-access-token")], (40_105, INCORRECT), "access_token_with_bearer"),
        (vec![JSON, ("access-token", "demo-access-tokem")], (40_105, INCORRECT), "unknown_access_token"),
    ] {
        let answer = send(&sandbox, "POST", TRACK, &headers, &sent).await;
        assert_eq!(code(&answer), (expected.0, expected.1.to_owned()), "{rule}");
        assert_eq!(newest(&sandbox), ("rejected", Some(rule)));
    }
    assert_eq!(send(&sandbox, "POST", TRACK, &[JSON, ("Access-Token", "demo-access-token")], &sent).await.status, 200);
    assert_eq!(newest(&sandbox).0, "accepted");
}

#[tokio::test]
async fn a_token_belongs_to_an_event_source() {
    let toml = "[[tiktok.event_sources]]\nevent_source = 'web'\nevent_source_id = 'A'\naccess_token = 'one'\n\
                [[tiktok.event_sources]]\nevent_source = 'web'\nevent_source_id = 'B'\naccess_token = 'two'";
    let sandbox = sandbox_with(toml).await;
    for (id, token, expected, rule) in [
        ("A", "one", 0, None),
        ("A", "two", 40_001, Some("access_token_of_another_source")),
        ("C", "one", 40_001, Some("unknown_event_source_id")),
    ] {
        let sent = json!({"event_source": "web", "event_source_id": id, "data": [event("web")]}).to_string();
        let answer = send(&sandbox, "POST", TRACK, &[JSON, ("access-token", token)], &sent).await;
        assert_eq!(code(&answer).0, expected, "{id} {token}");
        assert_eq!(newest(&sandbox).1, rule);
    }
}

/// Expects that a body is refused for something outside of its events.
async fn refuses(sandbox: &Sandbox, sent: &Value, expected: u64, message: &str, rule: &str) {
    let answer = post(sandbox, sent).await;
    assert_eq!(code(&answer), (expected, message.to_owned()), "{sent}");
    assert_eq!(newest(sandbox), ("rejected", Some(rule)), "{sent}");
}

#[tokio::test]
async fn the_id_of_an_event_source_is_that_of_its_sort() {
    let sandbox = sandbox().await;
    let valid = body("web", json!([event("web")]));
    const NOT_A_STRING: &str = "Invalid value for event_source_id: not a valid string.";
    for (source, _) in SOURCES {
        for (other, id) in SOURCES.into_iter().filter(|(other, _)| *other != source) {
            let sent = json!({"event_source": source, "event_source_id": id, "data": [event(source)]});
            let rule = "event_source_id_of_another_source";
            refuses(&sandbox, &sent, 40_002, NOT_A_STRING, rule).await;
            assert!(sandbox.account().accepted.is_empty(), "{source} {other}");
        }
    }
    for id in [json!(7_012_345_678_901_234_567_u64), Value::Null] {
        refuses(&sandbox, &changed(&valid, "event_source_id", &id), 40_002, NOT_A_STRING, "invalid_event_source_id").await;
    }
    for source in [json!("pixel"), json!("Web"), json!("")] {
        let message = "Invalid value for event_source: not a valid choice.";
        refuses(&sandbox, &changed(&valid, "event_source", &source), 40_002, message, "invalid_event_source").await;
    }
    let message = "Invalid value for event_source: not a valid string.";
    refuses(&sandbox, &changed(&valid, "event_source", &Value::Null), 40_002, message, "invalid_event_source").await;
}

#[tokio::test]
async fn a_request_may_have_a_test_code_and_the_name_of_a_partner() {
    let sandbox = sandbox().await;
    let valid = body("web", json!([event("web")]));
    for (name, value) in [("test_event_code", "TEST12345"), ("partner_name", "Example Partner")] {
        assert_eq!(code(&post(&sandbox, &changed(&valid, name, &json!(value))).await).0, 0, "{name}");
    }
    let message = "Invalid value for test_event_code: not a valid string.";
    refuses(&sandbox, &changed(&valid, "test_event_code", &json!(5)), 40_002, message, "invalid_test_event_code").await;
    for partner in [json!("Unknown"), json!(5)] {
        refuses(&sandbox, &changed(&valid, "partner_name", &partner), 40_063, "Invalid partner name", "unknown_partner_name").await;
    }
}

#[tokio::test]
async fn a_malformed_body_is_refused_and_in_the_account_whole() {
    let sandbox = sandbox().await;
    let valid = body("web", json!([]));
    for (sent, rule) in [
        (String::new(), "invalid_json"),
        ("{".to_owned(), "invalid_json"),
        ("event_source=web".to_owned(), "invalid_json"),
        ("[]".to_owned(), "invalid_body"),
        (valid.to_string(), "no_events"),
        (changed(&valid, "data", &Value::Null).to_string(), "missing_data"),
        (changed(&valid, "data", &event("web")).to_string(), "missing_data"),
    ] {
        let answer = send(&sandbox, "POST", TRACK, &[JSON, TOKEN], &sent).await;
        assert_eq!(code(&answer).0, 40_002, "{sent}");
        assert_eq!(newest(&sandbox), ("rejected", Some(rule)), "{sent}");
    }
    assert_eq!(sandbox.account().rejected[4].message.as_ref(), Some(&valid));
    let sent = body("web", json!([event("web")])).to_string();
    let answer = send(&sandbox, "POST", TRACK, &[TOKEN, ("content-type", "text/plain")], &sent).await;
    assert_eq!((code(&answer).0, newest(&sandbox).1), (40_002, Some("unsupported_content_type")));
}

#[tokio::test]
async fn a_request_has_1_to_1000_events() {
    let sandbox = sandbox().await;
    let events = |count| Value::from(vec![changed(&event("web"), "event_id", &Value::Null); count]);
    assert_eq!(code(&post(&sandbox, &body("web", events(1_000))).await).0, 0);
    assert_eq!(sandbox.account().accepted.len(), 1_000);
    assert_eq!(code(&post(&sandbox, &body("web", events(1_001))).await).0, 40_061);
    let rejected = sandbox.account().rejected;
    assert_eq!(rejected.len(), 1_001);
    assert!(rejected.iter().all(|entry| rule(entry) == "too_many_events"));
}

#[tokio::test]
async fn one_bad_event_refuses_all_and_is_named() {
    let sandbox = sandbox().await;
    let bad = changed(&event("web"), "properties", &json!({"contents": [{"content_id": "1"}, {"content_id": 12_345}]}));
    let answer = post(&sandbox, &body("web", json!([event("web"), bad, event("web")]))).await;
    assert_eq!(code(&answer), (40_002, "Batch.1.properties.contents.1.content_id: Not a valid string".to_owned()));
    let account = sandbox.account();
    assert!(account.accepted.is_empty());
    assert_eq!(account.rejected.iter().map(rule).collect::<Vec<_>>(), ["not_a_text"; 3]);
    assert_eq!(account.rejected[1].message.as_ref(), Some(&bad));
    assert_eq!(account.rejected[0].refusal.as_ref().unwrap().status, 200);
}

#[tokio::test]
async fn the_first_bad_event_is_named() {
    let sandbox = sandbox().await;
    let plain = changed(&event("web"), "user", &json!({"email": "a@example.com"}));
    let answer = post(&sandbox, &body("web", json!([event("web"), event("web"), plain, 7]))).await;
    assert_eq!(code(&answer), (40_062, "Batch.2.user.email: The value must be hashed with SHA-256".to_owned()));
    let answer = post(&sandbox, &body("web", json!([event("web"), 7]))).await;
    assert_eq!(code(&answer), (40_002, "Batch.1: Not a valid object".to_owned()));
}

#[tokio::test]
async fn it_has_the_faults_of_the_others() {
    let sandbox = sandbox().await;
    let headers = |fault| [JSON, TOKEN, ("x-sandbox-fault", fault)];
    let sent = body("app", json!([event("app")])).to_string();
    for (fault, status, count) in [("500", 500, 0), ("429;retry-after=2", 429, 0), ("500-after", 500, 1)] {
        assert_eq!(send(&sandbox, "POST", TRACK, &headers(fault), &sent).await.status, status, "{fault}");
        assert_eq!(sandbox.account().accepted.len(), count, "{fault}");
    }
    for (fault, count) in [("drop", 1), ("drop-after", 2)] {
        assert!(try_send(sandbox.address(), "POST", TRACK, &headers(fault), &sent).await.is_err(), "{fault}");
        assert_eq!(sandbox.account().accepted.len(), count, "{fault}");
    }
    assert!(sandbox.account().accepted[1].answer_lost);
}

#[tokio::test]
async fn the_token_and_everything_personal_is_masked() {
    let sandbox = sandbox().await;
    let user = json!({
        "email": [EMAIL],
        "external_id": "secret-person",
        "first_name": "a".repeat(64),
        "city": "secretcity",
        "ttclid": "secret-click",
        "ttp": "secret-cookie",
        "ip": "192.0.2.77",
        "user_agent": "secret-agent",
    });
    let web = json!({
        "event": "Purchase",
        "event_time": 1,
        "event_id": "T-1",
        "page": {"url": "https://a.example"},
        "user": user,
        "properties": {"value": 12, "currency": "USD"}
    });
    post(&sandbox, &body("web", json!([web]))).await;
    let app = json!({
        "event": "Login",
        "event_time": 1,
        "app": {"app_id": "1"},
        "user": {"idfa": "secret-idfa", "gaid": "secret-gaid", "idfv": "secret-idfv"},
        "ad": {"callback": "secret-callback"}
    });
    post(&sandbox, &body("app", json!([app]))).await;
    post(&sandbox, &body("crm", json!([with("crm", "lead", &json!({"lead_id": "secret-lead"}))]))).await;
    let mut masked = String::new();
    let mut shown = String::new();
    for number in [0, 1, 2] {
        masked += &send(&sandbox, "GET", &format!("/_sandbox/requests/{number}/0"), &[], "").await.body;
        shown += &send(&sandbox, "GET", &format!("/_sandbox/requests/{number}/0?secrets"), &[], "").await.body;
    }
    for secret in [
        "demo-access-token",
        EMAIL,
        "secret-person",
        &"a".repeat(64),
        "secretcity",
        "secret-click",
        "secret-cookie",
        "192.0.2.77",
        "secret-agent",
        "secret-idfa",
        "secret-gaid",
        "secret-idfv",
        "secret-callback",
        "secret-lead",
    ] {
        assert!(!masked.contains(secret) && shown.contains(secret), "{secret}");
    }
    let row = send(&sandbox, "GET", "/_sandbox/requests/0/0", &[], "").await.json();
    assert_eq!(row["summary"], json!(["Purchase", "T-1", "12", "USD"]));
}

#[tokio::test]
async fn the_defaults_are_an_event_source_of_each_sort() {
    let text = Config::describe_defaults();
    assert!(text.contains("TikTok Events API (/tiktok/open_api/v1.3/event/track/)"), "{text}");
    for (source, id) in SOURCES {
        let line = format!("  event_source {source}, event_source_id {id}, access_token demo-access-token");
        assert!(text.contains(&line), "{line}");
    }
    assert!(!format!("{:?}", Config::default()).contains("demo-access-token"));
    let sandbox = sandbox().await;
    let destinations = sandbox.demo_destinations();
    let own: Vec<_> = destinations.iter().filter(|destination| destination.provider == "tiktok").collect();
    assert_eq!(own.iter().map(|own| own.name).collect::<Vec<_>>(), [None, Some("tiktok_app"), Some("tiktok_offline"), Some("tiktok_crm")]);
    for (own, (source, id)) in own.iter().zip(SOURCES) {
        let setting = |name: &str| own.settings.iter().find(|(key, _)| *key == name).unwrap().1.clone();
        assert_eq!((setting("event_source").as_str(), setting("event_source_id").as_str()), (source, id));
        assert!(setting("base_url").ends_with("/tiktok"));
    }
}
