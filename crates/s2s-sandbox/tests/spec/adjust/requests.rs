//! The three documented ways to send an event, and the response.

use crate::client::{EVENT, FORM, adjust, adjust_refuses, last_rule, sandbox, sandbox_with, send};

#[tokio::test]
async fn an_event_of_the_documentations_example_app_is_accepted() {
    let answer = adjust(&sandbox().await, EVENT).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, r#"{"status":"OK"}"#));
    assert!(answer.headers.contains("content-type: application/json"));
}

#[tokio::test]
async fn the_documentations_post_example_is_accepted() {
    let sandbox = sandbox_with("").await;
    let example = "s2s=1&event_token=f0ob4r&app_token=4w565xzmb54d&idfa=D2CADB5F-410F-4963-AC0C-2A78534BDF1E\
        &created_at=2026-11-02T15%3A04%3A05Z%2B0200\
        &callback_params=%7B%22f0o%22%3A%22bar%22%2C%20%22bar%22%3A%22baz%22%7D\
        &partner_params=%7B%22f0o%22%3A%22bar%22%2C%20%22bar%22%3A%22baz%22%7D\
        &currency=EUR&revenue=123.4&environment=sandbox";
    assert_eq!(adjust(&sandbox, example).await.status, 200);
}

#[tokio::test]
async fn parameters_are_taken_from_the_query_of_a_get() {
    let answer = send(&sandbox().await, "GET", &format!("/adjust/event?{EVENT}"), &[], "").await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn parameters_are_taken_from_the_query_of_a_post() {
    let answer = send(&sandbox().await, "POST", &format!("/adjust/event?{EVENT}"), &[], "").await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn a_form_may_name_its_charset() {
    let form = ("content-type", "application/x-www-form-urlencoded; charset=utf-8");
    assert_eq!(send(&sandbox().await, "POST", "/adjust/event", &[form], EVENT).await.status, 200);
}

#[tokio::test]
async fn a_posted_body_that_does_not_say_it_is_a_form_is_refused() {
    let sandbox = sandbox().await;
    for headers in [&[][..], &[("content-type", "application/json")]] {
        assert_eq!(send(&sandbox, "POST", "/adjust/event", headers, EVENT).await.status, 400);
        assert_eq!(last_rule(&sandbox.account()), "unsupported_content_type");
    }
}

#[tokio::test]
async fn a_repeated_parameter_is_refused() {
    let sandbox = sandbox().await;
    let twice = format!("{EVENT}&s2s=1");
    adjust_refuses(&sandbox, &twice, 400, "Bad event state", "repeated_parameter").await;
}

#[tokio::test]
async fn a_parameter_in_both_query_and_body_is_repeated() {
    let sandbox = sandbox().await;
    assert_eq!(send(&sandbox, "POST", "/adjust/event?s2s=1", &[FORM], EVENT).await.status, 400);
    assert_eq!(last_rule(&sandbox.account()), "repeated_parameter");
}

#[tokio::test]
async fn s2s_must_be_1() {
    let sandbox = sandbox().await;
    for form in [EVENT.replace("s2s=1&", ""), EVENT.replace("s2s=1", "s2s=true")] {
        adjust_refuses(&sandbox, &form, 400, "Bad event state", "missing_s2s").await;
    }
}

#[tokio::test]
async fn parameters_are_case_sensitive() {
    let form = EVENT.replace("app_token", "App_Token");
    adjust_refuses(&sandbox().await, &form, 400, "Invalid app token", "missing_app_token").await;
}

#[tokio::test]
async fn parameters_that_no_page_documents_are_accepted() {
    assert_eq!(adjust(&sandbox().await, &format!("{EVENT}&sender=revenuecat")).await.status, 200);
}

#[tokio::test]
async fn exactly_one_megabyte_is_accepted() {
    let sandbox = sandbox().await;
    let form = format!("{EVENT}&sender=");
    let full = format!("{form}{}", "x".repeat(1_048_576 - form.len()));
    assert_eq!(adjust(&sandbox, &full).await.status, 200);
}

#[tokio::test]
async fn more_than_one_megabyte_of_query_and_body_is_too_large() {
    let sandbox = sandbox().await;
    let form = format!("{EVENT}&sender=");
    let full = format!("{form}{}", "x".repeat(1_048_576 - form.len()));
    adjust_refuses(&sandbox, &format!("{full}x"), 413, "Request size too large", "request_too_large").await;
    let answer = send(&sandbox, "POST", "/adjust/event?a=b", &[FORM], &full).await;
    assert_eq!(answer.status, 413, "the query counts, too");
}

#[tokio::test]
async fn an_accepted_event_is_answered_with_the_fields_of_its_configuration() {
    let sandbox = sandbox_with(
        r#"
        [[adjust.apps]]
        token = "4w565xzmb54d"
        events = [{ token = "f0ob4r", response = { skadn_conv_value = 12, skadn_coarse_value = "high" } }]
        "#,
    )
    .await;
    let answer = adjust(&sandbox, EVENT).await.json();
    assert_eq!(answer["status"], "OK");
    assert_eq!(answer["skadn_conv_value"], 12);
    assert_eq!(answer["skadn_coarse_value"], "high");
}
