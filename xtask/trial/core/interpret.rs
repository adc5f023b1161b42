//! The meaning of responses.

use crate::outcome::{OutcomeKind, Scope};
use crate::provider::answer::{self, ResponseRule};

/// Source: <https://docs.numbat.example/responses>
pub(super) const RESPONSES: &[&[ResponseRule]] = &[
    &[ResponseRule::status(409, OutcomeKind::Duplicate, Scope::Event, "every event is known already")],
    answer::COMMON,
    &answer::of_status_alone("accepted", "API key wrong"),
];
