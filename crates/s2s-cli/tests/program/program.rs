//! Runs the program.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The time of every run that does not depend on the clock.
pub(crate) const NOW: &str = "2026-11-20T12:00:00Z";

/// Settings under which an Adjust event can be built.
pub(crate) const ADJUST: &[&str] = &["--set", "adjust.app_token=4w565xzmb54d"];

/// A program in a directory of its own, so that no `s2s.toml` is found by chance.
pub(crate) struct Program {
    directory: TempDir,
    variables: Vec<(String, String)>,
}

/// What a run has come to.
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Program {
    pub(crate) fn new() -> Self {
        Self { directory: TempDir::new().unwrap(), variables: Vec::new() }
    }

    /// With a variable in its environment.
    pub(crate) fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With a file in its directory.
    pub(crate) fn file(self, name: &str, text: impl AsRef<[u8]>) -> Self {
        std::fs::write(self.path(name), text).unwrap();
        self
    }

    /// The same program, after a file of its directory was written again.
    pub(crate) fn file_again(&self, name: &str, text: impl AsRef<[u8]>) -> &Self {
        std::fs::write(self.path(name), text).unwrap();
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    /// What a file of its directory holds.
    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    pub(crate) fn lines(&self, name: &str) -> Vec<Value> {
        json_lines(&self.read(name))
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_s2s"));
        command.args(arguments).current_dir(self.directory.path()).envs(self.variables.iter().cloned());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        self.run_with(arguments, b"")
    }

    /// Runs the program with an input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &[u8]) -> Ended {
        ended(&mut self.command(arguments), input)
    }
}

/// What a command comes to with an input.
pub(crate) fn ended(command: &mut Command, input: &[u8]) -> Ended {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // A program that refuses its arguments reads nothing.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Ended { code: output.status.code().expect("an exit code"), out: text(output.stdout), err: text(output.stderr) }
}

impl Ended {
    pub(crate) fn lines(&self) -> Vec<Value> {
        json_lines(&self.out)
    }
}

pub(crate) fn json_lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// The events that come with the project.
pub(crate) fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/events.jsonl")
}

/// An Adjust event in the JSON form, with further members.
pub(crate) fn event(more: &str) -> String {
    format!(r#"{{"provider":"adjust","kind":"event","event_token":"f0ob4r","gps_adid":"660e1d86-6796-463a-be86-897993136018"{more}}}"#)
}

/// Whether a program that is started here can be told to end by that signal. Where SIGHUP is ignored, as `nohup` does, the program keeps that.
#[cfg(unix)]
pub(crate) fn ends_by(signal: &str) -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or_default();
    signal != "HUP" || ignored & 1 == 0
}

/// Sends a signal, by the shell's own `kill`.
#[cfg(unix)]
pub(crate) fn signal(child: &std::process::Child, name: &str) {
    let sent = Command::new("sh").args(["-c", &format!("kill -{name} {}", child.id())]).status().unwrap();
    assert!(sent.success());
}

/// Waits until something is so, for about half a minute.
#[cfg(unix)]
pub(crate) fn eventually(is_so: impl Fn() -> bool) {
    for _ in 0..3_000 {
        if is_so() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("it never came");
}
