//! Measures the program `s2s build`.

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::events::{APP_TOKEN, AUTH_TOKEN, NOW, Sample};
use crate::rounds::now;

/// What one run of the program took.
pub(crate) struct Run {
    pub(crate) time: Duration,
    /// Peak of its memory, in KiB, where the system reports it.
    pub(crate) peak: Option<u64>,
}

/// Runs `s2s build` on a file of that many events, `times` times, and returns the fastest run with the highest peak of all.
pub(crate) fn build(program: &Path, samples: &[Sample], events: usize, times: usize) -> Result<Run, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let config = format!("[adjust]\napp_token = \"{APP_TOKEN}\"\nenvironment = \"sandbox\"\nauth_token = \"{AUTH_TOKEN}\"\n");
    fs::write(folder.path().join("s2s.toml"), config)?;
    let mut file = BufWriter::new(File::create(folder.path().join("events.jsonl"))?);
    for sample in samples.iter().cycle().take(events) {
        writeln!(file, "{}", sample.line)?;
    }
    file.into_inner()?.sync_all()?;

    let mut best = run(program, folder.path())?;
    for _ in 1..times {
        let run = run(program, folder.path())?;
        best = Run { time: run.time.min(best.time), peak: run.peak.max(best.peak) };
    }
    Ok(best)
}

fn run(program: &Path, folder: &Path) -> Result<Run, Box<dyn Error>> {
    let start = now();
    let mut child = Command::new(program)
        .args(["build", "events.jsonl", "--config", "s2s.toml", "--now", NOW])
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    let exit = loop {
        // The system keeps the peak itself, and forgets it with the process.
        peak = peak_of(&status).or(peak);
        if let Some(exit) = child.try_wait()? {
            break exit;
        }
        thread::sleep(Duration::from_millis(2));
    };
    let time = start.elapsed();
    if exit.success() { Ok(Run { time, peak }) } else { Err(format!("`s2s build` ended with {exit}").into()) }
}

fn peak_of(status: &str) -> Option<u64> {
    let status = fs::read_to_string(status).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
