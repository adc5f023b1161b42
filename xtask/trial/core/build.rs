//! Events become a request.

use std::collections::BTreeSet;

use memchr::memmem;

use crate::encode::integer;
use crate::encode::json::{self, Array, Object};
use crate::issue::{Code, Found, Issues, Report};
#[cfg(feature = "uniffi")]
use crate::provider::client::{Kind as _, NewId};
use crate::provider::client::{Batches, Provider as _};
use crate::provider::facts::{EventTime, Facts};
use crate::provider::record::has_field;
use crate::provider::rules;
use crate::provider::spec::RequestKind;
use crate::request::{Method, Request};
use crate::value::device_id::{Normal, Shape};
use crate::value::text::{self, Kind};
use crate::value::lend::ListRef;
use crate::value::{NumberRef, Text, Timestamp};

use super::event::{NumbatConsentFields, NumbatEventFields, NumbatItemFields, NumbatTcfFields};
use super::{BATCH, Event, Identity, Message, Numbat};

/// "Events are accepted for seven days." Source: <https://docs.numbat.example/events>
pub(super) const MAX_AGE_MILLIS: i64 = 7 * 24 * 60 * 60 * 1_000;

impl Numbat {
    /// Builds the request of one event.
    ///
    /// # Errors
    /// All issues of the event.
    pub fn event(&self, event: &Event, now: Timestamp) -> Result<Request, Issues> {
        self.build(event, now, Found::default())
    }

    /// Builds one request of several events of one device. Paths of issues begin with `/identity` or `/messages/N`.
    ///
    /// # Errors
    /// All issues of all events; also [`Code::TooManyMessages`] and [`Code::TooLarge`] beyond the configured limits.
    pub fn messages(&self, identity: &Identity, messages: &[Message], now: Timestamp) -> Result<Request, Issues> {
        self.build_many(Some(identity), messages.iter().map(Some), now, Found::default())
    }

    pub(super) fn build(&self, event: &impl NumbatEventFields, now: Timestamp, found: Found) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        self.base.warn(report);
        let mut out = Vec::with_capacity(256);
        begin(report, event.device_id(), &mut out);
        let lane = out.len();
        let (id, time) = write(report, event, now, &mut out);
        self.finish(report, RequestKind::of::<Event>(), facts_of(lane, time), id.into_iter().collect(), out)
    }

    fn finish(&self, report: &mut Report, kind: RequestKind, facts: Facts, ids: Vec<String>, mut out: Vec<u8>) -> Result<Request, Issues> {
        out.extend_from_slice(BATCH.end);
        if out.len() > self.limits.max_bytes(&BATCH) {
            report.issue("", Code::TooLarge, "the request is larger than `max_bytes`");
        }
        let warnings = std::mem::take(report).finish()?;
        Ok(Request::new(kind, Method::Post, self.url.clone(), facts)
            .with_headers(self.headers.clone())
            .with_body(out)
            .with_message_ids(ids)
            .with_limits(self.limits)
            .with_warnings(warnings))
    }
}

impl Batches for Numbat {
    type Identity = Identity;
    type Event = Message;

    fn max_events(&self) -> usize {
        self.limits.max_events(&BATCH)
    }

    #[cfg(feature = "uniffi")]
    fn complete(message: &mut Message, new_id: NewId<'_>) {
        let Message::Event(event) = message;
        event.complete(new_id);
    }

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
        let mut out = Vec::with_capacity(256 * (1 + messages.len()));
        let before = report.set_at("/identity".to_owned());
        let device = identity.and_then(|identity| begin(report, identity.device_id.as_deref(), &mut out));
        report.set_at(before);
        let lane = out.len();
        let mut first_time = None;
        let mut ids = Vec::with_capacity(messages.len());
        let mut seen = BTreeSet::new();
        for (position, message) in messages.enumerate() {
            let Some(Message::Event(event)) = message else { continue };
            if position > 0 {
                out.extend_from_slice(BATCH.separator);
            }
            let before = report.set_at(format!("/messages/{position}"));
            let own = event.device_id().and_then(|own| device_id(report, own));
            if let (Some(device), Some(own)) = (&device, own)
                && device.as_bytes() != own.as_bytes()
            {
                report.issue("device_id", Code::IdentityMismatch, "is not the one of the request");
            }
            let (id, time) = write(report, event, now, &mut out);
            if position == 0 {
                first_time = time;
            }
            if id.as_ref().is_some_and(|id| !seen.insert(id.clone())) {
                report.issue("id", Code::DuplicateId, "is the id of an earlier event, too; Numbat would drop one of them");
            }
            ids.extend(id);
            report.set_at(before);
        }
        self.finish(report, RequestKind::of_several(&Numbat::SPEC, &BATCH), facts_of(lane, first_time), ids, out)
    }
}

/// Appends everything up to the first event.
fn begin(report: &mut Report, given: Option<&str>, out: &mut Vec<u8>) -> Option<Normal> {
    let device = text::required(report, "device_id", Kind::Free, given).and_then(|given| device_id(report, given));
    let mut object = Object::begin(out);
    if let Some(device) = &device {
        object.text("device_id", &String::from_utf8_lossy(device.as_bytes()));
    }
    object.key("events").push(b'[');
    device
}

fn device_id(report: &mut Report, given: &str) -> Option<Normal> {
    const SHAPE: Shape = Shape::UuidLower;
    let device = SHAPE.normalise(given);
    match &device {
        None => report.issue("device_id", Code::InvalidDeviceId, SHAPE.describe()),
        Some(device) if device.is_zero() => report.issue("device_id", Code::ZeroDeviceId, "all zeros mean that tracking is not allowed"),
        Some(_) => {}
    }
    device
}

