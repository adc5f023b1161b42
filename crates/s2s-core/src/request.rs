//! The HTTP request that an event became.

use std::borrow::Cow;
use std::fmt;
use std::num::NonZeroU32;
use std::ops::Range;
use std::sync::Arc;

use crate::encode;
use crate::hash;
use crate::issue::Issue;
use crate::provider::facts::{EventTime, Facts};
use crate::provider::spec::{Date, KindRules, Limits, RequestKind, Spec};
use crate::secret::REDACTED;

/// A complete HTTP request: send it as it is, with any HTTP client, and do not follow redirects (they would carry the credentials elsewhere).
///
/// `Host` and `Content-Length` belong to the HTTP client. `Debug` shows neither the query, the body nor a credential.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Request {
    pub(crate) method: Method,
    /// Requests of one client share it, where the parameters are in the body, and the headers.
    pub(crate) url: Arc<str>,
    pub(crate) headers: Arc<[Header]>,
    pub(crate) body: Vec<u8>,
    pub(crate) kind: RequestKind,
    pub(crate) message_ids: Vec<String>,
    pub(crate) warnings: Vec<Issue>,
    pub(crate) secret: Option<SecretPlace>,
    pub(crate) facts: Facts,
    pub(crate) limits: Limits,
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Method {
    /// `GET`; the request has no body.
    Get,
    /// `POST`.
    Post,
}

impl Method {
    /// Name of the method, as in a request line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The header with the IP address of the user of an event, which is the only header that differs between the events of a destination.
const IP_OVERRIDE: &str = "x-ip-override";

/// One header of a request.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Header {
    name: Cow<'static, str>,
    value: Cow<'static, str>,
    sensitive: bool,
}

impl Header {
    pub(crate) fn public(name: &'static str, value: &'static str) -> Self {
        Self { name: Cow::Borrowed(name), value: Cow::Borrowed(value), sensitive: false }
    }

    pub(crate) fn sensitive(name: &'static str, value: &str) -> Self {
        Self { name: Cow::Borrowed(name), value: Cow::Owned(value.to_owned()), sensitive: true }
    }

    /// The IP address of the user of an event.
    pub(crate) fn ip_override(address: &str) -> Self {
        Self { name: Cow::Borrowed(IP_OVERRIDE), value: Cow::Owned(address.to_owned()), sensitive: false }
    }

    pub(crate) fn restored(name: String, value: String, sensitive: bool) -> Self {
        Self { name: Cow::Owned(name), value: Cow::Owned(value), sensitive }
    }

    /// The name, in lower case.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The value: visible ASCII and spaces.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Whether the value is a credential, which no log may hold.
    pub fn is_sensitive(&self) -> bool {
        self.sensitive
    }

    /// Whether the value is that of one event, and not of all events of a destination.
    pub(crate) fn is_of_event(&self) -> bool {
        self.name == IP_OVERRIDE
    }

    /// The value, or `[redacted]` where it is a credential.
    pub fn redacted_value(&self) -> &str {
        if self.sensitive { REDACTED } else { &self.value }
    }
}

/// Shows neither a credential nor the data of one event.
impl fmt::Debug for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = if self.is_of_event() { REDACTED } else { self.redacted_value() };
        write!(f, "{}: {value}", self.name)
    }
}

/// Place of a configured credential that is not in a header.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SecretPlace {
    /// These bytes of the URL.
    Url(Range<usize>),
    /// These bytes of the body.
    Body(Range<usize>),
}

impl Request {
    pub(crate) fn new(kind: RequestKind, method: Method, url: impl Into<Arc<str>>, facts: Facts) -> Self {
        Self {
            method,
            url: url.into(),
            headers: Arc::default(),
            body: Vec::new(),
            kind,
            message_ids: Vec::new(),
            warnings: Vec::new(),
            secret: None,
            facts,
            limits: Limits::default(),
        }
    }

    pub(crate) fn with_headers(mut self, headers: impl Into<Arc<[Header]>>) -> Self {
        self.headers = headers.into();
        self
    }

    pub(crate) fn with_body(mut self, body: Vec<u8>) -> Self {
        self.body = body;
        self
    }

    /// Gives an event without a time this one, if its provider takes one and there is room for it.
    pub(crate) fn date(&mut self, date: impl FnOnce() -> Date) {
        let Some(EventTime::OfReceipt(place)) = self.facts.time else { return };
        let Date { parameter, time } = date();
        let of_several = self.spec().batch.map(|batch| self.limits.max_bytes(&batch));
        let max = of_several.or(self.max_bytes().map(|max| max as usize));
        if max.is_some_and(|max| self.body.len() + parameter.len() > max) {
            return;
        }
        self.insert_parameter(place as usize, &parameter);
        self.facts.time = Some(EventTime::Sent(time));
    }

