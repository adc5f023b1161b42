//! What delivering an event has to know.

use crate::provider::deliver::{Facts, Order, Repeated};
use crate::request::Request;

/// A lane is a user: the first member of the body. That events have to come in order is not documented; those of one user keep the one in which
/// they were submitted. No deduplication is documented.
pub(crate) fn facts(request: &Request) -> Facts<'_> {
    let body = request.body();
    Facts {
        lane: memchr::memmem::find(body, br#"",""#).and_then(|end| body.get(..end)).unwrap_or(body),
        group: &[],
        order: Order::Submission,
        expires_at: None,
        repeated: Repeated::MayCount,
        is_joinable: false,
    }
}
