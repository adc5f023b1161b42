//! The log of a delivery: every change as a small record, from which everything can be restored.
//!
//! A record is its length and its CRC-32, each four bytes in little-endian order, and its content: a byte that tells what it is, and fields.
//! Numbers are LEB128 (those that may be negative in zigzag), texts and bytes stand behind their length. The first record is
//! [`Record::Start`]. Times are milliseconds of the caller's clock.

use std::borrow::Cow;
use std::num::NonZeroU32;

use crate::provider::find;
use crate::provider::spec::{Limits, Repeated, Spec};
use crate::request::{Header, Method};

use super::lane::Key;
use super::packed::{Head, Part, Renewal, Traits};
use super::report::{ReportKind, State};

/// The version of the format.
const VERSION: u64 = 1;
const FRAME: usize = 8;

/// A change.
pub(super) enum Record<'a> {
    /// The log begins.
    Start { version: u64, seed: u64 },
    /// A head that requests refer to by its number.
    Head { number: u64, head: Cow<'a, Head> },
    /// An event was submitted.
    Submitted(Submitted<'a>),
    /// Its state: before it is sent, and when it is to be sent again.
    Waits { sequence: u64, tries: Tries, next_at: i64 },
    /// Events are about to be sent in one request.
    Sent { sequences: Cow<'a, [u64]> },
    /// What became of an event.
    Finished { sequence: u64, kind: ReportKind, reason: Cow<'a, str>, maybe_delivered: bool, attempts: u32, order: Option<i64> },
    /// Its report has arrived where it belongs.
    Acknowledged { sequence: u64 },
    /// A report that is not acknowledged, in a log that begins behind its event.
    Reported {
        sequence: u64,
        id: Cow<'a, str>,
        destination: Cow<'a, str>,
        kind: ReportKind,
        reason: Cow<'a, str>,
        maybe_delivered: bool,
        attempts: u32,
    },
    /// What is remembered of a lane.
    Lane { key: Key, last: i64, idle_since: i64 },
    /// Requests of a destination have other credentials.
    Renewed(Renewal<'a>),
    /// What a destination has asked for has changed.
    Asked { destination: Cow<'a, str>, provider: &'static Spec, at: i64, asked: Asked },
}

/// What a destination has asked for: a pause, no requests for a while, fewer requests.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Asked {
    pub(super) not_before: Option<i64>,
    /// Its state where it is not open, and when a request may try it.
    pub(super) shut: Option<(State, i64)>,
    /// Its rate after a 429, and when that came.
    pub(super) slowed: Option<(f64, i64)>,
}

impl Asked {
    /// The same with other times.
    pub(super) fn at(self, time: impl Fn(i64) -> i64) -> Self {
        Self {
            not_before: self.not_before.map(&time),
            shut: self.shut.map(|(state, probe_at)| (state, time(probe_at))),
            slowed: self.slowed.map(|(rate, slowed_at)| (rate, time(slowed_at))),
        }
    }
}

pub(super) struct Submitted<'a> {
    pub(super) sequence: u64,
    pub(super) id: Cow<'a, str>,
    pub(super) lane: Key,
    pub(super) order: i64,
    pub(super) submitted_at: i64,
    pub(super) expires_at: i64,
    pub(super) head: u64,
    pub(super) tail: Cow<'a, [u8]>,
    pub(super) credential: (u32, u32),
    pub(super) message_ids: Cow<'a, [String]>,
}

/// How often an event was tried.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tries {
    /// How often it was sent.
    pub(super) attempts: u32,
    /// How often that counts.
    pub(super) counted: u32,
    /// How often the provider did not know its device.
    pub(super) of_device: u32,
    /// So many messages may its next request hold; 0 is as many as the settings allow.
    pub(super) max_batch: u32,
    /// Whether an answer was unclear.
    pub(super) maybe_delivered: bool,
}

/// The log that is not stored yet.
pub(super) struct Journal {
    unstored: Vec<u8>,
    pub(super) growth: Growth,
}

/// How the log has grown since its last snapshot.
#[derive(Default)]
pub(super) struct Growth {
    bytes: u64,
    /// The number of submissions, and their bytes: what an event takes in a snapshot.
    submissions: (u64, u64),
}

impl Growth {
    /// Counts a record of that length.
    pub(super) fn add(&mut self, record: &Record<'_>, length: usize) {
        let length = u64::try_from(length + FRAME).unwrap_or(u64::MAX);
        self.bytes = self.bytes.saturating_add(length);
        if matches!(record, Record::Submitted(_)) {
            let (count, bytes) = self.submissions;
            self.submissions = (count.saturating_add(1), bytes.saturating_add(length));
        }
    }

    /// Returns whether the log has grown by more than `least`, and by more than so many events take.
    pub(super) fn is_worth_a_snapshot(&self, least: u64, events: usize) -> bool {
        let (count, bytes) = self.submissions;
        let each = bytes.checked_div(count).unwrap_or_default();
        self.bytes > least.max(each.saturating_mul(u64::try_from(events).unwrap_or(u64::MAX)))
    }

    /// Begins to count anew, after a snapshot.
    pub(super) fn reset(&mut self) {
        self.bytes = 0;
    }
}

impl Journal {
    /// A log from its beginning.
    pub(super) fn begin(seed: u64) -> Self {
        let mut journal = Self::proceed();
        journal.append(&Record::Start { version: VERSION, seed });
        journal
    }

    /// A log that goes on.
    pub(super) fn proceed() -> Self {
        Self { unstored: Vec::new(), growth: Growth::default() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.unstored.is_empty()
    }

    pub(super) fn take(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.unstored)
    }

    /// Puts back what could not be stored.
    pub(super) fn put_back(&mut self, mut log: Vec<u8>) {
        log.append(&mut self.unstored);
        self.unstored = log;
    }

    pub(super) fn append(&mut self, record: &Record<'_>) {
        let start = self.unstored.len();
        self.unstored.extend_from_slice(&[0; FRAME]);
        write(record, &mut self.unstored);
        let content = self.unstored.get(start + FRAME..).unwrap_or_default();
        let (length, sum) = (u32::try_from(content.len()).unwrap_or(u32::MAX), crc32fast::hash(content));
        self.growth.add(record, content.len());
        if let Some(frame) = self.unstored.get_mut(start..start + FRAME) {
            let (first, second) = frame.split_at_mut(FRAME / 2);
            first.copy_from_slice(&length.to_le_bytes());
            second.copy_from_slice(&sum.to_le_bytes());
        }
    }
}

/// Why a log cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum LogError {
    /// It does not begin as a log does.
    NotALog,
    /// It was written by a version of this library that this one does not know.
    Version(u64),
    /// A record is damaged at this position, and others follow: it is not the torn end of a write.
    Damaged(usize),
}

