//! Configurations and events that another language gives as structs, through UniFFI.

use std::collections::BTreeSet;

use crate::issue::{Code, Found, Issue, Issues, Report, below};
use crate::one_event::settings::Opened;
use crate::one_event::{Event, Mapping};
use crate::provider::client::{NewId, unsent_id};
use crate::provider::read::ReadEvent as _;
use crate::provider::record::{Declared as _, Record};
use crate::provider::{self, AnyClient, AnyConfig, AnyEvent, AnyKind, AnyMessages, WithKind, with_variant};
use crate::request::Request;
use crate::value::{Json, Text, Timestamp, lowered};

use super::clients::{Destinations, Own, collected};
use super::fan_out::{Explained, Verdict};
use super::read::spelling::Spelling;

impl AnyClient {
    /// Makes the client of a configuration; issues name its fields in camelCase.
    ///
    /// # Errors
    /// All issues of the configuration.
    #[doc(hidden)]
    pub fn from_typed(config: AnyConfig) -> Result<Self, Issues> {
        let spelling = Spelling::camel_case("", [config.spec().config]);
        config.open().map_err(|issues| spelling.applied(issues))
    }

    /// Builds the request of an event; issues and warnings name its fields in camelCase.
    ///
    /// # Errors
    /// All issues of the event.
    #[doc(hidden)]
    pub fn build_typed(&self, event: AnyEvent, now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues> {
        spelled(event.build(self, now, new_id), || [Spelling::camel_case("", self.kinds())])
    }

    /// As [`AnyClient::build_typed`], from the bytes that UniFFI makes of an [`AnyEvent`]; `None` where they are no such thing. Its texts are not copied.
    #[doc(hidden)]
    pub fn build_lowered(&self, mut event: &[u8], now: Timestamp, new_id: NewId<'_>) -> Option<Result<Request, Issues>> {
        let variant = lowered::lifted(&mut event)?;
        let built = with_variant(variant, Lowered { event, client: self, now, new_id })??;
        Some(spelled(built, || [Spelling::camel_case("", self.kinds())]))
    }

    /// Returns the key of the lane of an event; issues name its fields in camelCase.
    ///
    /// # Errors
    /// All issues of the event.
    #[doc(hidden)]
    pub fn lane_key_typed(&self, event: AnyEvent, now: Timestamp) -> Result<Option<String>, Issues> {
        self.build_typed(event, now, Some(&mut unsent_id)).map(|request| request.lane_key())
    }

    /// Like [`AnyClient::messages`], from the structs of Metrix; issues and warnings name their fields in camelCase.
    ///
    /// # Errors
    /// All issues; [`Code::UnknownKind`](crate::Code::UnknownKind) at a provider that has no requests of several messages.
    #[doc(hidden)]
    pub fn messages_typed(&self, messages: AnyMessages, now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues> {
        let count = messages.count();
        let of_messages = |position| Spelling::camel_case(&format!("/messages/{position}"), self.kinds());
        let of_others = || [Spelling::camel_case("", []), Spelling::camel_case("/identity", self.spec().identity())];
        spelled(messages.build(self, now, new_id), || of_others().into_iter().chain((0..count).map(of_messages)))
    }

    /// The kinds of events. Fields of one name are the same in all kinds of a provider, so an event need not say its kind.
    fn kinds(&self) -> impl Iterator<Item = &'static Record> {
        self.spec().kinds.iter().map(|kind| kind.record)
    }
}

/// A destination: the configuration of its provider, and how it takes neutral events.
pub struct TypedDestination {
    /// The destination's name; `None` for that of its provider.
    pub name: Option<Text>,
    /// The configuration.
    pub config: AnyConfig,
    /// Names of neutral events, each once, and what they become.
    pub events: Vec<(Text, Json)>,
    /// How the destination takes the fields of neutral events.
    pub mapping: Mapping,
}

crate::redacted_debug!(TypedDestination);

impl Destinations {
    /// Opens destinations; issues name fields in camelCase.
    ///
    /// # Errors
    /// All issues of all destinations; their paths begin with a destination's position: `/0/name`, `/0/config`, `/0/events` and `/0/mapping`.
    #[doc(hidden)]
    pub fn from_typed(typed: impl IntoIterator<Item = TypedDestination>) -> Result<Self, Issues> {
        const MESSAGE: &str = "each destination needs another name; one for each provider may have none";
        let (mut destinations, mut found, mut seen) = (Self::default(), Found::default(), BTreeSet::new());
        for (position, TypedDestination { name, config, events, mapping }) in typed.into_iter().enumerate() {
            let at = below("", &position.to_string());
            let unnamed = name.is_none().then(|| config.spec().name);
            if !seen.insert((unnamed, name.clone())) {
                found.push(Issue::new([&at, "/name"].concat(), Code::DuplicateKey, MESSAGE));
            }
            let spelling = Spelling::camel_case("/mapping", [&Mapping::RECORD]);
            let spelled = |issues| spelling.applied(issues);
            let mut report = Report::default();
            let opened = Opened::open(&mut report, mapping, &events);
            let opened = collected(&at, report.finish().map(|_| opened).map_err(spelled), &mut found);
            let client = collected(&[&at, "/config"].concat(), AnyClient::from_typed(config), &mut found);
            let (Some(opened), Some(client)) = (opened, client) else { continue };
            let own = collected(&at, Own::fitting(client, opened).map_err(spelled), &mut found);
            match name {
                None => destinations.own.extend(own),
                Some(name) => destinations.named.extend(own.map(|own| (name, own))),
            }
        }
        if found.is_empty() { Ok(destinations) } else { Err(found.into_issues()) }
    }

    /// As [`Destinations::explain`]; issues and warnings name the event's fields in camelCase.
    ///
    /// # Errors
    /// As [`Destinations::fan_out`].
    #[doc(hidden)]
    pub fn explain_typed(&self, event: &Event, now: Timestamp, new_id: NewId<'_>) -> Result<Vec<Explained<'_>>, Issues> {
        let spelling = Spelling::camel_case("", [&Event::RECORD]);
        let mut explained = self.explain(event, now, new_id).map_err(|issues| spelling.applied(issues))?;
        for own in &mut explained {
            match &mut own.part.verdict {
                Verdict::Built(request) => spelling.apply(request.warnings_mut()),
                Verdict::Refused(issues) => *issues = spelling.applied(issues.clone()),
                Verdict::Skipped => {}
            }
        }
        Ok(explained)
    }
}

/// An event in the bytes that UniFFI makes of it.
struct Lowered<'a, 'n> {
    event: &'a [u8],
    client: &'a AnyClient,
    now: Timestamp,
    new_id: NewId<'n>,
}

impl WithKind for Lowered<'_, '_> {
    type Output = Option<Result<Request, Issues>>;

    fn with<T: AnyKind>(mut self) -> Self::Output {
        let mut event = T::Read::lift(&mut self.event)?;
        T::complete_read(&mut event, self.new_id);
        self.event.is_empty().then(|| provider::build_read::<T>(&event, self.client, self.now, Found::default()))
    }
}

fn spelled<S: IntoIterator<Item = Spelling>>(built: Result<Request, Issues>, spellings: impl FnOnce() -> S) -> Result<Request, Issues> {
    match built {
        Ok(request) if request.warnings().is_empty() => Ok(request),
        Ok(mut request) => {
            spellings().into_iter().for_each(|spelling| spelling.apply(request.warnings_mut()));
            Ok(request)
        }
        Err(issues) => Err(spellings().into_iter().fold(issues, |issues, spelling| spelling.applied(issues))),
    }
}
