//! The mapping of a neutral event.

use crate::issue::{Code, Found, Issues};
use crate::one_event::map::{How, Map};
use crate::one_event::place::Place;
use crate::one_event::{Name, Source};
use crate::provider::client::NewId;
use crate::request::Request;
use crate::value::{Json, Number, Pairs, Text, Timestamp};

use super::{Address, Consent, Event, Ga4, Item, Stream, UserData};

/// Source: <https://developers.google.com/analytics/devguides/collection/ga4/reference/events>
const fn name(name: Name, stream: Stream) -> Option<&'static str> {
    match name {
        Name::Purchase => Some("purchase"),
        Name::Refund => Some("refund"),
        Name::SignUp => Some("sign_up"),
        Name::Login => Some("login"),
        Name::AdRevenue => match stream {
            Stream::App => Some("ad_impression"),
            Stream::Web => None,
        },
        Name::AddToCart => Some("add_to_cart"),
        Name::RemoveFromCart => Some("remove_from_cart"),
        Name::ViewCart => Some("view_cart"),
        Name::AddToWishlist => Some("add_to_wishlist"),
        Name::BeginCheckout => Some("begin_checkout"),
        Name::AddPaymentInfo => Some("add_payment_info"),
        Name::ViewItem => Some("view_item"),
        Name::ViewItemList => Some("view_item_list"),
        Name::Search => Some("search"),
        Name::GenerateLead => Some("generate_lead"),
        Name::TutorialComplete => Some("tutorial_complete"),
        Name::LevelUp => Some("level_up"),
        Name::UnlockAchievement => Some("unlock_achievement"),
        Name::SpendCredits => Some("spend_virtual_currency"),
        Name::Share => Some("share"),
        Name::Subscribe | Name::Renew | Name::StartTrial | Name::Rate | Name::Install | Name::Custom => None,
    }
}

/// The neutral event that a recommended event is.
pub(crate) fn neutral(own: &str) -> Option<Name> {
    Name::ALL.iter().copied().find(|known| name(*known, Stream::App) == Some(own))
}

pub(super) fn build(ga4: &Ga4, map: &mut Map<'_>, now: Timestamp, _new_id: NewId<'_>) -> Result<Request, Issues> {
    let (event, device, ids) = (map.parts.event, map.parts.device, map.parts.ids);
    let is_of_other = matches!((event.source, ga4.stream), (Some(Source::App), Stream::Web) | (Some(Source::Web), Stream::App));
    if is_of_other {
        map.issue(Place::Source, Code::Conflict, "is not that of this destination's stream");
    }
    // Analytics takes the identifier of the stream's sort alone.
    let (app_instance_id, client_id) = match ga4.stream {
        Stream::App => (map.plain(Place::AppInstanceId, "/app_instance_id", ids.app_instance_id.as_ref()), None),
        Stream::Web => (None, map.plain(Place::ClientId, "/client_id", ids.client_id.as_ref())),
    };
    let own = Event {
        name: map.name("/name", name(map.parts.name, ga4.stream)),
        app_instance_id,
        client_id,
        user_id: map.plain(Place::UserId, "/user_id", map.parts.user.id.as_ref()),
        user_data: user_data(map),
        consent: consent(map),
        ip_override: map.plain(Place::DeviceIp, "/ip_override", device.ip.as_ref()),
        user_agent: map.plain(Place::DeviceUserAgent, "/user_agent", device.user_agent.as_ref()),
        time: map.plain(Place::Time, "/time", event.time.as_ref()),
        session_id: map.formed(Place::SessionId, "/session_id", ids.session_id.clone(), Json::String),
        transaction_id: map.plain(Place::OrderId, "/transaction_id", event.order_id.as_ref()),
        // A refund is a positive amount.
        value: if map.parts.name == Name::Refund { map.value_from_zero("/value") } else { map.value("/value") },
        currency: map.plain(Place::Currency, "/currency", event.currency.as_ref()),
        shipping: map.plain(Place::Shipping, "/shipping", event.shipping.as_ref()),
        tax: map.plain(Place::Tax, "/tax", event.tax.as_ref()),
        items: map.items(item),
        params: params(map),
        ..Event::default()
    };
    map.build(|| ga4.build(&own, now, Found::default()))
}

fn item(map: &mut Map<'_>, item: &crate::one_event::Item) -> Item {
    Item {
        item_id: map.plain(Place::ItemId, "/items/*/item_id", item.id.as_ref()),
        item_name: map.plain(Place::ItemName, "/items/*/item_name", item.name.as_ref()),
        item_category: map.plain(Place::ItemCategory, "/items/*/item_category", item.category.as_ref()),
        item_brand: map.plain(Place::ItemBrand, "/items/*/item_brand", item.brand.as_ref()),
        item_variant: map.plain(Place::ItemVariant, "/items/*/item_variant", item.variant.as_ref()),
        price: map.plain(Place::ItemPrice, "/items/*/price", item.price.as_ref()),
        quantity: map.formed(Place::ItemQuantity, "/items/*/quantity", item.quantity, Number::from),
        discount: map.plain(Place::ItemDiscount, "/items/*/discount", item.discount.as_ref()),
        ..Item::default()
    }
}

