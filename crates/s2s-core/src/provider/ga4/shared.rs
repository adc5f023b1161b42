//! What a request says once, whichever events it holds: who the user is, and what is known of the user.

use std::borrow::Cow;
use std::net::IpAddr;
use std::ops::Range;

use crate::encode::integer;
use crate::encode::json::Object;
use crate::issue::{Code, Report};
use crate::provider::record::has_field;
use crate::provider::rules;
use crate::value::lend::ListRef;
use crate::value::text::{self, Kind};
use crate::value::{Json, Pairs, TimeRef, Timestamp};

use super::event::{Ga4ConsentFields, Ga4DeviceFields, Ga4UserDataFields, Ga4UserLocationFields};
use super::params::is_longer;
use super::{Ga4, Identity, Ipv6, Stream, TooOld, UserProperty, names, user_data};

/// Source: <https://support.google.com/analytics/answer/9213390>
const MAX_USER_ID: usize = 256;

/// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
const MAX_PROPERTIES: usize = 25;
const MAX_PROPERTY_VALUE: usize = 36;

/// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
const MAX_AGE_MILLIS: i64 = 72 * 60 * 60 * 1_000;

/// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
const CONSENT: &[&str] = &["GRANTED", "DENIED"];

/// Members of the body that no field of a request has.
const OTHER_MEMBERS: [&str; 3] = ["events", "timestamp_micros", "validation_behavior"];

/// The fields of an event, or of what several have in common, that are members of the request's body. They are sent in this order.
pub(super) struct Shared<'e> {
    pub(super) app_instance_id: Option<&'e str>,
    pub(super) client_id: Option<&'e str>,
    pub(super) user_id: Option<&'e str>,
    pub(super) user_properties: Option<ListRef<'e, UserProperty>>,
    pub(super) user_data: Option<&'e (dyn Ga4UserDataFields + 'e)>,
    pub(super) consent: Option<&'e (dyn Ga4ConsentFields + 'e)>,
    pub(super) user_location: Option<&'e (dyn Ga4UserLocationFields + 'e)>,
    pub(super) ip_override: Option<&'e str>,
    pub(super) device: Option<&'e (dyn Ga4DeviceFields + 'e)>,
    pub(super) user_agent: Option<&'e str>,
    pub(super) extra: Option<&'e Pairs<Json>>,
}

/// The [`Shared`] fields of an event, or of what several have in common.
macro_rules! shared {
    ($fields:expr) => {
        $crate::provider::ga4::shared::Shared {
            app_instance_id: $fields.app_instance_id(),
            client_id: $fields.client_id(),
            user_id: $fields.user_id(),
            user_properties: $fields.user_properties(),
            user_data: $fields.user_data(),
            consent: $fields.consent(),
            user_location: $fields.user_location(),
            ip_override: $fields.ip_override(),
            device: $fields.device(),
            user_agent: $fields.user_agent(),
            extra: $fields.extra(),
        }
    };
}
pub(super) use shared;

/// The members of a body, and what each field has become.
pub(super) struct Members<'a> {
    pub(super) object: Object<'a>,
    pub(super) places: Vec<(&'static str, Range<usize>)>,
}

impl<'a> Members<'a> {
    pub(super) fn begin(out: &'a mut Vec<u8>) -> Self {
        Self { object: Object::begin(out), places: Vec::new() }
    }

    fn field(&mut self, name: &'static str, write: impl FnOnce(&mut Object<'a>)) {
        let start = self.object.len();
        write(&mut self.object);
        self.places.push((name, start..self.object.len()));
    }

    fn text(&mut self, name: &'static str, value: &str) {
        self.field(name, |object| object.text(name, value));
    }
}

