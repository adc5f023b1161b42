//! Events become a request.

use crate::encode::integer;
use crate::encode::json::{Array, Object};
use crate::issue::{Code, Found, Issues, Report};
#[cfg(feature = "uniffi")]
use crate::provider::client::NewId;
use crate::provider::client::{Batches, Provider as _};
use crate::provider::facts::Facts;
use crate::provider::rules;
use crate::provider::spec::RequestKind;
use crate::request::{Method, Request};
use crate::value::text::{self, Kind};
use crate::value::{Json, Timestamp};

use super::event::TikTokEventFields;
use super::{BATCH, Event, EventSource, Identity, Message, MissingEventId, TikTok, names, place, properties, user};

/// What comes between the members that a request has once and its first event.
const EVENTS: &[u8] = br#","data":["#;

/// The members of an event.
const MEMBERS: [&str; 10] =
    ["event", "event_time", "event_id", "user", "properties", "page", "app", "ad", "limited_data_use", "lead"];

impl TikTok {
    /// Builds the request of one event. `now` is the caller's clock; only the checks of the event's time use it.
    ///
    /// # Errors
    /// All issues of the event.
    pub fn event(&self, event: &Event, now: Timestamp) -> Result<Request, Issues> {
        self.build(event, now, Found::default())
    }

    /// Builds one request of several events, which may be of different users. Paths of issues begin with `/messages/N`.
    ///
    /// # Errors
    /// All issues of all events; also [`Code::TooManyMessages`] and [`Code::TooLarge`] beyond the configured limits.
    pub fn events(&self, events: &[Message], now: Timestamp) -> Result<Request, Issues> {
        self.build_many(Some(&Identity::default()), events.iter().map(Some), now, Found::default())
    }

    pub(super) fn build(&self, event: &impl TikTokEventFields, now: Timestamp, found: Found) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        self.base.warn(report);
        let mut out = Vec::with_capacity(1024);
        out.extend_from_slice(&self.prefix);
        self.write(event, now, report, &mut out);
        self.finish(report, RequestKind::of::<Event>(), 1, out)
    }

    /// Appends one event.
    fn write(&self, event: &impl TikTokEventFields, now: Timestamp, report: &mut Report, out: &mut Vec<u8>) {
        let settings = &self.settings;
        let mut object = Object::begin(out);
        if let Some(name) = text::required(report, "event_name", Kind::Identifier, event.event_name()) {
            let name = names::check(settings.source, settings.ad_impression_name, report, name, event.custom());
            object.text("event", name);
        }
        if let Some(time) = self.check_time(event, now, report) {
            integer(object.key("event_time"), time.unix_millis().div_euclid(1_000));
        }
        self.event_id(event, report, &mut object);
        if let Some(own) = event.user() {
            report.inside("user", |report| user::write(settings, own, report, object.key("user")));
        }
        if let Some(own) = event.properties() {
            report.inside("properties", |report| properties::write(settings, own, report, object.key("properties")));
        }
        self.places(event, report, &mut object);
        if let Some(pairs) = event.extra() {
            rules::extra(report, pairs, &mut object, |key| MEMBERS.contains(&key));
        }
        object.end();
    }

    fn check_time(&self, event: &impl TikTokEventFields, now: Timestamp, report: &mut Report) -> Option<Timestamp> {
        const FIELD: &str = "time";
        let time = rules::required_time(report, FIELD, event.time())?;
        if now.unix_millis() - time.unix_millis() > self.settings.max_age_millis {
            report.warning(FIELD, Code::OlderThanMaxAge, "is older than `max_age`; TikTok documents no limit");
        }
        rules::ahead_of_now(report, FIELD, time, now, self.settings.max_future_millis);
        Some(time)
    }

    /// Appends the ID, by which TikTok recognizes a repetition. For an app it is not documented.
    fn event_id(&self, event: &impl TikTokEventFields, report: &mut Report, object: &mut Object<'_>) {
        const FIELD: &str = "event_id";
        if let Some(id) = text::optional(report, FIELD, Kind::Identifier, event.event_id()) {
            object.text(FIELD, id);
        }
        if self.settings.source == EventSource::App || rules::is_given(report, FIELD, event.event_id()) {
            return;
        }
        match self.settings.missing_event_id {
            MissingEventId::Refuse => report.issue(FIELD, Code::Missing, "is required, see the setting `missing_event_id`"),
            MissingEventId::Warn => report.warning(FIELD, Code::MissingRecommended, "is absent: a repetition may count twice"),
            MissingEventId::Ignore => {}
        }
    }

    /// Appends what belongs to some sources only.
    /// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
    fn places(&self, event: &impl TikTokEventFields, report: &mut Report, object: &mut Object<'_>) {
        use EventSource::{App, Crm, Web};
        let source = self.settings.source;
        if let Some(own) = taken(source, &[Web], report, "page", event.page()) {
            report.inside("page", |report| place::page(report, own, object.key("page")));
        }
        if let Some(own) = taken(source, &[App], report, "app", event.app()) {
            report.inside("app", |report| place::app(report, own, object.key("app")));
        }
        if let Some(own) = taken(source, &[App, Web], report, "ad", event.ad()) {
            report.inside("ad", |report| place::ad(source, report, own, object.key("ad")));
        }
        if let Some(is_limited) = taken(source, &[Web, App], report, "limited_data_use", event.limited_data_use()) {
            place::flag("limited_data_use", Some(is_limited), object);
            let has_ip = match event.user() {
                Some(user) => user.ip().is_some() || report.has_inside("user", "/ip"),
                None => report.has("user"),
            };
            if is_limited && !has_ip {
                report.issue_inside("user", "/ip", Code::Missing, "is required with `limited_data_use`");
            }
        }
        if let Some(own) = taken(source, &[Crm], report, "lead", event.lead()) {
            report.inside("lead", |report| place::lead(report, own, object.key("lead")));
        }
        match source {
            Web => rules::required(report, "page", event.page().is_some()),
            App => rules::required(report, "app", event.app().is_some()),
            Crm => rules::required(report, "lead", event.lead().is_some()),
            EventSource::Offline => {}
        }
    }

    fn finish(&self, report: &mut Report, kind: RequestKind, events: usize, mut out: Vec<u8>) -> Result<Request, Issues> {
        out.extend_from_slice(BATCH.end);
        if out.len() > self.limits.max_bytes(&BATCH) {
            report.issue("", Code::TooLarge, "the request is larger than `max_bytes`");
        }
        let warnings = report.finish()?;
        Ok(Request::new(kind, Method::Post, self.url.clone(), facts_of(self.prefix.len(), events))
            .with_headers(self.headers.clone())
            .with_body(out)
            .with_limits(self.limits)
            .with_warnings(warnings))
    }
}

