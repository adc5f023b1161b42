//! The formats of the other parameters.

use crate::client::{EVENT, adjust, adjust_refuses, sandbox};

async fn accepts(parameters: &[&str]) {
    for parameter in parameters {
        // A sandbox each, so that no event is earlier than another.
        let answer = adjust(&sandbox().await, &format!("{EVENT}&{parameter}")).await;
        assert_eq!(answer.status, 200, "{parameter}");
    }
}

async fn refuses(parameters: &[&str], text: &str, rule: &str) {
    let sandbox = sandbox().await;
    for parameter in parameters {
        adjust_refuses(&sandbox, &format!("{EVENT}&{parameter}"), 400, text, rule).await;
    }
}

#[tokio::test]
async fn revenue_is_a_plain_decimal_from_0_001_to_100_000_000_000() {
    accepts(&[
        "revenue=19.99&currency=USD",
        "revenue=0.001&currency=EUR",
        "revenue=100000000000&currency=eur",
        "revenue=100000000000.000&currency=IRR",
        "revenue=0.0010000000001&currency=EUR",
    ])
    .await;
}

#[tokio::test]
async fn revenue_that_is_no_plain_decimal_is_invalid() {
    refuses(
        &[
            "revenue=&currency=USD",
            "revenue=19%2C99&currency=USD",
            "revenue=1e2&currency=USD",
            "revenue=-1&currency=USD",
            "revenue=%2B1&currency=USD",
            "revenue=.5&currency=USD",
            "revenue=5.&currency=USD",
            "revenue=NaN&currency=USD",
            "revenue=%D9%A1&currency=USD",
        ],
        "Invalid revenue",
        "invalid_revenue",
    )
    .await;
}

#[tokio::test]
async fn revenue_beyond_the_documented_limits_is_invalid() {
    refuses(
        &[
            "revenue=0&currency=USD",
            "revenue=0.000999999999999&currency=USD",
            "revenue=100000000000.0000000001&currency=USD",
            "revenue=99999999999999999999999999&currency=USD",
        ],
        "Invalid revenue",
        "revenue_out_of_range",
    )
    .await;
}

#[tokio::test]
async fn revenue_needs_a_currency() {
    refuses(&["revenue=19.99"], "Invalid revenue", "missing_currency").await;
}

#[tokio::test]
async fn a_currency_has_three_letters() {
    let wrong = ["revenue=1&currency=US", "revenue=1&currency=EURO", "revenue=1&currency=US1", "currency="];
    refuses(&wrong, "Invalid revenue", "invalid_currency").await;
}

#[tokio::test]
async fn callback_and_partner_parameters_are_objects_of_texts() {
    accepts(&[
        "callback_params=%7B%7D",
        "callback_params=%7B%22a%22%3A%22b%22%7D",
        "partner_params=%7B%22item_id%22%3A%22%5B%5C%2276524%5C%22%5D%22%7D",
    ])
    .await;
    refuses(
        &[
            "callback_params=",
            "callback_params=a",
            "callback_params=%5B%5D",
            "callback_params=%7B%22a%22%3A1%7D",
            "callback_params=%7B%22a%22%3Anull%7D",
            "partner_params=%7B%22a%22%3A%7B%7D%7D",
        ],
        "Invalid callback parameters",
        "invalid_callback_parameters",
    )
    .await;
}

#[tokio::test]
async fn created_at_unix_is_whole_seconds() {
    accepts(&["created_at_unix=1795176000"]).await;
    refuses(
        &[
            "created_at_unix=",
            "created_at_unix=1795176000.5",
            "created_at_unix=-1",
            "created_at_unix=1795176000000",
            "created_at_unix=99999999999999999999",
        ],
        "Bad event state",
        "invalid_created_at_unix",
    )
    .await;
}

#[tokio::test]
async fn created_at_is_iso_8601_with_an_offset_also_as_adjusts_examples_write_it() {
    accepts(&[
        "created_at=2026-11-20T10:00:00Z",
        "created_at=2026-11-20T10%3A00%3A00.000%2B0000",
        "created_at=2026-11-20T10%3A00%3A00%2B02%3A00",
        "created_at=2026-11-20T10%3A00%3A00Z%2B0200",
        "created_at=2026-11-20T06%3A00%3A00.288Z-0400",
    ])
    .await;
    refuses(
        &[
            "created_at=",
            "created_at=2026-11-20",
            "created_at=2026-11-20T10:00:00",
            "created_at=2026-11-20T10:00:00+0000",
            "created_at=2026-13-20T10:00:00Z",
            "created_at=1795176000",
        ],
        "Bad event state",
        "invalid_created_at",
    )
    .await;
}

#[tokio::test]
async fn an_event_has_one_time() {
    let both = ["created_at_unix=1795176000&created_at=2026-11-20T10:00:00Z"];
    refuses(&both, "Bad event state", "created_at_twice").await;
}

#[tokio::test]
async fn the_ip_address_is_ipv4() {
    accepts(&["ip_address=192.0.0.1"]).await;
    let wrong = ["ip_address=2001%3Adb8%3A%3A1", "ip_address=192.0.0.256", "ip_address="];
    refuses(&wrong, "Bad event state", "invalid_ip_address").await;
}

#[tokio::test]
async fn the_environment_is_sandbox_or_production() {
    accepts(&["environment=sandbox", "environment=production"]).await;
    refuses(&["environment=Production", "environment="], "Bad event state", "invalid_environment").await;
}

#[tokio::test]
async fn the_operating_system_is_one_of_the_developer_guides() {
    accepts(&["os_name=ios", "os_name=android", "os_name=roku-os"]).await;
    refuses(&["os_name=iOS", "os_name=amiga"], "Bad event state", "invalid_os_name").await;
}

#[tokio::test]
async fn att_status_is_0_to_3() {
    accepts(&["att_status=0", "att_status=1", "att_status=2", "att_status=3"]).await;
    refuses(&["att_status=4", "att_status=authorized"], "Bad event state", "invalid_att_status").await;
}

#[tokio::test]
async fn tracking_enabled_is_0_or_1() {
    accepts(&["tracking_enabled=0", "tracking_enabled=1"]).await;
    let wrong = ["tracking_enabled=true", "tracking_enabled=2"];
    refuses(&wrong, "Bad event state", "invalid_tracking_enabled").await;
}

#[tokio::test]
async fn att_status_and_tracking_enabled_exclude_each_other() {
    let both = ["att_status=3&tracking_enabled=1"];
    refuses(&both, "Bad event state", "att_status_with_tracking_enabled").await;
}
