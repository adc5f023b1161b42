//! What an event says of its user.

use serde_json::{Value, json};

use super::{DIGEST, accepts, of_app, refuses, with};
use crate::client::changed;

/// An event whose user has a key, and an address that is enough.
fn user(name: &str, value: Value) -> Value {
    with("user_data", changed(&json!({"em": [DIGEST]}), name, &value))
}

#[tokio::test]
async fn hashed_keys_hold_digests() {
    for key in ["em", "ph", "fn", "ln", "db", "ge", "ct", "st", "zp", "country"] {
        let appended = format!("{DIGEST}.AQYCAQMA");
        accepts([user(key, json!(DIGEST)), user(key, json!([DIGEST, DIGEST.to_uppercase()])), user(key, json!([appended]))]).await;
        for value in
            [json!("us"), json!([DIGEST, "x"]), json!([]), json!(7), json!(""), json!("d".repeat(32)), json!(format!("{DIGEST}.x"))]
        {
            refuses("user_data_not_hashed", Some(2_804_016), [user(key, value)]).await;
        }
    }
}

#[tokio::test]
async fn an_external_id_may_be_hashed() {
    accepts([user("external_id", json!("u-1")), user("external_id", json!([DIGEST, "u-1"]))]).await;
    refuses("invalid_external_id", None, [user("external_id", json!("")), user("external_id", json!([7]))]).await;
}

#[tokio::test]
async fn other_keys_are_not_hashed() {
    for (key, valid, invalid) in [
        (
            "client_ip_address",
            vec![json!("192.0.2.1"), json!("2001:DB8::1"), json!("192.0.2.1.AQYCAQMA")],
            vec![json!("x"), json!(" 192.0.2.1")],
        ),
        ("client_user_agent", vec![json!("Mozilla/5.0")], vec![json!("")]),
        (
            "fbc",
            vec![json!("fb.1.1554763741205.AbCd"), json!("fb.1.1554763741205.AbCd.AQ")],
            vec![json!("AbCd"), json!("fb.1.1554763741205."), json!("fb.x.1.a"), json!("xb.1.1.a")],
        ),
        ("fbp", vec![json!("fb.1.1596403881668.1116446470")], vec![json!("fb.1.1596403881668"), json!("fb..1.a")]),
        (
            "madid",
            vec![json!("38400000-8cf0-11bd-b23e-10b96e40000d")],
            vec![json!("38400000"), json!("38400000-8cf0-11bd-b23e-10b96e40000g")],
        ),
        ("subscription_id", vec![json!("s")], vec![json!(1)]),
        ("fb_login_id", vec![json!(1)], vec![json!("1"), json!(-1)]),
        ("lead_id", vec![json!(0)], vec![json!(1.5)]),
        ("page_id", vec![json!("p")], vec![json!(1)]),
        ("page_scoped_user_id", vec![json!("p")], vec![json!(1)]),
        ("ctwa_clid", vec![json!("c")], vec![json!("")]),
        ("ig_account_id", vec![json!("i")], vec![json!(1)]),
        ("ig_sid", vec![json!("i")], vec![json!(["i"])]),
    ] {
        accepts(valid.into_iter().map(|value| user(key, value))).await;
        refuses(&format!("invalid_{key}"), None, invalid.into_iter().map(|value| user(key, value))).await;
        refuses("unhashed_key_is_hashed", None, [user(key, json!(DIGEST))]).await;
    }
    refuses("unexpected_key", None, [user("email", json!(DIGEST)), user("idfa", json!("x"))]).await;
}

#[tokio::test]
async fn an_anon_id_is_of_an_app() {
    accepts([changed(&of_app(), "user_data", &json!({"anon_id": "a-1"}))]).await;
    refuses("anon_id_without_app", None, [user("anon_id", json!("a-1"))]).await;
}

#[tokio::test]
async fn a_user_has_a_key_that_says_something() {
    let of_empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    let zeros = "00000000-0000-0000-0000-000000000000";
    let users = [json!({}), json!({"em": [of_empty]}), json!({"ph": of_empty.to_uppercase(), "madid": zeros})];
    refuses("no_usable_user_data", None, users.map(|user| with("user_data", user))).await;
}

#[tokio::test]
async fn a_user_that_is_too_weak_is_refused() {
    let user = |keys: &[&str]| {
        let value = |key: &str| if key == "client_user_agent" { "Mozilla/5.0" } else { DIGEST };
        with("user_data", keys.iter().map(|key| ((*key).to_owned(), json!(value(key)))).collect())
    };
    let weak: [&[&str]; 7] = [
        &["ct", "country", "st", "zp", "ge", "client_user_agent"],
        &["country"],
        &["db", "client_user_agent"],
        &["fn", "ge"],
        &["ln", "ge"],
        &["fn"],
        &["client_user_agent"],
    ];
    refuses("user_data_too_weak", None, weak.map(user)).await;
    let strong: [&[&str]; 5] = [&["em"], &["fn", "ln"], &["db", "ge"], &["fn", "ge", "ct"], &["external_id", "country"]];
    accepts(strong.map(user)).await;
}
