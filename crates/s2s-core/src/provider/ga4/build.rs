//! Events become a request.

use crate::encode::integer;
use crate::encode::json::Object;
use crate::issue::{Code, Found, Issues, Report};
#[cfg(feature = "uniffi")]
use crate::provider::client::NewId;
use crate::provider::client::{Batches, Provider as _};
use crate::provider::facts::{EventTime, Facts};
use crate::provider::spec::{Date, RequestKind};
use crate::request::{Method, Request, SecretPlace};
use crate::value::text::{self, Kind};
use crate::value::{Decimal, Json, Timestamp};

use super::event::{Ga4EventFields, Ga4IdentityFields};
use super::shared::{Members, check_time, micros, shared};
use super::{BATCH, Event, Ga4, Identity, Message, TooOld, names, params};

/// What comes between the members that a request has once and its first event.
const EVENTS: &[u8] = br#""events":["#;
const NAME: &[u8] = br#"{"name":""#;
const TIME: &str = ",\"timestamp_micros\":";

impl Ga4 {
    /// Builds the request of one event. `now` is the caller's clock; only the checks of the event's time use it.
    ///
    /// # Errors
    /// All issues of the event.
    pub fn event(&self, event: &Event, now: Timestamp) -> Result<Request, Issues> {
        self.build(event, now, Found::default())
    }

    /// Builds one request of several events of one user. Paths of issues begin with `/identity` or `/messages/N`.
    ///
    /// # Errors
    /// All issues of all events; also [`Code::TooManyMessages`] and [`Code::TooLarge`] beyond the configured limits.
    pub fn events(&self, identity: &Identity, events: &[Message], now: Timestamp) -> Result<Request, Issues> {
        self.build_many(Some(identity), events.iter().map(Some), now, Found::default())
    }

    pub(super) fn build(&self, event: &impl Ga4EventFields, now: Timestamp, found: Found) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        self.base.warn(report);
        let mut out = Vec::with_capacity(1024);
        let mut body = Members::begin(&mut out);
        let shared = shared!(event);
        shared.write(self, now, report, &mut body);
        shared.check(self, report);
        let lane = self.begin_events(body);
        let written = self.write(event, now, report, &mut out);
        self.finish(report, RequestKind::of::<Event>(), lane, &[written], out)
    }

    /// Appends what comes before the first event. Returns where that begins.
    fn begin_events(&self, mut body: Members<'_>) -> usize {
        if self.is_validation {
            body.object.text("validation_behavior", "ENFORCE_RECOMMENDATIONS");
        }
        let out = body.object.key("events");
        out.push(b'[');
        out.len()
    }

    /// Appends one event.
    fn write(&self, event: &impl Ga4EventFields, now: Timestamp, report: &mut Report, out: &mut Vec<u8>) -> Written {
        let mut object = Object::begin(out);
        let name = text::required(report, "name", Kind::Free, event.name());
        if let Some(name) = name {
            if let Err((code, message)) = names::event(name, self.stream) {
                report.issue("name", code, message);
            }
            object.text("name", name);
        }
        let place_of_time = object.len();
        let time = event.time().and_then(|time| check_time(self, report, time, now));
        if let Some(time) = time {
            integer(object.key("timestamp_micros"), micros(time));
        }
        params::write(&self.settings, event, report, object.key("params"));
        object.end();
        Written { time, place_of_time }
    }

    fn finish(&self, report: &mut Report, kind: RequestKind, lane: usize, events: &[Written], mut out: Vec<u8>) -> Result<Request, Issues> {
        out.extend_from_slice(BATCH.end);
        if out.len() > self.limits.max_bytes(&BATCH) {
            report.issue("", Code::TooLarge, "the request is larger than `max_bytes`");
        }
        let warnings = report.finish()?;
        let facts = facts_of(lane, events).with_expiry(self.settings.too_old == TooOld::Refuse);
        Ok(Request::new(kind, Method::Post, self.url.clone(), facts)
            .with_headers(self.headers.clone())
            .with_body(out)
            .with_secret(SecretPlace::Url(self.secret.clone()))
            .with_limits(self.limits)
            .with_warnings(warnings))
    }
}

impl Batches for Ga4 {
    type Identity = Identity;
    type Event = Message;

    fn max_events(&self) -> usize {
        self.limits.max_events(&BATCH)
    }

