//! The Python package: tests, checks and bench, in virtual environments of their own.

use std::path::PathBuf;
use std::process::Command;

use crate::run::{command, output, python_tool, root, run, succeeds};
use crate::times::{self, Target};

/// A virtual environment: its folder, and the file of its packages.
#[derive(Clone, Copy)]
struct Environment {
    folder: &'static str,
    requirements: &'static str,
}

const MAIN: Environment = Environment { folder: ".tools/python", requirements: "python/requirements-dev.txt" };
/// Engines that need other versions of packages than the rest. Spark is large, and needs Java.
const SPARK: Environment = Environment { folder: ".tools/python-spark", requirements: "python/requirements-spark.txt" };
const DAFT: Environment = Environment { folder: ".tools/python-daft", requirements: "python/requirements-daft.txt" };

/// The wheel of the package, which all environments install.
const WHEEL: &str = "target/python";

/// Installs the package, and runs its tests.
pub(crate) fn test() -> Result<(), String> {
    install("dev")?;
    MAIN.pytest(&["python/tests", "--ignore", "python/tests/engines"])?;
    DAFT.install_wheel()?;
    DAFT.pytest(&["python/tests/engines/test_daft.py"])?;
    SPARK.install_wheel()?;
    SPARK.pytest(&["python/tests/engines/test_ray.py"])?;
    if !succeeds(command("java", &["-version"])) {
        eprintln!("the tests with Spark are skipped: `java` is missing (Debian: `apt-get install openjdk-17-jre-headless`)");
        return Ok(());
    }
    SPARK.pytest(&["python/tests/engines/test_spark.py"])
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
        let mut tool = MAIN.tool(name, &args);
        tool.current_dir(root().join("python"));
        run(tool)?;
    }
    run(MAIN.tool("python", &["-m", "mypy.stubtest", "s2s_events._native", "s2s_events._providers"]))?;
    run(MAIN.tool("pyright", &["--verifytypes", "s2s_events", "--ignoreexternal"]))
}

const TARGETS: [Target; 5] = [
    ("typed", "pydantic", 12.0),
    ("typed", "stdlib", 1.0),
    ("json_in", "pydantic", 18.0),
    ("json_in", "stdlib", 1.0),
    ("build_jsonl", "pydantic", 35.0),
];
/// A million builds must not add more to the memory.
const MOST_GROWTH_MB: f64 = 5.0;

/// Times the ways of an event to its request.
pub(crate) fn bench() -> Result<(), String> {
    install("native")?;
    times::print(&output(&mut MAIN.tool("python", &["python/bench", "--memory"]))?, &TARGETS, Some(MOST_GROWTH_MB))
}

const TABLE_TARGETS: [Target; 3] =
    [("build_table", "by_json", 1.0), ("build_table", "apply", 10.0), ("spark_2_cores", "spark_1_core", 1.7)];
/// The memory of a million rows over that of a tenth of them.
const MOST_TABLE_GROWTH_MB: f64 = 20.0;

/// Times the ways of a row of a table to its request, here and on the cores of Spark.
pub(crate) fn bench_tables() -> Result<(), String> {
    install("native")?;
    let mut rows = output(&mut MAIN.tool("python", &["python/bench/tables.py"]))?;
    SPARK.install_wheel()?;
    rows += &output(&mut SPARK.tool("python", &["python/bench/spark_cores.py"]))?;
    times::print(&rows, &TABLE_TARGETS, Some(MOST_TABLE_GROWTH_MB))
}

/// Installs the package, with its native module built as a profile of cargo says: `dev` is built in a minute, and `native` is what users get.
fn install(profile: &str) -> Result<(), String> {
    MAIN.install_requirements()?;
    let _ = std::fs::remove_dir_all(root().join(WHEEL));
    // With this environment's maturin: an isolated one would be another one each time, and everything would be built again.
    let mut wheel = MAIN.tool("pip", &["wheel", "--quiet", "--no-build-isolation", "--no-deps", "--wheel-dir", WHEEL, "./python"]);
    wheel.env("MATURIN_PEP517_ARGS", format!("--profile {profile}"));
    run(wheel)?;
    MAIN.install_package()
}

impl Environment {
    /// Installs the wheel that [`install`] has built, and what its tests need.
    fn install_wheel(self) -> Result<(), String> {
        self.install_requirements()?;
        self.install_package()
    }

    fn install_requirements(self) -> Result<(), String> {
        if !succeeds(self.tool("python", &["--version"])) {
            run(command("python3", &["-m", "venv", self.folder]))?;
        }
        run(self.pip_install(&["--requirement", self.requirements]))
    }

    fn install_package(self) -> Result<(), String> {
        let files = std::fs::read_dir(root().join(WHEEL)).map_err(|error| format!("{WHEEL}: {error}"))?;
        let wheel = files.flatten().map(|file| file.path()).find(|path| path.extension().is_some_and(|end| end == "whl"));
        let wheel = wheel.ok_or_else(|| format!("{WHEEL} has no wheel"))?;
        run(self.pip_install(&["--no-deps", "--force-reinstall", &wheel.to_string_lossy()]))
    }

    /// `uv` installs in seconds what takes pip minutes.
    fn pip_install(self, what: &[&str]) -> Command {
        let install = [&["install", "--quiet"], what].concat();
        match python_tool("uv==0.13.9", "uv") {
            Some(uv) => self.tool(&uv.to_string_lossy(), &[&["pip"], &install[..]].concat()),
            None => self.tool("pip", &install),
        }
    }

    fn pytest(self, tests: &[&str]) -> Result<(), String> {
        // From here, where no folder is named like the package.
        run(self.tool("pytest", &[&["-c", "python/pyproject.toml", "--rootdir", "python", "-q"], tests].concat()))
    }

    /// A program of the environment, which is first on its path.
    fn tool(self, name: &str, args: &[&str]) -> Command {
        let programs: PathBuf = root().join(self.folder).join("bin");
        let mut tool = command(programs.join(name).to_string_lossy().as_ref(), args);
        #[expect(clippy::disallowed_methods, reason = "the programs of the environment are put before the others")]
        let path = std::env::var_os("PATH").unwrap_or_default();
        let paths = std::iter::once(programs).chain(std::env::split_paths(&path));
        tool.env("PATH", std::env::join_paths(paths).unwrap_or(path)).env("VIRTUAL_ENV", root().join(self.folder));
        tool
    }
}
