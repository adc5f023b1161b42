//! Formats of files that cannot be read as they are: how they are recognized, and what to do with them.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use serde::de::IgnoredAny;

/// The character that some programs write at the beginning of a file, to say that it is Unicode.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// A format that is not lines of JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Format {
    /// Its name, after "is".
    name: &'static str,
    /// A command that makes lines of JSON of it, or what else there is to do.
    remedy: Remedy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Remedy {
    Command(&'static str),
    /// Arguments with which events are read of it, and a command for what else is read.
    Option(&'static str, &'static str),
    Advice(&'static str),
}

use Remedy::{Advice, Command};

const ONE_OBJECT: &str = "what is read has one JSON object per line";

/// Formats with a signature.
const SIGNATURES: &[(&[u8], Format)] = &[
    (b"\x1f\x8b", Format { name: "compressed with gzip", remedy: Remedy::Option("--format jsonl.gz", "gunzip -c FILE") }),
    (b"\x28\xb5\x2f\xfd", Format { name: "compressed with Zstandard", remedy: Remedy::Option("--format jsonl.zst", "zstd -dc FILE") }),
    (b"BZh", Format { name: "compressed with bzip2", remedy: Command("bunzip2 -c FILE") }),
    (b"\xfd7zXZ\0", Format { name: "compressed with xz", remedy: Command("xz -dc FILE") }),
    (b"PK\x03\x04", Format { name: "a ZIP archive or an Excel workbook", remedy: Advice(ONE_OBJECT) }),
    (b"\xff\xfe", Format { name: "UTF-16", remedy: Command("iconv -f UTF-16 -t UTF-8 FILE") }),
    (b"\xfe\xff", Format { name: "UTF-16", remedy: Command("iconv -f UTF-16 -t UTF-8 FILE") }),
];
const UTF_16_LE: Format = Format { name: "UTF-16", remedy: Command("iconv -f UTF-16LE -t UTF-8 FILE") };
const UTF_16_BE: Format = Format { name: "UTF-16", remedy: Command("iconv -f UTF-16BE -t UTF-8 FILE") };
/// Formats of rows, by what is between their columns.
const ROWS: &[(u8, Format)] = &[
    (b',', Format { name: "CSV, not one JSON object per line", remedy: Remedy::Option("--format csv", "mlr --icsv --ojsonl cat FILE") }),
    (
        b';',
        Format {
            name: "CSV, not one JSON object per line",
            remedy: Remedy::Option("--format csv --delimiter ';'", "mlr --icsv --ifs ';' --ojsonl cat FILE"),
        },
    ),
    (
        b'\t',
        Format {
            name: "CSV with tabs, not one JSON object per line",
            remedy: Remedy::Option("--format tsv", "mlr --itsv --ojsonl cat FILE"),
        },
    ),
];
const ARRAY: Format = Format { name: "a JSON array, not one object per line", remedy: Command("jq -c '.[]' FILE") };
const OBJECT: Format = Format { name: "a JSON object on several lines, not one per line", remedy: Command("jq -c . FILE") };

/// Length of the longest signature.
pub(crate) const SIGNATURE: usize = 6;

/// Recognizes a format by the first bytes of a file.
pub(crate) fn of_bytes(bytes: &[u8]) -> Option<Format> {
    let known = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, format)| *format);
    // Without a mark, by a NUL, which no other text has, next to an ASCII character.
    known.or(match bytes {
        [0, unit, ..] if *unit > 0 => Some(UTF_16_BE),
        [unit, 0, ..] if *unit > 0 => Some(UTF_16_LE),
        _ => None,
    })
}

/// Recognizes a format by the first lines of a file that are not blank. `is_cut`: the first one was not read to its end. `is_begin`: it is the first
/// line of the file, which a row of a table never is.
pub(crate) fn of_lines<'t>(mut lines: impl Iterator<Item = &'t [u8]>, is_cut: bool, is_begin: bool) -> Option<Format> {
    let first = lines.next()?.trim_ascii();
    let second = lines.next().map(<[u8]>::trim_ascii_start);
    let is_whole = !is_cut && serde_json::from_slice::<IgnoredAny>(first).is_ok();
    match first.first()? {
        // Where lines follow that are no part of it, it is one wrong line of many.
        b'[' => (!is_whole || (second.is_none() && is_begin)).then_some(ARRAY),
        b'{' => (first == b"{").then_some(OBJECT),
        _ if is_whole => None,
        _ => ROWS.iter().find(|(separator, _)| is_csv(first, second, *separator)).map(|(_, format)| *format),
    }
}

/// Whether lines look like the names of columns and a row. A program that writes events may write a sentence first, which is not meant.
fn is_csv(first: &[u8], second: Option<&[u8]>, separator: u8) -> bool {
    let is_name = |field: &[u8]| {
        let name = field.strip_prefix(b"\"").and_then(|field| field.strip_suffix(b"\"")).unwrap_or(field);
        !name.is_empty() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || b"_-. /".contains(byte) || !byte.is_ascii())
    };
    let columns = |line: &[u8]| line.split(|byte| *byte == separator).count();
    let is_header = columns(first) > 1 && first.split(|byte| *byte == separator).all(is_name);
    match second {
        Some(second) => is_header && columns(second) > 1 && !second.starts_with(b"{"),
        None => is_header && !first.contains(&b' '),
    }
}

/// A file without a byte order mark at its beginning.
pub(crate) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes)
}

/// Where responses go that come from a pipe.
pub(crate) const RESPONSES: &str = "| s2s interpret -";

impl Format {
    /// What it is and what to do. `into` is where the lines of JSON go, such as `| s2s send -`.
    fn describe(self, into: &str) -> String {
        match self.remedy {
            Remedy::Option(option, _) if into != RESPONSES => format!("is {}; add `{option}`", self.name),
            Command(command) | Remedy::Option(_, command) => format!("is {}; try `{command} {into}`", self.name),
            Advice(advice) => format!("is {}; {advice}", self.name),
        }
    }

    /// An error that says so, of an input that is read.
    pub(crate) fn error(self, into: &str) -> io::Error {
        io::Error::new(ErrorKind::InvalidData, Unreadable(self.describe(into)))
    }
}

/// An input is not lines of JSON as a whole.
#[derive(Debug)]
pub(crate) struct Unreadable(String);

impl Unreadable {
    /// `what` it is follows the name of the input: "is …".
    pub(crate) fn new(what: String) -> Self {
        Self(what)
    }
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}

/// Reads a configuration.
pub(crate) fn read_text(path: &Path) -> io::Result<String> {
    let bytes = fs::read(path)?;
    let invalid = |message| io::Error::new(ErrorKind::InvalidData, message);
    if let Some(format) = of_bytes(&bytes) {
        return Err(invalid(format!("is {}; it must be UTF-8", format.name)));
    }
    let bytes = without_mark(&bytes);
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        invalid(format!("line {} is not UTF-8", 1 + memchr::memchr_iter(b'\n', valid).count()))
    })
}
