//! AppsFlyer's server-to-server events API for mobile.

use s2s_sandbox::{Account, Config, Sandbox};
use serde_json::{Value, json};

use crate::client::{Answer, JSON, changed, last_rule, sandbox, sandbox_with, send, try_send};

const IOS: &str = "/appsflyer/inappevent/id123456789";
const ANDROID: &str = "/appsflyer/inappevent/com.example.myapp";
const KEY: (&str, &str) = ("authentication", "demo-s2s-key");

const BAD_REQUEST: &str = "Bad request";
const NO_ID: &str = "appsflyer_id is a mandatory field";
const UNREADABLE: &str = "Payload is missing or failed to parse";

/// The values of the documentation's own examples.
fn event() -> Value {
    json!({
        "appsflyer_id": "1234567890123-1234567",
        "eventName": "af_purchase",
        "eventValue": r#"{"af_revenue":"6","af_content_id":"15854"}"#,
        "eventCurrency": "USD",
        "eventTime": "2026-11-20 11:17:01.123",
        "customer_user_id": "customer_user_id",
        "ip": "192.0.2.1",
        "ua": "Mozilla/5.0 (iPhone; CPU iPhone OS 13_3 like Mac OS X)",
        "os": "14.5.1",
        "bundleIdentifier": "com.myapp"
    })
}

async fn post_to(sandbox: &Sandbox, path: &str, body: &Value) -> Answer {
    send(sandbox, "POST", path, &[KEY, JSON], &body.to_string()).await
}

async fn post(sandbox: &Sandbox, body: &Value) -> Answer {
    post_to(sandbox, IOS, body).await
}

/// The status and the text of a response.
fn told(answer: &Answer) -> (u16, &str) {
    (answer.status, answer.body.as_str())
}

/// Sends events with another value of a field each, and expects a response and a rule.
async fn refuses_at(path: &str, changes: &[(&str, Value)], response: (u16, &str), rule: &str) {
    let sandbox = sandbox().await;
    for (name, value) in changes {
        let answer = post_to(&sandbox, path, &changed(&event(), name, value)).await;
        assert_eq!(told(&answer), response, "{name} {value}");
        assert_eq!(last_rule(&sandbox.account()), rule, "{name} {value}");
    }
}

async fn refuses(name: &str, values: &[Value], rule: &str) {
    let changes: Vec<_> = values.iter().map(|value| (name, value.clone())).collect();
    refuses_at(IOS, &changes, (400, BAD_REQUEST), rule).await;
}

/// Sends events with another value of a field each, and expects that they are recorded.
async fn accepts_at(path: &str, name: &str, values: &[Value]) {
    let sandbox = sandbox().await;
    for value in values {
        let answer = post_to(&sandbox, path, &changed(&event(), name, value)).await;
        assert_eq!(told(&answer), (200, "OK"), "{name} {value}: {:?}", sandbox.account().rejected);
    }
}

#[tokio::test]
async fn an_event_is_received_with_a_plain_ok_that_is_declared_as_json() {
    let sandbox = sandbox().await;
    for path in [IOS, ANDROID] {
        let answer = post_to(&sandbox, path, &event()).await;
        assert_eq!(told(&answer), (200, "OK"));
        assert!(answer.headers.contains("content-type: application/json"), "{}", answer.headers);
    }
    let accepted = sandbox.account().accepted;
    assert_eq!((accepted[0].message.as_ref(), accepted[0].note), (Some(&event()), None));
}

#[tokio::test]
async fn three_fields_are_required_and_everything_else_may_be_left_out() {
    let sandbox = sandbox().await;
    let least = json!({"appsflyer_id": "1234567890123-1234567", "eventName": "af_login", "eventValue": ""});
    assert_eq!(told(&post(&sandbox, &least).await), (200, "OK"));
    refuses_at(IOS, &[("appsflyer_id", Value::Null)], (400, NO_ID), "missing_appsflyer_id").await;
    refuses("eventName", &[Value::Null, json!(""), json!(1)], "invalid_event_name").await;
    refuses("eventValue", &[Value::Null], "missing_event_value").await;
}

#[tokio::test]
async fn the_same_event_twice_counts_twice() {
    let sandbox = sandbox().await;
    post(&sandbox, &event()).await;
    post(&sandbox, &event()).await;
    assert_eq!(sandbox.account().accepted.len(), 2);
}

