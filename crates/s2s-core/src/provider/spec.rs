//! What there is to know of a provider at run time, as data.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::num::NonZeroU32;

use crate::response::Response;
use crate::value::Timestamp;

use super::answer::{Interpreted, ResponseRule};
use super::client::{Kind, Provider};
use super::facts::Facts;
use super::record::Record;

/// A provider API.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Spec {
    /// The name in JSON and in configurations.
    pub name: &'static str,
    /// The name of the client's type in every language.
    pub type_name: &'static str,
    /// The API in words, such as "Metrix's REST API".
    pub title: &'static str,
    /// Pages of the provider's documentation, each with its title and address, the main one first.
    pub sources: &'static [(&'static str, &'static str)],
    /// What users stumble over: a list in Markdown.
    pub traps: &'static str,
    /// The configuration.
    pub config: &'static Record,
    /// The kinds of events.
    pub kinds: &'static [KindSpec],
    /// How requests carry several events, where the provider takes such requests.
    pub batch: Option<Batch>,
    /// Members of a JSON body whose values are words of the API, which its responses may repeat.
    pub(crate) words: &'static [&'static str],
}

/// A kind of event.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct KindSpec {
    /// The name in `kind`.
    pub name: &'static str,
    /// The kind in words, with an article: "a profile update".
    pub noun: &'static str,
    /// Its fields.
    pub record: &'static Record,
    /// Whether an event has an id, which can be made where it is absent.
    pub has_ids: bool,
    /// How its requests are sent and understood.
    pub rules: KindRules,
}

/// How the requests of a kind are sent and understood. A provider has rules for all its kinds; a kind may have others.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct KindRules {
    /// The method and address.
    pub endpoint: &'static str,
    /// What the events of a lane have in common, in words.
    pub lane: &'static str,
    /// Whether the events of a lane leave in the order of their times. Elsewhere they leave as they were submitted.
    pub is_ordered: bool,
    /// Whether the provider refuses an event that is older than the last one of its lane.
    pub refuses_older: bool,
    /// Whether several requests of a lane may be under way at once, as the order of its events does not matter.
    pub is_concurrent: bool,
    /// Milliseconds after which an event is refused for its age, where the provider refuses any.
    pub max_age: Option<i64>,
    /// Says from when on an event of that time is no longer recorded at its own time, where the provider has such a rule. Requests that
    /// expire are not sent then.
    pub(crate) deadline: Option<fn(time: Timestamp) -> Option<Timestamp>>,
    /// What a repetition after an unclear response may do.
    pub repeated: Repeated,
    /// The meaning of responses: tables in their order.
    pub responses: &'static [&'static [ResponseRule]],
    /// Interprets a response to a request of that number of events.
    pub(crate) interpret: fn(rules: &[&[ResponseRule]], response: &Response, events: usize) -> Interpreted,
    /// Returns the part that names a lane, of what all requests of the lane begin with: without credentials and settings. The
    /// [key](crate::Request::lane_key) of a lane is a digest of it.
    pub(crate) lane_name: fn(beginning: &[u8]) -> &[u8],
    /// Finds the facts in the parameters of a request that comes from a journal or from plain data, which do not hold them. They are those
    /// that were written when it was built.
    pub(crate) facts: fn(parameters: &[u8]) -> Facts,
    /// Says how an event without a time gets the time of its submission, where the provider would take the time of receipt. Takes that time
    /// and the order of the last event of its lane.
    pub(crate) date: Option<fn(at: Timestamp, last: Option<i64>) -> Date>,
}

/// How requests of a provider carry several events.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Batch {
    /// The kind of such a request.
    pub kind: &'static str,
    /// How it is sent and understood.
    pub rules: KindRules,
    /// Text between two events. Before the first one is what all requests of a lane begin with.
    pub(crate) separator: &'static [u8],
    /// Text after the last event.
    pub(crate) end: &'static [u8],
    /// What its events have in common, and it has once: a record without fields where that is nothing.
    pub identity: &'static Record,
    /// Largest number of events, unless a setting says otherwise.
    pub max_events: u32,
    /// Largest size of the body in bytes, unless a setting says otherwise.
    pub max_bytes: u32,
}

/// The limits of a request of several events that a configuration sets, in place of those of the provider's [`Batch`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Limits {
    pub(crate) max_events: Option<NonZeroU32>,
    pub(crate) max_bytes: Option<NonZeroU32>,
}

impl Limits {
    pub(crate) fn max_events(self, batch: &Batch) -> usize {
        self.max_events.map_or(batch.max_events, NonZeroU32::get) as usize
    }

