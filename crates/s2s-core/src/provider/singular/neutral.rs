//! The mapping of a neutral event.

use crate::issue::{Found, Issues};
use crate::one_event::map::{How, Map};
use crate::one_event::place::Place;
use crate::one_event::{AttStatus, Name, Platform};
use crate::provider::client::NewId;
use crate::request::Request;
use crate::value::{Json, Pairs, Text, Timestamp};

use super::{AdRevenue, DataSharingOptions, Event, EventApi, Singular};

/// Source: <https://github.com/singular-labs/Singular-iOS-SDK>
const fn name(name: Name) -> Option<&'static str> {
    match name {
        Name::Purchase => Some("sng_ecommerce_purchase"),
        Name::SignUp => Some("sng_complete_registration"),
        Name::Login => Some("sng_login"),
        Name::Subscribe => Some("sng_subscribe"),
        Name::StartTrial => Some("sng_start_trial"),
        Name::AddToCart => Some("sng_add_to_cart"),
        Name::ViewCart => Some("sng_view_cart"),
        Name::AddToWishlist => Some("sng_add_to_wishlist"),
        Name::BeginCheckout => Some("sng_checkout_initiated"),
        Name::AddPaymentInfo => Some("sng_add_payment_info"),
        Name::ViewItem => Some("sng_content_view"),
        Name::ViewItemList => Some("sng_content_view_list"),
        Name::Search => Some("sng_search"),
        Name::TutorialComplete => Some("sng_tutorial_complete"),
        Name::LevelUp => Some("sng_level_achieved"),
        Name::UnlockAchievement => Some("sng_achievement_unlocked"),
        Name::SpendCredits => Some("sng_spent_credits"),
        Name::Rate => Some("sng_rate"),
        Name::Share => Some("sng_share"),
        Name::Refund | Name::Renew | Name::AdRevenue | Name::RemoveFromCart | Name::GenerateLead | Name::Install | Name::Custom => None,
    }
}

/// Ad revenue has a kind of its own, unless the destination's settings name an event for it.
pub(super) fn build(singular: &Singular, map: &mut Map<'_>, now: Timestamp, _new_id: NewId<'_>) -> Result<Request, Issues> {
    if map.parts.name == Name::AdRevenue && map.settings.target(Name::AdRevenue).is_none() {
        let event = ad_revenue(singular, map);
        return map.build(|| singular.build_ad_revenue(&event, now, Found::default()));
    }
    let event = event(singular, map);
    map.build(|| singular.build_event(&event, now, Found::default()))
}

/// The fields that all kinds have.
macro_rules! common {
    ($kind:ident, $singular:ident, $map:ident, { $($field:ident: $value:expr),* $(,)? }) => {{
        let (device, user, ids) = ($map.parts.device, $map.parts.user, $map.parts.ids);
        // The second version takes Singular's own ID alone, and the first one takes it of other platforms than these.
        let has_platform_ids = $singular.event_api == EventApi::V1;
        let has_own_id = !(has_platform_ids && matches!(device.platform, Some(Platform::Ios | Platform::Android)));
        let platform = |platform| {
            Text::from(match platform {
                Platform::Ios => "iOS",
                Platform::Android => "Android",
                Platform::Web => "Web",
            })
        };
        let limits = |is_limited| DataSharingOptions { limit_data_sharing: Some(is_limited) };
        let mut own = $kind {
            platform: $map.formed(Place::DevicePlatform, "/platform", device.platform, platform),
            time: $map.plain(Place::Time, "/time", $map.parts.event.time.as_ref()),
            ip: $map.plain(Place::DeviceIp, "/ip", device.ip.as_ref()),
            country: $map.personal(Place::UserCountry, "/country", How::Plain, user.country.as_ref()),
            os_version: $map.plain(Place::DeviceOsVersion, "/os_version", device.os_version.as_ref()),
            att_authorization_status: $map.formed(
                Place::DeviceAttStatus,
                "/att_authorization_status",
                device.att_status,
                AttStatus::number,
            ),
            custom_user_id: $map.plain(Place::UserId, "/custom_user_id", user.id.as_ref()),
            data_sharing_options: $map.formed(
                Place::LimitedDataUse,
                "/data_sharing_options",
                $map.parts.consent.limited_data_use,
                limits,
            ),
            locale: $map.plain(Place::DeviceLocale, "/locale", device.locale.as_ref()),
            app_version: $map.plain(Place::DeviceAppVersion, "/app_version", device.app_version.as_ref()),
            user_agent: $map.plain(Place::DeviceUserAgent, "/user_agent", device.user_agent.as_ref()),
            $($field: $value,)*
            ..$kind::default()
        };
        if has_own_id {
            own.sdid = $map.plain(Place::SingularDeviceId, "/sdid", ids.singular_device_id.as_ref());
        }
        if has_platform_ids {
            own.idfv = $map.plain(Place::DeviceIdfv, "/idfv", device.idfv.as_ref());
            own.idfa = $map.plain(Place::DeviceIdfa, "/idfa", device.idfa.as_ref());
            own.aifa = $map.plain(Place::DeviceGpsAdid, "/aifa", device.gps_adid.as_ref());
            own.oaid = $map.plain(Place::DeviceOaid, "/oaid", device.oaid.as_ref());
            own.andi = $map.plain(Place::DeviceAndroidId, "/andi", device.android_id.as_ref());
        }
        own
    }};
}