impl Shared<'_> {
    /// Appends the members.
    pub(super) fn write(&self, ga4: &Ga4, now: Timestamp, report: &mut Report, body: &mut Members<'_>) {
        let [(_, own), (other, of_other)] = self.clients(ga4.stream);
        if of_other.is_some() {
            report.issue(other, Code::Conflict, "is the identifier of the other sort of stream");
        }
        if let Some(id) = own {
            client(ga4.stream, report, id, body);
        }
        if let Some(id) = text::optional(report, "user_id", Kind::Identifier, self.user_id) {
            if is_longer(id, MAX_USER_ID) {
                report.issue("user_id", Code::TooLong, "has more than 256 characters");
            }
            body.text("user_id", id);
        }
        if let Some(list) = self.user_properties {
            body.field("user_properties", |object| user_properties(ga4, now, report, list, object.key("user_properties")));
        }
        if let Some(data) = self.user_data {
            body.field("user_data", |object| {
                report.inside("user_data", |report| user_data::write(&ga4.settings, report, data, object.key("user_data")));
            });
        }
        if let Some(consent) = self.consent {
            body.field("consent", |object| report.inside("consent", |report| write_consent(report, consent, object.key("consent"))));
        }
        if let Some(place) = self.user_location {
            body.field("user_location", |object| {
                report.inside("user_location", |report| user_location(report, place, object.key("user_location")));
            });
        }
        if let Some(address) = ip_override(ga4.settings.ipv6, report, self.ip_override) {
            body.text("ip_override", &address);
        }
        if let Some(device) = self.device {
            body.field("device", |object| report.inside("device", |report| write_device(report, device, object.key("device"))));
        }
        if let Some(agent) = rules::user_agent(report, "user_agent", self.user_agent) {
            body.text("user_agent", agent);
        }
        if let Some(pairs) = self.extra {
            body.field("extra", |object| rules::extra(report, pairs, object, is_own));
        }
    }

    /// The identifier of a client of this stream, and that of the other sort of stream.
    fn clients(&self, stream: Stream) -> [(&'static str, Option<&str>); 2] {
        let (app, web) = (("app_instance_id", self.app_instance_id), ("client_id", self.client_id));
        match stream {
            Stream::App => [app, web],
            Stream::Web => [web, app],
        }
    }

    /// Checks what a whole request has to have.
    pub(super) fn check(&self, ga4: &Ga4, report: &mut Report) {
        let [(field, own), _] = self.clients(ga4.stream);
        if !rules::is_given(report, field, own) {
            report.issue(field, Code::Missing, "is required");
        }
        if self.user_data.is_some() && !rules::is_given(report, "user_id", self.user_id) {
            report.warning("user_id", Code::MissingUserId, "is absent: Google asks for it with `user_data`");
        }
        for (field, is_given, other, is_other_given) in [
            ("ip_override", self.ip_override.is_some(), "user_location", self.user_location.is_some()),
            ("user_agent", self.user_agent.is_some(), "device", self.device.is_some()),
        ] {
            if is_given && is_other_given {
                report.warning(field, Code::IgnoredField, format!("Analytics ignores it in addition to `{other}`"));
            }
        }
    }
}

fn client(stream: Stream, report: &mut Report, id: &str, body: &mut Members<'_>) {
    match stream {
        Stream::App => {
            let Some(id) = text::optional(report, "app_instance_id", Kind::Free, Some(id)) else { return };
            if id.len() != 32 || !id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                report.issue("app_instance_id", Code::InvalidDeviceId, "must be 32 hexadecimal digits");
            }
            body.text("app_instance_id", id);
        }
        Stream::Web => {
            let Some(id) = text::optional(report, "client_id", Kind::Identifier, Some(id)) else { return };
            let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            let is_of_tag = id.starts_with("GA1.") || id.split_once('.').is_some_and(|(a, b)| is_digits(a) && is_digits(b));
            if !is_of_tag {
                report.warning("client_id", Code::UnusualClientId, "is neither two numbers with a point nor the value of the cookie `_ga`");
            }
            body.text("client_id", id);
        }
    }
}

