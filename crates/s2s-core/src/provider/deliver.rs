//! What delivering a request has to know of its provider. It is read from the request itself, so that one that was kept for days tells it, too.

use crate::value::Timestamp;

/// What delivering a request has to know of its provider.
pub(crate) struct Facts<'r> {
    /// What the requests of a lane have in common, which is nothing but a lane's name to everybody else.
    pub(crate) lane: &'r [u8],
    /// What the requests have in common that the provider can refuse for what they are, while it takes others of their destination. Empty
    /// where that is all of them.
    pub(crate) group: &'r [u8],
    /// In which order the requests of a lane are to leave.
    pub(crate) order: Order,
    /// From then on the provider refuses the event.
    pub(crate) expires_at: Option<Timestamp>,
    /// What a repetition after an unclear answer may do.
    pub(crate) repeated: Repeated,
    /// Whether requests of one lane can be joined to one: their bodies are the lane's text, messages, and [`JOINED_END`].
    pub(crate) is_joinable: bool,
}

/// What stands behind the messages of a request that can be joined.
pub(crate) const JOINED_END: &[u8] = b"]}";

/// In which order the requests of a lane are to leave.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// As they were submitted.
    Submission,
    /// By the time of the event: the provider refuses one that is older than what it has.
    Time(Timestamp),
    /// As they were submitted, and the provider takes the time of receipt for that of the event.
    Receipt,
}

/// What a repetition after an unclear answer may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repeated {
    /// The provider drops it.
    Dropped,
    /// The provider may count it, too: no deduplication is documented.
    MayCount,
}
