//! Events become a request.

use memchr::memmem;

use crate::encode::integer;
use crate::encode::json::{self, Array, Object};
use crate::issue::{Code, Found, Issues, Report};
#[cfg(feature = "uniffi")]
use crate::provider::client::NewId;
use crate::provider::client::{Batches, Provider as _};
use crate::provider::facts::{EventTime, Facts};
use crate::provider::record::Declared as _;
use crate::provider::rules;
use crate::provider::spec::RequestKind;
use crate::request::{Method, Request};
use crate::value::text::{self, Kind};
use crate::value::{Decimal, Json, TimeRef, Timestamp};

use super::event::{MetaEventFields, MetaOriginalEventFields};
use super::members;
use super::{BATCH, Event, Identity, Message, Meta, app_data, custom_data, user_data};

/// What comes between the members of the configuration and the first event.
pub(super) const EVENTS: &[u8] = br#""data":["#;

/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
const ACTION_SOURCES: &[&str] =
    &["email", "website", "app", "phone_call", "chat", "physical_store", "system_generated", "business_messaging", "other"];

/// Events with this `action_source` may be older.
const STORE: &str = "physical_store";

/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event>
const MAX_AGE_DAYS: i64 = 7;
const MAX_AGE_DAYS_OF_STORE: i64 = 62;

pub(super) const MAX_AGE_MILLIS: i64 = millis(MAX_AGE_DAYS);

impl Meta {
    /// Builds the request of one event. `now` is the caller's clock; only the checks of the event's time and of a date of birth use it.
    ///
    /// # Errors
    /// All issues of the event.
    pub fn event(&self, event: &Event, now: Timestamp) -> Result<Request, Issues> {
        self.build(event, now, Found::default())
    }

    /// Builds one request of several events, also of different users. Paths of issues begin with `/messages/N`.
    ///
    /// One invalid event refuses all of them at Meta.
    ///
    /// # Errors
    /// All issues of all events; also [`Code::TooManyMessages`] and [`Code::TooLarge`] beyond the configured limits.
    pub fn events(&self, events: &[Message], now: Timestamp) -> Result<Request, Issues> {
        self.build_many(None, events.iter().map(Some), now, Found::default())
    }

    pub(super) fn build(&self, event: &impl MetaEventFields, now: Timestamp, found: Found) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        self.warn(report);
        let mut out = Vec::with_capacity(1024);
        out.extend_from_slice(&self.prefix);
        let written = self.write(event, now, report, &mut out);
        self.finish(report, RequestKind::of::<Event>(), &[written], out)
    }

    /// Adds the warnings of the configuration.
    fn warn(&self, report: &mut Report) {
        self.base.warn(report);
        if self.is_test {
            report.warning("", Code::TestEventsCount, "carries `test_event_code`: Meta counts the events all the same");
        }
    }

    /// Appends one event.
    fn write(&self, event: &impl MetaEventFields, now: Timestamp, report: &mut Report, out: &mut Vec<u8>) -> Written {
        let mut object = Object::begin(out);
        let name = text::required(report, "event_name", Kind::Free, event.event_name());
        if let Some(name) = name {
            object.text("event_name", name);
        }
        let source = members::choice(report, "action_source", event.action_source(), ACTION_SOURCES);
        rules::required(report, "action_source", event.action_source().is_some());
        let is_of_store = source == Some(STORE);
        let time = rules::required_time(report, "time", event.time());
        if let Some(time) = time {
            self.check_time(report, time, now, is_of_store);
            integer(object.key("event_time"), time.unix_seconds());
        }
        members::identifier(report, "event_id", event.event_id(), &mut object);
        if let Some(source) = source {
            object.text("action_source", source);
        }
        event_source_url(report, event.event_source_url(), source, &mut object);
        members::identifier(report, "referrer_url", event.referrer_url(), &mut object);
        if let Some(opt_out) = event.opt_out() {
            object.value("opt_out", &opt_out.into());
        }
        processing(report, event, &mut object);
        members::free(report, "customer_segmentation", event.customer_segmentation(), &mut object);
        if let Some(original) = event.original_event_data() {
            report.inside("original_event_data", |report| write_original(report, original, object.key("original_event_data")));
        }
        rules::required(report, "user_data", event.user_data().is_some());
        if let Some(data) = event.user_data() {
            report.inside("user_data", |report| {
                user_data::write(&self.settings, report, data, source, now, object.key("user_data"));
            });
        }
        rules::required(report, "app_data", event.app_data().is_some() || source != Some("app"));
        if let Some(data) = event.app_data() {
            report.inside("app_data", |report| app_data::write(report, data, object.key("app_data")));
        }
        let is_purchase = name == Some("Purchase");
        match event.custom_data() {
            Some(data) => {
                report.inside("custom_data", |report| custom_data::write(report, data, is_purchase, object.key("custom_data")));
            }
            None if is_purchase && !report.has("custom_data") => {
                for field in custom_data::OF_PURCHASE {
                    report.issue_inside("custom_data", &format!("/{field}"), Code::Missing, "is required with an event of this name");
                }
            }
            None => {}
        }
        if let Some(pairs) = event.extra() {
            rules::extra(report, pairs, &mut object, is_own);
        }
        object.end();
        Written { time: time.map(Timestamp::whole_seconds), is_of_store }
    }

    fn check_time(&self, report: &mut Report, time: Timestamp, now: Timestamp, is_of_store: bool) {
        let days = if is_of_store { MAX_AGE_DAYS_OF_STORE } else { MAX_AGE_DAYS };
        if now.unix_millis() - time.unix_millis() > millis(days) {
            report.issue("time", Code::TooOld, format!("is older than {days} days, which Meta refuses"));
        }
        rules::ahead_of_now(report, "time", time, now, self.settings.max_future_millis);
    }

    fn finish(&self, report: &mut Report, kind: RequestKind, events: &[Written], mut out: Vec<u8>) -> Result<Request, Issues> {
        out.extend_from_slice(BATCH.end);
        if out.len() > self.limits.max_bytes(&BATCH) {
            report.issue("", Code::TooLarge, "the request is larger than `max_bytes`");
        }
        let warnings = report.finish()?;
        Ok(Request::new(kind, Method::Post, self.url.clone(), facts_of(self.prefix.len(), events))
            .with_headers(self.headers.clone())
            .with_body(out)
            .with_secret(self.secret.clone())
            .with_limits(self.limits)
            .with_warnings(warnings))
    }
}

