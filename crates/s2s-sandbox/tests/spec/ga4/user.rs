//! What a request says about its user and their device.

use s2s_sandbox::Sandbox;
use serde_json::{Value, json};

use super::{DIGEST, WEB, collect, fate_at, login};
use crate::client::sandbox;

/// What becomes of a member of the body: the note, and the member as it was recorded.
async fn recorded(sandbox: &Sandbox, name: &str, value: &Value) -> (Option<&'static str>, Option<Value>) {
    let (list, note, _) = fate_at(sandbox, WEB, &json!({"client_id": "1.1", name: value, "events": [login()]})).await;
    assert_eq!(list, "accepted", "{name} {value}");
    let accepted = sandbox.account().accepted;
    (note, accepted.last().unwrap().identity.as_ref().unwrap().value(name).cloned())
}

async fn accepts(name: &str, values: &[Value]) {
    let sandbox = sandbox().await;
    for value in values {
        assert_eq!(recorded(&sandbox, name, value).await, (None, Some(value.clone())), "{name} {value}");
    }
}

async fn ignores(rule: &'static str, name: &str, values: &[Value]) {
    let sandbox = sandbox().await;
    for value in values {
        assert_eq!(recorded(&sandbox, name, value).await, (Some(rule), None), "{name} {value}");
    }
}

#[tokio::test]
async fn a_user_id_has_at_most_256_characters() {
    accepts("user_id", &[json!("u-1"), json!("é".repeat(256))]).await;
    ignores("invalid_user_id", "user_id", &[json!("é".repeat(257)), json!(""), json!(7)]).await;
}

#[tokio::test]
async fn a_consent_is_in_upper_case() {
    accepts("consent", &[json!({"ad_user_data": "GRANTED", "ad_personalization": "DENIED"}), json!({"ad_user_data": "DENIED"})]).await;
    ignores("invalid_consent", "consent", &[json!({"ad_user_data": "granted"}), json!({"ad_personalization": true}), json!("GRANTED")])
        .await;
}

#[tokio::test]
async fn user_data_is_hashed_by_the_sender() {
    let address = json!({"sha256_first_name": DIGEST, "sha256_last_name": DIGEST, "sha256_street": DIGEST, "city": "mountain view", "region": "ca", "postal_code": "94043", "country": "US"});
    accepts("user_data", &[json!({"sha256_email_address": [DIGEST], "sha256_phone_number": [DIGEST], "address": [address]})]).await;
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let wrong = [
        json!({"sha256_email_address": ["cloudysanfrancisco@gmail.com"]}),
        json!({"sha256_email_address": [DIGEST.to_uppercase()]}),
        json!({"sha256_email_address": [DIGEST, empty]}),
        json!({"sha256_email_address": DIGEST}),
        json!({"sha256_phone_number": ["+18005550100"]}),
        json!({"address": {"city": "x"}}),
        json!({"address": [{"sha256_first_name": "john"}]}),
        json!({"address": [{"postal_code": 94_043}]}),
        json!([]),
    ];
    ignores("invalid_user_data", "user_data", &wrong).await;
}

#[tokio::test]
async fn a_location_is_made_of_codes() {
    let whole = json!({"city": "Mountain View", "region_id": "US-CA", "country_id": "US", "subcontinent_id": "021", "continent_id": "019"});
    accepts("user_location", &[whole, json!({"region_id": "GB-ENG"})]).await;
    let wrong = [
        json!({"country_id": "us"}),
        json!({"country_id": "USA"}),
        json!({"region_id": "CA"}),
        json!({"region_id": "US-"}),
        json!({"continent_id": 19}),
        json!({"subcontinent_id": "21"}),
        json!({"city": 1}),
        json!("US"),
    ];
    ignores("invalid_user_location", "user_location", &wrong).await;
}

#[tokio::test]
async fn a_device_is_made_of_texts() {
    accepts("device", &[json!({"category": "mobile", "screen_resolution": "1280x2856", "operating_system_version": "14"})]).await;
    let wrong =
        [json!({"operating_system_version": 14}), json!({"screen_resolution": "1280"}), json!({"screen_resolution": "x1"}), json!("Pixel")];
    ignores("invalid_device", "device", &wrong).await;
    accepts("ip_override", &[json!("127.0.0.1"), json!("2001:db8::1")]).await;
    ignores("invalid_ip_override", "ip_override", &[json!("x"), json!(1), json!("")]).await;
    ignores("invalid_user_agent", "user_agent", &[json!(1)]).await;
    ignores("invalid_non_personalized_ads", "non_personalized_ads", &[json!("true")]).await;
    accepts("validation_behavior", &[json!("RELAXED"), json!("ENFORCE_RECOMMENDATIONS")]).await;
    ignores("invalid_validation_behavior", "validation_behavior", &[json!("STRICT"), json!(true)]).await;
}

#[tokio::test]
async fn user_properties_are_objects_with_a_value() {
    let value = |value: Value| json!({"value": value});
    let kept = json!({"tier": {"value": "PREMIUM"}, "level": {"value": 7, "timestamp_micros": 1_795_176_000_000_000_i64}});
    accepts("user_properties", &[kept, json!({"n".repeat(24): value(json!("x".repeat(36)))})]).await;
    let sandbox = sandbox().await;
    for (rule, name, property) in [
        ("invalid_user_property", "a", json!("PREMIUM")),
        ("invalid_user_property", "a", json!({})),
        ("invalid_user_property", "a", value(Value::Null)),
        ("invalid_user_property", "a", value(json!([]))),
        ("invalid_user_property", "a", json!({"value": 1, "timestamp_micros": "1795176000000000"})),
        ("user_property_value_too_long", "a", value(json!("x".repeat(37)))),
        ("user_property_name_too_long", "nnnnnnnnnnnnnnnnnnnnnnnnn", value(json!(1))),
        ("invalid_user_property_name", "1a", value(json!(1))),
        ("reserved_user_property", "user_id", value(json!(1))),
        ("reserved_user_property", "ga_x", value(json!(1))),
    ] {
        let sent = json!({"tier": {"value": "PREMIUM"}, name: property});
        let (note, properties) = recorded(&sandbox, "user_properties", &sent).await;
        assert_eq!((note, properties), (Some(rule), Some(json!({"tier": {"value": "PREMIUM"}}))), "{sent}");
    }
    ignores("invalid_user_property", "user_properties", &[json!([]), json!("x")]).await;
}

#[tokio::test]
async fn a_request_has_at_most_25_user_properties() {
    let properties = |count: usize| -> Value {
        let properties: serde_json::Map<_, _> = (0..count).map(|number| (format!("p{number:02}"), json!({"value": number}))).collect();
        properties.into()
    };
    accepts("user_properties", &[properties(25)]).await;
    let (note, kept) = recorded(&sandbox().await, "user_properties", &properties(26)).await;
    assert_eq!((note, kept), (Some("too_many_user_properties"), Some(properties(25))));
}

#[tokio::test]
async fn what_is_ignored_is_noted_at_every_event_of_the_request() {
    let sandbox = sandbox().await;
    collect(&sandbox, WEB, &json!({"client_id": "1.1", "consent": "x", "events": [login(), login()]})).await;
    let notes = sandbox.account().accepted.iter().map(|entry| entry.note).collect::<Vec<_>>();
    assert_eq!(notes, [Some("invalid_consent"); 2]);
}