fn user_properties(ga4: &Ga4, now: Timestamp, report: &mut Report, list: ListRef<'_, UserProperty>, out: &mut Vec<u8>) {
    const FIELD: &str = "user_properties";
    match list.len() {
        0 => report.issue(FIELD, Code::Empty, "is empty; leave it out instead"),
        count if count > MAX_PROPERTIES => report.issue(FIELD, Code::TooManyUserProperties, "has more than 25 properties"),
        _ => {}
    }
    let mut object = Object::begin(out);
    let mut seen: Vec<&str> = Vec::new();
    report.each(FIELD, list, |report, property| {
        let name = text::required(report, "name", Kind::Free, property.name());
        if let Some(name) = name {
            if let Err((code, message)) = names::user_property(name) {
                report.issue("name", code, message);
            } else if seen.contains(&name) {
                report.issue("name", Code::DuplicateKey, "is the name of an earlier property, too");
            }
            seen.push(name);
        }
        let mut own = Object::begin(object.key(name.unwrap_or_default()));
        property_value(report, property.value(), &mut own);
        if let Some(time) = property.time().and_then(|time| check_time(ga4, report, time, now)) {
            integer(own.key("timestamp_micros"), micros(time));
        }
        own.end();
    });
    object.end();
}

fn property_value(report: &mut Report, value: Option<&Json>, object: &mut Object<'_>) {
    const FIELD: &str = "value";
    let Some(value) = value.filter(|value| !matches!(value, Json::Null)) else {
        if !report.has(FIELD) {
            report.issue(FIELD, Code::Missing, "is required");
        }
        return;
    };
    match value {
        Json::String(text) if text.is_empty() => report.issue(FIELD, Code::Empty, "is empty"),
        Json::String(text) if is_longer(text, MAX_PROPERTY_VALUE) => report.issue(FIELD, Code::TooLong, "has more than 36 characters"),
        Json::Number(number) => {
            if let Err(code) = number.check_json() {
                report.issue(FIELD, code, "is not a number of JSON");
            }
        }
        Json::String(_) | Json::Bool(_) => {}
        _ => report.issue(FIELD, Code::WrongType, "must be a text, a number or a truth value"),
    }
    object.value(FIELD, value);
}

/// The time of an event or of a user property.
pub(super) fn check_time(ga4: &Ga4, report: &mut Report, given: TimeRef<'_>, now: Timestamp) -> Option<Timestamp> {
    const FIELD: &str = "time";
    let time = rules::time(report, FIELD, given.check())?;
    if deadline(time).is_some_and(|deadline| now >= deadline) {
        match ga4.settings.too_old {
            TooOld::Refuse => report.issue(FIELD, Code::TooOld, REDATED),
            TooOld::Send => report.warning(FIELD, Code::WillBeRedated, REDATED),
        }
    }
    rules::ahead_of_now(report, FIELD, time, now, ga4.settings.max_future_millis);
    Some(time)
}

const REDATED: &str = "is older than 72 hours: Analytics records it at 72 hours ago";

/// When Analytics begins to record an event at another time than its own: after 72 hours.
/// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
pub(super) fn deadline(time: Timestamp) -> Option<Timestamp> {
    Timestamp::from_unix_millis(time.unix_millis() + MAX_AGE_MILLIS + 1)
}

/// Microseconds since 1970, which fit for all years up to 9999.
pub(super) fn micros(time: Timestamp) -> i64 {
    time.unix_millis() * 1_000
}

fn write_consent(report: &mut Report, consent: &dyn Ga4ConsentFields, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    let given = [("ad_user_data", consent.ad_user_data()), ("ad_personalization", consent.ad_personalization())];
    for (field, value) in given {
        if let Some(word) = rules::choice(report, field, value, CONSENT) {
            object.text(field, word);
        }
    }
    object.end();
    rules::not_empty(report, given.iter().all(|(_, value)| value.is_none()));
}

