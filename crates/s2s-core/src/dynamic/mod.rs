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

mod kinds;
mod line;
mod tree;
mod typed;

#[cfg(feature = "schema")]
pub use kinds::schema;
pub use kinds::{PROVIDERS, Provider};

use crate::issue::{Code, Issue, Issues, push_key};
use crate::outcome::Outcome;
use crate::provider::{adjust, metrix, metrix_inapp};
use crate::request::Request;
use crate::response::{NoResponse, Response};
use crate::value::{Json, Text, Timestamp};
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

/// Makes an id for a message that has none; without it, an absent id is an issue.
pub type NewId<'a> = Option<&'a mut dyn FnMut() -> String>;

impl Destination {
    /// The client of a provider from its configuration: an object of the fields of the provider's `Config`.
    ///
    /// # Errors
    /// All issues of the configuration; [`Code::UnknownProvider`] where there is no such provider.
    pub fn from_config(provider: &str, config: &Json) -> Result<Self, Issues> {
        let mut found = Vec::new();
        let destination = match provider {
            adjust::NAME => Adjust::checked(typed::config(config, &mut found), found).map(Self::Adjust),
            metrix::NAME => Metrix::checked(typed::config(config, &mut found), found).map(Self::Metrix),
            metrix_inapp::NAME => MetrixInApp::checked(typed::config(config, &mut found), found).map(Self::MetrixInApp),
            _ => Err(Issue::new("", Code::UnknownProvider, kinds::no_such_provider(provider)).into()),
        };
        destination.map_err(|issues| typed::respelled(issues, config))
    }

    /// The name of its provider.
    pub fn provider(&self) -> &'static str {
        match self {
            Self::Adjust(_) => adjust::NAME,
            Self::Metrix(_) => metrix::NAME,
            Self::MetrixInApp(_) => metrix_inapp::NAME,
        }
    }

    /// Builds the request of one event in the JSON form, at most 4 MiB of it. A key `destination` is an issue here.
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
        line::messages(metrix, identity, messages, new_id)
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
    let mut issues = Vec::new();
    match typed::value(text, "", &mut issues) {
        Some(value) if issues.is_empty() => Ok(value),
        _ => Err(Issues::new(issues)),
    }
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
        let Json::Object(tables) = config else {
            return Err(Issue::new("", Code::WrongType, "must be an object").into());
        };
        let mut issues = Vec::new();
        let mut destinations = Self::default();
        for (key, table) in tables {
            let mut at = String::new();
            push_key(&mut at, key);
            match (key.as_str(), table) {
                ("destination", Json::Object(named)) => {
                    for (name, table) in named {
                        let mut at = at.clone();
                        push_key(&mut at, name);
                        destinations.named.extend(named_destination(table, &at, &mut issues).map(|own| (name.clone(), own)));
                    }
                }
                ("destination", _) => issues.push(Issue::new(at, Code::WrongType, "must be a table of named destinations")),
                (provider, _) if !PROVIDERS.iter().any(|known| known.name == provider) => {
                    issues.push(Issue::new(at, Code::UnknownField, kinds::no_such_provider(provider)));
                }
                (provider, _) => destinations.own.extend(below(&at, Destination::from_config(provider, table), &mut issues)),
            }
        }
        if issues.is_empty() { Ok(destinations) } else { Err(Issues::new(issues)) }
    }

    /// Builds the request of one event in the JSON form, at most 4 MiB of it, for the destination that it names in `destination`,
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

fn named_destination(table: &Json, at: &str, issues: &mut Vec<Issue>) -> Option<Destination> {
    let Json::Object(members) = table else {
        issues.push(Issue::new(at, Code::WrongType, "must be a table"));
        return None;
    };
    let provider = members.iter().find(|(key, _)| key == "provider").map(|(_, value)| value);
    let Some(provider) = provider.and_then(Json::as_str) else {
        issues.push(Issue::new(format!("{at}/provider"), Code::Missing, "is required: the name of a provider"));
        return None;
    };
    if !PROVIDERS.iter().any(|known| known.name == provider) {
        issues.push(Issue::new(format!("{at}/provider"), Code::UnknownProvider, kinds::no_such_provider(provider)));
        return None;
    }
    let own = members.iter().filter(|(key, _)| key != "provider").cloned().collect();
    below(at, Destination::from_config(provider, &Json::Object(own)), issues)
}

/// Adds the issues of a part to those of the whole.
fn below<T>(at: &str, part: Result<T, Issues>, issues: &mut Vec<Issue>) -> Option<T> {
    part.map_err(|found| {
        issues.extend(found.into_vec().into_iter().map(|mut issue| {
            issue.set_path(format!("{at}{}", issue.path()));
            issue
        }));
    })
    .ok()
}
