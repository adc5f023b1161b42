//! The mapping of a neutral event.

use crate::issue::{Found, Issues};
use crate::one_event::map::{How, Map};
use crate::one_event::place::Place;
use crate::one_event::{AttStatus, Gender, Name, Platform, Source};
use crate::provider::client::NewId;
use crate::request::Request;
use crate::value::lend::Lend as _;
use crate::value::{Text, Timestamp};

use super::{AppData, Content, CustomData, Event, Extinfo, Meta, UserData};

/// Source: <https://developers.facebook.com/docs/marketing-api/conversions-api/app-events>, and the names of the Android SDK.
const fn name(name: Name, source: Option<Source>) -> Option<&'static str> {
    match name {
        Name::Purchase => Some("Purchase"),
        Name::SignUp => Some("CompleteRegistration"),
        Name::Subscribe => Some("Subscribe"),
        Name::StartTrial => Some("StartTrial"),
        Name::AdRevenue => Some("AdImpression"),
        Name::AddToCart => Some("AddToCart"),
        Name::AddToWishlist => Some("AddToWishlist"),
        Name::BeginCheckout => Some("InitiateCheckout"),
        Name::AddPaymentInfo => Some("AddPaymentInfo"),
        Name::ViewItem => Some("ViewContent"),
        Name::Search => Some("Search"),
        Name::GenerateLead => match source {
            Some(Source::Web) => Some("Lead"),
            _ => None,
        },
        Name::TutorialComplete => Some("TutorialCompletion"),
        Name::LevelUp => Some("LevelAchieved"),
        Name::UnlockAchievement => Some("AchievementUnlocked"),
        Name::SpendCredits => Some("SpentCredits"),
        Name::Rate => Some("Rate"),
        Name::Install => Some("MobileAppInstall"),
        Name::Refund | Name::Login | Name::Renew | Name::RemoveFromCart | Name::ViewCart | Name::ViewItemList | Name::Share | Name::Custom => None,
    }
}

pub(super) fn build(meta: &Meta, map: &mut Map<'_>, now: Timestamp, _new_id: NewId<'_>) -> Result<Request, Issues> {
    let (event, page) = (map.parts.event, map.parts.page);
    let source = |source| {
        Text::from(match source {
            Source::App => "app",
            Source::Web => "website",
            Source::Server => "system_generated",
        })
    };
    let own = Event {
        event_name: map.name("/event_name", name(map.parts.name, event.source)),
        time: map.plain(Place::Time, "/time", event.time.as_ref()),
        event_id: map.plain(Place::Id, "/event_id", event.id.as_ref()),
        action_source: map.formed(Place::Source, "/action_source", event.source, source),
        event_source_url: map.plain(Place::PageUrl, "/event_source_url", page.url.as_ref()),
        referrer_url: map.plain(Place::PageReferrer, "/referrer_url", page.referrer.as_ref()),
        user_data: Some(user_data(map)),
        app_data: (event.source == Some(Source::App)).then(|| app_data(map)),
        custom_data: custom_data(map),
        ..limited(map)
    };
    map.build(|| meta.build(&own, now, Found::default()))
}

/// The data-processing options: `LDU` or, explicitly, none.
fn limited(map: &mut Map<'_>) -> Event {
    let consent = map.parts.consent;
    let options = |is_limited: bool| if is_limited { vec!["LDU".into()] } else { Vec::new() };
    Event {
        data_processing_options: map.formed(Place::LimitedDataUse, "/data_processing_options", consent.limited_data_use, options),
        data_processing_options_country: map.plain(
            Place::LimitedCountry,
            "/data_processing_options_country",
            consent.limited_country.as_ref(),
        ),
        data_processing_options_state: map.plain(
            Place::LimitedState,
            "/data_processing_options_state",
            consent.limited_state.as_ref(),
        ),
        ..Event::default()
    }
}

