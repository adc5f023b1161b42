//! From CSV to lines of events in the JSON form.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use crate::issue::{Code, Issue, Issues};

use super::MAX_TEXT;
use super::cells::{Columns, Layouts};

/// How CSV is read.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct CsvOptions {
    /// Byte between two cells (default: a comma).
    pub delimiter: u8,
    /// What the columns are.
    pub columns: Columns,
}

impl Default for CsvOptions {
    fn default() -> Self {
        Self { delimiter: b',', columns: Columns::default() }
    }
}

/// Makes lines of events in the JSON form of CSV (RFC 4180) whose first row has the names of the columns: see [`Columns`].
///
/// It is given the bytes as they come, and keeps no more of them than the row that they end in, of at most [`MAX_TEXT`] bytes. A line has the
/// number of the line of the CSV that its row begins in: blank lines are in the place of the header, of blank lines, and of further lines of a
/// row.
///
/// A row that is no event becomes a line that is none, so that it is accounted for in its place: an array of its cells, where their number is not
/// that of the columns, or the last cell of all has a quotation mark that is not closed; a text that is too large, where the row is.
#[derive(Debug)]
pub struct Csv {
    reader: Reader,
    columns: Columns,
    layouts: Option<Layouts>,
    row: Row,
    /// Number of lines before the row that is being read.
    before: u64,
    /// Number of lines that were written.
    written: u64,
}

/// The row that is being read.
#[derive(Debug, Default)]
struct Row {
    cells: Vec<u8>,
    /// Number of bytes in `cells`.
    length: usize,
    ends: Vec<usize>,
    /// Number of entries in `ends`.
    count: usize,
    /// Number of line breaks before it and in it.
    breaks_before: u64,
    breaks: u64,
    quotes: usize,
    has_begun: bool,
    is_too_long: bool,
}

impl Csv {
    /// Reads a table from its beginning.
    pub fn new(options: CsvOptions) -> Self {
        let CsvOptions { delimiter, columns } = options;
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Self { reader, columns, layouts: None, row: Row::default(), before: 0, written: 0 }
    }

    /// Reads more of the table, and appends the lines of all rows that end in it.
    ///
    /// # Errors
    /// All issues of the columns, once the first row is read: below `/columns`, a name that is no field or appears more than once; below `/map`
    /// and `/constants`, what does not fit the table. Nothing can be read after that.
    pub fn read(&mut self, csv: &[u8], out: &mut Vec<u8>) -> Result<(), Issues> {
        // No bytes would be the end.
        if csv.is_empty() { Ok(()) } else { self.feed(csv, out) }
    }

    /// Ends the table, and appends the line of its last row.
    ///
    /// # Errors
    /// As [`read`](Self::read); also where there is no row with the names of the columns.
    pub fn finish(&mut self, out: &mut Vec<u8>) -> Result<(), Issues> {
        self.feed(&[], out)?;
        match self.layouts {
            Some(_) => Ok(()),
            None => Err(Issue::new("/columns", Code::Missing, "the table has no row with the names of its columns").into()),
        }
    }

    fn feed(&mut self, mut csv: &[u8], out: &mut Vec<u8>) -> Result<(), Issues> {
        let is_end = csv.is_empty();
        while is_end || !csv.is_empty() {
            let row = &mut self.row;
            row.make_room();
            let (cells, ends) = (row.cells.get_mut(row.length..), row.ends.get_mut(row.count..));
            let (result, read, length, count) = self.reader.read_record(csv, cells.unwrap_or_default(), ends.unwrap_or_default());
            let (own, rest) = csv.split_at(read.min(csv.len()));
            row.note(own);
            csv = rest;
            (row.length, row.count) = (row.length + length, row.count + count);
            match result {
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {}
                ReadRecordResult::Record => self.end_row(is_end, out)?,
                ReadRecordResult::InputEmpty | ReadRecordResult::End => break,
            }
        }
        Ok(())
    }

    fn end_row(&mut self, is_end: bool, out: &mut Vec<u8>) -> Result<(), Issues> {
        let row = &self.row;
        let number = self.before + row.breaks_before;
        let cells: Vec<&[u8]> = row.cells().collect();
        match &self.layouts {
            None => {
                let names: Option<Vec<&str>> = cells.iter().map(|name| std::str::from_utf8(name).ok()).collect();
                let mut names = names.filter(|_| !row.is_too_long);
                // The character that some programs write at the beginning of a file.
                names.iter_mut().flat_map(|names| names.first_mut()).for_each(|first| *first = first.trim_start_matches('\u{feff}'));
                let names = names
                    .ok_or_else(|| Issue::new("/columns", Code::InvalidUnicode, "the names of the columns are too long, or not UTF-8"))?;
                self.layouts = Some(self.columns.layouts(&names)?);
            }
            Some(layouts) => {
                // Rows that end in a carriage return alone are in one line.
                let blank = number.saturating_sub(self.written);
                out.extend((0..blank).map(|_| b'\n'));
                if row.is_too_long {
                    out.resize(out.len() + MAX_TEXT + 1, b'x');
                } else if is_end && row.quotes % 2 == 1 {
                    layouts.refuse(&cells, out);
                } else {
                    layouts.write(&cells, out);
                }
                out.push(b'\n');
                self.written += blank + 1;
            }
        }
        self.before = number + row.breaks;
        self.row.clear();
        Ok(())
    }
}

