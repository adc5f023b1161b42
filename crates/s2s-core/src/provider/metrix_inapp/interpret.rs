//! The meaning of responses.

use crate::provider::answer::{self, ResponseRule};

/// Only the 400 for none or both of the advertising ids is documented. Source: <https://docs.metrix.ir/faq/s2s-integration/>
pub(super) const RESPONSES: &[&[ResponseRule]] = &[
    answer::COMMON,
    &answer::of_status_alone(
        "accepted, processing not confirmed",
        "app id or dev key wrong, or the server's address is not on the dashboard's IP allow-list",
    ),
];
