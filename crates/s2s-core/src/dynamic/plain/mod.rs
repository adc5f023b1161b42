//! Requests as plain data: to keep them, or to hand them to another process.

pub(super) mod members;

use std::num::NonZeroU32;
use std::ops::Range;
use std::sync::Arc;

use crate::issue::{Code, Found, Issue, Issues};
use crate::provider::find;
use crate::provider::spec::Limits;
use crate::request::{Header, Method, Request, SecretPlace, parameters};
use crate::value::Json;

use super::read::source::Object;
use super::read::typed;
use members::{Part, Place, Plain, PlainMethod, Warning};

/// A request as JSON, with everything that is in it: also the credentials. [`request_from_json`] restores it.
pub fn request_to_json(request: &Request) -> Json {
    let text = |text: &str| Json::from(text);
    let place = |name: &str, range: &Range<usize>| {
        let number = |position: usize| Json::Number(position.to_string().into());
        object([("in", name.into()), ("start", number(range.start)), ("end", number(range.end))])
    };
    let warning = |warning: &Issue| {
        object([("path", text(warning.path())), ("code", text(warning.code().as_str())), ("message", text(warning.message()))])
    };
    let limits = [("max_events", request.max_events()), ("max_bytes", request.max_bytes())];
    let limits = limits.into_iter().filter_map(|(name, limit)| Some((name, i64::from(limit?).into())));
    let headers = || request.headers().iter();
    let members = [
        ("provider", text(request.provider())),
        ("kind", text(request.kind())),
        ("method", text(request.method().as_str())),
        ("url", text(request.url())),
        ("headers", headers().map(|header| Json::Array(vec![text(header.name()), text(header.value())])).collect()),
        ("sensitive_headers", headers().filter(|header| header.is_sensitive()).map(|header| text(header.name())).collect()),
        ("body", text(&request.body_text())),
        (
            "credential",
            match request.secret() {
                Some(SecretPlace::Url(range)) => place("url", range),
                Some(SecretPlace::Body(range)) => place("body", range),
                None => Json::Null,
            },
        ),
        ("message_ids", request.message_ids().iter().map(|id| text(id)).collect()),
        ("warnings", request.warnings().iter().map(warning).collect()),
    ];
    let expires = request.expires().then_some(("expires", true.into()));
    object(members.into_iter().chain(limits).chain(expires))
}

fn object<'n>(members: impl IntoIterator<Item = (&'n str, Json)>) -> Json {
    Json::Object(members.into_iter().map(|(key, value)| (key.into(), value)).collect())
}

/// The request that [`request_to_json`] wrote.
///
/// # Errors
/// All issues of the object. It is checked for what it is made of, not for the rules of its provider: those were kept when it was built.
pub fn request_from_json(request: &Json) -> Result<Request, Issues> {
    request_from_object(request)
}

/// As [`request_from_json`], from any object.
///
/// # Errors
/// All issues of the object.
pub fn request_from_object<'s>(request: impl Object<'s>) -> Result<Request, Issues> {
    let mut found = Found::default();
    let Some((members, spelling)) = typed::object(request, "", &mut found) else { return Err(found.into_issues()) };
    let plain = typed::typed::<Plain>(members, "", &mut found).unwrap_or_default();
    plain.checked(found).map_err(|issues| spelling.applied(issues))
}

