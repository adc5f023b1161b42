//! The file of SQLite: everything that the program asks it and changes in it.

use std::path::Path;

use rusqlite::{Connection, params};
use s2s_core::Timestamp;
use s2s_core::delivery::{Attempt, Report};

use super::file::{self, Lock};
use super::row::{self, Details, Row};
use crate::error::Error;
use crate::source::{Known, Mark, STANDARD_INPUT, Source};
use crate::state::State;

/// An outbox.
pub(crate) struct Outbox {
    connection: Connection,
    next_id: i64,
    _lock: Option<Lock>,
}

/// An event that goes into the outbox.
pub(crate) struct Entry<'a> {
    pub(crate) line: u64,
    pub(crate) state: State,
    pub(crate) provider: Option<&'static str>,
    pub(crate) destination: Option<&'a str>,
    pub(crate) now: Timestamp,
    pub(crate) event: Option<&'a [u8]>,
    pub(crate) new_id: Option<&'a str>,
    pub(crate) reason: Option<&'a str>,
    /// As JSON.
    pub(crate) issues: Option<String>,
    pub(crate) warnings: Option<String>,
}

/// An event that is to be submitted once more.
pub(crate) struct Again {
    pub(crate) place: Position,
    pub(crate) id: i64,
    pub(crate) line: u64,
    pub(crate) event: Option<Vec<u8>>,
    pub(crate) new_id: Option<String>,
    pub(crate) label: Option<String>,
}

/// The position of a row in the order of the events: the first row of its line, and the position among those of the line.
pub(crate) type Position = (i64, i64);

/// A destination of an event for every provider.
pub(crate) struct Part<'a> {
    /// The destination, as the event's `destinations` name it.
    pub(crate) label: &'a str,
    /// The destination, as the configuration names it.
    pub(crate) destination: &'a str,
    pub(crate) provider: Option<&'static str>,
    pub(crate) new_id: Option<&'a str>,
}

/// An event that waits for a destination.
pub(crate) struct Waiting {
    pub(crate) event: Vec<u8>,
    pub(crate) label: Option<String>,
}

/// Numbers about an outbox.
pub(super) struct Counts {
    /// Events by destination and state.
    pub(super) counts: Vec<(String, String, i64)>,
    /// In Unix milliseconds.
    pub(super) oldest_since: Option<i64>,
    pub(super) shut: Vec<Shut>,
}

/// A destination to which no requests go, as the last `s2s send` has left it.
pub(crate) struct Shut {
    pub(crate) destination: String,
    /// `refused` or `silent`.
    pub(crate) state: String,
    /// In Unix milliseconds.
    pub(crate) since: i64,
    /// Reason of the last outcome, and the HTTP client's text where there was no response.
    pub(crate) reason: Option<String>,
    pub(crate) cause: Option<String>,
}

const NEXT_ID: &str = "SELECT coalesce(max(id), 0) + 1 FROM events";

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn in_use(name: &str) -> Error {
    Error::usage(format!("{name}: another s2s takes it in at the same time"))
}

