//! Who keeps the account of a run: what became of every line.

use s2s_core::Issue;
use s2s_core::delivery::{Delivery, Report};

use super::reader::Line;
use crate::error::Error;

/// Keeps the account of a run.
pub(super) trait Ledger {
    /// Whether another run goes on where this one ends.
    const IS_KEPT: bool;

    /// The next lines of other runs that are to be submitted once more; none when there are no more.
    fn again(&mut self) -> Result<Vec<Line>, Error>;

    /// The number by which a line is known, once it is entered as the next one.
    fn next_id(&self, line: &Line) -> u64;

    /// A line has become an event, and is to be sent.
    fn submitted(&mut self, line: Line, event: Event, destination: &str) -> Result<(), Error>;

    /// A line is no event that could be sent; `provider` where one is known.
    fn invalid(&mut self, line: Line, provider: Option<&'static str>, issues: Vec<Issue>) -> Result<(), Error>;

    /// The run has ended before an event could be submitted.
    fn not_sent(&mut self, line: Line, event: Event) -> Result<(), Error>;

    /// What became of an event.
    fn reported(&mut self, id: u64, report: Report) -> Result<(), Error>;

    /// Everything up to now is to be kept, and `log` with it.
    fn store(&mut self, log: &[u8]) -> Result<(), Error>;

    /// Makes what is kept of a delivery shorter, if that is worth it: at the end it is.
    fn shorten(&mut self, delivery: &Delivery, is_over: bool) -> Result<(), Error>;
}

/// What is known of a line that has become an event.
pub(super) struct Event {
    pub(super) provider: &'static str,
    /// The id that was made for it.
    pub(super) new_id: Option<String>,
    pub(super) warnings: Vec<Issue>,
}