fn event(singular: &Singular, map: &mut Map<'_>) -> Event {
    let name = map.name("/name", name(map.parts.name));
    let amount = map.value("/amount");
    let currency = map.currency_of_value("/currency");
    let (mut web_url, mut web_page_referrer) = (None, None);
    if !matches!(map.parts.device.platform, Some(Platform::Ios | Platform::Android)) {
        web_url = map.plain(Place::PageUrl, "/web_url", map.parts.page.url.as_ref());
        web_page_referrer = map.plain(Place::PageReferrer, "/web_page_referrer", map.parts.page.referrer.as_ref());
    }
    let attributes = attributes(map);
    common!(Event, singular, map, {
        name: name,
        amount: amount,
        currency: currency,
        web_url: web_url,
        web_page_referrer: web_page_referrer,
        attributes: attributes,
    })
}

fn ad_revenue(singular: &Singular, map: &mut Map<'_>) -> AdRevenue {
    let ad = map.parts.ad;
    map.row(Place::Event, "", How::Named);
    let amount = map.value("/amount");
    let currency = map.plain(Place::Currency, "/currency", map.parts.event.currency.as_ref());
    let ad_platform = map.plain(Place::AdNetwork, "/ad_platform", ad.network.as_ref());
    let ad_type = map.plain(Place::AdFormat, "/ad_type", ad.format.as_ref());
    let ad_unit_name = map.plain(Place::AdUnit, "/ad_unit_name", ad.unit.as_ref());
    let ad_placement_name = map.plain(Place::AdPlacement, "/ad_placement_name", ad.placement.as_ref());
    let attributes = map.plain(Place::Params, "/attributes", map.parts.event.params.as_ref());
    common!(AdRevenue, singular, map, {
        amount: amount,
        currency: currency,
        ad_platform: ad_platform,
        ad_type: ad_type,
        ad_unit_name: ad_unit_name,
        ad_placement_name: ad_placement_name,
        attributes: attributes,
    })
}

/// Singular's own names, and the caller's parameters.
/// Source: <https://github.com/singular-labs/Singular-iOS-SDK>
fn attributes(map: &mut Map<'_>) -> Option<Pairs<Json>> {
    let event = map.parts.event;
    let mut attributes: Vec<(Text, Json)> = Vec::new();
    for (place, to, name, value) in [
        (Place::OrderId, "/attributes/sng_attr_transaction_id", "sng_attr_transaction_id", &event.order_id),
        (Place::Coupon, "/attributes/sng_attr_coupon_code", "sng_attr_coupon_code", &event.coupon),
        (Place::ContentType, "/attributes/sng_attr_content_type", "sng_attr_content_type", &event.content_type),
        (Place::ContentId, "/attributes/sng_attr_content_id", "sng_attr_content_id", &event.content_id),
        (Place::SearchTerm, "/attributes/sng_attr_search_string", "sng_attr_search_string", &event.search_term),
        (Place::Method, "/attributes/sng_attr_registration_method", "sng_attr_registration_method", &event.method),
        (Place::AchievementId, "/attributes/sng_attr_achievement_id", "sng_attr_achievement_id", &event.achievement_id),
    ] {
        let value = map.plain(place, to, value.as_ref());
        attributes.extend(value.map(|value| (name.into(), Json::String(value))));
    }
    for (place, to, name, value) in [
        (Place::Level, "/attributes/sng_attr_level", "sng_attr_level", &event.level),
        (Place::Score, "/attributes/sng_attr_score", "sng_attr_score", &event.score),
        (Place::Rating, "/attributes/sng_attr_rating", "sng_attr_rating", &event.rating),
    ] {
        let value = map.plain(place, to, value.as_ref());
        attributes.extend(value.map(|value| (name.into(), Json::Number(value))));
    }
    map.row(Place::Params, "/attributes", How::Plain);
    attributes.extend(event.params.iter().flat_map(Pairs::as_slice).cloned());
    (!attributes.is_empty()).then(|| attributes.into_iter().collect())
}
