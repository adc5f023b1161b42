//! The table of providers and their kinds of events.

use serde::de::DeserializeOwned;

use crate::issue::{Code, Found, Issue, Issues};
use crate::provider::{adjust, fields, metrix, metrix_inapp, snake_case};
use crate::request::Request;
use crate::value::Timestamp;

use super::plain::Plain;
use super::typed::with_hint;
use super::{Destination, NewId};

/// A provider API and its kinds of events.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Provider {
    /// The name in JSON and in configurations.
    pub name: &'static str,
    /// The method and address of the API.
    pub endpoint: &'static str,
    /// The provider's documentation.
    pub documentation: &'static str,
    /// The kinds of events, as they stand in `kind`.
    pub kinds: &'static [&'static str],
}

/// Every provider API there is.
pub const PROVIDERS: &[Provider] = &[
    Provider {
        name: adjust::NAME,
        endpoint: "POST https://s2s.adjust.com/event",
        documentation: "https://dev.adjust.com/en/api/s2s-api/events/",
        kinds: &["event"],
    },
    Provider {
        name: metrix::NAME,
        endpoint: "POST https://entry.metrix.ir/",
        documentation: "https://docs.metrix.ir/en/technical/api/getting-started",
        kinds: &["user", "action", "revenue", "business_event"],
    },
    Provider {
        name: metrix_inapp::NAME,
        endpoint: "POST http://analytics.metrix.ir/inappevent/{app_id}",
        documentation: "https://docs.metrix.ir/faq/s2s-integration/",
        kinds: &["event"],
    },
];

/// What to do with the struct of a kind.
pub(super) trait WithKind {
    type Output;

    fn with<T: Kind>(self) -> Self::Output;
}

/// Chooses the struct of a provider's kind; `None` if there is none.
pub(super) fn with_kind<W: WithKind>(provider: &str, kind: &str, then: W) -> Option<W::Output> {
    Some(match (provider, &*snake_case(kind)) {
        (adjust::NAME, "event") => then.with::<adjust::Event>(),
        (metrix::NAME, "user") => then.with::<metrix::User>(),
        (metrix::NAME, "action") => then.with::<metrix::Action>(),
        (metrix::NAME, "revenue") => then.with::<metrix::Revenue>(),
        (metrix::NAME, "business_event") => then.with::<metrix::BusinessEvent>(),
        (metrix_inapp::NAME, "event") => then.with::<metrix_inapp::Event>(),
        _ => return None,
    })
}

/// The struct of one kind of event.
#[cfg(not(feature = "schema"))]
pub(super) trait Kind: DeserializeOwned + Buildable {}
#[cfg(not(feature = "schema"))]
impl<T: DeserializeOwned + Buildable> Kind for T {}

/// The struct of one kind of event.
#[cfg(feature = "schema")]
pub(super) trait Kind: DeserializeOwned + Buildable + schemars::JsonSchema {}
#[cfg(feature = "schema")]
impl<T: DeserializeOwned + Buildable + schemars::JsonSchema> Kind for T {}

