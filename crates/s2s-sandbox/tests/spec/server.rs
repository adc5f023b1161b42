//! The server itself.

use std::time::Duration;

use s2s_sandbox::{Config, PROVIDERS, Sandbox};
use tokio::{net::TcpStream, sync::oneshot};

use crate::client::{EVENT, FORM, sandbox, send, try_send};

#[tokio::test]
async fn it_listens_on_loopback_and_port_0_is_a_free_one() {
    let sandbox = sandbox().await;
    assert!(sandbox.address().ip().is_loopback());
    assert_ne!(sandbox.address().port(), 0);
    assert_eq!(sandbox.url(), format!("http://127.0.0.1:{}", sandbox.address().port()));
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
async fn an_unknown_path_is_not_found_in_plain_text_that_says_where_the_providers_are() {
    let answer = send(&sandbox().await, "GET", "/session", &[], "").await;
    let expected = format!("not found; the providers are below /{}", PROVIDERS.join(", /"));
    assert_eq!((answer.status, answer.body), (404, expected));
    assert!(answer.headers.contains("content-type: text/plain"));
}

#[tokio::test]
async fn every_provider_is_mounted_below_its_name_and_nowhere_else() {
    let sandbox = sandbox().await;
    assert!(["adjust", "metrix", "metrix_inapp"].iter().all(|provider| PROVIDERS.contains(provider)));
    for provider in PROVIDERS {
        assert_eq!(sandbox.base_url(provider), format!("{}/{provider}", sandbox.url()));
    }
    for (path, mounted) in [
        ("/event", "/adjust/event"),
        ("/", "/metrix/"),
        ("/inappevent/metrix-demo-app", "/metrix_inapp/inappevent/metrix-demo-app"),
        ("/metrix/event", "/adjust/event"),
        ("/metrix/inappevent/metrix-demo-app", "/metrix_inapp/inappevent/metrix-demo-app"),
        ("/adjust", "/metrix"),
        ("/adjust/", "/metrix"),
    ] {
        assert_eq!(send(&sandbox, "POST", path, &[], "").await.status, 404, "{path}");
        assert_ne!(send(&sandbox, "POST", mounted, &[], "").await.status, 404, "{mounted}");
    }
}

#[tokio::test]
async fn an_api_whose_path_is_the_root_is_found_with_and_without_a_slash() {
    let sandbox = sandbox().await;
    for path in ["/metrix", "/metrix/"] {
        assert_eq!(send(&sandbox, "POST", path, &[], "").await.status, 403, "{path}");
    }
    assert_eq!(sandbox.account().rejected.len(), 2);
}

#[tokio::test]
async fn the_demo_destinations_lead_to_every_provider() {
    let sandbox = sandbox().await;
    let destinations = sandbox.demo_destinations();
    for provider in PROVIDERS {
        let own: Vec<_> = destinations.iter().filter(|own| own.provider == *provider).collect();
        assert_eq!(own.iter().filter(|own| own.name.is_none()).count(), 1, "{provider}");
        assert!(own.iter().all(|own| own.settings.contains(&("base_url", sandbox.base_url(provider)))), "{provider}");
    }
}

#[tokio::test]
async fn a_method_that_is_not_documented_is_not_allowed() {
    let sandbox = sandbox().await;
    for (method, target) in [
        ("PUT", format!("/adjust/event?{EVENT}")),
        ("HEAD", format!("/adjust/event?{EVENT}")),
        ("GET", format!("/adjust/session?{EVENT}")),
        ("GET", format!("/adjust/third_party_sharing?{EVENT}")),
        ("GET", format!("/adjust/gdpr/gdpr_forget_device?{EVENT}")),
        ("GET", "/metrix/".to_owned()),
        ("GET", "/metrix_inapp/inappevent/metrix-demo-app".to_owned()),
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
        try_send(address, "POST", "/adjust/event", &headers, EVENT).await
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
    let target = format!("/adjust/event?{EVENT}&sender={}", "x".repeat(65_536));
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