impl Plain {
    fn checked(self, mut found: Found) -> Result<Request, Issues> {
        let Self {
            provider,
            kind,
            method,
            url,
            headers,
            sensitive_headers,
            body,
            credential,
            message_ids,
            warnings,
            max_events,
            max_bytes,
            expires,
        } = self;
        let provider =
            required("provider", provider, &mut found).and_then(|name| known("/provider", find(&name), Code::UnknownProvider, &mut found));
        let kind = required("kind", kind, &mut found)
            .zip(provider)
            .and_then(|(name, provider)| known("/kind", provider.request_kind(&name), Code::UnknownKind, &mut found));
        let method = required("method", method, &mut found).map(|method| match method {
            PlainMethod::Get => Method::Get,
            PlainMethod::Post => Method::Post,
        });
        let url = required("url", url, &mut found);
        if url.as_deref().is_some_and(|url| !is_url(url)) {
            found.push(Issue::new("/url", Code::InvalidUrl, "must be an absolute http or https URL without a user name"));
        }
        let sensitive = required("sensitive_headers", sensitive_headers, &mut found).unwrap_or_default();
        let headers = required("headers", headers, &mut found).unwrap_or_default();
        for (position, (name, value)) in headers.iter().enumerate() {
            let is_name = !name.is_empty() && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
            if !is_name || !value.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
                found.push(Issue::new(
                    format!("/headers/{position}"),
                    Code::InvalidToken,
                    "is not a header in lower case and visible ASCII",
                ));
            }
            if headers.iter().take(position).any(|(earlier, _)| earlier == name) {
                found.push(Issue::new(format!("/headers/{position}"), Code::DuplicateKey, "stands twice"));
            }
        }
        let headers = headers.into_iter().map(|(name, value)| {
            let is_sensitive = sensitive.contains(&name);
            Header::restored(name.into(), value.into(), is_sensitive)
        });
        let body = required("body", body, &mut found);
        let message_ids = required("message_ids", message_ids, &mut found);
        let warnings: Vec<Issue> = required("warnings", warnings, &mut found)
            .unwrap_or_default()
            .into_iter()
            .enumerate()
            .filter_map(|(position, Warning { path, code, message })| {
                let code = Code::ALL.iter().find(|known| known.as_str() == code.as_str());
                let code = known(&format!("/warnings/{position}/code"), code, Code::InvalidChoice, &mut found)?;
                Some(Issue::new(path, *code, message))
            })
            .collect();
        let whole = |part| if part == Part::Url { url.as_deref() } else { body.as_deref() };
        if credential.as_ref().is_some_and(|place| whole(place.r#in).is_some_and(|text| text.get(place.start..place.end).is_none())) {
            found.push(Issue::new("/credential", Code::OutOfRange, "is not a part of the request"));
        }
        let limits =
            Limits { max_events: limit("max_events", max_events, &mut found), max_bytes: limit("max_bytes", max_bytes, &mut found) };
        match (kind, method, url, body, message_ids) {
            (Some(kind), Some(method), Some(url), Some(body), Some(message_ids)) if found.is_empty() => {
                let facts = (kind.rules.facts)(parameters(&url, body.as_bytes())).with_expiry(expires.unwrap_or_default());
                let request = Request::new(kind, method, url, facts)
                    .with_headers(headers.collect::<Arc<_>>())
                    .with_body(body.into_bytes())
                    .with_message_ids(message_ids)
                    .with_limits(limits)
                    .with_warnings(warnings);
                Ok(match credential {
                    Some(Place { r#in: Part::Url, start, end }) => request.with_secret(SecretPlace::Url(start..end)),
                    Some(Place { r#in: Part::Body, start, end }) => request.with_secret(SecretPlace::Body(start..end)),
                    None => request,
                })
            }
            _ => Err(found.into_issues()),
        }
    }
}

fn is_url(url: &str) -> bool {
    let Some(address) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else { return false };
    let authority = address.split(['/', '?', '#']).next().unwrap_or_default();
    url.bytes().all(|byte| byte.is_ascii_graphic()) && !authority.contains('@')
}

fn required<T>(field: &str, value: Option<T>, found: &mut Found) -> Option<T> {
    let path = format!("/{field}");
    if value.is_none() && !found.has(&path) {
        found.push(Issue::new(path, Code::Missing, "is required"));
    }
    value
}

/// A limit that a configuration set.
fn limit(field: &str, given: Option<i64>, found: &mut Found) -> Option<NonZeroU32> {
    let limit = u32::try_from(given?).ok().and_then(NonZeroU32::new);
    if limit.is_none() {
        found.push(Issue::new(format!("/{field}"), Code::OutOfRange, "must be at least 1"));
    }
    limit
}

fn known<T>(path: &str, value: Option<T>, code: Code, found: &mut Found) -> Option<T> {
    if value.is_none() {
        found.push(Issue::new(path, code, "is not known"));
    }
    value
}
