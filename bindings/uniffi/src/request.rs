//! Requests and issues as plain data, in both directions.

use s2s_core::dynamic::request_from_json;
use s2s_core::value::Json;
use s2s_core::{Code, Header, Issue, Issues, Request, SecretPlace};

use crate::fault::{Fault, caught};

/// A complete HTTP request.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct RequestData {
    provider: String,
    kind: String,
    method: String,
    url: String,
    headers: Vec<HeaderData>,
    body: Vec<u8>,
    message_ids: Vec<String>,
    warnings: Vec<IssueData>,
    secret: Option<SecretData>,
    max_events: Option<i64>,
    max_bytes: Option<i64>,
    expires: bool,
}

/// One header of a request.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct HeaderData {
    name: String,
    value: String,
    is_sensitive: bool,
}

/// The place of a credential outside of the headers: these bytes of the URL or of the body.
#[derive(Debug, uniffi::Record)]
pub struct SecretData {
    is_in_url: bool,
    start: i64,
    end: i64,
}

/// One problem, or one warning. It never holds the value that it complains about.
#[derive(Debug, uniffi::Record)]
pub struct IssueData {
    path: String,
    code: String,
    text: String,
}

crate::redacted_debug!(RequestData);
crate::redacted_debug!(HeaderData);

impl From<&Request> for RequestData {
    fn from(request: &Request) -> Self {
        Self {
            provider: request.provider().to_owned(),
            kind: request.kind().to_owned(),
            method: request.method().as_str().to_owned(),
            url: request.url().to_owned(),
            headers: request.headers().iter().map(HeaderData::from).collect(),
            body: request.body().to_owned(),
            message_ids: request.message_ids().to_owned(),
            warnings: issues(request.warnings()),
            secret: request.secret().and_then(|place| {
                match place {
                    SecretPlace::Url(range) => Some((true, range)),
                    SecretPlace::Body(range) => Some((false, range)),
                    _ => None,
                }
                .map(|(is_in_url, range)| SecretData { is_in_url, start: number(range.start), end: number(range.end) })
            }),
            max_events: request.max_events().map(i64::from),
            max_bytes: request.max_bytes().map(i64::from),
            expires: request.expires(),
        }
    }
}

impl From<&Header> for HeaderData {
    fn from(header: &Header) -> Self {
        Self { name: header.name().to_owned(), value: header.value().to_owned(), is_sensitive: header.is_sensitive() }
    }
}

fn number(position: usize) -> i64 {
    // A request of more bytes does not fit into memory.
    i64::try_from(position).unwrap_or(i64::MAX)
}

/// Address of the page that explains the codes of issues. It allocates the text and cannot panic.
#[uniffi::export]
pub fn issue_page() -> String {
    Code::PAGE.to_owned()
}

/// The issues, as data.
pub(crate) fn issues(issues: &[Issue]) -> Vec<IssueData> {
    let data = |issue: &Issue| IssueData {
        path: issue.path().to_owned(),
        code: issue.code().as_str().to_owned(),
        text: issue.message().to_owned(),
    };
    issues.iter().map(data).collect()
}

impl RequestData {
    /// The key of its lane; nothing where it has none.
    pub(crate) fn lane_key(&self) -> Option<String> {
        s2s_core::binding::lane_key(&self.provider, &self.kind, &self.url, &self.body)
    }

    /// The request that this was made of.
    pub(crate) fn restored(self) -> Result<Request, Issues> {
        let Self { provider, kind, method, url, headers, body, message_ids, warnings, secret, max_events, max_bytes, expires } = self;
        let sensitive = headers.iter().filter(|header| header.is_sensitive).map(|header| Json::from(&*header.name)).collect();
        let credential = secret.map_or(Json::Null, |SecretData { is_in_url, start, end }| {
            object([("in", if is_in_url { "url" } else { "body" }.into()), ("start", start.into()), ("end", end.into())])
        });
        let warning = |IssueData { path, code, text }| object([("path", path.into()), ("code", code.into()), ("message", text.into())]);
        let limit = |limit: Option<i64>| limit.map_or(Json::Null, Json::from);
        request_from_json(&object([
            ("provider", provider.into()),
            ("kind", kind.into()),
            ("method", method.into()),
            ("url", url.into()),
            ("headers", headers.into_iter().map(|header| [header.name, header.value].into_iter().map(Json::from).collect()).collect()),
            ("sensitive_headers", sensitive),
            ("body", String::from_utf8_lossy(&body).into_owned().into()),
            ("credential", credential),
            ("message_ids", message_ids.into_iter().map(Json::from).collect()),
            ("warnings", warnings.into_iter().map(warning).collect()),
            ("max_events", limit(max_events)),
            ("max_bytes", limit(max_bytes)),
            ("expires", expires.into()),
        ]))
    }
}

fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    Json::Object(members.into_iter().map(|(key, value)| (key.into(), value)).collect())
}

/// The key of the lane of a request; nothing where it has none.
#[uniffi::export]
pub fn lane_key_of(request: RequestData) -> Result<Option<String>, Fault> {
    caught(|| request.lane_key())
}

/// The request as a command of `curl`, for a POSIX shell; without `shows_secrets`, credentials are replaced by `[redacted]`.
/// Nothing where it is none that was built here.
#[uniffi::export]
pub fn to_curl(request: RequestData, shows_secrets: bool) -> Result<Option<String>, Fault> {
    caught(|| request.restored().ok().map(|request| request.to_curl(shows_secrets)))
}
