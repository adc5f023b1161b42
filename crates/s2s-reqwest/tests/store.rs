//! A log that does not grow without end.
#![expect(clippy::unwrap_used, reason = "a test that cannot talk to its server has failed")]

use std::sync::{Arc, Mutex};

use s2s_core::delivery::{Config, Delivery, Next, Submission};
use s2s_core::{Response, Timestamp};
use s2s_reqwest::{Driver, Store, Until};

mod support;
use support::{client, request, sandbox};

/// What is stored, and what was asked of the storage.
#[derive(Clone, Default)]
struct Memory(Arc<Mutex<Stored>>);

#[derive(Clone, Default)]
struct Stored {
    log: Vec<u8>,
    longest: usize,
    replaced: u32,
    failures: u32,
}

impl Store for Memory {
    type Error = &'static str;

    async fn append(&mut self, log: &[u8]) -> Result<(), &'static str> {
        let stored = &mut *self.0.lock().unwrap();
        stored.log.extend_from_slice(log);
        stored.longest = stored.longest.max(stored.log.len());
        Ok(())
    }

    async fn replace(&mut self, log: &[u8]) -> Result<bool, &'static str> {
        let stored = &mut *self.0.lock().unwrap();
        if stored.failures > 0 {
            stored.failures -= 1;
            return Err("disk full");
        }
        stored.log = log.to_vec();
        stored.replaced += 1;
        Ok(true)
    }
}

fn config() -> Config {
    let mut config = support::config(true);
    config.snapshot_after_bytes = Some(16 * 1024);
    config
}

/// Delivers 200 events, ten times, and acknowledges each.
async fn deliver(driver: &Driver, base_url: &str, store: impl Store<Error: std::fmt::Debug> + Clone) {
    for number in 0..10 {
        for number in number * 200..(number + 1) * 200 {
            driver.submit(Submission::new(&number.to_string(), request(base_url, number))).unwrap();
        }
        let acknowledge = |report: s2s_core::delivery::Report| assert!(driver.acknowledge(&report.id));
        while driver.run_with_store(Until::Idle, acknowledge, store.clone()).await.is_err() {}
    }
}

#[tokio::test]
async fn a_long_log_is_replaced() {
    let sandbox = sandbox().await;
    let driver = Driver::new(Delivery::new(&config(), 7).unwrap(), client());
    let memory = Memory::default();
    // What fails is tried again in the next run, and the old log is still there.
    memory.0.lock().unwrap().failures = 1;
    deliver(&driver, &sandbox.base_url("adjust"), memory.clone()).await;
    assert!(driver.is_stored());
    let stored = memory.0.lock().unwrap().clone();
    assert_eq!(stored.failures, 0);
    assert!(stored.replaced >= 5, "{}", stored.replaced);
    assert!(stored.longest < 256 * 1024, "{}", stored.longest);
    let (restored, whole) = Delivery::restore(&config(), 8, &stored.log).unwrap();
    assert_eq!((whole, restored.stats().pending), (stored.log.len(), 0));
    sandbox.stop().await;
}

#[tokio::test]
async fn a_closure_only_appends() {
    let sandbox = sandbox().await;
    let driver = Driver::new(Delivery::new(&config(), 7).unwrap(), client());
    let log = Arc::new(Mutex::new(Vec::new()));
    let append = {
        let log = Arc::clone(&log);
        move |part: Vec<u8>| {
            log.lock().unwrap().extend_from_slice(&part);
            std::future::ready(Ok::<(), &str>(()))
        }
    };
    deliver(&driver, &sandbox.base_url("adjust"), append).await;
    assert!(driver.is_stored());
    let log = log.lock().unwrap().clone();
    assert!(log.len() > 256 * 1024, "{}", log.len());
    let (mut restored, whole) = Delivery::restore(&config(), 8, &log).unwrap();
    assert_eq!((whole, restored.stats().pending, restored.take_reports().len()), (log.len(), 0, 0));
    sandbox.stop().await;
}

#[tokio::test]
async fn an_async_closure_works_in_a_task_of_its_own() {
    let sandbox = sandbox().await;
    let driver = Arc::new(Driver::new(Delivery::new(&config(), 7).unwrap(), client()));
    driver.submit(Submission::new("a", request(&sandbox.base_url("adjust"), 1))).unwrap();
    let log = Arc::new(Mutex::new(Vec::new()));
    let running = tokio::spawn({
        let (driver, log) = (Arc::clone(&driver), Arc::clone(&log));
        async move {
            let append = async |part: Vec<u8>| {
                tokio::task::yield_now().await;
                log.lock().unwrap().extend_from_slice(&part);
                Ok::<(), &str>(())
            };
            driver.run_with_store(Until::Idle, |_| {}, append).await
        }
    });
    running.await.unwrap().unwrap();
    let log = log.lock().unwrap().clone();
    assert_eq!(Delivery::restore(&config(), 8, &log).unwrap().0.take_reports().len(), 1);
    sandbox.stop().await;
}

/// Without sockets, which would be most of the time.
#[test]
fn the_log_of_many_events_stays_short() {
    // A million takes minutes without optimisation.
    const EVENTS: i64 = if cfg!(debug_assertions) { 20_000 } else { 1_000_000 };
    const LONGEST: usize = 2 * 1024 * 1024;
    let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
    let mut delivery = Delivery::new(&Config::builder().journal(true).build(), 7).unwrap();
    let request = request("http://127.0.0.1:9", 1);
    let accepted = Response::new(200, [("content-type", "application/json")], r#"{"status":"OK"}"#);
    let (mut log, mut longest, mut written) = (Vec::new(), 0, 0);
    for number in 0..EVENTS {
        delivery.submit(Submission::new(&number.to_string(), request.clone()), now).unwrap();
        loop {
            match delivery.poll(now) {
                Next::Send { ticket, .. } => assert!(delivery.on_response(ticket, &accepted, now)),
                Next::Store => {
                    if let Some(snapshot) = delivery.take_snapshot() {
                        log = snapshot;
                    } else {
                        let part = delivery.take_log();
                        written += part.len();
                        log.extend_from_slice(&part);
                    }
                    delivery.log_stored();
                    longest = longest.max(log.len());
                }
                _ => break,
            }
            for report in delivery.take_reports() {
                assert!(delivery.acknowledge(&report.id));
            }
        }
    }
    assert_eq!(delivery.stats().delivered, u64::try_from(EVENTS).unwrap());
    assert!(longest < LONGEST && written > LONGEST, "{longest} of {written}");
}
