//! The recipes, against the sandbox. This package is built without TLS, which has a test here, too.
#![expect(clippy::unwrap_used, reason = "a test that cannot talk to its server has failed")]

use std::sync::{Arc, Mutex};

use s2s_core::delivery::{Config, Delivery, Report, Submission};
use s2s_core::{Adjust, NoResponse, OutcomeKind, Request, Timestamp, adjust};
use s2s_examples::axum_handler::{Backend, router};
use s2s_examples::file_journal::FileJournal;
use s2s_examples::{purchases_everywhere, quick_start, send_with_hyper, spawn_driver};
use s2s_sandbox::Sandbox;

async fn sandbox() -> Sandbox {
    let config = r#"
        [[adjust.apps]]
        token = "abc"
        events = [{ token = "f0ob4r" }]
        "#;
    Sandbox::start(s2s_sandbox::Config::from_toml(config).unwrap(), 0).await.unwrap()
}

fn adjust(base_url: &str) -> Adjust {
    Adjust::new(adjust::Config::builder().app_token("abc").base_url(base_url).build()).unwrap()
}

fn request(base_url: &str, number: u32) -> Request {
    #[expect(clippy::disallowed_methods, reason = "the sandbox compares with the clock of the machine")]
    let now = Timestamp::try_from(std::time::SystemTime::now()).unwrap();
    let event = adjust::Event::builder().event_token("f0ob4r").gps_adid(format!("660e1d86-6796-463a-be86-{number:012}")).build();
    adjust(base_url).event(&event, now).unwrap()
}

/// For plain http, which needs no TLS.
fn client() -> reqwest::Client {
    s2s_reqwest::client_builder().no_proxy().build().unwrap()
}

