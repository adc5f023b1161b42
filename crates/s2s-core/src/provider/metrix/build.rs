//! Messages become a request.

use std::collections::BTreeSet;

use memchr::memmem;

use crate::encode::integer;
use crate::encode::json::{self, Object};
use crate::issue::{Code, Found, Issues, Report};
#[cfg(feature = "uniffi")]
use crate::provider::client::Kind as _;
use crate::provider::client::{self, Batches, NewId, Provider as _};
use crate::provider::facts::Facts;
use crate::provider::record::has_field;
use crate::provider::spec::RequestKind;
use crate::provider::{rules, snake_case};
use crate::request::{Method, Request};
use crate::value::text::{self, Kind};
use crate::value::{Json, Pairs, TimeRef, Timestamp};

use super::event::{
    MetrixActionFields, MetrixActionRead, MetrixBusinessEventFields, MetrixBusinessEventRead, MetrixRevenueFields, MetrixRevenueRead,
    MetrixUserFields, MetrixUserRead,
};
use super::{Action, BATCH, BusinessEvent, Identity, Message, Metrix, Revenue, TimeFormat, User};

/// Source: <https://docs.metrix.ir/en/technical/api/tracking-users>
const GENDERS: &[&str] = &["Male", "Female", "Other"];

/// Source: the older API at <https://metrix.ir/en/docs/faq/s2s-integration/> and Metrix's SDKs.
const CURRENCIES: &[&str] = &["IRR", "USD", "EUR"];

impl Metrix {
    /// Builds the request of one profile update.
    ///
    /// # Errors
    /// All issues of the message.
    pub fn user(&self, user: &User, now: Timestamp) -> Result<Request, Issues> {
        self.build(RequestKind::of::<User>(), user, now, Found::default())
    }

    /// Builds the request of one action.
    ///
    /// # Errors
    /// All issues of the message.
    pub fn action(&self, action: &Action, now: Timestamp) -> Result<Request, Issues> {
        self.build(RequestKind::of::<Action>(), action, now, Found::default())
    }

    /// Builds the request of one revenue.
    ///
    /// # Errors
    /// All issues of the message.
    pub fn revenue(&self, revenue: &Revenue, now: Timestamp) -> Result<Request, Issues> {
        self.build(RequestKind::of::<Revenue>(), revenue, now, Found::default())
    }

    /// Builds the request of one business event.
    ///
    /// # Errors
    /// All issues of the message.
    pub fn business_event(&self, event: &BusinessEvent, now: Timestamp) -> Result<Request, Issues> {
        self.build(RequestKind::of::<BusinessEvent>(), event, now, Found::default())
    }

    /// Builds one request of several messages of one user. Paths of issues begin with `/identity` or `/messages/N`.
    ///
    /// # Errors
    /// All issues of all messages; also [`Code::TooManyMessages`] and [`Code::TooLarge`] beyond the configured limits.
    pub fn messages(&self, identity: &Identity, messages: &[Message], now: Timestamp) -> Result<Request, Issues> {
        self.build_many(Some(identity), messages.iter().map(Some), now, Found::default())
    }

    fn build(&self, kind: RequestKind, message: &impl Body, _now: Timestamp, found: Found) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        self.base.warn(report);
        let common = message.common();
        let mut out = Vec::with_capacity(1024);
        begin(report, common.custom_user_id, common.metrix_user_id, &mut out);
        let lane = out.len();
        let mut times = Vec::new();
        let id = self.message(report, message, &mut times, &mut out);
        self.finish(report, kind, lane, id.into_iter().collect(), out)
    }

    /// Appends one message; returns its id.
    fn message(
        &self,
        report: &mut Report,
        message: &(impl Body + ?Sized),
        times: &mut Vec<Option<i64>>,
        out: &mut Vec<u8>,
    ) -> Option<String> {
        let common = message.common();
        let mut object = Object::begin(out);
        object.text("type", message.wire_type());
        let id = text::required(report, "id", Kind::Identifier, common.id);
        if let Some(id) = id {
            object.text("id", id);
        }
        let time = rules::required_time(report, "time", common.time);
        if let Some(time) = time {
            self.time(object.key("time"), time);
        }
        times.push(time.map(|time| match self.time_format {
            TimeFormat::SecondsString => time.unix_seconds(),
            TimeFormat::MillisNumber => time.unix_millis(),
        }));
        message.write(report, &mut object);
        if let Some(pairs) = common.extra {
            rules::extra(report, pairs, &mut object, |key| message.is_own(key));
        }
        object.end();
        id.map(str::to_owned)
    }

    fn time(&self, out: &mut Vec<u8>, time: Timestamp) {
        match self.time_format {
            TimeFormat::SecondsString => json::string(out, &time.unix_seconds().to_string()),
            TimeFormat::MillisNumber => integer(out, time.unix_millis()),
        }
    }

    /// Ends the envelope. Its first message begins at `lane`.
    fn finish(&self, report: &mut Report, kind: RequestKind, lane: usize, ids: Vec<String>, mut out: Vec<u8>) -> Result<Request, Issues> {
        out.extend_from_slice(BATCH.end);
        if out.len() > self.limits.max_bytes(&BATCH) {
            report.issue("", Code::TooLarge, "the request is larger than `max_bytes`");
        }
        let warnings = report.finish()?;
        Ok(Request::new(kind, Method::Post, self.url.clone(), facts_of(lane))
            .with_headers(self.headers.clone())
            .with_body(out)
            .with_message_ids(ids)
            .with_limits(self.limits)
            .with_warnings(warnings))
    }
}

