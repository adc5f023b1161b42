//! Apps, event tokens and S2S Security.

use crate::client::{EVENT, FORM, adjust_refuses, last_rule, sandbox, sandbox_with, send};

const SECURED: &str = "s2s=1&app_token=s3cur3dapp12&event_token=s3ct0k&gps_adid=660e1d86-6796-463a-be86-897993136018";
const TOKEN: &str = "Bearer v8s5opi0zs45607l8h8c48wak2vxb5oe";

#[tokio::test]
async fn a_missing_app_token_is_invalid() {
    let form = EVENT.replace("app_token=4w565xzmb54d&", "");
    adjust_refuses(&sandbox().await, &form, 400, "Invalid app token", "missing_app_token").await;
}

#[tokio::test]
async fn a_malformed_app_token_is_invalid() {
    let sandbox = sandbox().await;
    for token in ["", "4w565xzm%20b54d", "4w565xzmb54d%0A", "%C3%A9"] {
        let form = EVENT.replace("4w565xzmb54d", token);
        adjust_refuses(&sandbox, &form, 400, "Invalid app token", "invalid_app_token").await;
    }
}

#[tokio::test]
async fn an_unknown_app_token_is_not_found() {
    let form = EVENT.replace("4w565xzmb54d", "abc123abc123");
    adjust_refuses(&sandbox().await, &form, 404, "App token not found", "unknown_app_token").await;
}

#[tokio::test]
async fn an_inactive_app_is_refused() {
    let form = EVENT.replace("4w565xzmb54d", "1nact1veapp0");
    adjust_refuses(&sandbox().await, &form, 403, "App is inactive", "app_inactive").await;
}

#[tokio::test]
async fn an_app_without_measurement_is_refused() {
    let sandbox = sandbox_with("[[adjust.apps]]\ntoken = \"4w565xzmb54d\"\ntracking_disabled = true").await;
    adjust_refuses(&sandbox, EVENT, 403, "Tracking disabled", "tracking_disabled").await;
}

#[tokio::test]
async fn a_missing_event_token_is_invalid() {
    let form = EVENT.replace("event_token=f0ob4r&", "");
    adjust_refuses(&sandbox().await, &form, 400, "Invalid event token", "missing_event_token").await;
}

#[tokio::test]
async fn an_event_token_of_another_app_is_invalid() {
    let form = EVENT.replace("f0ob4r", "s3ct0k");
    adjust_refuses(&sandbox().await, &form, 400, "Invalid event token", "unknown_event_token").await;
}

#[tokio::test]
async fn a_blocklisted_event_token_is_refused() {
    let form = EVENT.replace("f0ob4r", "5d6e7f");
    adjust_refuses(&sandbox().await, &form, 403, "Event token blocklisted", "event_token_blocklisted").await;
}

#[tokio::test]
async fn security_is_off_by_default_and_a_token_is_ignored() {
    let sandbox = sandbox().await;
    let headers = [FORM, ("authorization", "Bearer whatever")];
    assert_eq!(send(&sandbox, "POST", "/adjust/event", &headers, EVENT).await.status, 200);
}

#[tokio::test]
async fn a_missing_security_token_is_answered_202() {
    let sandbox = sandbox().await;
    adjust_refuses(&sandbox, SECURED, 202, "Missing authentication token", "missing_security_token").await;
}

#[tokio::test]
async fn a_wrong_security_token_is_answered_202() {
    let sandbox = sandbox().await;
    for header in ["Bearer wrong", "v8s5opi0zs45607l8h8c48wak2vxb5oe", "Basic v8s5opi0zs45607l8h8c48wak2vxb5oe"] {
        let answer = send(&sandbox, "POST", "/adjust/event", &[FORM, ("authorization", header)], SECURED).await;
        assert_eq!(answer.status, 202);
        assert_eq!(answer.json()["error"], "Event request failed (Wrong authentication token)");
        assert_eq!(last_rule(&sandbox.account()), "wrong_security_token");
    }
}

#[tokio::test]
async fn the_right_security_token_is_accepted() {
    let answer = send(&sandbox().await, "POST", "/adjust/event", &[FORM, ("authorization", TOKEN)], SECURED).await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn missing_and_wrong_tokens_can_be_answered_401_as_the_index_page_says() {
    let sandbox = sandbox_with(
        r#"
        [[adjust.apps]]
        token = "s3cur3dapp12"
        events = [{ token = "s3ct0k" }]
        security_tokens = [{ token = "right" }]
        unauthorized_status = 401
        "#,
    )
    .await;
    adjust_refuses(&sandbox, SECURED, 401, "Failed to authorize request", "missing_security_token").await;
    let answer = send(&sandbox, "POST", "/adjust/event", &[FORM, ("authorization", "Bearer wrong")], SECURED).await;
    assert_eq!(answer.status, 401);
    assert_eq!(last_rule(&sandbox.account()), "wrong_security_token");
}

#[tokio::test]
async fn a_token_without_the_events_scope_is_answered_session_failed() {
    let sandbox = sandbox_with(
        r#"
        [[adjust.apps]]
        token = "s3cur3dapp12"
        events = [{ token = "s3ct0k" }]
        security_tokens = [{ token = "sessions-only", events = false }]
        "#,
    )
    .await;
    let headers = [FORM, ("authorization", "Bearer sessions-only")];
    let answer = send(&sandbox, "POST", "/adjust/event", &headers, SECURED).await;
    assert_eq!(answer.status, 401);
    assert_eq!(answer.json()["error"], "Event request failed (Session failed)");
    assert_eq!(last_rule(&sandbox.account()), "missing_events_scope");
}
