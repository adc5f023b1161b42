//! Events: what each source needs, and the types of the members.

use serde_json::{Value, json};

use super::{EMAIL, PHONE, SOURCES, accepts, event, records, refuses, with};
use crate::client::{NOW, changed};

#[tokio::test]
async fn the_documented_web_event_needs_a_page() {
    let contents = json!([{
        "price": 100.0,
        "quantity": 2,
        "content_id": "12345",
        "content_name": "Fancy-AirMax2.0 Black",
        "content_category": "Shoes - Running Shoes",
        "brand": "Fancy Sneakers"
    }]);
    let printed = json!({
        "event": "Purchase",
        "event_time": 1_687_758_765,
        "event_id": "12345",
        "user": {
            "external_id": "user_12345678",
            "phone": PHONE,
            "email": EMAIL,
            "ip": "13.57.97.131",
            "user_agent": "Mozilla/5.0",
            "locale": "en_US"
        },
        "properties": {"currency": "USD", "value": 200.0, "content_type": "product", "description": "Men shoe", "contents": contents}
    });
    refuses("web", printed.clone(), 40_002, "Batch.0.page: Missing data for required field", "missing_field").await;
    accepts("web", changed(&printed, "page", &json!({"url": "https://www.example.com/", "referrer": "https://www.example.com/cart"})))
        .await;
}

#[tokio::test]
async fn the_other_documented_events_are_accepted() {
    let app = json!({
        "event": "InstallApp",
        "event_time": 1_687_758_765,
        "user": {
            "phone": PHONE,
            "email": EMAIL,
            "idfa": "9F1D2C3B-4A5E-4D6C-8B7A-0123456789AB",
            "idfv": "59E27F41-A86B-4560-B585-000000000001",
            "gaid": "38400000-8cf0-11bd-b23e-10b96e40000d",
            "att_status": "AUTHORIZED",
            "locale": "en-US"
        },
        "app": {"app_id": "com.test.flyingsneakers", "app_name": "Flying Sneakers", "app_version": "3.0.2"},
        "ad": {
            "attributed": true,
            "callback": "123ATXSfe",
            "campaign_id": "1700817380525057",
            "ad_id": "1700817380806706",
            "creative_id": "1700817378256945",
            "is_retargeting": false,
            "attribution_type": "click_through"
        }
    });
    accepts("app", app).await;
    let contents = json!([{"price": 8, "quantity": 2, "content_id": "1077218"}, {"price": 30, "quantity": 1, "content_id": "1197218"}]);
    let offline = json!({
        "event": "Purchase",
        "event_time": 1_684_574_395,
        "user": {"email": [EMAIL, EMAIL], "phone": [PHONE]},
        "properties": {"order_id": "abc_xyz", "shop_id": "123abc", "contents": contents, "content_type": "product", "currency": "USD", "value": 46.00}
    });
    accepts("offline", offline).await;
    accepts("crm", json!({"event": "AddToCart", "event_time": 1_687_673_101, "lead": {"lead_id": "123456789"}})).await;
    accepts("crm", json!({"event": "AddToCart", "event_time": 1_687_673_101, "lead": {"lead_id": "1", "lead_event_source": "Salesforce"}}))
        .await;
}

#[tokio::test]
async fn each_source_has_members_that_it_needs() {
    for (source, path, value) in [
        ("web", "page", Value::Null),
        ("web", "page.url", json!({})),
        ("web", "page.url", json!({"url": ""})),
        ("app", "app", Value::Null),
        ("app", "app.app_id", json!({"app_name": "Shop"})),
        ("crm", "lead", Value::Null),
        ("crm", "lead.lead_id", json!({})),
    ] {
        let (name, _) = path.split_once('.').unwrap_or((path, ""));
        let message = format!("Batch.0.{path}: Missing data for required field");
        refuses(source, with(source, name, &value), 40_002, &message, "missing_field").await;
    }
    for (source, _) in SOURCES {
        for name in ["event", "event_time"] {
            let message = format!("Batch.0.{name}: Missing data for required field");
            refuses(source, with(source, name, &Value::Null), 40_002, &message, "missing_field").await;
        }
        refuses(source, with(source, "event", &json!("")), 40_002, "Batch.0.event: Missing data for required field", "missing_field").await;
        accepts(source, with(source, "event_id", &Value::Null)).await;
    }
}

