//! A file of events that may grow: it is read from where an outbox has its lines, and a last line that is half written is left.

use std::fs::{self, File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use serde::de::IgnoredAny;
use sha1::{Digest, Sha1};

use crate::error::Error;
use crate::lines::{self, MAX_LINE};
use crate::output;
use crate::source::{Known, Mark, Source};
use crate::table::Table;

const CHUNK: usize = 256 * 1024;

/// How often a file is checked for new lines.
const POLL: Duration = Duration::from_millis(200);

/// Ends readers that follow files.
pub(crate) type Ended = Arc<AtomicBool>;

/// How files are opened.
pub(crate) struct Options<'a> {
    /// How files are read. One that is not lines of JSON as it is, is read from its beginning each time.
    pub(crate) table: &'a Table,
    /// Whether a file whose name is known may be another one by now.
    pub(crate) is_rotated: bool,
    /// Set when the reading of files is to go on at their ends until this is `true`.
    pub(crate) follow: Option<Ended>,
}

/// A file of events from where an outbox has its lines. Each line that is read, and only whole ones are, has a [`Mark`].
pub(crate) struct Growing {
    path: PathBuf,
    /// The lines of it.
    input: Input,
    follow: Option<Ended>,
    /// Hash of what was returned and its length.
    hasher: Sha1,
    position: u64,
    /// What was read and is not returned yet.
    held: Vec<u8>,
    /// Whether the last line that was returned had no line break yet.
    owes_break: bool,
    /// Whether a line longer than [`MAX_LINE`] is being returned.
    is_in_line: bool,
    marks: Sender<Mark>,
}

enum Input {
    Plain(File),
    /// What a table or a compressed file becomes.
    Made(Box<dyn Read + Send>),
}

impl Input {
    fn open(path: &Path, table: &Table) -> io::Result<Self> {
        if table.is_plain(path) { File::open(path).map(Self::Plain) } else { table.open(path).map(Self::Made) }
    }

    /// The same, after that number of bytes from its beginning.
    fn after(self, bytes: u64, path: &Path, table: &Table) -> io::Result<Self> {
        match self {
            Self::Plain(mut file) => {
                file.seek(SeekFrom::Start(bytes))?;
                Ok(Self::Plain(file))
            }
            Self::Made(_) => {
                let mut input = table.open(path)?;
                io::copy(&mut (&mut input).take(bytes), &mut io::sink())?;
                Ok(Self::Made(input))
            }
        }
    }
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(file) => file.read(buffer),
            Self::Made(input) => input.read(buffer),
        }
    }
}

/// Checks that a file can be one of an outbox, before anything is done.
pub(crate) fn check(path: &Path, table: &Table, follows: bool) -> Result<(), Error> {
    if path == Path::new("-") {
        return Err(Error::usage(
            "--outbox takes a file, not the standard input, which cannot be read again after a stop; `s2s outbox add OUTBOX -` takes it in",
        ));
    }
    let metadata = fs::metadata(path).map_err(|error| Error::file(path, &error))?;
    if !metadata.is_file() && !metadata.is_dir() {
        return Err(Error::usage(format!("{}: --outbox takes a file that can be read again after a stop", path.display())));
    }
    if follows && !table.is_plain(path) {
        return Err(Error::usage(format!("{}: --follow takes lines of JSON, not a table or a compressed file", path.display())));
    }
    lines::open(path, table, "> events.jsonl").map(drop)
}

/// Opens a file after the lines of it that the outbox has.
pub(crate) fn open(path: &Path, known: &[Known], options: &Options<'_>) -> Result<(Growing, Receiver<Mark>, Source), Error> {
    let failure = |error| Error::file(path, &error);
    let name = fs::canonicalize(path).map_err(failure)?.to_string_lossy().into_owned();
    let mut input = Input::open(path, options.table).map_err(failure)?;
    let (found, hasher, ends_line) = find(&mut input, &name, known).map_err(failure)?;
    let newest = known.iter().map(|own| own.id).max().unwrap_or(0);
    let mut source = Source { row: None, name, mark: Mark::default(), lines: 0, newest };
    match found {
        Some(own) => {
            (source.mark, source.lines) = (own.mark.clone(), own.lines);
            if own.name == source.name {
                source.row = Some(own.id);
            } else {
                output::say(&format!("s2s: {}: begins with what was taken in from {}; going on after it", path.display(), own.name));
            }
        }
        None => {
            let last = known.iter().rfind(|own| own.name == source.name);
            if let (Some(own), false) = (last, options.is_rotated) {
                return Err(Error::usage(format!(
                    "{}: has changed in its first {} bytes, which were taken in; if it was rotated, name the old file and then this one, \
                     and add `--rotated`",
                    path.display(),
                    own.mark.bytes
                )));
            }
        }
    }
    let input = input.after(source.mark.bytes, path, options.table).map_err(failure)?;
    let (marks, receiver) = channel();
    let growing = Growing {
        path: path.to_owned(),
        input,
        follow: options.follow.clone(),
        hasher,
        position: source.mark.bytes,
        held: Vec::new(),
        owes_break: !ends_line,
        is_in_line: false,
        marks,
    };
    Ok((growing, receiver, source))
}