#[tokio::test]
async fn the_key_is_sent_without_a_scheme_in_a_header_of_its_own() {
    let sandbox = sandbox().await;
    for (headers, rule) in [
        (&[JSON][..], "missing_s2s_key"),
        (&[JSON, ("authorization", "demo-s2s-key")], "missing_s2s_key"),
        (&[JSON, ("authentication", "Bearer demo-s2s-key")], "unknown_s2s_key"),
        (&[JSON, ("authentication", "")], "unknown_s2s_key"),
        (&[JSON, KEY, KEY], "unknown_s2s_key"),
    ] {
        let answer = send(&sandbox, "POST", IOS, headers, &event().to_string()).await;
        assert_eq!(told(&answer), (400, "Failed to Authenticate"), "{headers:?}");
        assert_eq!(last_rule(&sandbox.account()), rule, "{headers:?}");
    }
    let answer = send(&sandbox, "POST", IOS, &[JSON, ("Authentication", "demo-s2s-key")], &event().to_string()).await;
    assert_eq!(answer.status, 200, "names of headers have no case");
}

#[tokio::test]
async fn the_key_is_that_of_the_app() {
    let toml = "[[appsflyer.apps]]\napp_id = 'id1'\ns2s_key = 'one'\n[[appsflyer.apps]]\napp_id = 'id2'\ns2s_key = 'two'";
    let sandbox = sandbox_with(toml).await;
    let headers = [JSON, ("authentication", "two")];
    let answer = send(&sandbox, "POST", "/appsflyer/inappevent/id1", &headers, &event().to_string()).await;
    assert_eq!(told(&answer), (401, "Unauthorized"));
    assert_eq!(last_rule(&sandbox.account()), "s2s_key_of_another_app");
}

#[tokio::test]
async fn an_unknown_app_is_refused_with_a_text_that_names_the_app_id() {
    let sandbox = sandbox().await;
    for app_id in ["id999", "999", "com.other", "id123456789x", "ID123456789"] {
        let answer = post_to(&sandbox, &format!("/appsflyer/inappevent/{app_id}"), &event()).await;
        assert!(answer.status == 400 && answer.body.contains("app_id"), "{app_id}: {}", answer.body);
        assert_eq!(last_rule(&sandbox.account()), "unknown_app_id", "{app_id}");
    }
}

#[tokio::test]
async fn an_ios_app_id_without_id_is_answered_as_a_success_and_its_event_is_lost() {
    let sandbox = sandbox().await;
    let answer = post_to(&sandbox, "/appsflyer/inappevent/123456789", &event()).await;
    assert_eq!(told(&answer), (200, "OK"));
    let Account { accepted, rejected, .. } = sandbox.account();
    assert!(accepted.is_empty());
    let refusal = rejected[0].refusal.as_ref().unwrap();
    assert_eq!((refusal.status, refusal.body.as_str(), refusal.rule), (200, "OK", "ios_app_id_without_id"));
    let row = send(&sandbox, "GET", "/_sandbox/requests/0/0", &[], "").await.json();
    assert_eq!((&row["kind"], &row["rule"]), (&json!("rejected"), &json!("ios_app_id_without_id")));
    assert_eq!(row["response"], json!({"status": 200, "body": "OK"}));
}

#[tokio::test]
async fn the_app_id_is_percent_decoded() {
    let sandbox = sandbox_with("[[appsflyer.apps]]\napp_id = 'com.example.my-app'\ns2s_key = 'demo-s2s-key'").await;
    assert_eq!(post_to(&sandbox, "/appsflyer/inappevent/com%2Eexample%2Emy%2Dapp", &event()).await.status, 200);
}

#[tokio::test]
async fn a_zero_package_is_forbidden() {
    let sandbox = sandbox_with("[[appsflyer.apps]]\napp_id = 'id1'\ns2s_key = 'demo-s2s-key'\nzero_package = true").await;
    let answer = post_to(&sandbox, "/appsflyer/inappevent/id1", &event()).await;
    assert_eq!(told(&answer), (403, "Forbidden"));
    assert_eq!(last_rule(&sandbox.account()), "zero_package");
}

