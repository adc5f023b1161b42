//! What a run says of requests that get no response.

use std::io::{Read, Write};
use std::net::TcpListener;

use crate::program::{NOW, Program, event};
#[cfg(unix)]
use crate::sandbox::Running;

/// A port that refuses connections.
fn closed_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// A server that responds to anything, as one of plain HTTP does, until the test ends.
fn plain_server() -> u16 {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = server.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in server.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    });
    port
}

/// The program, with two events for an address.
fn program(base_url: &str) -> Program {
    let config = format!("[adjust]\napp_token = \"canary-token\"\nbase_url = \"{base_url}\"\n");
    Program::new().file("s2s.toml", config).file("events.jsonl", [event(""), event("")].join("\n"))
}

#[test]
fn the_last_cause_is_in_the_summary_where_nothing_could_be_delivered() {
    for (base_url, kind, cause) in [
        (format!("http://127.0.0.1:{}", closed_port()), "connect", "Connection refused"),
        ("http://s2s.invalid".to_owned(), "connect", "lookup"),
        (format!("https://127.0.0.1:{}", plain_server()), "tls", "InvalidContentType"),
    ] {
        let program = program(&base_url);
        let ended = program.run(&["send", "events.jsonl", "--failed", "failed.jsonl"]);
        assert_eq!((ended.code, ended.err.as_str()), (1, ""));
        let (_, section) = ended.out.split_once("\nnothing delivered, and the last cause:\n").expect(&ended.out);
        let line = section.lines().next().unwrap();
        assert!(line.starts_with(&format!("adjust  {kind}  ")) && line.contains(cause), "{cause}: {line}");
        assert_eq!(ended.out.matches(cause).count(), 1, "{}", ended.out);

        for option in ["-v", "--verbose"] {
            let ended = program.run(&["send", "events.jsonl", "--failed", "failed.jsonl", option]);
            assert_eq!(ended.err.lines().count(), 2, "{}", ended.err);
            for line in ended.err.lines() {
                assert!(line.starts_with(&format!("s2s: adjust: {kind}: ")) && line.contains(cause), "{cause}: {line}");
                assert!(!line.contains("canary") && !line.contains("660e1d86") && !line.contains('?'), "{line}");
            }
        }
    }
}

#[test]
fn a_request_that_takes_too_long_is_cancelled() {
    // It takes connections and never responds.
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let base_url = format!("http://{}", server.local_addr().unwrap());
    let config = format!("[delivery]\nrequest_timeout_ms = 300\n[adjust]\napp_token = \"a\"\nbase_url = \"{base_url}\"\n");
    let program = Program::new().file("s2s.toml", config).file("events.jsonl", event(""));
    let ended = program.run(&["send", "events.jsonl", "--report", "report.jsonl", "--failed", "failed.jsonl", "-v"]);
    assert_eq!((ended.code, ended.err.as_str()), (1, "s2s: adjust: timeout: no response in 300 ms\n"));
    assert!(ended.out.contains("\nadjust  timeout  no response in 300 ms\n"), "{}", ended.out);
    let [report] = &program.lines("report.jsonl")[..] else { panic!("one report") };
    assert_eq!((&report["outcome"], &report["maybe_delivered"]), (&"unclear".into(), &true.into()), "{report}");
}

#[cfg(unix)]
#[test]
fn a_destination_that_has_events_shows_no_cause() {
    let program = Program::new().file("sandbox.toml", format!("now = \"{NOW}\""));
    let sandbox = Running::start(&program, &["--config", "sandbox.toml"]);
    let config = format!(
        "[adjust]\napp_token = \"4w565xzmb54d\"\nbase_url = \"{}\"\n[destination.other]\nprovider = \"adjust\"\napp_token = \"a\"\nbase_url = \"http://127.0.0.1:{}\"\n",
        sandbox.base_url("adjust"),
        closed_port()
    );
    let lines = [event(""), event(r#","destination":"other""#)].join("\n");
    let program = program.file("s2s.toml", config).file("events.jsonl", lines);
    let ended = program.run(&["send", "events.jsonl", "--now", NOW, "--failed", "failed.jsonl", "-v"]);
    assert!(ended.out.contains("\nnothing delivered, and the last cause:\ndestination.other  connect  "), "{}", ended.out);
    assert!(!ended.out.contains("\nadjust  connect"), "{}", ended.out);
    assert_eq!((ended.code, ended.err.matches("s2s: destination.other: connect: ").count()), (1, 1), "{}", ended.err);
}

#[test]
fn an_outbox_that_could_deliver_nothing_shows_the_cause() {
    let program = program(&format!("http://127.0.0.1:{}", closed_port()));
    let settings = ["--set", "delivery.max_age_ms=300", "--set", "delivery.backoff_ms=100", "--set", "delivery.breaker_failures=1000"];
    let ended = program.run(&[&["send", "events.jsonl", "--outbox", "outbox.db"], &settings[..]].concat());
    assert_eq!(ended.code, 1, "{}", ended.err);
    assert!(ended.out.contains("\nnothing delivered, and the last cause:\nadjust  connect  "), "{}", ended.out);
}
