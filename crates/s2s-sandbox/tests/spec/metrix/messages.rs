//! Messages: the fields of each type.

use serde_json::{Value, json};

use super::{APP, KEY, action, envelope, post, refuses};
use crate::client::{JSON, changed, sandbox, sandbox_with, send};

async fn accepts(message: Value) {
    let answer = post(&sandbox().await, &envelope(std::slice::from_ref(&message))).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, ""), "{message}");
}

/// Expects a refusal of the message with each of the changes; `null` takes a field out.
async fn refuses_changed(message: &Value, changes: &[(&str, Value)], rule: &str) {
    let sandbox = sandbox().await;
    for (name, value) in changes {
        refuses(&sandbox, &envelope(&[changed(message, name, value)]), rule).await;
    }
}

#[tokio::test]
async fn an_action_is_accepted_with_an_empty_body() {
    accepts(action("a", "1733830178")).await;
}

#[tokio::test]
async fn the_documentations_action_example_is_accepted_with_one_of_its_names() {
    accepts(json!({
        "type": "action", "id": "random_generated_uuid", "time": 1_677_323_951_700_u64, "customName": "product_viewed",
        "attributes": {
            "key1": "value1", "key2": 123, "key3": true, "key4": 1.555, "key5": "2024-11-20T11:24:03.000Z",
            "key6": {"nested_key": "nested_value"}, "key7": ["item1", "item2"]
        }
    }))
    .await;
}

#[tokio::test]
async fn the_documentations_user_example_is_accepted() {
    accepts(json!({
        "type": "user", "id": "request id", "time": 1_678_886_400_000_u64,
        "firstName": "a", "lastName": "b", "phoneNumber": "09121122333", "hashedPhoneNumber": "c", "email": "d",
        "hashedEmail": "e", "country": "f", "city": "g", "region": "h", "locality": "i", "gender": "Female",
        "birthday": 733_908_600_000_u64,
        "customAttributes": {"integer_attribute": 123, "json_attribute": {"array": ["value1"]}}
    }))
    .await;
}

#[tokio::test]
async fn a_birthday_before_1970_is_negative() {
    accepts(json!({"type": "user", "id": "a", "time": "1733830178", "birthday": -86_400_000})).await;
}

#[tokio::test]
async fn a_revenue_message_is_accepted() {
    accepts(json!({
        "type": "revenue", "id": "a", "time": "1733830178", "name": "aewqd", "revenue": 12_000.0, "currency": "IRR",
        "orderId": "o-1"
    }))
    .await;
}

#[tokio::test]
async fn a_business_event_is_accepted() {
    accepts(json!({"type": "businessEvent", "id": "a", "time": "1733830178", "customName": "stock_updated"})).await;
}

#[tokio::test]
async fn a_field_that_no_page_documents_is_accepted() {
    accepts(json!({"type": "user", "id": "a", "time": "1733830178", "customId": "x"})).await;
}

#[tokio::test]
async fn the_common_fields_are_mandatory_and_typed() {
    refuses(&sandbox().await, &envelope(&[json!("action")]), "invalid_message").await;
    let message = action("a", "1733830178");
    refuses_changed(&message, &[("id", Value::Null), ("id", json!("")), ("id", json!(1))], "invalid_id").await;
    refuses_changed(&message, &[("type", Value::Null), ("type", json!("Action"))], "invalid_type").await;
    refuses_changed(&message, &[("time", Value::Null)], "missing_time").await;
}

#[tokio::test]
async fn time_is_a_text_of_seconds_or_a_number_of_milliseconds() {
    accepts(json!({"type": "user", "id": "a", "time": "1733830178"})).await;
    accepts(json!({"type": "user", "id": "a", "time": 1_733_830_178_000_u64})).await;
    let message = action("a", "1733830178");
    let malformed = ["", "1733830178.5", "-1", "2024-12-10T11:29:38Z"].map(|time| ("time", json!(time)));
    refuses_changed(&message, &malformed, "invalid_time").await;
    refuses_changed(&message, &[("time", json!(1_733_830_178_000.0)), ("time", json!(true))], "invalid_time").await;
}

