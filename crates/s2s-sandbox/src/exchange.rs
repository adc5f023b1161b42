//! A request as the providers' rules read it, and its result.

use std::{collections::BTreeMap, fmt, net::IpAddr};

use axum::{
    body::Bytes,
    http::{
        HeaderMap, HeaderValue, Method, StatusCode,
        header::{CONTENT_TYPE, HeaderName},
    },
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::{Map, Value};

/// A request that has arrived whole.
pub(crate) struct Incoming {
    pub(crate) method: Method,
    /// The path of its route.
    pub(crate) path: &'static str,
    /// The decoded parameters of the path.
    pub(crate) segments: Vec<(String, String)>,
    /// The decoded query, without what is for the sandbox itself.
    pub(crate) query: Vec<(String, String)>,
    /// The length of the query as it was sent.
    pub(crate) query_length: usize,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) peer: IpAddr,
}

impl Incoming {
    /// A parameter of the path.
    pub(crate) fn segment(&self, name: &str) -> Option<&str> {
        self.segments.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The text of a header that appears exactly once.
    pub(crate) fn header(&self, name: impl Into<HeaderName>) -> Option<&str> {
        let mut values = self.headers.get_all(name.into()).iter();
        let value = values.next()?.to_str().ok()?;
        values.next().is_none().then_some(value)
    }

    /// Whether the body says that it is of a media type, whatever the parameters.
    pub(crate) fn is_of_type(&self, media_type: &str) -> bool {
        self.header(CONTENT_TYPE)
            .and_then(|value| value.split(';').next())
            .is_some_and(|essence| essence.trim().eq_ignore_ascii_case(media_type))
    }

    /// Whether a dashboard's list of allowed callers lets this one in. An empty list lets everybody
    /// in.
    pub(crate) fn comes_from(&self, allowed: &[IpAddr]) -> bool {
        allowed.is_empty() || allowed.contains(&self.peer)
    }

    /// A body that is not JSON, as a text for the account.
    pub(crate) fn unreadable_body(&self) -> Value {
        Value::String(String::from_utf8_lossy(&self.body).into_owned())
    }
}

/// The result of a request: its response, and the fate of each event or message in it.
pub(crate) struct Processed {
    pub(crate) answer: Answer,
    pub(crate) items: Vec<(Content, Fate)>,
}

/// Content of an event or message.
pub(crate) enum Content {
    Parameters(BTreeMap<String, String>),
    Message(Option<Identity>, Value),
}

/// What a request says once about all of its messages, such as their user: names and values as they
/// were sent.
#[derive(Clone, Serialize)]
pub struct Identity(Map<String, Value>);

impl Identity {
    pub(crate) fn new(values: impl Iterator<Item = (String, Value)>) -> Self {
        Self(values.collect())
    }

    pub(crate) fn members(&self) -> &Map<String, Value> {
        &self.0
    }

    /// A text by its name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.value(name).and_then(Value::as_str)
    }

    /// A value by its name.
    pub fn value(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Fate of an event or message. The text is the rule that decided.
#[derive(Clone, Copy)]
pub(crate) enum Fate {
    Accepted,
    /// Accepted, but changed when it was recorded, or left out of some reports.
    Changed(&'static str),
    Rejected(&'static str),
    Duplicate(&'static str),
}

/// An HTTP response: a body that is declared as JSON, or an empty one where the provider documents
/// none.
#[derive(Clone)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn empty(status: StatusCode) -> Self {
        Self { status, body: String::new() }
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        if self.body.is_empty() {
            return self.status.into_response();
        }
        let json = HeaderValue::from_static("application/json");
        (self.status, [(CONTENT_TYPE, json)], self.body).into_response()
    }
}
