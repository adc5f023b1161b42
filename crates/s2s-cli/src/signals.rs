//! The wish to stop: Ctrl-C, and on Unix the signals that ask a program to end.

use std::io;

#[cfg(unix)]
use tokio::signal::unix::{SignalKind, signal};

/// Waits for Ctrl-C, SIGTERM, or SIGHUP, which the end of a terminal sends; `nohup` keeps that away on Linux.
pub(crate) async fn stop() -> io::Result<()> {
    #[cfg(unix)]
    if !is_hang_up_ignored() {
        let mut hang_up = signal(SignalKind::hangup())?;
        return tokio::select! {
            result = stop_at_once() => result,
            _ = hang_up.recv() => Ok(()),
        };
    }
    stop_at_once().await
}

/// Waits for Ctrl-C or SIGTERM. A SIGHUP is not meant as a second wish: a shell and a service manager may add one.
pub(crate) async fn stop_at_once() -> io::Result<()> {
    #[cfg(unix)]
    {
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            result = tokio::signal::ctrl_c() => result,
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}

/// Whether the program was started with SIGHUP ignored, as `nohup` does, which a handler would undo. Only Linux says so without `unsafe`:
/// `SigIgn` of proc(5), a mask in which SIGHUP is the lowest bit.
#[cfg(unix)]
fn is_hang_up_ignored() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).is_some_and(|mask| mask & 1 == 1)
}
