//! A purchase as the line of JSON that each provider's own event is.

use serde_json::{Value, json};

use crate::purchase::{APP_ID, APP_VERSION, BRAND, CATEGORY, CURRENCY, LOCALE, MODEL, NAME, OS_VERSION, Purchase, USER_AGENT};

/// The lines of a purchase with the names of their rows. Those of providers that hash also come with a ready digest (`digest`).
pub(crate) fn lines(purchase: &Purchase) -> Vec<(&'static str, String)> {
    const DIGEST: &str = "973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b";
    let email = |plain: &str, digest: &str, is_plain: bool| match is_plain {
        true => (plain.to_owned(), json!([purchase.email])),
        false => (digest.to_owned(), json!([DIGEST])),
    };
    let mut lines = vec![
        ("adjust", adjust(purchase)),
        ("metrix", metrix(purchase)),
        ("metrix_inapp", metrix_inapp(purchase)),
        ("branch", branch(purchase)),
        ("singular", singular(purchase)),
    ];
    for (is_plain, names) in
        [(true, ["ga4", "meta", "tiktok", "appsflyer"]), (false, ["ga4 digest", "meta digest", "tiktok digest", "appsflyer digest"])]
    {
        let [ga4_name, meta_name, tiktok_name, appsflyer_name] = names;
        let (key, value) = email("email_addresses", "sha256_email_address", is_plain);
        lines.push((ga4_name, ga4(purchase, &json!({key: value}))));
        let (key, value) = email("emails", "hashed_emails", is_plain);
        let mut user = json!({key: value});
        let ids = if is_plain { "external_ids" } else { "hashed_external_ids" };
        user[ids] = if is_plain { json!([purchase.user_id]) } else { json!([DIGEST]) };
        lines.push((meta_name, meta(purchase, user)));
        let (key, value) = email("emails", "hashed_emails", is_plain);
        lines.push((tiktok_name, tiktok(purchase, json!({key: value}))));
        let (key, value) = if is_plain { ("email", json!(purchase.email)) } else { ("email_hashed", json!(DIGEST)) };
        lines.push((appsflyer_name, appsflyer(purchase, key, value)));
    }
    lines.into_iter().map(|(name, line)| (name, line.to_string())).collect()
}

fn adjust(purchase: &Purchase) -> Value {
    json!({
        "provider": "adjust", "kind": "event", "event_token": "f0ob4r", "idfa": purchase.idfa, "adid": purchase.adid, "idfv": purchase.idfv,
        "created_at": purchase.time, "revenue": purchase.value, "currency": CURRENCY, "user_agent": USER_AGENT, "ip_address": purchase.ip,
        "os_version": OS_VERSION, "device_name": MODEL, "att_status": 3
    })
}

fn metrix(purchase: &Purchase) -> Value {
    json!({
        "provider": "metrix", "kind": "revenue", "custom_user_id": purchase.user_id, "metrix_user_id": purchase.metrix_user_id, "id": purchase.id,
        "time": purchase.time, "custom_name": "purchase", "revenue": purchase.value, "currency": CURRENCY, "order_id": purchase.order_id
    })
}

fn metrix_inapp(purchase: &Purchase) -> Value {
    json!({
        "provider": "metrix_inapp", "kind": "event", "metrix_user_id": purchase.metrix_user_id, "metrix_session_id": purchase.session_id,
        "idfa": purchase.idfa, "device_ip": purchase.ip, "event_slug": "slug", "event_time": purchase.time, "revenue": purchase.value,
        "currency": CURRENCY
    })
}

fn ga4(purchase: &Purchase, user_data: &Value) -> Value {
    let items = purchase.lines.iter().map(|line| {
        json!({"item_id": line.id, "item_name": NAME, "item_category": CATEGORY, "item_brand": BRAND, "price": line.price, "quantity": line.quantity})
    }).collect::<Vec<_>>();
    json!({
        "provider": "ga4", "kind": "event", "name": "purchase", "app_instance_id": purchase.app_instance_id, "user_id": purchase.user_id,
        "user_data": user_data, "ip_override": purchase.ip, "user_agent": USER_AGENT, "time": purchase.time, "session_id": purchase.session_id,
        "transaction_id": purchase.order_id, "value": purchase.value, "currency": CURRENCY, "items": items
    })
}

