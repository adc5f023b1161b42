//! Files of events that are compressed, or tables in CSV: they are read as lines of JSON.

use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Read};
use std::path::Path;

use clap::Args;
use clap::builder::PossibleValuesParser;
use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::FrameDecoder;
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use s2s_core::Issues;
use s2s_core::dynamic::{Csv, CsvOptions};

use crate::config;
use crate::error::Error;
use crate::format::Unreadable;

const CHUNK: usize = 64 * 1024;

/// The names of formats: what a file's name ends in.
const FORMATS: [&str; 9] = ["jsonl", "jsonl.gz", "jsonl.zst", "csv", "csv.gz", "csv.zst", "tsv", "tsv.gz", "tsv.zst"];

/// How files of events are read.
#[derive(Args, Default)]
pub(crate) struct Table {
    /// Format of the input [default: by the FILE's name, which may end in .csv or .tsv, and after
    /// that in .gz or .zst; lines of JSON otherwise]
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(FORMATS))]
    pub(crate) format: Option<String>,

    /// The field that a column of a table is, such as `price=revenue`; `column=` leaves it out
    ///
    /// A column is the field of its name by default. What is in a record or a map has a path with
    /// points: `order=callback_params.order`. A column that is no field is an error before anything
    /// is sent: docs/program.md.
    #[arg(long, value_name = "COLUMN=FIELD", value_parser = column)]
    pub(crate) map: Vec<(String, String)>,

    /// A field that every row of a table has, such as `provider=adjust` and `kind=event`
    #[arg(long, value_name = "FIELD=VALUE", value_parser = constant)]
    pub(crate) constant: Vec<(String, String)>,

    /// The character between the cells of CSV, in ASCII [default: a comma, for .tsv a tab]
    #[arg(long, value_name = "CHARACTER", value_parser = delimiter)]
    pub(crate) delimiter: Option<u8>,
}

/// The name of a column may have a `=`, the one of a field has none.
fn column(text: &str) -> Result<(String, String), String> {
    let (column, field) = text.rsplit_once('=').filter(|(column, _)| !column.is_empty()).ok_or("takes COLUMN=FIELD")?;
    Ok((column.to_owned(), field.to_owned()))
}

fn constant(text: &str) -> Result<(String, String), String> {
    let (field, value) = text.split_once('=').filter(|(field, value)| !field.is_empty() && !value.is_empty()).ok_or("takes FIELD=VALUE")?;
    Ok((field.to_owned(), value.to_owned()))
}

fn delimiter(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r') => Ok(*byte),
        _ => Err("takes one character of ASCII, such as `;`, and no quotation mark".to_owned()),
    }
}

/// The format of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Format {
    compression: Option<Compression>,
    /// What is between the cells of a row; `None` for lines of JSON.
    delimiter: Option<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Compression {
    Gzip,
    Zstandard,
}

impl Format {
    /// The format of a name that ends in one.
    fn of(name: &str) -> Self {
        let compressions = [(".gz", Compression::Gzip), (".zst", Compression::Zstandard)];
        let found = compressions.iter().find_map(|(end, own)| Some((name.strip_suffix(end)?, *own)));
        let (name, compression) = found.map_or((name, None), |(name, own)| (name, Some(own)));
        let rows = [("csv", b','), ("tsv", b'\t')];
        let is_named = |end: &str| name.strip_suffix(end).is_some_and(|before| before.is_empty() || before.ends_with('.'));
        let delimiter = rows.iter().find(|(end, _)| is_named(end)).map(|(_, delimiter)| *delimiter);
        Self { compression, delimiter }
    }
}

impl Table {
    /// Files are read as they are, whatever their names.
    pub(crate) fn plain() -> Self {
        Self { format: Some(FORMATS[0].to_owned()), ..Self::default() }
    }

    fn format(&self, path: &Path) -> Format {
        let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_lowercase());
        let mut format = Format::of(self.format.as_deref().or(name.as_deref()).unwrap_or_default());
        format.delimiter = format.delimiter.map(|own| self.delimiter.unwrap_or(own));
        format
    }

    /// Whether a file is read as it is: uncompressed lines of JSON.
    pub(crate) fn is_plain(&self, path: &Path) -> bool {
        self.format(path) == Format { compression: None, delimiter: None }
    }

    /// Checks that what is said of tables is said of at least one of the files.
    pub(crate) fn check<'p>(&self, files: impl IntoIterator<Item = &'p Path>) -> Result<(), Error> {
        let is_of_tables = !self.map.is_empty() || !self.constant.is_empty() || self.delimiter.is_some();
        if is_of_tables && files.into_iter().all(|file| self.format(file).delimiter.is_none()) {
            return Err(Error::usage("--map, --constant and --delimiter are for CSV; `--format csv` says that the input is that"));
        }
        Ok(())
    }

    /// The lines of JSON of a file.
    pub(crate) fn lines<'r>(&self, path: &Path, input: impl Read + Send + 'r) -> Box<dyn Read + Send + 'r> {
        let Format { compression, delimiter } = self.format(path);
        let input: Box<dyn Read + Send + 'r> = match compression {
            None => Box::new(input),
            Some(Compression::Gzip) => Box::new(Gzip(MultiGzDecoder::new(BufReader::with_capacity(CHUNK, input)))),
            Some(Compression::Zstandard) => Box::new(Zstandard::new(input)),
        };
        let Some(delimiter) = delimiter else { return input };
        let mut options = CsvOptions::default();
        options.delimiter = delimiter;
        (options.columns.map, options.columns.constants) = (self.map.clone(), self.constant.clone());
        Box::new(Rows { input, csv: Csv::new(options), lines: Vec::new(), position: 0, is_over: false })
    }

    /// The lines of JSON of a file from its beginning.
    pub(crate) fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        Ok(self.lines(path, File::open(path)?))
    }
}