impl Batches for TikTok {
    type Identity = Identity;
    type Event = Message;

    fn max_events(&self) -> usize {
        self.limits.max_events(&BATCH)
    }

    #[cfg(feature = "uniffi")]
    fn complete(_message: &mut Message, _new_id: NewId<'_>) {}

    fn build_many<'m>(
        &self,
        _identity: Option<&Identity>,
        messages: impl ExactSizeIterator<Item = Option<&'m Message>>,
        now: Timestamp,
        found: Found,
    ) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        let count = messages.len();
        if count > self.max_events() {
            report.issue("messages", Code::TooManyMessages, "holds more events than `max_events`");
            return Err(std::mem::take(report).into_issues());
        }
        if count == 0 && !report.has("messages") {
            report.issue("messages", Code::Missing, "holds no event");
        }
        self.base.warn(report);
        let mut out = Vec::with_capacity(512 + 512 * count);
        out.extend_from_slice(&self.prefix);
        let mut is_first = true;
        for (position, message) in messages.enumerate() {
            let Some(Message::Event(event)) = message else { continue };
            if !std::mem::take(&mut is_first) {
                out.extend_from_slice(BATCH.separator);
            }
            let before = report.set_at(format!("/messages/{position}"));
            self.write(event, now, report, &mut out);
            report.set_at(before);
        }
        self.finish(report, RequestKind::of_several(&TikTok::SPEC, &BATCH), count, out)
    }
}

/// The value of a field that belongs to some sources only, if it belongs to this one.
fn taken<T>(source: EventSource, sources: &[EventSource], report: &mut Report, field: &str, given: Option<T>) -> Option<T> {
    let given = given?;
    if sources.contains(&source) {
        return Some(given);
    }
    report.issue(field, Code::Conflict, "is not a field of this `event_source`");
    None
}

/// What all requests of a source begin with.
pub(super) fn prefix(source: EventSource, id: &str, test_event_code: Option<&str>, partner_name: Option<&str>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut object = Object::begin(&mut out);
    object.text("event_source", source.as_str());
    object.text("event_source_id", id);
    for (name, value) in [("test_event_code", test_event_code), ("partner_name", partner_name)] {
        if let Some(value) = value {
            object.text(name, value);
        }
    }
    Array::begin(object.key("data"));
    out
}

/// A lane is the whole source: TikTok documents neither an order of events nor a rule about their age.
fn facts_of(lane: usize, events: usize) -> Facts {
    Facts::new(lane, 0, None).with_events(events)
}

/// Finds the facts in the body of a request. No text before the events holds [`EVENTS`], as its quotation marks are escaped.
pub(super) fn facts(body: &[u8]) -> Facts {
    let Some(start) = memchr::memmem::find(body, EVENTS) else { return facts_of(body.len(), 1) };
    let lane = start + EVENTS.len();
    let events = body.get(lane - 1..).and_then(|rest| rest.strip_suffix(b"}")).and_then(|list| std::str::from_utf8(list).ok());
    match events.and_then(Json::parse) {
        Some(Json::Array(events)) => facts_of(lane, events.len()),
        _ => facts_of(lane, 1),
    }
}
