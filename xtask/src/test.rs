//! `cargo xtask test`: every test there is, or those of one part.

use crate::parts::{self, Part};
use crate::{fuzz, jvm, node, page, python, run, swift};

/// How long each fuzz target runs as a part of the tests.
const FUZZ_SECONDS: u32 = 20;

/// The long ones first.
const PARTS: &[&[Part]] = &[
    &[("rust", rust)],
    &[("jvm", jvm::test), ("swift", swift::test)],
    &[("python", python::test)],
    &[("node", node::test)],
    &[("fuzz", || fuzz::run(FUZZ_SECONDS))],
    &[("page", page::test)],
];

pub(crate) fn run(only: Option<&str>) -> Result<(), String> {
    parts::run("test", PARTS, only)
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
    // Default features, as most users have them. No feature changes what the other tests are about.
    run::run(run::cargo(&["test", "--locked", "--package", "s2s-core", "--lib", "--test", "requests"]))
}
