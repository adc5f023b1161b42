//! The page of the sandbox, in a browser. Its tests say so where there is none.

use crate::run::{executable, npm, npm_install, run};

const FOLDER: &str = "crates/s2s-sandbox/tests/page";

pub(crate) fn test() -> Result<(), String> {
    let program = executable(&["build", "--locked", "--package", "s2s-cli", "--bin", "s2s"])?;
    npm_install(FOLDER)?;
    let mut tests = npm(FOLDER, &["test"]);
    tests.env("S2S_PROGRAM", program);
    run(tests)
}
