//! From several events in the JSON form to one request.

use serde_json::value::RawValue;

use crate::issue::{Code, Found, Issue, Issues};
use crate::provider::client::{BatchKinds, Batches, Kind, NewId, WithBatches, WithEvent};
use crate::request::Request;
use crate::value::{Json, Timestamp};

use super::kinds;
use super::read::raw;
use super::read::source::Object;
use super::read::spelling::Spelling;
use super::read::typed::{self, Members};

/// An identity and events, as texts.
pub(super) struct Texts<'a, 'n> {
    pub(super) identity: &'a str,
    pub(super) messages: &'a str,
    pub(super) now: Timestamp,
    pub(super) new_id: NewId<'n>,
}

impl WithBatches for Texts<'_, '_> {
    type Output = Result<Request, Issues>;

    fn with<B: BatchKinds>(self, client: &B) -> Self::Output {
        let mut found = Found::default();
        let identity = raw::raw(self.identity, "/identity", &mut found);
        let messages: Vec<&RawValue> = raw::raw(self.messages, "/messages", &mut found)
            .and_then(|raw| {
                let items = serde_json::from_str(raw.get());
                if items.is_err() {
                    found.push(Issue::new("/messages", Code::WrongType, "must be an array"));
                }
                items.ok()
            })
            .unwrap_or_default();
        build(client, identity, &messages, self.now, self.new_id, found)
    }
}

/// An identity and events, as any objects.
pub(super) struct Objects<'a, 'n, I, M> {
    pub(super) identity: I,
    pub(super) messages: &'a [M],
    pub(super) now: Timestamp,
    pub(super) new_id: NewId<'n>,
}

impl<'s, I: Object<'s>, M: Object<'s>> WithBatches for Objects<'_, '_, I, M> {
    type Output = Result<Request, Issues>;

    fn with<B: BatchKinds>(self, client: &B) -> Self::Output {
        build(client, Some(self.identity), self.messages, self.now, self.new_id, Found::default())
    }
}

/// The answer to several events at a provider that takes one in a request.
pub(super) fn one_event() -> Issues {
    Issue::new("", Code::UnknownKind, "this provider takes one event in a request").into()
}

/// Builds one request of several events, given what is found already.
fn build<'s, B: BatchKinds>(
    client: &B,
    identity: Option<impl Object<'s>>,
    messages: &[impl Object<'s>],
    now: Timestamp,
    mut new_id: NewId<'_>,
    found: Found,
) -> Result<Request, Issues> {
    let is_camel_case = identity.is_some_and(Object::is_camel_case);
    let spellings = is_camel_case.then(|| Spelling::camel_case("", [])).into_iter().collect();
    let mut reading = Reading { found, spellings };
    let identity = identity.and_then(|identity| reading.identity::<B>(identity));
    // Too many are not read: that would take long, and they are refused for their number.
    let is_too_many = messages.len() > client.max_events();
    let messages: Vec<Option<B::Event>> = messages
        .iter()
        .enumerate()
        .map(|(position, message)| {
            let lent = new_id.as_mut().map(|new_id| &mut **new_id as &mut dyn FnMut() -> String);
            if is_too_many { None } else { reading.event::<B>(*message, &format!("/messages/{position}"), lent) }
        })
        .collect();
    match client.build_many(identity.as_ref(), messages.iter().map(Option::as_ref), now, reading.found) {
        Ok(mut request) => {
            reading.spellings.iter().for_each(|spelling| spelling.apply(request.warnings_mut()));
            Ok(request)
        }
        Err(issues) => Err(reading.spellings.iter().fold(issues, |issues, spelling| spelling.applied(issues))),
    }
}

/// What reading the parts has found.
struct Reading {
    found: Found,
    spellings: Vec<Spelling>,
}

impl Reading {
    fn identity<'s, B: Batches>(&mut self, identity: impl Object<'s>) -> Option<B::Identity> {
        let members = self.object(identity, "/identity")?;
        typed::declared(members, "/identity", self.spellings.last_mut()?, &mut self.found)
    }

    /// One event; `None` if nothing can be said of its fields.
    fn event<'s, B: BatchKinds>(&mut self, event: impl Object<'s>, at: &str, new_id: NewId<'_>) -> Option<B::Event> {
        let mut members = self.object(event, at)?;
        // It may name its provider, as an event of its own does.
        if let Some(provider) = self.take_text(&mut members, "provider", at)
            && provider != B::SPEC.name
        {
            let message = format!("must be `{}`, the provider of the request", B::SPEC.name);
            self.found.push(Issue::new(format!("{at}/provider"), Code::UnknownProvider, message));
        }
        let at_kind = format!("{at}/kind");
        let Some(kind) = self.take_text(&mut members, "kind", at) else {
            if !self.found.has(&at_kind) {
                self.found.push(Issue::new(at_kind, Code::Missing, "is required"));
            }
            return None;
        };
        if !kinds::has_kind(&B::SPEC, &kind, &at_kind, &mut self.found) {
            return None;
        }
        B::with_event(&kind, Part { members, at, new_id, spelling: self.spellings.last_mut()?, found: &mut self.found })?
    }

    fn object<'s>(&mut self, object: impl Object<'s>, at: &str) -> Option<Members> {
        let (members, spelling) = typed::object(object, at, &mut self.found)?;
        self.spellings.push(spelling);
        Some(members)
    }

    /// Takes a text out of the members; null is absent.
    fn take_text(&mut self, members: &mut Members, key: &str, at: &str) -> Option<String> {
        let position = members.iter().position(|(own, _)| own == key)?;
        match members.remove(position).1 {
            Json::String(text) => Some(text.into()),
            Json::Null => None,
            _ => {
                self.found.push(Issue::new(format!("{at}/{key}"), Code::WrongType, "must be a text"));
                None
            }
        }
    }
}

struct Part<'a, 'n> {
    members: Members,
    at: &'a str,
    new_id: NewId<'n>,
    spelling: &'a mut Spelling,
    found: &'a mut Found,
}

impl<B: Batches> WithEvent<B> for Part<'_, '_> {
    type Output = Option<B::Event>;

    fn with<T: Kind + Into<B::Event>>(self) -> Option<B::Event> {
        let mut event: T = typed::declared(self.members, self.at, self.spelling, self.found)?;
        event.complete(self.new_id);
        Some(event.into())
    }
}
