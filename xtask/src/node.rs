//! The npm package: tests, checks and bench.

use std::process::Command;

use crate::run::{command, output, root, run};
use crate::times::{self, Target};

/// Builds the native module and the package, and runs its tests.
pub(crate) fn test() -> Result<(), String> {
    install()?;
    run(npm(&["test"]))
}

/// Format, style and types: of the package, its tests and the recipes.
pub(crate) fn lint() -> Result<(), String> {
    install()?;
    run(npm(&["run", "build"]))?;
    run(npm(&["run", "lint"]))
}

const TARGETS: [Target; 4] = [("typed", "zod", 1.5), ("typed", "unchecked", 1.0), ("build_many", "zod", 2.5), ("build_jsonl", "zod", 5.0)];

/// Times the ways of an event to its request.
pub(crate) fn bench() -> Result<(), String> {
    install()?;
    run(npm(&["run", "build:release"]))?;
    let mut bench = command("node", &["bench/main.mjs"]);
    bench.current_dir(root().join("node"));
    times::print(&output(&mut bench)?, &TARGETS, None)
}

/// Installs what the lockfile says.
fn install() -> Result<(), String> {
    run(npm(&["ci", "--no-audit", "--no-fund"]))
}

/// `npm` in the package's folder.
fn npm(args: &[&str]) -> Command {
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" }, args);
    npm.current_dir(root().join("node"));
    npm
}