fn user_data(map: &mut Map<'_>) -> UserData {
    let (user, device, click) = (map.parts.user, map.parts.device, map.parts.click);
    let gender = match user.gender {
        // Meta documents two.
        Some(Gender::Other) => None,
        gender => {
            let word = gender.map(|gender| Text::from(if gender == Gender::Female { "f" } else { "m" }));
            map.personal(Place::UserGender, "/user_data/gender", How::Hashed, word.as_ref())
        }
    };
    let (maid, maid_value) = match &device.idfa {
        Some(idfa) => (Place::DeviceIdfa, Some(idfa)),
        None => (Place::DeviceGpsAdid, device.gps_adid.as_ref()),
    };
    UserData {
        emails: map.personal_list(Place::UserEmail, "/user_data/emails/0", How::Hashed, user.email.as_ref()),
        hashed_emails: map.personal_list(Place::UserSha256Email, "/user_data/hashed_emails/0", How::Plain, user.sha256_email.as_ref()),
        phones: map.personal_list(Place::UserPhone, "/user_data/phones/0", How::Hashed, user.phone.as_ref()),
        hashed_phones: map.personal_list(
            Place::UserPhoneSha256Digits,
            "/user_data/hashed_phones/0",
            How::Plain,
            user.phone_sha256_digits.as_ref(),
        ),
        first_name: map.personal(Place::UserFirstName, "/user_data/first_name", How::Hashed, user.first_name.as_ref()),
        last_name: map.personal(Place::UserLastName, "/user_data/last_name", How::Hashed, user.last_name.as_ref()),
        date_of_birth: map.personal(Place::UserDateOfBirth, "/user_data/date_of_birth", How::Hashed, user.date_of_birth.as_ref()),
        gender,
        city: map.personal(Place::UserCity, "/user_data/city", How::Hashed, user.city.as_ref()),
        state: map.personal(Place::UserState, "/user_data/state", How::Hashed, user.state.as_ref()),
        zip_code: map.personal(Place::UserPostalCode, "/user_data/zip_code", How::Hashed, user.postal_code.as_ref()),
        country: map.personal(Place::UserCountry, "/user_data/country", How::Hashed, user.country.as_ref()),
        external_ids: map.formed(Place::UserId, "/user_data/external_ids/0", user.id.clone(), |id| vec![id]),
        client_ip_address: map.plain(Place::DeviceIp, "/user_data/client_ip_address", device.ip.as_ref()),
        client_user_agent: map.plain(Place::DeviceUserAgent, "/user_data/client_user_agent", device.user_agent.as_ref()),
        fbc: fbc(map),
        fbp: map.plain(Place::Fbp, "/user_data/fbp", click.fbp.as_ref()),
        madid: map.plain(maid, "/user_data/madid", maid_value),
        subscription_id: map.plain(
            Place::SubscriptionId,
            "/user_data/subscription_id",
            map.parts.subscription.id.as_ref(),
        ),
        anon_id: map.plain(Place::MetaAnonId, "/user_data/anon_id", map.parts.ids.meta_anon_id.as_ref()),
        ..UserData::default()
    }
}

/// The cookie, or what it is made of: on a server the index is 1.
/// Source: <https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/fbp-and-fbc>
fn fbc(map: &mut Map<'_>) -> Option<Text> {
    const TO: &str = "/user_data/fbc";
    let click = map.parts.click;
    let (Some(fbclid), Some(time)) = (&click.fbclid, &click.fbclid_time) else {
        return map.plain(Place::Fbc, TO, click.fbc.as_ref());
    };
    map.row(Place::Fbclid, TO, How::Plain);
    map.row(Place::FbclidTime, TO, How::Plain);
    match time.lend().check() {
        Ok(time) => Some(format!("fb.1.{}.{}", time.unix_millis(), fbclid.as_str()).as_str().into()),
        Err(code) => {
            map.issue(Place::FbclidTime, code, "must be a time: RFC 3339, or an integer of Unix milliseconds");
            None
        }
    }
}