fn meta(purchase: &Purchase, mut user_data: Value) -> Value {
    let contents = purchase.lines.iter().map(|line| {
        json!({"id": line.id, "quantity": line.quantity, "item_price": line.price, "title": NAME, "brand": BRAND, "category": CATEGORY})
    }).collect::<Vec<_>>();
    user_data["client_ip_address"] = json!(purchase.ip);
    user_data["client_user_agent"] = json!(USER_AGENT);
    user_data["madid"] = json!(purchase.idfa);
    let extinfo = json!({
        "version": "i2", "package": APP_ID, "short_version": APP_VERSION, "os_version": OS_VERSION, "model": MODEL, "locale": LOCALE
    });
    json!({
        "provider": "meta", "kind": "event", "event_name": "Purchase", "time": purchase.time, "event_id": purchase.id, "action_source": "app",
        "user_data": user_data, "app_data": {"advertiser_tracking_enabled": true, "extinfo": extinfo, "vendor_id": purchase.idfv},
        "custom_data": {"value": purchase.value, "currency": CURRENCY, "order_id": purchase.order_id, "contents": contents}
    })
}

fn tiktok(purchase: &Purchase, mut user: Value) -> Value {
    let contents = purchase
        .lines
        .iter()
        .map(|line| {
            json!({
                "price": line.price, "quantity": line.quantity, "content_id": line.id, "content_name": NAME, "content_category": CATEGORY,
                "brand": BRAND
            })
        })
        .collect::<Vec<_>>();
    for (key, value) in [
        ("ip", purchase.ip.as_str()),
        ("user_agent", USER_AGENT),
        ("locale", LOCALE),
        ("idfa", &purchase.idfa),
        ("idfv", &purchase.idfv),
        ("att_status", "AUTHORIZED"),
    ] {
        user[key] = json!(value);
    }
    json!({
        "provider": "tiktok", "kind": "event", "event_name": "Purchase", "time": purchase.time, "event_id": purchase.id, "user": user,
        "properties": {"value": purchase.value, "currency": CURRENCY, "contents": contents, "order_id": purchase.order_id},
        "app": {"app_id": APP_ID, "app_version": APP_VERSION}
    })
}

fn appsflyer(purchase: &Purchase, email: &str, value: Value) -> Value {
    let of = |member: fn(&crate::purchase::Line) -> Value| purchase.lines.iter().map(member).collect::<Vec<_>>();
    json!({
        "provider": "appsflyer", "kind": "event", "appsflyer_id": purchase.appsflyer_id, "event_name": "af_purchase",
        "event_value": {
            "af_revenue": purchase.value, "af_order_id": purchase.order_id, "af_content_id": of(|line| json!(line.id)),
            "af_content": of(|_| json!(NAME)), "af_price": of(|line| json!(line.price)), "af_quantity": of(|line| json!(line.quantity))
        },
        "event_currency": CURRENCY, "time": purchase.time, "customer_user_id": purchase.user_id, "idfa": purchase.idfa, "idfv": purchase.idfv,
        "att": 3, email: value, "ip": purchase.ip, "ua": USER_AGENT, "os": OS_VERSION, "app_version_name": APP_VERSION,
        "bundle_identifier": APP_ID
    })
}

fn branch(purchase: &Purchase) -> Value {
    let items = purchase.lines.iter().map(|line| {
        json!({
            "canonical_identifier": line.id, "price": line.price, "quantity": line.quantity, "product_name": NAME, "product_brand": BRAND
        })
    }).collect::<Vec<_>>();
    json!({
        "provider": "branch", "kind": "standard", "name": "PURCHASE", "time": purchase.time,
        "user_data": {
            "developer_identity": purchase.user_id, "idfa": purchase.idfa, "idfv": purchase.idfv, "os": "iOS", "os_version": OS_VERSION,
            "model": MODEL, "app_version": APP_VERSION, "ip": purchase.ip, "user_agent": USER_AGENT
        },
        "event_data": {"transaction_id": purchase.order_id, "revenue": purchase.value, "currency": CURRENCY},
        "content_items": items
    })
}

fn singular(purchase: &Purchase) -> Value {
    json!({
        "provider": "singular", "kind": "event", "name": "sng_ecommerce_purchase", "amount": purchase.value, "currency": CURRENCY,
        "attributes": {"sng_attr_transaction_id": purchase.order_id}, "platform": "iOS", "time": purchase.time, "ip": purchase.ip,
        "os_version": OS_VERSION, "att_authorization_status": 3, "custom_user_id": purchase.user_id, "locale": LOCALE,
        "app_version": APP_VERSION, "user_agent": USER_AGENT, "sdid": purchase.singular_device_id
    })
}
