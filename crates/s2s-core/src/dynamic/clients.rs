//! The clients of a program.

use crate::issue::{Code, Found, Issue, Issues, Report, below};
use crate::one_event::Mapping;
use crate::one_event::settings::Opened;
use crate::provider::AnyClient;
use crate::provider::client::NewId;
use crate::request::Request;
use crate::value::{Json, Text, Timestamp};

use super::read::source::{Object, Spelled};
use super::read::spelling::Spelling;
use super::read::typed;
use super::{kinds, line};

/// All destinations of a program: at most one for each provider, and others by name.
#[derive(Debug, Clone, Default)]
pub struct Destinations {
    pub(super) own: Vec<Own>,
    pub(super) named: Vec<(Text, Own)>,
}

/// A client, and how it takes neutral events.
#[derive(Debug, Clone)]
pub(super) struct Own {
    pub(super) client: AnyClient,
    pub(super) mapping: Opened,
}

/// A request and where it goes.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Built<'a> {
    /// The request.
    pub request: Request,
    /// Its destination, which interprets the response.
    pub destination: &'a AnyClient,
    /// The destination's name, where the event named one.
    pub name: Option<&'a str>,
}

impl Destinations {
    /// Reads a configuration: an object with a member for each provider (`adjust`, `metrix`, `metrix_inapp`), and under `destination`
    /// others by name, each with its `provider`. Each may have an object `events` (the names of neutral events, and what they become) and an
    /// object `mapping` (the fields of [`Mapping`](crate::one_event::Mapping)), in addition to the fields of its provider's configuration.
    ///
    /// # Errors
    /// All issues of all destinations; their paths begin with `/adjust`, `/destination/NAME` and so on.
    pub fn from_config(config: &Json) -> Result<Self, Issues> {
        Self::from_object(config)
    }

    /// As [`Destinations::from_config`], from any object.
    ///
    /// # Errors
    /// As [`Destinations::from_config`].
    #[doc(hidden)]
    pub fn from_object<'s, O: Object<'s>>(config: O) -> Result<Self, Issues> {
        let mut found = Found::default();
        let is_camel_case = config.is_camel_case();
        let Some(members) = config.members("", &mut found) else { return Err(found.into_issues()) };
        let read = |(key, value): (Text, O::Value)| O::json(value, &below("", &key), &mut found).map(|value| (key, value));
        let config = Json::Object(members.into_iter().filter_map(read).collect());
        let mut destinations = Self::default();
        for (key, table) in config.members_once("", &mut found) {
            let at = below("", key);
            if key == "destination" {
                for (name, table) in table.members_once(&at, &mut found) {
                    let destination = own(None, table.clone(), is_camel_case, &below(&at, name), &mut found);
                    destinations.named.extend(destination.map(|own| (name.clone(), own)));
                }
            } else if kinds::provider(key, &at, &mut found).is_some() {
                destinations.own.extend(own(Some(key), table.clone(), is_camel_case, &at, &mut found));
            }
        }
        if found.is_empty() { Ok(destinations) } else { Err(found.into_issues()) }
    }

    /// Builds the request of one event in the JSON form, of at most [`MAX_TEXT`](super::MAX_TEXT) bytes, for the destination that it names in `destination`,
    /// or for the one of its provider.
    ///
    /// # Errors
    /// All issues of the event: of its text, its types and its provider's rules.
    pub fn build(&self, event: &[u8], now: Timestamp, new_id: NewId<'_>) -> Result<Built<'_>, Issues> {
        let find = |provider: &str, name: Option<&str>| self.find(provider, name);
        line::build_text(event, now, new_id, find).map(|(request, (destination, name))| Built { request, destination, name })
    }

    /// The destination of that provider without a name, or of that name.
    pub fn get(&self, provider: &str, name: Option<&str>) -> Option<&AnyClient> {
        self.find(provider, name).map(|(destination, _)| destination)
    }

    /// All of them, each with its name.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Option<&str>, &Own)> {
        let own = self.own.iter().map(|own| (None, own));
        own.chain(self.named.iter().map(|(name, own)| (Some(name.as_str()), own)))
    }

    fn find(&self, provider: &str, name: Option<&str>) -> Option<(&AnyClient, Option<&str>)> {
        match name {
            None => self.own.iter().find(|own| own.client.provider() == provider).map(|own| (&own.client, None)),
            Some(name) => {
                let (name, own) = self.named.iter().find(|(known, own)| known == name && own.client.provider() == provider)?;
                Some((&own.client, Some(name)))
            }
        }
    }
}

/// Reads the configuration of a destination.
fn own(provider: Option<&str>, table: Json, is_camel_case: bool, at: &str, found: &mut Found) -> Option<Own> {
    let Json::Object(members) = table else {
        found.push(Issue::new(at, Code::WrongType, "must be an object"));
        return None;
    };
    let (of_events, config): (Vec<_>, Vec<_>) = members.into_iter().partition(|(key, _)| ["events", "mapping"].contains(&key.as_str()));
    let mapping = collected(at, mapping(of_events, is_camel_case), found);
    let config = Json::Object(config);
    let client = AnyClient::from_object(provider, Spelled { json: &config, is_camel_case });
    let (client, (mapping, spelling)) = (collected(at, client, found)?, mapping?);
    collected(at, Own::fitting(client, mapping).map_err(|issues| spelling.applied(issues)), found)
}

impl Own {
    /// Checks that the settings are for the client's provider; paths begin with `/events` and `/mapping`.
    pub(super) fn fitting(client: AnyClient, mapping: Opened) -> Result<Self, Issues> {
        let mut unfit = Found::default();
        mapping.check_kinds(client.neutral_kinds(), &mut unfit);
        mapping.check_params(client.neutral_params(), &mut unfit);
        if unfit.is_empty() { Ok(Self { client, mapping }) } else { Err(unfit.into_issues()) }
    }
}

/// Reads how a destination takes neutral events; also returns how the fields of `mapping` are spelled.
fn mapping(members: Vec<(Text, Json)>, is_camel_case: bool) -> Result<(Opened, Spelling), Issues> {
    const AT: &str = "/mapping";
    let mut found = Found::default();
    let (mut mapping, mut spelling, mut events) = (Mapping::default(), Spelling::camel_case(AT, []), Vec::new());
    for (key, value) in Json::Object(members).members_once("", &mut found) {
        if key == "events" {
            let once = value.members_once("/events", &mut found).into_iter();
            events = once.map(|(name, target)| (name.clone(), target.clone())).collect();
        } else if let Some((members, own)) = typed::object(Spelled { json: value, is_camel_case }, AT, &mut found) {
            spelling = own;
            mapping = typed::declared(members, AT, &mut spelling, &mut found).unwrap_or_default();
        }
    }
    let report = &mut Report::with(found);
    let opened = Opened::open(report, mapping, &events);
    report.finish().map_err(|issues| spelling.applied(issues))?;
    Ok((opened, spelling))
}

/// Adds the issues of a part to those of the whole. A value that was refused already is not missing.
pub(super) fn collected<T>(at: &str, part: Result<T, Issues>, found: &mut Found) -> Option<T> {
    part.map_err(|issues| {
        for mut issue in issues.into_vec() {
            issue.set_path([at, issue.path()].concat());
            if issue.code() != Code::Missing || !found.has(issue.path()) {
                found.push(issue);
            }
        }
    })
    .ok()
}
