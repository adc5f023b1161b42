//! The mapping of a neutral event.

use crate::issue::{Found, Issues};
use crate::one_event::map::{How, Map};
use crate::one_event::place::Place;
use crate::one_event::{Item, Name, Platform};
use crate::provider::client::NewId;
use crate::request::Request;
use crate::value::{Json, Number, Pairs, Text, Timestamp};

use super::{Branch, ContentItem, Custom, EventData, Standard, UserData, names};

/// Source: <https://help.branch.io/apidocs/events>
const fn name(name: Name) -> Option<&'static str> {
    match name {
        Name::Purchase => Some("PURCHASE"),
        Name::SignUp => Some("COMPLETE_REGISTRATION"),
        Name::Login => Some("LOGIN"),
        Name::Subscribe => Some("SUBSCRIBE"),
        Name::StartTrial => Some("START_TRIAL"),
        Name::AdRevenue => Some("VIEW_AD"),
        Name::AddToCart => Some("ADD_TO_CART"),
        Name::ViewCart => Some("VIEW_CART"),
        Name::AddToWishlist => Some("ADD_TO_WISHLIST"),
        Name::BeginCheckout => Some("INITIATE_PURCHASE"),
        Name::AddPaymentInfo => Some("ADD_PAYMENT_INFO"),
        Name::ViewItem => Some("VIEW_ITEM"),
        Name::ViewItemList => Some("VIEW_ITEMS"),
        Name::Search => Some("SEARCH"),
        Name::TutorialComplete => Some("COMPLETE_TUTORIAL"),
        Name::LevelUp => Some("ACHIEVE_LEVEL"),
        Name::UnlockAchievement => Some("UNLOCK_ACHIEVEMENT"),
        Name::SpendCredits => Some("SPEND_CREDITS"),
        Name::Rate => Some("RATE"),
        Name::Share => Some("SHARE"),
        Name::Refund | Name::Renew | Name::RemoveFromCart | Name::GenerateLead | Name::Install | Name::Custom => None,
    }
}

/// A name that is not a standard one is sent as a custom event.
pub(super) fn build(branch: &Branch, map: &mut Map<'_>, now: Timestamp, _new_id: NewId<'_>) -> Result<Request, Issues> {
    let name = map.name("/name", name(map.parts.name));
    let time = map.plain(Place::Time, "/time", map.parts.event.time.as_ref());
    let user_data = Some(user_data(map));
    let event_data = event_data(map);
    let content_items = map.items(item);
    let custom_data = custom_data(map);
    if name.as_deref().is_some_and(names::is_standard) {
        let event = Standard { name, time, user_data, event_data, content_items, custom_data, ..Standard::default() };
        map.build(|| branch.build_standard(&event, now, Found::default()))
    } else {
        let event = Custom { name, time, user_data, event_data, content_items, custom_data, ..Custom::default() };
        map.build(|| branch.build_custom(&event, now, Found::default()))
    }
}

fn user_data(map: &mut Map<'_>) -> UserData {
    let (device, user) = (map.parts.device, map.parts.user);
    let os = |platform| match platform {
        Platform::Ios => Some(Text::from("iOS")),
        Platform::Android => Some(Text::from("Android")),
        Platform::Web => None,
    };
    UserData {
        developer_identity: map.plain(Place::UserId, "/user_data/developer_identity", user.id.as_ref()),
        idfa: map.plain(Place::DeviceIdfa, "/user_data/idfa", device.idfa.as_ref()),
        idfv: map.plain(Place::DeviceIdfv, "/user_data/idfv", device.idfv.as_ref()),
        aaid: map.plain(Place::DeviceGpsAdid, "/user_data/aaid", device.gps_adid.as_ref()),
        android_id: map.plain(Place::DeviceAndroidId, "/user_data/android_id", device.android_id.as_ref()),
        browser_fingerprint_id: map.plain(
            Place::BranchBrowserId,
            "/user_data/browser_fingerprint_id",
            map.parts.ids.branch_browser_id.as_ref(),
        ),
        advertising_ids: map.formed(Place::DeviceOaid, "/user_data/advertising_ids/oaid", device.oaid.clone(), |oaid| {
            [(Text::from("oaid"), oaid)].into_iter().collect()
        }),
        os: map.formed(Place::DevicePlatform, "/user_data/os", device.platform, os).flatten(),
        os_version: map.formed(Place::DeviceOsVersion, "/user_data/os_version", device.os_version.clone(), Json::String),
        model: map.plain(Place::DeviceModel, "/user_data/model", device.model.as_ref()),
        app_version: map.plain(Place::DeviceAppVersion, "/user_data/app_version", device.app_version.as_ref()),
        ip: map.plain(Place::DeviceIp, "/user_data/ip", device.ip.as_ref()),
        user_agent: map.plain(Place::DeviceUserAgent, "/user_data/user_agent", device.user_agent.as_ref()),
        http_referrer: map.plain(Place::PageReferrer, "/user_data/http_referrer", map.parts.page.referrer.as_ref()),
        ..UserData::default()
    }
}

