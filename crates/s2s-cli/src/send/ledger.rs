//! Who keeps the account of a run: what became of every line.

use s2s_core::Issue;
use s2s_core::delivery::{Attempt, Delivery, Report};

use super::reader::{Line, Part};
use crate::error::Error;
use crate::outbox::Shut;

/// Keeps the account of a run.
pub(super) trait Ledger {
    /// Whether another run goes on where this one ends.
    const IS_KEPT: bool;

    /// The next lines that were taken in before and are to be built; none when there are no more for now.
    fn again(&mut self) -> Result<Vec<Line>, Error>;

    /// The number by which a line is known, once it is entered as the next one.
    fn next_id(&mut self, line: &Line) -> Result<u64, Error>;

    /// A line has become an event, and is to be sent.
    fn submitted(&mut self, line: Line, event: Event, destination: &str) -> Result<(), Error>;

    /// A line is no event that could be sent; `provider` where one is known.
    fn invalid(&mut self, line: Line, provider: Option<&'static str>, issues: Vec<Issue>) -> Result<(), Error>;

    /// A line is an event for which no destination is configured: the one of this name, or else its provider's.
    fn unconfigured(
        &mut self,
        line: Line,
        provider: Option<&'static str>,
        destination: Option<String>,
        issues: Vec<Issue>,
    ) -> Result<(), Error>;

    /// A line is an event for every provider, of these parts. All of them are entered, or none; returns the line of each.
    fn split(&mut self, line: Line, parts: Vec<Part>) -> Result<Vec<Line>, Error>;

    /// A destination's settings say that it does not get an event for every provider.
    fn skipped(&mut self, line: Line, provider: Option<&'static str>) -> Result<(), Error>;

    /// The run has ended before an event could be submitted.
    fn not_sent(&mut self, line: Line, event: Event) -> Result<(), Error>;

    /// What became of an event.
    fn reported(&mut self, id: u64, report: Report) -> Result<(), Error>;

    /// An event waits for another attempt after one that had this outcome.
    fn attempted(&mut self, id: u64, attempt: &Attempt<'_>, reason: &str) -> Result<(), Error>;

    /// Other destinations than before are shut.
    fn shut(&mut self, shut: Vec<Shut>) -> Result<(), Error>;

    /// Whether something is not stored yet.
    fn is_changed(&self) -> bool;

    /// Does now and then what keeps the ledger in order.
    fn tidy(&mut self) -> Result<(), Error>;

    /// Everything up to now is to be kept, and `log` with it. It may replace the log that is kept.
    fn store(&mut self, log: &[u8], replaces: bool) -> Result<(), Error>;

    /// The run has ended, and leaves this delivery.
    fn end(&mut self, delivery: &Delivery) -> Result<(), Error>;
}

/// What is known of a line that has become an event.
pub(super) struct Event {
    pub(super) provider: &'static str,
    /// The id that was made for it.
    pub(super) new_id: Option<String>,
    pub(super) warnings: Vec<Issue>,
}
