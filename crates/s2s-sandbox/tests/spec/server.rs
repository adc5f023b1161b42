//! The server itself.

use std::time::Duration;

use s2s_sandbox::{Config, Sandbox};
use tokio::{net::TcpStream, sync::oneshot};

use crate::client::{EVENT, FORM, sandbox, send, try_send};

#[tokio::test]
async fn it_listens_on_loopback_and_port_0_is_a_free_one() {
    let sandbox = sandbox().await;
    assert!(sandbox.address().ip().is_loopback());
    assert_ne!(sandbox.address().port(), 0);
    assert_eq!(sandbox.base_url(), format!("http://127.0.0.1:{}", sandbox.address().port()));
}

#[tokio::test]
async fn a_port_that_is_taken_is_an_error() {
    let sandbox = sandbox().await;
    assert!(Sandbox::start(Config::default(), sandbox.address().port()).await.is_err());
}

#[tokio::test]
async fn it_listens_on_the_address_that_is_given() {
    let sandbox = Sandbox::start_at(Config::default(), ([127, 0, 0, 1], 0).into()).await.unwrap();
    assert!(sandbox.address().ip().is_loopback());
    let taken = Sandbox::start_at(Config::default(), sandbox.address()).await;
    assert!(taken.is_err());
}

#[tokio::test]
async fn it_says_that_it_is_healthy() {
    let sandbox = sandbox().await;
    let answer = send(&sandbox, "GET", "/healthz", &[], "").await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "ok"));
    assert!(sandbox.account().accepted.is_empty() && sandbox.account().rejected.is_empty());
}

#[tokio::test]
async fn an_unknown_path_is_not_found_in_plain_text() {
    let answer = send(&sandbox().await, "GET", "/session", &[], "").await;
    assert_eq!((answer.status, answer.body.as_str()), (404, "not found"));
    assert!(answer.headers.contains("content-type: text/plain"));
}

#[tokio::test]
async fn a_method_that_is_not_documented_is_not_allowed() {
    let sandbox = sandbox().await;
    for (method, target) in [
        ("PUT", format!("/event?{EVENT}")),
        ("HEAD", format!("/event?{EVENT}")),
        ("GET", "/".to_owned()),
        ("GET", "/inappevent/metrix-demo-app".to_owned()),
    ] {
        assert_eq!(send(&sandbox, method, &target, &[], "").await.status, 405, "{method} {target}");
    }
    assert!(sandbox.account().accepted.is_empty());
}

#[tokio::test]
async fn stopping_lets_a_request_under_way_finish() {
    let sandbox = sandbox().await;
    let address = sandbox.address();
    let request = tokio::spawn(async move {
        let headers = [FORM, ("x-sandbox-fault", "latency=200")];
        try_send(address, "POST", "/event", &headers, EVENT).await
    });
    tokio::time::sleep(Duration::from_millis(100)).await;
    sandbox.stop().await;
    assert_eq!(request.await.unwrap().unwrap().status, 200);
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn stopping_does_not_wait_for_a_connection_that_asks_for_nothing() {
    let sandbox = sandbox().await;
    let _silent = TcpStream::connect(sandbox.address()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    tokio::time::timeout(Duration::from_secs(2), sandbox.stop()).await.unwrap();
}

#[tokio::test]
async fn a_url_above_64_kib_is_refused_by_the_http_layer() {
    let sandbox = sandbox().await;
    let target = format!("/event?{EVENT}&sender={}", "x".repeat(65_536));
    assert_eq!(send(&sandbox, "GET", &target, &[], "").await.status, 414);
    assert!(sandbox.account().rejected.is_empty());
}

#[tokio::test]
async fn it_runs_until_a_future_is_done() {
    let sandbox = sandbox().await;
    let address = sandbox.address();
    let (done, waiting) = oneshot::channel::<()>();
    let running = tokio::spawn(sandbox.run_until(async {
        let _ = waiting.await;
    }));
    assert!(try_send(address, "GET", "/_sandbox/events", &[], "").await.is_ok());
    drop(done);
    running.await.unwrap();
    assert!(TcpStream::connect(address).await.is_err());
}

#[tokio::test]
async fn it_stops_when_it_is_dropped() {
    let sandbox = sandbox().await;
    let address = sandbox.address();
    drop(sandbox);
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert!(TcpStream::connect(address).await.is_err());
}
