//! What came back for a request: a response, or none.

use std::fmt;

use crate::closed::closed;
use crate::value::Timestamp;

/// An HTTP response, as the caller's HTTP client received it.
#[derive(Clone, PartialEq, Eq)]
pub struct Response {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    received_at: Option<Timestamp>,
}

impl Response {
    /// A response of `status` with its headers, in any case and with repeats, and its body after transfer and content decoding.
    pub fn new<N, V>(status: u16, headers: impl IntoIterator<Item = (N, V)>, body: impl Into<Vec<u8>>) -> Self
    where
        N: AsRef<str>,
        V: AsRef<[u8]>,
    {
        let headers = headers
            .into_iter()
            .map(|(name, value)| (name.as_ref().to_owned(), String::from_utf8_lossy(value.as_ref()).into_owned()))
            .collect();
        Self { status, headers, body: body.into(), received_at: None }
    }

    /// Says when the response came. Only a `Retry-After` that is a date needs it; without it the response's own `Date` is taken.
    #[must_use]
    pub fn with_received_at(mut self, received_at: Timestamp) -> Self {
        self.received_at = Some(received_at);
        self
    }

    /// The status code.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The first header of that name, in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| &**value)
    }

    /// The body.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// When the response came, if it is known: as the caller said, or as the server's `Date` header does.
    pub fn received_at(&self) -> Option<Timestamp> {
        self.received_at.or_else(|| Timestamp::parse_http_date(self.header("date")?))
    }
}

/// Headers and body may hold personal data and are not shown.
impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}

#[cfg(feature = "http")]
impl<B: Into<Vec<u8>>> From<http::Response<B>> for Response {
    fn from(response: http::Response<B>) -> Self {
        let (head, body) = response.into_parts();
        Self::new(head.status.as_u16(), &head.headers, body)
    }
}

closed! {
    /// Why there is no response.
    pub enum NoResponse {
        /// No connection was established, so nothing was sent. Name resolution failed, the server refused or could not be reached, or
        /// connecting took too long.
        Connect = "connect";
        /// The TLS handshake failed, so nothing was sent.
        Tls = "tls";
        /// The request was, or may have been, sent, and no response came in time.
        Timeout = "timeout";
        /// The connection was closed after sending began.
        Closed = "closed";
        /// The caller gave up after sending began.
        Cancelled = "cancelled";
        /// Anything else; nothing is known of the request.
        Other = "other";
    }
}

impl NoResponse {
    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == name)
    }
}

impl std::error::Error for NoResponse {}
