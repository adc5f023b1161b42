//! The sandbox as a program of its own, and `send` with a configuration that leads to it.
#![cfg(unix)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use s2s_core::dynamic::PROVIDERS;

use crate::program::{self, NOW, Program, event};

/// A running sandbox.
pub(crate) struct Running {
    child: Child,
    /// Its address: the first line that it prints.
    pub(crate) url: String,
}

impl Running {
    pub(crate) fn start(program: &Program, more: &[&str]) -> Self {
        let mut child = program.command(&[&["sandbox"], more].concat()).stdout(Stdio::piped()).spawn().unwrap();
        let url = BufReader::new(child.stdout.take().unwrap()).lines().next().unwrap().unwrap();
        Self { child, url }
    }

    /// The `base_url` of a provider.
    pub(crate) fn base_url(&self, provider: &str) -> String {
        format!("{}/{provider}", self.url)
    }

    /// Its account, in JSON.
    pub(crate) fn account(&self) -> serde_json::Value {
        serde_json::from_str(&get(&self.url, "/_sandbox/events")).unwrap()
    }

    /// Asks it to end, and returns its exit code.
    pub(crate) fn end(mut self, signal: &str) -> Option<i32> {
        program::signal(&self.child, signal);
        self.child.wait().unwrap().code()
    }
}

/// A failed test ends its process, which would hold its output open.
impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Returns the body of a response of a server on this machine.
pub(crate) fn get(url: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(url.trim_start_matches("http://")).unwrap();
    write!(stream, "GET {path} HTTP/1.0\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer.split_once("\r\n\r\n").unwrap().1.to_owned()
}

#[test]
fn it_tells_its_address_serves_and_ends_when_it_is_told_to() {
    for signal in ["INT", "TERM", "HUP"].into_iter().filter(|signal| program::ends_by(signal)) {
        let program = Program::new().file("events.jsonl", event("")).file("sandbox.toml", format!("now = \"{NOW}\""));
        let sandbox = Running::start(&program, &["--config", "sandbox.toml"]);
        assert!(sandbox.url.starts_with("http://127.0.0.1:"), "{}", sandbox.url);
        let base_url = format!("adjust.base_url={}", sandbox.base_url("adjust"));
        let sent = program.run(&["send", "events.jsonl", "--now", NOW, "--set", "adjust.app_token=4w565xzmb54d", "--set", &base_url]);
        assert_eq!(sent.code, 0, "{}{}", sent.out, sent.err);
        assert_eq!(sandbox.end(signal), Some(0));
    }
}

#[test]
fn it_ends_with_standard_input_where_it_is_asked_to() {
    let program = Program::new();
    let start = || {
        let mut child = program.command(&["sandbox", "--stop-on-eof"]);
        let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let url = BufReader::new(child.stdout.take().unwrap()).lines().next().unwrap().unwrap();
        Running { child, url }
    };
    let mut running = start();
    assert_eq!(running.account()["accepted"], serde_json::json!([]));
    drop(running.child.stdin.take());
    assert_eq!(running.child.wait().unwrap().code(), Some(0));
    // A signal ends it as well, with standard input open.
    let mut running = start();
    let stdin = running.child.stdin.take();
    assert_eq!(running.end("TERM"), Some(0));
    drop(stdin);
}

#[test]
fn it_prints_its_address_and_the_base_url_of_every_provider() {
    let mut child = Program::new().command(&["sandbox"]).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let url = lines.next().unwrap();
    for provider in PROVIDERS {
        assert_eq!(lines.next().unwrap(), format!("  {url}/{}", provider.name));
    }
    program::signal(&child, "TERM");
    assert_eq!((lines.next(), child.wait().unwrap().code()), (None, Some(0)));
}

#[test]
fn it_plays_every_provider_of_the_core() {
    let of_core: Vec<_> = PROVIDERS.iter().map(|provider| provider.name).collect();
    assert_eq!(s2s_sandbox::PROVIDERS, of_core);
}

#[test]
fn a_configuration_that_is_wrong_or_a_port_that_is_taken_is_a_usage_error() {
    let program = Program::new().file("sandbox.toml", "nonsense = 1");
    assert_eq!(program.run(&["sandbox", "--config", "sandbox.toml"]).code, 2);
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    assert_eq!(program.run(&["sandbox", "--port", &port]).code, 2);
}

#[test]
fn it_says_that_it_is_healthy_and_enters_that_in_no_account() {
    let sandbox = Running::start(&Program::new(), &["--host", "127.0.0.1"]);
    assert_eq!(get(&sandbox.url, "/healthz"), "ok");
    assert_eq!(sandbox.account(), serde_json::json!({"accepted": [], "rejected": [], "duplicates": []}));
}

#[test]
fn health_asks_a_running_one() {
    let program = Program::new();
    let sandbox = Running::start(&program, &[]);
    let address = sandbox.url.trim_start_matches("http://").to_owned();
    let asked = program.run(&["health", &address]);
    assert_eq!((asked.code, asked.out.as_str(), asked.err.as_str()), (0, "", ""));
    assert_eq!(program.run(&["health", address.trim_start_matches("127.0.0.1:")]).code, 0, "a port alone is one of this machine");
    sandbox.end("TERM");
    let refused = program.run(&["health", &address]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.starts_with(&format!("s2s: {address}: ")), "{}", refused.err);
}

#[test]
fn health_is_only_what_says_so() {
    let other = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = other.local_addr().unwrap().to_string();
    let answers = std::thread::spawn(move || {
        let (mut stream, _) = other.accept().unwrap();
        let mut request = [0; 1024];
        let length = stream.read(&mut request).unwrap();
        stream.write_all(b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n").unwrap();
        String::from_utf8_lossy(&request[..length]).into_owned()
    });
    assert_eq!(Program::new().run(&["health", &address]).code, 1);
    assert!(answers.join().unwrap().starts_with("GET /healthz HTTP/1.1\r\n"));
}

#[test]
fn another_address_than_loopback_is_warned_of() {
    // An address for documentation (RFC 5737), which no machine has: nothing listens.
    let ended = Program::new().run(&["sandbox", "--host", "192.0.2.1"]);
    assert_eq!((ended.code, ended.out.as_str()), (2, ""));
    let warning = "s2s: warning: 192.0.2.1 is not a loopback address: other machines may reach the sandbox\ns2s: 192.0.2.1:0: ";
    assert!(ended.err.starts_with(warning), "{}", ended.err);
    assert_eq!(Program::new().run(&["sandbox", "--host", "nonsense"]).code, 2);
}

#[test]
fn another_host_name_is_answered_if_it_is_allowed() {
    let sandbox = Running::start(&Program::new(), &["--allow-host", "sandbox", "--allow-host", "tests.example"]);
    for (host, expected) in [("sandbox:80", "200"), ("tests.example", "200"), ("other.example", "403")] {
        let mut stream = TcpStream::connect(sandbox.url.trim_start_matches("http://")).unwrap();
        write!(stream, "GET /healthz HTTP/1.0\r\nHost: {host}\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert_eq!(answer.split(' ').nth(1), Some(expected), "{host}");
    }
}

#[test]
fn help_lists_what_it_knows() {
    let ended = Program::new().run(&["sandbox", "--help"]);
    for expected in ["4w565xzmb54d", "f0ob4r", "metrix-demo-app"] {
        assert!(ended.out.contains(expected), "{expected}");
    }
}
