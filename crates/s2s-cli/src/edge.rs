//! What the core takes as arguments and this program takes from the machine: the clock, the environment and randomness.

use std::env::VarError;
use std::time::Instant;

use s2s_core::Timestamp;

/// The clock of a run: the machine's, or a fixed one.
#[derive(Clone, Copy)]
pub(crate) struct Clock {
    still: Option<Timestamp>,
    began: Instant,
}

impl Clock {
    /// A clock that is fixed at `now`, or the machine's.
    #[expect(clippy::disallowed_methods, reason = "the program's look at the clock")]
    pub(crate) fn new(now: Option<Timestamp>) -> Self {
        Self { still: now, began: Instant::now() }
    }

    #[expect(clippy::disallowed_methods, reason = "the program's look at the clock")]
    pub(crate) fn now(self) -> Timestamp {
        // Of a machine whose clock is beyond the year 9999 there is nothing better to say.
        self.still.unwrap_or_else(|| std::time::SystemTime::now().try_into().unwrap_or(Timestamp::MAX))
    }

    /// The time for waits, which passes also if the clock is fixed.
    pub(crate) fn passing(self) -> Timestamp {
        let Some(still) = self.still else { return self.now() };
        let passed = i64::try_from(self.began.elapsed().as_millis()).unwrap_or(i64::MAX);
        Timestamp::from_unix_millis(still.unix_millis().saturating_add(passed)).unwrap_or(Timestamp::MAX)
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

/// A number that differs from run to run.
#[expect(clippy::disallowed_methods, reason = "the core takes randomness as an argument")]
pub(crate) fn seed() -> u64 {
    uuid::Uuid::new_v4().as_u64_pair().0
}
