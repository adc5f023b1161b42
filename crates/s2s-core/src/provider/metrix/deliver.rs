//! What delivering messages has to know.

use memchr::memmem;

use crate::provider::deliver::{Facts, Order, Repeated};
use crate::request::Request;

/// A lane is a user of an app. Metrix drops a message whose `id` it has, so repeating one is safe.
/// Source: <https://docs.metrix.ir/en/technical/api/troubleshooting>
///
/// That messages have to come in order is not documented; those of one user keep the one in which they were submitted.
pub(crate) fn facts(request: &Request) -> Facts<'_> {
    const MESSAGES: &[u8] = br#""messages":["#;
    let body = request.body();
    // A user's id cannot hold this: its quotes would be escaped.
    let end = memmem::find(body, MESSAGES).map(|start| start + MESSAGES.len());
    Facts {
        lane: end.and_then(|end| body.get(..end)).unwrap_or(body),
        group: &[],
        order: Order::Submission,
        expires_at: None,
        repeated: Repeated::Dropped,
        is_joinable: end.is_some(),
    }
}
