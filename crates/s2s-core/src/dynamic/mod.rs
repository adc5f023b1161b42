//! Destinations and events chosen at run time, from JSON: for the program `s2s`, configuration files and other languages.
//!
//! An event is one JSON object with its fields in snake_case (camelCase is taken, too), `provider` and `kind`:
//!
//! ```
//! use s2s_core::Timestamp;
//! use s2s_core::dynamic::{Destinations, from_json};
//!
//! let config = from_json(r#"{"adjust": {"app_token": "4w565xzmb54d"}}"#)?;
//! let destinations = Destinations::from_config(&config)?;
//! let line = r#"{"provider":"adjust","kind":"event","event_token":"f0ob4r","adid":"18546f6171f67e29d1cb983322ad1329"}"#;
//! let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
//! let built = destinations.build(line.as_bytes(), now, None)?;
//! assert_eq!(built.request.url(), "https://s2s.adjust.com/event");
//!
//! let issues = destinations.build(br#"{"provider":"adjust","kind":"event","event_tokn":1}"#, now, None).unwrap_err();
//! let found: Vec<_> = issues.into_iter().map(|issue| (issue.path(), issue.code().as_str())).collect();
//! assert_eq!(found, [("/event_tokn", "unknown_field"), ("/event_token", "missing"), ("", "missing_one_of")]);
//! # Ok::<(), s2s_core::Issues>(())
//! ```

mod batch;
#[cfg(feature = "uniffi")]
mod foreign;
mod jsonl;
mod kinds;
mod line;
mod plain;
mod source;
mod spelling;
mod text;
mod tree;
mod typed;

pub use crate::closed::Closed;
pub use crate::issue::{Found, push_key};
pub use crate::provider::answer::{BodyRule, Form, ResponseRule};
pub use crate::provider::client::NewId;
pub use crate::provider::record::{Choice, Field, Record, Type, documentation};
pub use crate::provider::spec::{Batch, KindSpec, Spec};
pub use crate::provider::{AnyClient as Destination, PROVIDERS};
#[cfg(feature = "uniffi")]
pub use crate::provider::{AnyConfig, AnyEvent, AnyMessages};
pub use jsonl::{Jsonl, write as write_jsonl};
#[cfg(feature = "schema")]
pub use kinds::schema;
pub use kinds::{CLOSED, DELIVERY};
pub use plain::{request_from_json, request_to_json};
pub use source::{Object, Source};
pub use text::JsonText;
pub use typed::MAX_TEXT;

use std::collections::BTreeSet;

use crate::issue::{Code, Issue, Issues};
use crate::outcome::Outcome;
use crate::provider::client::WithBatches;
use crate::provider::record::Declared;
use crate::provider::{Read, find};
use crate::request::Request;
use crate::response::{NoResponse, Response};
use crate::value::{Json, MAX_DEPTH, Text, Timestamp};

/// The members of a configuration, and what reading them has found.
struct Members {
    members: typed::Members,
    found: Found,
}

impl Read for Members {
    fn read<T: Declared + Default>(mut self) -> (T, Found) {
        let config = typed::typed(self.members, "", &mut self.found).unwrap_or_default();
        (config, self.found)
    }
}

/// As [`NewId`], for several threads at once.
pub type NewIdOfAny<'a> = &'a (dyn Fn() -> String + Sync);

impl Destination {
    /// The client of a provider from its configuration: an object of the fields of the provider's `Config`.
    ///
    /// # Errors
    /// All issues of the configuration; [`Code::UnknownProvider`] where there is no such provider.
    pub fn from_config(provider: &str, config: &Json) -> Result<Self, Issues> {
        Self::from_object(Some(provider), config)
    }