#[tokio::test]
async fn a_time_in_the_other_unit_is_refused() {
    let message = action("a", "1733830178");
    let swapped = [("time", json!("1733830178000")), ("time", json!(1_733_830_178))];
    refuses_changed(&message, &swapped, "wrong_time_unit").await;
}

#[tokio::test]
async fn the_spelling_of_time_can_be_restricted() {
    let seconds = action("a", "1733830178");
    let milliseconds = json!({"type": "user", "id": "b", "time": 1_733_830_178_000_u64});
    for (setting, good, bad) in [("seconds_string", &seconds, &milliseconds), ("millis_number", &milliseconds, &seconds)] {
        let sandbox = sandbox_with(&format!("metrix.time_format = '{setting}'")).await;
        assert_eq!(post(&sandbox, &envelope(std::slice::from_ref(good))).await.status, 200);
        refuses(&sandbox, &envelope(std::slice::from_ref(bad)), "invalid_time").await;
    }
}

#[tokio::test]
async fn an_event_has_exactly_one_name() {
    let revenue = json!({"type": "revenue", "id": "a", "time": "1", "name": "aewqd", "revenue": 1.5, "currency": "USD"});
    let business = json!({"type": "businessEvent", "id": "a", "time": "1", "name": "aewqd"});
    for message in [action("a", "1"), revenue, business] {
        let changes = [("name", Value::Null), ("customName", json!("product_viewed"))];
        refuses_changed(&message, &changes, "name_or_custom_name").await;
        refuses_changed(&message, &[("name", json!("")), ("name", json!(1))], "invalid_name").await;
        refuses_changed(&message, &[("attributes", json!([]))], "invalid_attributes").await;
    }
}

#[tokio::test]
async fn a_revenue_is_written_as_a_double() {
    let message = json!({"type": "revenue", "id": "a", "time": "1", "name": "aewqd", "revenue": 1.5, "currency": "USD"});
    let wrong = [("revenue", Value::Null), ("revenue", json!(130)), ("revenue", json!("130.5"))];
    refuses_changed(&message, &wrong, "invalid_revenue").await;
    let sandbox = sandbox().await;
    for (id, number) in ["130.0", "1e2", "-0.5"].into_iter().enumerate() {
        let body = format!(
            r#"{{"customUserId":"u","messages":[{{"type":"revenue","id":"{id}","time":"1","name":"n","currency":"EUR","revenue":{number}}}]}}"#
        );
        assert_eq!(send(&sandbox, "POST", "/metrix/", &[APP, KEY, JSON], &body).await.status, 200, "{number}");
    }
}

#[tokio::test]
async fn a_revenue_has_a_documented_currency() {
    let message = json!({"type": "revenue", "id": "a", "time": "1", "name": "aewqd", "revenue": 1.5, "currency": "USD"});
    let wrong = [("currency", Value::Null), ("currency", json!("usd")), ("currency", json!("GBP"))];
    refuses_changed(&message, &wrong, "invalid_currency").await;
    refuses_changed(&message, &[("orderId", json!(1))], "invalid_order_id").await;
}

#[tokio::test]
async fn the_fields_of_a_user_are_typed() {
    let message = json!({"type": "user", "id": "a", "time": "1"});
    refuses_changed(&message, &[("firstName", json!(1)), ("hashedEmail", json!(true))], "invalid_user_field").await;
    refuses_changed(&message, &[("gender", json!("male")), ("gender", json!(1))], "invalid_gender").await;
    let births = [("birthday", json!("1993-04-04")), ("birthday", json!("733908600000")), ("birthday", json!(1.5))];
    refuses_changed(&message, &births, "invalid_birthday").await;
    refuses_changed(&message, &[("customAttributes", json!("x"))], "invalid_attributes").await;
}
