//! The mapping of a neutral event.

use crate::issue::{Code, Found, Issues};
use crate::one_event::map::{How, Map};
use crate::one_event::place::Place;
use crate::one_event::{AttStatus, Name, Source};
use crate::provider::client::NewId;
use crate::request::Request;
use crate::value::{Text, Timestamp};

use super::{App, Content, Event, EventSource, Page, Properties, TikTok, User, names};

/// Sources: <https://github.com/tiktok/tiktok-business-ios-sdk> for apps, <https://business-api.tiktok.com/portal/docs?id=1771101303285761> for others.
const fn name(name: Name, source: EventSource, impression: &'static str) -> Option<&'static str> {
    let is_app = matches!(source, EventSource::App);
    match (name, is_app) {
        (Name::Purchase, _) => Some("Purchase"),
        (Name::Subscribe, _) => Some("Subscribe"),
        (Name::StartTrial, _) => Some("StartTrial"),
        (Name::AddToCart, _) => Some("AddToCart"),
        (Name::AddToWishlist, _) => Some("AddToWishlist"),
        (Name::AddPaymentInfo, _) => Some("AddPaymentInfo"),
        (Name::ViewItem, _) => Some("ViewContent"),
        (Name::Search, _) => Some("Search"),
        (Name::SignUp, true) => Some("Registration"),
        (Name::SignUp, false) => Some("CompleteRegistration"),
        (Name::BeginCheckout, true) => Some("Checkout"),
        (Name::BeginCheckout, false) => Some("InitiateCheckout"),
        (Name::GenerateLead, true) => Some("GenerateLead"),
        (Name::GenerateLead, false) => Some("Lead"),
        (Name::Login, true) => Some("Login"),
        (Name::AdRevenue, true) => Some(impression),
        (Name::TutorialComplete, true) => Some("CompleteTutorial"),
        (Name::LevelUp, true) => Some("AchieveLevel"),
        (Name::UnlockAchievement, true) => Some("UnlockAchievement"),
        (Name::SpendCredits, true) => Some("SpendCredits"),
        (Name::Rate, true) => Some("Rate"),
        (Name::Install, true) => Some("InstallApp"),
        _ => None,
    }
}

pub(super) fn build(tiktok: &TikTok, map: &mut Map<'_>, now: Timestamp, _new_id: NewId<'_>) -> Result<Request, Issues> {
    let (event, device, page) = (map.parts.event, map.parts.device, map.parts.page);
    let source = tiktok.settings.source;
    let is_of = matches!(
        (event.source, source),
        (None | Some(Source::Server), _) | (Some(Source::App), EventSource::App) | (Some(Source::Web), EventSource::Web)
    );
    if !is_of {
        map.issue(Place::Source, Code::Conflict, "is not the event source of this destination");
    }
    let event_name = map.name("/event_name", name(map.parts.name, source, tiktok.settings.ad_impression_name.as_str()));
    let is_custom = matches!(source, EventSource::App | EventSource::Web) && event_name.as_deref().is_some_and(|name| !names::is_known(source, name));
    let own = Event {
        event_name,
        custom: is_custom.then_some(true),
        time: map.plain(Place::Time, "/time", event.time.as_ref()),
        event_id: map.plain(Place::Id, "/event_id", event.id.as_ref()),
        user: user(tiktok, map),
        properties: properties(map),
        page: (source == EventSource::Web).then(|| Page {
            url: map.plain(Place::PageUrl, "/page/url", page.url.as_ref()),
            referrer: map.plain(Place::PageReferrer, "/page/referrer", page.referrer.as_ref()),
        }),
        app: (source == EventSource::App).then(|| App {
            app_id: map.plain(Place::DeviceAppId, "/app/app_id", device.app_id.as_ref()),
            app_version: map.plain(Place::DeviceAppVersion, "/app/app_version", device.app_version.as_ref()),
            ..App::default()
        }),
        limited_data_use: matches!(source, EventSource::App | EventSource::Web)
            .then(|| map.plain(Place::LimitedDataUse, "/limited_data_use", map.parts.consent.limited_data_use.as_ref()))
            .flatten(),
        ..Event::default()
    };
    map.build(|| tiktok.build(&own, now, Found::default()))
}

/// Each source takes fields of its own.
fn user(tiktok: &TikTok, map: &mut Map<'_>) -> Option<User> {
    let (given, device, click) = (map.parts.user, map.parts.device, map.parts.click);
    let source = tiktok.settings.source;
    let mut user = User {
        emails: map.personal_list(Place::UserEmail, "/user/emails/0", How::Hashed, given.email.as_ref()),
        hashed_emails: map.personal_list(Place::UserSha256Email, "/user/hashed_emails/0", How::Plain, given.sha256_email.as_ref()),
        phones: map.personal_list(Place::UserPhone, "/user/phones/0", How::Hashed, given.phone.as_ref()),
        hashed_phones: map.personal_list(
            Place::UserPhoneSha256E164,
            "/user/hashed_phones/0",
            How::Plain,
            given.phone_sha256_e164.as_ref(),
        ),
        ..User::default()
    };
    if matches!(source, EventSource::Web | EventSource::Crm) || (source == EventSource::App && tiktok.settings.app_external_id) {
        user.external_ids = map.formed(Place::UserId, "/user/external_ids/0", given.id.clone(), |id| vec![id]);
    }
    if source == EventSource::Web {
        user.first_name = map.personal(Place::UserFirstName, "/user/first_name", How::Hashed, given.first_name.as_ref());
        user.last_name = map.personal(Place::UserLastName, "/user/last_name", How::Hashed, given.last_name.as_ref());
        user.zip_code = map.personal(Place::UserPostalCode, "/user/zip_code", How::Hashed, given.postal_code.as_ref());
        user.city = map.personal(Place::UserCity, "/user/city", How::Plain, given.city.as_ref());
        user.state = map.personal(Place::UserState, "/user/state", How::Plain, given.state.as_ref());
        user.country = map.personal(Place::UserCountry, "/user/country", How::Plain, given.country.as_ref());
        user.ttclid = map.plain(Place::Ttclid, "/user/ttclid", click.ttclid.as_ref());
        user.ttp = map.plain(Place::Ttp, "/user/ttp", click.ttp.as_ref());
    }
    if matches!(source, EventSource::Web | EventSource::App) {
        user.ip = map.plain(Place::DeviceIp, "/user/ip", device.ip.as_ref());
        user.user_agent = map.plain(Place::DeviceUserAgent, "/user/user_agent", device.user_agent.as_ref());
        user.locale = map.plain(Place::DeviceLocale, "/user/locale", device.locale.as_ref());
    }
    if source == EventSource::App {
        user.idfa = map.plain(Place::DeviceIdfa, "/user/idfa", device.idfa.as_ref());
        user.gaid = map.plain(Place::DeviceGpsAdid, "/user/gaid", device.gps_adid.as_ref());
        user.idfv = map.plain(Place::DeviceIdfv, "/user/idfv", device.idfv.as_ref());
        let word = |status: AttStatus| Text::from(status.as_str().to_ascii_uppercase().as_str());
        user.att_status = map.formed(Place::DeviceAttStatus, "/user/att_status", device.att_status, word);
    }
    let lists = [&user.emails, &user.hashed_emails, &user.phones, &user.hashed_phones, &user.external_ids];
    let texts = [
        &user.first_name,
        &user.last_name,
        &user.zip_code,
        &user.city,
        &user.state,
        &user.country,
        &user.ttclid,
        &user.ttp,
        &user.ip,
        &user.user_agent,
        &user.locale,
        &user.idfa,
        &user.gaid,
        &user.idfv,
        &user.att_status,
    ];
    (lists.iter().any(|list| list.is_some()) || texts.iter().any(|text| text.is_some())).then_some(user)
}

fn properties(map: &mut Map<'_>) -> Option<Properties> {
    let event = map.parts.event;
    let properties = Properties {
        value: map.value_from_zero("/properties/value"),
        currency: map.plain(Place::Currency, "/properties/currency", event.currency.as_ref()),
        content_type: map.plain(Place::ContentType, "/properties/content_type", event.content_type.as_ref()),
        contents: map.items(|map, item| Content {
            price: map.plain(Place::ItemPrice, "/properties/contents/*/price", item.price.as_ref()),
            quantity: map.plain(Place::ItemQuantity, "/properties/contents/*/quantity", item.quantity.as_ref()),
            content_id: map.plain(Place::ItemId, "/properties/contents/*/content_id", item.id.as_ref()),
            content_name: map.plain(Place::ItemName, "/properties/contents/*/content_name", item.name.as_ref()),
            content_category: map.plain(Place::ItemCategory, "/properties/contents/*/content_category", item.category.as_ref()),
            brand: map.plain(Place::ItemBrand, "/properties/contents/*/brand", item.brand.as_ref()),
        }),
        content_ids: map.formed(Place::ContentId, "/properties/content_ids/0", event.content_id.clone(), |id| vec![id]),
        search_string: map.plain(Place::SearchTerm, "/properties/search_string", event.search_term.as_ref()),
        order_id: map.plain(Place::OrderId, "/properties/order_id", event.order_id.as_ref()),
        params: map.plain(Place::Params, "/properties/params", event.params.as_ref()),
        ..Properties::default()
    };
    let is_given = properties.value.is_some()
        || properties.contents.is_some()
        || properties.content_ids.is_some()
        || properties.params.is_some()
        || [&properties.currency, &properties.content_type, &properties.search_string, &properties.order_id].iter().any(|field| field.is_some());
    is_given.then_some(properties)
}
