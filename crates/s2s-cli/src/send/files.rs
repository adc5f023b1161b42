//! The files that a run writes.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use s2s_sandbox::Account;

use super::record::Record;
use crate::args;
use crate::error::Error;
use crate::outbox::Row;

/// The files that a run writes.
pub(crate) struct Files {
    failed: Option<BufWriter<File>>,
    report: Option<BufWriter<File>>,
    account: Option<BufWriter<File>>,
}

impl Files {
    /// Creates the files, before anything is sent.
    pub(crate) fn create(arguments: &args::Send) -> Result<Self, Error> {
        let args::Send { file, failed, report, account, outbox, .. } = arguments;
        let paths: Vec<&PathBuf> = [outbox, failed, report, account].into_iter().flatten().collect();
        for (position, path) in paths.iter().enumerate() {
            let mut others = std::iter::once(&file).chain(paths.iter().take(position));
            if others.any(|other| is_same(path, other)) {
                return Err(Error::usage(format!("{}: is named twice", path.display())));
            }
        }
        Ok(Self { failed: create(failed.as_deref())?, report: create(report.as_deref())?, account: create(account.as_deref())? })
    }

    /// Whether what is not delivered is kept.
    pub(crate) fn keep_failures(&self) -> bool {
        self.failed.is_some()
    }

    /// Writes down what became of an event.
    pub(crate) fn record(&mut self, record: &Record<'_>) -> io::Result<()> {
        if let Some(report) = &mut self.report {
            record.report(report)?;
        }
        match &mut self.failed {
            Some(failed) if !record.verdict.is_delivered() => record.failure(failed),
            _ => Ok(()),
        }
    }

    /// Writes down what became of an event of an outbox.
    pub(crate) fn row(&mut self, row: &Row) -> io::Result<()> {
        if let Some(report) = &mut self.report {
            row.report(report)?;
        }
        match &mut self.failed {
            Some(failed) if !row.state.is_delivered() => row.failure(failed),
            _ => Ok(()),
        }
    }

    /// Writes the sandbox's account, if it is asked for.
    pub(crate) fn account(&mut self, account: impl FnOnce() -> Account) -> io::Result<()> {
        match &mut self.account {
            Some(out) => crate::output::json_line(out, &account()),
            None => Ok(()),
        }
    }

    /// Brings what is written so far to the files.
    pub(crate) fn flush(&mut self) -> io::Result<()> {
        [&mut self.failed, &mut self.report].into_iter().flatten().try_for_each(Write::flush)
    }

    /// Completes the files.
    pub(crate) fn finish(self) -> io::Result<()> {
        [self.failed, self.report, self.account].into_iter().flatten().try_for_each(|mut file| file.flush())
    }
}

fn create(path: Option<&Path>) -> Result<Option<BufWriter<File>>, Error> {
    path.map(|path| File::create(path).map(BufWriter::new).map_err(|error| Error::file(path, &error))).transpose()
}

/// Whether two paths are one file, which writing would destroy. Devices such as `/dev/null` may be named as often as one likes.
fn is_same(a: &Path, b: &Path) -> bool {
    let is_regular = |path| fs::metadata(path).is_ok_and(|metadata| metadata.is_file());
    match (fs::canonicalize(a), fs::canonicalize(b)) {
        (Ok(a), Ok(b)) => a == b && is_regular(&a),
        _ => a == b,
    }
}
