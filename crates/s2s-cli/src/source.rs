//! Where the events of an outbox come from, and how far they were taken in.

/// End of the lines of a file that were taken in.
#[derive(Clone, Default)]
pub(crate) struct Mark {
    pub(crate) bytes: u64,
    /// SHA-1 of the file up to there.
    pub(crate) hash: Vec<u8>,
}

/// A file from which an outbox has lines.
pub(crate) struct Known {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) mark: Mark,
    pub(crate) lines: u64,
}

/// A file or the standard input from which an outbox takes in events.
pub(crate) struct Source {
    /// Its number in the outbox, once something was taken in.
    pub(crate) row: Option<i64>,
    pub(crate) name: String,
    /// What was taken in; nothing is remembered about the standard input.
    pub(crate) mark: Mark,
    pub(crate) lines: u64,
    /// The last file that the outbox had when this one was opened.
    pub(crate) newest: i64,
}

/// The standard input's name among the names of files.
pub(crate) const STANDARD_INPUT: &str = "-";