impl Batches for Metrix {
    type Identity = Identity;
    type Event = Message;

    fn max_events(&self) -> usize {
        self.limits.max_events(&BATCH)
    }

    #[cfg(feature = "uniffi")]
    fn complete(message: &mut Message, new_id: NewId<'_>) {
        match message {
            Message::User(message) => message.complete(new_id),
            Message::Action(message) => message.complete(new_id),
            Message::Revenue(message) => message.complete(new_id),
            Message::BusinessEvent(message) => message.complete(new_id),
        }
    }

    fn build_many<'m>(
        &self,
        identity: Option<&Identity>,
        messages: impl ExactSizeIterator<Item = Option<&'m Message>>,
        _now: Timestamp,
        found: Found,
    ) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        if messages.len() > self.max_events() {
            report.issue("messages", Code::TooManyMessages, "holds more messages than `max_events`");
            return Err(std::mem::take(report).into_issues());
        }
        if messages.len() == 0 && !report.has("messages") {
            report.issue("messages", Code::Missing, "holds no message");
        }
        self.base.warn(report);
        let mut out = Vec::with_capacity(256 + 512 * messages.len());
        let before = report.set_at("/identity".to_owned());
        let user_ids = identity.map(|identity| {
            begin(report, identity.custom_user_id.as_deref(), identity.metrix_user_id.as_deref(), &mut out);
            // What has an issue is compared with nothing.
            [("custom_user_id", &identity.custom_user_id), ("metrix_user_id", &identity.metrix_user_id)]
                .map(|(field, id)| (field, id.as_deref(), report.has(field)))
        });
        report.set_at(before);
        let lane = out.len();
        let mut ids = Vec::with_capacity(messages.len());
        let mut times = Vec::with_capacity(messages.len());
        for (position, message) in messages.enumerate() {
            let Some(message) = message else {
                ids.push(None);
                times.push(None);
                continue;
            };
            if position > 0 {
                out.extend_from_slice(BATCH.separator);
            }
            let message = message.body();
            let before = report.set_at(format!("/messages/{position}"));
            let common = message.common();
            for (field, whole, has_issue) in user_ids.into_iter().flatten() {
                let own = if field == "custom_user_id" { common.custom_user_id } else { common.metrix_user_id };
                let own = text::optional(report, field, Kind::Identifier, own);
                if own.is_some() && own != whole && !has_issue {
                    report.issue(field, Code::IdentityMismatch, "is not the one of the request");
                }
            }
            ids.push(self.message(report, message, &mut times, &mut out));
            report.set_at(before);
        }
        for position in repeated(&ids) {
            let before = report.set_at(format!("/messages/{position}"));
            report.issue("id", Code::DuplicateId, "is the id of an earlier message, too; Metrix would drop one of them");
            report.set_at(before);
        }
        // "If you send an event with a consistent `metrixUserId` and the same `time`, the Metrix system will automatically detect it as a
        // duplicate and drop it." Source: <https://docs.metrix.ir/en/technical/api/troubleshooting>
        if identity.is_some_and(|identity| identity.metrix_user_id.is_some()) {
            for position in repeated(&times) {
                let before = report.set_at(format!("/messages/{position}"));
                report.warning(
                    "time",
                    Code::SameTimeMayBeDropped,
                    "an earlier message has the same time on the wire; Metrix may drop one of them",
                );
                report.set_at(before);
            }
        }
        self.finish(report, RequestKind::of_several(&Metrix::SPEC, &BATCH), lane, ids.into_iter().flatten().collect(), out)
    }
}

