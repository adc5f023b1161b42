//! The rules of an event.

use serde_json::{Value, json};

use super::{CUSTOM, STANDARD, accepts, event, item, purchase, refuses, user, with};

fn of(user: Value) -> Value {
    with(event("LOGIN"), "/user_data", user)
}

#[tokio::test]
async fn the_documented_examples_are_recorded() {
    let mut newer = with(purchase(), "/user_data/os_version", json!("25"));
    newer = with(newer, "/user_data/ip", json!("192.168.1.1"));
    newer = with(newer, "/user_data/advertising_ids", json!({"oaid": "02ab41d3-7886-4f29-a606-fba4372e9fdc"}));
    newer = with(newer, "/event_data/custom_param_1", json!("Parameter 1"));
    newer = with(newer, "/content_items/0/$custom_fields", json!(r#"{"foo1":"bar1"}"#));
    let search = json!({"search_query": "red sneakers", "description": "Preferred purchase"});
    let content = json!({"name": "VIEW_ITEMS", "user_data": user(), "event_data": search, "content_items": [item()]});
    let by_vendor_id = of(json!({"os": "iOS", "os_version": "17.1", "idfv": "2B7D5A7C-6F0A-4E0B-8D2B-3C3E1A7F5A10"}));
    accepts(STANDARD, [purchase(), newer, content, by_vendor_id]).await;
    let mut custom = json!({"name": "picture swiped", "user_data": user(), "custom_data": {"a": "b"}, "meta_data": {}, "metadata": {}});
    custom["event_data"] = json!({"custom_param_1": "Parameter 1"});
    accepts(CUSTOM, [custom]).await;
}

#[tokio::test]
async fn all_standard_names_are_known() {
    let names = "ADD_TO_CART ADD_TO_WISHLIST VIEW_CART INITIATE_PURCHASE ADD_PAYMENT_INFO CLICK_AD PURCHASE SPEND_CREDITS VIEW_AD RESERVE \
                 SEARCH VIEW_ITEM VIEW_ITEMS RATE SHARE INITIATE_STREAM COMPLETE_STREAM COMPLETE_REGISTRATION COMPLETE_TUTORIAL ACHIEVE_LEVEL \
                 UNLOCK_ACHIEVEMENT INVITE LOGIN START_TRIAL SUBSCRIBE";
    assert_eq!(names.split_whitespace().count(), 25);
    accepts(STANDARD, names.split_whitespace().map(event)).await;
}

#[tokio::test]
async fn an_event_needs_one_identification() {
    accepts(
        STANDARD,
        [
            of(json!({"developer_identity": "user123"})),
            of(json!({"browser_fingerprint_id": "716364819283"})),
            of(json!({"os": "iOS", "os_version": "17.1", "idfa": "A"})),
            of(json!({"os": "iOS", "os_version": "17.1", "idfv": "A"})),
            of(json!({"os": "Android", "os_version": "14", "aaid": "a"})),
            of(json!({"os": "Android", "os_version": 34, "android_id": "a"})),
            of(json!({"os": "LINUX", "developer_identity": "user123"})),
        ],
    )
    .await;
    let nobody = [
        of(json!({})),
        of(json!({"developer_identity": ""})),
        of(json!({"os": "iOS"})),
        of(json!({"os": "Android", "ip": "192.0.2.1", "randomized_device_token": "1", "google_analytics_id": "1"})),
    ];
    refuses(STANDARD, "missing_identity", nobody).await;
    let without_os = [
        of(json!({"idfv": "A"})),
        of(json!({"os": "ios", "idfa": "A"})),
        of(json!({"os": "android", "aaid": "a"})),
        of(json!({"os": "Android", "idfa": "A"})),
        of(json!({"os": "iOS", "aaid": "a", "android_id": "a"})),
    ];
    refuses(STANDARD, "device_without_its_os", without_os).await;
}

#[tokio::test]
async fn a_custom_event_needs_one_too() {
    refuses(CUSTOM, "missing_user_data", [json!({"name": "x"})]).await;
    refuses(STANDARD, "missing_user_data", [json!({"name": "LOGIN"})]).await;
    refuses(CUSTOM, "missing_identity", [json!({"name": "x", "user_data": {}})]).await;
    refuses(CUSTOM, "invalid_user_data", [json!({"name": "x", "user_data": "{}"}), json!({"name": "x", "user_data": []})]).await;
}

#[tokio::test]
async fn a_number_as_an_identity_is_the_error_that_was_seen() {
    let error = refuses(STANDARD, "wrong_field_type", [of(json!({"developer_identity": 123}))]).await;
    let seen = json!({"user_data": {"developer_identity": "wrong field type"}, "content_items": [], "event_data": [], "custom_data": []});
    assert_eq!(error, seen);
}

#[tokio::test]
async fn all_wrong_types_are_reported_at_once() {
    let mut event = with(purchase(), "/user_data/screen_dpi", json!("420"));
    event = with(event, "/event_data/revenue", json!("180.2"));
    event = with(event, "/event_data/coupon", json!(1));
    event = with(event, "/content_items/0/$price", json!("80.2"));
    event = with(event, "/custom_data", json!("{}"));
    event = with(event, "/customer_event_alias", json!(1));
    const WRONG: &str = "wrong field type";
    let expected = json!({
        "user_data": {"screen_dpi": WRONG}, "event_data": {"revenue": WRONG, "coupon": WRONG}, "content_items": {"0": {"$price": WRONG}},
        "custom_data": WRONG, "customer_event_alias": WRONG
    });
    assert_eq!(refuses(STANDARD, "wrong_field_type", [event]).await, expected);
}

#[tokio::test]
async fn every_member_has_a_type() {
    let text = json!("x");
    let number = json!(7.5);
    for (wrong, paths) in [
        (
            &number,
            "/user_data/os_version /user_data/ip /user_data/dma_eea /user_data/limit_ad_tracking /user_data/screen_width /user_data/advertising_ids",
        ),
        (&number, "/event_data/transaction_id /event_data/currency /event_data/search_query /event_data/ad_type /event_data/description"),
        (
            &number,
            "/content_items/0/$og_title /content_items/0/$publicly_indexable /content_items/0/$keywords /content_items/0/$creation_timestamp",
        ),
        (
            &number,
            "/content_items/0/$exp_date /content_items/0/$content_schema /content_items/0/$custom_fields /content_items/0 /content_items",
        ),
        (&text, "/event_data/revenue /event_data/shipping /event_data/tax /content_items/0/$quantity /content_items/0/$rating_average"),
        (&text, "/content_items/0/$latitude /custom_data /meta_data /metadata /event_data /content_items"),
    ] {
        refuses(STANDARD, "wrong_field_type", paths.split(' ').map(|path| with(purchase(), path, wrong.clone()))).await;
    }
    refuses(STANDARD, "wrong_field_type", [with(purchase(), "/content_items/0/$keywords", json!([1]))]).await;
    let fields = [
        ("$exp_date", json!(0)),
        ("$keywords", json!(["a", "b"])),
        ("$custom_fields", json!({"foo1": "bar1"})),
        ("$latitude", json!(-151.67)),
        ("$quantity", json!(1.5)),
        ("$own_field", json!([1])),
    ];
    accepts(STANDARD, fields.map(|(name, value)| with(purchase(), &format!("/content_items/0/{name}"), value))).await;
}

#[tokio::test]
async fn consent_in_the_eea_has_three_members() {
    let consent = |eea: bool, others: &[&str]| {
        let mut user = json!({"developer_identity": "user123", "dma_eea": eea});
        for name in others {
            user[*name] = json!(false);
        }
        of(user)
    };
    let both = ["dma_ad_personalization", "dma_ad_user_data"];
    accepts(STANDARD, [consent(true, &both), consent(false, &both), consent(false, &[])]).await;
    let error = refuses(STANDARD, "missing_dma_consent", [consent(true, &[]), consent(true, &both[..1])]).await;
    assert_eq!(error["user_data"], json!({"dma_ad_user_data": "required"}));
}
