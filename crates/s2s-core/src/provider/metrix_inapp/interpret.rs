//! A response becomes an outcome.

use crate::provider::answer::{self, Interpreted, ResponseRule};
use crate::response::Response;

/// Only the 400 for none or both of the advertising ids is documented. Source: <https://docs.metrix.ir/faq/s2s-integration/>
pub(super) const RESPONSES: &[&[ResponseRule]] = &[
    answer::COMMON,
    &answer::of_status_alone(
        "accepted, processing not confirmed",
        "app id or dev key wrong, or the server's address is not on the dashboard's IP allow-list",
    ),
];

pub(super) fn interpret(response: &Response) -> Interpreted {
    answer::by_status_alone(RESPONSES, response)
}
