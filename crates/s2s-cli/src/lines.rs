//! The lines of an input, in batches and with a bound on what one of them may hold.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek};
use std::path::Path;

use s2s_core::{Code, Issue};

use crate::error::Error;
use crate::format;
use crate::table::Table;

/// A line up to this length is kept whole: the limit of the core, which says so about what is a
/// little longer.
pub(crate) const MAX_LINE: usize = s2s_core::dynamic::MAX_TEXT;

/// So much is read at once. A batch is what one reading gives, so that a slow writer's lines are
/// not waited for.
const CHUNK: usize = 256 * 1024;

/// Opens a file, or the standard input for `-`, as lines of JSON. `into` is where its lines go: see [`Batches::new`].
///
/// # Errors
/// When the file cannot be opened, or is not of its format: that is noticed before anything is
/// done. [`Batches`] notices it for an input that can be read only once.
pub(crate) fn open(path: &Path, table: &Table, into: &'static str) -> Result<Box<dyn Read + Send>, Error> {
    if path == Path::new("-") {
        return Ok(table.lines(path, io::stdin()));
    }
    let failure = |error| Error::file(path, &error);
    let mut file = File::open(path).map_err(failure)?;
    // On some systems a directory can be opened, and only reading it fails.
    let metadata = file.metadata().map_err(failure)?;
    if metadata.is_dir() {
        return Err(Error::usage(format!("{}: is a directory", path.display())));
    }
    if metadata.is_file() {
        Batches::new(table.lines(path, &file), into).next().map_err(failure)?;
        file.rewind().map_err(failure)?;
    }
    Ok(table.lines(path, file))
}

/// Consecutive lines.
pub(crate) struct Batch {
    first: u64,
    text: Vec<u8>,
    /// It is one line, too long to be kept.
    is_too_long: bool,
}

/// A line that is not blank.
pub(crate) struct Line<'a> {
    /// Its number in the input, from 1.
    pub(crate) number: u64,
    /// What it holds; `None` if that is longer than [`MAX_LINE`] by far, and was skipped.
    pub(crate) text: Option<&'a [u8]>,
}

impl Batch {
    /// The lines that are not blank.
    pub(crate) fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let mut rest = Some(&*self.text);
        let lines = std::iter::from_fn(move || {
            let text = rest?;
            let (line, after) = match memchr::memchr(b'\n', text).and_then(|end| text.split_at_checked(end)) {
                Some((line, after)) => (line, after.get(1..)),
                None => (text, None),
            };
            rest = after;
            Some(line)
        });
        (self.first..).zip(lines).filter_map(|(number, text)| {
            if self.is_too_long {
                return Some(Line { number, text: None });
            }
            (!text.trim_ascii().is_empty()).then_some(Line { number, text: Some(text) })
        })
    }
}

/// The core's issue of a line that is too long, for one that was not even kept.
pub(crate) fn too_long() -> Issue {
    Issue::new("", Code::TooLarge, "is larger than 4 MiB")
}

/// Reads the batches of an input.
pub(crate) struct Batches<R> {
    input: R,
    into: &'static str,
    /// What was read after the last batch.
    rest: Vec<u8>,
    /// So much of `rest` is known to hold no line break.
    scanned: usize,
    /// The number of the next line.
    number: u64,
}

impl<R: Read> Batches<R> {
    /// Reads an input whose lines go `into` a command or a file, as a shell writes it, for a
    /// message that says how to convert another input.
    pub(crate) fn new(input: R, into: &'static str) -> Self {
        Self { input, into, rest: Vec::new(), scanned: 0, number: 1 }
    }

    /// Reads an input that continues after `lines` lines.
    pub(crate) fn after(input: R, lines: u64, into: &'static str) -> Self {
        Self { number: lines + 1, ..Self::new(input, into) }
    }

    /// The next batch; `None` at the end.
    ///
    /// # Errors
    /// When reading fails, or the beginning of the input shows that it is not lines of JSON:
    /// compressed, say, or CSV.
    pub(crate) fn next(&mut self) -> io::Result<Option<Batch>> {
        if self.number > 1 {
            return self.any();
        }
        while self.rest.len() < format::SIGNATURE && !self.rest.contains(&b'\n') && self.read()? > 0 {}
        if let Some(format) = format::of_bytes(&self.rest) {
            return Err(format.error(self.into));
        }
        self.rest.drain(..self.rest.len() - format::without_mark(&self.rest).len());
        let batch = self.any()?;
        let mut lines = batch.iter().flat_map(Batch::lines).peekable();
        let is_begin = lines.peek().is_some_and(|line| line.number == 1);
        format::of_lines(lines.filter_map(|line| line.text), false, is_begin).map_or(Ok(batch), |format| Err(format.error(self.into)))
    }

