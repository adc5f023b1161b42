//! The sandbox's clock.

use jiff::Timestamp;

/// Tells the time: the machine's, or always the same instant.
#[derive(Clone, Copy)]
pub(crate) struct Clock {
    fixed: Option<Timestamp>,
}

impl Clock {
    pub(crate) fn new(fixed: Option<Timestamp>) -> Self {
        Self { fixed }
    }

    pub(crate) fn now(self) -> Timestamp {
        self.fixed.unwrap_or_else(Timestamp::now)
    }
}
