//! A local server that behaves as the S2S event APIs of measurement and advertising providers are
//! documented, so that programs and tests can send to it.
//!
//! ```
//! # async fn example() -> std::io::Result<()> {
//! use s2s_sandbox::{Config, Sandbox};
//!
//! let sandbox = Sandbox::start(Config::default(), 0).await?;
//! let base_url = sandbox.base_url("adjust"); // http://127.0.0.1:PORT/adjust
//! // … send events …
//! for entry in sandbox.account().rejected {
//!     println!("{entry:?}");
//! }
//! sandbox.stop().await;
//! # Ok(())
//! # }
//! ```
//!
//! Every provider API is mounted below its name, with the paths that it documents: Adjust's
//! `/event` is `/adjust/event`. The [modules](#modules) list paths and rules. Next to them there
//! are:
//!
//! | path | |
//! |---|---|
//! | `GET /` | a page for browsers that shows what arrives, and switches faults |
//! | `GET /_sandbox/events` | the [`Account`] of everything processed, as JSON |
//! | `DELETE /_sandbox/events` | empties the account; what a provider remembers (unique events, the order of events, message ids) stays |
//! | `GET /healthz` | 200, while it serves |
//!
//! It shares no code with what builds requests, so that it notices a fault there. Where a provider
//! documents no response, it chooses one. A parameter or field that no page documents is accepted.
//! Requests whose URL is above 64 KiB are refused by the HTTP layer with 414 and are not in the
//! account.
//!
//! # Faults
//! The header `x-sandbox-fault`, or the query parameter `sandbox_fault`, makes a request go wrong;
//! `[faults]` in the [`Config`] does so by chance, and the page by hand. [`Fault`] lists what there
//! is. Everything that was processed is in the account, also when its response was lost; nothing
//! else is.
//!
//! # Who is served
//! Programs, and the sandbox's own page. A request whose `Host` is neither loopback nor one of
//! [`Config::allowed_hosts`] is refused with 403, and so is one that a browser sends for the page of
//! another origin.
//!
//! # Rules
//! An entry of the account that was not accepted names the first rule that its request broke. The
//! [module](#modules) of each provider lists its rules with their responses.

mod account;
mod clock;
mod config;
mod exchange;
mod fault;
mod guard;
mod ledger;
mod page;
mod provider;
mod secret;
mod server;
mod wire;

pub use account::{Account, AccountConfig, Entry, Refusal};
pub use config::ConfigError;
pub use exchange::Identity;
pub use fault::{Fault, FaultConfig, FaultRate};
pub use provider::*;
pub use secret::Secret;
pub use server::{DemoDestination, Sandbox};