/// Appends the envelope up to the first message.
fn begin(report: &mut Report, custom_user_id: Option<&str>, metrix_user_id: Option<&str>, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    let mut is_any_given = false;
    for (field, key, value) in [("custom_user_id", "customUserId", custom_user_id), ("metrix_user_id", "metrixUserId", metrix_user_id)] {
        is_any_given |= rules::is_given(report, field, value);
        if let Some(value) = text::optional(report, field, Kind::Identifier, value) {
            object.text(key, value);
        }
    }
    if !is_any_given {
        report.issue("", Code::MissingOneOf, "`custom_user_id` or `metrix_user_id` is required");
    }
    object.key("messages").push(b'[');
}

/// A lane is a user of an app. Metrix drops a message whose `id` it has, so repeating one is safe.
/// Source: <https://docs.metrix.ir/en/technical/api/troubleshooting>
///
/// That messages have to come in order is not documented; those of one user keep the one in which they were submitted.
fn facts_of(lane: usize) -> Facts {
    Facts::new(lane, 0, None)
}

/// Finds the facts in the body of a request: its lane is everything before the first message.
pub(super) fn facts(body: &[u8]) -> Facts {
    const MESSAGES: &[u8] = br#""messages":["#;
    // A user's id cannot hold this: its quotes would be escaped.
    facts_of(memmem::find(body, MESSAGES).map_or(body.len(), |start| start + MESSAGES.len()))
}

/// The positions of what stood earlier already.
fn repeated<T: Ord>(items: &[Option<T>]) -> Vec<usize> {
    let mut seen = BTreeSet::new();
    items
        .iter()
        .enumerate()
        .filter_map(|(position, item)| item.as_ref().is_some_and(|item| !seen.insert(item)).then_some(position))
        .collect()
}

/// What all messages have.
pub(crate) struct Common<'a> {
    custom_user_id: Option<&'a str>,
    metrix_user_id: Option<&'a str>,
    id: Option<&'a str>,
    time: Option<TimeRef<'a>>,
    extra: Option<&'a Pairs<Json>>,
}

/// A kind of message.
pub(crate) trait Body {
    /// On the wire.
    fn wire_type(&self) -> &'static str;
    fn common(&self) -> Common<'_>;
    /// Whether the kind has a member of that name on the wire.
    fn is_own(&self, key: &str) -> bool;
    /// Appends the members of this kind alone.
    fn write(&self, report: &mut Report, object: &mut Object<'_>);
}

macro_rules! body {
    ($message:ident $read:ident $kind:literal $noun:literal $wire_type:literal $write:ident) => {
        impl client::Kind for $message {
            const NAME: &'static str = $kind;
            const NOUN: &'static str = $noun;
            const HAS_IDS: bool = true;
            type Client = Metrix;
            type Read<'t> = $read<'t>;

            fn complete(&mut self, new_id: NewId<'_>) {
                if let (None, Some(new_id)) = (&self.id, new_id) {
                    self.id = Some(new_id().into());
                }
            }

            fn complete_read(event: &mut $read<'_>, new_id: NewId<'_>) {
                if let (None, Some(new_id)) = (&event.id, new_id) {
                    event.id = Some(new_id().into());
                }
            }

            fn build(&self, client: &Metrix, now: Timestamp, found: Found) -> Result<Request, Issues> {
                client.build(RequestKind::of::<Self>(), self, now, found)
            }

            fn build_read(event: &$read<'_>, client: &Metrix, now: Timestamp, found: Found) -> Result<Request, Issues> {
                client.build(RequestKind::of::<Self>(), event, now, found)
            }
        }

        impl From<$message> for Message {
            fn from(message: $message) -> Self {
                Self::$message(message)
            }
        }

        body!(@ $message, $message $wire_type $write);
        body!(@ $read<'_>, $message $wire_type $write);
    };
    (@ $held:ty, $message:ident $wire_type:literal $write:ident) => {
        impl Body for $held {
            fn wire_type(&self) -> &'static str {
                $wire_type
            }

            fn common(&self) -> Common<'_> {
                Common {
                    custom_user_id: self.custom_user_id(),
                    metrix_user_id: self.metrix_user_id(),
                    id: self.id(),
                    time: self.time(),
                    extra: self.extra(),
                }
            }

            fn is_own(&self, key: &str) -> bool {
                let field = snake_case(key);
                let is_of_envelope = matches!(&*field, "custom_user_id" | "metrix_user_id" | "extra");
                key == "type" || (!is_of_envelope && !key.contains('_') && has_field::<$message>(&field))
            }

            fn write(&self, report: &mut Report, object: &mut Object<'_>) {
                $write(self, report, object);
            }
        }
    };
}

