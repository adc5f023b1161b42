//! The log of a delivery: every change as a small record, from which everything can be restored.
//!
//! A record is its length and its CRC-32, each four bytes in little-endian order, and its content: a byte that says what it is, and fields, as
//! [`Coded`] writes them. The first record is [`Record::Start`]. Times are milliseconds of the caller's clock.

use std::borrow::Cow;

use crate::provider::spec::{Repeated, Spec};

use super::coded::{Bytes, Coded, codes, fields};
use super::key::Key;
use super::packed::{CredentialIn, Head, Renewal, RenewalEnd, Traits};
use super::report::{ReportKind, State};

/// The version of the format.
const VERSION: u64 = 1;
const FRAME: usize = 8;

/// Declares the records of a log: the byte that each begins with, and its fields in the order in which they are written.
macro_rules! records {
    ($(#[doc = $about:literal] $code:literal = $record:ident { $($field:ident: $type:ty),* $(,)? })*) => {
        /// A change.
        pub(super) enum Record<'a> {
            $(#[doc = $about] $record { $($field: $type),* },)*
        }

        impl<'a> Coded<'a> for Record<'a> {
            fn write(&self, out: &mut Vec<u8>) {
                match self {
                    $(Self::$record { $($field),* } => {
                        out.push($code);
                        $($field.write(out);)*
                    })*
                }
            }

            fn read(from: &mut Bytes<'a>) -> Option<Self> {
                Some(match from.byte()? {
                    $($code => Self::$record { $($field: Coded::read(from)?),* },)*
                    _ => return None,
                })
            }
        }
    };
}