#[tokio::test]
async fn a_body_is_one_event_in_json() {
    let sandbox = sandbox().await;
    let one = event().to_string();
    for (body, rule) in [
        (String::new(), "missing_payload"),
        ("{".to_owned(), "invalid_json"),
        (format!("{one},"), "invalid_json"),
        ("\"{}\"".to_owned(), "invalid_event"),
        (format!("[{one}]"), "more_than_one_event"),
        (format!("{one}\n{one}"), "more_than_one_event"),
    ] {
        let answer = send(&sandbox, "POST", IOS, &[KEY, JSON], &body).await;
        assert_eq!(told(&answer), (400, UNREADABLE), "{body}");
        assert_eq!(last_rule(&sandbox.account()), rule, "{body}");
    }
    let answer = send(&sandbox, "POST", IOS, &[KEY, ("content-type", "text/plain")], &one).await;
    assert_eq!(told(&answer), (400, BAD_REQUEST));
    assert_eq!(last_rule(&sandbox.account()), "unsupported_content_type");
}

#[tokio::test]
async fn a_body_has_at_most_1_kb() {
    let sandbox = sandbox().await;
    let of_size = |size: usize| {
        let without = changed(&event(), "ua", &json!("")).to_string().len();
        changed(&event(), "ua", &json!("u".repeat(size - without)))
    };
    assert_eq!(post(&sandbox, &of_size(1024)).await.status, 200);
    assert_eq!(told(&post(&sandbox, &of_size(1025)).await), (400, BAD_REQUEST));
    assert_eq!(last_rule(&sandbox.account()), "over_1_kb_response_not_documented");

    let narrow = sandbox_with("appsflyer.max_body_bytes = 1000").await;
    assert_eq!(post(&narrow, &of_size(1000)).await.status, 200);
    assert_eq!(post(&narrow, &of_size(1001)).await.status, 400);
}

#[tokio::test]
async fn an_appsflyer_id_is_digits_a_hyphen_and_digits() {
    let wrong = [json!(1), json!(""), json!("1234567890123"), json!("-1"), json!("1-"), json!("1-2-3"), json!("1234567890123-123456a")];
    let changes = wrong.map(|value| ("appsflyer_id", value));
    refuses_at(IOS, &changes, (400, NO_ID), "invalid_appsflyer_id").await;
    accepts_at(ANDROID, "appsflyer_id", &[json!("1665148898336-5539842602053895577"), json!("1-1")]).await;
}

