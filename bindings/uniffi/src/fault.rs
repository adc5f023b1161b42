//! What a panic becomes.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Something in here has panicked, and nothing was made of the call. The text of a panic may hold values, so it stays here.
#[derive(Debug, uniffi::Error)]
pub enum Fault {
    /// It has.
    Panicked,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a fault inside s2s-events; nothing was made of the call")
    }
}

impl std::error::Error for Fault {}

/// Runs what an exported function is for. All of them return a `Result`: Swift ends the process where a function that cannot fail panics.
pub(crate) fn caught<T>(run: impl FnOnce() -> T) -> Result<T, Fault> {
    // What a call changes is its own, but for the tables of what there is and the deliveries, whose locks go on after a panic.
    catch_unwind(AssertUnwindSafe(run)).map_err(|_| Fault::Panicked)
}
