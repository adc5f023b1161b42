//! `/gdpr_forget_device` of `gdpr.adjust.com`. Here it is `/gdpr`.

use s2s_sandbox::Sandbox;

use crate::client::{Answer, DEVICE, EVENT, FORM, adjust, adjust_refuses, last_rule, sandbox, sandbox_with, send};

const ERASURE: &str = "s2s=1&app_token=4w565xzmb54d&gps_adid=660e1d86-6796-463a-be86-897993136018";

async fn forget(sandbox: &Sandbox, query: &str) -> Answer {
    send(sandbox, "POST", &format!("/adjust/gdpr/gdpr_forget_device?{query}"), &[], "").await
}

/// A status is all that is documented of a response.
async fn refuses(sandbox: &Sandbox, query: &str, status: u16, rule: &str) {
    let answer = forget(sandbox, query).await;
    assert_eq!((answer.status, answer.body.as_str()), (status, ""), "{query}");
    assert_eq!(last_rule(&sandbox.account()), rule, "{query}");
}

#[tokio::test]
async fn every_identifier_of_its_page_is_accepted() {
    let sandbox = sandbox().await;
    for identifier in [
        "idfa=9C5CBC1D-4F42-4764-A5E6-84DAF3D24707",
        "idfv=CCB300A0-DE1B-4D48-BC7E-599E453B8DD4",
        "gps_adid=38400000-8cf0-11bd-b23e-10b96e40000d",
        "fire_adid=63c5519b-7e66-7ee6-aa5d-3b290743811f",
        "win_adid=107e8ea14329d4a2194ebbb6dc0c0fd7",
        "adid=18546f6171f67e29d1cb983322ad1329",
    ] {
        let answer = forget(&sandbox, &format!("s2s=1&app_token=4w565xzmb54d&{identifier}")).await;
        assert_eq!((answer.status, answer.body.as_str()), (200, ""), "{identifier}");
    }
    refuses(&sandbox, "s2s=1&app_token=4w565xzmb54d&oaid=ed799bac-2537-6122-377a-edebce5db5a5", 400, "missing_device_identifier").await;
}

#[tokio::test]
async fn a_forgotten_device_is_opted_out_of_its_app() {
    let sandbox = sandbox_with("[[adjust.apps]]\ntoken = '4w565xzmb54d'\nevents = [{ token = 'f0ob4r' }]\n[[adjust.apps]]\ntoken = 'another'\nevents = [{ token = 'f0ob4r' }]").await;
    assert_eq!(forget(&sandbox, ERASURE).await.status, 200);
    assert_eq!(forget(&sandbox, ERASURE).await.status, 200, "a repetition says the same");
    adjust_refuses(&sandbox, EVENT, 451, "Device is opted out", "device_forgotten").await;
    let with_another = format!("{EVENT}&idfv=59E27F41-A86B-4560-B585-63161F871C4B");
    adjust_refuses(&sandbox, &with_another, 451, "Device is opted out", "device_forgotten").await;
    assert_eq!(adjust(&sandbox, &EVENT.replace("4w565xzmb54d", "another")).await.status, 200);
    assert_eq!(adjust(&sandbox, &EVENT.replace(DEVICE, "10820328-872d-43a2-9786-0ccc748335d9")).await.status, 200);
}

#[tokio::test]
async fn its_parameters_are_in_the_query() {
    let sandbox = sandbox().await;
    let answer = send(&sandbox, "POST", "/adjust/gdpr/gdpr_forget_device", &[FORM], ERASURE).await;
    assert_eq!((answer.status, last_rule(&sandbox.account())), (400, "parameters_in_body"));
}

#[tokio::test]
async fn a_wrong_request_is_answered_400() {
    let sandbox = sandbox().await;
    refuses(&sandbox, &ERASURE.replace("s2s=1&", ""), 400, "missing_s2s").await;
    refuses(&sandbox, &ERASURE.replace("4w565xzmb54d", "abc123abc123"), 400, "unknown_app_token").await;
    refuses(&sandbox, &ERASURE.replace("660e", "xxxx"), 400, "invalid_device_identifier").await;
}

#[tokio::test]
async fn the_eleventh_request_of_a_minute_is_answered_429() {
    let sandbox = sandbox().await;
    for _ in 0..9 {
        assert_eq!(forget(&sandbox, ERASURE).await.status, 200);
    }
    refuses(&sandbox, "s2s=1", 400, "missing_app_token").await;
    refuses(&sandbox, ERASURE, 429, "too_many_erasures").await;
    assert_eq!(adjust(&sandbox, &EVENT.replace(DEVICE, "10820328-872d-43a2-9786-0ccc748335d9")).await.status, 200, "events have no limit");
}

#[tokio::test]
async fn it_has_a_scope_of_its_own() {
    let sandbox =
        sandbox_with("[[adjust.apps]]\ntoken = '4w565xzmb54d'\nsecurity_tokens = [{ token = 't', gdpr = false }, { token = 'all' }]").await;
    refuses(&sandbox, ERASURE, 202, "missing_security_token").await;
    for (token, status) in [("t", 401), ("all", 200)] {
        let headers = [("authorization", &*format!("Bearer {token}"))];
        let answer = send(&sandbox, "POST", &format!("/adjust/gdpr/gdpr_forget_device?{ERASURE}"), &headers, "").await;
        assert_eq!((answer.status, answer.body.as_str()), (status, ""), "{token}");
    }
    assert_eq!(last_rule(&sandbox.account()), "missing_gdpr_scope");
}
