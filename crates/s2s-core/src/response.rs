//! What came back for a request: an answer, or none.

use std::fmt;

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

/// Why there is no response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NoResponse {
    /// No connection came about, so nothing was sent: name resolution, refused, unreachable, or a timeout while connecting.
    Connect,
    /// The TLS handshake failed, so nothing was sent.
    Tls,
    /// The request was, or may have been, sent, and no answer came in time.
    Timeout,
    /// The connection was closed after sending began.
    Closed,
    /// The caller gave up after sending began.
    Cancelled,
    /// Anything else; nothing is known of the request.
    Other,
}

impl NoResponse {
    /// Every kind there is.
    pub const ALL: &'static [Self] = &[Self::Connect, Self::Tls, Self::Timeout, Self::Closed, Self::Cancelled, Self::Other];

    /// The kind as it stands in JSON: `connect`, `tls`, `timeout`, `closed`, `cancelled`, `other`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Connect => "connect",
            Self::Tls => "tls",
            Self::Timeout => "timeout",
            Self::Closed => "closed",
            Self::Cancelled => "cancelled",
            Self::Other => "other",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == name)
    }
}

impl fmt::Display for NoResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::error::Error for NoResponse {}
