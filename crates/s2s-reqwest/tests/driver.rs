//! A delivery over real sockets, to the sandbox.
#![expect(clippy::unwrap_used, reason = "a test that cannot talk to its server has failed")]

use std::cell::RefCell;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use s2s_core::delivery::{CannotRun, Config, Delivery, Report, ReportKind, Submission};
use s2s_reqwest::{Driver, RunError, Until};

mod support;
use support::{client, config, request, sandbox};

#[tokio::test]
async fn everything_arrives_although_some_of_it_fails_at_first() {
    let sandbox = sandbox().await;
    let driver = Driver::new(Delivery::new(&config(false), 7).unwrap(), client());
    for number in 0..200 {
        driver.submit(Submission::new(&number.to_string(), request(&sandbox.base_url("adjust"), number))).unwrap();
    }
    let reports = RefCell::new(Vec::new());
    driver.run(Until::Idle, |report| reports.borrow_mut().push(report)).await.unwrap();
    let reports = reports.into_inner();
    assert_eq!(reports.len(), 200);
    assert!(reports.iter().all(|report| report.kind == ReportKind::Delivered), "{reports:?}");
    assert!(reports.iter().any(|report| report.attempts > 1), "some of them failed at first");
    let account = sandbox.account();
    assert_eq!(account.accepted.len(), 200);
    assert!(account.rejected.is_empty(), "lanes keep their order");
    sandbox.stop().await;
}

#[tokio::test]
async fn nothing_is_sent_that_is_not_stored() {
    let sandbox = sandbox().await;
    let driver = Driver::new(Delivery::new(&config(true), 7).unwrap(), client());
    driver.submit(Submission::new("a", request(&sandbox.base_url("adjust"), 1))).unwrap();
    assert!(!driver.is_stored());
    let failed = driver.run_with_store(Until::Idle, |_| unreachable!("nothing was sent"), async |_: Vec<u8>| Err("disk full")).await;
    assert_eq!(failed, Err(RunError::Store("disk full")));
    assert!(sandbox.account().accepted.is_empty());

    let (log, mut reports) = (Mutex::new(Vec::new()), Vec::new());
    let stored = driver.run_with_store(
        Until::Idle,
        |report| reports.push(report),
        async |part: Vec<u8>| {
            log.lock().unwrap().extend_from_slice(&part);
            Ok::<(), &str>(())
        },
    );
    stored.await.unwrap();
    assert_eq!(reports.len(), 1);
    assert!(driver.is_stored());
    assert_eq!(sandbox.account().accepted.len(), 1);

    let log = log.into_inner().unwrap();
    let (mut restored, whole) = Delivery::restore(&config(true), 8, &log).unwrap();
    assert_eq!(whole, log.len());
    assert_eq!(restored.take_reports().len(), 1, "it was not acknowledged");
    assert_eq!(restored.stats().pending, 0);
    sandbox.stop().await;
}

#[tokio::test]
async fn what_is_acknowledged_at_the_end_of_a_stopped_run_is_stored() {
    let sandbox = sandbox().await;
    let driver = Driver::new(Delivery::new(&config(true), 7).unwrap(), client());
    for number in 0..10 {
        driver.submit(Submission::new(&number.to_string(), request(&sandbox.base_url("adjust"), number))).unwrap();
    }
    let log = Mutex::new(Vec::new());
    let store = async |part: Vec<u8>| {
        log.lock().unwrap().extend_from_slice(&part);
        Ok::<(), Infallible>(())
    };
    let mut count = 0;
    let report = |report: Report| {
        count += 1;
        assert!(driver.acknowledge(&report.id));
    };
    let stop_while_they_are_under_way = async {
        while driver.delivery().stats().requests < 10 {
            tokio::task::yield_now().await;
        }
        driver.stop();
    };
    let (ended, ()) = tokio::join!(driver.run_with_store(Until::Stopped, report, store), stop_while_they_are_under_way);
    assert_eq!(ended, Ok(()));
    assert!(count > 0, "the sandbox accepts most of them");
    assert!(driver.is_stored());
    assert!(Delivery::restore(&config(true), 8, &log.into_inner().unwrap()).unwrap().0.take_reports().is_empty());
    sandbox.stop().await;
}

#[tokio::test]
async fn a_run_that_is_dropped_leaves_nothing_under_way() {
    // It takes connections and never responds.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let driver = Driver::new(Delivery::new(&config(false), 7).unwrap(), client());
    driver.submit(Submission::new("a", request(&format!("http://{}", listener.local_addr().unwrap()), 1))).unwrap();
    let run = driver.run(Until::Idle, |_| unreachable!("nothing was answered"));
    assert!(tokio::time::timeout(Duration::from_millis(300), run).await.is_err());
    let stats = driver.delivery().stats();
    assert_eq!((stats.requests, stats.in_flight, stats.pending), (1, 0, 1));
}

