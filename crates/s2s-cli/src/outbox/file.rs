//! The file of an outbox: who may read it, who has it open, and what is in it.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::error::{Error, damage};

/// What SQLite keeps in the file's head for us: that it is an outbox (`s2sO`), and the version of its tables.
const APPLICATION: i64 = 0x7332_734f;
const VERSION: i64 = 3;

const TABLES: &str = "
CREATE TABLE files (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    hash BLOB NOT NULL,
    lines INTEGER NOT NULL
) STRICT;
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES files,
    line INTEGER NOT NULL,
    first INTEGER NOT NULL, -- the id of the first row of this line: what comes later may be read again before what is added to the line
    part INTEGER NOT NULL,  -- the position among the rows of this line
    state TEXT NOT NULL,
    provider TEXT,
    destination TEXT,
    label TEXT,             -- the destination as `destinations` of an event for every provider names it; without it, the row is the whole line
    submitted_at INTEGER NOT NULL,
    event BLOB,
    new_id TEXT,
    reason TEXT,
    attempts INTEGER,
    maybe_delivered INTEGER,
    next_at INTEGER,
    finished_at INTEGER,
    details TEXT,
    issues TEXT,
    warnings TEXT,
    UNIQUE (file, line, part)
) STRICT;
CREATE INDEX not_built ON events (first, part) WHERE state IN ('added', 'again', 'unconfigured');
CREATE TABLE destinations (
    name TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    since INTEGER NOT NULL,
    reason TEXT,
    cause TEXT
) STRICT;
CREATE TABLE log (
    position INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;
";

/// Opens an outbox, and makes it where there is none.
pub(super) fn open_or_create(path: &Path) -> Result<Connection, Error> {
    // It holds credentials and personal data. SQLite gives the files next to it the same permissions.
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
    let mut file = File::open(path).map_err(|error| Error::file(path, &error))?;
    if is_cut(path, &mut file) {
        return Err(Error::usage(format!("{}: is damaged: its end is missing", path.display())));
    }
    drop(file);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let result =
        Connection::open_with_flags(path, flags).and_then(|connection| prepare(&connection, fills).map(|found| (connection, found)));
    match result {
        Ok((connection, (APPLICATION, VERSION))) => Ok(connection),
        Ok((_, (APPLICATION, version))) => {
            Err(Error::usage(format!("{}: is an outbox of version {version}; this s2s reads version {VERSION}", path.display())))
        }
        Ok(_) => Err(Error::usage(format!("{}: is not an outbox", path.display()))),
        Err(error) => Err(failure(path, &error)),
    }
}

/// Whether a database lacks pages that its head counts. SQLite notices that only when it reads one of them. While there is a write-ahead log,
/// pages may be in that.
fn is_cut(path: &Path, file: &mut File) -> bool {
    let mut head = [0; 32];
    if file.read_exact(&mut head).is_err() || !head.starts_with(b"SQLite format 3\0") {
        return false;
    }
    let [.., a, b, c, d] = head;
    let pages = u64::from(u32::from_be_bytes([a, b, c, d]));
    let [.., high, low, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = head;
    // 1 is the 65536 that two bytes cannot hold.
    let page = match u64::from(u16::from_be_bytes([high, low])) {
        1 => 65_536,
        size => size,
    };
    let has_log = fs::metadata(beside(path, "-wal")).is_ok_and(|log| log.len() > 0);
    !has_log && file.metadata().is_ok_and(|metadata| metadata.len() < pages * page)
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

/// An outbox cannot be opened.
pub(super) fn failure(path: &Path, error: &rusqlite::Error) -> Error {
    let path = path.display();
    if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) {
        return Error::usage(format!("{path}: is not an outbox: {error}"));
    }
    match damage(error) {
        Some(damage) => Error::usage(format!("{path}: is damaged: {damage}")),
        None => Error::usage(format!("{path}: {error}")),
    }
}

/// Sets a connection up, and `fills` an empty file with tables. Returns whose database it is, and the version of its tables.
fn prepare(connection: &Connection, fills: bool) -> rusqlite::Result<(i64, i64)> {
    connection.busy_timeout(Duration::from_secs(5))?;
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let is_empty = || connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", (), |row| row.get::<_, bool>(0));
    let is_new = fills && is_empty()?;
    let found = (number("application_id")?, number("user_version")?);
    if !is_new && found != (APPLICATION, VERSION) {
        return Ok(found);
    }
    // A write-ahead log, so that one can look at an outbox that is in use. A commit is on the disk before it is believed: after `kill -9` it
    // would be there anyway, but not after the machine has lost power, and a request that was sent must never be forgotten.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    if is_new {
        connection.execute_batch("BEGIN IMMEDIATE")?;
        // Another process may have filled it in the meantime.
        if is_empty()? {
            connection.execute_batch(&format!("{TABLES} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION};"))?;
        }
        connection.execute_batch("COMMIT")?;
    }
    Ok((number("application_id")?, number("user_version")?))
}

/// The right to change an outbox, which one process has at a time. It ends with the process, however that ends.
pub(super) struct Lock(#[expect(dead_code, reason = "the lock is held for as long as the file is open")] File);

impl Lock {
    /// Takes it. It is on a file of its own, because SQLite's own locks would keep others from looking.
    pub(super) fn take(path: &Path) -> Result<Self, Error> {
        let name = beside(path, ".lock");
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(&name).map_err(|error| Error::file(&name, &error))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(Error::usage(format!("{}: is in use by another s2s", path.display()))),
            Err(TryLockError::Error(error)) => Err(Error::file(&name, &error)),
        }
    }
}
