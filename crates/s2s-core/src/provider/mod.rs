//! One folder per provider API: `config.rs`, `event.rs`, `build.rs` (event to request) and `interpret.rs` (answer to outcome),
//! `deliver.rs` (what delivering has to know).

pub mod adjust;
pub mod metrix;
pub mod metrix_inapp;

mod answer;
mod base_url;
pub(crate) mod deliver;
mod fields;
mod mask;
mod rules;

pub(crate) use fields::{camel_case, fields, snake_case};
pub(crate) use mask::without_values;

use crate::outcome::{Outcome, OutcomeKind, Scope};
use crate::request::Request;
use crate::response::{NoResponse, Response};

/// Interprets the response to a request by the rules of the provider that the request is for.
///
/// One sender can serve all providers with it. The method of a client does the same, whichever client it is: a request knows its provider.
pub fn interpret(request: &Request, response: &Response) -> Outcome {
    interpret_as(request.provider(), Some(request), response)
        // Every request is built by one of the providers.
        .unwrap_or(Outcome::new(OutcomeKind::Unclear, Scope::Event, "unknown provider"))
}

/// Interprets the lack of a response: the same for every provider.
pub fn interpret_no_response(kind: NoResponse) -> Outcome {
    kind.into()
}

/// Interprets a response by the rules of the provider of that name; `None` if there is no such provider.
pub(crate) fn interpret_as(provider: &str, request: Option<&Request>, response: &Response) -> Option<Outcome> {
    match provider {
        adjust::NAME => Some(adjust::interpret(request, response)),
        metrix::NAME => Some(metrix::interpret(request, response)),
        metrix_inapp::NAME => Some(metrix_inapp::interpret(request, response)),
        _ => None,
    }
}
