//! A driver in a task of its own: other tasks submit, and reports go through a channel to where they are kept.

use std::sync::Arc;

use s2s_core::delivery::{Delivery, Report};
use s2s_reqwest::{Driver, RunError, Store, Until};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinHandle;

/// A driver that runs.
#[derive(Debug)]
pub struct Running<E> {
    /// The driver, to submit events and to acknowledge reports with: acknowledge a report once it is kept where it belongs.
    pub driver: Arc<Driver>,
    /// Reports, as they come. After a restart, those that were not acknowledged come again.
    pub reports: UnboundedReceiver<Report>,
    /// The task. It ends after [`Driver::stop`], or by an error of the storage.
    pub task: JoinHandle<Result<(), RunError<E>>>,
}

/// Spawns a task that sends what is submitted, until it is stopped.
pub fn spawn_driver<S: Store<Error: 'static> + 'static>(delivery: Delivery, client: reqwest::Client, store: S) -> Running<S::Error> {
    let driver = Arc::new(Driver::new(delivery, client));
    let (sender, reports) = unbounded_channel();
    let task = tokio::spawn({
        let driver = Arc::clone(&driver);
        async move {
            // Fails if nobody receives any more; the report comes again after a restart.
            let report = move |report| drop(sender.send(report));
            driver.run_with_store(Until::Stopped, report, store).await
        }
    });
    Running { driver, reports, task }
}
