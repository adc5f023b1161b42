//! The mapping of a neutral event.

use crate::issue::{Found, Issues};
use crate::one_event::map::{How, Map};
use crate::one_event::place::Place;
use crate::one_event::settings::Target;
use crate::one_event::{Gender, Name};
use crate::provider::client::{Batches as _, Kind, NewId};
use crate::request::Request;
use crate::value::{Json, Pairs, Text, Timestamp};

use super::{Action, BusinessEvent, Identity, Message, Metrix, Revenue, User};

/// The event, and a message with the user's profile where the event has one. Metrix documents slugs for the names, which the destination's settings have;
/// without one, the neutral name is the custom name.
///
/// Both messages need a time and the event has one. Metrix drops "an event with a consistent `metrixUserId` and the same `time`" as a duplicate, so that
/// the profile, which comes last, has a warning where the user has that ID. Source: <https://docs.metrix.ir/en/technical/api/troubleshooting>
pub(super) fn build(metrix: &Metrix, map: &mut Map<'_>, now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues> {
    let (event, ids) = (map.parts.event, map.parts.ids);
    let identity = Identity {
        custom_user_id: map.plain(Place::UserId, "/identity/custom_user_id", map.parts.user.id.as_ref()),
        metrix_user_id: map.plain(Place::MetrixUserId, "/identity/metrix_user_id", ids.metrix_user_id.as_ref()),
    };
    let id = map.plain(Place::Id, "/messages/0/id", event.id.as_ref());
    let time = map.plain(Place::Time, "/messages/0/time", event.time.as_ref());
    let (name, custom_name) = names(map);
    let attributes = attributes(map);
    let message = match kind(map) {
        "revenue" => {
            let revenue = map.value("/messages/0/revenue");
            let currency = map.plain(Place::Currency, "/messages/0/currency", event.currency.as_ref());
            let order_id = map.plain(Place::OrderId, "/messages/0/order_id", event.order_id.as_ref());
            Message::Revenue(Revenue { id, time, name, custom_name, revenue, currency, order_id, attributes, ..Revenue::default() })
        }
        "business_event" => {
            Message::BusinessEvent(BusinessEvent { id, time, name, custom_name, attributes, ..BusinessEvent::default() })
        }
        _ => Message::Action(Action { id, time, name, custom_name, attributes, ..Action::default() }),
    };
    let mut messages = vec![message];
    messages.extend(user(map).map(Message::User));
    complete(&mut messages, new_id);
    map.build(|| metrix.build_many(Some(&identity), messages.iter().map(Some), now, Found::default()))
}

/// Gives messages without an id a new one.
fn complete(messages: &mut [Message], mut new_id: NewId<'_>) {
    for message in messages {
        let new_id = new_id.as_mut().map(|new_id| &mut **new_id as &mut dyn FnMut() -> String);
        match message {
            Message::User(own) => own.complete(new_id),
            Message::Action(own) => own.complete(new_id),
            Message::Revenue(own) => own.complete(new_id),
            Message::BusinessEvent(own) => own.complete(new_id),
        }
    }
}

/// The kind of the message: the one of the settings, or revenue where money was paid, and an action elsewhere.
fn kind<'e>(map: &Map<'e>) -> &'e str {
    match map.settings.target(map.parts.name) {
        Some(Target::Name { kind: Some(kind), .. }) => kind.as_str(),
        _ => {
            let is_paid = match map.parts.name {
                Name::Purchase => true,
                Name::Subscribe | Name::Renew => map.parts.event.value.is_some(),
                _ => false,
            };
            if is_paid { "revenue" } else { "action" }
        }
    }
}

/// The slug that the settings have, or the custom name.
fn names(map: &mut Map<'_>) -> (Option<Text>, Option<Text>) {
    let known = match map.parts.name {
        Name::Refund | Name::AdRevenue | Name::Install | Name::Custom => None,
        name => Some(name.as_str()),
    };
    let has_slug = map.settings.target(map.parts.name).is_some();
    let name = map.name(if has_slug { "/messages/0/name" } else { "/messages/0/custom_name" }, known);
    if has_slug { (name, None) } else { (None, name) }
}

