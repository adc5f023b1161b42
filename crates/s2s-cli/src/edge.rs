//! What the core takes as arguments and this program takes from the machine: the clock, the environment and randomness.

use std::env::VarError;

use s2s_core::Timestamp;

/// The clock of a run: the machine's, or one that stands still.
#[derive(Clone, Copy)]
pub(crate) struct Clock(Option<Timestamp>);

impl Clock {
    /// A clock that stands still at `now`, or the machine's.
    pub(crate) fn new(now: Option<Timestamp>) -> Self {
        Self(now)
    }

    #[expect(clippy::disallowed_methods, reason = "the program's one look at the clock")]
    pub(crate) fn now(self) -> Timestamp {
        // Of a machine whose clock is beyond the year 9999 there is nothing better to say.
        self.0.unwrap_or_else(|| std::time::SystemTime::now().try_into().unwrap_or(Timestamp::MAX))
    }
}

/// A variable of the environment.
#[expect(clippy::disallowed_methods, reason = "a configuration names the variables that it wants")]
pub(crate) fn variable(name: &str) -> Result<String, VarError> {
    std::env::var(name)
}

/// An id for a message that has none.
#[expect(clippy::disallowed_methods, reason = "the core takes ids as arguments")]
pub(crate) fn new_id() -> String {
    uuid::Uuid::new_v4().to_string()
}
