//! Who is served: programs and the sandbox's own page.
#![expect(clippy::unwrap_used, reason = "a test that cannot talk to its sandbox has failed")]

use s2s_sandbox::{Config, Sandbox};

use crate::client::{Answer, EVENT, exchange, sandbox};

/// Sends a request with exactly these lines of headers.
async fn answer(sandbox: &Sandbox, line: &str, headers: &[&str]) -> Answer {
    let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
    exchange(sandbox.address(), &format!("{line} HTTP/1.1\r\n{headers}connection: close\r\n\r\n")).await.unwrap()
}

async fn status(sandbox: &Sandbox, line: &str, headers: &[&str]) -> u16 {
    answer(sandbox, line, headers).await.status
}

/// A sandbox that other machines may reach.
async fn open(config: Config) -> Sandbox {
    Sandbox::start_at(config, ([0, 0, 0, 0], 0).into()).await.unwrap()
}

#[tokio::test]
async fn every_name_of_loopback_is_answered_with_any_port() {
    let sandbox = sandbox().await;
    for host in ["127.0.0.1", "127.0.0.1:8080", "127.1.2.3:1", "localhost", "LOCALHOST:8080", "[::1]", "[::1]:8080", "[::ffff:127.0.0.1]:1"]
    {
        assert_eq!(status(&sandbox, "GET /healthz", &[&format!("Host: {host}")]).await, 200, "{host}");
    }
}

#[tokio::test]
async fn another_name_is_refused_for_whatever_it_asks_and_told_why() {
    let sandbox = sandbox().await;
    for line in
        ["GET /", "GET /_sandbox/events", "DELETE /_sandbox/events", "GET /_sandbox/stream", "GET /healthz", "POST /adjust/event", "GET /x"]
    {
        for host in [
            "evil.example",
            "evil.example:8080",
            "127.0.0.1.evil.example",
            "localhost.evil.example",
            "192.0.2.1",
            "[2001:db8::1]",
            "",
            "[::1",
        ] {
            let answer = answer(&sandbox, line, &[&format!("Host: {host}")]).await;
            assert_eq!(answer.status, 403, "{line} {host}");
            assert!(answer.body.contains("--allow-host"), "{}", answer.body);
        }
    }
    assert!(sandbox.account().rejected.is_empty());
}

#[tokio::test]
async fn every_host_that_a_request_names_counts() {
    let sandbox = sandbox().await;
    assert_eq!(status(&sandbox, "GET http://evil.example/healthz", &["Host: localhost"]).await, 403);
    assert_eq!(status(&sandbox, "GET http://localhost/healthz", &["Host: localhost"]).await, 200);
    assert_eq!(status(&sandbox, "GET /healthz", &["Host: localhost", "Host: evil.example"]).await, 403);
}

#[tokio::test]
async fn a_program_that_names_no_host_is_answered() {
    let sandbox = sandbox().await;
    let answer = exchange(sandbox.address(), "GET /healthz HTTP/1.0\r\n\r\n").await.unwrap();
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn names_that_are_allowed_are_answered() {
    let mut config = Config::from_toml("allowed_hosts = ['Sandbox']").unwrap();
    config.allowed_hosts.push("tests.example:8080".to_owned());
    let sandbox = Sandbox::start(config, 0).await.unwrap();
    for (host, expected) in [("sandbox:8080", 200), ("SANDBOX", 200), ("tests.example", 200), ("other.example", 403), ("a.sandbox", 403)] {
        assert_eq!(status(&sandbox, "GET /healthz", &[&format!("Host: {host}")]).await, expected, "{host}");
    }
}

#[tokio::test]
async fn where_other_machines_reach_it_they_may_use_its_address_but_no_name() {
    let sandbox = open(Config::default()).await;
    for (host, expected) in [("192.0.2.1:8080", 200), ("[2001:db8::1]", 200), ("0.0.0.0", 200), ("localhost", 200), ("evil.example", 403)] {
        assert_eq!(status(&sandbox, "GET /healthz", &[&format!("Host: {host}")]).await, expected, "{host}");
    }
}

#[tokio::test]
async fn a_page_of_others_is_refused() {
    let sandbox = sandbox().await;
    let host = format!("Host: {}", sandbox.address());
    let event = format!("GET /adjust/event?{EVENT}");
    let lines =
        ["DELETE /_sandbox/events", "PUT /_sandbox/faults", "POST /adjust/event", &event, "GET /_sandbox/events", "GET /_sandbox/stream"];
    for line in lines {
        for origin in ["http://evil.example", "null", "http://localhost:1", "http://127.0.0.1", ""] {
            let answer = answer(&sandbox, line, &[&host, &format!("Origin: {origin}")]).await;
            assert_eq!(answer.status, 403, "{line} {origin}");
        }
        for site in ["cross-site", "same-site"] {
            assert_eq!(status(&sandbox, line, &[&host, &format!("Sec-Fetch-Site: {site}")]).await, 403, "{line} {site}");
        }
    }
    assert!(sandbox.account().accepted.is_empty() && sandbox.account().rejected.is_empty());
}

#[tokio::test]
async fn its_own_page_and_programs_are_answered() {
    let sandbox = sandbox().await;
    let address = sandbox.address();
    let host = format!("Host: {address}");
    let own = format!("Origin: http://{address}");
    for headers in [&[&host, own.as_str()][..], &[&host, "Sec-Fetch-Site: same-origin"], &[&host, "Sec-Fetch-Site: none"], &[&host]] {
        assert_eq!(status(&sandbox, "DELETE /_sandbox/events", headers).await, 204, "{headers:?}");
        assert_eq!(status(&sandbox, &format!("GET /adjust/event?{EVENT}"), headers).await, 200, "{headers:?}");
    }
}

#[tokio::test]
async fn a_link_elsewhere_may_open_the_page_and_nothing_else() {
    let sandbox = sandbox().await;
    let headers = [&format!("Host: {}", sandbox.address()), "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"];
    assert_eq!(status(&sandbox, "GET /", &headers).await, 200);
    assert_eq!(status(&sandbox, &format!("GET /adjust/event?{EVENT}"), &headers).await, 403);
    assert_eq!(status(&sandbox, "GET /_sandbox/events", &headers).await, 403);
}
