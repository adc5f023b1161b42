//! `/ad_revenue`.

use super::{post, refuses};
use crate::client::{DAY, FORM, NOW, sandbox, sandbox_with, send};

const PATH: &str = "/ad_revenue";
const AD_REVENUE: &str = "s2s=1&app_token=4w565xzmb54d&gps_adid=660e1d86-6796-463a-be86-897993136018&source=publisher\
    &ad_impressions_count=100&revenue=4.99&currency=USD";

#[tokio::test]
async fn the_documented_styles_are_accepted() {
    let sandbox = sandbox().await;
    let answer = post(&sandbox, PATH, AD_REVENUE).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, r#"{"status":"OK"}"#));
    for method in ["GET", "POST"] {
        assert_eq!(send(&sandbox, method, &format!("/adjust{PATH}?{AD_REVENUE}"), &[], "").await.status, 200, "{method}");
    }
    assert_eq!(sandbox.account().accepted.len(), 3);
}

#[tokio::test]
async fn the_amount_is_revenue_or_amount_without_a_limit() {
    let sandbox = sandbox().await;
    for amount in ["amount=4.99", "revenue=0", "revenue=0.0000001", "revenue=100000000001"] {
        assert_eq!(post(&sandbox, PATH, &AD_REVENUE.replace("revenue=4.99", amount)).await.status, 200, "{amount}");
    }
    for (amount, rule) in [
        ("x=1", "missing_revenue"),
        ("revenue=1&amount=1", "revenue_with_amount"),
        ("revenue=-1", "invalid_revenue"),
        ("amount=1,5", "invalid_revenue"),
    ] {
        let form = AD_REVENUE.replace("revenue=4.99", amount);
        refuses(&sandbox, PATH, &form, (400, "Ad revenue request failed (Invalid revenue)"), rule).await;
    }
}

#[tokio::test]
async fn the_currency_is_required() {
    let sandbox = sandbox().await;
    for (currency, rule) in [("", "missing_currency"), ("&currency=EURO", "invalid_currency")] {
        let form = AD_REVENUE.replace("&currency=USD", currency);
        refuses(&sandbox, PATH, &form, (400, "Ad revenue request failed (Invalid revenue)"), rule).await;
    }
}

#[tokio::test]
async fn impressions_and_source_are_required() {
    let sandbox = sandbox().await;
    for (from, to, rule) in [
        ("&ad_impressions_count=100", "", "missing_ad_impressions_count"),
        ("count=100", "count=-1", "invalid_ad_impressions_count"),
        ("count=100", "count=", "invalid_ad_impressions_count"),
        ("&source=publisher", "", "source_is_not_publisher"),
        ("source=publisher", "source=Publisher", "source_is_not_publisher"),
        ("&gps_adid=660e1d86-6796-463a-be86-897993136018", "", "missing_device_identifier"),
        ("s2s=1&", "", "missing_s2s"),
    ] {
        refuses(&sandbox, PATH, &AD_REVENUE.replace(from, to), (400, "Ad revenue request failed (Bad request)"), rule).await;
    }
}

#[tokio::test]
async fn it_may_be_28_days_old_and_come_in_any_order() {
    let sandbox = sandbox().await;
    for time in [NOW, NOW - 28 * DAY] {
        assert_eq!(post(&sandbox, PATH, &format!("{AD_REVENUE}&created_at_unix={time}")).await.status, 200, "{time}");
    }
    let form = format!("{AD_REVENUE}&created_at_unix={}", NOW - 28 * DAY - 1);
    refuses(&sandbox, PATH, &form, (400, "Ad revenue request failed (Bad request)"), "older_than_28_days").await;
}

#[tokio::test]
async fn apps_and_devices_are_those_of_events() {
    let sandbox = sandbox().await;
    let form = AD_REVENUE.replace("4w565xzmb54d", "abc123abc123");
    refuses(&sandbox, PATH, &form, (404, "Ad revenue request failed (App token not found)"), "unknown_app_token").await;
    let form = AD_REVENUE.replace("4w565xzmb54d", "1nact1veapp0");
    refuses(&sandbox, PATH, &form, (403, "Ad revenue request failed (App is inactive)"), "app_inactive").await;
    for (device, status, text, rule) in
        [("451", 451, "Device is opted out", "device_opted_out"), ("404", 404, "Device not found", "device_not_found")]
    {
        let form = AD_REVENUE.replace("660e1d86-6796-463a-be86-897993136018", &format!("00000000-0000-4000-8000-000000000{device}"));
        refuses(&sandbox, PATH, &form, (status, &format!("Ad revenue request failed ({text})")), rule).await;
    }
}

#[tokio::test]
async fn it_has_a_scope_of_its_own() {
    let sandbox = sandbox_with(
        r#"
        [[adjust.apps]]
        token = "4w565xzmb54d"
        security_tokens = [{ token = "events-only", ad_revenue = false }, { token = "all" }]
        "#,
    )
    .await;
    refuses(&sandbox, PATH, AD_REVENUE, (202, "Ad revenue request failed (Missing authentication token)"), "missing_security_token").await;
    for (token, status) in [("wrong", 202), ("events-only", 401), ("all", 200)] {
        let headers = [FORM, ("authorization", &*format!("Bearer {token}"))];
        assert_eq!(send(&sandbox, "POST", "/adjust/ad_revenue", &headers, AD_REVENUE).await.status, status, "{token}");
    }
    let account = sandbox.account();
    let rules: Vec<_> = account.rejected.iter().map(crate::client::rule).collect();
    assert_eq!(rules, ["missing_security_token", "wrong_security_token", "missing_ad_revenue_scope"]);
}
