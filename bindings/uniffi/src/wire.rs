//! Events in and requests out, in the bytes that UniFFI makes of them, but event by event and straight from the core's requests.
//! Gathering them first, with a copy of every text, and moving bytes one by one as UniFFI does cost more than building.

use s2s_core::dynamic::{AnyEvent, Destination};
use s2s_core::{Issues, Request, SecretPlace};
use uniffi::{Lift, Lower};

use crate::UniFfiTag;
use crate::build::{Given, NewIds, built, timestamp};
use crate::request::issues;

/// What a request takes, more or less.
pub(crate) const SIZE: usize = 1024;

/// What becomes of each event of a call: the time, where ids come from, how many events there are, and the events. Nothing where the call is
/// none.
pub(crate) fn build(destination: &Destination, mut input: &[u8]) -> Option<Vec<u8>> {
    let input = &mut input;
    let now = timestamp(lifted(input)?);
    let new_ids: NewIds = lifted(input)?;
    let count: i32 = lifted(input)?;
    new_ids.lend(|mut new_id| {
        let mut out = Vec::with_capacity(usize::try_from(count).ok()?.min(input.len()) * SIZE);
        for _ in 0..count {
            append(&mut out, built(destination, event(input)?, now, &mut new_id).as_ref());
        }
        Some(out)
    })
}

/// A typed event, or the text of one behind its length.
fn event<'i>(input: &mut &'i [u8]) -> Option<Given<'i>> {
    let is_typed: bool = lifted(input)?;
    if is_typed {
        let event: AnyEvent = lifted(input)?;
        return Some(Given::Typed(event));
    }
    let length: i32 = lifted(input)?;
    let (text, rest) = input.split_at_checked(usize::try_from(length).ok()?)?;
    *input = rest;
    Some(Given::Json(text))
}

fn lifted<T: Lift<UniFfiTag>>(input: &mut &[u8]) -> Option<T> {
    T::try_read(input).ok()
}

/// Appends what became of an event: whether it is a request, the length of what follows, and a `RequestData` or its issues.
pub(crate) fn append(out: &mut Vec<u8>, built: Result<&Request, &Issues>) {
    out.push(u8::from(built.is_ok()));
    let start = out.len();
    out.extend([0; 4]);
    match built {
        Ok(request) => append_request(out, request),
        Err(found) => Lower::<UniFfiTag>::write(issues(found.as_slice()), out),
    }
    let length = length(out.len() - start - 4);
    if let Some(place) = out.get_mut(start..start + 4) {
        place.copy_from_slice(&length);
    }
}

/// The fields of `RequestData`, in its order.
fn append_request(out: &mut Vec<u8>, request: &Request) {
    append_text(out, request.provider());
    append_text(out, request.kind());
    append_text(out, request.method().as_str());
    append_text(out, request.url());
    out.extend(length(request.headers().len()));
    for header in request.headers() {
        append_text(out, header.name());
        append_text(out, header.value());
        out.push(header.is_sensitive().into());
    }
    out.extend(length(request.body().len()));
    out.extend(request.body());
    out.extend(length(request.message_ids().len()));
    request.message_ids().iter().for_each(|id| append_text(out, id));
    Lower::<UniFfiTag>::write(issues(request.warnings()), out);
    let place = match request.secret() {
        Some(SecretPlace::Url(range)) => Some((true, range)),
        Some(SecretPlace::Body(range)) => Some((false, range)),
        _ => None,
    };
    out.push(place.is_some().into());
    if let Some((is_in_url, range)) = place {
        out.push(is_in_url.into());
        out.extend((range.start as u64).to_be_bytes());
        out.extend((range.end as u64).to_be_bytes());
    }
}

fn append_text(out: &mut Vec<u8>, text: &str) {
    out.extend(length(text.len()));
    out.extend(text.as_bytes());
}

/// What is longer does not fit into an array of Java, so that nobody ever reads this one.
fn length(length: usize) -> [u8; 4] {
    i32::try_from(length).unwrap_or(i32::MAX).to_be_bytes()
}
