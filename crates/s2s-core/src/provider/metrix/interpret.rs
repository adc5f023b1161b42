//! The meaning of responses.

use crate::provider::answer::{self, ResponseRule};

/// 200, 400 and 403 are documented, bodies are not. Source: <https://docs.metrix.ir/en/technical/api/troubleshooting>
pub(super) const RESPONSES: &[&[ResponseRule]] = &[
    answer::COMMON,
    &answer::of_status_alone(
        "accepted, processing not confirmed",
        "application id or API key wrong, or the server's address is not on the dashboard's IP allow-list",
    ),
];
