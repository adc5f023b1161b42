//! The Python package: its sources, and a wheel that is built of them.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::contents::Contents;
use super::{Built, Options, files_of, folder, project, text, write};
use crate::run::{command, python_tool, root, run, succeeds};

const MATURIN: (&str, &str) = ("maturin==1.16.0", "maturin");
/// Links for an old glibc, whichever this machine has.
const ZIG: (&str, &str) = ("ziglang==0.15.2", "python-zig");

const SOURCES: Contents = Contents {
    required: &[
        "PKG-INFO",
        "pyproject.toml",
        "README.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "Cargo.lock",
        "Cargo.toml",
        "s2s_events/__init__.py",
        "bindings/python/src/lib.rs",
        "crates/s2s-core/src/lib.rs",
    ],
    optional: &[
        "s2s_events/*",
        "bindings/python/Cargo.toml",
        "bindings/python/src/*",
        "bindings/jsonl/Cargo.toml",
        "bindings/jsonl/src/*",
        "crates/*/Cargo.toml",
        "crates/*/src/*",
        "crates/*/LICENSE-*",
        "crates/*/README.md",
        "crates/s2s-core/uniffi.toml",
    ],
    max_mb: 1.5,
};

const WHEEL: Contents = Contents {
    required: &[
        "s2s_events/__init__.py",
        "s2s_events/py.typed",
        "s2s_events/_native.pyi",
        if cfg!(windows) { "s2s_events/_native.pyd" } else { "s2s_events/_native.*so" },
        "*.dist-info/METADATA",
        "*.dist-info/RECORD",
        "*.dist-info/WHEEL",
        "*.dist-info/entry_points.txt",
        "*.dist-info/licenses/LICENSE-MIT",
        "*.dist-info/licenses/LICENSE-APACHE",
    ],
    optional: &["s2s_events/*.py", "s2s_events/*.pyi", "*.dist-info/sboms/*.json"],
    max_mb: 12.0,
};

pub(super) fn package(options: &Options) -> Result<Built, String> {
    if let Some(wheels) = &options.natives {
        return given(&root().join(wheels));
    }
    let Some(maturin) = python_tool(MATURIN.0, MATURIN.1) else {
        return Ok(Built { missing: vec![format!("the wheel: `pip install {}` fails", MATURIN.0)], ..Built::default() });
    };
    let folder = folder("wheel")?;
    let mut sources = command(text(&maturin)?, &["sdist", "--out", text(&folder)?]);
    sources.current_dir(root().join("python"));
    run(sources)?;
    let sources = only_of(&folder, ".tar.gz")?;
    SOURCES.check(&sources)?;

    let unpacked = project("python-sources")?;
    run(command("tar", &["-xzf", text(&sources)?, "-C", text(&unpacked)?]))?;
    let old_glibc = python_tool(ZIG.0, ZIG.1);
    // Not `--locked`: the sources have fewer packages than the repository, so that cargo shortens the lock file. The versions stay those in it.
    let mut build = command(text(&maturin)?, &["build", "--out", text(&folder)?]);
    if let (Some(zig), true) = (&old_glibc, cfg!(target_os = "linux")) {
        build.args(["--zig", "--compatibility", "manylinux2014"]);
        prepend_path(&mut build, zig.parent().unwrap_or(Path::new("")));
    }
    build.current_dir(first_of(&unpacked)?).env("CARGO_TARGET_DIR", root().join("target/packages/build"));
    run(build)?;
    let wheel = only_of(&folder, ".whl")?;
    WHEEL.check(&wheel)?;
    consume(&folder)?;

    let mut missing = vec!["wheels of other platforms, and of free-threaded Python: `wheels.yml`".to_owned()];
    if old_glibc.is_none() {
        missing.push(format!("a wheel for older glibc: `pip install {}` fails", ZIG.0));
    }
    Ok(Built { files: vec![sources, wheel], missing })
}

/// Wheels of one platform that were built elsewhere: each is checked, and the one for this machine's Python is used.
fn given(folder: &Path) -> Result<Built, String> {
    let files = files_of(folder)?;
    files.iter().try_for_each(|wheel| WHEEL.check(wheel))?;
    // None of those for musl runs with this machine's C library.
    if !files.iter().all(|wheel| wheel.to_string_lossy().contains("-musllinux")) {
        consume(folder)?;
    }
    Ok(Built { files, missing: Vec::new() })
}

/// A project of somebody else, whose environment has a wheel of the folder and nothing more.
fn consume(wheels: &Path) -> Result<(), String> {
    let project = project("python")?;
    let venv = project.join("venv");
    run(command("python3", &["-m", "venv", text(&venv)?]))?;
    let bin = venv.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let python = bin.join("python");
    let python = text(&python)?;
    let install =
        ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index", "--find-links", text(wheels)?, "s2s-events"];
    run(command(python, &install))?;
    let program = project.join("main.py");
    write(&program, include_str!("../../consumers/python.py"))?;
    let inside = |mut command: Command| {
        command.current_dir(&project);
        command
    };
    run(inside(command(python, &[text(&program)?])))?;
    let has_program = succeeds(inside(command(text(&bin.join("s2s"))?, &["--version"])));
    if has_program { Ok(()) } else { Err("the wheel's program `s2s` does not start".to_owned()) }
}

fn only_of(folder: &Path, end: &str) -> Result<PathBuf, String> {
    let file = files_of(folder)?.into_iter().find(|file| file.to_string_lossy().ends_with(end));
    file.ok_or_else(|| format!("{} has no {end}", folder.display()))
}

fn first_of(folder: &Path) -> Result<PathBuf, String> {
    files_of(folder)?.into_iter().next().ok_or_else(|| format!("{} is empty", folder.display()))
}

fn prepend_path(command: &mut Command, folder: &Path) {
    #[expect(clippy::disallowed_methods, reason = "the programs of the folder are put before the others")]
    let path = std::env::var_os("PATH").unwrap_or_default();
    let paths = std::iter::once(folder.to_owned()).chain(std::env::split_paths(&path));
    command.env("PATH", std::env::join_paths(paths).unwrap_or(path));
}
