//! What the client of a provider and its kinds of events are for everybody who does not know which they are.

use crate::issue::{Found, Issues};
use crate::one_event::map::Map;
use crate::request::Request;
use crate::value::Timestamp;

use super::read::ReadEvent;
use super::record::{Declared, record};
use super::spec::{KindRules, KindSpec, Spec};

/// The client of a provider API.
pub(crate) trait Provider: Sized {
    const SPEC: Spec;
    /// The rules of the kinds that have none of their own.
    const RULES: KindRules;
    type Config: Declared + Default;
    /// The kinds of events that the settings of neutral events may choose.
    const NEUTRAL_KINDS: &'static [&'static str] = &[];
    /// The fields of a [`Mapping`](crate::one_event::Mapping) that are for some providers alone, and have an effect here.
    const NEUTRAL_PARAMS: &'static [&'static str] = &[];

    /// Checks a configuration, given what reading it has found.
    fn open(config: Self::Config, found: Found) -> Result<Self, Issues>;

    /// Maps a neutral event to one of its own, and builds its request.
    fn build_neutral(&self, map: &mut Map<'_>, now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues>;
}

/// Makes an id for a message that has none; without it, an absent id is an issue. It is called once for each message.
pub type NewId<'a> = Option<&'a mut dyn FnMut() -> String>;

/// A kind of event.
pub(crate) trait Kind: Declared {
    const NAME: &'static str;
    /// See [`KindSpec::noun`].
    const NOUN: &'static str;
    /// See [`KindSpec::has_ids`].
    const HAS_IDS: bool = false;
    const RULES: KindRules = <Self::Client as Provider>::RULES;
    type Client: Provider;
    /// The event as it is read.
    type Read<'t>: ReadEvent<'t>;

    /// Gives an event without an id a new one, where its provider has ids.
    fn complete(&mut self, _new_id: NewId<'_>) {}

    /// Like [`Kind::complete`], for an event as it is read.
    fn complete_read(_event: &mut Self::Read<'_>, _new_id: NewId<'_>) {}

    /// Builds the request, given what reading the event has found.
    fn build(&self, client: &Self::Client, now: Timestamp, found: Found) -> Result<Request, Issues>;

    /// Like [`Kind::build`], for an event as it is read.
    fn build_read(event: &Self::Read<'_>, client: &Self::Client, now: Timestamp, found: Found) -> Result<Request, Issues>;
}

/// An event that the client `C` takes: a kind of event of its provider, and nothing else.
pub trait EventOf<C>: sealed::Sealed {
    #[doc(hidden)]
    fn key_of_lane(&self, client: &C, now: Timestamp) -> Result<Option<String>, Issues>;
}

mod sealed {
    pub trait Sealed {}
}

impl<T: Kind> sealed::Sealed for T {}

/// The key of an event's lane.
pub(crate) fn lane_key<T: Kind + Clone>(event: &T, client: &T::Client, now: Timestamp) -> Result<Option<String>, Issues> {
    let build = |event: &T| event.build(client, now, Found::default()).map(|request| request.lane_key());
    if !T::HAS_IDS {
        return build(event);
    }
    let mut event = event.clone();
    event.complete(Some(&mut unsent_id));
    build(&event)
}

/// The ID of a message that is built for the key of its lane alone, which does not depend on it.
pub(crate) fn unsent_id() -> String {
    "unsent".to_owned()
}

impl KindSpec {
    /// The description of a kind.
    pub(crate) const fn of<T: Kind>() -> Self {
        Self { name: T::NAME, noun: T::NOUN, record: &T::RECORD, has_ids: T::HAS_IDS, rules: T::RULES }
    }
}

/// The client of a provider that takes several events in a request: its [`Spec::batch`] says how they are joined.
pub(crate) trait Batches: Provider {
    /// What the events of a request have in common.
    type Identity: Declared;
    /// An event of any kind.
    type Event;

    /// Largest number of events in a request.
    fn max_events(&self) -> usize;

    /// Gives an event without an id a new one.
    #[cfg(feature = "uniffi")]
    fn complete(event: &mut Self::Event, new_id: NewId<'_>);

    /// Builds one request of several events. Where the identity or an event is `None`, `found` says why it could not be read.
    fn build_many<'e>(
        &self,
        identity: Option<&Self::Identity>,
        events: impl ExactSizeIterator<Item = Option<&'e Self::Event>>,
        now: Timestamp,
        found: Found,
    ) -> Result<Request, Issues>
    where
        Self::Event: 'e;
}

record! {
    /// Nothing: what the events of a request have in common where a provider takes those of different users in one request.
    pub struct NoIdentity {}
}

/// What to do with the client of a provider that takes several events in a request.
pub(crate) trait WithBatches {
    type Output;

    fn with<B: BatchKinds>(self, client: &B) -> Self::Output;
}

/// The kinds of events that a request can hold several of.
pub(crate) trait BatchKinds: Batches {
    /// Chooses the struct of a kind; `None` if there is none.
    fn with_event<W: WithEvent<Self>>(kind: &str, then: W) -> Option<W::Output>;
}

/// What to do with the struct of a kind of event that a request can hold several of.
pub(crate) trait WithEvent<B: Batches> {
    type Output;

    fn with<T: Kind + Into<B::Event>>(self) -> Self::Output;
}
