//! `/v1/evt` and `/v2/evt`.

use serde_json::{Value, json};

use super::{EVENT, EVENT_V1, SESSION, SESSION_PATH, V1, V2, queues, refuses_each};
use crate::client::sandbox;

fn with(attributes: &Value) -> String {
    format!("{EVENT}&e={attributes}")
}

#[tokio::test]
async fn the_documented_forms_are_queued() {
    let sandbox = sandbox().await;
    for parameters in [
        "&e=%7B%22sng_attr_content_id%22%3A5581%7D",
        "&is_revenue_event=true",
        "&is_revenue_event=true&amt=2.51&cur=USD&purchase_receipt=r&receipt_signature=s&purchase_product_id=com.app.gold&purchase_transaction_id=1",
        "&amt=-2.51&cur=USD",
        "&skan_conversion_value=63&skan_first_call_timestamp=1483228800&skan_last_call_timestamp=1483228800",
        "&conversion_event=true&attribution_data=%7B%7D&web_url=x&screen_width=1&screen_height=2",
    ] {
        assert_eq!(queues(&sandbox, V2, &format!("{EVENT}{parameters}")).await, None, "{parameters}");
    }
    let attributes = json!({"ehash": "0".repeat(64), "eventId": "1", "x".repeat(500): "y".repeat(500)});
    queues(&sandbox, V2, &with(&attributes)).await;
}

#[tokio::test]
async fn ad_revenue_names_its_platform() {
    let sandbox = sandbox().await;
    let name = "__ADMON_USER_LEVEL_REVENUE__";
    let event = EVENT.replace("sng_add_to_cart", name) + "&is_admon_revenue=true&is_revenue_event=true&amt=0.0012&cur=USD";
    queues(&sandbox, V2, &format!("{event}&e=%7B%22ad_platform%22%3A%22AdMob%22%7D")).await;
    refuses_each(
        V2,
        &event,
        &[
            ("", "", "missing argument: ad_platform", "missing_ad_platform"),
            ("", "&e=%7B%22ad_type%22%3A%22banner%22%7D", "missing argument: ad_platform", "missing_ad_platform"),
            ("&amt=0.0012&cur=USD", "", "missing argument: amt", "ad_revenue_without_amt"),
            ("is_admon_revenue=true", "is_admon_revenue=1", "invalid argument: is_admon_revenue", "invalid_is_admon_revenue"),
        ],
    )
    .await;
}

#[tokio::test]
async fn formats_are_checked() {
    let long = json!({"x": "y".repeat(501)}).to_string();
    let long_key = format!(r#"{{"{}":1}}"#, "x".repeat(501));
    refuses_each(
        V2,
        EVENT,
        &[
            ("sng_add_to_cart", &"x".repeat(33), "invalid argument: n", "event_name_too_long"),
            ("sng_add_to_cart", &"%D8%AE".repeat(17), "invalid argument: n", "event_name_too_long"),
            ("", "&e=x", "invalid argument: e", "invalid_attributes"),
            ("", "&e=[]", "invalid argument: e", "invalid_attributes"),
            ("", &format!("&e={long}"), "invalid argument: e", "attribute_too_long"),
            ("", &format!("&e={long_key}"), "invalid argument: e", "attribute_too_long"),
            ("", "&e={\"ehash\":\"name@example.com\"}", "invalid argument: e", "invalid_digest"),
            ("", "&e={\"phashE164\":1}", "invalid argument: e", "invalid_digest"),
            ("", "&amt=1", "missing argument: cur", "amt_without_cur"),
            ("", "&cur=USD", "missing argument: amt", "cur_without_amt"),
            ("", "&amt=1,5&cur=USD", "invalid argument: amt", "invalid_amt"),
            ("", "&amt=1e2&cur=USD", "invalid argument: amt", "invalid_amt"),
            ("", "&amt=1&cur=usd", "invalid argument: cur", "invalid_cur"),
            ("", "&is_revenue_event=1", "invalid argument: is_revenue_event", "invalid_is_revenue_event"),
            ("", "&skan_conversion_value=64", "invalid argument: skan_conversion_value", "invalid_skan_conversion_value"),
            ("", "&skan_first_call_timestamp=x", "invalid argument: skan_first_call_timestamp", "invalid_skan_timestamp"),
            ("", "&skan_last_call_timestamp=1483228800000", "invalid argument: skan_last_call_timestamp", "invalid_skan_timestamp"),
            ("", "&conversion_event=yes", "invalid argument: conversion_event", "invalid_conversion_event"),
            ("", "&attribution_data=x", "invalid argument: attribution_data", "invalid_attribution_data"),
        ],
    )
    .await;
}

#[tokio::test]
async fn nested_form_fields_are_no_attributes() {
    let note = queues(&sandbox().await, V2, &format!("{EVENT}&e[level]=7")).await;
    assert_eq!(note, Some("nested_attributes_ignored"));
}

#[tokio::test]
async fn a_session_precedes_the_first_event_of_the_first_version() {
    let sandbox = sandbox().await;
    assert_eq!(queues(&sandbox, V1, EVENT_V1).await, Some("no_session_before"));
    let other = "7f8375c3-a326-b31f-e19a-d691af54012b";
    let of_other = |form: &str| form.replace("6f8375c3-a326-b31f-e19a-d691af54012b", other);
    assert_eq!(queues(&sandbox, SESSION_PATH, &of_other(SESSION)).await, None);
    assert_eq!(queues(&sandbox, V1, &of_other(EVENT_V1)).await, None);
    assert_eq!(queues(&sandbox, V2, EVENT).await, None, "its identifier is of the SDK, which sends the sessions");
}

#[tokio::test]
async fn an_event_out_of_order_is_queued_with_a_note() {
    let sandbox = sandbox().await;
    for (time, note) in [
        ("utime=1483228800", None),
        ("umilisec=1483228800000", None),
        ("umilisec=1483228799999", Some("earlier_than_previous")),
        ("umilisec=1483228800500", None),
        ("utime=1483228800", Some("earlier_than_previous")),
        ("partner=x", None),
        ("utime=1483228900", Some("earlier_than_previous")),
    ] {
        assert_eq!(queues(&sandbox, V2, &format!("{EVENT}&{time}")).await, note, "{time}");
    }
    let other = EVENT.replace("40009df0", "50009df0");
    assert_eq!(queues(&sandbox, V2, &format!("{other}&utime=1483228800")).await, None);
}
