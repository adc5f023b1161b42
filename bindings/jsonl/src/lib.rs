//! Lines of events, one JSON object each, built on several threads: for the bindings, since the core starts none.

use std::num::NonZeroUsize;
use std::thread;

use s2s_core::dynamic::{AnyClient, Shown, write_jsonl};
use s2s_core::{Issues, Timestamp};

/// Makes ids for events that have none, on several threads at once.
pub type NewId<'a> = &'a (dyn Fn() -> String + Sync);

/// How lines are built.
#[derive(Debug, Clone, Copy)]
pub struct Jsonl {
    /// The number of the first line. A byte order mark at the beginning of line 1 is skipped.
    pub first: u64,
    /// Whether requests contain their credentials; otherwise these are `[redacted]`.
    pub shows_secrets: bool,
    /// The largest number of threads that build.
    pub threads: NonZeroUsize,
}

impl Jsonl {
    /// The lines that are not blank, with their numbers.
    pub fn lines<'l>(&self, lines: &'l [u8]) -> impl Iterator<Item = (u64, &'l [u8])> + use<'l> {
        self.part(lines).lines()
    }

    /// Builds the request of every line that is not blank, an event in the JSON form, and appends what [`write_jsonl`] makes of it to `out`.
    /// Many lines are shared out to several threads; the result is the same.
    ///
    /// Returns whether every line was built.
    pub fn build(&self, client: &AnyClient, lines: &[u8], now: Timestamp, new_id: Option<NewId<'_>>, out: &mut Vec<u8>) -> bool {
        let build = |part: Part<'_>, out: &mut Vec<u8>| part.build(client, now, new_id, self.shows_secrets, out);
        let (first, others) = self.part(lines).shared_out(self.threads);
        thread::scope(|scope| {
            let others: Vec<_> = others
                .into_iter()
                .map(|part| {
                    // Where there is no further thread to be had, this one does the work.
                    let run = move || {
                        let mut out = Vec::with_capacity(2 * part.lines.len());
                        (build(part, &mut out), out)
                    };
                    thread::Builder::new().spawn_scoped(scope, run).map_err(|_| part)
                })
                .collect();
            let mut is_fine = build(first, out);
            for other in others {
                let joined = other.map(|thread| thread.join());
                is_fine &= match joined {
                    Ok(Ok((is_fine, built))) => {
                        out.extend_from_slice(&built);
                        is_fine
                    }
                    Ok(Err(panic)) => std::panic::resume_unwind(panic),
                    Err(part) => build(part, out),
                };
            }
            is_fine
        })
    }

    fn part<'l>(&self, lines: &'l [u8]) -> Part<'l> {
        // What begins with a later line is the middle of a file.
        let mark = if self.first == 1 { "\u{feff}" } else { "" };
        Part { first: self.first, lines: lines.strip_prefix(mark.as_bytes()).unwrap_or(lines) }
    }
}

/// Consecutive lines.
#[derive(Clone, Copy)]
struct Part<'l> {
    first: u64,
    lines: &'l [u8],
}

impl<'l> Part<'l> {
    /// Splits the lines into parts for `threads` threads; few lines are one part.
    fn shared_out(self, threads: NonZeroUsize) -> (Self, Vec<Self>) {
        /// A thread costs as much as building some 20 events; this many bytes hold some 200.
        const LEAST: usize = 128 * 1024;
        let size = self.lines.len().div_ceil(threads.get()).max(LEAST);
        let (first, mut rest) = self.split(size);
        let mut others = Vec::new();
        while let Some(part) = rest {
            let (part, after) = part.split(size);
            others.push(part);
            rest = after;
        }
        (first, others)
    }

    /// The lines that end within `size` bytes or hold that byte, and what follows.
    fn split(self, size: usize) -> (Self, Option<Self>) {
        let behind = self.lines.get(size..).unwrap_or_default();
        let Some(end) = memchr::memchr(b'\n', behind) else { return (self, None) };
        let (lines, rest) = self.lines.split_at(size + end + 1);
        let breaks = memchr::memchr_iter(b'\n', lines).count() as u64;
        let rest = (!rest.is_empty()).then_some(Self { first: self.first + breaks, lines: rest });
        (Self { lines, ..self }, rest)
    }

    /// The lines that are not blank, with their numbers.
    fn lines(self) -> impl Iterator<Item = (u64, &'l [u8])> + use<'l> {
        let ends = memchr::memchr_iter(b'\n', self.lines).chain([self.lines.len()]);
        let mut start = 0;
        let texts = ends.map(move |end| self.lines.get(std::mem::replace(&mut start, end + 1)..end).unwrap_or_default());
        (self.first..).zip(texts).filter(|(_, text)| !text.trim_ascii().is_empty())
    }

    fn build(self, client: &AnyClient, now: Timestamp, new_id: Option<NewId<'_>>, shows_secrets: bool, out: &mut Vec<u8>) -> bool {
        let mut is_fine = true;
        for (number, text) in self.lines() {
            let mut new_id = new_id;
            let built = client.build(text, now, new_id.as_mut().map(|new_id| new_id as &mut dyn FnMut() -> String));
            is_fine &= built.is_ok();
            write_jsonl(out, number, built.as_ref().map_err(Issues::as_slice), Shown { secrets: shows_secrets, lane_keys: false });
        }
        is_fine
    }
}
