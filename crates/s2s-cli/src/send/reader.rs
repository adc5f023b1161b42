//! Reading the input, within bounds.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::Receiver;
use std::thread::{self, JoinHandle};

use s2s_core::Issue;
use s2s_core::dynamic::{self, PROVIDERS, Verdict};
use tokio::runtime::Handle;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::config::{self, NAMED};
use crate::growing::Ended;
use crate::lines::Batches;
use crate::source::Mark;

/// So much of the input, in KiB, is held at once. It bounds the memory.
const WINDOW: u32 = 64 * 1024;

/// Bytes of the window that a line takes in addition to its text. They bound the number of lines.
const OVERHEAD: u32 = 1;

/// Where lines go that come from a pipe.
pub(super) const INTO: &str = "| s2s send -";

/// A line that is not blank.
pub(super) struct Line {
    pub(super) number: u64,
    /// The name of its file, where there are several.
    pub(super) file: Option<Arc<str>>,
    /// The position of its input among those of the run.
    pub(super) input: usize,
    /// The end of it in its file, where an outbox takes it in.
    pub(super) mark: Option<Mark>,
    /// `None` if it was too long to be kept.
    pub(super) text: Option<Arc<[u8]>>,
    /// Where it is kept, if it was read by another run.
    pub(super) kept: Option<Kept>,
    /// Of an event for every provider: the destination that this is about.
    pub(super) part: Option<Box<Part>>,
    /// Its share of the window, given back when the line is dropped with all its parts.
    share: Option<Arc<OwnedSemaphorePermit>>,
}

/// What becomes of an event for every provider at one destination.
pub(super) struct Part {
    /// The destination, as the event's `destinations` name it.
    pub(super) label: String,
    /// The destination, as the configuration names it.
    pub(super) destination: String,
    /// `None` where no such destination is configured.
    pub(super) provider: Option<&'static str>,
    /// What there is to submit, or the issues where no such destination is configured; taken when it is submitted.
    pub(super) verdict: Option<Result<Verdict, Vec<Issue>>>,
    /// The id that was made for the event, if it is in the request.
    pub(super) new_id: Option<String>,
    /// Whether it is the last part of its line.
    pub(super) is_last: bool,
}

impl Part {
    /// What an event becomes at a destination.
    pub(super) fn of(part: dynamic::Part<'_>) -> Self {
        let provider = part.destination.provider();
        Self {
            label: part.label().into_owned(),
            destination: config::destination(part.name, provider),
            provider: Some(provider),
            verdict: Some(Ok(part.verdict)),
            new_id: None,
            is_last: false,
        }
    }

    /// A destination that is not configured.
    pub(super) fn unconfigured(label: &str, issues: Vec<Issue>) -> Self {
        let is_whole =
            PROVIDERS.iter().any(|spec| spec.name == label) || label.strip_prefix(NAMED).is_some_and(|name| name.starts_with('.'));
        let destination = if is_whole { label.to_owned() } else { config::destination(Some(label), "") };
        Self { label: label.to_owned(), destination, provider: None, verdict: Some(Err(issues)), new_id: None, is_last: false }
    }
}

/// Where a line is kept that was read by another run.
pub(super) struct Kept {
    pub(super) id: i64,
    /// The id that was made for its event.
    pub(super) new_id: Option<String>,
    /// Of an event for every provider that is kept for one destination: that one, as the event's `destinations` name it.
    pub(super) label: Option<String>,
}

impl Line {
    /// A line that was read by another run.
    pub(super) fn kept(number: u64, text: Option<Vec<u8>>, kept: Kept) -> Self {
        Self { number, file: None, input: 0, mark: None, text: text.map(Arc::from), kept: Some(kept), part: None, share: None }
    }

    /// This line, of one destination, and where that is kept.
    pub(super) fn of(&self, part: Part, kept: Option<Kept>) -> Self {
        let Self { number, input, .. } = *self;
        let (file, text, share) = (self.file.clone(), self.text.clone(), self.share.clone());
        Self { number, file, input, mark: None, text, kept, part: Some(Box::new(part)), share }
    }
}