impl Outbox {
    /// Opens an outbox to send from it, and makes it where there is none. Nobody else can do so at
    /// the same time.
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        let lock = Lock::take(path)?;
        Self::with(file::open_or_create(path)?, Some(lock)).map_err(|error| file::failure(path, &error))
    }

    /// Opens an outbox that is there to change what nobody sends from at the same time.
    pub(crate) fn existing(path: &Path) -> Result<Self, Error> {
        let connection = file::open(path)?;
        let lock = Lock::take(path)?;
        Self::with(connection, Some(lock)).map_err(|error| file::failure(path, &error))
    }

    /// Opens an outbox to add events to it, also while somebody sends from it, and makes it where
    /// there is none.
    pub(crate) fn open_to_add(path: &Path) -> Result<Self, Error> {
        Self::with(file::open_or_create(path)?, None).map_err(|error| file::failure(path, &error))
    }

    /// Opens an outbox to look at it.
    pub(crate) fn look(path: &Path) -> Result<Self, Error> {
        Self::with(file::open(path)?, None).map_err(|error| file::failure(path, &error))
    }

    fn with(connection: Connection, lock: Option<Lock>) -> rusqlite::Result<Self> {
        let next_id = connection.query_row(NEXT_ID, (), |row| row.get(0))?;
        Ok(Self { connection, next_id, _lock: lock })
    }

    /// Everything that the machine has written down.
    pub(crate) fn log(&self) -> Result<Vec<u8>, Error> {
        let mut log = Vec::new();
        let mut statement = self.connection.prepare("SELECT bytes FROM log ORDER BY position")?;
        let mut rows = statement.query(())?;
        while let Some(row) = rows.next()? {
            log.extend_from_slice(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?);
        }
        Ok(log)
    }

    /// Returns the files that it has lines from.
    pub(crate) fn known(&self) -> Result<Vec<Known>, Error> {
        let mut statement = self.connection.prepare("SELECT id, name, bytes, hash, lines FROM files WHERE bytes > 0 ORDER BY id")?;
        let rows = statement.query_map((), |row| {
            let mark = Mark { bytes: row::count(row, 2)?, hash: row.get(3)? };
            Ok(Known { id: row.get(0)?, name: row.get(1)?, mark, lines: row::count(row, 4)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns the number of a source, which is entered with its first event.
    fn row_of(&mut self, source: &mut Source) -> Result<i64, Error> {
        if let Some(row) = source.row {
            return Ok(row);
        }
        self.begin()?;
        let Source { name, mark, lines, newest, .. } = &*source;
        let is_file = name != STANDARD_INPUT;
        let others = "SELECT count(*) FROM files WHERE name = ?1 AND id > ?2";
        if is_file && self.connection.query_row(others, params![name, newest], |row| row.get::<_, i64>(0))? > 0 {
            return Err(in_use(name));
        }
        let enter = "INSERT INTO files (name, bytes, hash, lines) VALUES (?1, ?2, ?3, ?4)";
        self.connection.execute(enter, params![name, number(mark.bytes), mark.hash, number(*lines)])?;
        let row = self.connection.last_insert_rowid();
        source.row = Some(row);
        Ok(row)
    }

    /// Records that all lines up to this one are taken in.
    fn taken_in(&mut self, source: &mut Source, line: u64, mark: Option<&Mark>) -> Result<(), Error> {
        let Some(mark) = mark else { return Ok(()) };
        let changed = self
            .connection
            .prepare_cached("UPDATE files SET bytes = ?3, hash = ?4, lines = ?5 WHERE id = ?1 AND bytes = ?2")?
            .execute(params![source.row, number(source.mark.bytes), number(mark.bytes), mark.hash, number(line)])?;
        if changed == 0 {
            return Err(in_use(&source.name));
        }
        (source.lines, source.mark) = (line, mark.clone());
        Ok(())
    }

    /// Returns the number that the next event gets. Nobody else can take it until everything is
    /// stored.
    pub(crate) fn next_id(&mut self) -> Result<i64, Error> {
        self.begin()?;
        Ok(self.next_id)
    }

    /// Enters an event, and with it the end of its line.
    pub(crate) fn insert(&mut self, source: &mut Source, entry: &Entry<'_>, mark: Option<&Mark>) -> Result<(), Error> {
        self.begin()?;
        let file = self.row_of(source)?;
        let mut statement = self.connection.prepare_cached(
            "INSERT INTO events (id, first, part, file, line, state, provider, destination, submitted_at, event, new_id, reason, issues, warnings)
             VALUES (?1, ?1, 0, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?;
        statement.execute(params![
            self.next_id,
            file,
            number(entry.line),
            entry.state.as_str(),
            entry.provider,
            entry.destination,
            entry.now.unix_millis(),
            entry.event,
            entry.new_id,
            entry.reason,
            entry.issues,
            entry.warnings,
        ])?;
        drop(statement);
        self.next_id += 1;
        self.taken_in(source, entry.line, mark)
    }

    /// Makes a row that is a whole line, or the only part of it, the first of these parts, and enters a row for each other one.
    /// Returns their numbers.
    pub(crate) fn split(&mut self, id: i64, parts: &[Part<'_>]) -> Result<Vec<i64>, Error> {
        self.begin()?;
        let mut ids = Vec::with_capacity(parts.len());
        for (position, Part { label, destination, provider, new_id }) in (0_i64..).zip(parts) {
            if position == 0 {
                let mut statement = self.connection.prepare_cached(
                    "UPDATE events SET label = ?2, destination = ?3, provider = coalesce(?4, provider), new_id = coalesce(?5, new_id) WHERE id = ?1",
                )?;
                statement.execute(params![id, label, destination, provider, new_id])?;
                ids.push(id);
                continue;
            }
            let mut statement = self.connection.prepare_cached(
                "INSERT INTO events (id, first, part, file, line, state, submitted_at, event, label, destination, provider, new_id)
                 SELECT ?1, first, ?3, file, line, state, submitted_at, event, ?4, ?5, ?6, ?7 FROM events WHERE id = ?2",
            )?;
            statement.execute(params![self.next_id, id, position, label, destination, provider, new_id])?;
            ids.push(self.next_id);
            self.next_id += 1;
        }
        Ok(ids)
    }

    /// An event that is submitted once more has become this. The text of one that is not to be sent is not kept.
    pub(crate) fn renew(&mut self, id: i64, entry: &Entry<'_>) -> Result<(), Error> {
        self.begin()?;
        let mut statement = self.connection.prepare_cached(
            "UPDATE events SET state = ?2, submitted_at = ?3, reason = ?5, issues = ?6, warnings = ?7,
             provider = coalesce(?8, provider), destination = coalesce(?9, destination),
             event = iif(?10, NULL, event), new_id = iif(?10, NULL, coalesce(?4, new_id)), finished_at = iif(?10, ?3, NULL),
             attempts = NULL, maybe_delivered = NULL, next_at = NULL, details = NULL WHERE id = ?1",
        )?;
        let (state, at) = (entry.state, entry.now.unix_millis());
        let Entry { new_id, reason, issues, warnings, provider, destination, .. } = entry;
        statement.execute(params![id, state.as_str(), at, new_id, reason, issues, warnings, provider, destination, state.is_settled()])?;
        Ok(())
    }

    /// Records an attempt after which an event waits again.
    pub(crate) fn attempted(&mut self, id: i64, attempt: &Attempt<'_>, reason: &str) -> Result<(), Error> {
        self.begin()?;
        let mut statement = self.connection.prepare_cached("UPDATE events SET attempts = ?2, next_at = ?3, reason = ?4 WHERE id = ?1")?;
        statement.execute(params![id, attempt.attempts, attempt.next_at.unix_millis(), reason])?;
        Ok(())
    }

    /// Records which destinations are shut.
    pub(crate) fn shut(&mut self, shut: &[Shut]) -> Result<(), Error> {
        self.begin()?;
        self.connection.execute("DELETE FROM destinations", ())?;
        for Shut { destination, state, since, reason, cause } in shut {
            let enter = "INSERT INTO destinations (name, state, since, reason, cause) VALUES (?1, ?2, ?3, ?4, ?5)";
            self.connection.execute(enter, params![destination, state, since, reason, cause])?;
        }
        Ok(())
    }

    /// What became of an event in the end. What was delivered is not kept.
    pub(crate) fn finish(&mut self, id: i64, report: &Report, now: Timestamp) -> Result<(), Error> {
        self.begin()?;
        let state = State::of(report.kind);
        let mut statement = self.connection.prepare_cached(
            "UPDATE events SET state = ?2, reason = ?3, attempts = ?4, maybe_delivered = ?5, details = ?6,
             next_at = NULL, finished_at = ?8, event = iif(?7, NULL, event), new_id = iif(?7, NULL, new_id) WHERE id = ?1",
        )?;
        let details = serde_json::to_string(&Details::of(report))?;
        statement.execute(params![
            id,
            state.as_str(),
            &*report.reason,
            report.attempts,
            report.maybe_delivered,
            details,
            state.is_delivered(),
            now.unix_millis()
        ])?;
        Ok(())
    }

    /// Returns events after the one at this position that are to be built and submitted, also those
    /// that wait for a configuration.
    pub(crate) fn not_built(&self, after: Position) -> Result<Vec<Again>, Error> {
        self.again("state IN ('added', 'again', 'unconfigured')", after)
    }

    /// Returns events that were added since.
    pub(crate) fn added(&self) -> Result<Vec<Again>, Error> {
        // The first condition is that of the index.
        self.again("state IN ('added', 'again', 'unconfigured') AND state = 'added'", Position::default())
    }

    fn again(&self, condition: &str, (first, part): Position) -> Result<Vec<Again>, Error> {
        let found = format!(
            "SELECT id, line, event, new_id, label, first, part FROM events
             WHERE {condition} AND (first, part) > (?1, ?2) ORDER BY first, part LIMIT 1000"
        );
        let mut statement = self.connection.prepare_cached(&found)?;
        let rows = statement.query_map(params![first, part], |row| {
            Ok(Again {
                id: row.get(0)?,
                line: row::count(row, 1)?,
                event: row.get(2)?,
                new_id: row.get(3)?,
                label: row.get(4)?,
                place: (row.get(5)?, row.get(6)?),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Returns how many events wait, are delivered, and have ended without.
    pub(crate) fn totals(&self) -> Result<[u64; 3], Error> {
        let counted = "SELECT count(*) FILTER (WHERE state IN ('waiting', 'added', 'again', 'unconfigured')),
                       count(*) FILTER (WHERE state IN ('delivered', 'duplicate')),
                       count(*) FILTER (WHERE state IN ('dropped', 'gave_up', 'invalid')) FROM events";
        Ok(self.connection.query_row(counted, (), |row| Ok([row::count(row, 0)?, row::count(row, 1)?, row::count(row, 2)?]))?)
    }

    /// The destinations of what waits.
    pub(crate) fn waiting_destinations(&self) -> Result<Vec<(String, String)>, Error> {
        let found = "SELECT DISTINCT destination, provider FROM events WHERE state = 'waiting'";
        let mut statement = self.connection.prepare(found)?;
        let rows = statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Some events that wait for a destination, the last ones.
    pub(crate) fn waiting(&self, destination: &str, provider: &str) -> Result<Vec<Waiting>, Error> {
        let found =
            "SELECT event, label FROM events WHERE state = 'waiting' AND destination = ?1 AND provider = ?2 ORDER BY id DESC LIMIT 10";
        let mut statement = self.connection.prepare(found)?;
        let rows = statement.query_map(params![destination, provider], |row| Ok(Waiting { event: row.get(0)?, label: row.get(1)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Calls `each` with every event of a file, in the order of its lines and their destinations, for
    /// as long as it returns `true`.
    pub(crate) fn rows_of(&self, file: i64, each: impl FnMut(&Row) -> Result<bool, Error>) -> Result<(), Error> {
        self.rows("WHERE file = ?1 ORDER BY line, part", params![file], each)
    }

    /// Calls `each` with every event, or with those of a state, for as long as it returns `true`.
    pub(crate) fn each(&self, state: Option<&str>, each: impl FnMut(&Row) -> Result<bool, Error>) -> Result<(), Error> {
        self.rows("WHERE ?1 IS NULL OR state = ?1 ORDER BY file, line, part", params![state], each)
    }

    /// Counts the events by destination and state.
    pub(super) fn counts(&self) -> Result<Counts, Error> {
        let counted = "SELECT coalesce(destination, '-'), state, count(*) FROM events GROUP BY 1, 2 ORDER BY 1, 2";
        let mut statement = self.connection.prepare(counted)?;
        let counts: Vec<(String, String, i64)> =
            statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect::<Result<_, _>>()?;
        if counts.iter().any(|(_, state, _)| State::from_name(state).is_none()) {
            return Err(Error::usage("the outbox is damaged: an event is in a state that is not known"));
        }
        let oldest_since = "SELECT min(submitted_at) FROM events WHERE state IN ('waiting', 'added', 'again', 'unconfigured')";
        let oldest_since = self.connection.query_row(oldest_since, (), |row| row.get(0))?;
        let mut statement = self.connection.prepare("SELECT name, state, since, reason, cause FROM destinations ORDER BY name")?;
        let shut = statement.query_map((), |row| {
            Ok(Shut { destination: row.get(0)?, state: row.get(1)?, since: row.get(2)?, reason: row.get(3)?, cause: row.get(4)? })
        })?;
        Ok(Counts { counts, oldest_since, shut: shut.collect::<Result<_, _>>()? })
    }

    /// Marks what was refused, given up or invalid to be built and submitted once more.
    pub(super) fn retry(&mut self) -> Result<usize, Error> {
        Ok(self.connection.execute("UPDATE events SET state = 'again' WHERE state IN ('dropped', 'gave_up', 'invalid')", ())?)
    }

    /// Removes what is settled, or everything that has ended, also from what the file still
    /// holds of what it held before.
    pub(super) fn purge(&mut self, all: bool, unconfigured: bool) -> Result<usize, Error> {
        let removed = "DELETE FROM events WHERE state IN ('delivered', 'duplicate', 'skipped')
                       OR ?1 AND state IN ('dropped', 'gave_up', 'invalid') OR ?2 AND state = 'unconfigured'";
        let count = self.connection.execute(removed, params![all, unconfigured])?;
        self.connection.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE);")?;
        Ok(count)
    }

    /// Removes what was settled before a time. Its place in the file is used again.
    pub(crate) fn purge_before(&mut self, time: i64) -> Result<(), Error> {
        self.begin()?;
        let removed = "DELETE FROM events WHERE state IN ('delivered', 'duplicate', 'skipped') AND finished_at < ?1";
        self.connection.execute(removed, params![time])?;
        Ok(())
    }

    /// Calls `each` with the events that a condition finds.
    fn rows(&self, condition: &str, values: impl rusqlite::Params, mut each: impl FnMut(&Row) -> Result<bool, Error>) -> Result<(), Error> {
        let mut statement = self.connection.prepare(&format!("{} {condition}", row::SELECT))?;
        let mut rows = statement.query(values)?;
        while let Some(row) = rows.next()? {
            if !each(&Row::read(row)?)? {
                break;
            }
        }
        Ok(())
    }

    /// Stores everything up to now, and the machine's log with it: in one transaction, which is on
    /// the disk when this returns.
    pub(crate) fn store(&mut self, log: &[u8]) -> Result<(), Error> {
        if !log.is_empty() {
            self.begin()?;
            self.connection.prepare_cached("INSERT INTO log (bytes) VALUES (?1)")?.execute(params![log])?;
        }
        self.commit()
    }

    /// Puts a log in place of the one that is there.
    pub(crate) fn replace_log(&mut self, log: &[u8]) -> Result<(), Error> {
        self.begin()?;
        self.connection.execute("DELETE FROM log", ())?;
        self.connection.execute("INSERT INTO log (bytes) VALUES (?1)", params![log])?;
        self.commit()
    }

    /// Whether something was changed that is not stored yet.
    pub(crate) fn is_changed(&self) -> bool {
        !self.connection.is_autocommit()
    }

    fn begin(&mut self) -> Result<(), Error> {
        if self.connection.is_autocommit() {
            self.connection.execute_batch("BEGIN IMMEDIATE")?;
            // `s2s outbox add` may have entered some.
            self.next_id = self.connection.query_row(NEXT_ID, (), |row| row.get(0))?;
        }
        Ok(())
    }

    fn commit(&mut self) -> Result<(), Error> {
        if !self.connection.is_autocommit() {
            self.connection.execute_batch("COMMIT")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use s2s_core::delivery::{Config, Delivery, Next, Submission};
    use s2s_core::{Adjust, Response, Timestamp, adjust};

    use super::*;

    /// Measures how many events per second go through a delivery and an outbox on this disk,
    /// without the network; many are submitted, or sent, at once. `cargo test --release -p s2s-cli --lib --
    /// --ignored --nocapture throughput`
    #[test]
    #[ignore = "a measurement"]
    #[expect(clippy::disallowed_methods, reason = "it measures time")]
    fn throughput() {
        const EVENTS: i64 = 50_000;
        let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
        let adjust = Adjust::new(adjust::Config::builder().app_token("4w565xzmb54d").build()).unwrap();
        let text = br#"{"provider":"adjust","kind":"event","event_token":"f0ob4r","gps_adid":"660e1d86-6796-463a-be86-897993136018","created_at":"2026-11-20T10:00:00Z","revenue":"19.99","currency":"USD"}"#;
        for in_flight in [8, 64, 256] {
            let directory = tempfile::tempdir().unwrap();
            let path = directory.path().join("outbox");
            let mut outbox = Outbox::open(&path).unwrap();
            let mut source = Source { row: None, name: "events".to_owned(), mark: Mark::default(), lines: 0, newest: 0 };
            let providers = [("adjust", s2s_core::delivery::Limits::builder().max_in_flight(in_flight).build())];
            let config = Config::builder()
                .journal(true)
                .max_in_flight(in_flight)
                .providers(providers.into_iter().collect::<s2s_core::value::Pairs<_>>())
                .build();
            let mut delivery = Delivery::new(&config, 1).unwrap();

            let began = std::time::Instant::now();
            for id in 1..=EVENTS {
                let device = format!("device-{id}");
                let event =
                    adjust::Event::builder().event_token("f0ob4r").external_device_id(device).created_at("2026-11-20T10:00:00Z").build();
                let name = id.to_string();
                delivery.submit(Submission::new(&name, adjust.event(&event, now).unwrap()), now).unwrap();
                let entry = Entry {
                    line: id as u64,
                    state: State::Waiting,
                    provider: Some("adjust"),
                    destination: Some("adjust"),
                    now,
                    event: Some(text),
                    new_id: None,
                    reason: None,
                    issues: None,
                    warnings: None,
                };
                let mark = Mark { bytes: id as u64, hash: vec![0; 20] };
                outbox.insert(&mut source, &entry, Some(&mark)).unwrap();
                if id % 1_000 == 0 {
                    outbox.store(&delivery.take_log()).unwrap();
                    delivery.log_stored();
                }
            }
            let submitted = began.elapsed().as_secs_f64();

            let began = std::time::Instant::now();
            let answer = Response::new(200, [("content-type", "application/json")], r#"{"status":"OK"}"#);
            let (mut tickets, mut commits) = (Vec::new(), 0);
            loop {
                match delivery.poll(now) {
                    Next::Send { ticket, .. } => tickets.push(ticket),
                    Next::Store => {
                        for report in delivery.take_reports() {
                            delivery.acknowledge(&report.id);
                            outbox.finish(report.id.parse().unwrap(), &report, now).unwrap();
                        }
                        match delivery.take_snapshot() {
                            Some(log) => outbox.replace_log(&log).unwrap(),
                            None => outbox.store(&delivery.take_log()).unwrap(),
                        }
                        delivery.log_stored();
                        commits += 1;
                    }
                    Next::Idle if tickets.is_empty() => break,
                    _ => {
                        for ticket in tickets.drain(..) {
                            delivery.on_response(ticket, &answer, now);
                        }
                    }
                }
            }
            let sent = began.elapsed().as_secs_f64();
            let size = std::fs::metadata(&path).unwrap().len() / EVENTS as u64;
            let rate = |seconds| EVENTS as f64 / seconds;
            println!(
                "{in_flight} in flight: {:.0} events/s submitted, {:.0} events/s sent in {commits} commits; {size} bytes of the file an event",
                rate(submitted),
                rate(sent)
            );
        }
    }
}
