//! The expected bodies of the vectors against JSON Schemas that were written from the providers'
//! references, apart from the code that builds them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod common;

use boon::{Compiler, SchemaIndex, Schemas};
use common::all_cases;
use serde_json::{Value, json};

const GA4: &str = include_str!("schemas/ga4.json");

struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    fn new(schema: Value) -> Self {
        const URL: &str = "https://schema.example/body.json";
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.enable_format_assertions();
        compiler.add_resource(URL, schema).unwrap();
        let index = compiler.compile(URL, &mut schemas).unwrap();
        Self { schemas, index }
    }

    /// The complaint about a body, if there is one.
    fn complaint(&self, body: &Value) -> Option<String> {
        self.schemas.validate(body, self.index).err().map(|error| error.to_string())
    }
}

fn ga4(max_text: u64) -> Schema {
    let mut schema: Value = serde_json::from_str(GA4).unwrap();
    *schema.pointer_mut("/$defs/text/maxLength").unwrap() = max_text.into();
    Schema::new(schema)
}

#[test]
fn every_expected_body_for_ga4_fits() {
    let (standard, analytics360) = (ga4(100), ga4(500));
    let cases = all_cases().into_iter().filter(|case| case.provider == "ga4");
    let mut count = 0;
    let complaints: Vec<String> = cases
        .filter_map(|case| {
            let body: Value = serde_json::from_str(&case.request.as_ref()?.body).unwrap();
            count += 1;
            let config: Value = serde_json::from_str(case.config.as_ref()?.get()).unwrap();
            let schema = if config["analytics360"] == true { &analytics360 } else { &standard };
            schema.complaint(&body).map(|complaint| format!("{}: {complaint}", case.name))
        })
        .collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    assert!(count > 500, "only {count} bodies were found");
}

/// A schema that accepts everything would prove nothing.
#[test]
fn what_the_reference_rules_out_does_not_fit() {
    let schema = ga4(100);
    let purchase = json!({
        "client_id": "1.1",
        "user_properties": {"tier": {"value": "gold"}},
        "events": [{
            "name": "purchase",
            "params": {"transaction_id": "A12345", "currency": "USD", "value": 12, "items": [{"item_id": "1234"}]}
        }]
    });
    assert_eq!(schema.complaint(&purchase), None);
    let long = "x".repeat(101);
    for (at, value) in [
        ("/client_id", json!(null)),
        ("/events", json!([])),
        ("/events/0/name", json!("_badEventName")),
        ("/events/0/name", json!("session_start")),
        ("/events/0/name", json!("screen_view")),
        ("/events/0/params", json!({"currency": "USD", "value": 12})),
        ("/events/0/params", json!({"transaction_id": "A12345", "currency": "USD"})),
        ("/events/0/params/transaction_id", json!("")),
        ("/events/0/params/transaction_id", json!(long)),
        ("/events/0/params/value", json!("12")),
        ("/events/0/params/currency", json!("usd")),
        ("/events/0/params/items", json!([{"price": 1}])),
        ("/events/0/params/items/0", json!({"item_id": "1234", "price": "1"})),
        ("/user_properties/tier", json!("gold")),
        ("/user_properties/tier/value", json!("x".repeat(37))),
    ] {
        let mut body = purchase.clone();
        *body.pointer_mut(at).unwrap() = value;
        assert!(schema.complaint(&body).is_some(), "{at}: {body}");
    }
    for (name, value) in [
        ("ga_test", json!("x")),
        ("a-b", json!("x")),
        ("a", json!(null)),
        ("a", json!([])),
        ("a", json!(long)),
        ("session_id", json!("SESSION_ID")),
        ("session_id", json!(0)),
        ("debug_mode", json!(false)),
    ] {
        let mut body = purchase.clone();
        body["events"][0]["params"][name] = value;
        assert!(schema.complaint(&body).is_some(), "{name}: {body}");
    }
    for (name, value) in [
        ("app_instance_id", json!("0123456789abcdef0123456789abcdef")),
        ("consent", json!({"ad_user_data": "granted"})),
        ("user_data", json!({"sha256_email_address": ["a@example.com"]})),
        ("user_data", json!({"sha256_email_address": ["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"]})),
        ("user_location", json!({"country_id": "us"})),
        ("ip_override", json!("x")),
        ("validation_behavior", json!("STRICT")),
        ("timestamp_micros", json!("1795176000000000")),
    ] {
        let mut body = purchase.clone();
        body[name] = value;
        assert!(schema.complaint(&body).is_some(), "{name}: {body}");
    }
}