/// An input of a run.
pub(super) struct Input {
    pub(super) read: Box<dyn Read + Send>,
    /// Number of lines before it.
    pub(super) before: u64,
    /// The ends of its lines, where an outbox takes them in.
    pub(super) marks: Option<Receiver<Mark>>,
    /// Its name, where there are several.
    pub(super) file: Option<Arc<str>>,
}

/// Lines as they come, several at once where they come together, and the threads that read them.
pub(super) struct Lines {
    pub(super) lines: UnboundedReceiver<io::Result<Vec<Line>>>,
    /// Set for inputs that are followed.
    follow: Option<Ended>,
    readers: Vec<JoinHandle<()>>,
    /// Keeps the lines open where inputs are followed, and there may be none.
    _open: Option<UnboundedSender<io::Result<Vec<Line>>>>,
}

impl Lines {
    /// Reads inputs one after the other; or all of them at once, where they are followed until something sets `follow`.
    pub(super) fn read(inputs: Vec<Input>, follow: Option<Ended>) -> Self {
        let (sender, lines) = unbounded_channel();
        let reader = Reader { sender: sender.clone(), runtime: Handle::current(), window: Arc::new(Semaphore::new(WINDOW as usize)) };
        let inputs = inputs.into_iter().enumerate();
        // Not threads of the runtime, which would wait at its end for an input that does not come.
        let readers = match follow {
            Some(_) => inputs
                .map(|(position, input)| {
                    let reader = reader.clone();
                    thread::spawn(move || reader.finish(reader.read(position, input).map(drop)))
                })
                .collect(),
            None => vec![thread::spawn(move || {
                let mut inputs = inputs;
                reader.finish(inputs.try_fold(true, |goes_on, (position, input)| Ok(goes_on && reader.read(position, input)?)).map(drop));
            })],
        };
        let open = follow.is_some().then_some(sender);
        Self { lines, follow, readers, _open: open }
    }

    /// Ends the reading.
    pub(super) fn finish(self) -> io::Result<()> {
        if let Some(ended) = &self.follow {
            ended.store(true, Ordering::Relaxed);
        }
        // A reader that waits for its lines to be taken ends.
        drop(self.lines);
        self.readers.into_iter().try_for_each(|reader| reader.join().map_err(|_| io::Error::other("reading has failed")))
    }
}

#[derive(Clone)]
struct Reader {
    sender: UnboundedSender<io::Result<Vec<Line>>>,
    runtime: Handle,
    window: Arc<Semaphore>,
}

impl Reader {
    fn finish(&self, result: io::Result<()>) {
        if let Err(error) = result {
            // Fails when the run has ended.
            let _ = self.sender.send(Err(error));
        }
    }

    /// Reads an input for as long as somebody wants lines; returns whether somebody still does.
    fn read(&self, position: usize, Input { read, before, marks, file }: Input) -> io::Result<bool> {
        let mut batches = Batches::after(read, before, INTO);
        let (mut marked, mut mark) = (before, None);
        while let Some(batch) = batches.next()? {
            let mut lines = Vec::new();
            for line in batch.lines() {
                let length = line.text.map_or(0, <[u8]>::len) / 1024;
                let share = u32::try_from(length).unwrap_or(u32::MAX).saturating_add(OVERHEAD).min(WINDOW);
                let share = match Arc::clone(&self.window).try_acquire_many_owned(share) {
                    Ok(share) => share,
                    Err(_) => {
                        // What is held back by others' waiting for it would never be given back.
                        if self.sender.send(Ok(std::mem::take(&mut lines))).is_err() {
                            return Ok(false);
                        }
                        let acquired = self.runtime.block_on(Arc::clone(&self.window).acquire_many_owned(share));
                        let Ok(share) = acquired else { return Ok(false) };
                        share
                    }
                };
                while marked < line.number
                    && let Some(next) = marks.as_ref().and_then(|marks| marks.try_recv().ok())
                {
                    (mark, marked) = (Some(next), marked + 1);
                }
                let (text, mark, share) = (line.text.map(Arc::from), mark.clone(), Some(Arc::new(share)));
                lines.push(Line { number: line.number, file: file.clone(), input: position, mark, text, kept: None, part: None, share });
            }
            // Fails when the run has ended.
            if self.sender.send(Ok(lines)).is_err() {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