#[tokio::test]
async fn a_field_of_another_source_gets_a_note() {
    let page = json!({"url": "https://a.example/"});
    for (source, name, value) in [
        ("app", "page", page.clone()),
        ("offline", "page", page.clone()),
        ("crm", "page", page),
        ("web", "app", json!({"app_id": "1"})),
        ("web", "lead", json!({})),
        ("offline", "ad", json!({"attribution_share": 1})),
        ("web", "ad", json!({"callback": "c"})),
        ("crm", "limited_data_use", json!(false)),
        ("app", "user", json!({"external_id": "u"})),
        ("offline", "user", json!({"ip": "192.0.2.1"})),
        ("web", "user", json!({"idfa": "x"})),
        ("crm", "user", json!({"ttclid": "x"})),
        ("crm", "properties", json!({"customer_type": "new"})),
        ("app", "device", json!({"platform": "Android"})),
    ] {
        records(source, with(source, name, &value), Some("field_of_another_source")).await;
    }
    accepts("web", with("web", "ad", &json!({"attribution_share": 0.5}))).await;
    accepts("web", with("web", "device", &json!({"platform": "Android"}))).await;
    accepts("crm", with("crm", "user", &json!({"external_id": ["u"]}))).await;
}

#[tokio::test]
async fn an_event_id_is_a_text() {
    let message = "Invalid value for event_id: not a valid string.";
    for id in [json!(12_345), json!(["e"]), json!({}), json!(true)] {
        refuses("web", with("web", "event_id", &id), 40_002, message, "not_a_text").await;
    }
    let sandbox = crate::client::sandbox().await;
    let batch = super::body("web", json!([event("web"), with("web", "event_id", &json!(5))]));
    assert_eq!(super::code(&super::post(&sandbox, &batch).await).1, "Batch.1.event_id: Not a valid string");
}

