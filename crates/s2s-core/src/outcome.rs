//! What a response means, and what to do next.

use std::fmt;
use std::ops::Range;
use std::time::Duration;

use crate::closed::closed;
use crate::response::{NoResponse, Response};
use crate::value::{Json, Text, Timestamp};

/// What a response, or the lack of one, means for the events of a request.
#[derive(Clone, PartialEq)]
pub struct Outcome {
    kind: OutcomeKind,
    scope: Scope,
    reason: &'static str,
    retry_after: Option<Duration>,
    provider_message: Option<String>,
    details: Vec<(Text, Json)>,
    /// One for each event of the request, or none.
    events: Vec<EventOutcome>,
    /// Whether the refusal of a destination may be about a group of its events alone, such as those of an event token.
    may_be_of_group: bool,
}

closed! {
    /// The decision.
    pub enum OutcomeKind {
        /// The provider accepted the event.
        Delivered = "delivered";
        /// The provider already has the event. Nothing is left to do.
        Duplicate = "duplicate";
        /// The provider will never accept the event as it is.
        Rejected = "rejected";
        /// The credentials are missing, wrong or lack a permission: stop sending to this destination and fix them. Then the event can be
        /// sent again.
        Unauthorized = "unauthorized";
        /// The event was not accepted. Send it again later, a bounded number of times.
        RetryLater = "retry_later";
        /// The event may or may not have been accepted. Sending it again delivers it at least once, and may count it twice where the
        /// provider does not deduplicate.
        Unclear = "unclear";
    }
}

closed! {
    /// What an outcome is about, and so what else it stops.
    pub enum Scope {
        /// This event only.
        Event = "event";
        /// Every event of this device: it opted out, or the provider does not know it (yet).
        Device = "device";
        /// Every event for this destination: credentials, an inactive app, a wrong address.
        Destination = "destination";
    }
}

/// What a response means for one event of a request of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct EventOutcome {
    /// The decision.
    pub kind: OutcomeKind,
    /// What the decision is about.
    pub scope: Scope,
    /// Why, in our words: one of a fixed set of texts.
    pub reason: &'static str,
}

impl EventOutcome {
    pub(crate) const fn new(kind: OutcomeKind, scope: Scope, reason: &'static str) -> Self {
        Self { kind, scope, reason }
    }
}

impl Outcome {
    pub(crate) const fn new(kind: OutcomeKind, scope: Scope, reason: &'static str) -> Self {
        Self {
            kind,
            scope,
            reason,
            retry_after: None,
            provider_message: None,
            details: Vec::new(),
            events: Vec::new(),
            may_be_of_group: false,
        }
    }

    pub(crate) const fn maybe_of_group(mut self) -> Self {
        self.may_be_of_group = true;
        self
    }

    pub(crate) fn may_be_of_group(&self) -> bool {
        self.may_be_of_group
    }

    pub(crate) fn with_details(mut self, details: Vec<(Text, Json)>) -> Self {
        self.details = details;
        self
    }

    /// `events` has one for each event of the request.
    pub(crate) fn with_events(mut self, events: Vec<EventOutcome>) -> Self {
        self.events = events;
        self
    }

    /// What this means for the events at these positions, where it says something of each event.
    pub(crate) fn of_events(&self, positions: Range<usize>) -> Option<Self> {
        let events = self.events.get(positions)?;
        let first = events.first()?;
        let is_the_same = events.iter().all(|event| (event.kind, event.scope) == (first.kind, first.scope));
        if !is_the_same {
            return Some(Self { events: events.to_vec(), ..self.clone() });
        }
        let EventOutcome { kind, scope, reason } = *first;
        let retry_after = self.retry_after.filter(|_| matches!(kind, OutcomeKind::RetryLater | OutcomeKind::Unclear));
        Some(Self { kind, scope, reason, retry_after, events: Vec::new(), ..self.clone() })
    }

    /// Whether it refuses an event of the request for what that is.
    pub(crate) fn refuses_an_event(&self) -> bool {
        self.events.iter().any(|event| event.kind == OutcomeKind::Rejected)
    }

