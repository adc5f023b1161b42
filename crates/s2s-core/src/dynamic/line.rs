//! From one event in the JSON form to its request.
//!
//! Nearly all events are right, so reading first goes straight from the text into the struct of the kind. Only where something is wrong
//! does a second, slower reading find everything that is.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::{CowStrDeserializer, MapAccessDeserializer};
use serde::de::{DeserializeSeed, Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::Metrix;
use crate::issue::{Code, Issue, Issues};
use crate::provider::metrix::{self, Message};
use crate::provider::snake_case;
use crate::request::Request;
use crate::value::{Json, Text, Timestamp};

use super::kinds::{self, Kind, PROVIDERS, WithKind, with_kind};
use super::typed::{self, MAX_TEXT, Members};
use super::{Destination, NewId};

/// A destination, and its name where it has one.
pub(super) type Found<'d> = (&'d Destination, Option<&'d str>);

/// Builds the request of the event in `text`, whose destination `look_up` finds by provider and name.
pub(super) fn build<'d>(
    text: &[u8],
    now: Timestamp,
    mut new_id: NewId<'_>,
    look_up: impl Fn(&str, Option<&str>) -> Option<Found<'d>>,
) -> Result<(Request, Found<'d>), Issues> {
    let Ok(text) = std::str::from_utf8(text) else {
        return Err(Issue::new("", Code::InvalidUnicode, "is not UTF-8").into());
    };
    if text.len() <= MAX_TEXT {
        // An option of a mutable reference is lent out once for each reading.
        let lent = new_id.as_mut().map(|new_id| &mut **new_id as &mut dyn FnMut() -> String);
        if let Some(built) = straight(text, now, lent, &look_up) {
            return Ok(built);
        }
    }
    thorough(text, now, new_id, look_up)
}

/// The keys of an event that belong to no kind.
const ENVELOPE: [&str; 3] = ["provider", "kind", "destination"];

#[derive(Default)]
struct Envelope<'t> {
    provider: Option<Cow<'t, str>>,
    kind: Option<Cow<'t, str>>,
    destination: Option<Cow<'t, str>>,
}

impl<'t> Envelope<'t> {
    fn slot(&mut self, key: &str) -> Option<&mut Option<Cow<'t, str>>> {
        match key {
            "provider" => Some(&mut self.provider),
            "kind" => Some(&mut self.kind),
            "destination" => Some(&mut self.destination),
            _ => None,
        }
    }
}

/// The request, if nothing is wrong at all.
fn straight<'d>(
    text: &str,
    now: Timestamp,
    new_id: NewId<'_>,
    look_up: &impl Fn(&str, Option<&str>) -> Option<Found<'d>>,
) -> Option<(Request, Found<'d>)> {
    // Provider and kind come first in nearly every event; where they do not, they are looked for beforehand.
    let (provider, kind) = leading(text).or_else(|| {
        let Peek { provider, kind } = serde_json::from_str(text).ok()?;
        Some((provider, kind))
    })?;
    with_kind(&provider, &kind, Straight { text, now, new_id, provider: &provider, look_up })?
}

/// `provider` and `kind`, if they are the first two members.
fn leading(text: &str) -> Option<(Cow<'_, str>, Cow<'_, str>)> {
    fn member<'t>(text: &'t str, key: &str) -> Option<(&'t str, &'t str)> {
        let rest = text.trim_ascii_start().strip_prefix('"')?.strip_prefix(key)?.strip_prefix('"')?;
        let rest = rest.trim_ascii_start().strip_prefix(':')?.trim_ascii_start().strip_prefix('"')?;
        let (value, rest) = rest.split_once('"')?;
        (!value.contains('\\')).then_some((value, rest))
    }
    let (provider, rest) = member(text.trim_ascii_start().strip_prefix('{')?, "provider")?;
    let (kind, _) = member(rest.trim_ascii_start().strip_prefix(',')?, "kind")?;
    Some((Cow::Borrowed(provider), Cow::Borrowed(kind)))
}

