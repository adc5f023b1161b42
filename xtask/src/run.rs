//! Runs commands.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// A command in the root of the repository.
pub(crate) fn command(program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args).current_dir(root());
    command
}

/// `cargo`, as it runs this program.
#[expect(clippy::disallowed_methods, reason = "cargo passes its own path to the programs that it runs")]
pub(crate) fn cargo(args: &[&str]) -> Command {
    command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()), args)
}

/// Builds one program and returns its path.
pub(crate) fn executable(arguments: &[&str]) -> Result<PathBuf, String> {
    let messages = output(cargo(arguments).args(["--quiet", "--message-format", "json-render-diagnostics"]))?;
    // A bench brings the programs of its package with it.
    let is_asked_for = |message: &Value| message["target"]["name"].as_str() == arguments.last().copied();
    let of_message = |line: &str| {
        let message: Value = serde_json::from_str(line).ok().filter(is_asked_for)?;
        Some(PathBuf::from(message["executable"].as_str()?))
    };
    messages.lines().rev().find_map(of_message).ok_or_else(|| format!("`cargo {}` built no program", arguments.join(" ")))
}

/// `npm`, in a folder of the repository.
pub(crate) fn npm(folder: &str, args: &[&str]) -> Command {
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" }, args);
    npm.current_dir(root().join(folder));
    npm
}

/// Installs what the lockfile of a folder says.
pub(crate) fn npm_install(folder: &str) -> Result<(), String> {
    run(npm(folder, &["ci", "--no-audit", "--no-fund"]))
}

/// Prints the command, runs it, and fails if it does.
pub(crate) fn run(mut command: Command) -> Result<(), String> {
    let line = describe(&command);
    eprintln!("$ {line}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` failed: {status}")),
        Err(error) => Err(format!("`{line}` did not start: {error}")),
    }
}

/// Whether the command runs and succeeds, without a word.
pub(crate) fn succeeds(mut command: Command) -> bool {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// What a command prints; its complaints go where ours go.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| format!("{name}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{name} ended with {}", output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{name} printed something that is not UTF-8"))
}

/// What a program makes of a text.
pub(crate) fn piped(program: &str, args: &[&str], text: &str) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("{program}: {error}");
    let mut child = command(program, args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(failed)?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(text.as_bytes()).map_err(failed)?;
    }
    let output = child.wait_with_output().map_err(failed)?;
    if !output.status.success() {
        return Err(format!("{program} ended with {}", output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("{program} printed something that is not UTF-8"))
}

/// A program from a Python wheel, in an environment of its own below `.tools/` of the repository; `None` if it cannot be had.
pub(crate) fn python_tool(package: &str, program: &str) -> Option<PathBuf> {
    let venv = root().join(".tools").join(program);
    let path = venv.join("bin").join(program);
    if path.exists() {
        return Some(path);
    }
    let pip = venv.join("bin/pip");
    let is_installed = (pip.exists() || succeeds(command("python3", &["-m", "venv", venv.to_str()?])))
        && succeeds(command(pip.to_str()?, &["install", "--quiet", package]));
    (is_installed && path.exists()).then_some(path)
}

fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or(command.get_program());
    std::iter::once(program).chain(command.get_args()).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