    pub(crate) fn with_provider_message(mut self, message: Option<String>) -> Self {
        self.provider_message = message;
        self
    }

    /// Adds the response's `Retry-After` to an outcome after which sending again makes sense.
    pub(crate) fn with_retry_after(mut self, response: &Response) -> Self {
        if matches!(self.kind, OutcomeKind::RetryLater | OutcomeKind::Unclear) {
            self.retry_after = retry_after(response);
        }
        self
    }

    /// The decision.
    pub fn kind(&self) -> OutcomeKind {
        self.kind
    }

    /// What the decision is about.
    pub fn scope(&self) -> Scope {
        self.scope
    }

    /// Why, in our words: one of a fixed set of texts, without personal data.
    pub fn reason(&self) -> &'static str {
        self.reason
    }

    /// How long the server asks to wait (`Retry-After`, RFC 9110 section 10.2.3), for `RetryLater` and `Unclear`.
    ///
    /// At most a year. A date counts from when the response came ([`Response::received_at`]); where that is not known either, this is `None`.
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// Whether the provider may have accepted the event although that is not certain: true for `Unclear` alone.
    pub fn maybe_delivered(&self) -> bool {
        self.kind == OutcomeKind::Unclear
    }

    /// The provider's own error text: at most 200 characters, with every word masked that has digits or signs in it or that the request
    /// carried. Where the outcome was made without the request, only common words of error texts stay.
    pub fn provider_message(&self) -> Option<&str> {
        self.provider_message.as_deref()
    }

    /// All fields of the provider's response, if it is a JSON object. They may hold personal data (Adjust returns the `adid`).
    pub fn details(&self) -> &[(Text, Json)] {
        &self.details
    }

    /// What the response means for each event of a request of several, in their order, where it names positions: the provider refuses some
    /// of the events for what they are, and the others may be sent again. Empty elsewhere: what the outcome says holds for all events.
    pub fn events(&self) -> &[EventOutcome] {
        &self.events
    }

    /// One field of the provider's response.
    pub fn detail(&self, name: &str) -> Option<&Json> {
        self.details.iter().find(|(own, _)| own.as_str() == name).map(|(_, value)| value)
    }
}

/// What is known without a response; it is the same for every provider.
impl From<NoResponse> for Outcome {
    fn from(kind: NoResponse) -> Self {
        use OutcomeKind::{RetryLater, Unclear};
        match kind {
            NoResponse::Connect => Self::new(RetryLater, Scope::Destination, "no connection, nothing was sent"),
            NoResponse::Tls => Self::new(RetryLater, Scope::Destination, "no secure connection, nothing was sent"),
            NoResponse::Timeout => Self::new(Unclear, Scope::Event, "no response in time after sending began"),
            NoResponse::Closed => Self::new(Unclear, Scope::Event, "connection closed without a response"),
            NoResponse::Cancelled => Self::new(Unclear, Scope::Event, "cancelled before a response arrived"),
            NoResponse::Other => Self::new(Unclear, Scope::Event, "no response"),
        }
    }
}

/// The details may hold personal data; only their number is shown.
impl fmt::Debug for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outcome")
            .field("kind", &self.kind)
            .field("scope", &self.scope)
            .field("reason", &self.reason)
            .field("retry_after", &self.retry_after)
            .field("provider_message", &self.provider_message)
            .field("events", &self.events)
            .field("details", &format_args!("{} fields", self.details.len()))
            .finish()
    }
}

fn retry_after(response: &Response) -> Option<Duration> {
    let value = response.header("retry-after")?.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(value.parse().map_or(MAX_RETRY_AFTER, Duration::from_secs).min(MAX_RETRY_AFTER));
    }
    let at = Timestamp::parse_http_date(value)?;
    let wait = at.unix_millis().saturating_sub(response.received_at()?.unix_millis());
    Some(Duration::from_millis(u64::try_from(wait).unwrap_or(0)).min(MAX_RETRY_AFTER))
}

/// A year: a longer wait is not meant, and would overflow the clocks of some programs.
const MAX_RETRY_AFTER: Duration = Duration::from_secs(365 * 24 * 60 * 60);
