//! The npm package: tests, checks and bench.

use crate::run::{command, npm, npm_install, output, root, run};
use crate::times::{self, Target};

/// The package's folder.
const FOLDER: &str = "node";

/// Builds the native module and the package, and runs its tests.
pub(crate) fn test() -> Result<(), String> {
    npm_install(FOLDER)?;
    run(npm(FOLDER, &["test"]))
}

/// Format, style and types: of the package, its tests and the recipes.
pub(crate) fn lint() -> Result<(), String> {
    npm_install(FOLDER)?;
    run(npm(FOLDER, &["run", "build"]))?;
    run(npm(FOLDER, &["run", "lint"]))
}

const TARGETS: [Target; 4] = [("typed", "zod", 2.3), ("typed", "unchecked", 1.0), ("build_many", "zod", 3.0), ("build_jsonl", "zod", 12.0)];

/// Times the ways of an event to its request.
pub(crate) fn bench() -> Result<(), String> {
    npm_install(FOLDER)?;
    run(npm(FOLDER, &["run", "build:release"]))?;
    let mut bench = command("node", &["bench/main.mjs"]);
    bench.current_dir(root().join(FOLDER));
    times::print(&output(&mut bench)?, &TARGETS, None)
}