    #[cfg(feature = "uniffi")]
    fn complete(_message: &mut Message, _new_id: NewId<'_>) {}

    fn build_many<'m>(
        &self,
        identity: Option<&Identity>,
        messages: impl ExactSizeIterator<Item = Option<&'m Message>>,
        now: Timestamp,
        found: Found,
    ) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        if messages.len() > self.max_events() {
            report.issue("messages", Code::TooManyMessages, "holds more events than `max_events`");
            return Err(std::mem::take(report).into_issues());
        }
        if messages.len() == 0 && !report.has("messages") {
            report.issue("messages", Code::Missing, "holds no event");
        }
        self.base.warn(report);
        let mut out = Vec::with_capacity(512 + 512 * messages.len());
        let mut body = Members::begin(&mut out);
        let before = report.set_at("/identity".to_owned());
        if let Some(identity) = identity {
            let shared = shared!(identity);
            shared.write(self, now, report, &mut body);
            shared.check(self, report);
        }
        let places = std::mem::take(&mut body.places);
        let lane = self.begin_events(body);
        // A field of the identity that has an issue is compared with nothing.
        let is_comparable = |report: &Report, field| identity.is_some() && !report.has(field);
        let faulty: Vec<&str> = FIELDS.into_iter().filter(|field| !is_comparable(report, field)).collect();
        report.set_at(before);
        let mut events = Vec::with_capacity(messages.len());
        for (position, message) in messages.enumerate() {
            let Some(Message::Event(event)) = message else { continue };
            if !events.is_empty() {
                out.extend_from_slice(BATCH.separator);
            }
            let before = report.set_at(format!("/messages/{position}"));
            let mut own = Vec::new();
            let mut members = Members::begin(&mut own);
            shared!(event).write(self, now, report, &mut members);
            let own_places = members.places;
            for (field, place) in own_places.into_iter().filter(|(field, _)| !faulty.contains(field)) {
                let of_request = places.iter().find(|(known, _)| *known == field).and_then(|(_, place)| out.get(place.clone()));
                if of_request.map(member) != own.get(place).map(member) && !report.has(field) {
                    report.issue(field, Code::IdentityMismatch, "is not the one of the request");
                }
            }
            events.push(self.write(event, now, report, &mut out));
            report.set_at(before);
        }
        self.finish(report, RequestKind::of_several(&Ga4::SPEC, &BATCH), lane, &events, out)
    }
}

/// The fields that a request has once.
const FIELDS: [&str; 11] = [
    "app_instance_id",
    "client_id",
    "user_id",
    "user_properties",
    "user_data",
    "consent",
    "user_location",
    "ip_override",
    "device",
    "user_agent",
    "extra",
];

/// A member without the comma before it.
fn member(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b",").unwrap_or(bytes)
}

/// An event as it was written.
struct Written {
    time: Option<Timestamp>,
    /// Where its time would be inserted.
    place_of_time: usize,
}

/// A lane is everything that requests of a user have in common: events with other user properties, for example, cannot share a request.
///
/// Google documents no order of events. Those of a lane keep the one in which they were submitted. For several events the time is the
/// earliest one's, so that none of them is recorded at another time than its own; a time is inserted into a single event only.
fn facts_of(lane: usize, events: &[Written]) -> Facts {
    let time = match events {
        [Written { time: None, place_of_time }] => Some(EventTime::of_receipt(*place_of_time)),
        events => events.iter().filter_map(|event| event.time).min().map(EventTime::Sent),
    };
    Facts::new(lane, 0, time).with_events(events.len())
}

/// How an event without a time gets one. Without it Analytics takes the time of receipt, which is late for an event that has waited.
pub(super) fn date(at: Timestamp, _: Option<i64>) -> Date {
    Date { parameter: format!("{TIME}{}", micros(at)), time: at }
}

/// Finds the facts in the body of a request.
pub(super) fn facts(body: &[u8]) -> Facts {
    let Some(lane) = end_of_shared(body) else { return Facts::new(body.len(), 0, None) };
    let events = body.get(lane - 1..).and_then(|rest| rest.strip_suffix(b"}")).and_then(|list| std::str::from_utf8(list).ok());
    let Some(Json::Array(events)) = events.and_then(Json::parse) else { return Facts::new(lane, 0, None) };
    // Only that of a single event is used.
    let name = body.get(lane..).and_then(|event| memchr::memchr(b'"', event.strip_prefix(NAME)?));
    let place_of_time = name.map_or(lane, |length| lane + NAME.len() + length + 1);
    let written: Vec<Written> = events.iter().map(|event| Written { time: time_of(event), place_of_time }).collect();
    facts_of(lane, &written)
}

/// The name of a lane: the client, which is the first member. What else requests of a lane begin with may change from event to event: the
/// properties of the user have times, and settings are among it.
pub(super) fn lane_name(beginning: &[u8]) -> &[u8] {
    // After `{"`, the name and its quotation mark; after `:"`, the ID and its one.
    let end = end_of_string(beginning, 2).and_then(|name| end_of_string(beginning, name + 2));
    end.and_then(|end| beginning.get(..end)).unwrap_or(beginning)
}

fn time_of(event: &Json) -> Option<Timestamp> {
    let Json::Object(members) = event else { return None };
    let (_, value) = members.iter().find(|(name, _)| name.as_str() == "timestamp_micros")?;
    let Json::Number(micros) = value else { return None };
    Timestamp::from_unix_millis(Decimal::parse(micros.as_str()).ok()?.to_i64()?.div_euclid(1_000))
}

/// The end of [`EVENTS`] among the members of the body itself: `extra` may have members that look like it inside of them.
fn end_of_shared(body: &[u8]) -> Option<usize> {
    let (mut depth, mut at) = (0_usize, 0_usize);
    while let Some(byte) = body.get(at) {
        match byte {
            b'"' => {
                if depth == 1 && body.get(at..)?.starts_with(EVENTS) {
                    return Some(at + EVENTS.len());
                }
                at = end_of_string(body, at + 1)?;
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        at += 1;
    }
    None
}

/// What comes after the string whose first character is at `at`.
fn end_of_string(body: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += memchr::memchr2(b'"', b'\\', body.get(at..)?)?;
        if body.get(at) == Some(&b'"') {
            return Some(at + 1);
        }
        at += 2;
    }
}
