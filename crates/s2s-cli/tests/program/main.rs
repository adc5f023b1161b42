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
mod demo;
mod failure;
mod input;
mod interpret;
mod killed;
mod outbox;
mod program;
mod providers;
mod sandbox;
mod send;
