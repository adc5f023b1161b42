//! The sink for Kafka Connect: `cargo xtask kafka [test | full | demo]`.

use std::process::Command;

use crate::jvm;
use crate::run::{executable, root, run};

/// Events of the test that kills workers, where its size is not that of CI.
const FULL: &str = "50000";

pub(crate) fn task(args: &[String]) -> Result<(), String> {
    if !jvm::is_installed() {
        return Ok(());
    }
    match args.first().map(String::as_str) {
        None | Some("test") => built().and_then(|()| test(None)),
        Some("full") => built().and_then(|()| test(Some(FULL))),
        Some("demo") => built().and_then(|()| demo()),
        Some(_) => Err("usage: cargo xtask kafka [test | full | demo]".to_owned()),
    }
}

/// The jar that the sink needs, without its own tests.
fn built() -> Result<(), String> {
    jvm::install(&["-DskipTests"])
}

/// Runs all tests of the module, with the jar that is installed. `events` is the size of the test that kills workers.
pub(crate) fn test(events: Option<&str>) -> Result<(), String> {
    let mut verify = maven(&["verify"])?;
    if let Some(events) = events {
        verify.arg(format!("-Ds2s.events={events}"));
    }
    run(verify)
}

/// Builds the folder of the plugin, and its archive.
pub(crate) fn package() -> Result<(), String> {
    run(maven(&["package", "-DskipTests"])?)
}

/// Starts a broker, a worker and a sandbox, and sends events through them.
fn demo() -> Result<(), String> {
    run(maven(&["package", "-DskipTests"])?)?;
    run(maven(&["exec:java"])?)
}

/// `mvn` for the module, with the consumers' local repository.
fn maven(args: &[&str]) -> Result<Command, String> {
    let program = executable(&["build", "--locked", "--package", "s2s-cli", "--bin", "s2s"])?;
    let pom = root().join("kafka/pom.xml").to_string_lossy().into_owned();
    let mut maven = jvm::consumer(&[&["--file", &pom], args].concat())?;
    maven.env("S2S_PROGRAM", program);
    Ok(maven)
}