    pub(crate) fn max_bytes(self, batch: &Batch) -> usize {
        self.max_bytes.map_or(batch.max_bytes, NonZeroU32::get) as usize
    }
}

/// What a repetition after an unclear response may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Repeated {
    /// The provider drops it.
    Dropped,
    /// The provider may count it, too: no deduplication is documented.
    MayCount,
    /// It says the same again, and nothing is counted.
    SaysTheSame,
}

/// The time of an event that was given none.
pub(crate) struct Date {
    /// What is inserted into the parameters.
    pub(crate) parameter: String,
    /// The time that this says.
    pub(crate) time: Timestamp,
}

impl Repeated {
    /// What it may do, in words.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Dropped => "is dropped",
            Self::MayCount => "may count, too",
            Self::SaysTheSame => "says the same again",
        }
    }
}

impl Spec {
    /// The main page of the provider's documentation.
    pub fn documentation(&self) -> &'static str {
        self.sources.first().map_or("", |(_, address)| address)
    }

    /// The names of the kinds of events.
    pub fn kind_names(&self) -> impl Iterator<Item = &'static str> {
        self.kinds.iter().map(|kind| kind.name)
    }

    /// What the events of one request have in common, where the provider takes several in a request and they have anything in common.
    pub fn identity(&self) -> Option<&'static Record> {
        self.batch.map(|batch| batch.identity).filter(|identity| !identity.fields.is_empty())
    }

    /// The methods and addresses of its kinds, each once.
    pub fn endpoints(&self) -> Vec<&'static str> {
        let mut endpoints = Vec::new();
        for kind in self.kinds {
            if !endpoints.contains(&kind.rules.endpoint) {
                endpoints.push(kind.rules.endpoint);
            }
        }
        endpoints
    }

    /// The kind of a request of that name.
    pub(crate) fn request_kind(&'static self, name: &str) -> Option<RequestKind> {
        let of_one = self.kinds.iter().map(|kind| (kind.name, &kind.rules));
        let of_several = self.batch.as_ref().map(|batch| (batch.kind, &batch.rules));
        let (name, rules) = of_one.chain(of_several).find(|(known, _)| *known == name)?;
        Some(RequestKind { spec: self, name, rules })
    }

    /// Whether it orders the events of any kind by time.
    pub(crate) fn is_ordered(&self) -> bool {
        self.kinds.iter().any(|kind| kind.rules.is_ordered)
    }

    /// The kind whose rules a response is interpreted by when its request is no longer available: the first one.
    pub(crate) fn main_kind(&'static self) -> Option<RequestKind> {
        self.kinds.first().map(|kind| RequestKind { spec: self, name: kind.name, rules: &kind.rules })
    }
}

/// The kind of a request: that of its event, or the one of requests of several.
#[derive(Clone, Copy)]
pub(crate) struct RequestKind {
    pub(crate) spec: &'static Spec,
    pub(crate) name: &'static str,
    pub(crate) rules: &'static KindRules,
}

impl RequestKind {
    /// The kind of a request of one event.
    pub(crate) const fn of<T: Kind>() -> Self {
        Self { spec: const { &T::Client::SPEC }, name: T::NAME, rules: const { &T::RULES } }
    }

    /// The kind of a provider's requests of several events.
    pub(crate) const fn of_several(spec: &'static Spec, batch: &'static Batch) -> Self {
        Self { spec, name: batch.kind, rules: &batch.rules }
    }

    /// The name of a kind with lanes of its own: its requests go to another address than those of the provider's first kind, and the events of
    /// its lanes have something else in common.
    pub(crate) fn own_lanes(self) -> Option<&'static str> {
        let is_shared = self.spec.main_kind().is_some_and(|main| main.rules.lane == self.rules.lane);
        self.apart().filter(|_| !is_shared)
    }

    /// The name of a kind whose requests go to another address than those of the provider's first kind.
    pub(crate) fn apart(self) -> Option<&'static str> {
        let is_shared = self.spec.main_kind().is_some_and(|main| main.rules.endpoint == self.rules.endpoint);
        (!is_shared).then_some(self.name)
    }
}

impl PartialEq for RequestKind {
    fn eq(&self, other: &Self) -> bool {
        self.spec == other.spec && self.name == other.name
    }
}

impl Eq for RequestKind {}

impl Hash for RequestKind {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.spec, self.name).hash(state);
    }
}

/// A provider has one [`Spec`], known by its name.
impl PartialEq for Spec {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Spec {}

impl Hash for Spec {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl fmt::Debug for Spec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Spec").field("name", &self.name).finish_non_exhaustive()
    }
}