impl Batches for Meta {
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
        if messages.len() > self.max_events() {
            report.issue("messages", Code::TooManyMessages, "holds more events than `max_events`");
            return Err(std::mem::take(report).into_issues());
        }
        if messages.len() == 0 && !report.has("messages") {
            report.issue("messages", Code::Missing, "holds no event");
        }
        self.warn(report);
        let mut out = Vec::with_capacity(512 + 512 * messages.len());
        out.extend_from_slice(&self.prefix);
        let mut events = Vec::with_capacity(messages.len());
        for (position, message) in messages.enumerate() {
            let Some(Message::Event(event)) = message else { continue };
            if !events.is_empty() {
                out.extend_from_slice(BATCH.separator);
            }
            let before = report.set_at(format!("/messages/{position}"));
            events.push(self.write(event, now, report, &mut out));
            report.set_at(before);
        }
        self.finish(report, RequestKind::of_several(&Meta::SPEC, &BATCH), &events, out)
    }
}

fn event_source_url(report: &mut Report, given: Option<&str>, source: Option<&str>, object: &mut Object<'_>) {
    const FIELD: &str = "event_source_url";
    rules::required(report, FIELD, given.is_some() || source != Some("website"));
    let Some(url) = text::optional(report, FIELD, Kind::Identifier, given) else { return };
    if !["http://", "https://"].iter().any(|scheme| url.starts_with(scheme)) {
        report.issue(FIELD, Code::InvalidShape, "must begin with `http://` or `https://`");
    }
    object.text(FIELD, url);
}

const OPTIONS: &str = "data_processing_options";
const COUNTRY: &str = "data_processing_options_country";
const STATE: &str = "data_processing_options_state";