#[derive(Deserialize)]
struct Peek<'t> {
    #[serde(borrow)]
    provider: Cow<'t, str>,
    #[serde(borrow)]
    kind: Cow<'t, str>,
}

struct Straight<'a, 'n, L> {
    text: &'a str,
    now: Timestamp,
    new_id: NewId<'n>,
    provider: &'a str,
    look_up: &'a L,
}

impl<'d, L: Fn(&str, Option<&str>) -> Option<Found<'d>>> WithKind for Straight<'_, '_, L> {
    type Output = Option<(Request, Found<'d>)>;

    fn with<T: Kind>(self) -> Self::Output {
        let Line { mut event, envelope, is_respelled } = serde_json::from_str::<Line<'_, T>>(self.text).ok()?;
        let found = (self.look_up)(self.provider, envelope.destination.as_deref())?;
        let request = event.build(found.0, self.now, self.new_id, Vec::new()).ok()?;
        // Warnings speak of the caller's spelling, which only the thorough reading keeps.
        (!is_respelled || request.warnings().is_empty()).then_some((request, found))
    }
}

/// An event without the keys of its envelope.
struct Line<'t, T> {
    /// In place: an event is large to move.
    event: Box<T>,
    envelope: Envelope<'t>,
    /// Whether a key was not in snake_case.
    is_respelled: bool,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Line<'de, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(LineVisitor(PhantomData))
    }
}

struct LineVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for LineVisitor<T> {
    type Value = Line<'de, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        let mut envelope = Envelope::default();
        let mut is_respelled = false;
        let fields = Fields { map, envelope: &mut envelope, is_respelled: &mut is_respelled };
        let event = Box::new(T::deserialize(MapAccessDeserializer::new(fields))?);
        Ok(Line { event, envelope, is_respelled })
    }
}

/// The members of an event that are fields of its kind.
struct Fields<'a, 't, A> {
    map: A,
    envelope: &'a mut Envelope<'t>,
    is_respelled: &'a mut bool,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Fields<'_, 'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        while let Some(Key(key)) = self.map.next_key()? {
            if let Some(slot) = self.envelope.slot(&key) {
                if slot.is_some() {
                    return Err(A::Error::custom("a key stands twice"));
                }
                *slot = self.map.next_value::<Option<Key<'de>>>()?.map(|Key(value)| value);
                continue;
            }
            let field = match &key {
                Cow::Borrowed(key) => snake_case(key),
                Cow::Owned(key) => Cow::Owned(snake_case(key).into_owned()),
            };
            *self.is_respelled |= matches!(field, Cow::Owned(_)) && field != key;
            return seed.deserialize(CowStrDeserializer::new(field)).map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

/// A text that is borrowed from the input where it has no escapes.
struct Key<'t>(Cow<'t, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;

        impl<'de> Visitor<'de> for KeyVisitor {
            type Value = Key<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Key<'de>, E> {
                Ok(Key(Cow::Owned(text.to_owned())))
            }
        }

        deserializer.deserialize_str(KeyVisitor)
    }
}

