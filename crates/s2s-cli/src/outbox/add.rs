//! `s2s outbox add`: takes events in, for a `s2s send` that runs or comes later.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;

use super::store::{Entry, Outbox};
use crate::edge::Clock;
use crate::error::Error;
use crate::growing::{self, Options};
use crate::lines::Batches;
use crate::source::{Mark, STANDARD_INPUT, Source};
use crate::state::State;
use crate::table::Table;

/// Takes in the lines of files that are not taken in yet. Returns their number.
pub(super) fn add(outbox: &Path, files: &[PathBuf], table: &Table, is_rotated: bool) -> Result<usize, Error> {
    table.check(files.iter().map(PathBuf::as_path))?;
    for file in files.iter().filter(|file| !is_standard_input(file)) {
        growing::check(file, table, false)?;
    }
    let mut outbox = Outbox::open_to_add(outbox)?;
    let options = Options { table, is_rotated, follow: None };
    let mut count = 0;
    for file in files {
        count += if is_standard_input(file) {
            let source = Source { row: None, name: STANDARD_INPUT.to_owned(), mark: Mark::default(), lines: 0, newest: 0 };
            take_in(&mut outbox, table.lines(file, io::stdin()), None, source)?
        } else {
            let (file, marks, source) = growing::open(file, &outbox.known()?, &options)?;
            take_in(&mut outbox, file, Some(&marks), source)?
        };
    }
    Ok(count)
}

fn is_standard_input(file: &Path) -> bool {
    file == Path::new(STANDARD_INPUT)
}

/// Takes in what a source gives, at once, so that a line of `tail -F` is kept as soon as it is
/// read.
fn take_in(outbox: &mut Outbox, input: impl Read, marks: Option<&Receiver<Mark>>, mut source: Source) -> Result<usize, Error> {
    let clock = Clock::new(None);
    let (mut marked, mut mark) = (source.lines, None);
    let mut count = 0;
    let mut batches = Batches::after(input, source.lines, "> events.jsonl");
    while let Some(batch) = batches.next()? {
        for line in batch.lines() {
            while marked < line.number
                && let Some(next) = marks.and_then(|marks| marks.try_recv().ok())
            {
                (mark, marked) = (Some(next), marked + 1);
            }
            let entry = Entry {
                line: line.number,
                state: State::Added,
                provider: None,
                destination: None,
                now: clock.now(),
                event: line.text,
                new_id: None,
                reason: None,
                issues: None,
                warnings: None,
            };
            outbox.insert(&mut source, &entry, mark.as_ref())?;
            count += 1;
        }
        outbox.store(&[])?;
    }
    Ok(count)
}
