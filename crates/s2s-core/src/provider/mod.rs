//! One folder per provider API: `config.rs`, `event.rs`, `build.rs` (event to request) and `interpret.rs` (response to outcome). This file has
//! the list of them, and is the only one that names them.

pub(crate) mod answer;
mod base_url;
pub(crate) mod client;
pub(crate) mod facts;
mod fields;
mod mask;
pub(crate) mod record;
mod rules;
pub(crate) mod spec;

use crate::issue::{Code, Found, Issue, Issues};
use crate::outcome::Outcome;
use crate::request::Request;
use crate::response::{NoResponse, Response};
use crate::value::Timestamp;

use client::{BatchKinds, Kind, Provider, WithBatches, WithEvent, WithKind};
pub(crate) use fields::{camel_case, snake_case};
use spec::Spec;

/// Makes everything that depends on which providers there are. `Batches` marks those that take several events in a request.
macro_rules! providers {
    ($(#[doc = $about:literal] $module:ident::$client:ident $(: $batches:ident)? {
        $(#[doc = $event_about:literal] $variant:ident($event:ident)),+ $(,)?
    })+) => {
        $(pub mod $module;)+
        $(providers! { @kinds [$($batches)?] $module::$client { $($event)+ } })+

        /// Every provider API there is.
        pub const PROVIDERS: &[&Spec] = &[$(&$module::$client::SPEC),+];

        /// A client of any provider.
        #[derive(Debug, Clone)]
        #[non_exhaustive]
        pub enum AnyClient {
            $(#[doc = $about] $client($module::$client)),+
        }

        impl AnyClient {
            /// What there is to know of its provider.
            pub fn spec(&self) -> &'static Spec {
                match self { $(Self::$client(_) => &$module::$client::SPEC),+ }
            }

            /// Checks a configuration; `None` if there is no provider of that name.
            pub(crate) fn open(provider: &str, read: impl Read) -> Option<Result<Self, Issues>> {
                $(if provider == $module::$client::SPEC.name {
                    let (config, found) = read.read();
                    return Some($module::$client::open(config, found).map(Self::$client));
                })+
                None
            }

            /// Calls `then` with the client of a provider that takes several events in a request; `None` for any other.
            pub(crate) fn with_batches<W: WithBatches>(&self, then: W) -> Option<W::Output> {
                match self { $(Self::$client(client) => providers!(@with [$($batches)?] client, then)),+ }
            }
        }

        $(impl OfAny for $module::$client {
            fn of(client: &AnyClient) -> Option<&Self> {
                #[allow(unreachable_patterns, reason = "there may be one provider alone")]
                match client {
                    AnyClient::$client(own) => Some(own),
                    _ => None,
                }
            }
        })+

        /// An event of any provider, as another language gives it: a struct.
        #[cfg(feature = "uniffi")]
        #[derive(Clone, uniffi::Enum)]
        #[uniffi::export(Debug)]
        #[expect(clippy::large_enum_variant, reason = "most events are of the largest kind, and each is built as soon as it is read")]
        #[non_exhaustive]
        pub enum AnyEvent {
            $($(#[doc = $event_about] $variant($module::$event)),+),+
        }

        #[cfg(feature = "uniffi")]
        crate::redacted_debug!(AnyEvent);

        #[cfg(feature = "uniffi")]
        impl AnyEvent {
            /// Builds its request.
            pub(crate) fn build(self, client: &AnyClient, now: Timestamp, new_id: client::NewId<'_>) -> Result<Request, Issues> {
                match self { $($(Self::$variant(mut event) => {
                    event.complete(new_id);
                    build(&event, client, now, Found::default())
                })+)+ }
            }
        }

        /// Chooses the struct of a provider's kind; `None` if there is none.
        pub(crate) fn with_kind<W: WithKind>(provider: &str, kind: &str, then: W) -> Option<W::Output> {
            let kind = &*snake_case(kind);
            $(if provider == $module::$client::SPEC.name {
                $(if kind == <$module::$event as Kind>::NAME {
                    return Some(then.with::<$module::$event>());
                })+
                return None;
            })+
            None
        }

        /// The JSON Schema of a provider's configuration; `None` if there is no such provider.
        #[cfg(feature = "schema")]
        pub(crate) fn config_schema(provider: &str) -> Option<schemars::Schema> {
            $(if provider == $module::$client::SPEC.name {
                return Some(schemars::schema_for!($module::Config));
            })+
            None
        }

        /// The JSON Schema of what the events of a request have in common; `None` where the provider takes one event in a request.
        #[cfg(feature = "schema")]
        pub(crate) fn identity_schema(provider: &str) -> Option<schemars::Schema> {
            $(if provider == $module::$client::SPEC.name {
                return providers!(@identity [$($batches)?] $module::$client);
            })+
            None
        }
    };
    (@kinds [] $module:ident::$client:ident { $($event:ident)+ }) => {
        const _: () = assert!($module::$client::SPEC.batch.is_none());
    };
    (@kinds [Batches] $module:ident::$client:ident { $($event:ident)+ }) => {
        const _: () = assert!($module::$client::SPEC.batch.is_some());

        impl BatchKinds for $module::$client {
            fn with_event<W: WithEvent<Self>>(kind: &str, then: W) -> Option<W::Output> {
                let kind = &*snake_case(kind);
                $(if kind == <$module::$event as Kind>::NAME {
                    return Some(then.with::<$module::$event>());
                })+
                None
            }
        }
    };
    (@with [] $client:ident, $then:ident) => {{
        let _ = ($client, $then);
        None
    }};
    (@with [Batches] $client:ident, $then:ident) => { Some($then.with($client)) };
    (@identity [] $module:ident::$client:ident) => { None };
    (@identity [Batches] $module:ident::$client:ident) => { Some(schemars::schema_for!(<$module::$client as client::Batches>::Identity)) };
}

providers! {
    /// Adjust.
    adjust::Adjust {
        /// An event for Adjust.
        Adjust(Event),
    }
    /// Metrix's REST API.
    metrix::Metrix: Batches {
        /// A profile update for Metrix.
        MetrixUser(User),
        /// An action for Metrix.
        MetrixAction(Action),
        /// Revenue for Metrix.
        MetrixRevenue(Revenue),
        /// A business event for Metrix.
        MetrixBusinessEvent(BusinessEvent),
    }
    /// Metrix's older API.
    metrix_inapp::MetrixInApp {
        /// An event for Metrix's older API.
        MetrixInApp(Event),
    }
}

/// Reads a configuration.
pub(crate) trait Read {
    fn read<T: record::Declared + Default>(self) -> (T, Found);
}

/// A client among those of all providers.
pub(crate) trait OfAny: Sized {
    /// The client, if it is one of this provider.
    fn of(client: &AnyClient) -> Option<&Self>;
}

/// Builds the request of an event with a client of any provider.
pub(crate) fn build<T: Kind>(event: &T, client: &AnyClient, now: Timestamp, found: Found) -> Result<Request, Issues> {
    match T::Client::of(client) {
        Some(client) => event.build(client, now, found),
        // Clients are looked up by their provider, so this does not occur.
        None => Err(Issue::new("", Code::UnknownDestination, "the destination is another provider's").into()),
    }
}

/// Every configuration and every kind of event of all providers, and what the events of one request have in common.
pub(crate) fn records() -> impl Iterator<Item = &'static record::Record> {
    PROVIDERS.iter().flat_map(|spec| {
        let kinds = spec.kinds.iter().map(|kind| kind.record);
        std::iter::once(spec.config).chain(spec.identity()).chain(kinds)
    })
}

/// The provider of that name.
pub(crate) fn find(name: &str) -> Option<&'static Spec> {
    PROVIDERS.iter().copied().find(|known| known.name == name)
}

/// Interprets the response to a request by the rules of the provider that the request is for.
///
/// One sender can serve all providers with it. The method of a client does the same, whichever client it is: a request knows its provider.
pub fn interpret(request: &Request, response: &Response) -> Outcome {
    (request.spec().interpret)(Some(request), response)
}

/// Interprets the lack of a response: the same for every provider.
pub fn interpret_no_response(kind: NoResponse) -> Outcome {
    kind.into()
}