records! {
    /// The log begins.
    0 = Start { version: u64, seed: u64 }
    /// A head that requests refer to by its number.
    1 = Head { number: u64, head: Cow<'a, Head> }
    /// An event was submitted.
    2 = Submitted { event: Submitted<'a> }
    /// Its state: before it is sent, and when it is to be sent again.
    3 = Waits { sequence: u64, tries: Tries, next_at: i64 }
    /// Events are about to be sent in one request.
    4 = Sent { sequences: Cow<'a, [u64]> }
    /// What became of an event.
    5 = Finished { sequence: u64, kind: ReportKind, reason: Cow<'a, str>, maybe_delivered: bool, attempts: u32, order: Option<i64> }
    /// Its report has arrived where it belongs.
    6 = Acknowledged { sequence: u64 }
    /// A report that is not acknowledged, in a log that begins after its event.
    7 = Reported {
        sequence: u64,
        id: Cow<'a, str>,
        destination: Cow<'a, str>,
        kind: ReportKind,
        reason: Cow<'a, str>,
        maybe_delivered: bool,
        attempts: u32,
    }
    /// What is remembered of a lane.
    8 = Lane { key: Key, last: i64, idle_since: i64 }
    /// Requests of a destination have other credentials.
    9 = Renewed { renewal: Renewal<'a> }
    /// What a destination has asked for has changed.
    10 = Asked { destination: Cow<'a, str>, provider: &'static Spec, at: i64, asked: Asked }
    /// Changes that are stored together or not at all: the contents of their records.
    11 = Together { records: Cow<'a, [Cow<'a, [u8]>]> }
}

/// An event as it was submitted.
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
    /// Maximum number of messages in its next request; 0 is as many as the settings allow.
    pub(super) max_batch: u32,
    /// Whether a response was unclear.
    pub(super) maybe_delivered: bool,
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

fields!(Submitted<'a> { sequence, id, lane, order, submitted_at, expires_at, head, tail, credential, message_ids });
fields!(Tries { attempts, counted, of_device, max_batch, maybe_delivered });
fields!(Asked { not_before, shut, slowed });
fields!(Head { destination, kind, method, url, headers, is_query, credential_in, traits, limits });
fields!(Traits { is_joinable, is_ordered, repeated });
fields!(Renewal<'a> { destination, provider, is_query, url, headers, credential, start, end });

codes!(CredentialIn { 0 = Headers, 1 = Url, 2 = Body });
codes!(Repeated { 0 = Dropped, 1 = MayCount, 2 = SaysTheSame });
codes!(ReportKind { 0 = Delivered, 1 = Duplicate, 2 = Dropped, 3 = GaveUp });

/// As [`Limits`]; a kind follows them, also where there are none.
impl<'a> Coded<'a> for RenewalEnd<'a> {
    fn write(&self, out: &mut Vec<u8>) {
        match &self.apart {
            Some(kind) => {
                self.limits.write_all(out);
                kind.write(out);
            }
            None => self.limits.write(out),
        }
    }

    fn read(from: &mut Bytes<'a>) -> Option<Self> {
        let limits = Coded::read(from)?;
        let apart = if from.0.is_empty() { None } else { Some(Coded::read(from)?) };
        Some(Self { limits, apart })
    }
}

impl<'a> Coded<'a> for Cow<'a, Head> {
    fn write(&self, out: &mut Vec<u8>) {
        (**self).write(out);
    }

    fn read(from: &mut Bytes<'a>) -> Option<Self> {
        Head::read(from).map(Cow::Owned)
    }
}

/// A state that is not open, and a time; or a 0.
impl Coded<'_> for Option<(State, i64)> {
    fn write(&self, out: &mut Vec<u8>) {
        out.push(match self {
            None => 0,
            Some((State::Silent, _)) => 2,
            Some(_) => 1,
        });
        self.iter().for_each(|(_, time)| time.write(out));
    }

    fn read(from: &mut Bytes<'_>) -> Option<Self> {
        let state = match from.byte()? {
            0 => return Some(None),
            1 => State::Refused,
            2 => State::Silent,
            _ => return None,
        };
        Some(Some((state, i64::read(from)?)))
    }
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
        if matches!(record, Record::Submitted { .. }) {
            let (count, bytes) = self.submissions;
            self.submissions = (count.saturating_add(1), bytes.saturating_add(length));
        }
    }

    /// Returns whether the log has grown by more than `least` bytes, and by more than `events` events take.
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

    /// The length of the log that is not stored yet.
    pub(super) fn len(&self) -> usize {
        self.unstored.len()
    }

    /// Makes one record of those that were appended since the log had a length, so that no crash stores a part of them.
    pub(super) fn join(&mut self, start: usize) {
        let appended = self.unstored.split_off(start);
        let (mut records, mut position) = (Vec::new(), 0);
        while let Some((content, next)) = record_at(&appended, position) {
            records.push(Cow::Borrowed(content));
            position = next;
        }
        if records.len() > 1 {
            // They were counted when they were appended.
            self.write(&Record::Together { records: records.into() });
        } else {
            self.unstored.extend_from_slice(&appended);
        }
    }

    pub(super) fn append(&mut self, record: &Record<'_>) {
        let length = self.write(record);
        self.growth.add(record, length);
    }

    /// Writes a record; returns the length of its content.
    fn write(&mut self, record: &Record<'_>) -> usize {
        let start = self.unstored.len();
        self.unstored.extend_from_slice(&[0; FRAME]);
        record.write(&mut self.unstored);
        let content = self.unstored.get(start + FRAME..).unwrap_or_default();
        let (written, length, sum) = (content.len(), u32::try_from(content.len()).unwrap_or(u32::MAX), crc32fast::hash(content));
        if let Some(frame) = self.unstored.get_mut(start..start + FRAME) {
            let (first, second) = frame.split_at_mut(FRAME / 2);
            first.copy_from_slice(&length.to_le_bytes());
            second.copy_from_slice(&sum.to_le_bytes());
        }
        written
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
        let is_read = match record {
            Record::Together { records } => records.iter().all(|own| parse(own).and_then(|record| each(record, own.len())).is_some()),
            record => each(record, content.len()).is_some(),
        };
        if !is_read {
            return Err(LogError::Damaged(position));
        }
        position = next;
    }
    // Nothing after a torn end can be read, wherever its length would have the next record begin.
    let mut behind = (position + 1..log.len()).filter_map(|start| record_at(log, start));
    if behind.any(|(content, _)| parse(content).is_some()) {
        return Err(LogError::Damaged(position));
    }
    if position == 0 && log.len() >= FRAME + 4 && !is_torn_start(log) {
        return Err(LogError::NotALog);
    }
    Ok(position)
}

/// Returns whether this is a part of a log's first record whose write was torn.
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

/// The record that is the whole of a content.
fn parse(content: &[u8]) -> Option<Record<'_>> {
    let mut fields = Bytes(content);
    let record = Record::read(&mut fields)?;
    fields.0.is_empty().then_some(record)
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use super::*;
    use crate::provider::find;
    use crate::provider::spec::Limits;
    use crate::request::{Header, Method};

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
        let head = |provider: &'static Spec, kind, method, is_query, credential_in, traits, limits| Head {
            destination: "here".into(),
            kind: provider.request_kind(kind).unwrap(),
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
        let renewal = |limits, apart: Option<&'static str>| Renewal {
            destination: "here".into(),
            provider: "adjust".into(),
            is_query: true,
            url: "https://h/e".into(),
            headers: vec![Header::public("a", "b")].into(),
            credential: b"token".into(),
            start: 200,
            end: RenewalEnd { limits, apart: apart.map(Cow::Borrowed) },
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
                    head: Cow::Owned(head(adjust, "event", Method::Get, true, CredentialIn::Url, waits, Limits::default())),
                },
                "010704686572650661646a757374056576656e74034745540b68747470733a2f2f682f65020161016200016306736563726574010101000101",
            ),
            (
                Record::Head {
                    number: 8,
                    head: Cow::Owned(head(metrix, "messages", Method::Post, false, CredentialIn::Headers, joins, Limits::default())),
                },
                "01080468657265066d6574726978086d6573736167657304504f53540b68747470733a2f2f682f65020161016200016306736563726574010000010000",
            ),
            (
                Record::Head { number: 9, head: Cow::Owned(head(metrix, "user", Method::Post, false, CredentialIn::Body, joins, limits)) },
                "01090468657265066d6574726978047573657204504f53540b68747470733a2f2f682f65020161016200016306736563726574010002010000ac0200",
            ),
            (
                Record::Submitted {
                    event: Submitted {
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
                    },
                },
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
                Record::Renewed { renewal: renewal(Limits::default(), None) },
                "0904686572650661646a757374010b68747470733a2f2f682f6501016101620005746f6b656ec801",
            ),
            (
                Record::Renewed { renewal: renewal(limits, None) },
                "0904686572650661646a757374010b68747470733a2f2f682f6501016101620005746f6b656ec801ac0200",
            ),
            (
                Record::Renewed { renewal: renewal(Limits::default(), Some("ad_revenue")) },
                "0904686572650661646a757374010b68747470733a2f2f682f6501016101620005746f6b656ec80100000a61645f726576656e7565",
            ),
            (asked(none), "0a04686572650661646a75737401000000"),
            (asked(Asked { not_before: Some(1), shut: Some((State::Refused, 2)), slowed: None }), "0a04686572650661646a757374010102010400"),
            (
                asked(Asked { not_before: None, shut: Some((State::Silent, 3)), slowed: Some((0.5, 4)) }),
                "0a04686572650661646a7573740100020601000000000000e03f08",
            ),
            (Record::Together { records: vec![b"\x06\x03".into(), b"\x06\x04".into()].into() }, "0b02020603020604"),
        ]
    }

    #[test]
    fn every_record_is_written_as_it_always_was_and_read_again() {
        for (record, expected) in every_record() {
            let mut content = Vec::new();
            record.write(&mut content);
            let hex: String = content.iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(hex, expected);
            let mut again = Vec::new();
            parse(&content).unwrap().write(&mut again);
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
