//! JSON Lines in, JSON Lines out: on all cores, in order, in constant memory.

use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::error::Error;
use crate::lines::{self, Batch, Batches};
use crate::output::ignore_broken_pipe;
use crate::table::Table;

/// More threads than this only wait for the reading and the writing.
const MAX_WORKERS: usize = 8;

/// Works on a file's lines, which go `into` a command (see [`Batches::new`]), and prints what comes of them. `work` appends what a batch becomes, and returns whether all of it is fine.
///
/// Returns whether everything was fine. A reader of the output that goes away ends it early.
pub(crate) fn run(
    file: &Path,
    table: &Table,
    into: &'static str,
    work: impl Fn(&Batch, &mut Vec<u8>) -> io::Result<bool> + Sync,
) -> Result<bool, Error> {
    table.check([file])?;
    Ok(process(lines::open(file, table, into)?, into, io::stdout(), work)?)
}

/// What a batch has become.
type Done = io::Result<(Vec<u8>, bool)>;

fn process(
    input: impl Read,
    into: &'static str,
    output: impl Write + Send,
    work: impl Fn(&Batch, &mut Vec<u8>) -> io::Result<bool> + Sync,
) -> io::Result<bool> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(MAX_WORKERS);
    // A batch goes to whichever worker is free; the place where its result will be goes to the writer, in order.
    let (jobs, queue) = sync_channel::<(Batch, SyncSender<Done>)>(workers);
    let (places, order) = sync_channel::<Receiver<Done>>(2 * workers);
    let queue = &Mutex::new(queue);
    let work = &work;
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(move || {
                loop {
                    let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((batch, place)) = job else { break };
                    let mut out = Vec::new();
                    let done = work(&batch, &mut out).map(|is_fine| (out, is_fine));
                    // A writer that has stopped wants no more.
                    let _ = place.send(done);
                }
            });
        }
        let writer = scope.spawn(move || write(&order, output));
        let read = read(Batches::new(input, into), jobs, places);
        let written = writer.join().unwrap_or_else(|_| Err(io::Error::other("writing has failed")));
        read.and(written)
    })
}

fn read(
    mut batches: Batches<impl Read>,
    jobs: SyncSender<(Batch, SyncSender<Done>)>,
    places: SyncSender<Receiver<Done>>,
) -> io::Result<()> {
    while let Some(batch) = batches.next()? {
        let (place, result) = sync_channel(1);
        // Fails when the writer has stopped.
        if places.send(result).is_err() || jobs.send((batch, place)).is_err() {
            break;
        }
    }
    Ok(())
}

fn write(order: &Receiver<Receiver<Done>>, mut output: impl Write) -> io::Result<bool> {
    let mut is_all_fine = true;
    for place in order {
        // No result comes only from a worker that has died.
        let (out, is_fine) = place.recv().map_err(io::Error::other)??;
        is_all_fine &= is_fine;
        let written = output.write_all(&out).and_then(|()| output.flush());
        let is_over = written.is_err();
        ignore_broken_pipe(written)?;
        if is_over {
            break;
        }
    }
    Ok(is_all_fine)
}
