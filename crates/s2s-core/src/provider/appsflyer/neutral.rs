//! The mapping of a neutral event.

use crate::issue::{Found, Issues};
use crate::one_event::map::{How, Map};
use crate::one_event::place::Place;
use crate::one_event::{AttStatus, Item, Name};
use crate::provider::client::NewId;
use crate::request::Request;
use crate::value::{Json, Number, Pairs, Text, Timestamp};

use super::{AppsFlyer, ConsentData, Event, ManualConsent};

/// Source: <https://dev.appsflyer.com/hc/docs/in-app-events-sdk>
const fn name(name: Name) -> Option<&'static str> {
    match name {
        Name::Purchase => Some("af_purchase"),
        Name::SignUp => Some("af_complete_registration"),
        Name::Login => Some("af_login"),
        Name::Subscribe => Some("af_subscribe"),
        Name::StartTrial => Some("af_start_trial"),
        Name::AddToCart => Some("af_add_to_cart"),
        Name::AddToWishlist => Some("af_add_to_wishlist"),
        Name::BeginCheckout => Some("af_initiated_checkout"),
        Name::AddPaymentInfo => Some("af_add_payment_info"),
        Name::ViewItem => Some("af_content_view"),
        Name::ViewItemList => Some("af_list_view"),
        Name::Search => Some("af_search"),
        Name::TutorialComplete => Some("af_tutorial_completion"),
        Name::LevelUp => Some("af_level_achieved"),
        Name::UnlockAchievement => Some("af_achievement_unlocked"),
        Name::SpendCredits => Some("af_spent_credits"),
        Name::Rate => Some("af_rate"),
        Name::Share => Some("af_share"),
        Name::Refund
        | Name::Renew
        | Name::AdRevenue
        | Name::RemoveFromCart
        | Name::ViewCart
        | Name::GenerateLead
        | Name::Install
        | Name::Custom => None,
    }
}

pub(super) fn build(appsflyer: &AppsFlyer, map: &mut Map<'_>, now: Timestamp, _new_id: NewId<'_>) -> Result<Request, Issues> {
    let (event, device, user) = (map.parts.event, map.parts.device, map.parts.user);
    let own = Event {
        appsflyer_id: map.plain(Place::AppsflyerId, "/appsflyer_id", map.parts.ids.appsflyer_id.as_ref()),
        event_name: map.name("/event_name", name(map.parts.name)),
        event_value: event_value(map),
        event_currency: map.plain(Place::Currency, "/event_currency", event.currency.as_ref()),
        time: map.plain(Place::Time, "/time", event.time.as_ref()),
        customer_user_id: map.plain(Place::UserId, "/customer_user_id", user.id.as_ref()),
        advertising_id: map.plain(Place::DeviceGpsAdid, "/advertising_id", device.gps_adid.as_ref()),
        oaid: map.plain(Place::DeviceOaid, "/oaid", device.oaid.as_ref()),
        idfa: map.plain(Place::DeviceIdfa, "/idfa", device.idfa.as_ref()),
        idfv: map.plain(Place::DeviceIdfv, "/idfv", device.idfv.as_ref()),
        att: map.formed(Place::DeviceAttStatus, "/att", device.att_status, AttStatus::number),
        email: map.personal(Place::UserEmail, "/email", How::Hashed, user.email.as_ref()),
        phone: map.personal(Place::UserPhone, "/phone", How::Hashed, user.phone.as_ref()),
        first_name: map.personal(Place::UserFirstName, "/first_name", How::Hashed, user.first_name.as_ref()),
        last_name: map.personal(Place::UserLastName, "/last_name", How::Hashed, user.last_name.as_ref()),
        email_hashed: map.personal(Place::UserSha256Email, "/email_hashed", How::Plain, user.sha256_email.as_ref()),
        phone_number_hashed: map.personal(
            Place::UserPhoneSha256Digits,
            "/phone_number_hashed",
            How::Plain,
            user.phone_sha256_digits.as_ref(),
        ),
        phone_number_e164_hashed: map.personal(
            Place::UserPhoneSha256E164,
            "/phone_number_e164_hashed",
            How::Plain,
            user.phone_sha256_e164.as_ref(),
        ),
        ip: map.plain(Place::DeviceIp, "/ip", device.ip.as_ref()),
        ua: map.plain(Place::DeviceUserAgent, "/ua", device.user_agent.as_ref()),
        os: map.plain(Place::DeviceOsVersion, "/os", device.os_version.as_ref()),
        app_version_name: map.plain(Place::DeviceAppVersion, "/app_version_name", device.app_version.as_ref()),
        bundle_identifier: map.plain(Place::DeviceAppId, "/bundle_identifier", device.app_id.as_ref()),
        consent_data: consent(map),
        ..Event::default()
    };
    map.build(|| appsflyer.build(&own, now, Found::default()))
}