impl std::fmt::Display for LogError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotALog => f.write_str("this is not the log of a delivery"),
            Self::Version(version) => write!(f, "the log has the version {version}, which is not known here"),
            Self::Damaged(position) => write!(f, "the log is damaged at byte {position}"),
        }
    }
}

impl std::error::Error for LogError {}

/// Reads a log record by record; returns how many bytes of it are whole. The rest is the torn end of a write that was never confirmed.
pub(super) fn read(log: &[u8], mut each: impl FnMut(Record<'_>, usize) -> Option<()>) -> Result<usize, LogError> {
    let mut position = 0;
    while let Some((content, next)) = record_at(log, position) {
        let record = parse(content).ok_or(LogError::Damaged(position))?;
        match &record {
            Record::Start { version, .. } if *version != VERSION => return Err(LogError::Version(*version)),
            Record::Start { .. } => {}
            _ if position == 0 => return Err(LogError::NotALog),
            _ => {}
        }
        each(record, content.len()).ok_or(LogError::Damaged(position))?;
        position = next;
    }
    // Behind a torn end there is nothing that can be read, wherever its length would have the next record begin.
    let mut behind = (position + 1..log.len()).filter_map(|start| record_at(log, start));
    if behind.any(|(content, _)| parse(content).is_some()) {
        return Err(LogError::Damaged(position));
    }
    if position == 0 && log.len() >= FRAME + 4 && !is_torn_start(log) {
        return Err(LogError::NotALog);
    }
    Ok(position)
}

/// Whether this is a part of a log's first record, of which the write was torn.
fn is_torn_start(log: &[u8]) -> bool {
    // The kind, the version and the seed.
    const LONGEST: usize = 1 + 10 + 10;
    log.get(FRAME) == Some(&0) && length_at(log, 0).is_some_and(|end| end > log.len() && end <= FRAME + LONGEST)
}

/// Where the record at a position ends, as its length has it.
fn length_at(log: &[u8], position: usize) -> Option<usize> {
    let length = u32::from_le_bytes(log.get(position..position.checked_add(4)?)?.try_into().ok()?);
    position.checked_add(FRAME)?.checked_add(usize::try_from(length).ok()?)
}

/// The content of the record at a position, if it is whole, and where the next one begins.
fn record_at(log: &[u8], position: usize) -> Option<(&[u8], usize)> {
    let next = length_at(log, position)?;
    let content = log.get(position + FRAME..next)?;
    let sum = u32::from_le_bytes(log.get(position + 4..position + FRAME)?.try_into().ok()?);
    // No record is empty; a file that was cut off may end in zeros.
    (!content.is_empty() && crc32fast::hash(content) == sum).then_some((content, next))
}

fn write(record: &Record<'_>, out: &mut Vec<u8>) {
    match record {
        Record::Start { version, seed } => {
            out.push(0);
            number(out, *version);
            number(out, *seed);
        }
        Record::Head { number: own, head } => {
            out.push(1);
            number(out, *own);
            bytes(out, head.destination.as_bytes());
            bytes(out, head.provider.name.as_bytes());
            bytes(out, head.kind.as_bytes());
            bytes(out, head.method.as_str().as_bytes());
            bytes(out, head.url.as_bytes());
            headers(out, &head.headers);
            out.push(u8::from(head.is_query));
            out.push(match head.credential_in {
                None => 0,
                Some(Part::Url) => 1,
                Some(Part::Body) => 2,
            });
            let Traits { is_joinable, is_ordered, repeated } = head.traits;
            out.extend([is_joinable, is_ordered, repeated == Repeated::MayCount].map(u8::from));
            limits(out, head.limits);
        }
        Record::Submitted(own) => {
            out.push(2);
            number(out, own.sequence);
            bytes(out, own.id.as_bytes());
            out.extend_from_slice(&own.lane.to_le_bytes());
            signed(out, own.order);
            signed(out, own.submitted_at);
            signed(out, own.expires_at);
            number(out, own.head);
            bytes(out, &own.tail);
            number(out, u64::from(own.credential.0));
            number(out, u64::from(own.credential.1));
            number(out, own.message_ids.len() as u64);
            own.message_ids.iter().for_each(|id| bytes(out, id.as_bytes()));
        }
        Record::Waits { sequence, tries, next_at } => {
            out.push(3);
            number(out, *sequence);
            for count in [tries.attempts, tries.counted, tries.of_device, tries.max_batch] {
                number(out, u64::from(count));
            }
            out.push(u8::from(tries.maybe_delivered));
            signed(out, *next_at);
        }
        Record::Sent { sequences } => {
            out.push(4);
            number(out, sequences.len() as u64);
            sequences.iter().for_each(|sequence| number(out, *sequence));
        }
        Record::Finished { sequence, kind, reason, maybe_delivered, attempts, order } => {
            out.push(5);
            number(out, *sequence);
            end(out, *kind, reason, *maybe_delivered, *attempts);
            out.push(u8::from(order.is_some()));
            order.iter().for_each(|order| signed(out, *order));
        }
        Record::Acknowledged { sequence } => {
            out.push(6);
            number(out, *sequence);
        }
        Record::Reported { sequence, id, destination, kind, reason, maybe_delivered, attempts } => {
            out.push(7);
            number(out, *sequence);
            bytes(out, id.as_bytes());
            bytes(out, destination.as_bytes());
            end(out, *kind, reason, *maybe_delivered, *attempts);
        }
        Record::Lane { key, last, idle_since } => {
            out.push(8);
            out.extend_from_slice(&key.to_le_bytes());
            signed(out, *last);
            signed(out, *idle_since);
        }
        Record::Renewed(own) => {
            out.push(9);
            bytes(out, own.destination.as_bytes());
            bytes(out, own.provider.as_bytes());
            out.push(u8::from(own.is_query));
            bytes(out, own.url.as_bytes());
            headers(out, &own.headers);
            bytes(out, &own.credential);
            number(out, u64::from(own.start));
            limits(out, own.limits);
        }
        Record::Asked { destination, provider, at, asked: Asked { not_before, shut, slowed } } => {
            out.push(10);
            bytes(out, destination.as_bytes());
            bytes(out, provider.name.as_bytes());
            signed(out, *at);
            out.push(u8::from(not_before.is_some()));
            not_before.iter().for_each(|time| signed(out, *time));
            out.push(match shut {
                None => 0,
                Some((State::Silent, _)) => 2,
                Some(_) => 1,
            });
            shut.iter().for_each(|(_, probe_at)| signed(out, *probe_at));
            out.push(u8::from(slowed.is_some()));
            if let Some((rate, slowed_at)) = slowed {
                out.extend_from_slice(&rate.to_le_bytes());
                signed(out, *slowed_at);
            }
        }
    }
}

fn end(out: &mut Vec<u8>, kind: ReportKind, reason: &str, maybe_delivered: bool, attempts: u32) {
    out.push(match kind {
        ReportKind::Delivered => 0,
        ReportKind::Duplicate => 1,
        ReportKind::Dropped => 2,
        ReportKind::GaveUp => 3,
    });
    bytes(out, reason.as_bytes());
    out.push(u8::from(maybe_delivered));
    number(out, u64::from(attempts));
}

fn headers(out: &mut Vec<u8>, headers: &[Header]) {
    number(out, headers.len() as u64);
    for header in headers {
        bytes(out, header.name().as_bytes());
        bytes(out, header.value().as_bytes());
        out.push(u8::from(header.is_sensitive()));
    }
}

/// Limits that are set, at the end of a record: logs of versions that did not have them end before.
fn limits(out: &mut Vec<u8>, limits: Limits) {
    if limits != Limits::default() {
        [limits.max_events, limits.max_bytes].iter().for_each(|limit| number(out, limit.map_or(0, |limit| limit.get().into())));
    }
}

fn number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn signed(out: &mut Vec<u8>, own: i64) {
    number(out, ((own << 1) ^ (own >> 63)) as u64);
}

fn bytes(out: &mut Vec<u8>, own: &[u8]) {
    number(out, own.len() as u64);
    out.extend_from_slice(own);
}

fn parse(content: &[u8]) -> Option<Record<'_>> {
    let mut fields = Fields(content);
    let record = match fields.byte()? {
        0 => Record::Start { version: fields.number()?, seed: fields.number()? },
        1 => Record::Head { number: fields.number()?, head: Cow::Owned(fields.head()?) },
        2 => Record::Submitted(Submitted {
            sequence: fields.number()?,
            id: fields.text()?.into(),
            lane: fields.key()?,
            order: fields.signed()?,
            submitted_at: fields.signed()?,
            expires_at: fields.signed()?,
            head: fields.number()?,
            tail: fields.bytes()?.into(),
            credential: (fields.count()?, fields.count()?),
            message_ids: fields.list(|fields| fields.text().map(str::to_owned))?.into(),
        }),
        3 => Record::Waits {
            sequence: fields.number()?,
            tries: Tries {
                attempts: fields.count()?,
                counted: fields.count()?,
                of_device: fields.count()?,
                max_batch: fields.count()?,
                maybe_delivered: fields.truth()?,
            },
            next_at: fields.signed()?,
        },
        4 => Record::Sent { sequences: fields.list(Fields::number)?.into() },
        5 => {
            let sequence = fields.number()?;
            let (kind, reason, maybe_delivered, attempts) = fields.end()?;
            let order = if fields.truth()? { Some(fields.signed()?) } else { None };
            Record::Finished { sequence, kind, reason: reason.into(), maybe_delivered, attempts, order }
        }
        6 => Record::Acknowledged { sequence: fields.number()? },
        7 => {
            let (sequence, id, destination) = (fields.number()?, fields.text()?, fields.text()?);
            let (kind, reason, maybe_delivered, attempts) = fields.end()?;
            Record::Reported {
                sequence,
                id: id.into(),
                destination: destination.into(),
                kind,
                reason: reason.into(),
                maybe_delivered,
                attempts,
            }
        }
        8 => Record::Lane { key: fields.key()?, last: fields.signed()?, idle_since: fields.signed()? },
        9 => Record::Renewed(Renewal {
            destination: fields.text()?.into(),
            provider: fields.text()?.into(),
            is_query: fields.truth()?,
            url: fields.text()?.into(),
            headers: fields.list(Fields::header)?.into(),
            credential: fields.bytes()?.into(),
            start: fields.count()?,
            limits: fields.limits()?,
        }),
        10 => Record::Asked {
            destination: fields.text()?.into(),
            provider: fields.provider()?,
            at: fields.signed()?,
            asked: Asked {
                not_before: if fields.truth()? { Some(fields.signed()?) } else { None },
                shut: match fields.byte()? {
                    0 => None,
                    1 => Some((State::Refused, fields.signed()?)),
                    2 => Some((State::Silent, fields.signed()?)),
                    _ => return None,
                },
                slowed: if fields.truth()? { Some((fields.rate()?, fields.signed()?)) } else { None },
            },
        },
        _ => return None,
    };
    fields.0.is_empty().then_some(record)
}

