//! The file of an outbox: who may read it, who has it open, and what is in it.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::error::Error;

/// What SQLite keeps in the file's head for us: that it is an outbox (`s2sO`), and the version of its tables.
const APPLICATION: i64 = 0x7332_734f;
const VERSION: i64 = 1;

const TABLES: &str = "
CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,
    lines INTEGER NOT NULL
) STRICT;
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES files,
    line INTEGER NOT NULL,
    state TEXT NOT NULL,
    provider TEXT,
    destination TEXT,
    submitted_at INTEGER NOT NULL,
    event BLOB,
    new_id TEXT,
    reason TEXT,
    attempts INTEGER,
    maybe_delivered INTEGER,
    details TEXT,
    issues TEXT,
    warnings TEXT,
    UNIQUE (file, line)
) STRICT;
CREATE INDEX again ON events (id) WHERE state = 'again';
CREATE TABLE log (
    position INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;
";

/// Opens an outbox, and makes it where there is none.
pub(super) fn open_or_create(path: &Path) -> Result<Connection, Error> {
    // It holds credentials and personal data. SQLite gives the files beside it the same permissions.
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => return Err(Error::file(path, &error)),
    }
    connect(path, true)
}

/// Opens an outbox that is there.
pub(super) fn open(path: &Path) -> Result<Connection, Error> {
    connect(path, false)
}

fn connect(path: &Path, fills: bool) -> Result<Connection, Error> {
    // SQLite's own message names no reason.
    File::open(path).map_err(|error| Error::file(path, &error))?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let result =
        Connection::open_with_flags(path, flags).and_then(|connection| prepare(&connection, fills).map(|known| (connection, known)));
    match result {
        Ok((connection, true)) => Ok(connection),
        Ok((_, false)) => Err(Error::usage(format!("{}: is no outbox, or one of another version", path.display()))),
        Err(error) => Err(failure(path, &error)),
    }
}

pub(super) fn failure(path: &Path, error: &rusqlite::Error) -> Error {
    Error::usage(format!("{}: {error}", path.display()))
}

/// Sets a connection up, and `fills` an empty file with tables, which only the holder of the lock may do. Returns whether it is an outbox of this version.
fn prepare(connection: &Connection, fills: bool) -> rusqlite::Result<bool> {
    connection.busy_timeout(Duration::from_secs(5))?;
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", (), |row| row.get(0))?;
    let is_new = tables == 0 && fills;
    if !is_new && (number("application_id")?, number("user_version")?) != (APPLICATION, VERSION) {
        return Ok(false);
    }
    // A write-ahead log, so that one can look at an outbox that is in use. A commit is on the disk before it is believed: after `kill -9` it
    // would be there anyway, but not after the machine has lost power, and a request that was sent must never be forgotten.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    if is_new {
        let head = format!("PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};");
        connection.execute_batch(&format!("BEGIN IMMEDIATE; {TABLES} {head} COMMIT;"))?;
    }
    Ok(true)
}

/// The right to change an outbox, which one process has at a time. It ends with the process, however that ends.
pub(super) struct Lock(#[expect(dead_code, reason = "the lock is held for as long as the file is open")] File);

impl Lock {
    /// Takes it. It is on a file of its own, because SQLite's own locks would keep others from looking.
    pub(super) fn take(path: &Path) -> Result<Self, Error> {
        let mut name = OsString::from(path);
        name.push(".lock");
        let name = PathBuf::from(name);
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(&name).map_err(|error| Error::file(&name, &error))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(Error::usage(format!("{}: is in use by another s2s", path.display()))),
            Err(TryLockError::Error(error)) => Err(Error::file(&name, &error)),
        }
    }
}
