//! What delivery has to know of a request: it is written down when the request is built.

use std::ops::Range;

use crate::value::Timestamp;

/// What delivery has to know of a request, in addition to what is the same for all requests of its provider. Positions are counted from where its
/// parameters begin: those of the query, or the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Facts {
    /// The end of what all requests of a lane begin with.
    lane: u32,
    /// The end of what the requests begin with that the provider can refuse for what they are, while it accepts others of their
    /// destination. 0 where that is all of them.
    group: u32,
    /// The time of the event. `None` where the provider has no rule about it.
    pub(crate) time: Option<EventTime>,
    /// The number of events, where a request can have several and they have no ids; 0 elsewhere.
    events: u32,
    /// Whether the event must not be sent after its provider's [`deadline`](super::spec::KindRules::deadline).
    pub(crate) expires: bool,
}

/// The time of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum EventTime {
    /// The time that is sent, as precisely as it is sent.
    Sent(Timestamp),
    /// That of its receipt, unless a time is inserted at this position.
    OfReceipt(u32),
}

impl Facts {
    pub(crate) fn new(lane: usize, group: usize, time: Option<EventTime>) -> Self {
        Self { lane: position(lane), group: position(group), time, events: 0, expires: false }
    }

    pub(crate) fn with_events(self, events: usize) -> Self {
        Self { events: position(events), ..self }
    }

    pub(crate) fn with_expiry(self, expires: bool) -> Self {
        Self { expires, ..self }
    }

    pub(crate) fn lane(&self) -> usize {
        self.lane as usize
    }

    pub(crate) fn group(&self) -> usize {
        self.group as usize
    }

    pub(crate) fn events(&self) -> usize {
        self.events as usize
    }

    /// The facts of the request in which a credential has been replaced by one of another length.
    pub(crate) fn with_replaced(self, credential: Range<usize>, length: usize) -> Self {
        let moved = |end: usize| if end >= credential.end { end - credential.len() + length } else { end };
        let time = match self.time {
            Some(EventTime::OfReceipt(place)) => Some(EventTime::of_receipt(moved(place as usize))),
            sent => sent,
        };
        Self { lane: position(moved(self.lane())), group: position(moved(self.group())), time, ..self }
    }
}

impl EventTime {
    pub(crate) fn of_receipt(place: usize) -> Self {
        Self::OfReceipt(position(place))
    }
}

/// The name of a lane whose requests begin with nothing else.
pub(crate) fn whole(beginning: &[u8]) -> &[u8] {
    beginning
}

/// A request of 4 GiB is refused long before.
fn position(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}
