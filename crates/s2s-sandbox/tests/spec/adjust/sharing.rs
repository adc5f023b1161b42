//! `/third_party_sharing`.

use super::{post, refuses};
use crate::client::{sandbox, sandbox_with, send};

const PATH: &str = "/third_party_sharing";
const SHARING: &str = "s2s=1&sharing=enable&app_token=4w565xzmb54d&gps_adid=10820328-872d-43a2-9786-0ccc748335d9";
const FAILED: (u16, &str) = (400, "Third party sharing failed (Bad request)");

#[tokio::test]
async fn the_documented_examples_are_accepted() {
    let sandbox = sandbox().await;
    for sharing in ["enable", "disable"] {
        let form = SHARING.replace("enable", sharing);
        let answer = post(&sandbox, PATH, &form).await;
        assert_eq!((answer.status, answer.body.as_str()), (200, r#"{"status":"OK"}"#));
        assert_eq!(send(&sandbox, "POST", &format!("/adjust{PATH}?{form}"), &[], "").await.status, 200);
    }
}

#[tokio::test]
async fn an_unknown_app_is_answered_as_documented() {
    let form = SHARING.replace("4w565xzmb54d", "abc123abc123");
    refuses(&sandbox().await, PATH, &form, (400, "Third party sharing failed (App not found)"), "unknown_app_token").await;
}

#[tokio::test]
async fn sharing_is_enable_or_disable() {
    let sandbox = sandbox().await;
    refuses(&sandbox, PATH, &SHARING.replace("sharing=enable&", ""), FAILED, "missing_sharing").await;
    refuses(&sandbox, PATH, &SHARING.replace("enable", "true"), FAILED, "invalid_sharing").await;
    let form = SHARING.replace("&gps_adid=10820328-872d-43a2-9786-0ccc748335d9", "");
    refuses(&sandbox, PATH, &form, FAILED, "missing_device_identifier").await;
}

#[tokio::test]
async fn options_are_accepted_by_partner_and_as_a_list() {
    let sandbox = sandbox().await;
    for options in [
        r#"partner_sharing_settings={"all":{"all":false,"install":true}}"#,
        r#"partner_sharing_settings=[{"partnerName":"all","key":"all","value":false}]"#,
        r#"granular_third_party_sharing_options={"google_dma":{"eea":"1"}}"#,
        r#"granular_third_party_sharing_options=[{"partnerName":"google_dma","key":"eea","value":"1"}]"#,
    ] {
        assert_eq!(post(&sandbox, PATH, &format!("{SHARING}&{options}")).await.status, 200, "{options}");
    }
    for (options, rule) in [
        (r#"partner_sharing_settings={"all":{"all":"false"}}"#, "invalid_partner_sharing_settings"),
        (r#"partner_sharing_settings={"all":true}"#, "invalid_partner_sharing_settings"),
        (r#"partner_sharing_settings=[{"key":"all","value":false}]"#, "invalid_partner_sharing_settings"),
        ("partner_sharing_settings=all", "invalid_partner_sharing_settings"),
        (r#"granular_third_party_sharing_options={"google_dma":{"eea":1}}"#, "invalid_granular_options"),
    ] {
        refuses(&sandbox, PATH, &format!("{SHARING}&{options}"), FAILED, rule).await;
    }
}

/// No scope is documented for it.
#[tokio::test]
async fn any_security_token_is_accepted() {
    let tokens = "security_tokens = [{ token = 't', events = false, ad_revenue = false, sessions = false, gdpr = false }]";
    let sandbox = sandbox_with(&format!("[[adjust.apps]]\ntoken = '4w565xzmb54d'\n{tokens}")).await;
    refuses(&sandbox, PATH, SHARING, (202, "Third party sharing failed (Missing authentication token)"), "missing_security_token").await;
    let target = format!("/adjust{PATH}?{SHARING}");
    assert_eq!(send(&sandbox, "POST", &target, &[("authorization", "Bearer t")], "").await.status, 200);
}
