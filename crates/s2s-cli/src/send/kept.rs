//! The account of a run with an outbox: everything is in the outbox, and told from it in the end.

use std::collections::BTreeMap;
use std::io;

use indicatif::ProgressBar;
use s2s_core::delivery::{Attempt, Delivery, Report};
use s2s_core::dynamic::{Destinations, PROVIDERS, Spec, Verdict};
use s2s_core::{Code, Issue, Request, Timestamp};

use super::files::Files;
use super::ledger::{Event, Ledger};
use super::reader::{Kept, Line, Part};
use super::record::codes;
use super::summary::Summary;
use crate::edge::{self, Clock};
use crate::error::Error;
use crate::neutral;
use crate::outbox::{self, Entry, Outbox, Position, Row, Shut, Waiting};
use crate::output::IssueList;
use crate::source::Source;
use crate::state::State;

/// A run's part of an outbox.
pub(super) struct InOutbox<'a> {
    outbox: Outbox,
    sources: Vec<Source>,
    clock: Clock,
    /// Of what is to be built, everything up to this position was read; `None` once everything was.
    read_again: Option<Position>,
    warnings: BTreeMap<Code, u64>,
    progress: &'a ProgressBar,
    /// How many events wait, are delivered, and have ended without; only where somebody sees it.
    totals: Option<[u64; 3]>,
    /// Time after which delivered events are removed, in milliseconds; `next_purge` is the next removal.
    purge_after: Option<i64>,
    next_purge: i64,
}

/// Time between two removals of what was delivered, in milliseconds.
const PURGE_EVERY: i64 = 60 * 60 * 1_000;

impl<'a> InOutbox<'a> {
    pub(super) fn new(
        mut outbox: Outbox,
        sources: Vec<Source>,
        clock: Clock,
        purge_after: Option<u32>,
        progress: &'a ProgressBar,
    ) -> Result<Self, Error> {
        // What another run has seen may be over.
        outbox.shut(&[])?;
        let totals = (!progress.is_hidden()).then(|| outbox.totals()).transpose()?;
        let purge_after = purge_after.map(|days| i64::from(days) * 86_400_000);
        let warnings = BTreeMap::new();
        Ok(Self {
            outbox,
            sources,
            clock,
            read_again: Some(Position::default()),
            warnings,
            progress,
            totals,
            purge_after,
            next_purge: i64::MIN,
        })
    }

    /// Writes what became of the files' events to the files, and sums it up; of all events, where no file is named.
    pub(super) fn tell(self, files: &mut Files) -> Result<Summary, Error> {
        let mut summary = Summary::with_warnings(self.warnings);
        let mut tell = |row: &Row| {
            files.row(row)?;
            summary.add_row(row);
            Ok(true)
        };
        if self.sources.is_empty() {
            self.outbox.each(None, &mut tell)?;
        }
        for row in self.sources.iter().filter_map(|source| source.row) {
            self.outbox.rows_of(row, &mut tell)?;
        }
        Ok(summary)
    }

    /// Moves an event from one of the totals to another one; from none where it is new, to none where it is not to be sent.
    fn count(&mut self, from: Option<usize>, to: Option<usize>) {
        let Some(totals) = &mut self.totals else { return };
        if let Some(place) = from.and_then(|from| totals.get_mut(from)) {
            *place = place.saturating_sub(1);
        }
        if let Some(place) = to.and_then(|to| totals.get_mut(to)) {
            *place += 1;
        }
        self.progress.set_message(progress_text(*totals));
    }

    fn put(
        &mut self,
        line: &Line,
        state: State,
        event: Option<&Event>,
        (provider, destination): (Option<&'static str>, Option<&str>),
        issues: &[Issue],
    ) -> Result<(), Error> {
        let warnings = event.map(|event| &*event.warnings).unwrap_or_default();
        for warning in warnings {
            *self.warnings.entry(warning.code()).or_default() += 1;
        }
        let json = |issues: &[Issue]| (!issues.is_empty()).then(|| serde_json::to_string(&IssueList(issues))).transpose();
        let reason = codes(issues);
        let entry = Entry {
            line: line.number,
            state,
            provider,
            destination,
            now: self.clock.passing(),
            event: line.text.as_deref(),
            new_id: event.and_then(|event| event.new_id.as_deref()),
            reason: Some(reason.as_str()).filter(|reason| !reason.is_empty()),
            issues: json(issues)?,
            warnings: json(warnings)?,
        };
        match &line.kept {
            Some(kept) => self.outbox.renew(kept.id, &entry)?,
            None => {
                let source = self.sources.get_mut(line.input).ok_or_else(|| io::Error::other("a line is of no input"))?;
                self.outbox.insert(source, &entry, line.mark.as_ref())?;
            }
        }
        let to = match state {
            State::Invalid => Some(2),
            State::Skipped => None,
            _ => Some(0),
        };
        self.count(line.kept.is_some().then_some(0), to);
        Ok(())
    }
}

impl Ledger for InOutbox<'_> {
    const IS_KEPT: bool = true;

    fn again(&mut self) -> Result<Vec<Line>, Error> {
        let again = match self.read_again {
            Some(after) => {
                let again = self.outbox.not_built(after)?;
                self.read_again = again.last().map(|last| last.place);
                again
            }
            None => self.outbox.added()?,
        };
        Ok(again
            .into_iter()
            .map(|own| Line::kept(own.line, own.event, Kept { id: own.id, new_id: own.new_id, label: own.label }))
            .collect())
    }

    fn next_id(&mut self, line: &Line) -> Result<u64, Error> {
        let id = match &line.kept {
            Some(kept) => kept.id,
            None => self.outbox.next_id()?,
        };
        Ok(u64::try_from(id).unwrap_or(0))
    }

