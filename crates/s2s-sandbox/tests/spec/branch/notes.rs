//! Events that are accepted with a note.

use serde_json::{Value, json};

use super::{CUSTOM, KEY, STANDARD, accepts, event, item, purchase, recorded, user, with, with_key};
use crate::client::{JSON, sandbox, sandbox_with, send};

/// Expects that events are recorded as they were sent, with a note.
async fn notes(path: &str, note: &'static str, events: impl IntoIterator<Item = Value>) {
    let sandbox = sandbox().await;
    for event in events {
        assert_eq!(recorded(&sandbox, path, &event).await, (Some(note), event.clone()), "{event}");
    }
}

#[tokio::test]
async fn amounts_of_a_commerce_event_without_a_currency_are_dollars() {
    let sandbox = sandbox().await;
    for name in ["revenue", "shipping", "tax"] {
        let event = with(event("PURCHASE"), "/event_data", json!({name: 4_200_000}));
        let expected = with(event.clone(), "/event_data/currency", json!("USD"));
        assert_eq!(recorded(&sandbox, STANDARD, &event).await, (Some("counts_as_usd"), expected));
    }
    let rials = json!({"revenue": 4_200_000, "currency": "IRR"});
    accepts(
        STANDARD,
        [
            with(event("PURCHASE"), "/event_data", rials),
            with(event("PURCHASE"), "/event_data", json!({"coupon": "a"})),
            with(event("RATE"), "/event_data", json!({"revenue": 1})),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_test_key_leads_to_the_test_environment() {
    let sandbox = sandbox().await;
    assert_eq!(send(&sandbox, "POST", STANDARD, &[JSON], &with_key(&purchase(), "key_test_demo")).await.status, 200);
    assert_eq!(sandbox.account().accepted[0].note, Some("test_environment"));
}

#[tokio::test]
async fn the_address_counts_where_the_app_is_allowed_it() {
    let header = ("X-IP-Override", "192.0.2.1");
    let app = format!("[[branch.apps]]\nlive_key = '{KEY}'\nip_override = ");
    for (allowed, ip, note) in [
        ("false", Some("192.0.2.1"), Some("ip_override_ignored")),
        ("true", Some("192.0.2.1"), None),
        ("true", Some("192.0.2.2"), Some("ip_override_differs")),
        ("true", None, Some("ip_override_differs")),
    ] {
        let sandbox = sandbox_with(&format!("{app}{allowed}")).await;
        let body = with_key(&with(event("LOGIN"), "/user_data/ip", json!(ip)), KEY);
        assert_eq!(send(&sandbox, "POST", STANDARD, &[JSON, header], &body).await.status, 200);
        assert_eq!(sandbox.account().accepted[0].note, note, "{allowed} {ip:?}");
    }
    accepts(STANDARD, [with(event("LOGIN"), "/user_data/ip", json!("192.0.2.1"))]).await;
}

#[tokio::test]
async fn revenue_and_items_of_other_events_may_be_ignored() {
    let declared = ["transaction_id", "currency", "coupon", "affiliation", "search_query", "ad_type"];
    notes(CUSTOM, "may_be_ignored", declared.map(|name| with(event("x"), "/event_data", json!({name: "BANNER"})))).await;
    notes(CUSTOM, "may_be_ignored", ["revenue", "shipping", "tax"].map(|name| with(event("x"), "/event_data", json!({name: 1})))).await;
    notes(CUSTOM, "may_be_ignored", [with(event("x"), "/content_items", json!([item()]))]).await;
    accepts(CUSTOM, [with(event("x"), "/event_data", json!({"description": "a", "custom_param_1": "b"}))]).await;
    notes(STANDARD, "may_be_ignored", [with(event("LOGIN"), "/content_items", json!([item()]))]).await;
    accepts(STANDARD, ["PURCHASE", "RESERVE", "SHARE"].map(|name| with(event(name), "/content_items", json!([item()])))).await;
}

#[tokio::test]
async fn the_names_of_the_sdk_are_not_documented_here() {
    notes(STANDARD, "not_documented_for_api", ["OPT_IN", "OPT_OUT"].map(event)).await;
}

#[tokio::test]
async fn the_version_of_ios_and_android_is_required_of_servers() {
    let ios = json!({"os": "iOS", "idfv": "A"});
    notes(
        STANDARD,
        "missing_os_version",
        [with(event("LOGIN"), "/user_data", ios), with(event("LOGIN"), "/user_data/os", json!("Android"))],
    )
    .await;
    accepts(STANDARD, [with(event("LOGIN"), "/user_data/os", json!("WINDOWS")), with(event("LOGIN"), "/user_data", user())]).await;
}

#[tokio::test]
async fn other_odd_things_are_noted() {
    notes(STANDARD, "negative_revenue", [with(purchase(), "/event_data/revenue", json!(-1))]).await;
    notes(STANDARD, "empty_content_item", [with(purchase(), "/content_items", json!([{}]))]).await;
    let unlisted = [("$content_schema", "commerce_product"), ("$condition", "BROKEN"), ("$product_category", "Socks")];
    let unlisted = unlisted.map(|(name, value)| with(purchase(), &format!("/content_items/0/{name}"), json!(value)));
    notes(STANDARD, "value_not_listed", unlisted).await;
    notes(STANDARD, "value_not_listed", [with(event("VIEW_AD"), "/event_data", json!({"ad_type": "POPUP"}))]).await;
    let listed = [("$content_schema", "COMMERCE_PRODUCT"), ("$condition", "NEW"), ("$product_category", "SPORTING_GOODS")];
    accepts(STANDARD, listed.map(|(name, value)| with(purchase(), &format!("/content_items/0/{name}"), json!(value)))).await;
}