/// Appends how the data may be processed.
/// Source: <https://developers.facebook.com/documentation/ads-commerce/marketing-api/overview/data-processing-options>
fn processing(report: &mut Report, event: &impl MetaEventFields, object: &mut Object<'_>) {
    let mut is_limited = false;
    if let Some(list) = event.data_processing_options() {
        let mut array = Array::begin(object.key(OPTIONS));
        report.each(OPTIONS, list, |report, option| {
            if let Some(option) = members::choice(report, "", Some(option), &["LDU"]) {
                is_limited = true;
                json::string(array.item(), option);
            }
        });
        array.end();
    }
    let (country, state) = (event.data_processing_options_country(), event.data_processing_options_state());
    let mut place = |report: &mut Report, field, given: Option<i64>, is: fn(i64) -> bool, message: &'static str| {
        let Some(number) = given else { return };
        if !is(number) {
            report.issue(field, Code::OutOfRange, message);
        }
        integer(object.key(field), number);
    };
    place(report, COUNTRY, country, |number| matches!(number, 0 | 1), "must be 0 or 1");
    place(report, STATE, state, |number| matches!(number, 0 | 1000..=1013), "must be 0, or 1000 to 1013");
    rules::together(report, (COUNTRY, country.is_some()), (STATE, state.is_some()));
    if country.or(state).is_some() {
        rules::required(report, OPTIONS, event.data_processing_options().is_some());
    }
    let is_located = match event.user_data() {
        Some(data) => data.client_ip_address().is_some() || report.has_inside("user_data", "/client_ip_address"),
        None => report.has("user_data"),
    };
    if is_limited && !is_located {
        rules::required(report, COUNTRY, country.is_some());
        rules::required(report, STATE, state.is_some());
    }
}

fn write_original(report: &mut Report, original: &dyn MetaOriginalEventFields, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    members::free(report, "event_name", original.event_name(), &mut object);
    if let Some(time) = original.time().map(TimeRef::check).and_then(|checked| rules::time(report, "time", checked)) {
        integer(object.key("event_time"), time.unix_seconds());
    }
    members::identifier(report, "order_id", original.order_id(), &mut object);
    members::identifier(report, "event_id", original.event_id(), &mut object);
    object.end();
    let texts = [original.event_name(), original.order_id(), original.event_id()];
    rules::not_empty(report, original.time().is_none() && texts.iter().all(Option::is_none));
}

/// Whether an event has a member or a field of that name.
fn is_own(key: &str) -> bool {
    key != "extra" && Event::RECORD.fields.iter().any(|field| field.name == key || field.wire == Some(key))
}

/// An event as it was written.
struct Written {
    time: Option<Timestamp>,
    is_of_store: bool,
}

/// A lane is the whole destination: events of different users can share a request, and their order does not matter. For several events the time
/// is that of the one that Meta refuses first for its age.
fn facts_of(lane: usize, events: &[Written]) -> Facts {
    let refused_at = |event: &Written| {
        let max_age = millis(if event.is_of_store { MAX_AGE_DAYS_OF_STORE } else { MAX_AGE_DAYS });
        event.time.map(|time| (time.unix_millis() + max_age, time, event.is_of_store))
    };
    let first = events.iter().filter_map(refused_at).min();
    let time = first.map(|(_, time, _)| EventTime::Sent(time));
    Facts::new(lane, 0, time).with_expiry(first.is_some_and(|(_, _, is_of_store)| is_of_store)).with_events(events.len())
}

/// When Meta begins to refuse an event of a store.
pub(super) fn deadline(time: Timestamp) -> Option<Timestamp> {
    Timestamp::from_unix_millis(time.unix_millis() + millis(MAX_AGE_DAYS_OF_STORE))
}

/// Finds the facts in the body of a request. No text before the events can hold [`EVENTS`], as its quotation marks are escaped.
pub(super) fn facts(body: &[u8]) -> Facts {
    let Some(lane) = memmem::find(body, EVENTS).map(|start| start + EVENTS.len()) else { return Facts::new(body.len(), 0, None) };
    let events = body.get(lane - 1..).and_then(|rest| rest.strip_suffix(b"}")).and_then(|list| std::str::from_utf8(list).ok());
    let Some(Json::Array(events)) = events.and_then(Json::parse) else { return Facts::new(lane, 0, None) };
    let written: Vec<Written> = events.iter().map(read).collect();
    facts_of(lane, &written)
}

fn read(event: &Json) -> Written {
    let member = |name| match event {
        Json::Object(members) => members.iter().find(|(own, _)| own.as_str() == name).map(|(_, value)| value),
        _ => None,
    };
    let seconds = match member("event_time") {
        Some(Json::Number(seconds)) => Decimal::parse(seconds.as_str()).ok().and_then(|seconds| seconds.to_i64()),
        _ => None,
    };
    let time = seconds.and_then(|seconds| Timestamp::from_unix_millis(seconds.checked_mul(1_000)?));
    Written { time, is_of_store: member("action_source").and_then(Json::as_str) == Some(STORE) }
}

const fn millis(days: i64) -> i64 {
    days * 24 * 60 * 60 * 1_000
}
