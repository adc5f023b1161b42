//! Events: names, parameters, items, times and purchases.

use s2s_sandbox::{Config, Sandbox};
use serde_json::{Value, json};

use super::{APP, WEB, accepts, app, changes, event, fate, fate_at, login, loses, web};
use crate::client::{sandbox, sandbox_with};

/// Microseconds of the sandbox's clock, 2026-11-20T12:00:00Z.
const NOW: i64 = 1_795_176_000_000_000;
const HOUR: i64 = 3_600_000_000;

#[tokio::test]
async fn a_name_is_letters_digits_and_underscores() {
    let named = |name: &str| event(name, json!({}));
    accepts(["login", "Login", "a", "a1_B", &"n".repeat(40), "page_view", "app_background", "errors"].map(named)).await;
    loses("missing_event_name", [json!({"params": {}}), json!({"name": "", "params": {}}), json!({"name": 7, "params": {}})]).await;
    loses("invalid_event_name", ["_badEventName", "1a", "a-b", "a b", "a.b"].map(named)).await;
    loses("event_name_too_long", [named(&"n".repeat(41))]).await;
    loses("reserved_event_name", ["session_start", "first_open", "error", "ad_click", "user_engagement"].map(named)).await;
}

#[tokio::test]
async fn some_events_are_for_app_streams_alone() {
    for name in ["ad_impression", "in_app_purchase", "screen_view"] {
        loses("event_of_app_streams", [event(name, json!({}))]).await;
        assert_eq!(fate_at(&sandbox().await, APP, &app(json!([event(name, json!({}))]))).await.0, "accepted", "{name}");
    }
}

#[tokio::test]
async fn a_parameter_that_breaks_a_rule_is_ignored() {
    for (rule, name, value) in [
        ("invalid_param_name", "1a", json!("x")),
        ("invalid_param_name", "a-b", json!("x")),
        ("param_name_too_long", "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn", json!("x")),
        ("reserved_param_name", "ga_test", json!("x")),
        ("reserved_param_name", "_a", json!("x")),
        ("reserved_param_name", "gtag.config", json!("x")),
        ("reserved_param_name", "firebase_conversion", json!(1)),
        ("invalid_param_value", "a", json!(["x"])),
        ("invalid_param_value", "a", json!({"b": 1})),
        ("param_value_too_long", "a", json!("x".repeat(101))),
        ("param_value_too_long", "page_title", json!("x".repeat(301))),
        ("param_value_too_long", "page_referrer", json!("x".repeat(421))),
        ("param_value_too_long", "page_location", json!("x".repeat(1_001))),
        ("invalid_items", "items", json!({"item_id": "i"})),
    ] {
        changes(rule, event("login", json!({name: value})), login()).await;
    }
    let mut with_null = login();
    with_null["params"]["a"] = Value::Null;
    changes("invalid_param_value", with_null, login()).await;
}

#[tokio::test]
async fn limits_are_counted_in_characters() {
    accepts([
        event("login", json!({"a": "é".repeat(100), "b": true, "c": 1.5, "d": ""})),
        event("login", json!({"page_title": "x".repeat(300), "page_referrer": "x".repeat(420), "page_location": "x".repeat(1_000)})),
    ])
    .await;
    let large = sandbox_with("ga4.analytics_360 = true").await;
    for (length, note) in [(500, None), (501, Some("param_value_too_long"))] {
        let body = web(json!([event("login", json!({"a": "x".repeat(length)}))]));
        assert_eq!(fate_at(&large, WEB, &body).await.1, note, "{length}");
    }
}

#[tokio::test]
async fn an_event_has_at_most_25_parameters() {
    // Three are there already.
    let with = |count: usize| {
        let params: serde_json::Map<_, _> = (0..count).map(|number| (format!("p{number:02}"), number.into())).collect();
        event("login", params.into())
    };
    accepts([with(22)]).await;
    let (list, note, recorded) = fate(&web(json!([with(23)]))).await;
    assert_eq!((list, note), ("accepted", Some("too_many_params")));
    assert_eq!(recorded["params"].as_object().unwrap().len(), 25);
}

