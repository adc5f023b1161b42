//! Responses that have nothing to do with what was sent.

use s2s_sandbox::{Config, Sandbox, tiktok::FirstResponse};
use serde_json::json;

use super::{JSON, TOKEN, TRACK, body, code, event, newest, post, with};
use crate::client::{rule, sandbox_with, send};

async fn sandbox_of(responses: &str) -> Sandbox {
    let toml =
        "[[tiktok.event_sources]]\nevent_source = 'web'\nevent_source_id = 'C4DEMO0PIXEL00000WEB'\naccess_token = 'demo-access-token'";
    sandbox_with(&format!("{toml}\nfirst_responses = {responses}")).await
}

#[tokio::test]
async fn a_source_may_be_too_frequent_at_first() {
    let sandbox = sandbox_of("['too_frequent', 'too_frequent']").await;
    let sent = body("web", json!([event("web"), with("web", "event_id", &json!("e-2"))]));
    for _ in 0..2 {
        assert_eq!(code(&post(&sandbox, &sent).await), (40_100, "Too many requests. Please retry in some time.".to_owned()));
        assert_eq!(newest(&sandbox), ("rejected", Some("too_frequent")));
    }
    assert_eq!(code(&post(&sandbox, &sent).await).0, 0);
    let account = sandbox.account();
    assert_eq!((account.accepted.len(), account.rejected.len(), account.duplicates.len()), (2, 4, 0));
}

#[tokio::test]
async fn a_system_error_comes_before_or_after_processing() {
    let sandbox = sandbox_of("['system_error', 'system_error_after']").await;
    let sent = body("web", json!([event("web")]));
    for accepted in [0, 1] {
        assert_eq!(code(&post(&sandbox, &sent).await), (50_000, "System error".to_owned()));
        assert_eq!(sandbox.account().accepted.len(), accepted);
    }
    assert_eq!(code(&post(&sandbox, &sent).await).0, 0);
    assert_eq!(newest(&sandbox), ("duplicate", Some("duplicate_event_id")), "a repetition is harmless");
}

#[tokio::test]
async fn a_gateway_fails_without_json() {
    let sandbox = sandbox_of("['bad_gateway', 'bad_gateway_after']").await;
    let sent = body("web", json!([event("web")])).to_string();
    for accepted in [0, 1] {
        let answer = send(&sandbox, "POST", TRACK, &[JSON, TOKEN], &sent).await;
        assert_eq!((answer.status, answer.body.as_str()), (502, "Bad Gateway"));
        assert_eq!(sandbox.account().accepted.len(), accepted);
    }
    assert_eq!(sandbox.account().rejected[0].refusal.as_ref().unwrap().status, 502);
}

#[tokio::test]
async fn a_partial_success_leaves_events_out() {
    let sandbox = sandbox_of("['partial_ok', 'partial_ok']").await;
    let events: Vec<_> = ["a", "b", "c", "d"].map(|id| with("web", "event_id", &json!(id))).into();
    assert_eq!(code(&post(&sandbox, &body("web", events.clone().into())).await).0, 20_001);
    let account = sandbox.account();
    assert_eq!(
        account.accepted.iter().map(|entry| entry.message.clone().unwrap()).collect::<Vec<_>>(),
        [events[0].clone(), events[2].clone()]
    );
    assert_eq!(account.rejected.iter().map(rule).collect::<Vec<_>>(), ["left_out_of_partial_ok"; 2]);
    let answer = post(&sandbox, &body("web", json!([with("web", "event_id", &json!("e"))]))).await;
    assert_eq!((code(&answer).0, sandbox.account().accepted.len()), (20_001, 3), "a single event is recorded");
}

#[tokio::test]
async fn a_request_without_its_token_uses_no_response() {
    let sandbox = sandbox_of("['too_frequent']").await;
    let sent = body("web", json!([event("web")]));
    assert_eq!(code(&send(&sandbox, "POST", TRACK, &[JSON], &sent.to_string()).await).0, 40_104);
    assert_eq!(code(&post(&sandbox, &sent).await).0, 40_100);
}

#[tokio::test]
async fn the_responses_are_named_in_the_configuration() {
    let names = "'too_frequent', 'system_error', 'system_error_after', 'partial_ok', 'bad_gateway', 'bad_gateway_after'";
    let source = "[[tiktok.event_sources]]\nevent_source = 'crm'\nevent_source_id = '1'\naccess_token = 't'\nfirst_responses";
    let config = Config::from_toml(&format!("{source} = [{names}]")).unwrap();
    assert_eq!(config.tiktok.event_sources[0].first_responses.len(), 6);
    assert_eq!(config.tiktok.event_sources[0].first_responses[3], FirstResponse::PartialOk);
    assert!(Config::from_toml(&format!("{source} = ['explode']")).is_err());
}
