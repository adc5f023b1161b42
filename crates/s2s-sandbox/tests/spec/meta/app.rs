//! Events of an app.

use serde_json::{Value, json};

use super::{accepts, lead, of_app, post, refuses};
use crate::client::{changed, last_rule, sandbox_with};

/// The documentation's event with another value in `app_data`; `null` takes it out.
fn app(name: &str, value: &Value) -> Value {
    changed(&of_app(), "app_data", &changed(&of_app()["app_data"], name, value))
}

fn extinfo(position: usize, value: &Value) -> Value {
    let mut values = of_app()["app_data"]["extinfo"].clone();
    values[position] = value.clone();
    app("extinfo", &values)
}

#[tokio::test]
async fn an_app_needs_app_data() {
    refuses("missing_app_data", None, [changed(&of_app(), "app_data", &Value::Null)]).await;
    refuses("invalid_app_data", None, [changed(&of_app(), "app_data", &json!("x"))]).await;
    accepts([changed(&lead(), "app_data", &of_app()["app_data"])]).await;
}

#[tokio::test]
async fn tracking_is_0_or_1() {
    accepts([app("advertiser_tracking_enabled", &json!(0)), app("application_tracking_enabled", &Value::Null)]).await;
    refuses("missing_advertiser_tracking_enabled", None, [app("advertiser_tracking_enabled", &Value::Null)]).await;
    for value in [json!(true), json!("1"), json!(2)] {
        refuses("invalid_advertiser_tracking_enabled", None, [app("advertiser_tracking_enabled", &value)]).await;
        refuses("invalid_application_tracking_enabled", None, [app("application_tracking_enabled", &value)]).await;
    }
}

#[tokio::test]
async fn extinfo_has_16_texts() {
    accepts([extinfo(0, &json!("i2")), extinfo(1, &json!("")), extinfo(15, &json!(""))]).await;
    refuses("missing_extinfo", None, [app("extinfo", &Value::Null)]).await;
    refuses("invalid_extinfo", None, [app("extinfo", &json!("a2")), extinfo(2, &json!(771)), extinfo(2, &Value::Null)]).await;
    let values = of_app()["app_data"]["extinfo"].as_array().unwrap().clone();
    let longer: Vec<_> = values.iter().cloned().chain([json!("")]).collect();
    refuses(
        "extinfo_without_16_values",
        None,
        [app("extinfo", &values[..15].into()), app("extinfo", &longer.into()), app("extinfo", &json!([]))],
    )
    .await;
    refuses("invalid_extinfo_version", None, [extinfo(0, &json!("a1")), extinfo(0, &json!(""))]).await;
    refuses("missing_extinfo_os_version", None, [extinfo(4, &json!(""))]).await;
    refuses("unexpected_key", None, [app("extInfo", &json!([])), app("idfv", &json!("x"))]).await;
}

#[tokio::test]
async fn other_members_are_texts_and_a_list() {
    accepts([app("install_referrer", &json!("utm_source=x")), app("url_schemes", &json!(["myapp"]))]).await;
    refuses("invalid_app_data_text", None, [app("vendor_id", &json!(1)), app("campaign_ids", &json!(""))]).await;
    refuses("invalid_url_schemes", None, [app("url_schemes", &json!("myapp")), app("url_schemes", &json!([1]))]).await;
}

#[tokio::test]
async fn a_dataset_without_an_app_refuses_events_of_one() {
    let sandbox = sandbox_with("[[meta.datasets]]\ndataset_id = '1'\naccess_tokens = [{ token = 't' }]\napp = false").await;
    let answer = post(&sandbox, "/meta/v25.0/1/events?access_token=t", &json!({"data": [of_app()]})).await;
    assert_eq!((answer.status, last_rule(&sandbox.account())), (400, "dataset_without_app"));
    assert_eq!(post(&sandbox, "/meta/v25.0/1/events?access_token=t", &json!({"data": [lead()]})).await.status, 200);
}