#[tokio::test]
async fn a_request_that_takes_too_long_is_cancelled() {
    // It takes connections and never responds.
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let config = Config::builder().request_timeout_ms(200).max_attempts(1).build();
    let driver = Driver::new(Delivery::new(&config, 7).unwrap(), client());
    driver.submit(Submission::new("a", request(&format!("http://{}", listener.local_addr().unwrap()), 1))).unwrap();
    let mut reports = Vec::new();
    driver.run(Until::Idle, |report| reports.push(report)).await.unwrap();
    assert_eq!(reports.len(), 1);
    assert_eq!((reports[0].kind, reports[0].maybe_delivered), (ReportKind::GaveUp, true));
    assert_eq!(reports[0].cause.as_deref(), Some("no response in 200 ms"));
    // The connection is closed: it was cancelled, and not only given up.
    let (mut connection, _) = listener.accept().await.unwrap();
    let mut request = Vec::new();
    tokio::time::timeout(Duration::from_secs(5), tokio::io::AsyncReadExt::read_to_end(&mut connection, &mut request))
        .await
        .unwrap()
        .unwrap();
}

#[tokio::test]
async fn one_run_at_a_time_and_a_stop_ends_one_run() {
    let driver = Driver::new(Delivery::new(&config(false), 7).unwrap(), client());
    let first = driver.run(Until::Stopped, |_| {});
    tokio::pin!(first);
    tokio::select! {
        biased;
        _ = &mut first => unreachable!("it was not stopped"),
        second = driver.run(Until::Idle, |_| {}) => assert_eq!(second, Err(CannotRun::AlreadyRunning)),
    }
    driver.stop();
    assert_eq!(first.await, Ok(()));
    // One before a run ends that run.
    driver.stop();
    assert_eq!(driver.run(Until::Stopped, |_| {}).await, Ok(()));
    let third = tokio::time::timeout(Duration::from_millis(50), driver.run(Until::Stopped, |_| {})).await;
    assert!(third.is_err(), "no stop was left");
}

#[tokio::test]
async fn a_journal_needs_a_store() {
    let driver = Driver::new(Delivery::new(&config(true), 7).unwrap(), client());
    assert_eq!(driver.run(Until::Idle, |_| {}).await, Err(CannotRun::NoStorage));
}

#[tokio::test]
async fn a_run_that_is_dropped_while_it_stores_cannot_be_followed_by_another() {
    let driver = Driver::new(Delivery::new(&config(true), 7).unwrap(), client());
    let never = async |_: Vec<u8>| std::future::pending::<Result<(), Infallible>>().await;
    assert!(tokio::time::timeout(Duration::from_millis(50), driver.run_with_store(Until::Idle, |_| {}, never)).await.is_err());
    let next = driver.run_with_store(Until::Idle, |_| {}, async |_: Vec<u8>| Ok::<(), Infallible>(())).await;
    assert_eq!(next, Err(RunError::CannotRun(CannotRun::StoreUnfinished)));
}

#[tokio::test]
async fn the_cause_of_a_failed_connection_is_kept() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let driver = Driver::new(Delivery::new(&config(false), 7).unwrap(), client());
    driver.submit(Submission::new("a", request(&base_url, 1))).unwrap();
    let failed_once = async {
        loop {
            tokio::time::sleep(Duration::from_millis(5)).await;
            let stats = driver.delivery().stats();
            if let Some(cause) = &stats.destinations[0].cause {
                return cause.to_string();
            }
        }
    };
    tokio::select! {
        _ = driver.run(Until::Stopped, |_| {}) => unreachable!("it was not stopped"),
        cause = failed_once => assert!(cause.contains(&base_url) && cause.contains("Connection refused"), "{cause}"),
    }
}

#[tokio::test]
async fn a_running_driver_takes_events_until_it_is_stopped() {
    let sandbox = sandbox().await;
    let driver = Arc::new(Driver::new(Delivery::new(&config(false), 7).unwrap(), client()));
    let running = tokio::spawn({
        let driver = Arc::clone(&driver);
        async move {
            let mut count = 0;
            driver.run(Until::Stopped, |_| count += 1).await.unwrap();
            count
        }
    });
    for number in 0..20 {
        driver.submit(Submission::new(&number.to_string(), request(&sandbox.base_url("adjust"), number))).unwrap();
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    while driver.delivery().stats().pending > 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    driver.stop();
    assert_eq!(running.await.unwrap(), 20);
    assert!(!format!("{driver:?}").contains("660e1d86"));
    sandbox.stop().await;
}