/// The request, or everything that is wrong.
fn thorough<'d>(
    text: &str,
    now: Timestamp,
    new_id: NewId<'_>,
    look_up: impl Fn(&str, Option<&str>) -> Option<Found<'d>>,
) -> Result<(Request, Found<'d>), Issues> {
    let mut issues = Vec::new();
    let Some((members, keys)) = typed::members(text, &mut issues) else { return Err(Issues::new(issues)) };
    let (members, envelope) = split(members, &mut issues);
    let respelled = |issues: Vec<Issue>| {
        let mut issues = issues;
        typed::respell(&mut issues, "", keys.iter().map(String::as_str));
        issues
    };
    let Some((provider, kind)) = provider_and_kind(&envelope, &mut issues) else { return Err(Issues::new(respelled(issues))) };
    let found = look_up(provider, envelope.destination.as_deref());
    if found.is_none() {
        let (at, message) = match envelope.destination {
            Some(_) => ("/destination", "no destination of that name is configured for this provider"),
            None => ("/provider", "no destination is configured for this provider"),
        };
        issues.push(Issue::new(at, Code::UnknownDestination, message));
    }
    let built =
        with_kind(provider, kind, Thorough { members, now, new_id, destination: found.map(|(destination, _)| destination), issues });
    match (built, found) {
        (Some(Ok(mut request)), Some(found)) => {
            typed::respell(request.warnings_mut(), "", keys.iter().map(String::as_str));
            Ok((request, found))
        }
        (Some(Err(issues)), _) => Err(Issues::new(respelled(issues.into_vec()))),
        // `provider_and_kind` has answered for unknown ones, and `Thorough` for an absent destination.
        _ => Err(Issue::new("", Code::UnknownKind, "there is no such kind of event").into()),
    }
}

struct Thorough<'a, 'd> {
    members: Members,
    now: Timestamp,
    new_id: NewId<'a>,
    destination: Option<&'d Destination>,
    issues: Vec<Issue>,
}

impl WithKind for Thorough<'_, '_> {
    type Output = Result<Request, Issues>;

    fn with<T: Kind>(mut self) -> Self::Output {
        let event = typed::typed::<T>(self.members, "", &mut self.issues);
        match (event, self.destination) {
            (Some(mut event), Some(destination)) => event.build(destination, self.now, self.new_id, self.issues),
            _ => Err(Issues::new(self.issues)),
        }
    }
}

/// Takes the envelope out of the members.
fn split(members: Members, issues: &mut Vec<Issue>) -> (Members, Envelope<'static>) {
    let mut envelope = Envelope::default();
    let (own, fields): (Members, Members) = members.into_iter().partition(|(key, _)| ENVELOPE.contains(&key.as_str()));
    for (key, value) in own {
        match (envelope.slot(&key), value) {
            (Some(slot), Json::String(text)) => *slot = Some(String::from(text).into()),
            (_, Json::Null) => {}
            _ => issues.push(Issue::new(format!("/{}", &*key), Code::WrongType, "must be a text")),
        }
    }
    (fields, envelope)
}

fn provider_and_kind<'e>(envelope: &'e Envelope<'_>, issues: &mut Vec<Issue>) -> Option<(&'e str, &'e str)> {
    for (key, value) in [("/provider", &envelope.provider), ("/kind", &envelope.kind)] {
        if value.is_none() && !issues.iter().any(|issue| issue.path() == key) {
            issues.push(Issue::new(key, Code::Missing, "is required"));
        }
    }
    let given = envelope.provider.as_deref()?;
    let Some(provider) = PROVIDERS.iter().find(|known| known.name == given) else {
        issues.push(Issue::new("/provider", Code::UnknownProvider, kinds::no_such_provider(given)));
        return None;
    };
    let kind = envelope.kind.as_deref()?;
    if !provider.kinds.contains(&&*snake_case(kind)) {
        issues.push(Issue::new(
            "/kind",
            Code::UnknownKind,
            typed::with_hint("the provider has no such kind of event", kind, provider.kinds),
        ));
        return None;
    }
    Some((given, kind))
}

