//! The clients of a program.

use std::collections::BTreeSet;

use crate::issue::{Code, Found, Issue, Issues, below};
use crate::provider::AnyClient;
use crate::provider::client::NewId;
use crate::request::Request;
use crate::value::{Json, Text, Timestamp};

use super::{kinds, line};

/// All destinations of a program: at most one for each provider, and others by name.
#[derive(Debug, Clone, Default)]
pub struct Destinations {
    own: Vec<AnyClient>,
    named: Vec<(Text, AnyClient)>,
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
    /// others by name, each with its `provider`.
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
                    let destination = collected(&below(&at, &name), AnyClient::from_object(None, &table), &mut found);
                    destinations.named.extend(destination.map(|own| (name, own)));
                }
            } else if kinds::provider(&key, &at, &mut found).is_some() {
                destinations.own.extend(collected(&at, AnyClient::from_config(&key, &table), &mut found));
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

    fn find(&self, provider: &str, name: Option<&str>) -> Option<(&AnyClient, Option<&str>)> {
        match name {
            None => self.own.iter().find(|own| own.provider() == provider).map(|own| (own, None)),
            Some(name) => {
                let (name, own) = self.named.iter().find(|(own, destination)| own == name && destination.provider() == provider)?;
                Some((own, Some(name)))
            }
        }
    }
}

/// Returns the members of an object; a repeated key is an issue, because one of its values would be lost.
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
            found.push(Issue::new(below(at, key), Code::DuplicateKey, "appears more than once"));
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