body!(User MetrixUserRead "user" "a profile update" "user" user);
body!(Action MetrixActionRead "action" "an action" "action" action);
body!(Revenue MetrixRevenueRead "revenue" "revenue" "revenue" revenue);
body!(BusinessEvent MetrixBusinessEventRead "business_event" "a business event" "businessEvent" business_event);

impl Message {
    fn body(&self) -> &dyn Body {
        match self {
            Self::User(message) => message,
            Self::Action(message) => message,
            Self::Revenue(message) => message,
            Self::BusinessEvent(message) => message,
        }
    }
}

fn action(action: &impl MetrixActionFields, report: &mut Report, object: &mut Object<'_>) {
    name(report, object, action.name(), action.custom_name());
    attributes(report, object, "attributes", "attributes", action.attributes());
}

fn revenue(revenue: &impl MetrixRevenueFields, report: &mut Report, object: &mut Object<'_>) {
    name(report, object, revenue.name(), revenue.custom_name());
    money(revenue, report, object);
    attributes(report, object, "attributes", "attributes", revenue.attributes());
}

fn business_event(event: &impl MetrixBusinessEventFields, report: &mut Report, object: &mut Object<'_>) {
    name(report, object, event.name(), event.custom_name());
    attributes(report, object, "attributes", "attributes", event.attributes());
}

fn user(user: &impl MetrixUserFields, report: &mut Report, object: &mut Object<'_>) {
    for (field, key, kind, value) in [
        ("first_name", "firstName", Kind::Free, user.first_name()),
        ("last_name", "lastName", Kind::Free, user.last_name()),
        ("phone_number", "phoneNumber", Kind::Identifier, user.phone_number()),
        ("hashed_phone_number", "hashedPhoneNumber", Kind::Identifier, user.hashed_phone_number()),
        ("email", "email", Kind::Identifier, user.email()),
        ("hashed_email", "hashedEmail", Kind::Identifier, user.hashed_email()),
        ("country", "country", Kind::Free, user.country()),
        ("city", "city", Kind::Free, user.city()),
        ("region", "region", Kind::Free, user.region()),
        ("locality", "locality", Kind::Free, user.locality()),
    ] {
        if let Some(value) = text::optional(report, field, kind, value) {
            object.text(key, value);
        }
    }
    if let Some(gender) = rules::choice(report, "gender", user.gender(), GENDERS) {
        object.text("gender", gender);
    }
    if let Some(birthday) = user.birthday().and_then(|birthday| rules::time(report, "birthday", birthday.check_birthday())) {
        integer(object.key("birthday"), birthday.unix_millis());
    }
    attributes(report, object, "custom_attributes", "customAttributes", user.custom_attributes());
}

/// Exactly one of the dashboard's slug and an own name.
fn name(report: &mut Report, object: &mut Object<'_>, name: Option<&str>, custom_name: Option<&str>) {
    if !rules::is_given(report, "name", name) && !rules::is_given(report, "custom_name", custom_name) {
        report.issue("", Code::MissingOneOf, "`name` or `custom_name` is required");
    }
    if let Some(name) = text::optional(report, "name", Kind::Token, name) {
        object.text("name", name);
    }
    if let Some(name) = text::optional(report, "custom_name", Kind::Identifier, custom_name) {
        object.text("customName", name);
    }
    rules::exclusive(report, ("name", name.is_some()), ("custom_name", custom_name.is_some()));
}

fn money(event: &impl MetrixRevenueFields, report: &mut Report, object: &mut Object<'_>) {
    for (field, is_given) in [("revenue", event.revenue().is_some()), ("currency", event.currency().is_some())] {
        if !is_given && !report.has(field) {
            report.issue(field, Code::Missing, "is required");
        }
    }
    event.revenue().into_iter().for_each(|given| rules::float_noise(report, "revenue", given));
    match event.revenue().map(rules::double) {
        Some(Ok(revenue)) => json::double(object.key("revenue"), revenue),
        Some(Err((code, message))) => report.issue("revenue", code, message),
        None => {}
    }
    if let Some(currency) = rules::choice(report, "currency", event.currency(), CURRENCIES) {
        object.text("currency", currency);
    }
    if let Some(order_id) = text::optional(report, "order_id", Kind::Identifier, event.order_id()) {
        object.text("orderId", order_id);
    }
}

fn attributes(report: &mut Report, object: &mut Object<'_>, field: &str, key: &str, pairs: Option<&Pairs<Json>>) {
    if let Some(pairs) = pairs {
        rules::free_values(report, field, pairs, object.key(key));
    }
}