#[tokio::test]
async fn an_event_value_is_a_text_that_is_empty_or_holds_a_json_object() {
    accepts_at(IOS, "eventValue", &[json!(""), json!(" "), json!("{}"), json!(r#"{ "af_revenue": "6" ,"a":{"b":[1]} }"#)]).await;
    let badly =
        ["null", "[]", "6", "af_revenue=6", r#"{"a":1"#, "  ", r#""{\"af_revenue\":\"6\"}""#].map(|text| ("eventValue", json!(text)));
    refuses_at(IOS, &badly, (400, NO_ID), "event_value_badly_stringified").await;
    let not = [json!({"af_revenue": "6"}), json!([]), json!(6), json!(true)].map(|value| ("eventValue", value));
    refuses_at(IOS, &not, (500, "Internal Server Error"), "event_value_not_stringified").await;
}

#[tokio::test]
async fn an_event_time_is_utc_with_milliseconds_a_blank_and_no_offset() {
    let wrong = [
        json!(1_795_176_000_000_i64),
        json!("1795176000"),
        json!(""),
        json!("2026-11-20T11:17:01.123Z"),
        json!("2026-11-20 11:17:01.123Z"),
        json!("2026-11-20 11:17:01"),
        json!("2026-11-20 11:17:01.1234"),
        json!("2026-11-20 25:17:01.123"),
        json!("2026-02-30 11:17:01.123"),
        json!("20/11/2026 11:17:01.123"),
    ];
    refuses("eventTime", &wrong, "invalid_event_time").await;
    accepts_at(IOS, "eventTime", &[json!("2026-11-20 00:00:00.000"), json!("2026-11-19 23:59:59.999"), json!("2027-01-01 00:00:00.000")])
        .await;
}

#[tokio::test]
async fn an_event_keeps_its_time_until_2_in_the_morning_of_the_next_day() {
    for (now, time, recorded) in [
        // The examples of the documentation.
        ("2026-05-03T01:00:00Z", "2026-05-02 22:00:00.000", "2026-05-02 22:00:00.000"),
        ("2026-05-04T09:00:00Z", "2026-05-02 22:00:00.000", "2026-05-04 09:00:00.000"),
        ("2026-05-03T02:00:00Z", "2026-05-02 00:00:00.000", "2026-05-02 00:00:00.000"),
        ("2026-05-03T02:00:00.001Z", "2026-05-02 23:59:59.999", "2026-05-03 02:00:00.001"),
        ("2026-05-03T02:00:00.001Z", "2026-05-03 00:00:00.000", "2026-05-03 00:00:00.000"),
        ("2026-05-03T02:00:00Z", "2026-05-01 23:59:59.999", "2026-05-03 02:00:00.000"),
        ("2026-05-03T02:00:00Z", "1969-12-31 23:00:00.000", "2026-05-03 02:00:00.000"),
    ] {
        let config = Config::default().with_now(now).unwrap();
        let sandbox = Sandbox::start(config, 0).await.unwrap();
        let answer = post(&sandbox, &changed(&event(), "eventTime", &json!(time))).await;
        assert_eq!(told(&answer), (200, "OK"));
        let entry = &sandbox.account().accepted[0];
        assert_eq!(entry.message.as_ref().unwrap()["eventTime"], recorded, "{time} at {now}");
        assert_eq!(entry.note, (time != recorded).then_some("recorded_at_arrival"), "{time} at {now}");
        let row = send(&sandbox, "GET", "/_sandbox/requests/0/0", &[], "").await.json();
        assert_eq!((&row["kind"], &row["rule"]), (&json!("accepted"), &json!(entry.note)));
        assert!(row["request"]["body"].as_str().unwrap().contains(time), "the request is shown as it was sent");
    }
}

#[tokio::test]
async fn a_currency_is_one_of_the_listed_codes() {
    accepts_at(IOS, "eventCurrency", &["USD", "IRR", "AED", "ZWL", "XXX", "SLL", "HRK"].map(Value::from)).await;
    let wrong = ["", "usd", "SLE", "VED", "XCG", "ZWG", "EURO", "AED AFN", "US"].map(Value::from);
    refuses("eventCurrency", &[&wrong[..], &[json!(840)]].concat(), "unlisted_currency").await;
}

#[tokio::test]
async fn identifiers_belong_to_a_platform() {
    let uuid = json!("9876F1AA-2983-3855-27BB-2C626772EFAB");
    let android = ["advertising_id", "oaid", "amazon_aid", "imei", "app_set_id"].map(|name| (name, uuid.clone()));
    let ios = ["idfa", "idfv", "att"].map(|name| (name, uuid.clone()));
    refuses_at(IOS, &android, (400, BAD_REQUEST), "field_of_another_platform").await;
    refuses_at(ANDROID, &ios, (400, BAD_REQUEST), "field_of_another_platform").await;

    let config = "[[appsflyer.apps]]\napp_id = 'a1b2c3d4e5f6'\ns2s_key = 'demo-s2s-key'";
    let unknown = sandbox_with(config).await;
    for name in ["advertising_id", "idfa"] {
        let answer = post_to(&unknown, "/appsflyer/inappevent/a1b2c3d4e5f6", &changed(&event(), name, &uuid)).await;
        assert_eq!(answer.status, 200, "an id that tells no platform: {name}");
    }
}

#[tokio::test]
async fn identifiers_of_ios_are_in_upper_case() {
    for (name, rule) in [("idfa", "invalid_idfa"), ("idfv", "invalid_idfv")] {
        accepts_at(IOS, name, &[json!("95C9BD22-4A4C-41C8-9548-ED07C5C8C145")]).await;
        let wrong = [
            json!("95c9bd22-4a4c-41c8-9548-ed07c5c8c145"),
            // A misprint of the documentation.
            json!("9876F1SS-2983-3855-27RR-2R626772VFNB"),
            json!("95C9BD224A4C41C89548ED07C5C8C145"),
            json!(""),
            json!(1),
        ];
        refuses(name, &wrong, rule).await;
    }
}

#[tokio::test]
async fn identifiers_of_android_are_texts() {
    for name in ["advertising_id", "oaid", "amazon_aid", "imei"] {
        accepts_at(ANDROID, name, &[json!("9c9a82fb-d5de-4cd1-90c3-527441c11828"), json!("AA-BBBBBB-CCCCCC-D")]).await;
        refuses_at(ANDROID, &[(name, json!(490_154_203_237_518_u64))], (400, BAD_REQUEST), "not_a_text").await;
    }
    accepts_at(ANDROID, "app_set_id", &[json!({"scope": 1, "id": "f47ac10b-58cc-4372-a567-0e02b2c3d479"})]).await;
    let wrong = [
        json!("f47ac10b-58cc-4372-a567-0e02b2c3d479"),
        json!({"scope": 3, "id": "f47ac10b-58cc-4372-a567-0e02b2c3d479"}),
        json!({"scope": "1", "id": "f47ac10b-58cc-4372-a567-0e02b2c3d479"}),
        json!({"id": "f47ac10b-58cc-4372-a567-0e02b2c3d479"}),
        json!({"scope": 1}),
    ];
    refuses_at(ANDROID, &wrong.map(|value| ("app_set_id", value)), (400, BAD_REQUEST), "invalid_app_set_id").await;
}

#[tokio::test]
async fn att_is_an_integer_and_aie_a_boolean() {
    accepts_at(IOS, "att", &[json!(0), json!(3)]).await;
    refuses("att", &[json!(-1), json!(4), json!("3"), json!(3.0), json!(true), json!("authorized")], "invalid_att").await;
    accepts_at(IOS, "aie", &[json!(true), json!(false)]).await;
    refuses("aie", &[json!("true"), json!(1)], "invalid_aie").await;
}

#[tokio::test]
async fn hashes_are_sha_256_in_lower_case() {
    let digest = "62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f";
    for name in ["email_hashed", "phone_number_hashed", "phone_number_e164_hashed", "first_name_hashed", "last_name_hashed"] {
        accepts_at(IOS, name, &[json!(digest)]).await;
        let wrong = [json!(digest.to_uppercase()), json!(format!("{digest}0")), json!("john_smith@gmail.com"), json!(""), json!(1)];
        refuses(name, &wrong, "invalid_hash").await;
    }
}

#[tokio::test]
async fn other_fields_are_texts() {
    for name in ["customer_user_id", "ua", "os", "app_version_name", "app_store", "bundleIdentifier"] {
        refuses(name, &[json!(14.5), json!({}), json!(false)], "not_a_text").await;
    }
    refuses("fb_login_id", &[json!("1029384756102938x"), json!(""), json!(10_293_847_561_029_384_u64)], "invalid_fb_login_id").await;
    refuses("ip", &[json!("2001:db8::1"), json!("192.0.2.256"), json!(""), json!("192.0.2")], "invalid_ip").await;
    refuses("app_type", &[json!("clip"), json!(1)], "invalid_app_type").await;
    refuses("custom_dimension", &[json!("x")], "reserved_custom_dimension").await;
    accepts_at(IOS, "app_type", &[json!("app_clip"), json!("")]).await;
    accepts_at(IOS, "fb_login_id", &[json!("10293847561029384")]).await;
    accepts_at(IOS, "af_events_api", &[json!("true")]).await;
}

#[tokio::test]
async fn custom_data_is_stringified_as_well() {
    accepts_at(IOS, "custom_data", &[json!(r#"{"key_group":{"key_a1":"value a1"},"key_b":"value b"}"#)]).await;
    refuses("custom_data", &[json!({"key_b": "value b"}), json!(""), json!("key_b")], "invalid_custom_data").await;
}

#[tokio::test]
async fn a_sharing_filter_is_all_or_a_list_of_names() {
    accepts_at(IOS, "sharing_filter", &[json!("all"), json!(["googleadwords_int", "adcolony_int"])]).await;
    refuses("sharing_filter", &[json!("none"), json!([]), json!([""]), json!([1]), json!({})], "invalid_sharing_filter").await;
}

#[tokio::test]
async fn a_consent_is_exactly_one_of_two_objects() {
    let tcf = json!({"policy_version": 4, "gdpr_applies": -1, "cmp_sdk_id": 10, "cmp_sdk_version": 2, "tcstring": "CPX"});
    let manual = json!({"gdpr_applies": true, "ad_user_data_enabled": true, "ad_personalization_enabled": false});
    accepts_at(IOS, "consent_data", &[json!({"tcf": tcf}), json!({"manual": manual})]).await;
    let wrong = [
        json!({}),
        json!("tcf"),
        json!({"tcf": tcf, "manual": manual}),
        json!({"tcf": {"gdpr_applies": 2}}),
        json!({"tcf": {"policy_version": "4"}}),
        json!({"tcf": {"tcstring": 4}}),
        json!({"manual": {"gdpr_applies": "true"}}),
        json!({"manual": true}),
    ];
    refuses("consent_data", &wrong, "invalid_consent_data").await;
}

#[tokio::test]
async fn only_post_is_documented() {
    let sandbox = sandbox().await;
    for method in ["GET", "PUT", "HEAD"] {
        assert_eq!(send(&sandbox, method, IOS, &[KEY, JSON], "").await.status, 405, "{method}");
    }
}

#[tokio::test]
async fn it_has_the_faults_of_the_others_and_its_documented_internal_error() {
    let sandbox = sandbox().await;
    let headers = |fault| [KEY, JSON, ("x-sandbox-fault", fault)];
    let body = event().to_string();
    for (fault, count) in [("500", 0), ("500-after", 1)] {
        let answer = send(&sandbox, "POST", IOS, &headers(fault), &body).await;
        assert_eq!(told(&answer), (500, "Internal Server Error"), "{fault}");
        assert_eq!(sandbox.account().accepted.len(), count, "{fault}");
    }
    assert_eq!(send(&sandbox, "POST", IOS, &headers("429;retry-after=2"), &body).await.status, 429);
    assert!(try_send(sandbox.address(), "POST", IOS, &headers("drop"), &body).await.is_err());
}

#[tokio::test]
async fn keys_identifiers_hashes_and_addresses_are_masked() {
    let sandbox = sandbox().await;
    let secrets = [
        ("appsflyer_id", json!("1665148898336-5539842602053895577")),
        ("customer_user_id", json!("secret-person")),
        ("advertising_id", json!("9c9a82fb-d5de-4cd1-90c3-527441c11828")),
        ("oaid", json!("1fe9a970-efbb-29e0-0bdd-f5dbbf751ab5")),
        ("amazon_aid", json!("secret-amazon")),
        ("imei", json!("49-015420-323751-8")),
        ("app_set_id", json!({"scope": 1, "id": "f47ac10b-58cc-4372-a567-0e02b2c3d479"})),
        ("idfa", json!("9876F1AA-2983-3855-27BB-2C626772EFAB")),
        ("idfv", json!("95C9BD22-4A4C-41C8-9548-ED07C5C8C145")),
        ("email_hashed", json!("secret-email")),
        ("phone_number_hashed", json!("secret-phone")),
        ("phone_number_e164_hashed", json!("secret-e164")),
        ("first_name_hashed", json!("secret-first")),
        ("last_name_hashed", json!("secret-last")),
        ("fb_login_id", json!("10293847561029384")),
        ("ip", json!("192.0.2.77")),
    ];
    let body = secrets.iter().fold(event(), |body, (name, value)| changed(&body, name, value));
    post(&sandbox, &body).await;
    let masked = send(&sandbox, "GET", "/_sandbox/requests/0/0", &[], "").await.body;
    let shown = send(&sandbox, "GET", "/_sandbox/requests/0/0?secrets", &[], "").await.body;
    for (name, value) in &secrets {
        let text = value.as_str().or(value["id"].as_str()).unwrap();
        assert!(!masked.contains(text) && shown.contains(text), "{name}");
    }
    assert!(!masked.contains("demo-s2s-key") && shown.contains("demo-s2s-key"));
    let detail: Value = serde_json::from_str(&masked).unwrap();
    assert_eq!(detail["summary"], json!(["af_purchase", r#"{"af_revenue":"6","af_content_id":"15854"}"#, "USD"]));
    assert_eq!(detail["request"]["target"], IOS, "an app id is public");
}

#[tokio::test]
async fn the_defaults_are_two_apps_with_a_demo_key() {
    let text = Config::describe_defaults();
    for line in [
        "AppsFlyer (/appsflyer/inappevent/{app_id})",
        "  app_id id123456789, s2s_key demo-s2s-key",
        "  app_id com.example.myapp, s2s_key demo-s2s-key",
    ] {
        assert!(text.contains(line), "{line}");
    }
    assert!(!format!("{:?}", Config::default()).contains("demo-s2s-key"));
    let destinations = sandbox().await.demo_destinations();
    let own = destinations.iter().filter(|destination| destination.provider == "appsflyer");
    assert_eq!(own.map(|destination| destination.name).collect::<Vec<_>>(), [None, Some("appsflyer_android")]);
}