    fn any(&mut self) -> io::Result<Option<Batch>> {
        loop {
            let fresh = self.rest.get(self.scanned..).unwrap_or_default();
            if let Some(end) = memchr::memrchr(b'\n', fresh) {
                let after = self.rest.split_off(self.scanned + end + 1);
                let text = std::mem::replace(&mut self.rest, after);
                self.scanned = self.rest.len();
                return Ok(Some(self.batch(text, false)));
            }
            self.scanned = self.rest.len();
            if self.rest.len() > MAX_LINE {
                if self.number == 1
                    && let Some(format) = format::of_lines(self.rest.chunks(CHUNK).take(1), true, true)
                {
                    return Err(format.error(self.into));
                }
                self.skip_line()?;
                return Ok(Some(self.batch(Vec::new(), true)));
            }
            if self.read()? == 0 {
                let text = std::mem::take(&mut self.rest);
                self.scanned = 0;
                return Ok((!text.is_empty()).then(|| self.batch(text, false)));
            }
        }
    }

    fn batch(&mut self, mut text: Vec<u8>, is_too_long: bool) -> Batch {
        let first = self.number;
        // The line break at the end belongs to the last line.
        if text.last() == Some(&b'\n') {
            text.pop();
        }
        self.number += 1 + memchr::memchr_iter(b'\n', &text).count() as u64;
        Batch { first, text, is_too_long }
    }

    /// Leaves in `rest` what follows the line that it begins with.
    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            self.rest.clear();
            self.scanned = 0;
            if self.read()? == 0 {
                return Ok(());
            }
            if let Some(end) = memchr::memchr(b'\n', &self.rest) {
                self.rest.drain(..=end);
                return Ok(());
            }
        }
    }

    /// Reads once, and appends to `rest`.
    fn read(&mut self) -> io::Result<usize> {
        let length = self.rest.len();
        self.rest.resize(length + CHUNK, 0);
        let result = loop {
            match self.input.read(self.rest.get_mut(length..).unwrap_or_default()) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                result => break result,
            }
        };
        self.rest.truncate(length + result.as_ref().unwrap_or(&0));
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns a fixed number of bytes at a time.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.1.min(buffer.len());
            self.0.read(&mut buffer[..length])
        }
    }

    fn read(text: &[u8], step: usize) -> Vec<(u64, Option<Vec<u8>>)> {
        let mut batches = Batches::new(Slow(text, step), "| s2s build -");
        let mut lines = Vec::new();
        while let Some(batch) = batches.next().unwrap() {
            lines.extend(batch.lines().map(|line| (line.number, line.text.map(<[u8]>::to_vec))));
        }
        lines
    }

    #[test]
    fn blank_lines_are_skipped_and_counted_however_the_input_comes() {
        let text = b"a\n\n \t\r\nbc\r\n\nd";
        for step in 1..=text.len() {
            assert_eq!(read(text, step), [(1, Some(b"a".to_vec())), (4, Some(b"bc\r".to_vec())), (6, Some(b"d".to_vec()))], "{step}");
        }
        assert_eq!(read(b"", 1), []);
        assert_eq!(read(b"\n\n", 1), []);
        assert_eq!(read(b"\na\n", 1), [(2, Some(b"a".to_vec()))]);
    }

    #[test]
    fn a_line_that_is_too_long_is_skipped_and_counted() {
        let long = vec![b'x'; MAX_LINE + 3 * CHUNK];
        for (text, after) in [(b"a\n".to_vec(), &b"\nb\nc\n"[..]), (b"\na\n".to_vec(), b"\n\nc")] {
            let text = [text, long.clone(), after.to_vec()].concat();
            let numbers: Vec<_> = read(&text, CHUNK).iter().map(|(number, text)| (*number, text.as_ref().map(Vec::len))).collect();
            let expected = if after.len() == 5 {
                [(1, Some(1)), (2, None), (3, Some(1)), (4, Some(1))].to_vec()
            } else {
                vec![(2, Some(1)), (3, None), (5, Some(1))]
            };
            assert_eq!(numbers, expected);
        }
        assert_eq!(read(&long, CHUNK), [(1, None)]);
    }
}