fn attributes(map: &mut Map<'_>) -> Option<Pairs<Json>> {
    let event = map.parts.event;
    let mut attributes: Vec<(Text, Json)> = Vec::new();
    let texts = [
        (Place::Coupon, "/messages/0/attributes/coupon", "coupon", &event.coupon),
        (Place::SearchTerm, "/messages/0/attributes/search_term", "search_term", &event.search_term),
        (Place::Method, "/messages/0/attributes/method", "method", &event.method),
        (Place::AchievementId, "/messages/0/attributes/achievement_id", "achievement_id", &event.achievement_id),
        (Place::GroupId, "/messages/0/attributes/group_id", "group_id", &event.group_id),
        (Place::ContentId, "/messages/0/attributes/content_id", "content_id", &event.content_id),
    ];
    for (place, to, name, value) in texts {
        let value = map.plain(place, to, value.as_ref());
        attributes.extend(value.map(|value| (name.into(), Json::String(value))));
    }
    for (place, to, name, value) in [
        (Place::Tax, "/messages/0/attributes/tax", "tax", &event.tax),
        (Place::Shipping, "/messages/0/attributes/shipping", "shipping", &event.shipping),
        (Place::Level, "/messages/0/attributes/level", "level", &event.level),
        (Place::Score, "/messages/0/attributes/score", "score", &event.score),
        (Place::Rating, "/messages/0/attributes/rating", "rating", &event.rating),
    ] {
        let value = map.plain(place, to, value.as_ref());
        attributes.extend(value.map(|value| (name.into(), Json::Number(value))));
    }
    map.row(Place::Params, "/messages/0/attributes", How::Plain);
    attributes.extend(event.params.iter().flat_map(Pairs::as_slice).cloned());
    (!attributes.is_empty()).then(|| attributes.into_iter().collect())
}

/// The user's profile, in plain: Metrix documents no rule for its digests.
fn user(map: &mut Map<'_>) -> Option<User> {
    let user = map.parts.user;
    let gender = user.gender.map(|gender| {
        Text::from(match gender {
            Gender::Female => "Female",
            Gender::Male => "Male",
            Gender::Other => "Other",
        })
    });
    let profile = User {
        first_name: map.personal(Place::UserFirstName, "/messages/1/first_name", How::Plain, user.first_name.as_ref()),
        last_name: map.personal(Place::UserLastName, "/messages/1/last_name", How::Plain, user.last_name.as_ref()),
        phone_number: map.personal(Place::UserPhone, "/messages/1/phone_number", How::Plain, user.phone.as_ref()),
        email: map.personal(Place::UserEmail, "/messages/1/email", How::Plain, user.email.as_ref()),
        country: map.personal(Place::UserCountry, "/messages/1/country", How::Plain, user.country.as_ref()),
        city: map.personal(Place::UserCity, "/messages/1/city", How::Plain, user.city.as_ref()),
        region: map.personal(Place::UserState, "/messages/1/region", How::Plain, user.state.as_ref()),
        gender: map.personal(Place::UserGender, "/messages/1/gender", How::Plain, gender.as_ref()),
        birthday: map.personal(Place::UserDateOfBirth, "/messages/1/birthday", How::Plain, user.date_of_birth.as_ref()).map(|date| date.as_str().into()),
        ..User::default()
    };
    let is_given = [
        &profile.first_name,
        &profile.last_name,
        &profile.phone_number,
        &profile.email,
        &profile.country,
        &profile.city,
        &profile.region,
        &profile.gender,
    ];
    let is_empty = is_given.iter().all(|field| field.is_none()) && profile.birthday.is_none();
    (!is_empty).then(|| User { time: map.plain(Place::Time, "/messages/1/time", map.parts.event.time.as_ref()), ..profile })
}
