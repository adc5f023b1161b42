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
mod kinds;
mod line;
mod tree;
mod typed;

#[cfg(feature = "schema")]
pub use kinds::schema;
pub use kinds::{PROVIDERS, Provider};
pub use typed::MAX_TEXT;

use std::collections::BTreeSet;

use crate::issue::{Code, Found, Issue, Issues, push_key};
use crate::outcome::Outcome;
use crate::provider::{adjust, metrix, metrix_inapp};
use crate::request::Request;
use crate::response::{NoResponse, Response};
use crate::value::{Json, MAX_DEPTH, Text, Timestamp};
use crate::{Adjust, Metrix, MetrixInApp};

/// A client of any provider.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Destination {
    /// Adjust.
    Adjust(Adjust),
    /// Metrix's REST API.
    Metrix(Metrix),
    /// Metrix's older API.
    MetrixInApp(MetrixInApp),
}

/// Makes an id for a message that has none; without it, an absent id is an issue. It is called once for each message.
pub type NewId<'a> = Option<&'a mut dyn FnMut() -> String>;

impl Destination {
    /// The client of a provider from its configuration: an object of the fields of the provider's `Config`.
    ///
    /// # Errors
    /// All issues of the configuration; [`Code::UnknownProvider`] where there is no such provider.
    pub fn from_config(provider: &str, config: &Json) -> Result<Self, Issues> {
        let mut found = Found::default();
        if kinds::provider(provider, "", &mut found).is_none() {
            return Err(found.into_issues());
        }
        let Json::Object(members) = config else {
            return Err(Issue::new("", Code::WrongType, "must be an object").into());
        };
        let (members, spelling) = typed::fields(members.clone(), "", &mut found);
        let destination = match provider {
            adjust::NAME => Adjust::checked(typed::typed(members, "", &mut found).unwrap_or_default(), found).map(Self::Adjust),
            metrix::NAME => Metrix::checked(typed::typed(members, "", &mut found).unwrap_or_default(), found).map(Self::Metrix),
            _ => MetrixInApp::checked(typed::typed(members, "", &mut found).unwrap_or_default(), found).map(Self::MetrixInApp),
        };
        destination.map_err(|issues| spelling.applied(issues))
    }

    /// The name of its provider.
    pub fn provider(&self) -> &'static str {
        match self {
            Self::Adjust(_) => adjust::NAME,
            Self::Metrix(_) => metrix::NAME,
            Self::MetrixInApp(_) => metrix_inapp::NAME,
        }
    }

    /// Builds the request of one event in the JSON form, of at most [`MAX_TEXT`] bytes. A key `destination` is an issue here.
    ///
    /// # Errors
    /// All issues of the event: of its text, its types and its provider's rules.
    pub fn build(&self, event: &[u8], now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues> {
        let own = |provider: &str, name: Option<&str>| (name.is_none() && self.provider() == provider).then_some((self, None));
        line::build(event, now, new_id, own).map(|(request, _)| request)
    }

    /// Builds one Metrix request of several messages of one user: `identity` is an object of `custom_user_id` and `metrix_user_id`,
    /// `messages` an array of messages in the JSON form with their `kind`. Paths of issues begin with `/identity` or `/messages/N`.
    ///
    /// # Errors
    /// All issues; [`Code::UnknownKind`] at a provider that has no requests of several messages.
    pub fn messages(&self, identity: &str, messages: &str, new_id: NewId<'_>) -> Result<Request, Issues> {
        let Self::Metrix(metrix) = self else {
            return Err(Issue::new("", Code::UnknownKind, "this provider takes one event in a request").into());
        };
        batch::build(metrix, identity, messages, new_id)
    }

    /// What an answer to `request` means.
    pub fn interpret(&self, request: &Request, response: &Response) -> Outcome {
        match self {
            Self::Adjust(client) => client.interpret(request, response),
            Self::Metrix(client) => client.interpret(request, response),
            Self::MetrixInApp(client) => client.interpret(request, response),
        }
    }

    /// What it means that there was no answer to `request`.
    pub fn interpret_no_response(&self, request: &Request, kind: NoResponse) -> Outcome {
        match self {
            Self::Adjust(client) => client.interpret_no_response(request, kind),
            Self::Metrix(client) => client.interpret_no_response(request, kind),
            Self::MetrixInApp(client) => client.interpret_no_response(request, kind),
        }
    }
}

/// What an answer of a provider means, for whoever has no request any more; `None` if there is no such provider.
pub fn interpret(provider: &str, response: &Response) -> Option<Outcome> {
    match provider {
        adjust::NAME => Some(adjust::interpret(None, response)),
        metrix::NAME => Some(metrix::interpret(None, response)),
        metrix_inapp::NAME => Some(metrix_inapp::interpret(None, response)),
        _ => None,
    }
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
    /// Reads a configuration: an object with a member for each provider (`adjust`, `metrix`, `metrix_inapp`), and under `destination`
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
                    let destination = named_destination(&table, &below(&at, &name), &mut found);
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
        line::build(event, now, new_id, find).map(|(request, (destination, name))| Built { request, destination, name })
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

fn named_destination(table: &Json, at: &str, found: &mut Found) -> Option<Destination> {
    let (provider, own): (Vec<_>, Vec<_>) = members_once(table, at, found).into_iter().partition(|(key, _)| key == "provider");
    let at_provider = below(at, "provider");
    let Some(provider) = provider.first().and_then(|(_, value)| value.as_str()) else {
        if !found.has(at) {
            found.push(Issue::new(at_provider, Code::Missing, "is required: the name of a provider"));
        }
        return None;
    };
    kinds::provider(provider, &at_provider, found)?;
    collected(at, Destination::from_config(provider, &Json::Object(own)), found)
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