fn user_data(map: &mut Map<'_>) -> Option<UserData> {
    let user = map.parts.user;
    let is_hashed = [(Place::UserSha256Email, "/user_data/sha256_email_address/0"), (Place::UserPhoneSha256E164, "/user_data/sha256_phone_number/0")];
    let [(email_place, email_to), (phone_place, phone_to)] = is_hashed;
    let data = UserData {
        email_addresses: map.personal_list(Place::UserEmail, "/user_data/email_addresses/0", How::Hashed, user.email.as_ref()),
        phone_numbers: map.personal_list(Place::UserPhone, "/user_data/phone_numbers/0", How::Hashed, user.phone.as_ref()),
        sha256_email_address: map.personal_list(email_place, email_to, How::Plain, user.sha256_email.as_ref()),
        sha256_phone_number: map.personal_list(phone_place, phone_to, How::Plain, user.phone_sha256_e164.as_ref()),
        address: address(map).map(|address| vec![address]),
    };
    if data.sha256_email_address.is_some() {
        map.warning(Place::UserSha256Email, Code::HashNotChecked, "of a Gmail address must be without the dots, as Google hashes it");
    }
    let is_given = [&data.email_addresses, &data.phone_numbers, &data.sha256_email_address, &data.sha256_phone_number];
    (is_given.iter().any(|list| list.is_some()) || data.address.is_some()).then_some(data)
}

fn address(map: &mut Map<'_>) -> Option<Address> {
    let user = map.parts.user;
    let address = Address {
        first_name: map.personal(Place::UserFirstName, "/user_data/address/0/first_name", How::Hashed, user.first_name.as_ref()),
        last_name: map.personal(Place::UserLastName, "/user_data/address/0/last_name", How::Hashed, user.last_name.as_ref()),
        city: map.personal(Place::UserCity, "/user_data/address/0/city", How::Plain, user.city.as_ref()),
        region: map.personal(Place::UserState, "/user_data/address/0/region", How::Plain, user.state.as_ref()),
        postal_code: map.personal(Place::UserPostalCode, "/user_data/address/0/postal_code", How::Plain, user.postal_code.as_ref()),
        country: map.personal(Place::UserCountry, "/user_data/address/0/country", How::Plain, user.country.as_ref()),
        ..Address::default()
    };
    let fields = [&address.first_name, &address.last_name, &address.city, &address.region, &address.postal_code, &address.country];
    fields.iter().any(|field| field.is_some()).then_some(address)
}

fn consent(map: &mut Map<'_>) -> Option<Consent> {
    let own = map.parts.consent;
    let word = |is_granted| Text::from(if is_granted { "GRANTED" } else { "DENIED" });
    let consent = Consent {
        ad_user_data: map.formed(Place::AdUserData, "/consent/ad_user_data", own.ad_user_data, word),
        ad_personalization: map.formed(Place::AdPersonalization, "/consent/ad_personalization", own.ad_personalization, word),
    };
    (consent.ad_user_data.is_some() || consent.ad_personalization.is_some()).then_some(consent)
}

/// The parameters that have no field of their own, and the caller's.
fn params(map: &mut Map<'_>) -> Option<Pairs<Json>> {
    let (event, ad) = (map.parts.event, map.parts.ad);
    let mut params: Vec<(Text, Json)> = Vec::new();
    let texts = [
        (Place::Coupon, "/params/coupon", "coupon", &event.coupon),
        (Place::SearchTerm, "/params/search_term", "search_term", &event.search_term),
        (Place::Method, "/params/method", "method", &event.method),
        (Place::AchievementId, "/params/achievement_id", "achievement_id", &event.achievement_id),
        (Place::GroupId, "/params/group_id", "group_id", &event.group_id),
        (Place::ContentType, "/params/content_type", "content_type", &event.content_type),
        (Place::ContentId, "/params/content_id", "content_id", &event.content_id),
        (Place::PageUrl, "/params/page_location", "page_location", &map.parts.page.url),
        (Place::PageReferrer, "/params/page_referrer", "page_referrer", &map.parts.page.referrer),
        (Place::AdNetwork, "/params/ad_source", "ad_source", &ad.network),
        (Place::AdUnit, "/params/ad_unit_name", "ad_unit_name", &ad.unit),
        (Place::AdFormat, "/params/ad_format", "ad_format", &ad.format),
    ];
    for (place, to, name, value) in texts {
        let value = map.plain(place, to, value.as_ref());
        params.extend(value.map(|value| (name.into(), Json::String(value))));
    }
    for (place, to, name, value) in [
        (Place::Level, "/params/level", "level", &event.level),
        (Place::Score, "/params/score", "score", &event.score),
        (Place::Discount, "/params/discount", "discount", &event.discount),
    ] {
        let value = map.plain(place, to, value.as_ref());
        params.extend(value.map(|value| (name.into(), Json::Number(value))));
    }
    map.row(Place::Params, "/params", How::Plain);
    params.extend(event.params.iter().flat_map(Pairs::as_slice).cloned());
    (!params.is_empty()).then(|| params.into_iter().collect())
}
