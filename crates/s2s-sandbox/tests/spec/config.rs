//! The configuration.

use s2s_sandbox::{
    Config, Fault,
    adjust::{DeviceState, UnauthorizedStatus},
    metrix::TimeFormat,
};

#[test]
fn a_file_may_set_everything() {
    // The example of the documentation.
    let (_, example) = include_str!("../../../../docs/sandbox.md").split_once("```toml\n").unwrap();
    let config = Config::from_toml(example.split_once("```").unwrap().0).unwrap();
    assert_eq!(config.adjust.apps[0].unauthorized_status, UnauthorizedStatus::Unauthorized);
    assert_eq!(config.adjust.apps[0].security_tokens[0].token.reveal(), "t");
    assert_eq!(config.adjust.devices[0].state, DeviceState::OptedOut);
    assert_eq!(config.metrix.time_format, TimeFormat::SecondsString);
    assert!(config.appsflyer.apps[0].zero_package);
    assert!(config.ga4.analytics_360 && !config.ga4.deduplicate_purchases);
    assert_eq!(config.faults.rates[0].fault, Fault::TooManyRequests { retry_after: Some(2) });
}

#[test]
fn what_a_file_leaves_out_keeps_its_default() {
    let config = Config::from_toml("").unwrap();
    let default = Config::default();
    assert_eq!(format!("{config:?}"), format!("{default:?}"));
    assert_eq!(default.metrix.time_format, TimeFormat::Any);
    assert!(default.metrix.drop_same_time);
}

#[test]
fn a_list_in_a_file_replaces_the_built_in_one() {
    let config = Config::from_toml("[[adjust.apps]]\ntoken = 'abc'").unwrap();
    assert_eq!(config.adjust.apps.len(), 1);
    assert_eq!(config.adjust.devices.len(), 2);
}

#[test]
fn an_unknown_key_is_an_error_that_tells_the_line() {
    for (line, text) in
        [(1, "clock = 1"), (2, "[adjust]\nap = []"), (3, "[[adjust.apps]]\ntoken = 'a'\nactive = true"), (2, "[metrix]\ntime = 'any'")]
    {
        let error = Config::from_toml(text).unwrap_err().to_string();
        assert!(error.starts_with(&format!("line {line}: unknown field")), "{error}");
    }
}

#[test]
fn a_value_that_is_not_allowed_is_an_error() {
    for text in [
        "now = 'yesterday'",
        "faults.rates = [{ fault = '500', rate = 1.5 }]",
        "faults.rates = [{ fault = 'explode', rate = 0.5 }]",
        "[[adjust.apps]]\ntoken = 'a'\nunauthorized_status = 403",
        "metrix.time_format = 'seconds'",
        "not toml",
    ] {
        assert!(Config::from_toml(text).is_err(), "{text}");
    }
    assert!(Config::default().with_now("2026-11-20").is_err());
}

#[test]
fn an_error_repeats_no_credential() {
    let text = "[[metrix.apps]]\napp_id = 'a'\napi_key = 90210";
    let error = Config::from_toml(text).unwrap_err();
    assert_eq!(error.to_string(), "line 3: a credential must be a text");
    assert!(!format!("{error:?}").contains("90210"));
}

#[test]
fn debug_redacts_every_credential() {
    let config = Config::default();
    let debug = format!("{config:?}");
    for credential in ["v8s5opi0zs45607l8h8c48wak2vxb5oe", "metrix-demo-api-key", "metrix-demo-dev-key"] {
        assert!(!debug.contains(credential), "{credential}");
    }
    let Config { adjust, metrix, metrix_inapp, .. } = config;
    assert_eq!(format!("{adjust:?}{metrix:?}{metrix_inapp:?}").matches("[redacted]").count(), 3);
}

#[test]
fn the_description_lists_every_default() {
    let text = Config::describe_defaults();
    for word in [
        "Adjust (/adjust/event, /adjust/ad_revenue, /adjust/session, /adjust/third_party_sharing, /adjust/gdpr/gdpr_forget_device)",
        "Metrix REST API (/metrix/)",
        "Metrix in-app events (/metrix_inapp/inappevent/{app_id})",
        "4w565xzmb54d",
        "f0ob4r",
        "1a2b3c (unique)",
        "5d6e7f (blocklisted)",
        "p4rc8s",
        "s3cur3dapp12 (S2S security, token v8s5opi0zs45607l8h8c48wak2vxb5oe)",
        "s3ct0k",
        "1nact1veapp0 (inactive)",
        "gps_adid 00000000-0000-4000-8000-000000000451 (opted out)",
        "gps_adid 00000000-0000-4000-8000-000000000404 (not found)",
        "app_id metrix-demo-app, api_key metrix-demo-api-key",
        "app_id metrix-demo-app, dev_key metrix-demo-dev-key",
    ] {
        assert!(text.contains(word), "{word}");
    }
}
