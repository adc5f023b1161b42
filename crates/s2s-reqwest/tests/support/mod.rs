//! A sandbox that fails now and then, and what is sent to it.

use s2s_core::delivery::Config;
use s2s_core::{Adjust, Request, Timestamp, adjust};
use s2s_sandbox::Sandbox;

pub(crate) fn client() -> reqwest::Client {
    // Fails where another test has done it.
    let _ = rustls::crypto::ring::default_provider().install_default();
    s2s_reqwest::client_builder().no_proxy().tls_certs_only([]).build().unwrap()
}

const NOW: &str = "2026-11-20T12:00:00Z";

pub(crate) async fn sandbox() -> Sandbox {
    let config = format!(
        r#"
        now = "{NOW}"
        [[adjust.apps]]
        token = "abc"
        events = [{{ token = "f0ob4r" }}]
        [faults]
        seed = 7
        rates = [{{ fault = "500", rate = 0.2 }}, {{ fault = "drop", rate = 0.1 }}]
        "#
    );
    Sandbox::start(s2s_sandbox::Config::from_toml(&config).unwrap(), 0).await.unwrap()
}

pub(crate) fn request(base_url: &str, number: i64) -> Request {
    let adjust = Adjust::new(adjust::Config::builder().app_token("abc").base_url(base_url).build()).unwrap();
    let now = Timestamp::parse(NOW).unwrap();
    let event = adjust::Event::builder()
        .event_token("f0ob4r")
        .gps_adid(format!("660e1d86-6796-463a-be86-{:012}", number % 20))
        .created_at(now.unix_millis() - 1_000_000 + number * 1_000)
        .build();
    adjust.event(&event, now).unwrap()
}

pub(crate) fn config(journal: bool) -> Config {
    Config::builder().journal(journal).backoff_ms(20).breaker_ms(20).build()
}