fn user_location(report: &mut Report, place: &dyn Ga4UserLocationFields, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    let city = text::optional(report, "city", Kind::Free, place.city());
    if let Some(city) = city {
        object.text("city", city);
    }
    let mut shape = |report: &mut Report, field, given, is: fn(&[u8]) -> bool, message: &'static str| {
        let given = text::optional(report, field, Kind::Free, given)?;
        if !is(given.as_bytes()) {
            report.issue(field, Code::InvalidShape, message);
            return None;
        }
        let code = given.to_ascii_uppercase();
        object.text(field, &code);
        Some(code)
    };
    let region = shape(report, "region_id", place.region_id(), is_region, "must be a region of ISO 3166-2, such as `US-CA`");
    let country = shape(report, "country_id", place.country_id(), is_country, "must be a country of ISO 3166-1, two letters such as `US`");
    for (field, given) in [("subcontinent_id", place.subcontinent_id()), ("continent_id", place.continent_id())] {
        shape(report, field, given, is_m49, "must be three digits of UN M49, such as `019`");
    }
    object.end();
    // A city of the United States needs both.
    if city.is_some() {
        let of_us = (country.as_deref() == Some("US"), region.is_some_and(|region| region.starts_with("US-")));
        for (field, given, is_needed) in [("region_id", place.region_id(), of_us.0), ("country_id", place.country_id(), of_us.1)] {
            if is_needed && !rules::is_given(report, field, given) {
                report.issue(field, Code::Missing, "is required with a `city` of the United States");
            }
        }
    }
    let all = [place.city(), place.region_id(), place.country_id(), place.subcontinent_id(), place.continent_id()];
    rules::not_empty(report, all.iter().all(Option::is_none));
}

fn is_region(id: &[u8]) -> bool {
    matches!(id, [a, b, b'-', rest @ ..] if is_country(&[*a, *b]) && (1..=3).contains(&rest.len()) && rest.iter().all(u8::is_ascii_alphanumeric))
}

fn is_country(id: &[u8]) -> bool {
    id.len() == 2 && id.iter().all(u8::is_ascii_alphabetic)
}

fn is_m49(id: &[u8]) -> bool {
    id.len() == 3 && id.iter().all(u8::is_ascii_digit)
}

fn ip_override<'e>(ipv6: Ipv6, report: &mut Report, given: Option<&'e str>) -> Option<Cow<'e, str>> {
    let is_ipv6 = |text: &str| text.parse().is_ok_and(|address: IpAddr| address.to_canonical().is_ipv6());
    match given {
        Some(address) if ipv6 == Ipv6::Send && is_ipv6(address) => Some(address.into()),
        _ => rules::ipv4(report, "ip_override", given, ipv6 == Ipv6::Omit),
    }
}

fn write_device(report: &mut Report, device: &dyn Ga4DeviceFields, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    let given = [
        ("category", device.category()),
        ("language", device.language()),
        ("screen_resolution", device.screen_resolution()),
        ("operating_system", device.operating_system()),
        ("operating_system_version", device.operating_system_version()),
        ("model", device.model()),
        ("brand", device.brand()),
        ("browser", device.browser()),
        ("browser_version", device.browser_version()),
    ];
    for (field, value) in given {
        let Some(value) = text::optional(report, field, Kind::Identifier, value) else { continue };
        if field == "screen_resolution" && !is_resolution(value) {
            report.issue(field, Code::InvalidShape, "must be a width, `x` and a height, such as `1280x2856`");
        }
        object.text(field, value);
    }
    object.end();
    rules::not_empty(report, given.iter().all(|(_, value)| value.is_none()));
}

fn is_resolution(text: &str) -> bool {
    let is_length = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('x').is_some_and(|(width, height)| is_length(width) && is_length(height))
}

/// Whether the request's body has a member of that name.
fn is_own(key: &str) -> bool {
    OTHER_MEMBERS.contains(&key) || (key != "extra" && has_field::<Identity>(key))
}
