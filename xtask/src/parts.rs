//! Tasks of several parts. Two run at a time: while one waits for a network, a server or a compiler, the other works.

use std::fs::{self, File};
use std::io::Write;
use std::iter;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use crate::run::root;

/// Its name, and what it does.
pub(crate) type Part = (&'static str, fn() -> Result<(), String>);

/// The machines that this was measured on have two cores.
const AT_A_TIME: usize = 2;

/// Runs the part `only`, or all of them in processes of their own. Those in one list write to the same files, and never run at the same time.
pub(crate) fn run(task: &str, parts: &[&[Part]], only: Option<&str>) -> Result<(), String> {
    let Some(only) = only else { return all(task, parts) };
    let all = || parts.iter().copied().flatten();
    let (_, run) = all().find(|(name, _)| *name == only).ok_or_else(|| {
        let names: Vec<&str> = all().map(|(name, _)| *name).collect();
        format!("the parts of `cargo xtask {task}` are {}", names.join(", "))
    })?;
    run()
}

/// Runs the parts, the first ones first, and prints what each has printed when it ends.
fn all(task: &str, parts: &[&[Part]]) -> Result<(), String> {
    let waiting = Mutex::new(parts.iter());
    let failed: Mutex<Vec<&str>> = Mutex::default();
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    thread::scope(|scope| {
        for _ in 0..AT_A_TIME {
            scope.spawn(|| {
                for (name, _) in iter::from_fn(next).copied().flatten() {
                    eprintln!("{task} {name}: begins, see {}", log(task, name).display());
                    let began = now();
                    let (text, is_success) =
                        output(task, name).unwrap_or_else(|error| (format!("{task} {name} did not run: {error}\n").into_bytes(), false));
                    let end = if is_success { "done" } else { "failed" };
                    // Held until all is printed, so that two parts do not print at the same time.
                    let mut failed = failed.lock().unwrap_or_else(PoisonError::into_inner);
                    failed.extend((!is_success).then_some(*name));
                    let mut out = std::io::stderr().lock();
                    // It fails where nobody reads.
                    let _ = out.write_all(&text).and_then(|()| writeln!(out, "{task} {name}: {end} after {} s", began.elapsed().as_secs()));
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap_or_else(PoisonError::into_inner);
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
}

/// What a part prints, and whether it succeeds. It prints into a file: the end of a pipe would come only with that of the last process which it leaves.
fn output(task: &str, part: &str) -> std::io::Result<(Vec<u8>, bool)> {
    let path = log(task, part);
    fs::create_dir_all(path.parent().unwrap_or(&path))?;
    let file = File::create(&path)?;
    let mut command = Command::new(std::env::current_exe()?);
    command.args([task, part]).current_dir(root()).stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
    let status = command.status()?;
    Ok((fs::read(path)?, status.success()))
}

/// Where a part prints.
fn log(task: &str, part: &str) -> PathBuf {
    root().join("target/parts").join(format!("{task}-{part}.log"))
}

#[expect(clippy::disallowed_methods, reason = "how long a part takes is printed")]
fn now() -> Instant {
    Instant::now()
}
