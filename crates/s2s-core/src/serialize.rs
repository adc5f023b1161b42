//! Outcomes, issues, reports and statistics as plain data, for logs and queues.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::delivery::{DestinationStats, Report, ReportKind, State, Stats};
use crate::{Code, EventOutcome, Issue, Issues, NoResponse, Outcome, OutcomeKind, Scope, Severity, Timestamp};

/// Serializes by `as_str`.
macro_rules! by_name {
    ($($type:ty)*) => {
        $(impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        })*
    };
}

by_name! { Code NoResponse OutcomeKind ReportKind Scope State }

/// Serializes these fields, in this order.
macro_rules! by_fields {
    ($type:ident { $($field:ident: $value:expr),* $(,)? }, $own:ident, $note:literal) => {
        #[doc = $note]
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $own = self;
                let mut fields = serializer.serialize_struct(stringify!($type), [$(stringify!($field)),*].len())?;
                $(fields.serialize_field(stringify!($field), &$value)?;)*
                fields.end()
            }
        }
    };
}

by_fields! {
    Issue { path: own.path(), code: own.code(), severity: own.code().severity(), message: own.message() },
    own, "An object of `path`, `code`, `severity` and `message`."
}

by_fields! {
    Outcome {
        kind: own.kind(),
        scope: own.scope(),
        reason: own.reason(),
        retry_after_ms: own.retry_after().and_then(|wait| u64::try_from(wait.as_millis()).ok()),
        maybe_delivered: own.maybe_delivered(),
        provider_message: own.provider_message(),
        events: own.events(),
    },
    own, "Everything but the details of the response, which may hold personal data."
}

by_fields! {
    EventOutcome { kind: own.kind, scope: own.scope, reason: own.reason },
    own, "All fields."
}

by_fields! {
    Report {
        id: own.id,
        destination: *own.destination,
        kind: own.kind,
        reason: *own.reason,
        maybe_delivered: own.maybe_delivered,
        attempts: own.attempts,
        outcome: own.outcome,
        cause: own.cause.as_deref(),
    },
    own, "All fields. `Debug` leaves out the id, which may be personal data; without it, a report would be of no use."
}

by_fields! {
    Stats {
        submitted: own.submitted,
        delivered: own.delivered,
        duplicate: own.duplicate,
        dropped: own.dropped,
        gave_up: own.gave_up,
        requests: own.requests,
        pending: own.pending,
        in_flight: own.in_flight,
        lanes: own.lanes,
        remembered_lanes: own.remembered_lanes,
        destinations: own.destinations,
    },
    own, "All fields."
}

by_fields! {
    DestinationStats {
        name: *own.name,
        provider: own.provider,
        state: own.state,
        in_flight: own.in_flight,
        per_second: own.per_second,
        cause: own.cause.as_deref(),
    },
    own, "All fields."
}

/// `issue` or `warning`.
impl Serialize for Severity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Issue => "issue",
            Self::Warning => "warning",
        })
    }
}

/// A list of issues.
impl Serialize for Issues {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.as_slice().serialize(serializer)
    }
}

/// RFC 3339 in UTC, with milliseconds.
impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