    /// As [`Destination::from_config`], from any object. Without `provider`, the object has a member of that name.
    ///
    /// # Errors
    /// All issues of the configuration; [`Code::UnknownProvider`] where there is no such provider.
    pub fn from_object<'s>(provider: Option<&str>, config: impl Object<'s>) -> Result<Self, Issues> {
        let mut found = Found::default();
        let Some((members, spelling)) = typed::object(config, "", &mut found) else { return Err(found.into_issues()) };
        let own = |(key, _): &(Text, Json)| provider.is_none() && key == "provider";
        let (named, members): (Vec<_>, Vec<_>) = members.into_iter().partition(own);
        let Some(provider) = provider.or_else(|| named.first()?.1.as_str()) else {
            found.push(Issue::new("/provider", Code::Missing, "is required: the name of a provider"));
            return Err(found.into_issues());
        };
        let at = if named.is_empty() { "" } else { "/provider" };
        if kinds::provider(provider, at, &mut found).is_none() {
            return Err(found.into_issues());
        }
        match Self::open(provider, Members { members, found }) {
            Some(destination) => destination.map_err(|issues| spelling.applied(issues)),
            // An unknown provider has an issue already.
            None => Err(Issue::new(at, Code::UnknownProvider, "there is no such provider").into()),
        }
    }

    /// The name of its provider.
    pub fn provider(&self) -> &'static str {
        self.spec().name
    }

    /// Builds the request of one event in the JSON form, of at most [`MAX_TEXT`] bytes. A key `destination` is an issue here.
    ///
    /// # Errors
    /// All issues of the event: of its text, its types and its provider's rules.
    pub fn build(&self, event: &[u8], now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues> {
        line::build_text(event, now, new_id, |provider, name| self.find(provider, name)).map(|(request, _)| request)
    }

    /// Builds the request of one event from any object. Without `kind`, the object has members `provider` and `kind`.
    ///
    /// # Errors
    /// All issues of the event: of its types and its provider's rules.
    pub fn build_object<'s>(
        &self,
        kind: Option<&str>,
        event: impl Source<'s>,
        now: Timestamp,
        new_id: NewId<'_>,
    ) -> Result<Request, Issues> {
        let known = kind.map(|kind| (self.provider(), kind));
        line::build(event, known, now, new_id, |provider, name| self.find(provider, name)).map(|(request, _)| request)
    }

    /// Builds one request of several messages: `identity` is an object of what they have in common ([`Spec::identity`]), `messages` an array
    /// of messages in the JSON form with their `kind`. Paths of issues begin with `/identity` or `/messages/N`.
    ///
    /// # Errors
    /// All issues; [`Code::UnknownKind`] at a provider that has no requests of several messages.
    pub fn messages(&self, identity: &str, messages: &str, new_id: NewId<'_>) -> Result<Request, Issues> {
        self.several(batch::Texts { identity, messages, new_id })
    }

    /// As [`Destination::messages`], from any objects.
    ///
    /// # Errors
    /// All issues; [`Code::UnknownKind`] at a provider that has no requests of several messages.
    pub fn messages_of<'s>(&self, identity: impl Object<'s>, messages: &[impl Object<'s>], new_id: NewId<'_>) -> Result<Request, Issues> {
        self.several(batch::Objects { identity, messages, new_id })
    }

    fn several(&self, build: impl WithBatches<Output = Result<Request, Issues>>) -> Result<Request, Issues> {
        self.with_batches(build).unwrap_or_else(|| Err(one_event()))
    }

    /// Builds the request of every line of `lines` that is not blank: events in the JSON form, a line of [`write_jsonl`] for each into `out`.
    /// A byte order mark at the beginning is skipped.
    /// Many lines are shared out to several threads; the result is the same.
    ///
    /// Returns whether every line was built.
    pub fn build_jsonl(&self, lines: &[u8], now: Timestamp, new_id: Option<NewIdOfAny<'_>>, jsonl: &Jsonl, out: &mut Vec<u8>) -> bool {
        jsonl.build(self, lines, now, new_id, out)
    }

    /// This destination, for events that name none and are its provider's.
    fn find(&self, provider: &str, name: Option<&str>) -> Option<line::Found<'_>> {
        (name.is_none() && self.provider() == provider).then_some((self, None))
    }

    /// Interprets the response to `request`, by the rules of the request's provider: see [`crate::interpret`].
    pub fn interpret(&self, request: &Request, response: &Response) -> Outcome {
        crate::interpret(request, response)
    }

    /// What it means that there was no answer to `request`.
    pub fn interpret_no_response(&self, _request: &Request, kind: NoResponse) -> Outcome {
        kind.into()
    }
}

/// The answer to several events at a provider that takes one in a request.
fn one_event() -> Issues {
    Issue::new("", Code::UnknownKind, "this provider takes one event in a request").into()
}

/// Interprets a response when the original request is no longer available; `None` if there is no such provider.
pub fn interpret(provider: &str, response: &Response) -> Option<Outcome> {
    Some((find(provider)?.interpret)(None, response))
}

/// Reads a JSON value: a configuration, say.
///
/// # Errors
/// [`Code::InvalidJson`], [`Code::TrailingData`], [`Code::InvalidUnicode`], [`Code::TooDeep`] or [`Code::TooLarge`].
pub fn from_json(text: &str) -> Result<Json, Issues> {
    let mut found = Found::default();
    let value = typed::raw(text, "", &mut found).and_then(|raw| typed::value(raw, MAX_DEPTH, "", &mut found));
    value.filter(|_| found.is_empty()).ok_or_else(|| found.into_issues())
}

/// All destinations of a program: at most one for each provider, and others by name.
#[derive(Debug, Clone, Default)]
pub struct Destinations {
    own: Vec<Destination>,
    named: Vec<(Text, Destination)>,
}

