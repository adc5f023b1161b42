//! What the page shows of a request.

use std::borrow::Cow;

use serde::Serialize;

use super::{
    Provider, curl,
    mask::{MASK, is_name},
};
use crate::{
    account::Entry,
    fault::Fault,
    ledger::{Kind, Received},
};

/// How much of an event and of a value is searched: lists are long, and pages hold them whole.
const MAX_TEXT: usize = 600;
const MAX_VALUE: usize = 200;

/// A line of the list: an event or message, or a request that a fault kept from being processed.
#[derive(Serialize)]
pub(super) struct Row<'a> {
    /// Number of the request, and position in it.
    id: (u64, usize),
    /// Unix milliseconds.
    time: i64,
    provider: &'a str,
    kind: &'static str,
    status: Option<u16>,
    rule: Option<&'static str>,
    fault: Option<Fault>,
    /// What the provider's API lists of an event.
    summary: Vec<Cow<'a, str>>,
    /// Names and values, for the filter.
    text: String,
}

/// Everything about a line of the list.
#[derive(Serialize)]
pub(super) struct Detail<'a> {
    provider: &'a str,
    /// RFC 3339.
    time: String,
    kind: &'static str,
    sequence: Option<u64>,
    rule: Option<&'static str>,
    fault: Option<Fault>,
    summary: Vec<Cow<'a, str>>,
    fields: Vec<Field<'a>>,
    request: Request,
    response: Option<Response<'a>>,
    curl: String,
}

/// A decoded parameter, or a field of a message.
#[derive(Serialize)]
struct Field<'a> {
    name: Cow<'a, str>,
    value: Cow<'a, str>,
    is_masked: bool,
}

#[derive(Serialize)]
struct Request {
    method: String,
    target: String,
    headers: Vec<(String, String)>,
    body: String,
}

#[derive(Serialize)]
struct Response<'a> {
    status: u16,
    body: &'a str,
}

/// The lines of a request.
pub(super) fn rows<'a>(number: u64, received: &'a Received, provider: &Provider, shows_secrets: bool) -> Vec<Row<'a>> {
    let row = |position, item: Option<&'a (Entry, Kind)>| {
        let fields = item.map(|(entry, _)| fields(entry, provider, shows_secrets)).unwrap_or_default();
        Row {
            id: (number, position),
            time: received.time.as_millisecond(),
            provider: received.provider,
            kind: kind(item),
            status: received.answer.as_ref().map(|answer| answer.status.as_u16()),
            rule: rule(item),
            fault: received.fault,
            text: text(&fields),
            summary: summary(&fields, provider),
        }
    };
    if received.items.is_empty() {
        return vec![row(0, None)];
    }
    received.items.iter().enumerate().map(|(position, item)| row(position, Some(item))).collect()
}

/// Everything about the event or message at a position in a request; `None` if there is none.
pub(super) fn detail<'a>(received: &'a Received, position: usize, provider: &Provider, shows_secrets: bool) -> Option<Detail<'a>> {
    let item = received.items.get(position);
    if item.is_none() && (position > 0 || !received.items.is_empty()) {
        return None;
    }
    let fields = item.map(|(entry, _)| fields(entry, provider, shows_secrets)).unwrap_or_default();
    let request = &received.request;
    let mut lines = request.head.lines();
    let mut line = lines.next().unwrap_or_default().split(' ');
    let (method, target) = (line.next().unwrap_or_default(), line.next().unwrap_or_default());
    let headers: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once(": ")).collect();
    let is_form = headers.iter().any(|(name, value)| *name == "content-type" && value.starts_with("application/x-www-form-urlencoded"));
    let secrets = &provider.secrets;
    let hides = |name: &str| !shows_secrets && secrets.hide(name);
    let headers =
        headers.into_iter().map(|(name, value)| (name.to_owned(), if hides(name) { MASK } else { value }.to_owned())).collect::<Vec<_>>();
    let target = if shows_secrets { target.to_owned() } else { secrets.target(target) };
    let text = String::from_utf8_lossy(&request.body);
    let (body, sent): (_, Cow<'_, [u8]>) = if shows_secrets {
        (text.clone().into_owned(), Cow::Borrowed(&request.body))
    } else {
        let body = secrets.body(&text, is_form).into_owned();
        (body.clone(), Cow::Owned(body.into_bytes()))
    };
    Some(Detail {
        provider: received.provider,
        time: received.time.to_string(),
        kind: kind(item),
        sequence: item.map(|(entry, _)| entry.sequence),
        rule: rule(item),
        fault: received.fault,
        summary: summary(&fields, provider),
        fields,
        curl: curl::command(method, &target, &headers, &sent),
        request: Request { method: method.to_owned(), target, headers, body },
        response: received.answer.as_ref().map(|answer| Response { status: answer.status.as_u16(), body: &answer.body }),
    })
}

fn kind(item: Option<&(Entry, Kind)>) -> &'static str {
    match item.map(|(_, kind)| kind) {
        Some(Kind::Accepted) => "accepted",
        Some(Kind::Rejected) => "rejected",
        Some(Kind::Duplicate) => "duplicate",
        None => "unprocessed",
    }
}

fn rule(item: Option<&(Entry, Kind)>) -> Option<&'static str> {
    let (entry, _) = item?;
    entry.refusal.as_ref().map(|refusal| refusal.rule).or(entry.note)
}

/// The fields of a message are JSON, which distinguishes a text from a number.
fn fields<'a>(entry: &'a Entry, provider: &Provider, shows_secrets: bool) -> Vec<Field<'a>> {
    let secrets = &provider.secrets;
    let field = |name: Cow<'a, str>, value: Cow<'a, str>, is_secret: bool| {
        let is_masked = is_secret && !shows_secrets;
        // A body that was read as parameters is one long name.
        let name = if is_masked && !is_name(&name) && entry.parameters.is_some() { MASK.into() } else { name };
        Field { name, value: if is_masked { MASK.into() } else { value }, is_masked }
    };
    let parameters = entry.parameters.iter().flatten();
    let parameters = parameters.map(|(name, value)| field(name.into(), value.into(), secrets.hide(name) || !is_name(name)));
    let identity = entry.identity.iter().flat_map(|identity| secrets.members(identity.members()));
    let message = entry.message.iter().flat_map(|message| secrets.fields(message));
    let json = identity.chain(message).map(|(name, value, is_secret)| field(name.into(), value.into(), is_secret));
    parameters.chain(json).collect()
}

fn summary<'a>(fields: &[Field<'a>], provider: &Provider) -> Vec<Cow<'a, str>> {
    let value = |name: &&str| fields.iter().find(|field| field.name == *name).map(|field| &field.value);
    let plain = |value: &Cow<'a, str>| serde_json::from_str::<String>(value).map_or_else(|_| value.clone(), Cow::Owned);
    provider.summary.iter().filter_map(value).map(plain).collect()
}

/// Without masked values, which nobody looks for.
fn text(fields: &[Field<'_>]) -> String {
    let mut text = String::new();
    for field in fields.iter().filter(|field| !field.is_masked) {
        text.extend(field.name.chars().chain(['=']).chain(field.value.chars().take(MAX_VALUE)).chain([' ']));
        if text.len() > MAX_TEXT {
            break;
        }
    }
    text
}