#[tokio::test]
async fn parameters_are_an_object_or_absent() {
    loses("invalid_params", [json!({"name": "login", "params": []}), json!({"name": "login", "params": "x"})]).await;
    let (list, note, _) = fate(&web(json!([{"name": "login"}]))).await;
    assert_eq!((list, note), ("accepted", Some("not_in_all_reports")));
}

#[tokio::test]
async fn items_are_objects_of_scalars() {
    let full = json!([{"item_id": "i", "item_name": "n", "price": 10.01, "quantity": 3, "size": "L"}]);
    accepts([event("login", json!({"items": full}))]).await;
    let one = || event("login", json!({"items": [{"item_id": "i"}]}));
    for (rule, items) in [
        ("invalid_items", json!([{"item_id": "i"}, "j"])),
        ("invalid_param_value", json!([{"item_id": "i", "tags": ["x"]}])),
        ("param_value_too_long", json!([{"item_id": "i", "item_name": "x".repeat(101)}])),
        ("reserved_param_name", json!([{"item_id": "i", "ga_x": 1}])),
    ] {
        changes(rule, event("login", json!({"items": items})), one()).await;
    }
}

#[tokio::test]
async fn items_and_their_own_parameters_are_limited() {
    let items = |count| event("login", json!({"items": vec![json!({"item_id": "i"}); count]}));
    accepts([items(200)]).await;
    changes("too_many_items", items(201), items(200)).await;
    let with = |count: usize| {
        let mut item: serde_json::Map<_, _> = (0..count).map(|number| (format!("p{number:02}"), number.into())).collect();
        item.insert("item_id".to_owned(), "i".into());
        event("login", json!({"items": [item]}))
    };
    accepts([with(10)]).await;
    changes("too_many_item_params", with(11), with(10)).await;
}

#[tokio::test]
async fn what_is_recommended_does_not_lose_an_event_unless_it_is_enforced() {
    for (rule, name, params) in [
        ("not_a_number", "refund", json!({"currency": "USD", "value": "9.99", "transaction_id": "ABC-123"})),
        ("not_a_number", "login", json!({"items": [{"item_id": "i", "price": "1"}]})),
        ("invalid_currency", "login", json!({"value": 1, "currency": "usd"})),
        ("invalid_session_id", "login", json!({"session_id": "SESSION_ID"})),
        ("missing_recommended_param", "purchase", json!({"value": 1, "currency": "USD", "items": [{"item_id": "i"}]})),
        (
            "missing_recommended_param",
            "purchase",
            json!({"transaction_id": "", "value": 1, "currency": "USD", "items": [{"item_id": "i"}]}),
        ),
        ("missing_recommended_param", "add_to_cart", json!({"value": 1, "currency": "USD"})),
        ("missing_recommended_param", "search", json!({})),
        ("value_without_currency", "login", json!({"value": 1})),
        ("value_without_currency", "login", json!({"currency": "USD"})),
        ("item_without_id_or_name", "login", json!({"items": [{"price": 1}]})),
    ] {
        let sent = event(name, params);
        let (list, _, recorded) = fate(&web(json!([sent]))).await;
        assert_eq!((list, &recorded), ("accepted", &sent), "{rule}");
        let strict = json!({"client_id": "1.1", "validation_behavior": "ENFORCE_RECOMMENDATIONS", "events": [sent]});
        let (list, own, _) = fate(&strict).await;
        assert_eq!((list, own), ("rejected", Some(rule)), "{sent}");
    }
    let virtual_money = event("earn_virtual_currency", json!({"value": 5, "virtual_currency_name": "gems"}));
    let strict = json!({"client_id": "1.1", "validation_behavior": "ENFORCE_RECOMMENDATIONS", "events": [virtual_money]});
    assert_eq!(fate(&strict).await.0, "accepted");
}

