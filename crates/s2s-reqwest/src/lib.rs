//! Sends the requests of [`s2s_core`] with [`reqwest`], and returns what came back in the core's terms.
//!
//! ```no_run
//! # async fn example(adjust: s2s_core::Adjust, request: s2s_core::Request) -> Result<(), Box<dyn std::error::Error>> {
//! let client = s2s_reqwest::client()?;
//! let outcome = match s2s_reqwest::send(&client, &request).await {
//!     Ok(response) => adjust.interpret(&request, &response),
//!     Err(error) => adjust.interpret_no_response(error.kind()),
//! };
//! println!("{}: {}", outcome.kind(), outcome.reason());
//! # Ok(())
//! # }
//! ```
//!
//! [`Driver`] sends what a [`Delivery`](s2s_core::delivery::Delivery) says, when it says so.
//!
//! # TLS
//! This crate enables no TLS backend of reqwest: enable the one that you want in your own `Cargo.toml`, such as
//! `reqwest = { version = "0.13", default-features = false, features = ["rustls"] }`. Without one, [`client`] fails with
//! [`ClientError::NoTls`]. For plain `http`, such as to a sandbox, a client of [`client_builder`] needs none; the text of its [`SendError`] for an
//! `https` request says that TLS is missing.
//!
//! # Redirects
//! No provider documents a redirect, and following one would carry credentials and personal data to an address that nobody has
//! configured. Whether redirects are followed is a property of the client: [`client_builder`] and [`client`] switch it off, and a
//! client of your own should, too (`redirect(reqwest::redirect::Policy::none())`). With a client that has followed one, [`send`]
//! does not treat the response as the provider's: it returns [`NoResponse::Other`].

mod decode;
mod driver;
mod failure;
mod sender;
mod store;
mod tls;

use std::time::Duration;

use reqwest::header::{CONTENT_ENCODING, CONTENT_LENGTH, HeaderValue, InvalidHeaderValue};
use reqwest::redirect::Policy;
use reqwest::{Client, ClientBuilder, Method, Url, retry};
use s2s_core::{NoResponse, Request, Response};

pub use driver::{Driver, RunError};
pub use failure::{ClientError, SendError};
pub use s2s_core::delivery::Until;
pub use sender::Sender;
pub use store::Store;

/// How long a client of [`client_builder`] waits for a connection. When it is over, nothing was sent.
pub const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// How long a client of [`client_builder`] waits for a whole exchange. No provider documents how long its responses take.
pub const TIMEOUT: Duration = Duration::from_secs(30);

/// So much of a response's body is kept: the 1 MiB that the core reads, and one byte more, by which it knows that there was more.
const MAX_BODY: usize = 1024 * 1024 + 1;

/// A client to send with: [`client_builder`] without further settings.
///
/// # Errors
/// [`ClientError::NoTls`] if no TLS feature of reqwest is enabled, and [`ClientError::Build`] if the TLS backend cannot be initialised.
pub fn client() -> Result<Client, ClientError> {
    if !tls::is_available() {
        return Err(ClientError::NoTls);
    }
    client_builder().build().map_err(ClientError::Build)
}

/// The settings that suit the core's requests: no redirects, no retries, [`CONNECT_TIMEOUT`] and [`TIMEOUT`].
///
/// A client of your own should have a connect timeout that is shorter than its whole timeout: when the whole one is over, nobody knows
/// whether the request was sent, and the outcome is [unclear](s2s_core::OutcomeKind::Unclear).
pub fn client_builder() -> ClientBuilder {
    delivery_client_builder().timeout(TIMEOUT)
}

/// The settings of [`client_builder`] without [`TIMEOUT`]: for a delivery, which bounds each request itself (`request_timeout_ms`).
pub fn delivery_client_builder() -> ClientBuilder {
    // Without the limit, reqwest copies each request for a repetition that never comes.
    let never = retry::never().max_retries_per_request(0);
    Client::builder().redirect(Policy::none()).retry(never).connect_timeout(CONNECT_TIMEOUT)
}

/// Sends a request as it is: its method, URL, headers and body. Nothing is retried.
///
/// At most 1 MiB and one byte of the response's body are read, which no provider's response comes near. No compression is asked for; a body that
/// was compressed on its way all the same (`gzip`, `deflate`, `br`) is decoded, up to that size. If it cannot be decoded, the response keeps its
/// body and its `Content-Encoding`.
///
/// # Errors
/// The reason why there is no response. [`SendError::kind`] says what is known about the request then; a redirect that the client has
/// followed is [`NoResponse::Other`], see [the crate's page](crate#redirects).
pub async fn send(client: &Client, request: &Request) -> Result<Response, SendError> {
    exchange(client, request, request.url().parse().ok()).await
}

async fn exchange(client: &Client, request: &Request, url: Option<Url>) -> Result<Response, SendError> {
    // The core builds nothing that these refuse; if they did, nothing would be sent.
    let sent = url
        .and_then(|url| to_reqwest(request, url))
        .ok_or_else(|| SendError::new(NoResponse::Other, "reqwest does not accept the request's URL or headers", request))?;
    let failed = |error: reqwest::Error| SendError::of(&error, request);
    let mut answer = client.execute(sent).await.map_err(failed)?;
    // Unless it is written in another way than reqwest would.
    if answer.url().as_str() != request.url() && request.url().parse::<Url>().as_ref() != Ok(answer.url()) {
        return Err(SendError::new(NoResponse::Other, "the client followed a redirect", request));
    }
    let mut body = Vec::new();
    while body.len() < MAX_BODY {
        let Some(chunk) = answer.chunk().await.map_err(failed)? else { break };
        let room = MAX_BODY - body.len();
        body.extend_from_slice(chunk.get(..room).unwrap_or(&chunk));
    }
    let (status, headers) = (answer.status().as_u16(), answer.headers());
    let Some(decoded) = decode::decoded(headers, &body, MAX_BODY) else { return Ok(Response::new(status, headers, body)) };
    let headers = headers.iter().filter(|(name, _)| ![CONTENT_ENCODING, CONTENT_LENGTH].contains(name));
    Ok(Response::new(status, headers, decoded))
}

fn to_reqwest(request: &Request, url: Url) -> Option<reqwest::Request> {
    let method = match request.method() {
        s2s_core::Method::Get => Method::GET,
        s2s_core::Method::Post => Method::POST,
        other => Method::from_bytes(other.as_str().as_bytes()).ok()?,
    };
    let mut sent = reqwest::Request::new(method, url);
    for header in request.headers() {
        let value = header_value(header).ok()?;
        sent.headers_mut().append(reqwest::header::HeaderName::from_bytes(header.name().as_bytes()).ok()?, value);
    }
    if !request.body().is_empty() {
        *sent.body_mut() = Some(request.body().to_vec().into());
    }
    Some(sent)
}

fn header_value(header: &s2s_core::Header) -> Result<HeaderValue, InvalidHeaderValue> {
    let mut value = HeaderValue::from_str(header.value())?;
    value.set_sensitive(header.is_sensitive());
    Ok(value)
}

/// Runs the README's Rust examples.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