fn app_data(map: &mut Map<'_>) -> AppData {
    let device = map.parts.device;
    let version = |platform| match platform {
        Platform::Ios => Some(Text::from("i2")),
        Platform::Android => Some(Text::from("a2")),
        Platform::Web => None,
    };
    let extinfo = Extinfo {
        version: map.formed(Place::DevicePlatform, "/app_data/extinfo/version", device.platform, version).flatten(),
        package: map.plain(Place::DeviceAppId, "/app_data/extinfo/package", device.app_id.as_ref()),
        short_version: map.plain(Place::DeviceAppVersion, "/app_data/extinfo/short_version", device.app_version.as_ref()),
        os_version: map.plain(Place::DeviceOsVersion, "/app_data/extinfo/os_version", device.os_version.as_ref()),
        model: map.plain(Place::DeviceModel, "/app_data/extinfo/model", device.model.as_ref()),
        locale: map.plain(Place::DeviceLocale, "/app_data/extinfo/locale", device.locale.as_ref()),
        ..Extinfo::default()
    };
    let is_allowed = |status| status == AttStatus::Authorized;
    AppData {
        advertiser_tracking_enabled: map.formed(
            Place::DeviceAttStatus,
            "/app_data/advertiser_tracking_enabled",
            device.att_status,
            is_allowed,
        ),
        extinfo: Some(extinfo),
        vendor_id: map.plain(Place::DeviceIdfv, "/app_data/vendor_id", device.idfv.as_ref()),
        ..AppData::default()
    }
}

fn custom_data(map: &mut Map<'_>) -> Option<CustomData> {
    let event = map.parts.event;
    let data = CustomData {
        value: map.value_from_zero("/custom_data/value"),
        currency: map.plain(Place::Currency, "/custom_data/currency", event.currency.as_ref()),
        order_id: map.plain(Place::OrderId, "/custom_data/order_id", event.order_id.as_ref()),
        contents: map.items(|map, item| Content {
            id: map.plain(Place::ItemId, "/custom_data/contents/*/id", item.id.as_ref()),
            quantity: map.plain(Place::ItemQuantity, "/custom_data/contents/*/quantity", item.quantity.as_ref()),
            item_price: map.plain(Place::ItemPrice, "/custom_data/contents/*/item_price", item.price.as_ref()),
            title: map.plain(Place::ItemName, "/custom_data/contents/*/title", item.name.as_ref()),
            brand: map.plain(Place::ItemBrand, "/custom_data/contents/*/brand", item.brand.as_ref()),
            category: map.plain(Place::ItemCategory, "/custom_data/contents/*/category", item.category.as_ref()),
            ..Content::default()
        }),
        content_ids: map.formed(Place::ContentId, "/custom_data/content_ids/0", event.content_id.clone(), |id| vec![id]),
        content_type: map.plain(Place::ContentType, "/custom_data/content_type", event.content_type.as_ref()),
        search_string: map.plain(Place::SearchTerm, "/custom_data/search_string", event.search_term.as_ref()),
        registration_method: map.plain(Place::Method, "/custom_data/registration_method", event.method.as_ref()),
        level: map.formed(Place::Level, "/custom_data/level", event.level.as_ref(), |level| level.as_str().into()),
        max_rating_value: map.plain(Place::RatingMax, "/custom_data/max_rating_value", event.rating_max.as_ref()),
        ad_type: map.plain(Place::AdFormat, "/custom_data/ad_type", map.parts.ad.format.as_ref()),
        properties: map.plain(Place::Params, "/custom_data/properties", event.params.as_ref()),
        ..CustomData::default()
    };
    let is_given = data.value.is_some()
        || data.currency.is_some()
        || data.contents.is_some()
        || data.content_ids.is_some()
        || data.max_rating_value.is_some()
        || data.properties.is_some()
        || [&data.order_id, &data.content_type, &data.search_string, &data.registration_method, &data.level, &data.ad_type]
            .iter()
            .any(|field| field.is_some());
    is_given.then_some(data)
}
