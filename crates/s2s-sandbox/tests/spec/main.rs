//! The sandbox's specification: what the providers document, one behaviour a test.

mod account;
mod adjust;
mod appsflyer;
mod client;
mod config;
mod faults;
mod ga4;
mod guard;
mod metrix;
mod metrix_inapp;
mod page;
mod server;
mod tiktok;