/// Builds one Metrix request of several messages.
pub(super) fn messages(metrix: &Metrix, identity: &str, messages: &str, mut new_id: NewId<'_>) -> Result<Request, Issues> {
    let mut reading = Reading::default();
    let identity = typed::value(identity, "/identity", &mut reading.issues);
    let identity: metrix::Identity = identity
        .and_then(|json| reading.object(json, "/identity"))
        .and_then(|members| reading.typed(members, "/identity"))
        .unwrap_or_default();
    let messages = match typed::value(messages, "/messages", &mut reading.issues) {
        Some(Json::Array(items)) => items,
        Some(_) => {
            reading.issues.push(Issue::new("/messages", Code::WrongType, "must be an array"));
            Vec::new()
        }
        None => Vec::new(),
    };
    let mut read = Vec::with_capacity(messages.len());
    for (position, json) in messages.into_iter().enumerate() {
        read.push(reading.message(json, &format!("/messages/{position}"), &mut new_id));
    }
    let found = std::mem::take(&mut reading.issues);
    let built = metrix.build_many(&identity, read.iter().map(Option::as_ref), found);
    match built {
        Ok(mut request) => {
            reading.respell(request.warnings_mut());
            Ok(request)
        }
        Err(issues) => {
            let mut issues = issues.into_vec();
            reading.respell(&mut issues);
            Err(Issues::new(issues))
        }
    }
}

/// What reading the parts of a request of several messages has found.
#[derive(Default)]
struct Reading {
    issues: Vec<Issue>,
    /// The keys that were not in snake_case, by the place of their object.
    respelled: Vec<(String, Vec<String>)>,
}

impl Reading {
    fn object(&mut self, json: Json, at: &str) -> Option<Members> {
        let Json::Object(members) = json else {
            self.issues.push(Issue::new(at, Code::WrongType, "must be an object"));
            return None;
        };
        self.respelled.push((at.to_owned(), typed::other_spellings(&members)));
        let fields = typed::fields(&members, at, &mut self.issues);
        Some(fields.into_iter().map(|(value, field)| ((&*field).into(), value.clone())).collect())
    }

    fn typed<T: serde::de::DeserializeOwned>(&mut self, members: Members, at: &str) -> Option<T> {
        typed::typed(members, at, &mut self.issues)
    }

    /// One message; `None` if nothing can be said of its fields.
    fn message(&mut self, json: Json, at: &str, new_id: &mut NewId<'_>) -> Option<Message> {
        let mut members = self.object(json, at)?;
        // A message may name its provider, as an event of its own does; `kind` decides what it is.
        let mut take = |key: &str| {
            let position = members.iter().position(|(own, _)| own == key)?;
            Some(members.remove(position).1)
        };
        let (provider, kind) = (take("provider"), take("kind"));
        if provider.is_some_and(|provider| provider.as_str() != Some(metrix::NAME)) {
            self.issues.push(Issue::new(format!("{at}/provider"), Code::UnknownProvider, "must be `metrix` in a request to Metrix"));
        }
        let kind = match kind {
            Some(Json::String(kind)) => kind,
            None | Some(Json::Null) => {
                self.issues.push(Issue::new(format!("{at}/kind"), Code::Missing, "is required"));
                return None;
            }
            Some(_) => {
                self.issues.push(Issue::new(format!("{at}/kind"), Code::WrongType, "must be a text"));
                return None;
            }
        };
        let mut id = |own: &mut Option<Text>| {
            if let (None, Some(new_id)) = (&own, new_id.as_mut()) {
                *own = Some(new_id().into());
            }
        };
        Some(match &*snake_case(&kind) {
            "user" => {
                let mut user: metrix::User = self.typed(members, at)?;
                id(&mut user.id);
                Message::User(user)
            }
            "action" => {
                let mut action: metrix::Action = self.typed(members, at)?;
                id(&mut action.id);
                Message::Action(action)
            }
            "revenue" => {
                let mut revenue: metrix::Revenue = self.typed(members, at)?;
                id(&mut revenue.id);
                Message::Revenue(revenue)
            }
            "business_event" => {
                let mut event: metrix::BusinessEvent = self.typed(members, at)?;
                id(&mut event.id);
                Message::BusinessEvent(event)
            }
            _ => {
                self.issues.push(Issue::new(format!("{at}/kind"), Code::UnknownKind, "there is no such kind of message"));
                return None;
            }
        })
    }

    fn respell(&self, issues: &mut [Issue]) {
        for (at, keys) in &self.respelled {
            typed::respell(issues, at, keys.iter().map(String::as_str));
        }
    }
}
