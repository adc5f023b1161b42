//! An event: its name, time and source, and what it is about.

use serde_json::{Value, json};

use super::{DIGEST, TARGET, accepts, custom, has_error, lead, of_app, of_website, post, refuses, with};
use crate::client::{DAY, NOW, changed, last_rule, sandbox};

#[tokio::test]
async fn the_documented_examples_are_accepted() {
    let install = changed(&changed(&of_app(), "custom_data", &Value::Null), "event_name", &json!("MobileAppInstall"));
    accepts([lead(), of_website(), of_app(), install]).await;
}

#[tokio::test]
async fn a_key_that_is_not_documented_refuses_the_request() {
    refuses("unexpected_key", None, [with("advertiser_tracking_enabled", json!(1)), with("eventName", json!("x"))]).await;
    let sandbox = sandbox().await;
    let body = json!({"data": [lead(), with("advertiser_tracking_enabled", json!(1))]});
    let answer = post(&sandbox, TARGET, &body).await.json();
    assert_eq!(answer["error"]["message"], r#"Unexpected key "advertiser_tracking_enabled" on param "$['data'][1]""#);
    let answer = post(&sandbox, TARGET, &json!({"data": [with("user_data", json!({"email": DIGEST}))]})).await.json();
    assert_eq!(answer["error"]["message"], r#"Unexpected key "email" on param "$['data'][0]['user_data']""#);
}

#[tokio::test]
async fn an_event_has_a_name_a_source_and_a_user() {
    refuses("missing_event_name", None, [with("event_name", Value::Null)]).await;
    refuses("invalid_event_name", None, [with("event_name", json!("")), with("event_name", json!(7))]).await;
    refuses("missing_action_source", None, [with("action_source", Value::Null)]).await;
    refuses("invalid_action_source", None, [with("action_source", json!("web")), with("action_source", json!(1))]).await;
    refuses("missing_user_data", None, [with("user_data", Value::Null)]).await;
    refuses("invalid_user_data", None, [with("user_data", json!([]))]).await;
    let sources = ["email", "phone_call", "chat", "physical_store", "system_generated", "business_messaging", "other"];
    accepts(sources.map(|source| with("action_source", json!(source)))).await;
}

#[tokio::test]
async fn the_other_members_have_their_types() {
    for (name, rule) in [
        ("event_id", "invalid_event_id"),
        ("event_source_url", "invalid_event_source_url"),
        ("referrer_url", "invalid_referrer_url"),
        ("customer_segmentation", "invalid_customer_segmentation"),
    ] {
        refuses(rule, None, [with(name, json!("")), with(name, json!(1))]).await;
        accepts([with(name, json!("x"))]).await;
    }
    refuses("invalid_opt_out", None, [with("opt_out", json!(1))]).await;
    accepts([with("opt_out", json!(true))]).await;
    let original = json!({"event_name": "Purchase", "event_time": 1, "order_id": "A-1", "event_id": "e"});
    accepts([with("original_event_data", original)]).await;
    refuses(
        "invalid_original_event_data",
        None,
        [with("original_event_data", json!("x")), with("original_event_data", json!({"event_time": "1"}))],
    )
    .await;
    refuses("unexpected_key", None, [with("original_event_data", json!({"value": 1}))]).await;
}

#[tokio::test]
async fn an_event_is_at_most_seven_days_old() {
    let at = |time: i64| with("event_time", json!(time));
    accepts([at(NOW), at(NOW - 7 * DAY), at(NOW + DAY)]).await;
    refuses("event_too_old", Some(2_804_003), [at(NOW - 7 * DAY - 1), at(0), at(-1)]).await;
    refuses("missing_event_time", None, [with("event_time", Value::Null)]).await;
    refuses("invalid_event_time", None, [with("event_time", json!("1795176000")), with("event_time", json!(1.5))]).await;
    refuses("event_time_in_milliseconds", None, [at(NOW * 1_000)]).await;
}

#[tokio::test]
async fn an_event_of_a_store_is_at_most_62_days_old() {
    let at = |time: i64| changed(&with("action_source", json!("physical_store")), "event_time", &json!(time));
    accepts([at(NOW - 62 * DAY)]).await;
    refuses("event_too_old", Some(2_804_003), [at(NOW - 62 * DAY - 1)]).await;
}

#[tokio::test]
async fn a_website_needs_its_address_and_the_user_agent() {
    refuses("missing_event_source_url", None, [changed(&of_website(), "event_source_url", &Value::Null)]).await;
    refuses("missing_client_user_agent", None, [changed(&of_website(), "user_data", &json!({"em": [DIGEST]}))]).await;
}

#[tokio::test]
async fn a_purchase_needs_a_value_and_a_currency() {
    let purchase = |data: Value| changed(&custom(data), "event_name", &json!("Purchase"));
    let custom_of = |value: Value| purchase(json!({"value": value, "currency": "usd"}));
    accepts([custom_of(json!(0)), custom_of(json!(1.5)), custom_of(json!("142.52")), custom_of(json!("-5"))]).await;
    refuses("purchase_without_value", Some(2_804_009), [purchase(Value::Null), purchase(json!({"currency": "USD"}))]).await;
    refuses("purchase_without_currency", None, [purchase(json!({"value": 1}))]).await;
    refuses("invalid_value", None, ["$5", "5,00", "", ".5", "5.", "-"].map(|text| custom_of(json!(text)))).await;
    refuses("invalid_value", None, [custom_of(json!(true)), custom_of(Value::Null)]).await;
    refuses("invalid_currency", None, ["EURO", "€", ""].map(|text| purchase(json!({"value": 1, "currency": text})))).await;
    accepts([custom(json!({"value": 1}))]).await;
}

#[tokio::test]
async fn custom_data_has_its_shapes() {
    accepts([
        custom(json!({})),
        custom(json!({"color": "green", "size": 7, "customer_segmentation": "new_customer_to_business"})),
        custom(json!({"content_type": "product_group", "num_items": 3, "success": 1, "payment_info_available": 0, "level": "7"})),
        custom(json!({"delivery_category": "home_delivery", "predicted_ltv": 9.5, "max_rating_value": 5})),
        custom(json!({"contents": [{"id": "i", "quantity": 1, "item_price": 1.5, "title": "t", "delivery_category": "curbside"}]})),
    ])
    .await;
    for (name, value, rule) in [
        ("order_id", json!(1), "invalid_order_id"),
        ("content_ids", json!("a"), "invalid_content_ids"),
        ("content_ids", json!([1]), "invalid_content_ids"),
        ("content_type", json!("products"), "invalid_content_type"),
        ("num_items", json!("3"), "invalid_num_items"),
        ("num_items", json!(-1), "invalid_num_items"),
        ("delivery_category", json!("pickup"), "invalid_delivery_category"),
        ("success", json!(true), "invalid_success"),
        ("level", json!(7), "invalid_level"),
        ("color", json!(["green"]), "invalid_custom_property"),
        ("color", json!(true), "invalid_custom_property"),
        ("contents", json!({}), "invalid_contents"),
        ("contents", json!(["i"]), "invalid_contents"),
        ("contents", json!([{"quantity": 1}]), "content_without_id"),
        ("contents", json!([{"id": "i"}]), "content_without_quantity"),
        ("contents", json!([{"id": "i", "quantity": "1"}]), "invalid_content_quantity"),
        ("contents", json!([{"id": "i", "quantity": 1, "item_price": "x"}]), "invalid_content_price"),
        ("contents", json!([{"id": "i", "quantity": 1, "title": 1}]), "invalid_content_text"),
        ("contents", json!([{"id": "i", "quantity": 1, "price": 1}]), "unexpected_key"),
    ] {
        refuses(rule, None, [custom(json!({name: value}))]).await;
    }
    refuses("invalid_custom_data", None, [custom(json!([]))]).await;
}

#[tokio::test]
async fn limited_data_use_needs_a_place_or_an_address() {
    let with_options = |options: Value, country: Value, state: Value| {
        let event = changed(&with("data_processing_options", options), "data_processing_options_country", &country);
        changed(&event, "data_processing_options_state", &state)
    };
    let ldu = || json!(["LDU"]);
    let mut with_address = with_options(ldu(), Value::Null, Value::Null);
    with_address["user_data"]["client_ip_address"] = json!("192.0.2.1");
    accepts([
        with_options(json!([]), Value::Null, Value::Null),
        with_options(ldu(), json!(0), json!(0)),
        with_options(ldu(), json!(1), json!(1_000)),
        with_options(ldu(), json!(1), json!(1_013)),
        with_address,
    ])
    .await;
    let sandbox = sandbox().await;
    for (event, rule) in [
        (with_options(json!("LDU"), json!(0), json!(0)), "invalid_data_processing_options"),
        (with_options(json!(["CCPA"]), json!(0), json!(0)), "invalid_data_processing_options"),
        (with_options(ldu(), json!(2), json!(0)), "invalid_data_processing_country"),
        (with_options(ldu(), json!(1), json!(1_014)), "invalid_data_processing_state"),
        (with_options(ldu(), json!(1), json!("1000")), "invalid_data_processing_state"),
        (with_options(ldu(), json!(1), Value::Null), "data_processing_country_or_state_alone"),
        (with_options(ldu(), Value::Null, json!(0)), "data_processing_country_or_state_alone"),
        (with_options(Value::Null, json!(0), json!(0)), "data_processing_place_without_options"),
        (with_options(ldu(), Value::Null, Value::Null), "missing_data_processing_place"),
    ] {
        has_error(&post(&sandbox, TARGET, &json!({"data": [event]})).await, 400, 100, Some(2_804_030));
        assert_eq!(last_rule(&sandbox.account()), rule, "{event}");
    }
}