/// A request and where it goes.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Built<'a> {
    /// The request.
    pub request: Request,
    /// Its destination, which interprets the answer.
    pub destination: &'a Destination,
    /// The destination's name, where the event named one.
    pub name: Option<&'a str>,
}

impl Destinations {
    /// Reads a configuration: an object with a member for each provider, by its name, and under `destination`
    /// further ones by name, each with its `provider`.
    ///
    /// # Errors
    /// All issues of all destinations; their paths begin with `/adjust`, `/destination/NAME` and so on.
    pub fn from_config(config: &Json) -> Result<Self, Issues> {
        let mut found = Found::default();
        let mut destinations = Self::default();
        for (key, table) in members_once(config, "", &mut found) {
            let at = below("", &key);
            if key == "destination" {
                for (name, table) in members_once(&table, &at, &mut found) {
                    let destination = collected(&below(&at, &name), Destination::from_object(None, &table), &mut found);
                    destinations.named.extend(destination.map(|own| (name, own)));
                }
            } else if kinds::provider(&key, &at, &mut found).is_some() {
                destinations.own.extend(collected(&at, Destination::from_config(&key, &table), &mut found));
            }
        }
        if found.is_empty() { Ok(destinations) } else { Err(found.into_issues()) }
    }

    /// Builds the request of one event in the JSON form, of at most [`MAX_TEXT`] bytes, for the destination that it names in `destination`,
    /// or for the one of its provider.
    ///
    /// # Errors
    /// All issues of the event: of its text, its types and its provider's rules.
    pub fn build(&self, event: &[u8], now: Timestamp, new_id: NewId<'_>) -> Result<Built<'_>, Issues> {
        let find = |provider: &str, name: Option<&str>| self.find(provider, name);
        line::build_text(event, now, new_id, find).map(|(request, (destination, name))| Built { request, destination, name })
    }

    /// The destination of that provider without a name, or of that name.
    pub fn get(&self, provider: &str, name: Option<&str>) -> Option<&Destination> {
        self.find(provider, name).map(|(destination, _)| destination)
    }

    fn find(&self, provider: &str, name: Option<&str>) -> Option<(&Destination, Option<&str>)> {
        match name {
            None => self.own.iter().find(|own| own.provider() == provider).map(|own| (own, None)),
            Some(name) => {
                let (name, own) = self.named.iter().find(|(own, destination)| own == name && destination.provider() == provider)?;
                Some((own, Some(name)))
            }
        }
    }
}

/// The settings of a [`Delivery`](crate::delivery::Delivery) from an object of the fields of its [`Config`](crate::delivery::Config).
///
/// # Errors
/// All issues of the settings.
pub fn delivery_config<'s>(config: impl Object<'s>) -> Result<crate::delivery::Config, Issues> {
    let mut found = Found::default();
    let Some((mut members, spelling)) = typed::object(config, "", &mut found) else { return Err(found.into_issues()) };
    let mut spellings = vec![spelling];
    for (key, value) in &mut members {
        let Json::Object(providers) = value else { continue };
        for (name, limits) in providers {
            let at = below(&below("", key), name);
            if let Json::Object(_) = limits
                && let Some((members, spelling)) = typed::object(&*limits, &at, &mut found)
            {
                *limits = Json::Object(members);
                spellings.push(spelling);
            }
        }
    }
    let applied = |issues| spellings.iter().fold(issues, |issues, spelling| spelling.applied(issues));
    let config = typed::typed(members, "", &mut found).unwrap_or_default();
    crate::delivery::check(&config, found).map(|()| config).map_err(applied)
}

/// The members of an object; a key that stands twice is an issue, because one of its values would be lost.
fn members_once(json: &Json, at: &str, found: &mut Found) -> Vec<(Text, Json)> {
    let Json::Object(members) = json else {
        found.push(Issue::new(at, Code::WrongType, "must be an object"));
        return Vec::new();
    };
    let mut seen = BTreeSet::new();
    let mut once = Vec::with_capacity(members.len());
    for (key, value) in members {
        if seen.insert(key) {
            once.push((key.clone(), value.clone()));
        } else {
            found.push(Issue::new(below(at, key), Code::DuplicateKey, "stands twice"));
        }
    }
    once
}

/// Adds the issues of a part to those of the whole.
fn collected<T>(at: &str, part: Result<T, Issues>, found: &mut Found) -> Option<T> {
    part.map_err(|issues| {
        for mut issue in issues.into_vec() {
            issue.set_path([at, issue.path()].concat());
            found.push(issue);
        }
    })
    .ok()
}

/// The JSON Pointer of a member.
fn below(at: &str, key: &str) -> String {
    let mut path = at.to_owned();
    push_key(&mut path, key);
    path
}
