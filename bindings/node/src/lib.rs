//! The native module of the npm package `s2s-events`: conversions between JavaScript and `s2s-core`, and no rule of any provider.
//!
//! What crosses is text: JSON in, and one text out. Making and reading JavaScript's objects from here takes longer than all the rest.
//! Names and shapes are the package's own matter; what a user sees is in `node/src`.

pub mod client;
pub mod convert;
pub mod delivery;
pub mod destinations;
pub mod hash;
mod issues;
mod new_id;
mod outcome;
pub mod request;
pub mod run;
pub mod table;

use napi_derive::napi;

/// Address of the page that explains the codes of issues.
#[napi(catch_unwind)]
pub fn issue_page() -> &'static str {
    s2s_core::Code::PAGE
}

/// Runs the program `s2s`; the first argument is its own name. Returns its exit code.
#[napi(catch_unwind)]
pub fn main(arguments: Vec<String>) -> u8 {
    s2s_cli::run(arguments)
}
