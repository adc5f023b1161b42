//! The Swift package: tests and bench, and the native library that it is built with.

mod sources;
mod toolchain;

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::fs;

use crate::run::{cargo, output, root, run};
use crate::times::{self, Target};
use toolchain::Toolchain;

const USAGE: &str = "cargo xtask swift [library]";

/// `cargo xtask swift`: prepares a toolchain where there is none, and runs the tests.
pub(crate) fn task(args: &[String]) -> Result<(), String> {
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => test_with(&Toolchain::prepared()?),
        ["library"] => library(),
        _ => Err(format!("usage: {USAGE}")),
    }
}

/// Runs the package's tests, where there is a `swift`.
pub(crate) fn test() -> Result<(), String> {
    match Toolchain::installed() {
        Some(toolchain) => test_with(&toolchain),
        None => {
            eprintln!("the Swift package is not tested: `swift` is missing (`cargo xtask swift` prepares one on Debian)");
            Ok(())
        }
    }
}

fn test_with(toolchain: &Toolchain) -> Result<(), String> {
    run(cargo(&["build", "--quiet", "--locked", "--package", "s2s-uniffi", "--features", "panics"]))?;
    run(cargo(&["build", "--quiet", "--locked", "--package", "s2s-cli", "--bin", "s2s"]))?;
    let built = root().join("target/debug");
    sources::generate(&built.join(dynamic()))?;
    let mut tests = toolchain.swift(&["test", "--disable-sandbox", "--disable-swift-testing"]);
    // The dynamic library: what changes in it needs no new link.
    tests.env("RUST_BACKTRACE", "0").env("S2S_EVENTS_NATIVE", &built).env("LD_LIBRARY_PATH", &built).env("DYLD_LIBRARY_PATH", &built);
    run(tests)
}

/// Puts the native library and what is generated of it where the package is built with it.
pub(crate) fn library() -> Result<(), String> {
    run(cargo(&["build", "--locked", "--profile", "native", "--package", "s2s-uniffi"]))?;
    let built = root().join("target/native");
    sources::generate(&built.join(dynamic()))?;
    let native = root().join("swift/native");
    let name = "libs2s_uniffi.a";
    fs::create_dir_all(&native).and_then(|()| fs::copy(built.join(name), native.join(name))).map_err(|error| format!("{name}: {error}"))?;
    // SwiftPM does not see that a library is another one.
    let _ = fs::remove_file(root().join("swift/.build/release/Bench"));
    Ok(())
}

/// Minimum ratio of the speeds of two rows of the bench.
const TARGETS: [Target; 1] = [("typed", "foundation", 1.0)];

/// Times the ways of an event to its request.
pub(crate) fn bench() -> Result<(), String> {
    let Some(toolchain) = Toolchain::present() else {
        eprintln!("the Swift package is not timed: `swift` is missing (`cargo xtask swift` prepares one on Debian)");
        return Ok(());
    };
    library()?;
    times::print(&output(&mut toolchain.swift(&["run", "--disable-sandbox", "--configuration", "release", "Bench"]))?, &TARGETS, None)
}

fn dynamic() -> String {
    format!("{DLL_PREFIX}s2s_uniffi{DLL_SUFFIX}")
}
