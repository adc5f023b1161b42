//! Reading the input, within bounds.

use std::io::{self, Read};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tokio::runtime::Handle;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::lines::Batches;

/// So much of the input, in KiB, is held at once. It bounds the memory.
const WINDOW: u32 = 64 * 1024;

/// What a line takes of the window beside its text. It bounds the number of lines.
const OVERHEAD: u32 = 1;

/// Where lines go that come from a pipe.
pub(super) const INTO: &str = "| s2s send -";

/// A line that is not blank.
pub(super) struct Line {
    pub(super) number: u64,
    /// `None` if it was too long to be kept.
    pub(super) text: Option<Vec<u8>>,
    /// Where it is kept, if it was read by another run.
    pub(super) kept: Option<Kept>,
    /// Its share of the window, given back when the line is dropped.
    _share: Option<OwnedSemaphorePermit>,
}

/// Where a line is kept that was read by another run.
pub(super) struct Kept {
    pub(super) id: i64,
    /// The id that was made for its event.
    pub(super) new_id: Option<String>,
}

impl Line {
    /// A line that was read by another run.
    pub(super) fn kept(number: u64, text: Option<Vec<u8>>, kept: Kept) -> Self {
        Self { number, text, kept: Some(kept), _share: None }
    }
}

/// Lines as they come, several at once where they come together, and the thread that reads them.
pub(super) struct Lines {
    pub(super) lines: UnboundedReceiver<Vec<Line>>,
    reader: JoinHandle<io::Result<()>>,
}

impl Lines {
    /// Reads the lines behind the first `skipped` ones.
    pub(super) fn read(input: Box<dyn Read + Send>, skipped: u64) -> Self {
        let (sender, lines) = unbounded_channel();
        let runtime = Handle::current();
        // Not a thread of the runtime, which would wait at its end for an input that does not come.
        let reader = thread::spawn(move || read(input, skipped, &runtime, &sender));
        Self { lines, reader }
    }

    /// Whether everything could be read, once there are no more lines.
    pub(super) fn finish(self) -> io::Result<()> {
        // A reader that waits for its lines to be taken ends.
        drop(self.lines);
        self.reader.join().unwrap_or_else(|_| Err(io::Error::other("reading has failed")))
    }
}

/// Reads for as long as somebody wants lines.
fn read(input: Box<dyn Read + Send>, skipped: u64, runtime: &Handle, sender: &UnboundedSender<Vec<Line>>) -> io::Result<()> {
    let window = Arc::new(Semaphore::new(WINDOW as usize));
    let mut batches = Batches::new(input, INTO);
    while let Some(batch) = batches.next()? {
        let mut lines = Vec::new();
        for line in batch.lines().filter(|line| line.number > skipped) {
            let length = line.text.map_or(0, <[u8]>::len) / 1024;
            let share = u32::try_from(length).unwrap_or(u32::MAX).saturating_add(OVERHEAD).min(WINDOW);
            let share = match Arc::clone(&window).try_acquire_many_owned(share) {
                Ok(share) => share,
                Err(_) => {
                    // What is held back by others' waiting for it would never be given back.
                    if sender.send(std::mem::take(&mut lines)).is_err() {
                        return Ok(());
                    }
                    let Ok(share) = runtime.block_on(Arc::clone(&window).acquire_many_owned(share)) else { return Ok(()) };
                    share
                }
            };
            lines.push(Line { number: line.number, text: line.text.map(<[u8]>::to_vec), kept: None, _share: Some(share) });
        }
        // Fails when the run has ended.
        if sender.send(lines).is_err() {
            return Ok(());
        }
    }
    Ok(())
}
