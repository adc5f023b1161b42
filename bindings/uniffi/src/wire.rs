//! Events in and requests out, in the bytes that UniFFI makes of them, but event by event and straight from the core's requests.
//! Gathering them first, with a copy of every text, and moving bytes one by one as UniFFI does cost more than building.

use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::thread;

use s2s_core::delivery::{Do, Next, Report};
use s2s_core::dynamic::{AnyClient, NewId};
use s2s_core::{Issues, Request, SecretPlace, Timestamp};
use uniffi::{Lift, Lower};

use crate::UniFfiTag;
use crate::build::{NewIds, build_json, reborrowed, timestamp};
use crate::request::issues;
use crate::run::DoData;

/// What a request takes, more or less.
pub(crate) const SIZE: usize = 1024;
/// A thread costs as much as building some 20 events.
const LEAST: usize = 200;

/// What becomes of each event of a call: the time, where ids come from, how many events there are, and the events. Nothing where the call is
/// none.
pub(crate) fn build(client: &AnyClient, mut input: &[u8]) -> Option<Vec<u8>> {
    let input = &mut input;
    let now = timestamp(lifted(input)?);
    let new_ids: NewIds = lifted(input)?;
    let count: i32 = lifted(input)?;
    let events = (0..count).map(|_| event(input)).collect::<Option<Vec<_>>>()?;
    let threads = new_ids.threads();
    let size = if threads == NonZeroUsize::MIN { events.len() } else { events.len().div_ceil(threads.get()).max(LEAST) };
    let mut parts = events.chunks(size.max(1)).map(|events| Part { client, now, new_ids: new_ids.clone(), events });
    let Some(first) = parts.next() else { return Some(Vec::new()) };
    thread::scope(|scope| {
        let others: Vec<_> = parts
            .map(|part| {
                let spare = part.clone();
                // Where there is no further thread to be had, this one does the work.
                thread::Builder::new().spawn_scoped(scope, || part.build()).map_err(|_| spare)
            })
            .collect();
        let mut out = first.build()?;
        for other in others {
            let built = match other {
                Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
                Err(part) => part.build(),
            };
            out.extend_from_slice(&built?);
        }
        Some(out)
    })
}

/// Consecutive events of a call.
#[derive(Clone)]
struct Part<'c> {
    client: &'c AnyClient,
    now: Timestamp,
    new_ids: NewIds,
    events: &'c [&'c [u8]],
}

impl Part<'_> {
    fn build(self) -> Option<Vec<u8>> {
        let Self { client, now, new_ids, events } = self;
        new_ids.lend(|mut new_id| {
            let mut out = Vec::with_capacity(events.len() * SIZE);
            for event in events {
                append(&mut out, built(client, event, now, reborrowed(&mut new_id))?.as_ref());
            }
            Some(out)
        })
    }
}

/// The bytes of an event, which follow their length.
fn event<'i>(input: &mut &'i [u8]) -> Option<&'i [u8]> {
    let length: i32 = lifted(input)?;
    let (event, rest) = input.split_at_checked(usize::try_from(length).ok()?)?;
    *input = rest;
    Some(event)
}

/// Builds an event from its bytes: a flag, followed by what UniFFI makes of a typed event, or by a JSON text.
fn built(client: &AnyClient, mut event: &[u8], now: Timestamp, new_id: NewId<'_>) -> Option<Result<Request, Issues>> {
    let is_typed: bool = lifted(&mut event)?;
    if is_typed { client.build_lowered(event, now, new_id) } else { Some(build_json(client, event, now, new_id)) }
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

/// What to do next: a `NextData`.
pub(crate) fn next(next: Next) -> Vec<u8> {
    let mut out = Vec::new();
    match next {
        Next::Send { ticket, request } => {
            out.reserve(SIZE);
            out.extend(1_i32.to_be_bytes());
            out.extend(ticket.number().to_be_bytes());
            append_request(&mut out, &request);
        }
        Next::Store => out.extend(2_i32.to_be_bytes()),
        Next::WaitUntil(time) => {
            out.extend(3_i32.to_be_bytes());
            out.extend(time.unix_millis().to_be_bytes());
        }
        Next::Idle => out.extend(5_i32.to_be_bytes()),
        _ => out.extend(4_i32.to_be_bytes()),
    }
    out
}

/// What a run does next: a `DoData`.
pub(crate) fn step(next: Do, reports: &[Report]) -> Vec<u8> {
    let mut out = Vec::new();
    match next {
        Do::Send { ticket, request } => {
            out.reserve(SIZE);
            out.extend(1_i32.to_be_bytes());
            out.extend(ticket.number().to_be_bytes());
            append_request(&mut out, &request);
        }
        Do::Store { log, replaces } => {
            out.extend(2_i32.to_be_bytes());
            out.extend(length(log.len()));
            out.extend(log);
            out.push(replaces.into());
        }
        other => Lower::<UniFfiTag>::write(DoData::new(other, reports), &mut out),
    }
    out
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
    for limit in [request.max_events(), request.max_bytes()] {
        out.push(limit.is_some().into());
        out.extend(limit.into_iter().flat_map(|limit| i64::from(limit).to_be_bytes()));
    }
    out.push(request.expires().into());
}

fn append_text(out: &mut Vec<u8>, text: &str) {
    out.extend(length(text.len()));
    out.extend(text.as_bytes());
}

/// What is longer does not fit into an array of Java, so that nobody ever reads this one.
fn length(length: usize) -> [u8; 4] {
    i32::try_from(length).unwrap_or(i32::MAX).to_be_bytes()
}