#[tokio::test]
async fn an_event_without_a_session_is_not_in_all_reports() {
    for missing in [json!({"session_id": null}), json!({"engagement_time_msec": null}), json!({"session_id": "0"})] {
        let sent = event("login", missing);
        assert_eq!(fate(&web(json!([sent]))).await, ("accepted", Some("not_in_all_reports"), sent));
    }
    accepts([event("login", json!({"session_id": 1_795_168_800}))]).await;
}

#[tokio::test]
async fn an_event_of_more_than_72_hours_ago_is_moved() {
    let timed = |micros: i64| {
        let mut event = login();
        event["timestamp_micros"] = micros.into();
        event
    };
    let oldest = NOW - 72 * HOUR;
    accepts([timed(NOW), timed(oldest), timed(NOW + 24 * HOUR)]).await;
    changes("moved_to_72_hours_ago", timed(oldest - 1), timed(oldest)).await;
    // Seconds and milliseconds are 1970.
    changes("moved_to_72_hours_ago", timed(NOW / 1_000_000), timed(oldest)).await;
    changes("moved_to_72_hours_ago", timed(NOW / 1_000), timed(oldest)).await;
    loses(
        "invalid_timestamp",
        [json!({"name": "login", "timestamp_micros": "1795176000000000"}), json!({"name": "login", "timestamp_micros": 1.5})],
    )
    .await;
}

#[tokio::test]
async fn the_time_of_an_event_comes_before_that_of_its_request() {
    let body = |event: Value| json!({"client_id": "1.1", "timestamp_micros": NOW - 100 * HOUR, "events": [event]});
    let (_, note, recorded) = fate(&body(login())).await;
    assert_eq!((note, &recorded["timestamp_micros"]), (Some("moved_to_72_hours_ago"), &json!(NOW - 72 * HOUR)));
    let mut own = login();
    own["timestamp_micros"] = (NOW - HOUR).into();
    assert_eq!(fate(&body(own.clone())).await, ("accepted", None, own));
}

#[tokio::test]
async fn a_purchase_is_dropped_when_a_web_stream_has_its_transaction() {
    let purchase = |id: &str| event("purchase", json!({"transaction_id": id, "value": 12, "currency": "USD", "items": [{"item_id": "i"}]}));
    let sandbox = sandbox().await;
    for (id, expected) in [("A", "accepted"), ("B", "accepted"), ("A", "duplicate"), ("", "accepted"), ("", "duplicate")] {
        assert_eq!(fate_at(&sandbox, WEB, &web(json!([purchase(id)]))).await.0, expected, "{id}");
    }
    for target_of_app in ["first", "second"] {
        assert_eq!(fate_at(&sandbox, APP, &app(json!([purchase("A")]))).await.0, "accepted", "{target_of_app}");
    }
    let refund = event("refund", json!({"transaction_id": "A", "value": 12, "currency": "USD"}));
    assert_eq!(fate_at(&sandbox, WEB, &web(json!([refund]))).await.0, "accepted");

    let keeps = Config::from_toml("ga4.deduplicate_purchases = false").unwrap();
    let sandbox = Sandbox::start(keeps, 0).await.unwrap();
    for _ in 0..2 {
        assert_eq!(fate_at(&sandbox, WEB, &web(json!([purchase("A")]))).await.0, "accepted");
    }
}

#[tokio::test]
async fn a_lost_purchase_is_not_remembered() {
    let purchase = |name: &str| json!({"name": "purchase", "params": {"transaction_id": "A", name: 1}});
    let sandbox = sandbox().await;
    let strict = json!({"client_id": "1.1", "validation_behavior": "ENFORCE_RECOMMENDATIONS", "events": [purchase("ga_x")]});
    assert_eq!(fate_at(&sandbox, WEB, &strict).await.0, "rejected");
    assert_eq!(fate_at(&sandbox, WEB, &web(json!([purchase("x")]))).await.0, "accepted");
}
