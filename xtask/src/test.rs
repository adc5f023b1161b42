//! `cargo xtask test`: every test there is, or those of one part.

use crate::{fuzz, jvm, node, page, python, run, swift};

/// How long each fuzz target runs as a part of the tests.
const FUZZ_SECONDS: u32 = 20;

type Part = (&'static str, fn() -> Result<(), String>);

const PARTS: &[Part] = &[
    ("rust", rust),
    ("python", python::test),
    ("node", node::test),
    ("page", page::test),
    ("jvm", jvm::test),
    ("swift", swift::test),
    ("fuzz", || fuzz::run(FUZZ_SECONDS)),
];

pub(crate) fn run(only: Option<&str>) -> Result<(), String> {
    let parts: Vec<&Part> = PARTS.iter().filter(|(name, _)| only.is_none_or(|only| only == *name)).collect();
    if parts.is_empty() {
        return Err(format!("there are tests of {}", PARTS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")));
    }
    parts.iter().try_for_each(|(_, run)| run())
}

fn rust() -> Result<(), String> {
    run::run(run::cargo(&[
        "test",
        "--locked",
        "--workspace",
        "--exclude",
        "s2s-uniffi-bindgen",
        "--exclude",
        "s2s-examples",
        "--all-features",
    ]))?;
    // By itself, so that no other package brings TLS into it.
    run::run(run::cargo(&["test", "--locked", "--package", "s2s-examples"]))?;
    // What most users have.
    run::run(run::cargo(&["test", "--locked", "--package", "s2s-core"]))
}