/// Appends one event, its time first; returns its id and its time.
fn write(report: &mut Report, event: &impl NumbatEventFields, now: Timestamp, out: &mut Vec<u8>) -> (Option<String>, Option<Timestamp>) {
    let mut object = Object::begin(out);
    let time = rules::required_time(report, "time", event.time());
    if let Some(time) = time {
        if now.unix_millis() - time.unix_millis() > MAX_AGE_MILLIS {
            report.issue("time", Code::TooOld, "is older than seven days, which Numbat refuses");
        }
        integer(object.key("time"), time.unix_millis());
    }
    let id = text::required(report, "id", Kind::Identifier, event.id());
    if let Some(id) = id {
        object.text("id", id);
    }
    if let Some(name) = text::required(report, "name", Kind::Token, event.name()) {
        object.text("name", name);
    }
    object.text("channel", event.channel().unwrap_or_default().as_str());
    if let Some(given) = event.amount() {
        amount(report, "amount", given, |digits| json::string(object.key("amount"), digits));
    }
    if let Some(given) = event.tags() {
        tags(report, given, &mut object);
    }
    if let Some(given) = event.scores() {
        let mut array = Array::begin(object.key("scores"));
        report.each("scores", given, |report, score| {
            amount(report, "", score, |digits| array.item().extend_from_slice(digits.as_bytes()));
        });
        array.end();
    }
    if let Some(items) = event.items() {
        let mut array = Array::begin(object.key("items"));
        report.each("items", items, |report, own| item(report, own, array.item()));
        array.end();
    }
    if let Some(given) = event.user_consent() {
        report.inside("user_consent", |report| consent(report, given, object.key("consent")));
    }
    if let Some(value) = event.free_value() {
        rules::any_json(report, "free_value", value, object.key("value"));
    }
    if let Some(pairs) = event.extra() {
        rules::extra(report, pairs, &mut object, |key| !matches!(key, "device_id" | "extra") && has_field::<Event>(key));
    }
    object.end();
    (id.map(str::to_owned), time)
}

fn amount(report: &mut Report, field: &str, given: NumberRef<'_>, write: impl FnOnce(&str)) {
    rules::float_noise(report, field, given);
    let Some(amount) = rules::decimal(report, field, given) else { return };
    if amount.canonical_digits() > rules::MAX_DIGITS {
        report.issue(field, Code::TooManyDigits, "has more than 28 digits");
    } else {
        let mut digits = Vec::new();
        amount.write(&mut digits);
        write(&String::from_utf8_lossy(&digits));
    }
}

fn tags(report: &mut Report, tags: ListRef<'_, Text>, object: &mut Object<'_>) {
    let mut array = Array::begin(object.key("tags"));
    report.each("tags", tags, |report, tag| {
        if let Some(tag) = text::optional(report, "", Kind::Token, Some(tag)) {
            json::string(array.item(), tag);
        }
    });
    array.end();
}

fn item(report: &mut Report, item: &dyn NumbatItemFields, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    if let Some(id) = text::required(report, "item_id", Kind::Token, item.item_id()) {
        object.text("id", id);
    }
    if let Some(given) = item.unit_price() {
        amount(report, "unit_price", given, |digits| json::string(object.key("price"), digits));
    }
    if let Some(given) = item.tags() {
        tags(report, given, &mut object);
    }
    if let Some(params) = item.free_params() {
        rules::free_values(report, "free_params", params, object.key("params"));
    }
    object.end();
}

fn consent(report: &mut Report, consent: &dyn NumbatConsentFields, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    match consent.is_given() {
        Some(is_given) => object.key("given").extend_from_slice(if is_given { b"true" } else { b"false" }),
        None if !report.has("is_given") => report.issue("is_given", Code::Missing, "is required"),
        None => {}
    }
    if let Some(given) = consent.tcf_data() {
        report.inside("tcf_data", |report| tcf(report, given, object.key("tcf")));
    }
    object.end();
}

fn tcf(report: &mut Report, tcf: &dyn NumbatTcfFields, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    match tcf.policy_version() {
        Some(version) => integer(object.key("version"), version),
        None if !report.has("policy_version") => report.issue("policy_version", Code::Missing, "is required"),
        None => {}
    }
    if let Some(text) = text::optional(report, "tc_string", Kind::Token, tcf.tc_string()) {
        object.text("text", text);
    }
    object.text("channel", tcf.asked_in().unwrap_or_default().as_str());
    if let Some(time) = tcf.given_at().and_then(|time| rules::time(report, "given_at", time.check())) {
        integer(object.key("time"), time.unix_millis());
    }
    object.end();
}

/// A lane is a device. Its requests are no older than their first event.
fn facts_of(lane: usize, time: Option<Timestamp>) -> Facts {
    Facts::new(lane, 0, time.map(EventTime::Sent))
}

/// Finds the facts in the body of a request: its lane is everything before the first event, which begins with its time.
pub(super) fn facts(body: &[u8]) -> Facts {
    const EVENTS: &[u8] = br#""events":["#;
    const TIME: &[u8] = br#"{"time":"#;
    let lane = memmem::find(body, EVENTS).map_or(body.len(), |start| start + EVENTS.len());
    let time = body.get(lane..).and_then(|events| events.strip_prefix(TIME)).and_then(|rest| {
        let digits = rest.split(|byte| *byte == b',').next()?;
        Timestamp::from_unix_millis(std::str::from_utf8(digits).ok()?.parse().ok()?)
    });
    facts_of(lane, time)
}