impl Row {
    /// Makes room for more of the row; of one that is too long, nothing is kept.
    fn make_room(&mut self) {
        const LEAST: usize = 1024;
        if self.length.max(self.count) > MAX_TEXT {
            self.is_too_long = true;
        }
        if self.is_too_long {
            (self.length, self.count) = (0, 0);
        }
        if self.cells.len() < self.length + LEAST {
            self.cells.resize(2 * (self.length + LEAST), 0);
        }
        if self.ends.len() <= self.count {
            self.ends.resize(2 * (self.count + LEAST / 16), 0);
        }
    }

    /// Counts the breaks and the quotation marks of a part of the row.
    fn note(&mut self, part: &[u8]) {
        let breaks_in = |part: &[u8]| memchr::memchr_iter(b'\n', part).count() as u64;
        let blank = if self.has_begun { 0 } else { part.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count() };
        let (before, own) = part.split_at(blank);
        self.has_begun |= !own.is_empty();
        self.breaks_before += breaks_in(before);
        self.breaks += breaks_in(own);
        self.quotes += memchr::memchr_iter(b'"', own).count();
    }

    fn cells(&self) -> impl Iterator<Item = &[u8]> {
        let ends = self.ends.iter().take(self.count);
        let starts = std::iter::once(&0).chain(ends.clone());
        starts.zip(ends).map(|(start, end)| self.cells.get(*start..*end).unwrap_or_default())
    }

    fn clear(&mut self) {
        let Self { cells, ends, .. } = std::mem::take(self);
        (self.cells, self.ends) = (cells, ends);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    fn adjust(delimiter: u8) -> Csv {
        let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
        let constants = vec![pair("provider", "adjust"), pair("kind", "event")];
        Csv::new(CsvOptions { delimiter, columns: Columns { map: vec![pair("note", "")], constants } })
    }

    /// The lines of a table that comes in parts of this size, with their numbers.
    fn lines(csv: &[u8], size: usize) -> Vec<(usize, String)> {
        let (mut table, mut out) = (adjust(b','), Vec::new());
        for part in csv.chunks(size) {
            table.read(part, &mut out).unwrap();
        }
        table.finish(&mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let shown = |line: &str| line.replace(r#"{"provider":"adjust","kind":"event","#, "{");
        (1..).zip(text.lines()).filter(|(_, line)| !line.is_empty()).map(|(number, line)| (number, shown(line))).collect()
    }

    #[test]
    fn a_row_has_the_number_of_the_line_that_it_begins_in_however_it_comes() {
        let csv = "\u{feff}event_token,adid,note\r\n\r\n a\"b,\"x\r\n\"\"y\"\"\",\r\nf0ob4r,,\"1\n2\n3\"\n\n\nf0ob4r,z,ü";
        let expected = [
            (3, r#"{"event_token":" a\"b","adid":"x\r\n\"y\""}"#.to_owned()),
            (5, r#"{"event_token":"f0ob4r"}"#.to_owned()),
            (10, r#"{"event_token":"f0ob4r","adid":"z"}"#.to_owned()),
        ];
        for size in 1..=csv.len() {
            assert_eq!(lines(csv.as_bytes(), size), expected, "{size}");
        }
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_makes_no_event_of_the_rest() {
        let csv = b"event_token,note,adid\na,,1\nb,,\"2\nc,,3\nd,,4\n";
        assert_eq!(lines(csv, 7)[1], (3, r#"["b","","2\nc,,3\nd,,4\n"]"#.to_owned()));
        assert_eq!(lines(b"event_token,note,adid\na,,5\" screen", 7), [(2, r#"["a","","5\" screen"]"#.to_owned())]);
    }

    #[test]
    fn a_row_that_is_too_large_is_a_line_that_is() {
        let large = "x".repeat(MAX_TEXT + 1);
        let csv = format!("event_token,note,adid\na,,{large}\nb,,2\n");
        let found: Vec<_> = lines(csv.as_bytes(), 1 << 16).into_iter().map(|(number, line)| (number, line.len() > MAX_TEXT)).collect();
        assert_eq!(found, [(2, true), (3, false)]);
        let csv = format!("event_token,note,adid\na{}\nb,,2\n", ",".repeat(MAX_TEXT + 1));
        assert_eq!(lines(csv.as_bytes(), 1 << 16).len(), 2);
    }

    #[test]
    fn a_table_needs_names_and_they_are_fields() {
        let issues = |csv: &str| {
            let mut table = adjust(b';');
            let read = table.read(csv.as_bytes(), &mut Vec::new()).and_then(|()| table.finish(&mut Vec::new()));
            read.unwrap_err().into_iter().map(|issue| format!("{} {}", issue.path(), issue.code())).collect::<Vec<_>>()
        };
        assert_eq!(issues(""), ["/columns missing"]);
        assert_eq!(issues("\n\n"), ["/columns missing"]);
        assert_eq!(issues("event_token;note;price\na;b;c\n"), ["/columns/price unknown_field"]);
        assert_eq!(issues("event_token,note\na,b\n"), ["/map/note unknown_field", "/columns/0 unknown_field"]);
    }
}
