//! What a failure of reqwest says about the request.

use std::error::Error;
use std::io::{self, ErrorKind};

use s2s_core::NoResponse;

/// The kind of no-response that an error is. Where it is in doubt, the one that claims less about the request.
pub(crate) fn kind(error: &reqwest::Error) -> NoResponse {
    if error.is_connect() {
        // reqwest counts the TLS handshake to connecting. Either way nothing was sent.
        return if is_tls(error) { NoResponse::Tls } else { NoResponse::Connect };
    }
    if error.is_timeout() {
        return NoResponse::Timeout;
    }
    if is_closed(error) { NoResponse::Closed } else { NoResponse::Other }
}

/// Whether connecting failed in the TLS handshake. The backends have error types of their own, and which one there is, is the
/// caller's choice, so it is told by what they have in common.
fn is_tls(error: &reqwest::Error) -> bool {
    // rustls reports a broken handshake as invalid data or an early end inside an `io::Error`; connecting has neither.
    if chain(error).any(|cause| has_io_kind(cause, &[ErrorKind::InvalidData, ErrorKind::UnexpectedEof])) {
        return true;
    }
    // A TCP connection fails by an `io::Error` or a timeout, as name resolution does; OpenSSL and its like by an error of their own.
    let is_https = error.url().is_some_and(|url| url.scheme() == "https");
    is_https && !error.is_timeout() && !chain(error).any(|cause| cause.is::<io::Error>())
}

/// Whether the connection was closed after sending began, before the whole answer was there.
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
