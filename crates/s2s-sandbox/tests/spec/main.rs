//! The sandbox's specification: what the providers document, one behaviour a test.

mod account;
mod adjust;
mod appsflyer;
mod branch;
mod client;
mod config;
mod faults;
mod ga4;
mod guard;
mod meta;
mod metrix;
mod metrix_inapp;
mod page;
mod server;
mod singular;
mod tiktok;