#[tokio::test]
async fn wrong_types_are_refused_by_their_place() {
    for (path, value, rule, text) in [
        ("event", json!(7), "not_a_text", "Not a valid string"),
        ("event_time", json!("1795175940"), "not_an_integer", "Not a valid integer"),
        ("event_time", json!(1_795_175_940.5), "not_an_integer", "Not a valid integer"),
        ("event_time", json!((NOW - 60) * 1_000), "wrong_time_unit", "Not a time in seconds"),
        ("user", json!("x"), "not_an_object", "Not a valid object"),
        ("user.email", json!({"email": 7}), "not_a_text", "Not a valid string"),
        ("user.email.1", json!({"email": [EMAIL, 7]}), "not_a_text", "Not a valid string"),
        ("user.external_id.0", json!({"external_id": [7]}), "not_a_text", "Not a valid string"),
        ("user.zip_code", json!({"zip_code": 94_043}), "not_a_text", "Not a valid string"),
        ("user.ip", json!({"ip": "192.0.2.256"}), "invalid_ip", "Not a valid IP address"),
        ("user.att_status", json!({"att_status": "YES"}), "not_a_choice", "Not a valid choice"),
        ("user.att_status", json!({"att_status": 3}), "not_a_text", "Not a valid string"),
        ("properties", json!([]), "not_an_object", "Not a valid object"),
        ("properties.value", json!({"value": "200.0"}), "not_a_number", "Not a valid number"),
        ("properties.currency", json!({"currency": 840}), "not_a_text", "Not a valid string"),
        ("properties.num_items", json!({"num_items": 1.5}), "not_an_integer", "Not a valid integer"),
        ("properties.content_type", json!({"content_type": "products"}), "not_a_choice", "Not a valid choice"),
        ("properties.customer_type", json!({"customer_type": "old"}), "not_a_choice", "Not a valid choice"),
        ("properties.order_id", json!({"order_id": 7}), "not_a_text", "Not a valid string"),
        ("properties.contents", json!({"contents": {}}), "not_a_list", "Not a valid list"),
        ("properties.contents.0", json!({"contents": ["x"]}), "not_an_object", "Not a valid object"),
        ("properties.contents.0.content_id", json!({"contents": [{"content_id": 12_345}]}), "not_a_text", "Not a valid string"),
        ("properties.contents.1.price", json!({"contents": [{}, {"price": "1"}]}), "not_a_number", "Not a valid number"),
        ("properties.contents.0.quantity", json!({"contents": [{"quantity": "1"}]}), "not_an_integer", "Not a valid integer"),
        ("properties.content_ids.0", json!({"content_ids": [987]}), "not_a_text", "Not a valid string"),
        ("page.url", json!({"url": 7}), "not_a_text", "Not a valid string"),
        ("page.referrer", json!({"url": "https://a.example", "referrer": 7}), "not_a_text", "Not a valid string"),
        ("ad.attribution_share", json!({"attribution_share": "0.5"}), "not_a_number", "Not a valid number"),
        ("limited_data_use", json!("true"), "not_a_boolean", "Not a valid boolean"),
        ("device", json!("Android"), "not_an_object", "Not a valid object"),
    ] {
        let (name, _) = path.split_once('.').unwrap_or((path, ""));
        refuses("web", with("web", name, &value), 40_002, &format!("Batch.0.{path}: {text}"), rule).await;
    }
    for (path, value) in [("app.app_id", json!({"app_id": 343_200_656})), ("ad.campaign_id", json!({"campaign_id": 1}))] {
        let (name, _) = path.split_once('.').unwrap();
        refuses("app", with("app", name, &value), 40_002, &format!("Batch.0.{path}: Not a valid string"), "not_a_text").await;
    }
    refuses("crm", with("crm", "lead", &json!({"lead_id": 1})), 40_002, "Batch.0.lead.lead_id: Not a valid string", "not_a_text").await;
}

#[tokio::test]
async fn an_email_and_a_phone_are_hashed_by_the_sender() {
    for user in [json!({"email": EMAIL, "phone": PHONE}), json!({"email": [EMAIL.to_uppercase()], "phone": []})] {
        accepts("offline", with("offline", "user", &user)).await;
    }
    for (name, value) in [
        ("email", json!("alice_abc@gmail.com")),
        ("email", json!([EMAIL, "alice_abc@gmail.com"])),
        ("email", json!("")),
        ("email", json!("0".repeat(63))),
        ("phone", json!("+12133734253")),
        ("phone", json!(["12133734253"])),
    ] {
        let message = format!("Batch.0.user.{name}: The value must be hashed with SHA-256");
        refuses("offline", with("offline", "user", &json!({name: value})), 40_062, &message, "not_hashed").await;
    }
}

#[tokio::test]
async fn an_offline_event_has_a_standard_name() {
    for name in ["my event", "InstallApp", "purchase"] {
        refuses(
            "offline",
            with("offline", "event", &json!(name)),
            40_002,
            "Batch.0.event: Not a standard event",
            "custom_event_of_offline",
        )
        .await;
        for source in ["web", "app", "crm"] {
            accepts(source, with(source, "event", &json!(name))).await;
        }
    }
    for name in ["CompletePayment", "Contact", "Pageview", "ViewContent"] {
        accepts("offline", with("offline", "event", &json!(name))).await;
    }
}

#[tokio::test]
async fn what_is_not_documented_is_not_refused() {
    accepts("web", with("web", "properties", &json!({"value": 1, "currency": "IRR"}))).await;
    accepts("web", with("web", "properties", &json!({"value": 1}))).await;
    accepts("web", with("web", "properties", &json!({"query": "tea", "anything": {"x": [1]}}))).await;
    accepts("web", with("web", "event_time", &json!(NOW - 400 * 86_400))).await;
    accepts("web", with("web", "event_time", &json!(-1))).await;
    accepts("web", with("web", "anything", &json!(1))).await;
}