    fn submitted(&mut self, line: Line, event: Event, destination: &str) -> Result<(), Error> {
        self.put(&line, State::Waiting, Some(&event), (Some(event.provider), Some(destination)), &[])
    }

    fn invalid(&mut self, line: Line, provider: Option<&'static str>, issues: Vec<Issue>) -> Result<(), Error> {
        self.put(&line, State::Invalid, None, (provider, None), &issues)
    }

    fn unconfigured(
        &mut self,
        line: Line,
        provider: Option<&'static str>,
        destination: Option<String>,
        issues: Vec<Issue>,
    ) -> Result<(), Error> {
        self.put(&line, State::Unconfigured, None, (provider, destination.as_deref().or(provider)), &issues)
    }

    /// The rows wait to be built until each has its turn, so that a run that ends before leaves them to the next one.
    fn split(&mut self, line: Line, parts: Vec<Part>) -> Result<Vec<Line>, Error> {
        let first = match &line.kept {
            Some(kept) => kept.id,
            None => {
                let id = self.outbox.next_id()?;
                self.put(&line, State::Added, None, (None, None), &[])?;
                id
            }
        };
        let rows: Vec<_> = parts
            .iter()
            .map(|Part { label, destination, provider, new_id, .. }| outbox::Part {
                label,
                destination,
                provider: *provider,
                new_id: new_id.as_deref(),
            })
            .collect();
        let ids = self.outbox.split(first, &rows)?;
        let mut lines = Vec::with_capacity(ids.len());
        for (id, part) in ids.into_iter().zip(parts) {
            if id != first {
                self.count(None, Some(0));
            }
            let kept = Kept { id, new_id: part.new_id.clone(), label: Some(part.label.clone()) };
            lines.push(line.of(part, Some(kept)));
        }
        Ok(lines)
    }

    fn skipped(&mut self, line: Line, provider: Option<&'static str>) -> Result<(), Error> {
        self.put(&line, State::Skipped, None, (provider, None), &[])
    }

    /// It is read again by the next run.
    fn not_sent(&mut self, _: Line, _: Event) -> Result<(), Error> {
        Ok(())
    }

    fn reported(&mut self, id: u64, report: Report) -> Result<(), Error> {
        self.count(Some(0), Some(if State::of(report.kind).is_delivered() { 1 } else { 2 }));
        self.outbox.finish(i64::try_from(id).unwrap_or(0), &report, self.clock.passing())
    }

    fn attempted(&mut self, id: u64, attempt: &Attempt<'_>, reason: &str) -> Result<(), Error> {
        self.outbox.attempted(i64::try_from(id).unwrap_or(0), attempt, reason)
    }

    fn shut(&mut self, shut: Vec<Shut>) -> Result<(), Error> {
        self.outbox.shut(&shut)
    }

    fn is_changed(&self) -> bool {
        self.outbox.is_changed()
    }

    fn tidy(&mut self) -> Result<(), Error> {
        let now = self.clock.passing().unix_millis();
        match self.purge_after {
            Some(age) if now >= self.next_purge => {
                self.next_purge = now.saturating_add(PURGE_EVERY);
                self.outbox.purge_before(now.saturating_sub(age))
            }
            _ => Ok(()),
        }
    }

    fn store(&mut self, log: &[u8], replaces: bool) -> Result<(), Error> {
        if replaces { self.outbox.replace_log(log) } else { self.outbox.store(log) }
    }

    /// Leaves a short log.
    fn end(&mut self, delivery: &Delivery) -> Result<(), Error> {
        delivery.snapshot().map_or(Ok(()), |log| self.outbox.replace_log(&log))
    }
}

/// Gives the requests that wait the credentials of the configuration, which may be other ones than when they were built.
pub(super) fn renew_credentials(
    outbox: &Outbox,
    delivery: &mut Delivery,
    destinations: &Destinations,
    now: Timestamp,
) -> Result<(), Error> {
    for (name, provider) in outbox.waiting_destinations()? {
        let Some(spec) = PROVIDERS.iter().find(|spec| spec.name == provider) else { continue };
        // One request of each address.
        let mut missing = spec.endpoints();
        for event in outbox.waiting(&name, &provider)? {
            if missing.is_empty() {
                break;
            }
            // Its time may be too long ago to build it by now; the next one's need not be.
            let Some(request) = built(&event, destinations, now)? else { continue };
            if let Some(place) = endpoint(spec, &request).and_then(|own| missing.iter().position(|endpoint| *endpoint == own)) {
                missing.swap_remove(place);
                delivery.renew_credentials(&name, &request);
            }
        }
    }
    Ok(())
}

/// The request of an event that waits.
fn built(Waiting { event, label }: &Waiting, destinations: &Destinations, now: Timestamp) -> Result<Option<Request>, Error> {
    let Some(label) = label else {
        return Ok(destinations.build(event, now, Some(&mut edge::new_id)).ok().map(|built| built.request));
    };
    let explained = neutral::explain(destinations, &neutral::for_destination(event, label)?, now, &mut edge::new_id);
    Ok(explained.into_iter().flatten().find_map(|own| match own.part.verdict {
        Verdict::Built(request) => Some(request),
        _ => None,
    }))
}

/// The address of a request's kind, or of requests of several events.
fn endpoint(spec: &Spec, request: &Request) -> Option<&'static str> {
    let of_one = spec.kinds.iter().find(|kind| kind.name == request.kind()).map(|kind| kind.rules.endpoint);
    of_one.or_else(|| spec.batch.filter(|batch| batch.kind == request.kind()).map(|batch| batch.rules.endpoint))
}

fn progress_text([waiting, delivered, not_delivered]: [u64; 3]) -> String {
    format!("{waiting} waiting, {delivered} delivered, {not_delivered} not delivered")
}
