//! The program `s2s`, as a user runs it.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that finds something else than it expects has failed"
)]

mod account;
mod build;
mod canary;
mod config;
mod damaged;
mod demo;
mod failure;
mod grown;
mod input;
mod interpret;
mod killed;
mod neutral;
mod neutral_outbox;
mod outbox;
mod program;
mod providers;
mod sandbox;
mod send;
mod stdout;
mod table;
mod unconfigured;
