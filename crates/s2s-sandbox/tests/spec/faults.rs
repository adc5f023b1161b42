//! Faults on request and by chance.

use std::{
    io::ErrorKind,
    time::{Duration, Instant},
};

use s2s_sandbox::Sandbox;

use crate::client::{EVENT, FORM, adjust, sandbox, sandbox_with, send, try_send};

/// Sends an accepted event with a fault; `None` when the connection closed without a response.
async fn with_fault(sandbox: &Sandbox, fault: &str) -> Option<(u16, String, String)> {
    let headers = [FORM, ("x-sandbox-fault", fault)];
    match try_send(sandbox.address(), "POST", "/adjust/event", &headers, EVENT).await {
        Ok(answer) => Some((answer.status, answer.headers, answer.body)),
        Err(error) => {
            assert_eq!(error.kind(), ErrorKind::UnexpectedEof);
            None
        }
    }
}

#[tokio::test]
async fn drop_closes_the_connection_before_processing() {
    let sandbox = sandbox().await;
    assert_eq!(with_fault(&sandbox, "drop").await, None);
    assert!(sandbox.account().accepted.is_empty());
}

#[tokio::test]
async fn drop_after_closes_the_connection_after_processing() {
    let sandbox = sandbox().await;
    assert_eq!(with_fault(&sandbox, "drop-after").await, None);
    let account = sandbox.account();
    assert_eq!(account.accepted.len(), 1);
    assert!(account.accepted[0].answer_lost);
}

#[tokio::test]
async fn an_answer_lost_after_a_refusal_is_in_the_account_as_well() {
    let sandbox = sandbox().await;
    let headers = [FORM, ("x-sandbox-fault", "drop-after")];
    let unknown = EVENT.replace("f0ob4r", "other");
    assert!(try_send(sandbox.address(), "POST", "/adjust/event", &headers, &unknown).await.is_err());
    assert!(sandbox.account().rejected[0].answer_lost);
}

#[tokio::test]
async fn a_sandbox_serves_on_after_a_dropped_connection() {
    let sandbox = sandbox().await;
    assert_eq!(with_fault(&sandbox, "drop").await, None);
    assert_eq!(adjust(&sandbox, EVENT).await.status, 200);
}

#[tokio::test]
async fn error_500_is_answered_without_processing_and_with_adjusts_documented_text() {
    let sandbox = sandbox().await;
    let (status, _, body) = with_fault(&sandbox, "500").await.unwrap();
    assert_eq!(status, 500);
    assert_eq!(body, r#"{"error":"Event request failed (Internal error, contact support@adjust.com)"}"#);
    assert!(sandbox.account().accepted.is_empty());
}

#[tokio::test]
async fn error_500_after_is_answered_after_processing() {
    let sandbox = sandbox().await;
    assert_eq!(with_fault(&sandbox, "500-after").await.unwrap().0, 500);
    assert!(sandbox.account().accepted[0].answer_lost);
}

#[tokio::test]
async fn error_429_is_answered_without_processing() {
    let sandbox = sandbox().await;
    let (status, headers, _) = with_fault(&sandbox, "429").await.unwrap();
    assert_eq!(status, 429);
    assert!(!headers.contains("retry-after"));
    let (status, headers, _) = with_fault(&sandbox, "429;retry-after=2").await.unwrap();
    assert_eq!(status, 429);
    assert!(headers.contains("retry-after: 2"));
    assert!(sandbox.account().accepted.is_empty());
}

#[tokio::test]
async fn latency_makes_the_request_wait() {
    let sandbox = sandbox().await;
    #[expect(clippy::disallowed_methods, reason = "the test is about time that passes")]
    let start = Instant::now();
    assert_eq!(with_fault(&sandbox, "latency=60").await.unwrap().0, 200);
    assert!(start.elapsed() >= Duration::from_millis(60));
}

#[tokio::test]
async fn several_faults_may_be_named() {
    let sandbox = sandbox().await;
    assert_eq!(with_fault(&sandbox, "latency=1, 500-after").await.unwrap().0, 500);
    assert_eq!(sandbox.account().accepted.len(), 1);
}

#[tokio::test]
async fn a_fault_is_also_asked_for_in_the_query_and_is_no_parameter() {
    let sandbox = sandbox().await;
    let answer = send(&sandbox, "GET", &format!("/adjust/event?sandbox_fault=500-after&{EVENT}"), &[], "").await;
    assert_eq!(answer.status, 500);
    let account = sandbox.account();
    let parameters = account.accepted[0].parameters.as_ref().unwrap();
    assert!(!parameters.contains_key("sandbox_fault"));
}

#[tokio::test]
async fn metrix_has_the_same_faults() {
    let sandbox = sandbox().await;
    for path in ["/metrix/", "/metrix_inapp/inappevent/metrix-demo-app"] {
        let answer = send(&sandbox, "POST", &format!("{path}?sandbox_fault=500"), &[], "").await;
        assert_eq!((answer.status, answer.body.as_str()), (500, ""));
        assert!(try_send(sandbox.address(), "POST", &format!("{path}?sandbox_fault=drop"), &[], "").await.is_err());
    }
}

#[tokio::test]
async fn an_unknown_fault_is_said_to_be_one() {
    let sandbox = sandbox().await;
    for fault in ["", "explode", "latency=soon", "429;retry-after=", "drop,"] {
        let (status, _, body) = with_fault(&sandbox, fault).await.unwrap();
        assert_eq!(status, 400, "{fault}");
        assert!(body.starts_with("a fault"), "{body}");
    }
    assert!(sandbox.account().rejected.is_empty());
}

#[tokio::test]
async fn faults_by_chance_are_the_same_for_the_same_seed() {
    let mut runs = Vec::new();
    for seed in [1, 1, 2] {
        let sandbox = sandbox_with(&format!("faults = {{ seed = {seed}, rates = [{{ fault = '500', rate = 0.5 }}] }}")).await;
        let mut statuses = Vec::new();
        for _ in 0..40 {
            statuses.push(adjust(&sandbox, EVENT).await.status);
        }
        runs.push(statuses);
    }
    assert_eq!(runs[0], runs[1]);
    assert_ne!(runs[0], runs[2]);
    let failed = runs[0].iter().filter(|status| **status == 500).count();
    assert!((8..=32).contains(&failed), "{failed} of 40");
}

#[tokio::test]
async fn a_rate_of_1_is_always_and_of_0_never() {
    let sandbox = sandbox_with("faults.rates = [{ fault = '500', rate = 1 }, { fault = 'drop', rate = 0 }]").await;
    for _ in 0..20 {
        assert_eq!(adjust(&sandbox, EVENT).await.status, 500);
    }
}

#[tokio::test]
async fn a_request_that_names_its_fault_meets_no_other() {
    let sandbox = sandbox_with("faults.rates = [{ fault = 'drop', rate = 1 }]").await;
    assert_eq!(with_fault(&sandbox, "latency=0").await.unwrap().0, 200);
}
