//! One folder per provider API: `config.rs`, `event.rs`, `build.rs` (event to request) and `interpret.rs` (response to outcome). This file has
//! the list of them, and is the only one that names them.

pub(crate) mod answer;
mod base_url;
pub(crate) mod client;
pub(crate) mod facts;
pub(crate) mod fields;
mod mask;
pub(crate) mod read;
pub(crate) mod record;
mod rules;
#[cfg(test)]
#[allow(unreachable_pub, reason = "only tests have it")]
pub(crate) mod sample;
pub(crate) mod spec;

use crate::issue::{Code, Found, Issue, Issues};
use crate::one_event::map::Map;
use crate::outcome::Outcome;
use crate::request::Request;
use crate::response::{NoResponse, Response};
use crate::value::Timestamp;

use answer::Interpreted;
use client::{BatchKinds, EventOf, Kind, Provider, WithBatches, WithEvent};
pub(crate) use fields::{camel_case, snake_case};
use mask::masked;
use spec::{RequestKind, Spec};

/// Makes everything that depends on which providers there are. In brackets: the identity and the event of those that take
/// several events in a request.
macro_rules! providers {
    ($(
        #[doc = $about:literal]
        $module:ident::$client:ident $([$identity:ident, $event_of_several:ident])? {
            $(#[doc = $event_about:literal] $variant:ident($event:ident)),+ $(,)?
        }
    )+) => {
        $(pub mod $module;)+
        $(providers! { @kinds [$($identity)?] $module::$client { $($event)+ } })+

        /// What a program sees of them.
        pub(crate) mod exports {
            $(pub use super::$module::{self, $client};)+
        }

        /// Every provider API there is.
        pub const PROVIDERS: &[&Spec] = &[$(&$module::$client::SPEC),+];

        #[test]
        fn a_client_has_the_name_of_its_type() {
            $(assert_eq!($module::$client::SPEC.type_name, stringify!($client));)+
        }

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

            /// The kinds of events that the settings of neutral events may choose.
            pub(crate) fn neutral_kinds(&self) -> &'static [&'static str] {
                match self { $(Self::$client(_) => $module::$client::NEUTRAL_KINDS),+ }
            }

            /// The fields of a mapping that are for some providers alone, and have an effect here.
            pub(crate) fn neutral_params(&self) -> &'static [&'static str] {
                match self { $(Self::$client(_) => $module::$client::NEUTRAL_PARAMS),+ }
            }

            /// Maps a neutral event to its provider's own, and builds the request.
            pub(crate) fn build_neutral(&self, map: &mut Map<'_>, now: Timestamp, new_id: client::NewId<'_>) -> Result<Request, Issues> {
                match self { $(Self::$client(client) => client.build_neutral(map, now, new_id)),+ }
            }

            /// Calls `then` with the client of a provider that takes several events in a request; `None` for any other.
            pub(crate) fn with_batches<W: WithBatches>(&self, then: W) -> Option<W::Output> {
                match self { $(Self::$client(client) => providers!(@with [$($identity)?] client, then)),+ }
            }
        }

        $($(impl EventOf<$module::$client> for $module::$event {
            fn key_of_lane(&self, client: &$module::$client, now: Timestamp) -> Result<Option<String>, Issues> {
                client::lane_key(self, client, now)
            }
        })+)+

        $(impl $module::$client {
            /// Returns the key of an event's lane: see [`Request::lane_key`]. It does not depend on `now`, which is for the checks of the event,
            /// nor on the ID of the event, which may be absent.
            ///
            /// # Errors
            /// All issues of the event, as of building its request.
            pub fn lane_key(&self, event: &impl EventOf<Self>, now: Timestamp) -> Result<Option<String>, Issues> {
                event.key_of_lane(self, now)
            }
        })+

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
        #[expect(clippy::large_enum_variant, reason = "a request is built as soon as its event is read")]
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

        /// Chooses the struct of an [`AnyEvent`], by its number among them, from 1; `None` if there is none.
        #[cfg(feature = "uniffi")]
        pub(crate) fn with_variant<W: WithKind>(number: i32, then: W) -> Option<W::Output> {
            let mut earlier = 0;
            $($(
                earlier += 1;
                if number == earlier {
                    return Some(then.with::<$module::$event>());
                }
            )+)+
            None
        }

        /// A configuration of any provider, as another language gives it: a struct.
        #[cfg(feature = "uniffi")]
        #[derive(Clone, uniffi::Enum)]
        #[uniffi::export(Debug)]
        #[non_exhaustive]
        pub enum AnyConfig {
            $(#[doc = $about] $client($module::Config)),+
        }

        #[cfg(feature = "uniffi")]
        crate::redacted_debug!(AnyConfig);

        #[cfg(feature = "uniffi")]
        impl AnyConfig {
            /// The provider.
            pub(crate) fn spec(&self) -> &'static Spec {
                match self { $(Self::$client(_) => &$module::$client::SPEC),+ }
            }

            /// Checks it.
            pub(crate) fn open(self) -> Result<AnyClient, Issues> {
                match self { $(Self::$client(config) => $module::$client::open(config, Found::default()).map(AnyClient::$client)),+ }
            }
        }

        /// Several events of one request, as another language gives them: structs.
        #[cfg(feature = "uniffi")]
        #[derive(Clone, uniffi::Enum)]
        #[uniffi::export(Debug)]
        #[expect(clippy::large_enum_variant, reason = "a request is built as soon as its messages are read")]
        #[non_exhaustive]
        pub enum AnyMessages {
            $($(
                #[doc = $about]
                $client {
                    /// What they have in common.
                    identity: $module::$identity,
                    /// The events.
                    messages: Vec<$module::$event_of_several>,
                },
            )?)+
        }

        #[cfg(feature = "uniffi")]
        crate::redacted_debug!(AnyMessages);

        #[cfg(feature = "uniffi")]
        impl AnyMessages {
            /// The number of events.
            pub(crate) fn count(&self) -> usize {
                match self { $($(Self::$client { messages, .. } => {
                    let messages: &[$module::$event_of_several] = messages;
                    messages.len()
                })?)+ }
            }

            /// Builds their request.
            pub(crate) fn build(self, client: &AnyClient, now: Timestamp, new_id: client::NewId<'_>) -> Result<Request, Issues> {
                match self {
                    $($(Self::$client { identity, messages } => {
                        let identity: $module::$identity = identity;
                        let client = $module::$client::of(client).ok_or_else(wrong_client)?;
                        build_several(client, &identity, messages, now, new_id)
                    })?)+
                }
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

        /// The JSON Schema of what the events of a request have in common; `None` if there is no such provider, or it takes one.
        #[cfg(feature = "schema")]
        pub(crate) fn identity_schema(provider: &str) -> Option<schemars::Schema> {
            $($(if provider == $module::$client::SPEC.name {
                return Some(schemars::schema_for!($module::$identity));
            })?)+
            None
        }
    };
    (@kinds [] $module:ident::$client:ident { $($event:ident)+ }) => {
        const _: () = assert!($module::$client::SPEC.batch.is_none());
    };
    (@kinds [$identity:ident] $module:ident::$client:ident { $($event:ident)+ }) => {
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
    (@with [$identity:ident] $client:ident, $then:ident) => { Some($then.with($client)) };
}

providers! {
    /// Adjust.
    adjust::Adjust {
        /// An event for Adjust.
        AdjustEvent(Event),
        /// Ad revenue for Adjust.
        AdjustAdRevenue(AdRevenue),
        /// A session for Adjust.
        AdjustSession(Session),
        /// A decision about third-party sharing for Adjust.
        AdjustThirdPartySharing(ThirdPartySharing),
        /// An erasure for Adjust.
        AdjustGdprForgetDevice(GdprForgetDevice),
    }
    /// AppsFlyer.
    appsflyer::AppsFlyer {
        /// An event for AppsFlyer.
        AppsFlyerEvent(Event),
    }
    /// Branch's Events API.
    branch::Branch {
        /// A standard event for Branch.
        BranchStandard(Standard),
        /// A custom event for Branch.
        BranchCustom(Custom),
    }
    /// Google Analytics 4.
    ga4::Ga4 [Identity, Message] {
        /// An event for Google Analytics 4.
        Ga4Event(Event),
    }
    /// Meta's Conversions API.
    meta::Meta [Identity, Message] {
        /// An event for Meta.
        MetaEvent(Event),
    }
    /// Metrix's REST API.
    metrix::Metrix [Identity, Message] {
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
        MetrixInAppEvent(Event),
    }
    /// Singular.
    singular::Singular {
        /// An event for Singular.
        SingularEvent(Event),
        /// Ad revenue for Singular.
        SingularAdRevenue(AdRevenue),
        /// A session for Singular.
        SingularSession(Session),
    }
    /// TikTok's Events API.
    tiktok::TikTok [Identity, Message] {
        /// An event for TikTok.
        TikTokEvent(Event),
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

/// A kind of event of a provider in the list.
pub(crate) trait AnyKind: Kind<Client: OfAny> {}

impl<T: Kind<Client: OfAny>> AnyKind for T {}

/// What to do with the struct of a kind.
pub(crate) trait WithKind {
    type Output;

    fn with<T: AnyKind>(self) -> Self::Output;
}

/// Builds the request of an event with a client of any provider.
pub(crate) fn build<T: AnyKind>(event: &T, client: &AnyClient, now: Timestamp, found: Found) -> Result<Request, Issues> {
    event.build(own_client::<T>(client)?, now, found)
}

/// Like [`build`], for an event as it is read.
pub(crate) fn build_read<T: AnyKind>(event: &T::Read<'_>, client: &AnyClient, now: Timestamp, found: Found) -> Result<Request, Issues> {
    T::build_read(event, own_client::<T>(client)?, now, found)
}

/// The client of the provider that a kind of event belongs to.
fn own_client<T: AnyKind>(client: &AnyClient) -> Result<&T::Client, Issues> {
    T::Client::of(client).ok_or_else(wrong_client)
}

/// Clients are looked up by their provider, so this does not occur.
fn wrong_client() -> Issues {
    Issue::new("", Code::UnknownDestination, "the destination is another provider's").into()
}

/// Builds one request of several events.
#[cfg(feature = "uniffi")]
fn build_several<B: client::Batches>(
    client: &B,
    identity: &B::Identity,
    mut events: Vec<B::Event>,
    now: Timestamp,
    mut new_id: client::NewId<'_>,
) -> Result<Request, Issues> {
    for event in &mut events {
        B::complete(event, new_id.as_mut().map(|new_id| &mut **new_id as &mut dyn FnMut() -> String));
    }
    client.build_many(Some(identity), events.iter().map(Some), now, Found::default())
}

/// Every configuration and every kind of event of all providers, and what the events of one request have in common, without the records inside
/// of them.
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

/// Interprets the response to a request by the rules of its kind and of the provider that it is for.
///
/// One sender can serve all providers with it. The method of a client does the same, whichever client it is: a request knows its provider.
pub fn interpret(request: &Request, response: &Response) -> Outcome {
    interpreted(request.request_kind(), Some(request), response)
}

/// Interprets a response. The provider's own text is shown without what it may repeat of the request.
pub(crate) fn interpreted(kind: RequestKind, request: Option<&Request>, response: &Response) -> Outcome {
    let Interpreted { outcome, text } = (kind.rules.interpret)(kind.rules.responses, response, request.map_or(1, Request::event_count));
    outcome.with_provider_message(text.map(|text| masked(&text, request)))
}

/// Interprets the lack of a response: the same for every provider.
pub fn interpret_no_response(kind: NoResponse) -> Outcome {
    kind.into()
}