#[tokio::test]
async fn the_quick_start_runs() {
    let sandbox = Sandbox::start(s2s_sandbox::Config::default(), 0).await.unwrap();
    #[expect(clippy::disallowed_methods, reason = "the sandbox compares with the clock of the machine")]
    let now = Timestamp::try_from(std::time::SystemTime::now()).unwrap();
    let adjust = quick_start::client(&sandbox.base_url("adjust")).unwrap();
    let request = quick_start::purchase(&adjust, "660e1d86-6796-463a-be86-897993136018", now).unwrap();
    let outcome = quick_start::send(&adjust, &request, &client()).await;
    assert_eq!((outcome.kind(), outcome.reason()), (OutcomeKind::Delivered, "accepted"));
    assert_eq!(
        quick_start::problems(&adjust, now),
        [
            "/gps_adid invalid_device_id must be a UUID: 32 hexadecimal digits, with or without hyphens",
            "/currency missing is required with `revenue`",
        ]
    );
    let request = quick_start::purchase(&adjust, "660e1d86-6796-463a-be86-897993136019", now).unwrap();
    let reports = quick_start::deliver(request, client(), 7).await.unwrap();
    let [report] = &*reports else { panic!("{reports:?}") };
    assert_eq!((&*report.id, report.kind.as_str()), ("order-1", "delivered"));
    assert_eq!(sandbox.account().accepted.len(), 2);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_purchase_goes_everywhere() {
    let sandbox = Sandbox::start(s2s_sandbox::Config::default(), 0).await.unwrap();
    #[expect(clippy::disallowed_methods, reason = "the sandbox compares with the clock of the machine")]
    let now = Timestamp::try_from(std::time::SystemTime::now()).unwrap();
    let config = serde_json::json!({
        "adjust": {
            "app_token": "4w565xzmb54d", "base_url": sandbox.base_url("adjust"),
            "events": {"purchase": "f0ob4r"}, "mapping": {"unmapped": "warn"}
        },
        "ga4": {
            "firebase_app_id": "1:1234567890:android:abcdef0123456789", "api_secret": "demo-api-secret", "base_url": sandbox.base_url("ga4"),
            "mapping": {"unmapped": "warn"}
        },
        "destination": {"eu": {"provider": "adjust", "app_token": "4w565xzmb54d", "mapping": {"unmapped": "warn"}}}
    });
    let destinations = purchases_everywhere::destinations(&config.to_string()).unwrap();
    let parts = destinations.fan_out(&purchases_everywhere::purchase(&now.to_string()), now, None).unwrap();
    assert_eq!(purchases_everywhere::problems(&parts), ["eu: /event unmapped_event"]);
    let reports = purchases_everywhere::deliver("order-A-6001", parts, now, client(), 7).await.unwrap();
    let mut delivered: Vec<_> = reports.iter().map(|report| (&*report.id, &*report.destination, report.kind.as_str())).collect();
    delivered.sort_unstable();
    assert_eq!(delivered, [("order-A-6001/adjust", "adjust", "delivered"), ("order-A-6001/ga4", "ga4", "delivered")]);
    assert_eq!(sandbox.account().accepted.len(), 2);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_journal_in_a_file_survives_restarts_and_stays_short() {
    let sandbox = sandbox().await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("delivery.log");
    let config = Config::builder().journal(true).snapshot_after_bytes(8 * 1024).build();
    for start in 0..3 {
        let (journal, delivery) = FileJournal::open(&path, &config, start.into()).await.unwrap();
        let mut running = spawn_driver::spawn_driver(delivery, client(), journal);
        for number in start * 100..(start + 1) * 100 {
            running.driver.submit(Submission::new(&number.to_string(), request(&sandbox.base_url("adjust"), number))).unwrap();
        }
        for _ in 0..100 {
            let report = running.reports.recv().await.unwrap();
            assert_eq!(report.kind.as_str(), "delivered");
            assert!(running.driver.acknowledge(&report.id), "of an earlier run: {}", report.id);
        }
        running.driver.stop();
        running.task.await.unwrap().unwrap();
        // What a crash has left of a write.
        let mut log = std::fs::read(&path).unwrap();
        assert!(log.len() < 100 * 1024, "{}", log.len());
        log.extend_from_slice(&[7; 5]);
        std::fs::write(&path, log).unwrap();
    }
    assert_eq!(sandbox.account().accepted.len(), 300);
    assert!(!path.with_extension("new").exists());
    sandbox.stop().await;
}

#[tokio::test]
async fn what_was_not_acknowledged_comes_again() {
    let sandbox = sandbox().await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("delivery.log");
    let config = Config::builder().journal(true).build();
    let mut ids = Vec::new();
    for _ in 0..2 {
        let (journal, delivery) = FileJournal::open(&path, &config, 7).await.unwrap();
        let mut running = spawn_driver::spawn_driver(delivery, client(), journal);
        if ids.is_empty() {
            running.driver.submit(Submission::new("order-1", request(&sandbox.base_url("adjust"), 1))).unwrap();
        }
        ids.push(running.reports.recv().await.unwrap().id);
        running.driver.stop();
        running.task.await.unwrap().unwrap();
    }
    assert_eq!(ids, ["order-1", "order-1"]);
    assert_eq!(sandbox.account().accepted.len(), 1);
    sandbox.stop().await;
}

#[tokio::test]
async fn a_handler_of_axum_takes_purchases() {
    let sandbox = sandbox().await;
    let log = Arc::new(Mutex::new(Vec::new()));
    let append = move |part: Vec<u8>| {
        log.lock().unwrap().extend_from_slice(&part);
        std::future::ready(Ok::<(), std::io::Error>(()))
    };
    let delivery = Delivery::new(&Config::builder().journal(true).build(), 7).unwrap();
    let mut running = spawn_driver::spawn_driver(delivery, client(), append);
    let backend = Backend { adjust: Arc::new(adjust(&sandbox.base_url("adjust"))), driver: Arc::clone(&running.driver) };
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/purchases", listener.local_addr().unwrap());
    let server = tokio::spawn(async move { axum::serve(listener, router(backend)).await });
    let post = async |price: &str| {
        let body = serde_json::json!({
            "order": "order-1", "gps_adid": "660e1d86-6796-463a-be86-897993136018", "price": price, "currency": "EUR"
        });
        let sent = client().post(&url).header("content-type", "application/json").body(body.to_string()).send().await.unwrap();
        (sent.status().as_u16(), sent.text().await.unwrap())
    };
    let (status, text) = post("19,99").await;
    assert_eq!(status, 422);
    assert!(text.contains("/revenue: ") && !text.contains("19,99"), "{text}");
    assert_eq!(post("19.99").await, (202, String::new()));
    let report: Report = running.reports.recv().await.unwrap();
    assert_eq!((&*report.id, report.kind.as_str()), ("order-1", "delivered"));
    running.driver.stop();
    running.task.await.unwrap().unwrap();
    server.abort();
    sandbox.stop().await;
}

#[tokio::test]
async fn hyper_sends_requests_of_the_http_crate() {
    let sandbox = sandbox().await;
    let client = send_with_hyper::client();
    let request = request(&sandbox.base_url("adjust"), 1);
    let response = send_with_hyper::send(&client, &request).await.unwrap();
    assert_eq!(s2s_core::interpret(&request, &response).kind(), OutcomeKind::Delivered);
    sandbox.stop().await;
    let failed = send_with_hyper::send(&send_with_hyper::client(), &request).await;
    assert_eq!(failed.unwrap_err(), NoResponse::Connect);
}

#[tokio::test]
async fn without_tls_errors_name_what_is_missing() {
    let missing = "reqwest is built without TLS; enable one of its features";
    assert!(s2s_reqwest::client().unwrap_err().to_string().starts_with(missing));
    let error = s2s_reqwest::send(&client(), &request("https://127.0.0.1:9", 1)).await.unwrap_err();
    assert!(error.to_string().starts_with(missing), "{error}");
    assert!(matches!(error.kind(), NoResponse::Tls | NoResponse::Connect), "nothing was sent: {}", error.kind());
}
