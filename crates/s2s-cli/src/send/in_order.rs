//! The account of a run without an outbox: it is written down in the order of the input.

use std::collections::VecDeque;

use indicatif::ProgressBar;
use s2s_core::Issue;
use s2s_core::delivery::{Attempt, Delivery, Report};

use super::files::Files;
use super::ledger::{Event, Ledger};
use super::reader::{Line, Part};
use super::record::{Record, Verdict};
use super::summary::Summary;
use crate::error::Error;
use crate::outbox::Shut;

/// What became of the lines, and of an event for every provider at each destination, held until those before them are written down.
pub(super) struct InOrder<'a> {
    files: &'a mut Files,
    progress: &'a ProgressBar,
    /// Whether somebody sees the progress.
    is_seen: bool,
    summary: Summary,
    /// Number of entries that are written down.
    written: u64,
    entries: VecDeque<Entry>,
}

struct Entry {
    line: Line,
    event: Option<Event>,
    provider: Option<&'static str>,
    verdict: Option<Verdict>,
}

impl<'a> InOrder<'a> {
    pub(super) fn new(files: &'a mut Files, progress: &'a ProgressBar) -> Self {
        let is_seen = !progress.is_hidden();
        Self { files, progress, is_seen, summary: Summary::default(), written: 0, entries: VecDeque::new() }
    }

    pub(super) fn into_summary(self) -> Summary {
        self.summary
    }

    fn enter(&mut self, line: Line, event: Option<Event>, provider: Option<&'static str>, verdict: Option<Verdict>) -> Result<(), Error> {
        self.entries.push_back(Entry { line, event, provider, verdict });
        self.write()
    }

    /// Writes down what is known of the first lines.
    fn write(&mut self) -> Result<(), Error> {
        while self.entries.front().is_some_and(|entry| entry.verdict.is_some())
            && let Some(Entry { line, event, provider, verdict }) = self.entries.pop_front()
        {
            self.written += 1;
            let (new_id, warnings) = event.map(|event| (event.new_id, event.warnings)).unwrap_or_default();
            let verdict = verdict.unwrap_or(Verdict::NotSent);
            let (destination, is_last) = line.part.as_ref().map_or((None, true), |part| (Some(&*part.label), part.is_last));
            let (file, text) = (line.file.as_deref(), line.text.as_deref());
            let record = Record { file, line: line.number, text, provider, destination, new_id, warnings, verdict };
            self.files.record(&record)?;
            self.summary.add(&record);
            if self.is_seen {
                if is_last {
                    self.progress.inc(line.text.as_ref().map_or(0, |text| text.len()) as u64 + 1);
                }
                self.progress.set_message(format!("{} not delivered", self.summary.not_delivered()));
            }
        }
        Ok(())
    }
}

impl Ledger for InOrder<'_> {
    const IS_KEPT: bool = false;

    fn again(&mut self) -> Result<Vec<Line>, Error> {
        Ok(Vec::new())
    }

    fn next_id(&mut self, _: &Line) -> Result<u64, Error> {
        Ok(self.written + self.entries.len() as u64)
    }

    fn submitted(&mut self, line: Line, event: Event, _: &str) -> Result<(), Error> {
        let provider = Some(event.provider);
        self.enter(line, Some(event), provider, None)
    }

    fn invalid(&mut self, line: Line, provider: Option<&'static str>, issues: Vec<Issue>) -> Result<(), Error> {
        self.enter(line, None, provider, Some(Verdict::Invalid(issues)))
    }

    /// An event that has no destination is not right; there is no next run.
    fn unconfigured(&mut self, line: Line, provider: Option<&'static str>, _: Option<String>, issues: Vec<Issue>) -> Result<(), Error> {
        self.invalid(line, provider, issues)
    }

    /// Each is entered in its turn.
    fn split(&mut self, line: Line, parts: Vec<Part>) -> Result<Vec<Line>, Error> {
        Ok(parts.into_iter().map(|part| line.of(part, None)).collect())
    }

    fn skipped(&mut self, line: Line, provider: Option<&'static str>) -> Result<(), Error> {
        self.enter(line, None, provider, Some(Verdict::Skipped))
    }

    fn not_sent(&mut self, line: Line, event: Event) -> Result<(), Error> {
        let provider = Some(event.provider);
        self.enter(line, Some(event), provider, Some(Verdict::NotSent))
    }

    fn reported(&mut self, id: u64, report: Report) -> Result<(), Error> {
        let position = id.checked_sub(self.written).and_then(|position| usize::try_from(position).ok());
        if let Some(entry) = position.and_then(|position| self.entries.get_mut(position)) {
            entry.verdict = Some(Verdict::of(report));
        }
        self.write()
    }

    /// Writes what is known so far: whatever ends the program, earlier responses are on record.
    fn store(&mut self, _: &[u8], _: bool) -> Result<(), Error> {
        Ok(self.files.flush()?)
    }

    fn attempted(&mut self, _: u64, _: &Attempt<'_>, _: &str) -> Result<(), Error> {
        Ok(())
    }

    fn shut(&mut self, _: Vec<Shut>) -> Result<(), Error> {
        Ok(())
    }

    fn is_changed(&self) -> bool {
        false
    }

    fn tidy(&mut self) -> Result<(), Error> {
        Ok(())
    }

    fn end(&mut self, _: &Delivery) -> Result<(), Error> {
        Ok(())
    }
}