/// A field of an item.
type Column = fn(&Item) -> Option<Json>;

/// The members of `event_value`: AppsFlyer's own names, and the caller's parameters.
fn event_value(map: &mut Map<'_>) -> Option<Json> {
    let event = map.parts.event;
    let mut members: Vec<(Text, Json)> = Vec::new();
    members.extend(map.value("/event_value/af_revenue").map(|value| ("af_revenue".into(), Json::Number(value))));
    for (place, to, name, value) in [
        (Place::Level, "/event_value/af_level", "af_level", &event.level),
        (Place::Score, "/event_value/af_score", "af_score", &event.score),
        (Place::Rating, "/event_value/af_rating_value", "af_rating_value", &event.rating),
        (Place::RatingMax, "/event_value/af_max_rating_value", "af_max_rating_value", &event.rating_max),
    ] {
        let value = map.plain(place, to, value.as_ref());
        members.extend(value.map(|value| (name.into(), Json::Number(value))));
    }
    for (place, to, name, value) in [
        (Place::OrderId, "/event_value/af_order_id", "af_order_id", &event.order_id),
        (Place::Coupon, "/event_value/af_coupon_code", "af_coupon_code", &event.coupon),
        (Place::ContentType, "/event_value/af_content_type", "af_content_type", &event.content_type),
        (Place::SearchTerm, "/event_value/af_search_string", "af_search_string", &event.search_term),
        (Place::Method, "/event_value/af_registration_method", "af_registration_method", &event.method),
        (Place::AchievementId, "/event_value/af_achievement_id", "af_achievement_id", &event.achievement_id),
    ] {
        let value = map.plain(place, to, value.as_ref());
        members.extend(value.map(|value| (name.into(), Json::String(value))));
    }
    let items = event.items.as_deref().unwrap_or_default();
    let columns: [(Place, &str, &str, Column); 4] = [
        (Place::ItemId, "/event_value/af_content_id", "af_content_id", |item| item.id.clone().map(Json::String)),
        (Place::ItemName, "/event_value/af_content", "af_content", |item| item.name.clone().map(Json::String)),
        (Place::ItemPrice, "/event_value/af_price", "af_price", |item| item.price.clone().map(Json::Number)),
        (Place::ItemQuantity, "/event_value/af_quantity", "af_quantity", |item| item.quantity.map(|quantity| Json::Number(Number::from(quantity)))),
    ];
    for (place, to, name, of) in columns {
        map.row(place, to, How::Plain);
        let column: Vec<Option<Json>> = items.iter().map(of).collect();
        match &*column {
            [] => {}
            [only] => members.extend(only.clone().map(|value| (name.into(), value))),
            // Positions belong together, so an absent value keeps its place.
            several if several.iter().any(Option::is_some) => {
                members.push((name.into(), Json::Array(several.iter().map(|value| value.clone().unwrap_or(Json::Null)).collect())));
            }
            _ => {}
        }
    }
    map.row(Place::Params, "/event_value", How::Plain);
    members.extend(event.params.iter().flat_map(Pairs::as_slice).cloned());
    (!members.is_empty()).then_some(Json::Object(members))
}

fn consent(map: &mut Map<'_>) -> Option<ConsentData> {
    let own = map.parts.consent;
    let manual = ManualConsent {
        ad_user_data_enabled: map.plain(Place::AdUserData, "/consent_data/manual/ad_user_data_enabled", own.ad_user_data.as_ref()),
        ad_personalization_enabled: map.plain(
            Place::AdPersonalization,
            "/consent_data/manual/ad_personalization_enabled",
            own.ad_personalization.as_ref(),
        ),
        ..ManualConsent::default()
    };
    let is_given = manual.ad_user_data_enabled.is_some() || manual.ad_personalization_enabled.is_some();
    is_given.then(|| ConsentData { manual: Some(manual), ..ConsentData::default() })
}