    /// Inserts a parameter into the body or, where that is empty, into the query; `place` counts from where the parameters begin.
    fn insert_parameter(&mut self, place: usize, parameter: &str) {
        let is_query = self.body.is_empty();
        let before = if is_query { self.url.find('?').map_or(self.url.len(), |mark| mark + 1) } else { 0 };
        let place = before + place;
        if is_query {
            let mut url = String::from(&*self.url);
            url.insert_str(place, parameter);
            self.url = url.into();
        } else {
            self.body.splice(place..place, parameter.bytes());
        }
        match &mut self.secret {
            Some(SecretPlace::Url(range)) if is_query && range.start >= place => shift(range, parameter.len()),
            Some(SecretPlace::Body(range)) if !is_query && range.start >= place => shift(range, parameter.len()),
            _ => {}
        }
    }

    pub(crate) fn with_message_ids(mut self, ids: Vec<String>) -> Self {
        self.message_ids = ids;
        self
    }

    pub(crate) fn with_warnings(mut self, warnings: Vec<Issue>) -> Self {
        self.warnings = warnings;
        self
    }

    pub(crate) fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    pub(crate) fn with_secret(mut self, secret: SecretPlace) -> Self {
        self.secret = Some(secret);
        self
    }

    /// What requests of one client share.
    pub(crate) fn shared(&self) -> (&Arc<str>, &Arc<[Header]>) {
        (&self.url, &self.headers)
    }

    /// Takes the body and the ids of its messages.
    pub(crate) fn take_own(&mut self) -> (Vec<u8>, Vec<String>) {
        (std::mem::take(&mut self.body), std::mem::take(&mut self.message_ids))
    }

    /// What delivery has to know of it.
    pub(crate) fn facts(&self) -> Facts {
        self.facts
    }

    /// The number of its events.
    pub(crate) fn event_count(&self) -> usize {
        self.message_ids.len().max(self.facts.events()).max(1)
    }

    /// What all requests of its lane begin with, which is nothing but a lane's name to everybody but its provider.
    pub(crate) fn lane(&self) -> &[u8] {
        self.parameters().get(..self.facts.lane()).unwrap_or_default()
    }

    /// What the requests begin with that the provider can refuse for what they are; empty where that is all of its destination.
    pub(crate) fn group(&self) -> &[u8] {
        self.parameters().get(..self.facts.group()).unwrap_or_default()
    }

    /// Returns the key of the request's lane, 32 hexadecimal digits in lower case, or `None` where the order of events does not matter
    /// (Meta, TikTok). Events with one key have to stay in one partition, in their order; others may be anywhere.
    ///
    /// The key is the first half of a SHA-256 digest of the provider, the kind where it has lanes of its own, and the identifiers that a lane
    /// has in common. It depends on no credential, time, setting, or address, is the same in every language, and only a major version changes
    /// it. A delivery may have several lanes for one key, never several keys for one lane that you do not name.
    ///
    /// It is a pseudonym: a caller who knows the identifiers of a device can compute the key.
    pub fn lane_key(&self) -> Option<String> {
        lane_key(self.kind, self.lane())
    }

    /// The parameters, encoded: the query or, where there is one, the body.
    pub(crate) fn parameters(&self) -> &[u8] {
        parameters(&self.url, &self.body)
    }

    /// The credential in the URL, as it is written there.
    pub(crate) fn url_secret(&self) -> &str {
        match &self.secret {
            Some(SecretPlace::Url(range)) => self.url.get(range.clone()).unwrap_or_default(),
            _ => "",
        }
    }

    /// Place of a configured credential, if there is one in addition to the headers.
    pub fn secret(&self) -> Option<&SecretPlace> {
        self.secret.as_ref()
    }

    pub(crate) fn warnings_mut(&mut self) -> &mut Vec<Issue> {
        &mut self.warnings
    }

    /// `GET` or `POST`.
    pub fn method(&self) -> Method {
        self.method
    }

    /// The absolute URL, with its query.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The headers, in a fixed order.
    pub fn headers(&self) -> &[Header] {
        &self.headers
    }

