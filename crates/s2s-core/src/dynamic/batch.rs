//! From several messages in the JSON form to one request.

use crate::Metrix;
use crate::issue::{Code, Found, Issue, Issues};
use crate::provider::metrix::{Identity, Message, WithMessage, with_message};
use crate::provider::spec::{Kind, Provider};
use crate::request::Request;
use crate::value::Json;
use serde_json::value::RawValue;

use super::NewId;
use super::kinds;
use super::source::Object;
use super::spelling::Spelling;
use super::typed::{self, Members};

/// Builds one Metrix request of several messages from their texts.
pub(super) fn build_text(metrix: &Metrix, identity: &str, messages: &str, new_id: NewId<'_>) -> Result<Request, Issues> {
    let mut found = Found::default();
    let identity = typed::raw(identity, "/identity", &mut found);
    let messages: Vec<&RawValue> = typed::raw(messages, "/messages", &mut found)
        .and_then(|raw| {
            let items = serde_json::from_str(raw.get());
            if items.is_err() {
                found.push(Issue::new("/messages", Code::WrongType, "must be an array"));
            }
            items.ok()
        })
        .unwrap_or_default();
    build(metrix, identity, &messages, new_id, found)
}

/// Builds one Metrix request of several messages, given what is found already.
pub(super) fn build<'s>(
    metrix: &Metrix,
    identity: Option<impl Object<'s>>,
    messages: &[impl Object<'s>],
    mut new_id: NewId<'_>,
    found: Found,
) -> Result<Request, Issues> {
    let is_camel_case = identity.is_some_and(Object::is_camel_case);
    let mut reading = Reading { found, spellings: is_camel_case.then(Spelling::camel_case).into_iter().collect() };
    let identity = identity.and_then(|identity| reading.identity(identity));
    // Too many are not read: that would take long, and they are refused for their number.
    let is_too_many = messages.len() > metrix.max_messages();
    let messages: Vec<Option<Message>> = messages
        .iter()
        .enumerate()
        .map(|(position, message)| {
            let lent = new_id.as_mut().map(|new_id| &mut **new_id as &mut dyn FnMut() -> String);
            if is_too_many { None } else { reading.message(*message, &format!("/messages/{position}"), lent) }
        })
        .collect();
    match metrix.build_many(identity.as_ref(), messages.iter().map(Option::as_ref), reading.found) {
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
    fn identity<'s>(&mut self, identity: impl Object<'s>) -> Option<Identity> {
        let members = self.object(identity, "/identity")?;
        typed::typed(members, "/identity", &mut self.found)
    }

    /// One message; `None` if nothing can be said of its fields.
    fn message<'s>(&mut self, message: impl Object<'s>, at: &str, new_id: NewId<'_>) -> Option<Message> {
        let mut members = self.object(message, at)?;
        // A message may name its provider, as an event of its own does.
        if let Some(provider) = self.take_text(&mut members, "provider", at)
            && provider != Metrix::SPEC.name
        {
            self.found.push(Issue::new(format!("{at}/provider"), Code::UnknownProvider, "must be `metrix` in a request to Metrix"));
        }
        let at_kind = format!("{at}/kind");
        let Some(kind) = self.take_text(&mut members, "kind", at) else {
            if !self.found.has(&at_kind) {
                self.found.push(Issue::new(at_kind, Code::Missing, "is required"));
            }
            return None;
        };
        let provider = kinds::provider(Metrix::SPEC.name, at, &mut self.found)?;
        if !kinds::has_kind(provider, &kind, &at_kind, &mut self.found) {
            return None;
        }
        with_message(&kind, Part { members, at, new_id, found: &mut self.found })?
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
    found: &'a mut Found,
}

impl WithMessage for Part<'_, '_> {
    type Output = Option<Message>;

    fn with<T: Kind + Into<Message>>(self) -> Option<Message> {
        let mut message: T = typed::typed(self.members, self.at, self.found)?;
        message.complete(self.new_id);
        Some(message.into())
    }
}
