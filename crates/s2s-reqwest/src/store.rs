//! Storage of a delivery's log.

/// Storage that [`Driver::run_with_store`](crate::Driver::run_with_store) keeps the log of a delivery in.
///
/// A closure `async |log: Vec<u8>|` that appends and returns `Result<(), E>` is one as well, also in a task of `tokio::spawn`. Its log is never
/// replaced and grows with each event, so it suits runs that end.
///
/// [The recipe of a file](https://github.com/s2s-events/s2s-events/blob/main/examples/rust/src/file_journal.rs) implements both methods.
pub trait Store: Send {
    /// Error of the storage.
    type Error: Send;

    /// Appends a part to the stored log. When this returns `Ok`, the part must survive a crash.
    fn append(&mut self, log: &[u8]) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Replaces the whole stored log by this shorter one, so that a crash leaves either the old log or the new one. After an error, the old
    /// log must still be there.
    ///
    /// Returns `false` if the storage can only append, as by default. It is not asked again in this run then.
    fn replace(&mut self, log: &[u8]) -> impl Future<Output = Result<bool, Self::Error>> + Send {
        let _ = log;
        async { Ok(false) }
    }
}

impl<F, Fut, E> Store for F
where
    F: FnMut(Vec<u8>) -> Fut + Send,
    Fut: Future<Output = Result<(), E>> + Send,
    E: Send,
{
    type Error = E;

    fn append(&mut self, log: &[u8]) -> impl Future<Output = Result<(), E>> + Send {
        self(log.to_vec())
    }
}