    /// The body: UTF-8 text, empty where the parameters travel in the query.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The name of the provider API that the request is for.
    pub fn provider(&self) -> &'static str {
        self.kind.spec.name
    }

    /// What there is to know of the provider.
    pub(crate) fn spec(&self) -> &'static Spec {
        self.kind.spec
    }

    pub(crate) fn request_kind(&self) -> RequestKind {
        self.kind
    }

    pub(crate) fn rules(&self) -> &'static KindRules {
        self.kind.rules
    }

    /// The kind of event, such as `event`; that of requests of several, such as `messages`, where one request carries several.
    pub fn kind(&self) -> &'static str {
        self.kind.name
    }

    /// The ids of the messages in the request, in their order: a retry keeps them. Empty for providers without message ids.
    pub fn message_ids(&self) -> &[String] {
        &self.message_ids
    }

    /// Returns whether a delivery drops the event instead of sending it once its provider would record it at the time of its arrival, as the
    /// configuration asks.
    pub fn expires(&self) -> bool {
        self.facts.expires
    }

    pub(crate) fn limits(&self) -> Limits {
        self.limits
    }

    /// Largest number of events that a delivery puts into one request with this one's, where the configuration sets it.
    pub fn max_events(&self) -> Option<u32> {
        self.limits.max_events.map(NonZeroU32::get)
    }

    /// Largest body of a request into which a delivery puts this one's events, or a time, in bytes, where the configuration sets it.
    pub fn max_bytes(&self) -> Option<u32> {
        self.limits.max_bytes.map(NonZeroU32::get)
    }

    /// What is legal but probably not meant.
    pub fn warnings(&self) -> &[Issue] {
        &self.warnings
    }

    /// Returns the request as a command of `curl`, for a POSIX shell. Without `shows_secrets`, configured credentials are replaced by
    /// `[redacted]`; personal data stays in it.
    pub fn to_curl(&self, shows_secrets: bool) -> String {
        let (url, body) =
            if shows_secrets { (Cow::Borrowed(&*self.url), self.body_text()) } else { (self.redacted_url(), self.redacted_body()) };
        let mut command = format!("curl --request {} --url {}", self.method, quoted(&url));
        for header in self.headers() {
            let value = if shows_secrets { header.value() } else { header.redacted_value() };
            command += &format!(" --header {}", quoted(&format!("{}: {value}", header.name)));
        }
        if !body.is_empty() {
            command += &format!(" --data-raw {}", quoted(&body));
        }
        command
    }

    /// The URL with `[redacted]` in place of configured credentials. It may still hold personal data.
    pub fn redacted_url(&self) -> Cow<'_, str> {
        match &self.secret {
            Some(SecretPlace::Url(range)) => redacted(self.url.as_bytes(), range),
            _ => Cow::Borrowed(&self.url),
        }
    }

    /// The body with `[redacted]` in place of configured credentials. It still holds personal data.
    pub fn redacted_body(&self) -> Cow<'_, str> {
        match &self.secret {
            Some(SecretPlace::Body(range)) => redacted(&self.body, range),
            _ => self.body_text(),
        }
    }

    /// The body as text, which it always is.
    pub(crate) fn body_text(&self) -> Cow<'_, str> {
        encode::text(&self.body)
    }
}

/// The key of the lane whose requests begin with that.
pub(crate) fn lane_key(kind: RequestKind, beginning: &[u8]) -> Option<String> {
    let RequestKind { spec, rules, .. } = kind;
    let own = kind.own_lanes().unwrap_or_default();
    (!rules.is_concurrent).then(|| hash::short_digest([spec.name.as_bytes(), own.as_bytes(), (rules.lane_name)(beginning)]))
}

/// The parameters of a request, encoded: the query or, where there is one, the body.
pub(crate) fn parameters<'r>(url: &'r str, body: &'r [u8]) -> &'r [u8] {
    if body.is_empty() { url.split_once('?').map_or("", |(_, query)| query).as_bytes() } else { body }
}

/// One word of a POSIX shell.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', r"'\''"))
}

fn shift(range: &mut Range<usize>, by: usize) {
    *range = range.start + by..range.end + by;
}

fn redacted<'a>(bytes: &'a [u8], secret: &Range<usize>) -> Cow<'a, str> {
    let before = bytes.get(..secret.start).unwrap_or_default();
    let after = bytes.get(secret.end..).unwrap_or_default();
    Cow::Owned([&String::from_utf8_lossy(before), REDACTED, &String::from_utf8_lossy(after)].concat())
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = self.redacted_url();
        let address = url.split_once('?').map_or(&*url, |(address, _)| address);
        f.debug_struct("Request")
            .field("provider", &self.provider())
            .field("kind", &self.kind())
            .field("method", &self.method)
            .field("url", &address)
            .field("headers", &self.headers)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("warnings", &self.warnings)
            .finish()
    }
}

#[cfg(feature = "http")]
impl TryFrom<&Request> for http::Request<Vec<u8>> {
    type Error = http::Error;

    /// The same request for a client of the `http` family; credentials are marked sensitive.
    fn try_from(request: &Request) -> Result<Self, Self::Error> {
        let mut builder = http::Request::builder().method(request.method.as_str()).uri(&*request.url);
        for header in request.headers() {
            let mut value = http::HeaderValue::from_str(&header.value)?;
            value.set_sensitive(header.sensitive);
            builder = builder.header(&*header.name, value);
        }
        builder.body(request.body.clone())
    }
}
