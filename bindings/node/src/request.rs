//! Requests: as text for the package's class, and back.

use std::fmt::Write;

use napi::Result;
use napi_derive::napi;
use s2s_core::binding::{JsonText, request_from_object};
use s2s_core::{Header, Issues, Request, SecretPlace};

use crate::issues;

/// Four lines, or issues in one.
///
/// 1. What most requests of a client have in common, so that the package reads it once. Separated by tabs: the provider, the kind, the
///    method, the place of a credential outside of the headers (`url` or `body`, start and end; or nothing), the two limits of a request of several
///    events (or nothing), `expires` (or nothing), then names and values of headers, alternating, those that are credentials with a `!` before the name. None of
///    them holds a control character.
/// 2. `[messageIds, warnings]` as JSON; nothing where both are empty.
/// 3. The URL.
/// 4. The body, to the end of the text.
pub(crate) fn built(built: core::result::Result<Request, Issues>) -> String {
    match built {
        Ok(request) => text_behind("", &request),
        Err(found) => issues::to_json(found.as_slice()),
    }
}

/// A request that was built, after another text.
pub(crate) fn text_behind(before: &str, request: &Request) -> String {
    let body = String::from_utf8_lossy(request.body());
    let mut out = String::with_capacity(512 + before.len() + request.url().len() + body.len());
    for part in [before, request.provider(), "\t", request.kind(), "\t", request.method().as_str(), "\t"] {
        out.push_str(part);
    }
    // Writing to memory does not fail.
    let _ = match request.secret() {
        Some(SecretPlace::Url(place)) => write!(out, "url {} {}", place.start, place.end),
        Some(SecretPlace::Body(place)) => write!(out, "body {} {}", place.start, place.end),
        _ => Ok(()),
    };
    for limit in [request.max_events(), request.max_bytes()] {
        out.push('\t');
        out.extend(limit.map(|limit| limit.to_string()));
    }
    out.push_str(if request.expires() { "\texpires" } else { "\t" });
    request.headers().iter().for_each(|own| header(&mut out, own));
    out.push('\n');
    if !request.message_ids().is_empty() || !request.warnings().is_empty() {
        let ids = serde_json::Value::from(request.message_ids());
        let _ = write!(out, "[{ids},{}]", issues::to_json(request.warnings()));
    }
    for part in ["\n", request.url(), "\n", &body] {
        out.push_str(part);
    }
    out
}

fn header(out: &mut String, header: &Header) {
    for part in ["\t", if header.is_sensitive() { "!" } else { "" }, header.name(), "\t", header.value()] {
        out.push_str(part);
    }
}

/// The request that the package describes as plain JSON.
pub(crate) fn read(plain: &str) -> core::result::Result<Request, Issues> {
    request_from_object(JsonText::new(plain).with_camel_case())
}

/// A request, as plain JSON, as the text of one that was built; or issues. `wrong` is what was wrong with values that JSON does not have.
#[napi(catch_unwind)]
pub fn restore(plain: String, wrong: Option<String>) -> Result<String> {
    let wrong = issues::given(wrong)?;
    Ok(built(request_from_object(JsonText::new(&plain).with_camel_case().with_issues(&wrong))))
}

/// The key of the lane of a request of that kind; nothing where it has none.
#[napi(catch_unwind)]
pub fn lane_key(provider: String, kind: String, url: String, body: String) -> Option<String> {
    s2s_core::binding::lane_key(&provider, &kind, &url, body.as_bytes())
}

/// A request, as plain JSON, as a command of `curl`.
#[napi(catch_unwind)]
pub fn to_curl(plain: String, shows_secrets: bool) -> Result<String> {
    let request = read(&plain).map_err(|found| napi::Error::from_reason(found.to_string()))?;
    Ok(request.to_curl(shows_secrets))
}
