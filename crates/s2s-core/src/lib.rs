//! Server-to-server (S2S) events for measurement and advertising providers, without I/O.
//!
//! An event becomes a validated HTTP [`Request`]; you send it with the HTTP client that you have; its [`Response`], or the lack of one
//! ([`NoResponse`]), becomes an [`Outcome`] that says what to do next. There is no clock, randomness, environment, file or socket in here:
//! `now` and message ids are arguments.
//!
//! Each provider API has a module and a client type, such as [`adjust`] and [`Adjust`].
//! [`dynamic`] chooses them at run time, from JSON; [`delivery`] decides what to send next. All problems with an event are reported at once, as [`Issues`].
//!
//! Configurations and events implement serde's `Deserialize` for `serde_json::from_str` and `from_slice`. The errors of serde may repeat
//! values; [`dynamic`] reads the same JSON, finds every problem and repeats no value.
//!
//! # Features
//! - `http`: conversions from [`Request`] and to [`Response`] for the `http` crate.
//! - `chrono`, `jiff`, `time`: their points in time as [`Timestamp`] and [`value::Time`]; `rust_decimal`: decimals as [`value::Number`]; `uuid`: as
//!   [`value::Text`].
//! - `csv`: events from tables in CSV, see [`dynamic::Csv`].
//! - `serialize`: serde's `Serialize` for [`Outcome`], [`Issues`], [`delivery::Report`] and [`delivery::Stats`]. Nothing is in them that `Debug` hides, but for the id
//!   of a report.
//! - `schema`: JSON Schema of every configuration and event.
//! - `uniffi`: configurations and events as UniFFI records, for bindings to other languages.

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!();

#[cfg(feature = "bench")]
#[doc(hidden)]
pub mod bench_support;
#[doc(hidden)]
pub mod binding;
mod closed;
pub mod delivery;
pub mod dynamic;
mod encode;
pub mod hash;
mod issue;
pub mod one_event;
mod outcome;
mod provider;
mod request;
mod response;
mod secret;
#[cfg(feature = "serialize")]
mod serialize;
mod site;
pub mod value;

pub use issue::{Code, Issue, Issues, Severity};
pub use outcome::{EventOutcome, Outcome, OutcomeKind, Scope};
pub use provider::client::EventOf;
pub use provider::exports::*;
pub use provider::{interpret, interpret_no_response};
pub use request::{Header, Method, Request, SecretPlace};
pub use response::{NoResponse, Response};
pub use secret::Secret;
pub use value::Timestamp;

/// `Debug` that shows nothing of what a type holds: credentials and personal data.
macro_rules! redacted_debug {
    ($type:ident) => {
        impl ::std::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(stringify!($type)).finish_non_exhaustive()
            }
        }
    };
}
use redacted_debug;
