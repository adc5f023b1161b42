//! `cargo xtask test`: every test there is.

use crate::{fuzz, run};

/// How long each fuzz target runs as a part of the tests.
const FUZZ_SECONDS: u32 = 20;

pub(crate) fn run() -> Result<(), String> {
    run::run(run::cargo(&["test", "--locked", "--workspace", "--all-features"]))?;
    // What most users have.
    run::run(run::cargo(&["test", "--locked", "--package", "s2s-core"]))?;
    fuzz::run(FUZZ_SECONDS)
}
