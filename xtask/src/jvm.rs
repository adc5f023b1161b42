//! The Maven module for Kotlin and Java: tests, style and bench. Maven runs cargo and the generator of the bindings by itself.

use std::path::Path;
use std::process::Command;

use crate::kafka;
use crate::run::{command, executable, output, root, run, succeeds};
use crate::times::{self, Target};

/// Builds the library and its bindings, runs the module's tests, and the projects of `kotlin/consumers` and the sink of `kafka/` with its jar.
pub(crate) fn test() -> Result<(), String> {
    if !is_installed() {
        return Ok(());
    }
    install(&[])?;
    ["kotlin-1.9", "spring-boot-3.5", "recipes"]
        .iter()
        .try_for_each(|consumer| consume(&root().join("kotlin/consumers").join(consumer)))?;
    kafka::test(None)
}

/// Builds the jar as it is released, without the tests. If the libraries of all platforms are given, so is that of this one.
pub(crate) fn package(are_given: bool) -> Result<(), String> {
    install(&["-DskipTests", "-Dcargo.profile=native", "-Dcargo.folder=native", &format!("-Dnative.isGiven={are_given}")])
}

/// Builds the jar, and puts it into the local repository of [`consume`].
pub(crate) fn install(settings: &[&str]) -> Result<(), String> {
    let into = format!("-DlocalRepositoryPath={}", repository()?);
    let install = [
        "package",
        "org.apache.maven.plugins:maven-install-plugin:3.1.4:install-file",
        concat!("-Dfile=target/s2s-events-", env!("CARGO_PKG_VERSION"), ".jar"),
        "-DpomFile=pom.xml",
        &into,
    ];
    run(maven(&[&install[..], settings].concat()))
}

/// Runs the tests of a project that has the jar.
pub(crate) fn consume(project: &Path) -> Result<(), String> {
    let program = executable(&["build", "--locked", "--package", "s2s-cli", "--bin", "s2s"])?;
    let pom = project.join("pom.xml").to_string_lossy().into_owned();
    let mut tests = consumer(&["--file", &pom, "test"])?;
    tests.env("S2S_PROGRAM", program);
    run(tests)
}

/// `mvn` with the consumers' local repository.
pub(crate) fn consumer(args: &[&str]) -> Result<Command, String> {
    let local = format!("-Dmaven.repo.local={}", repository()?);
    Ok(maven(&[&["--global-settings=consumers/settings.xml", &local, "-Dkotlin.compiler.daemon=false"], args].concat()))
}

/// The consumers' local repository, below `target/`: the one of this machine never sees the jar.
fn repository() -> Result<String, String> {
    let repository = root().join("target/jvm-consumers");
    repository.to_str().map(str::to_owned).ok_or_else(|| "the path of the repository is not Unicode".to_owned())
}

/// The style of the module, its tests and the recipes. Warnings of the compilers are errors whenever they run.
pub(crate) fn lint() -> Result<(), String> {
    if !is_installed() {
        return Ok(());
    }
    run(maven(&["ktlint:check"]))?;
    run(maven(&["--file", "../kafka/pom.xml", "ktlint:check"]))
}

/// Minimum ratio of the speeds of two rows of the bench.
const TARGETS: [Target; 3] = [("typed", "jackson", 1.3), ("build_many", "jackson", 2.5), ("build_jsonl", "jackson", 4.5)];
/// All builds of the bench together must not add more to the memory.
const MOST_GROWTH_MB: f64 = 16.0;

/// Times the ways of an event to its request.
pub(crate) fn bench() -> Result<(), String> {
    if !is_installed() {
        return Ok(());
    }
    let mut bench = maven(&[
        "test-compile",
        "exec:java",
        "-Dexec.mainClass=io.github.s2sevents.bench.BenchKt",
        "-Dexec.classpathScope=test",
        "-Dcargo.profile=native",
        "-Dcargo.folder=native",
    ]);
    // All of the heap is resident from the start: what grows is native memory. `.mvn/jvm.config` keeps Maven from optimizing its own code.
    bench.env("MAVEN_OPTS", "-Xms1g -Xmx1g -XX:+AlwaysPreTouch -XX:TieredStopAtLevel=4");
    // Maven resets colors even where it shows none.
    let rows = output(&mut bench)?.replace("\u{1b}[0m", "");
    times::print(&rows, &TARGETS, Some(MOST_GROWTH_MB))
}

pub(crate) fn is_installed() -> bool {
    let is_installed = succeeds(command("mvn", &["--version"]));
    if !is_installed {
        eprintln!("the JVM package is left out: `mvn` is missing (Maven 3.8 and a JDK 17)");
    }
    is_installed
}

/// `mvn` in the module's folder.
fn maven(args: &[&str]) -> Command {
    let mut maven = command("mvn", &[&["--quiet", "--batch-mode"], args].concat());
    maven.current_dir(root().join("kotlin"));
    maven
}
