//! The files that a run writes.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use s2s_sandbox::Account;

use super::record::Record;
use crate::args;
use crate::error::Error;
use crate::outbox::Row;

/// The files that a run writes.
pub(crate) struct Files {
    failed: Option<Output>,
    report: Option<Output>,
    account: Option<Output>,
    /// Whether one of them is the standard output.
    is_stdout_taken: bool,
    /// Whether lines are reported with the names of their files.
    has_file_names: bool,
}

type Output = Box<dyn Write + Send>;

const STANDARD_OUTPUT: &str = "-";

impl Files {
    /// Creates the files, before anything is sent.
    pub(crate) fn create(arguments: &args::Send) -> Result<Self, Error> {
        let args::Send { file, failed, report, account, outbox, .. } = arguments;
        let outputs = [failed, report, account].into_iter().flatten();
        let on_stdout = outputs.clone().filter(|path| is_stdout(path)).count();
        if on_stdout > 1 {
            return Err(Error::usage("only one of --report, --failed and --account can be `-`, the standard output"));
        }
        let paths: Vec<&PathBuf> = file.iter().chain(outbox).chain(outputs.filter(|path| !is_stdout(path))).collect();
        for (position, path) in paths.iter().enumerate() {
            if paths.iter().take(position).any(|other| is_same(path, other)) {
                return Err(Error::usage(format!("{}: is named twice", path.display())));
            }
        }
        Ok(Self {
            failed: create(failed.as_deref())?,
            report: create(report.as_deref())?,
            account: create(account.as_deref())?,
            is_stdout_taken: on_stdout > 0,
            has_file_names: file.len() != 1,
        })
    }

    /// Whether something else than the summary goes to the standard output.
    pub(crate) fn is_stdout_taken(&self) -> bool {
        self.is_stdout_taken
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
            Some(failed) if !record.verdict.is_settled() => record.failure(failed),
            _ => Ok(()),
        }
    }

    /// Writes down what became of an event of an outbox.
    pub(crate) fn row(&mut self, row: &Row) -> io::Result<()> {
        if let Some(report) = &mut self.report {
            row.report(self.has_file_names, report)?;
        }
        match &mut self.failed {
            Some(failed) if !row.state.is_settled() => row.failure(self.has_file_names, failed),
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

fn is_stdout(path: &Path) -> bool {
    path == Path::new(STANDARD_OUTPUT)
}

fn create(path: Option<&Path>) -> Result<Option<Output>, Error> {
    let Some(path) = path else { return Ok(None) };
    if is_stdout(path) {
        return Ok(Some(Box::new(BufWriter::new(UntilClosed(Some(io::stdout()))))));
    }
    let file = File::create(path).map_err(|error| Error::file(path, &error))?;
    Ok(Some(Box::new(BufWriter::new(file))))
}

/// The standard output. When its reader goes away, the run goes on without it.
struct UntilClosed(Option<io::Stdout>);

impl UntilClosed {
    fn with<T>(&mut self, otherwise: T, write: impl FnOnce(&mut io::Stdout) -> io::Result<T>) -> io::Result<T> {
        let Some(out) = &mut self.0 else { return Ok(otherwise) };
        match write(out) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                self.0 = None;
                Ok(otherwise)
            }
            result => result,
        }
    }
}

impl Write for UntilClosed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.with(bytes.len(), |out| out.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.with((), Write::flush)
    }
}

/// Whether two paths are one file, which writing would destroy. Devices such as `/dev/null` may be named as often as one likes.
fn is_same(a: &Path, b: &Path) -> bool {
    let is_regular = |path| fs::metadata(path).is_ok_and(|metadata| metadata.is_file());
    match (fs::canonicalize(a), fs::canonicalize(b)) {
        (Ok(a), Ok(b)) => a == b && is_regular(&a),
        _ => a == b,
    }
}
