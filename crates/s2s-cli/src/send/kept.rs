//! The account of a run with an outbox: everything is in the outbox, and told from it in the end.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek};
use std::path::Path;

use s2s_core::delivery::{Delivery, Report};
use s2s_core::dynamic::Destinations;
use s2s_core::{Code, Issue, Timestamp};
use sha1::{Digest, Sha1};

use super::files::Files;
use super::ledger::{Event, Ledger};
use super::reader::{Kept, Line};
use super::record::codes;
use super::summary::Summary;
use crate::edge::{self, Clock};
use crate::error::Error;
use crate::outbox::{Entry, Outbox, Source, State};
use crate::output::IssueList;

/// A run's part of an outbox.
pub(super) struct InOutbox {
    outbox: Outbox,
    source: Source,
    clock: Clock,
    /// Of what is to be submitted once more, everything up to this number was read.
    read_again: i64,
    warnings: BTreeMap<Code, u64>,
}

impl InOutbox {
    pub(super) fn new(mut outbox: Outbox, digest: &[u8], clock: Clock) -> Result<Self, Error> {
        let source = outbox.source(digest)?;
        Ok(Self { outbox, source, clock, read_again: 0, warnings: BTreeMap::new() })
    }

    /// So many lines of the file were taken in before.
    pub(super) fn lines(&self) -> u64 {
        self.source.lines
    }

    /// Writes what became of the file's events to the files, and sums it up.
    pub(super) fn tell(self, files: &mut Files) -> Result<Summary, Error> {
        let mut summary = Summary::with_warnings(self.warnings);
        self.outbox.rows_of(self.source, |row| {
            files.row(row)?;
            summary.add_row(row);
            Ok(())
        })?;
        Ok(summary)
    }

    fn put(
        &mut self,
        line: &Line,
        state: State,
        event: Option<(&Event, &str)>,
        provider: Option<&'static str>,
        issues: &[Issue],
    ) -> Result<(), Error> {
        let warnings = event.map(|(event, _)| &*event.warnings).unwrap_or_default();
        for warning in warnings {
            *self.warnings.entry(warning.code()).or_default() += 1;
        }
        let json = |issues: &[Issue]| (!issues.is_empty()).then(|| serde_json::to_string(&IssueList(issues))).transpose();
        let reason = codes(issues);
        let entry = Entry {
            line: line.number,
            state,
            provider: event.map(|(event, _)| event.provider).or(provider),
            destination: event.map(|(_, destination)| destination),
            now: self.clock.passing(),
            event: line.text.as_deref(),
            new_id: event.and_then(|(event, _)| event.new_id.as_deref()),
            reason: Some(reason.as_str()).filter(|reason| !reason.is_empty()),
            issues: json(issues)?,
            warnings: json(warnings)?,
        };
        match &line.kept {
            Some(kept) => self.outbox.renew(kept.id, &entry),
            None => {
                self.outbox.insert(self.source, &entry)?;
                self.outbox.taken_in(&mut self.source, line.number)
            }
        }
    }
}

impl Ledger for InOutbox {
    const IS_KEPT: bool = true;

    fn again(&mut self) -> Result<Vec<Line>, Error> {
        let again = self.outbox.again(self.read_again)?;
        self.read_again = again.last().map_or(i64::MAX, |last| last.id);
        Ok(again.into_iter().map(|own| Line::kept(own.line, own.event, Kept { id: own.id, new_id: own.new_id })).collect())
    }

    fn next_id(&self, line: &Line) -> u64 {
        let id = line.kept.as_ref().map_or(self.outbox.next_id(), |kept| kept.id);
        u64::try_from(id).unwrap_or(0)
    }

    fn submitted(&mut self, line: Line, event: Event, destination: &str) -> Result<(), Error> {
        self.put(&line, State::Waiting, Some((&event, destination)), None, &[])
    }

    fn invalid(&mut self, line: Line, provider: Option<&'static str>, issues: Vec<Issue>) -> Result<(), Error> {
        self.put(&line, State::Invalid, None, provider, &issues)
    }

    /// It is read again by the next run.
    fn not_sent(&mut self, _: Line, _: Event) -> Result<(), Error> {
        Ok(())
    }

    fn reported(&mut self, id: u64, report: Report) -> Result<(), Error> {
        self.outbox.finish(i64::try_from(id).unwrap_or(0), &report)
    }

    fn store(&mut self, log: &[u8]) -> Result<(), Error> {
        self.outbox.store(log)
    }

    fn shorten(&mut self, delivery: &Delivery, is_over: bool) -> Result<(), Error> {
        match (is_over || self.outbox.is_log_long()).then(|| delivery.snapshot()).flatten() {
            Some(log) => self.outbox.replace_log(&log),
            None => Ok(()),
        }
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
        let built = outbox.waiting(&name, &provider)?.into_iter().find_map(|event| {
            // Its time may be too long ago to build it by now; the next one's need not be.
            destinations.build(&event, now, Some(&mut edge::new_id)).ok()
        });
        if let Some(built) = built {
            delivery.renew_credentials(&name, &built.request);
        }
    }
    Ok(())
}

/// The digest of what a file holds, by which it is known again; and the file, to be read from its beginning.
pub(super) fn digest(path: &Path) -> Result<(Vec<u8>, Checked), Error> {
    if path == Path::new("-") {
        return Err(Error::usage("--outbox takes a file, not the standard input: only a file can be read again after a stop"));
    }
    let failure = |error| Error::file(path, &error);
    let mut file = File::open(path).map_err(failure)?;
    if !file.metadata().map_err(failure)?.is_file() {
        return Err(Error::usage(format!("{}: --outbox takes a file that can be read again after a stop", path.display())));
    }
    let mut hasher = Sha1::new();
    let mut buffer = vec![0; 256 * 1024];
    loop {
        let length = file.read(&mut buffer).map_err(failure)?;
        if length == 0 {
            break;
        }
        hasher.update(buffer.get(..length).unwrap_or_default());
    }
    file.rewind().map_err(failure)?;
    let digest = hasher.finalize().to_vec();
    Ok((digest.clone(), Checked { file, hasher: Sha1::new(), digest }))
}

/// A file that tells, at its end, whether it has changed since its digest was taken.
pub(super) struct Checked {
    file: File,
    hasher: Sha1,
    digest: Vec<u8>,
}

impl Read for Checked {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.file.read(buffer)?;
        self.hasher.update(buffer.get(..length).unwrap_or_default());
        if length == 0 && !buffer.is_empty() && self.hasher.clone().finalize().to_vec() != self.digest {
            return Err(io::Error::other("the file of events has changed while it was read; its outbox knows it as it was before"));
        }
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn a_file_that_changes_while_it_is_read_is_told() {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(b"one\n").unwrap();
        let (first, mut same) = digest(file.path()).unwrap();
        assert_eq!(io::read_to_string(&mut same).unwrap(), "one\n");

        let (second, mut changed) = digest(file.path()).unwrap();
        assert_eq!(first, second);
        file.write_all(b"two\n").unwrap();
        assert!(io::read_to_string(&mut changed).unwrap_err().to_string().starts_with("the file of events has changed"));
    }
}
