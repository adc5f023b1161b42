//! Why the program stops.

use std::fmt::{self, Write as _};
use std::io;
use std::path::Path;

use s2s_core::Issue;

use crate::format::Unreadable;

/// Exit code of a run in which all was well.
pub(crate) const FINE: u8 = 0;
/// Exit code where some events were rejected or not delivered, or the program could not go on.
pub(crate) const SOME_FAILED: u8 = 1;
/// Exit code where the arguments or the configuration are wrong; nothing was done.
pub(crate) const USAGE: u8 = 2;

/// Issues, each on a line of its own, which begins with a line break.
pub(crate) fn listed(issues: &[Issue], at: &str) -> String {
    let mut text = String::new();
    for issue in issues {
        let path = if issue.path().is_empty() && at.is_empty() { "/" } else { issue.path() };
        // Writing to a text cannot fail.
        let _ = write!(text, "\n  {at}{path}: {} [{}]", issue.message(), issue.code());
    }
    text
}

/// Why the program stops: a text for people, without credentials and values of events, and the exit
/// code.
#[derive(Debug)]
pub(crate) struct Error {
    exit_code: u8,
    message: String,
}

impl Error {
    /// The arguments, the configuration or a file that they name are wrong.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self { exit_code: USAGE, message: message.into() }
    }

    /// A file cannot be opened or created.
    pub(crate) fn file(path: &Path, error: &io::Error) -> Self {
        Self::usage(format!("{}: {error}", path.display()))
    }

    pub(crate) fn exit_code(&self) -> u8 {
        self.exit_code
    }
}

/// Reading or writing failed on the way, or the input is not lines of JSON.
impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        match error.get_ref().and_then(|inner| inner.downcast_ref::<Unreadable>()) {
            Some(unreadable) => Self::usage(format!("the input {unreadable}")),
            None => Self { exit_code: SOME_FAILED, message: error.to_string() },
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        io::Error::from(error).into()
    }
}

/// The outbox cannot be read or written. SQLite's texts repeat no values; a damaged row's may.
impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match damage(&error) {
            Some(damage) => Self::usage(format!("the outbox is damaged: {damage}")),
            None => Self { exit_code: SOME_FAILED, message: format!("the outbox: {error}") },
        }
    }
}

/// Describes an error that comes of what an outbox holds; `None` for another one.
pub(crate) fn damage(error: &rusqlite::Error) -> Option<String> {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase, TypeMismatch};
    use rusqlite::ffi::SQLITE_IOERR_SHORT_READ;

    match error {
        rusqlite::Error::SqliteFailure(own, _) => {
            let is_damaged =
                matches!(own.code, DatabaseCorrupt | NotADatabase | TypeMismatch) || own.extended_code == SQLITE_IOERR_SHORT_READ;
            // Also where a table is missing.
            (is_damaged || error.to_string().contains("no such ")).then(|| error.to_string())
        }
        rusqlite::Error::SqlInputError { .. } => Some("its tables are not those of an outbox".to_owned()),
        rusqlite::Error::FromSqlConversionFailure(column, ..)
        | rusqlite::Error::InvalidColumnType(column, ..)
        | rusqlite::Error::IntegralValueOutOfRange(column, _) => Some(format!("a row has a value in column {column} that cannot be")),
        _ => None,
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