/// What becomes a request, or a part of one.
pub(super) trait Buildable {
    /// Gives an event without an id a new one, where its provider has ids.
    fn complete(&mut self, _new_id: NewId<'_>) {}

    /// Builds the request, given what reading the event has found.
    fn build(&self, destination: &Destination, now: Timestamp, found: Found) -> Result<Request, Issues>;

    /// The event as a part of a request of several, where its provider has such.
    fn into_message(self) -> Option<metrix::Message>
    where
        Self: Sized,
    {
        None
    }
}

/// A kind and a client that do not belong together; destinations are looked up by their provider, so this does not come about.
fn wrong_destination() -> Issues {
    Issue::new("", Code::UnknownDestination, "the destination is another provider's").into()
}

impl Buildable for adjust::Event {
    fn build(&self, destination: &Destination, now: Timestamp, found: Found) -> Result<Request, Issues> {
        let Destination::Adjust(adjust) = destination else { return Err(wrong_destination()) };
        adjust.build(self, now, found)
    }
}

impl Buildable for metrix_inapp::Event {
    fn build(&self, destination: &Destination, _: Timestamp, found: Found) -> Result<Request, Issues> {
        let Destination::MetrixInApp(metrix) = destination else { return Err(wrong_destination()) };
        metrix.build(self, found)
    }
}

macro_rules! message {
    ($($message:ident)*) => {
        $(impl Buildable for metrix::$message {
            fn complete(&mut self, new_id: NewId<'_>) {
                if let (None, Some(new_id)) = (&self.id, new_id) {
                    self.id = Some(new_id().into());
                }
            }

            fn build(&self, destination: &Destination, _: Timestamp, found: Found) -> Result<Request, Issues> {
                let Destination::Metrix(metrix) = destination else { return Err(wrong_destination()) };
                metrix.build(self, found)
            }

            fn into_message(self) -> Option<metrix::Message> {
                Some(metrix::Message::$message(self))
            }
        })*
    };
}

message!(User Action Revenue BusinessEvent);

/// Whether a configuration, a kind of event or a request as plain data has a field of that name.
pub(super) fn is_field(name: &str) -> bool {
    field_lists().any(|names| names.contains(&name))
}

/// The names of the fields of every configuration, every kind of event, the settings of deliveries and requests as plain data.
pub(super) fn field_lists() -> impl Iterator<Item = &'static [&'static str]> {
    struct Names;

    impl WithKind for Names {
        type Output = &'static [&'static str];

        fn with<T: Kind>(self) -> Self::Output {
            fields::<T>()
        }
    }

    let kinds = PROVIDERS.iter().flat_map(|provider| provider.kinds.iter().filter_map(|kind| with_kind(provider.name, kind, Names)));
    let configs = [fields::<adjust::Config>(), fields::<metrix::Config>(), fields::<metrix_inapp::Config>()];
    kinds.chain(configs).chain([fields::<crate::delivery::Config>(), fields::<crate::delivery::Limits>(), fields::<Plain>()])
}

/// The JSON Schema of a kind of event, of a provider's configuration with the kind `config`, or of whose messages a Metrix request of several
/// holds with the kind `identity`; `None` if there is none. A required field is one without which nothing is built; an absent `id` may be made.
/// In place of a provider, `delivery` has the kinds `config` and `limits`.
#[cfg(feature = "schema")]
pub fn schema(provider: &str, kind: &str) -> Option<serde_json::Value> {
    described(provider, kind).map(|(schema, _)| schema.to_value())
}

/// The names of the fields of what [`schema`] describes, in the order of their declaration.
#[cfg(feature = "schema")]
pub fn field_names(provider: &str, kind: &str) -> Option<&'static [&'static str]> {
    described(provider, kind).map(|(_, names)| names)
}

#[cfg(feature = "schema")]
fn described(provider: &str, kind: &str) -> Option<(schemars::Schema, &'static [&'static str])> {
    struct Described;

    impl WithKind for Described {
        type Output = (schemars::Schema, &'static [&'static str]);

        fn with<T: Kind>(self) -> Self::Output {
            described_as::<T>()
        }
    }

    fn described_as<T: DeserializeOwned + schemars::JsonSchema>() -> (schemars::Schema, &'static [&'static str]) {
        (schemars::schema_for!(T), fields::<T>())
    }

    match (provider, kind) {
        (adjust::NAME, "config") => Some(described_as::<adjust::Config>()),
        (metrix::NAME, "config") => Some(described_as::<metrix::Config>()),
        (metrix::NAME, "identity") => Some(described_as::<metrix::Identity>()),
        (metrix_inapp::NAME, "config") => Some(described_as::<metrix_inapp::Config>()),
        ("delivery", "config") => Some(described_as::<crate::delivery::Config>()),
        ("delivery", "limits") => Some(described_as::<crate::delivery::Limits>()),
        _ => with_kind(provider, kind, Described),
    }
}

/// The row of a provider, or an issue that says that there is none of that name, and which one may be meant.
pub(super) fn provider(name: &str, at: &str, found: &mut Found) -> Option<&'static Provider> {
    let provider = PROVIDERS.iter().find(|known| known.name == name);
    if provider.is_none() {
        let names: Vec<&str> = PROVIDERS.iter().map(|provider| provider.name).collect();
        found.push(Issue::new(at, Code::UnknownProvider, with_hint("there is no such provider", name, &names)));
    }
    provider
}

/// Whether the provider has events of that kind; an issue says if not.
pub(super) fn has_kind(provider: &Provider, kind: &str, at: &str, found: &mut Found) -> bool {
    let is_known = provider.kinds.contains(&&*snake_case(kind));
    if !is_known {
        found.push(Issue::new(at, Code::UnknownKind, with_hint("the provider has no such kind of event", kind, provider.kinds)));
    }
    is_known
}
