//! A response becomes an outcome.

use crate::outcome::Outcome;
use crate::provider::answer::{self, ResponseRule};
use crate::request::Request;
use crate::response::Response;

/// Only the 400 for none or both of the advertising ids is documented. Source: <https://docs.metrix.ir/faq/s2s-integration/>
pub(super) const RESPONSES: &[&[ResponseRule]] = &[
    answer::COMMON,
    &answer::of_status_alone(
        "accepted, processing not confirmed",
        "app id or dev key wrong, or the server's address is not on the dashboard's IP allow-list",
    ),
];

pub(super) fn interpret(request: Option<&Request>, response: &Response) -> Outcome {
    answer::by_status_alone(RESPONSES, request, response)
}