/// Finds the longest beginning of a file that is known, by its own name if it can be; its hash; and whether it is whole lines.
fn find<'k>(input: &mut Input, name: &str, known: &'k [Known]) -> io::Result<(Option<&'k Known>, Sha1, bool)> {
    let mut candidates: Vec<&Known> = known.iter().collect();
    candidates.sort_by_key(|own| (own.mark.bytes, own.name == name, own.id));
    let mut found = (None, Sha1::new(), true);
    let (mut hasher, mut position, mut last) = (Sha1::new(), 0, b'\n');
    let mut buffer = vec![0; CHUNK];
    for own in candidates {
        while position < own.mark.bytes {
            let wanted = usize::try_from(own.mark.bytes - position).unwrap_or(CHUNK).min(CHUNK);
            let length = input.read(buffer.get_mut(..wanted).unwrap_or_default())?;
            let part = buffer.get(..length).unwrap_or_default();
            let Some(end) = part.last() else { return Ok(found) };
            last = *end;
            hasher.update(part);
            position += length as u64;
        }
        if *hasher.clone().finalize() == *own.mark.hash {
            found = (Some(own), hasher.clone(), last == b'\n');
        }
    }
    Ok(found)
}

impl Growing {
    /// Returns what it holds up to `end`, as far as there is room.
    fn hand_out(&mut self, end: usize, buffer: &mut [u8]) -> usize {
        let length = end.min(buffer.len());
        let part: Vec<u8> = self.held.drain(..length).collect();
        if let Some(room) = buffer.get_mut(..length) {
            room.copy_from_slice(&part);
        }
        for line in part.split_inclusive(|byte| *byte == b'\n') {
            self.advance(line);
            self.is_in_line = !line.ends_with(b"\n");
            if !self.is_in_line {
                self.mark();
            }
        }
        length
    }

    fn advance(&mut self, part: &[u8]) {
        self.hasher.update(part);
        self.position += part.len() as u64;
    }

    fn mark(&self) {
        // Fails when nobody reads the lines any more.
        let _ = self.marks.send(Mark { bytes: self.position, hash: self.hasher.clone().finalize().to_vec() });
    }

    /// Skips the line break of a line that was returned without it.
    fn skip_break(&mut self) -> io::Result<()> {
        let Some(end) = memchr::memchr(b'\n', &self.held) else { return Ok(()) };
        let rest: Vec<u8> = self.held.drain(..=end).collect();
        self.owes_break = false;
        self.advance(&rest);
        if rest.trim_ascii().is_empty() { Ok(()) } else { Err(self.error("a line was continued that was taken in already")) }
    }

    fn error(&self, what: &str) -> io::Error {
        io::Error::other(format!("{}: {what}", self.path.display()))
    }

    /// Reads more; returns `false` at the end.
    fn read_more(&mut self) -> io::Result<bool> {
        let length = self.held.len();
        self.held.resize(length + CHUNK, 0);
        let result = loop {
            match self.input.read(self.held.get_mut(length..).unwrap_or_default()) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                result => break result,
            }
        };
        self.held.truncate(length + result.as_ref().unwrap_or(&0));
        Ok(result? > 0)
    }

    /// Waits at the end of a file that is followed; returns `false` when it is not, or not any more.
    fn wait(&self) -> io::Result<bool> {
        let Some(ended) = self.follow.as_ref().filter(|ended| !ended.load(Ordering::Relaxed)) else { return Ok(false) };
        // No other one is followed.
        let Input::Plain(file) = &self.input else { return Ok(false) };
        let own = file.metadata()?;
        if own.len() < self.position + self.held.len() as u64 {
            return Err(self.error("was cut while it was followed; start again with `--rotated` to take in what it holds now"));
        }
        // Where there is none, another one may be about to come.
        if fs::metadata(&self.path).is_ok_and(|other| !is_same(&own, &other)) {
            return Err(self.error(
                "is another file now, and everything up to then was taken in; start again with the old file, then this one, and `--rotated`",
            ));
        }
        std::thread::sleep(POLL);
        Ok(!ended.load(Ordering::Relaxed))
    }
}

#[cfg(unix)]
fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Elsewhere a file that is open cannot be replaced.
#[cfg(not(unix))]
fn is_same(_: &Metadata, _: &Metadata) -> bool {
    true
}

impl Read for Growing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.owes_break {
                self.skip_break()?;
            }
            let end = match memchr::memrchr(b'\n', &self.held) {
                Some(end) => end + 1,
                // It is not kept, and need not be whole.
                None if self.held.len() > MAX_LINE || self.is_in_line => self.held.len(),
                None => 0,
            };
            if end > 0 && !self.owes_break {
                return Ok(self.hand_out(end, buffer));
            }
            if self.read_more()? {
                continue;
            }
            if !self.owes_break && is_whole_event(&self.held) && !buffer.is_empty() {
                // Nothing can follow in its line. The break lets the reader see that it ends here.
                let length = self.held.len();
                if length < buffer.len() {
                    self.hand_out(length, buffer);
                    if let Some(place) = buffer.get_mut(length) {
                        *place = b'\n';
                    }
                    (self.owes_break, self.is_in_line) = (true, false);
                    self.mark();
                    return Ok(length + 1);
                }
                // Its end comes with the next reading, as it does for a line that is too long.
                self.is_in_line = true;
                continue;
            }
            if self.wait()? {
                continue;
            }
            if self.is_in_line {
                self.is_in_line = false;
                self.mark();
            }
            if !self.owes_break && !self.held.trim_ascii().is_empty() {
                output::say(&format!(
                    "s2s: {}: its last line has no line break and is not complete; it is left for the next time",
                    self.path.display()
                ));
            }
            return Ok(0);
        }
    }
}

/// Whether a line without a line break is an event that cannot go on.
fn is_whole_event(line: &[u8]) -> bool {
    line.trim_ascii_start().starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(line).is_ok()
}