fn event_data(map: &mut Map<'_>) -> Option<EventData> {
    let event = map.parts.event;
    let data = EventData {
        transaction_id: map.plain(Place::OrderId, "/event_data/transaction_id", event.order_id.as_ref()),
        revenue: map.value("/event_data/revenue"),
        currency: map.plain(Place::Currency, "/event_data/currency", event.currency.as_ref()),
        shipping: map.plain(Place::Shipping, "/event_data/shipping", event.shipping.as_ref()),
        tax: map.plain(Place::Tax, "/event_data/tax", event.tax.as_ref()),
        coupon: map.plain(Place::Coupon, "/event_data/coupon", event.coupon.as_ref()),
        search_query: map.plain(Place::SearchTerm, "/event_data/search_query", event.search_term.as_ref()),
        ..EventData::default()
    };
    let is_given = [&data.revenue, &data.shipping, &data.tax].iter().any(|field| field.is_some())
        || [&data.transaction_id, &data.currency, &data.coupon, &data.search_query].iter().any(|field| field.is_some());
    is_given.then_some(data)
}

fn item(map: &mut Map<'_>, item: &Item) -> ContentItem {
    ContentItem {
        canonical_identifier: map.plain(Place::ItemId, "/content_items/*/canonical_identifier", item.id.as_ref()),
        price: map.plain(Place::ItemPrice, "/content_items/*/price", item.price.as_ref()),
        quantity: map.formed(Place::ItemQuantity, "/content_items/*/quantity", item.quantity, Number::from),
        product_name: map.plain(Place::ItemName, "/content_items/*/product_name", item.name.as_ref()),
        product_brand: map.plain(Place::ItemBrand, "/content_items/*/product_brand", item.brand.as_ref()),
        product_variant: map.plain(Place::ItemVariant, "/content_items/*/product_variant", item.variant.as_ref()),
        ..ContentItem::default()
    }
}

/// What has no field of its own, under the neutral names, and the caller's parameters.
fn custom_data(map: &mut Map<'_>) -> Option<Pairs<Json>> {
    let event = map.parts.event;
    let mut data: Vec<(Text, Json)> = Vec::new();
    for (place, to, name, value) in [
        (Place::Method, "/custom_data/method", "method", &event.method),
        (Place::AchievementId, "/custom_data/achievement_id", "achievement_id", &event.achievement_id),
    ] {
        let value = map.plain(place, to, value.as_ref());
        data.extend(value.map(|value| (name.into(), Json::String(value))));
    }
    for (place, to, name, value) in [
        (Place::Level, "/custom_data/level", "level", &event.level),
        (Place::Score, "/custom_data/score", "score", &event.score),
        (Place::Rating, "/custom_data/rating", "rating", &event.rating),
    ] {
        let value = map.plain(place, to, value.as_ref());
        data.extend(value.map(|value| (name.into(), Json::Number(value))));
    }
    map.row(Place::Params, "/custom_data", How::Plain);
    data.extend(event.params.iter().flat_map(Pairs::as_slice).cloned());
    (!data.is_empty()).then(|| data.into_iter().collect())
}