/// The fields of a record that are not read yet.
struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn truth(&mut self) -> Option<bool> {
        match self.byte()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn count(&mut self) -> Option<u32> {
        self.number()?.try_into().ok()
    }

    fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1) as i64 ^ -((number & 1) as i64))
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?.try_into().ok()?;
        self.take(length)
    }

    fn text(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.bytes()?).ok()
    }

    fn key(&mut self) -> Option<Key> {
        Some(Key::from_le_bytes(self.take(16)?.try_into().ok()?))
    }

    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let length = self.number()?;
        // Nothing is reserved for a length that nobody has checked.
        (0..length).map(|_| item(self)).collect()
    }

    fn header(&mut self) -> Option<Header> {
        Some(Header::restored(self.text()?.to_owned(), self.text()?.to_owned(), self.truth()?))
    }

    fn provider(&mut self) -> Option<&'static Spec> {
        find(self.text()?)
    }

    fn rate(&mut self) -> Option<f64> {
        Some(f64::from_le_bytes(self.take(8)?.try_into().ok()?)).filter(|rate| rate.is_finite() && *rate > 0.0)
    }

    fn head(&mut self) -> Option<Head> {
        let destination = self.text()?.into();
        let provider = self.provider()?;
        let kind = self.text()?;
        let method = self.text()?;
        Some(Head {
            destination,
            provider,
            kind: provider.request_kind(kind)?,
            method: [Method::Get, Method::Post].into_iter().find(|known| known.as_str() == method)?,
            url: self.text()?.into(),
            headers: self.list(Self::header)?.into(),
            is_query: self.truth()?,
            credential_in: match self.byte()? {
                0 => None,
                1 => Some(Part::Url),
                2 => Some(Part::Body),
                _ => return None,
            },
            traits: Traits {
                is_joinable: self.truth()?,
                is_ordered: self.truth()?,
                repeated: if self.truth()? { Repeated::MayCount } else { Repeated::Dropped },
            },
            limits: self.limits()?,
        })
    }

    fn limits(&mut self) -> Option<Limits> {
        if self.0.is_empty() {
            return Some(Limits::default());
        }
        Some(Limits { max_events: NonZeroU32::new(self.count()?), max_bytes: NonZeroU32::new(self.count()?) })
    }

    fn end(&mut self) -> Option<(ReportKind, String, bool, u32)> {
        let kind = match self.byte()? {
            0 => ReportKind::Delivered,
            1 => ReportKind::Duplicate,
            2 => ReportKind::Dropped,
            3 => ReportKind::GaveUp,
            _ => return None,
        };
        Some((kind, self.text()?.to_owned(), self.truth()?, self.count()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A log of some records, and where they begin.
    fn log() -> (Vec<u8>, Vec<usize>) {
        let mut journal = Journal::begin(7);
        let mut starts = vec![0];
        for sequence in 11..16 {
            starts.push(journal.unstored.len());
            journal.append(&Record::Acknowledged { sequence });
        }
        (journal.unstored, starts)
    }

    fn read_to(log: &[u8]) -> Result<usize, LogError> {
        read(log, |_, _| Some(()))
    }

    #[test]
    fn a_log_may_end_anywhere() {
        let (log, mut starts) = log();
        starts.push(log.len());
        for end in 0..=log.len() {
            let whole = starts.iter().copied().filter(|start| *start <= end).max().unwrap();
            assert_eq!(read_to(&log[..end]), Ok(whole), "{end}");
            if whole > 0 {
                assert_eq!(read_to(&[&log[..end], &[0; 20]].concat()), Ok(whole), "{end}, and zeros");
            }
        }
    }

    #[test]
    fn a_flipped_bit_before_whole_records_is_not_a_torn_end() {
        let (log, starts) = log();
        let last = *starts.last().unwrap();
        for position in 0..last {
            for bit in 0..8 {
                let mut damaged = log.clone();
                damaged[position] ^= 1 << bit;
                let own = starts.iter().copied().filter(|start| *start <= position).max().unwrap();
                assert_eq!(read_to(&damaged), Err(LogError::Damaged(own)), "bit {bit} of byte {position}");
            }
        }
    }

    /// A record of each kind, and its content as it has always been written.
    fn every_record() -> Vec<(Record<'static>, &'static str)> {
        let adjust = find("adjust").unwrap();
        let metrix = find("metrix").unwrap();
        let head = |provider, kind, method, is_query, credential_in, traits, limits| Head {
            destination: "here".into(),
            provider,
            kind,
            method,
            url: "https://h/e".into(),
            headers: vec![Header::public("a", "b"), Header::sensitive("c", "secret")].into(),
            is_query,
            credential_in,
            traits,
            limits,
        };
        let waits = Traits { is_joinable: false, is_ordered: true, repeated: Repeated::MayCount };
        let joins = Traits { is_joinable: true, is_ordered: false, repeated: Repeated::Dropped };
        let limits = Limits { max_events: NonZeroU32::new(300), max_bytes: None };
        let renewal = |limits| Renewal {
            destination: "here".into(),
            provider: "adjust".into(),
            is_query: true,
            url: "https://h/e".into(),
            headers: vec![Header::public("a", "b")].into(),
            credential: b"token".into(),
            start: 200,
            limits,
        };
        let asked = |asked| Record::Asked { destination: "here".into(), provider: adjust, at: -1, asked };
        let none = Asked::default();
        let finished =
            |kind, order| Record::Finished { sequence: 300, kind, reason: "why".into(), maybe_delivered: true, attempts: 200, order };
        vec![
            (Record::Start { version: VERSION, seed: u64::MAX }, "0001ffffffffffffffffff01"),
            (
                Record::Head {
                    number: 7,
                    head: Cow::Owned(head(adjust, "event", Method::Get, true, Some(Part::Url), waits, Limits::default())),
                },
                "010704686572650661646a757374056576656e74034745540b68747470733a2f2f682f65020161016200016306736563726574010101000101",
            ),
            (
                Record::Head { number: 8, head: Cow::Owned(head(metrix, "messages", Method::Post, false, None, joins, Limits::default())) },
                "01080468657265066d6574726978086d6573736167657304504f53540b68747470733a2f2f682f65020161016200016306736563726574010000010000",
            ),
            (
                Record::Head { number: 9, head: Cow::Owned(head(metrix, "user", Method::Post, false, Some(Part::Body), joins, limits)) },
                "01090468657265066d6574726978047573657204504f53540b68747470733a2f2f682f65020161016200016306736563726574010002010000ac0200",
            ),
            (
                Record::Submitted(Submitted {
                    sequence: 1,
                    id: "the id".into(),
                    lane: 0x0102_0304_0506_0708_090a_0b0c_0d0e_0f10,
                    order: i64::MIN,
                    submitted_at: 1_795_176_000_000,
                    expires_at: i64::MAX,
                    head: 128,
                    tail: b"a=b".into(),
                    credential: (2, 129),
                    message_ids: vec!["one".to_owned(), String::new()].into(),
                }),
                "020106746865206964100f0e0d0c0b0a090807060504030201ffffffffffffffffff0180a89f8dbf68feffffffffffffffff01800103613d6202810102036f6e6500",
            ),
            (
                Record::Waits {
                    sequence: 2,
                    tries: Tries { attempts: 1, counted: 2, of_device: 3, max_batch: u32::MAX, maybe_delivered: true },
                    next_at: -64,
                },
                "0302010203ffffffff0f017f",
            ),
            (Record::Sent { sequences: vec![1, 1 << 40].into() }, "040201808080808020"),
            (finished(ReportKind::Delivered, Some(-5)), "05ac02000377687901c8010109"),
            (finished(ReportKind::Duplicate, None), "05ac02010377687901c80100"),
            (finished(ReportKind::Dropped, Some(0)), "05ac02020377687901c8010100"),
            (finished(ReportKind::GaveUp, None), "05ac02030377687901c80100"),
            (Record::Acknowledged { sequence: 3 }, "0603"),
            (
                Record::Reported {
                    sequence: 4,
                    id: "the id".into(),
                    destination: "here".into(),
                    kind: ReportKind::GaveUp,
                    reason: "why".into(),
                    maybe_delivered: false,
                    attempts: 0,
                },
                "070406746865206964046865726503037768790000",
            ),
            (Record::Lane { key: 1 << 127, last: 5, idle_since: -5 }, "08000000000000000000000000000000800a09"),
            (
                Record::Renewed(renewal(Limits::default())),
                "0904686572650661646a757374010b68747470733a2f2f682f6501016101620005746f6b656ec801",
            ),
            (Record::Renewed(renewal(limits)), "0904686572650661646a757374010b68747470733a2f2f682f6501016101620005746f6b656ec801ac0200"),
            (asked(none), "0a04686572650661646a75737401000000"),
            (asked(Asked { not_before: Some(1), shut: Some((State::Refused, 2)), slowed: None }), "0a04686572650661646a757374010102010400"),
            (
                asked(Asked { not_before: None, shut: Some((State::Silent, 3)), slowed: Some((0.5, 4)) }),
                "0a04686572650661646a7573740100020601000000000000e03f08",
            ),
        ]
    }

    #[test]
    fn every_record_is_written_as_it_always_was_and_read_again() {
        for (record, expected) in every_record() {
            let mut content = Vec::new();
            write(&record, &mut content);
            let hex: String = content.iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(hex, expected);
            let mut again = Vec::new();
            write(&parse(&content).unwrap(), &mut again);
            assert_eq!(again, content, "{expected}");
        }
    }

    #[test]
    fn a_torn_write_that_was_not_cut_off_hides_nothing_that_was_written_behind_it() {
        let (log, starts) = log();
        let (before, behind) = log.split_at(starts[2]);
        for length in 1..starts[3] - starts[2] {
            let kept = [before, &behind[..length], behind].concat();
            assert_eq!(read_to(&kept), Err(LogError::Damaged(starts[2])), "{length}");
        }
    }
}