/// An input that cannot be read as what it should be.
fn unreadable(what: String) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, Unreadable::new(what))
}

/// What gzip holds. An input that ends too early is an error.
struct Gzip<R>(MultiGzDecoder<R>);

impl<R: BufRead> Read for Gzip<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer).map_err(|error| match error.kind() {
            ErrorKind::Interrupted => error,
            ErrorKind::InvalidInput => unreadable("is not compressed with gzip".to_owned()),
            _ => io::Error::other(format!("the compressed input is damaged or not complete: {error}")),
        })
    }
}

/// What Zstandard holds: frames, one after the other, each with its own checksum where it has one.
struct Zstandard<R> {
    input: BufReader<R>,
    decoder: FrameDecoder,
    /// Whether a frame is being read.
    is_inside: bool,
    has_begun: bool,
}

impl<R: Read> Zstandard<R> {
    fn new(input: R) -> Self {
        Self { input: BufReader::with_capacity(CHUNK, input), decoder: FrameDecoder::new(), is_inside: false, has_begun: false }
    }

    /// Begins the next frame; returns `false` at the end.
    fn begin(&mut self) -> io::Result<bool> {
        while !self.input.fill_buf()?.is_empty() {
            match self.decoder.reset(&mut self.input) {
                Ok(()) => {
                    (self.is_inside, self.has_begun) = (true, true);
                    return Ok(true);
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame { length, .. })) => {
                    let skipped = io::copy(&mut (&mut self.input).take(length.into()), &mut io::sink())?;
                    if skipped < length.into() {
                        return Err(damaged(&"it ends within a frame"));
                    }
                    self.has_begun = true;
                }
                Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::BadMagicNumber(_))) if !self.has_begun => {
                    return Err(unreadable("is not compressed with Zstandard".to_owned()));
                }
                Err(error) => return Err(damaged(&error)),
            }
        }
        Ok(false)
    }
}

fn damaged(error: &dyn std::fmt::Display) -> io::Error {
    io::Error::other(format!("the compressed input is damaged or not complete: {error}"))
}

impl<R: Read> Read for Zstandard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        use ruzstd::decoding::BlockDecodingStrategy::UptoBlocks;

        loop {
            if !self.is_inside && !self.begin()? {
                return Ok(0);
            }
            while self.decoder.can_collect() == 0 && !self.decoder.is_finished() {
                self.decoder.decode_blocks(&mut self.input, UptoBlocks(1)).map_err(|error| damaged(&error))?;
            }
            let length = self.decoder.read(buffer)?;
            if length > 0 || buffer.is_empty() {
                return Ok(length);
            }
            let checksum = self.decoder.get_checksum_from_data();
            if checksum.is_some() && checksum != self.decoder.get_calculated_checksum() {
                return Err(damaged(&"a checksum is not that of the contents"));
            }
            self.is_inside = false;
        }
    }
}

/// The lines of JSON that a table becomes.
struct Rows<R> {
    input: R,
    csv: Csv,
    lines: Vec<u8>,
    /// Number of bytes of `lines` that were read.
    position: usize,
    is_over: bool,
}

impl<R: Read> Rows<R> {
    fn refill(&mut self) -> io::Result<()> {
        self.lines.clear();
        self.position = 0;
        let mut chunk = vec![0; CHUNK];
        while self.lines.is_empty() && !self.is_over {
            let length = match self.input.read(&mut chunk) {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                result => result?,
            };
            self.is_over = length == 0;
            let read = match chunk.get(..length) {
                Some(csv) if !self.is_over => self.csv.read(csv, &mut self.lines),
                _ => self.csv.finish(&mut self.lines),
            };
            read.map_err(|issues: Issues| unreadable(format!("is a table that cannot be read:{}", config::list(issues.as_slice(), ""))))?;
        }
        Ok(())
    }
}

impl<R: Read> Read for Rows<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.position == self.lines.len() {
            self.refill()?;
        }
        let rest = self.lines.get(self.position..).unwrap_or_default();
        let length = rest.len().min(buffer.len());
        let (part, room) = (rest.get(..length), buffer.get_mut(..length));
        if let (Some(part), Some(room)) = (part, room) {
            room.copy_from_slice(part);
        }
        self.position += length;
        Ok(length)
    }
}
