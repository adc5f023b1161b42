//! What a failure of reqwest says about the request.

use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};

use s2s_core::{NoResponse, Request};

use crate::tls;

/// Reason why there is no response to a request.
///
/// `Display` and `Debug` show the text of the HTTP client's error and of each of its causes, joined by `: `, after [`Request::redact`]. For that
/// reason [`source`](Error::source) returns nothing: the original errors may repeat a URL with its query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendError {
    kind: NoResponse,
    cause: String,
}

impl SendError {
    pub(crate) fn new(kind: NoResponse, cause: &str, request: &Request) -> Self {
        Self { kind, cause: request.redact(cause) }
    }

    pub(crate) fn of(error: &reqwest::Error, request: &Request) -> Self {
        let mut text = text(error);
        if request.url().starts_with("https:") && !tls::is_available() {
            text = format!("{}: {text}", tls::MISSING);
        }
        Self::new(kind(error), &text, request)
    }

    /// Returns what is known about the request.
    pub fn kind(&self) -> NoResponse {
        self.kind
    }
}

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.cause)
    }
}

impl Error for SendError {}

impl From<SendError> for NoResponse {
    fn from(error: SendError) -> Self {
        error.kind
    }
}

/// Reason why there is no client.
#[derive(Debug)]
#[non_exhaustive]
pub enum ClientError {
    /// No TLS feature of reqwest is enabled, so that no `https` request could be sent.
    NoTls,
    /// reqwest cannot build the client.
    Build(reqwest::Error),
}

impl fmt::Display for ClientError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoTls => f.write_str(tls::MISSING),
            Self::Build(_) => f.write_str("the HTTP client cannot be built"),
        }
    }
}

impl Error for ClientError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::NoTls => None,
            Self::Build(error) => Some(error),
        }
    }
}

/// Joins the texts of an error and of its causes. A cause that only repeats the text before it is left out.
fn text(error: &reqwest::Error) -> String {
    let mut texts: Vec<String> = Vec::new();
    for cause in chain(error) {
        let text = cause.to_string();
        if !texts.last().is_some_and(|last| last.contains(&text)) {
            texts.push(text);
        }
    }
    texts.join(": ")
}

/// The kind of no-response that an error is. Where it is in doubt, the one that claims less about the request.
fn kind(error: &reqwest::Error) -> NoResponse {
    if error.is_connect() {
        // reqwest counts the TLS handshake to connecting. Either way nothing was sent.
        return if is_tls(error) { NoResponse::Tls } else { NoResponse::Connect };
    }
    if error.is_timeout() {
        return NoResponse::Timeout;
    }
    if is_closed(error) { NoResponse::Closed } else { NoResponse::Other }
}

/// Whether connecting failed in the TLS handshake. The backends have error types of their own, and the caller
/// chooses one, so they are recognized by what they have in common.
fn is_tls(error: &reqwest::Error) -> bool {
    // rustls reports a broken handshake as invalid data or an early end inside an `io::Error`; connecting has neither.
    if chain(error).any(|cause| has_io_kind(cause, &[ErrorKind::InvalidData, ErrorKind::UnexpectedEof])) {
        return true;
    }
    // A TCP connection fails by an `io::Error` or a timeout, as name resolution does; OpenSSL and its like by an error of their own.
    let is_https = error.url().is_some_and(|url| url.scheme() == "https");
    is_https && !error.is_timeout() && !chain(error).any(|cause| cause.is::<io::Error>())
}

/// Returns whether the connection was closed after sending began, before the whole response had arrived.
fn is_closed(error: &reqwest::Error) -> bool {
    const CLOSED: &[ErrorKind] = &[
        ErrorKind::ConnectionReset,
        ErrorKind::ConnectionAborted,
        ErrorKind::BrokenPipe,
        ErrorKind::NotConnected,
        ErrorKind::UnexpectedEof,
    ];
    chain(error).any(|cause| {
        let of_hyper = cause.downcast_ref::<hyper::Error>();
        of_hyper.is_some_and(|error| error.is_incomplete_message() || error.is_closed() || error.is_canceled())
            || has_io_kind(cause, CLOSED)
    })
}

fn has_io_kind(error: &(dyn Error + 'static), kinds: &[ErrorKind]) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| kinds.contains(&error.kind()))
}

/// The error and everything that caused it.
fn chain(error: &reqwest::Error) -> impl Iterator<Item = &(dyn Error + 'static)> {
    std::iter::successors(Some(error as &(dyn Error + 'static)), |cause| cause_of(*cause))
}

/// What caused an error. An `io::Error` leaves the error that it wraps out of its `source`.
fn cause_of<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e (dyn Error + 'static)> {
    match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
        Some(inner) => Some(inner),
        None => error.source(),
    }
}
