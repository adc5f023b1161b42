//! Tables in CSV, as lines of events.

use napi::bindgen_prelude::{Buffer, Either, Uint8Array};
use napi::{Error, Result, Status};
use napi_derive::napi;
use s2s_core::Issues;
use s2s_core::dynamic::{Csv, CsvOptions};

use crate::issues;

/// A table that is read in parts.
#[napi]
pub struct Table(Csv);

#[napi]
impl Table {
    /// A table with that byte between two cells. Columns and the fields that they are alternate, and so do fields and their constants.
    #[napi(constructor, catch_unwind)]
    pub fn new(delimiter: u32, map: Vec<String>, constants: Vec<String>) -> Result<Self> {
        let mut options = CsvOptions::default();
        options.delimiter = u8::try_from(delimiter).map_err(|_| Error::new(Status::InvalidArg, "a delimiter is a byte"))?;
        (options.columns.map, options.columns.constants) = (pairs(map), pairs(constants));
        Ok(Self(Csv::new(options)))
    }

    /// The lines of events of all rows that end in these bytes, or issues of the columns.
    #[napi(catch_unwind)]
    pub fn read(&mut self, csv: Uint8Array) -> Either<Buffer, String> {
        let mut lines = Vec::with_capacity(2 * csv.len());
        let read = self.0.read(&csv, &mut lines);
        lines_or_issues(lines, read)
    }

    /// The line of the last row, or issues of the columns.
    #[napi(catch_unwind)]
    pub fn finish(&mut self) -> Either<Buffer, String> {
        let mut lines = Vec::new();
        let read = self.0.finish(&mut lines);
        lines_or_issues(lines, read)
    }
}

fn lines_or_issues(lines: Vec<u8>, read: core::result::Result<(), Issues>) -> Either<Buffer, String> {
    match read {
        Ok(()) => Either::A(lines.into()),
        Err(found) => Either::B(issues::to_json(found.as_slice())),
    }
}

fn pairs(alternating: Vec<String>) -> Vec<(String, String)> {
    let mut texts = alternating.into_iter();
    std::iter::from_fn(|| texts.next().zip(texts.next())).collect()
}
