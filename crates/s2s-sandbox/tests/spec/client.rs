//! A sandbox and a plain HTTP/1.1 sender: one request per connection, written out by hand.
#![expect(clippy::expect_used, reason = "a test that cannot talk to its sandbox has failed")]

use std::{io, net::SocketAddr, time::Duration};

use s2s_sandbox::{Account, Config, Entry, Sandbox};
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// The clock of every sandbox here, unless a test has its own: 2026-11-20T12:00:00Z.
pub(crate) const NOW: i64 = 1_795_176_000;
pub(crate) const DAY: i64 = 24 * 60 * 60;
pub(crate) const DEVICE: &str = "660e1d86-6796-463a-be86-897993136018";
/// The required parameters of an event of the documentation's example app.
pub(crate) const EVENT: &str = "s2s=1&app_token=4w565xzmb54d&event_token=f0ob4r&gps_adid=660e1d86-6796-463a-be86-897993136018";

pub(crate) const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
pub(crate) const JSON: (&str, &str) = ("content-type", "application/json");

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("a JSON body")
    }
}

/// An object with another value of a field; `null` takes the field out.
pub(crate) fn changed(object: &Value, name: &str, value: &Value) -> Value {
    let mut fields = object.as_object().expect("an object").clone();
    match value {
        Value::Null => fields.remove(name),
        value => fields.insert(name.to_owned(), value.clone()),
    };
    fields.into()
}

/// A sandbox with a fixed clock.
pub(crate) async fn sandbox() -> Sandbox {
    sandbox_with("").await
}

pub(crate) async fn sandbox_with(toml: &str) -> Sandbox {
    let config = Config::from_toml(toml).expect("a configuration");
    let config = config.with_now("2026-11-20T12:00:00Z").expect("an instant");
    Sandbox::start(config, 0).await.expect("a free port")
}

/// Sends an Adjust event as a posted form.
pub(crate) async fn adjust(sandbox: &Sandbox, form: &str) -> Answer {
    send(sandbox, "POST", "/adjust/event", &[FORM], form).await
}

/// Sends an Adjust event and expects it to be refused with a status, a documented text and a rule.
pub(crate) async fn adjust_refuses(sandbox: &Sandbox, form: &str, status: u16, text: &str, rule: &str) {
    let answer = adjust(sandbox, form).await;
    let body = format!(r#"{{"error":"Event request failed ({text})"}}"#);
    assert_eq!((answer.status, answer.body), (status, body), "{form}");
    assert_eq!(last_rule(&sandbox.account()), rule, "{form}");
}

/// The rule of the last rejection.
pub(crate) fn last_rule(account: &Account) -> &'static str {
    rule(account.rejected.last().expect("a rejection"))
}

pub(crate) fn rule(entry: &Entry) -> &'static str {
    entry.refusal.as_ref().expect("a refusal").rule
}

pub(crate) async fn send(sandbox: &Sandbox, method: &str, target: &str, headers: &[(&str, &str)], body: &str) -> Answer {
    try_send(sandbox.address(), method, target, headers, body).await.expect("an answer")
}

/// Sends a request. A connection that closes without a response is an `UnexpectedEof`.
pub(crate) async fn try_send(address: SocketAddr, method: &str, target: &str, headers: &[(&str, &str)], body: &str) -> io::Result<Answer> {
    let mut request = format!("{method} {target} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n");
    for (name, value) in headers {
        request.push_str(&format!("{name}: {value}\r\n"));
    }
    request.push_str(&format!("content-length: {}\r\n\r\n{body}", body.len()));
    exchange(address, &request).await
}

/// Sends a request as it is written, and reads the response to its end.
pub(crate) async fn exchange(address: SocketAddr, request: &str) -> io::Result<Answer> {
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    tokio::time::timeout(Duration::from_secs(20), stream.read_to_string(&mut answer)).await??;
    if answer.is_empty() {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
    Ok(Answer { status: status.expect("a status"), headers: head.to_ascii_lowercase(), body: body.to_owned() })
}
