//! States of the events in an outbox.

use s2s_core::delivery::ReportKind;

/// Why an event of the state `skipped` is not sent.
pub(crate) const SKIPPED: &str = "the destination's `events` say `skip`";

/// State of an event in an outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// It was submitted and will be sent, or sent again.
    Waiting,
    /// It was added and is not built yet.
    Added,
    /// It will be built and submitted once more.
    Again,
    /// The configuration has no destination for it.
    Unconfigured,
    /// It could not be built; nothing was sent.
    Invalid,
    /// The destination is not to get it.
    Skipped,
    Delivered,
    Duplicate,
    Dropped,
    GaveUp,
}

impl State {
    pub(crate) const ALL: [Self; 10] = [
        Self::Waiting,
        Self::Added,
        Self::Again,
        Self::Unconfigured,
        Self::Delivered,
        Self::Duplicate,
        Self::Dropped,
        Self::GaveUp,
        Self::Invalid,
        Self::Skipped,
    ];

    pub(crate) fn of(kind: ReportKind) -> Self {
        // They have the same names.
        Self::from_name(kind.as_str()).unwrap_or(Self::GaveUp)
    }

    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Added => "added",
            Self::Again => "again",
            Self::Unconfigured => "unconfigured",
            Self::Invalid => "invalid",
            Self::Skipped => "skipped",
            Self::Delivered => ReportKind::Delivered.as_str(),
            Self::Duplicate => ReportKind::Duplicate.as_str(),
            Self::Dropped => ReportKind::Dropped.as_str(),
            Self::GaveUp => ReportKind::GaveUp.as_str(),
        }
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == name)
    }

    /// Whether the provider has the event.
    pub(crate) fn is_delivered(self) -> bool {
        matches!(self, Self::Delivered | Self::Duplicate)
    }

    /// Whether nothing is left to do about it.
    pub(crate) fn is_settled(self) -> bool {
        self.is_delivered() || self == Self::Skipped
    }
}
