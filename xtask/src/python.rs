//! The Python package: tests, checks and bench, in a virtual environment of their own.

use std::path::PathBuf;
use std::process::Command;

use crate::run::{command, output, root, run, succeeds};
use crate::times::{self, Target};

const FOLDER: &str = ".tools/python";

/// Installs the package, and runs its tests.
pub(crate) fn test() -> Result<(), String> {
    install("dev")?;
    // From here, where no folder is named like the package.
    run(tool("pytest", &["-c", "python/pyproject.toml", "--rootdir", "python", "-q", "python/tests"]))
}

/// Format, style and types: of the package, of its stubs next to the built module, and of everything around it.
pub(crate) fn lint() -> Result<(), String> {
    install("dev")?;
    let everything = [".", "../examples/python", "--config", "pyproject.toml"];
    for (name, args) in [
        ("ruff", [&["format", "--check"], &everything[..]].concat()),
        ("ruff", [&["check"], &everything[..]].concat()),
        ("mypy", vec!["s2s_events", "tests", "bench", "../examples/python"]),
    ] {
        let mut tool = tool(name, &args);
        tool.current_dir(root().join("python"));
        run(tool)?;
    }
    run(tool("python", &["-m", "mypy.stubtest", "s2s_events._native", "s2s_events._providers"]))?;
    run(tool("pyright", &["--verifytypes", "s2s_events", "--ignoreexternal"]))
}

const TARGETS: [Target; 5] = [
    ("typed", "pydantic", 8.0),
    ("typed", "stdlib", 1.0),
    ("json_in", "pydantic", 12.0),
    ("json_in", "stdlib", 1.0),
    ("build_jsonl", "pydantic", 30.0),
];
/// A million builds must not add more to the memory.
const MOST_GROWTH_MB: f64 = 5.0;

/// Times the ways of an event to its request.
pub(crate) fn bench() -> Result<(), String> {
    install("native")?;
    times::print(&output(&mut tool("python", &["python/bench", "--memory"]))?, &TARGETS, Some(MOST_GROWTH_MB))
}

/// Installs the package, with its native module built as a profile of cargo says: `dev` is built in a minute, and `native` is what users get.
fn install(profile: &str) -> Result<(), String> {
    if !succeeds(tool("python", &["--version"])) {
        run(command("python3", &["-m", "venv", FOLDER]))?;
    }
    run(tool("pip", &["install", "--quiet", "--requirement", "python/requirements-dev.txt"]))?;
    // With this environment's maturin: an isolated one would be another one each time, and everything would be built again.
    let mut install = tool("pip", &["install", "--quiet", "--no-build-isolation", "--no-deps", "--force-reinstall", "./python"]);
    install.env("MATURIN_PEP517_ARGS", format!("--profile {profile}"));
    run(install)
}

/// A program of the environment, which is first on its path.
fn tool(name: &str, args: &[&str]) -> Command {
    let programs: PathBuf = root().join(FOLDER).join("bin");
    let mut tool = command(programs.join(name).to_string_lossy().as_ref(), args);
    #[expect(clippy::disallowed_methods, reason = "the programs of the environment are put before the others")]
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(programs).chain(std::env::split_paths(&path));
    tool.env("PATH", std::env::join_paths(paths).unwrap_or(path)).env("VIRTUAL_ENV", root().join(FOLDER));
    tool
}
