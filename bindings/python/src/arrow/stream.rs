//! A stream of batches that are made as they are read, on several threads and without the GIL.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use arrow_array::ffi_stream::RecordBatchStreamReader;
use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::Python;
use s2s_core::Timestamp;

use crate::client::NewId;
use crate::time;

/// What a part of a batch becomes.
pub(super) type Made<T> = Result<T, ArrowError>;

/// Makes something of the rows of a batch.
pub(super) trait Make: Send + Sync {
    /// What is made.
    type Of: Send;

    /// Makes something of these rows. `first` is the position of the first one in the table.
    fn make(&self, rows: &RecordBatch, first: i64, edge: &Edge<'_>) -> Made<Vec<Self::Of>>;
}

/// What the core takes as arguments.
pub(super) struct Edge<'a> {
    pub(super) now: Timestamp,
    pub(super) new_id: Option<s2s_jsonl::NewId<'a>>,
}

/// Where the arguments come from.
pub(super) struct Edges {
    /// `None` for the clock, which is read for each part of the table.
    pub(super) now: Option<Timestamp>,
    pub(super) new_id: NewId,
}

/// The parts of a table, and what is made of them.
pub(super) struct Parts<M: Make> {
    input: RecordBatchStreamReader,
    make: M,
    edges: Edges,
    threads: NonZeroUsize,
    /// What is left of the last batch, and how many of its rows are done.
    rest: Option<(RecordBatch, usize)>,
    /// Number of rows before those of `rest`.
    row: i64,
    ready: VecDeque<M::Of>,
    is_over: bool,
}

/// Maximum number of rows that become one batch.
const MOST_ROWS: usize = 8_192;
/// Number of rows that are worth a thread.
const LEAST_ROWS: usize = 256;

impl<M: Make> Parts<M> {
    pub(super) fn new(input: RecordBatchStreamReader, make: M, edges: Edges, threads: NonZeroUsize) -> Self {
        Self { input, make, edges, threads, rest: None, row: 0, ready: VecDeque::new(), is_over: false }
    }

    /// Makes the next of the table. After a failure there is nothing more.
    pub(super) fn next(&mut self) -> Option<Made<M::Of>> {
        loop {
            if let Some(ready) = self.ready.pop_front() {
                return Some(Ok(ready));
            }
            if self.is_over {
                return None;
            }
            // Who reads a stream may hold the GIL, for which a producer in Python or a thread that makes an id waits. And who reads it is code
            // of C, into which no panic may go.
            let filled = Python::try_attach(|py| py.detach(|| catch_unwind(AssertUnwindSafe(|| self.fill()))));
            let failed = |message: &str| Err(ArrowError::ComputeError(message.to_owned()));
            let filled = match filled {
                Some(Ok(filled)) => filled,
                Some(Err(_)) => failed("the library has failed; this is a fault of s2s-events"),
                None => failed("Python shuts down"),
            };
            match filled {
                Ok(is_over) => self.is_over = is_over,
                Err(error) => {
                    self.is_over = true;
                    return Some(Err(error));
                }
            }
        }
    }

    /// Makes what several threads make of the next rows. Returns whether there are no more rows.
    fn fill(&mut self) -> Made<bool> {
        let (batch, done) = match self.rest.take() {
            Some(rest) => rest,
            None => match self.input.next() {
                Some(batch) => (batch?, 0),
                None => return Ok(true),
            },
        };
        let left = batch.num_rows() - done;
        let size = left.div_ceil(self.threads.get()).clamp(LEAST_ROWS, MOST_ROWS);
        let mut parts = Vec::new();
        let mut start = done;
        while start < batch.num_rows() && parts.len() < self.threads.get() {
            let length = size.min(batch.num_rows() - start);
            parts.push((batch.slice(start, length), self.row));
            self.row += i64::try_from(length).unwrap_or(i64::MAX);
            start += length;
        }
        let now = self.edges.now.unwrap_or_else(time::now);
        let made = self.edges.new_id.lend(|new_id| on_threads(&self.make, &parts, &Edge { now, new_id }));
        self.ready.extend(made.map_err(|raised| ArrowError::ExternalError(Box::new(raised)))??);
        self.rest = (start < batch.num_rows()).then_some((batch, start));
        Ok(false)
    }
}

/// What is made of all parts, in their order.
fn on_threads<M: Make>(make: &M, parts: &[(RecordBatch, i64)], edge: &Edge<'_>) -> Made<Vec<M::Of>> {
    let Some(((rows, first), others)) = parts.split_first() else { return Ok(Vec::new()) };
    thread::scope(|scope| {
        let others: Vec<_> = others
            .iter()
            .map(|(rows, first)| {
                // Where there is no further thread to be had, this one does the work.
                thread::Builder::new().spawn_scoped(scope, move || make.make(rows, *first, edge)).map_err(|_| (rows, first))
            })
            .collect();
        let mut made = make.make(rows, *first, edge);
        for other in others {
            let next = match other.map(thread::ScopedJoinHandle::join) {
                Ok(Ok(next)) => next,
                Ok(Err(panic)) => std::panic::resume_unwind(panic),
                Err((rows, first)) => make.make(rows, *first, edge),
            };
            made = made.and_then(|mut made| {
                made.extend(next?);
                Ok(made)
            });
        }
        made
    })
}

/// A table whose batches are made when they are read.
pub(super) struct Stream<M: Make<Of = RecordBatch>> {
    pub(super) schema: SchemaRef,
    pub(super) parts: Parts<M>,
}

impl<M: Make<Of = RecordBatch>> Iterator for Stream<M> {
    type Item = Made<RecordBatch>;

    fn next(&mut self) -> Option<Self::Item> {
        self.parts.next()
    }
}

impl<M: Make<Of = RecordBatch>> RecordBatchReader for Stream<M> {
    fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }
}
