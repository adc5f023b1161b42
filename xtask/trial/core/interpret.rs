//! A response becomes an outcome.

use crate::outcome::{OutcomeKind, Scope};
use crate::provider::answer::{self, Interpreted, ResponseRule};
use crate::response::Response;

/// Source: <https://docs.numbat.example/responses>
pub(super) const RESPONSES: &[&[ResponseRule]] = &[
    &[ResponseRule::status(409, OutcomeKind::Duplicate, Scope::Event, "every event is known already")],
    answer::COMMON,
    &answer::of_status_alone("accepted", "API key wrong"),
];

pub(super) fn interpret(response: &Response) -> Interpreted {
    answer::by_status_alone(RESPONSES, response)
}
