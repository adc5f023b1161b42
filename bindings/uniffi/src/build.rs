//! What is built, with what, and what becomes of it.

use std::num::NonZeroUsize;
use std::sync::{LazyLock, Mutex};
use std::thread;

use s2s_core::binding::{AnyEvent, AnyMessages};
use s2s_core::dynamic::{AnyClient, NewId};
use s2s_core::{Issues, Request, Timestamp};
use s2s_jsonl::Jsonl;

use crate::request::{IssueData, RequestData, issues};

/// Events, and what the core takes as arguments.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct BuildCall {
    events: Vec<EventData>,
    now_millis: i64,
    new_ids: NewIds,
}

/// An event.
#[derive(uniffi::Enum)]
#[uniffi::export(Debug)]
#[expect(clippy::large_enum_variant, reason = "most events are typed, and each is built as soon as it is read")]
pub enum EventData {
    /// A typed one.
    Typed {
        /// The event.
        event: AnyEvent,
    },
    /// The JSON text of one that names its provider and kind.
    Json {
        /// The text, in UTF-8.
        text: Vec<u8>,
    },
}

/// Where a message without an id gets one from.
#[derive(Clone, uniffi::Enum)]
#[uniffi::export(Debug)]
pub enum NewIds {
    /// Nowhere: it is an issue.
    None,
    /// A random UUID.
    Random,
    /// These, one for each message.
    Given {
        /// The ids.
        ids: Vec<String>,
    },
}

/// Several messages of one user.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct MessagesCall {
    messages: MessagesData,
    now_millis: i64,
    new_ids: NewIds,
}

/// The messages.
#[derive(uniffi::Enum)]
#[uniffi::export(Debug)]
#[expect(clippy::large_enum_variant, reason = "a request is built as soon as its messages are read")]
pub enum MessagesData {
    /// Typed ones.
    Typed {
        /// The messages, and what they have in common.
        messages: AnyMessages,
    },
    /// JSON texts: an object, and an array of messages that name their kind.
    Json {
        /// Whose they are.
        identity: String,
        /// The messages.
        messages: String,
    },
}

/// How lines of events are built.
#[derive(uniffi::Record)]
#[uniffi::export(Debug)]
pub struct LinesCall {
    now_millis: i64,
    new_ids: NewIds,
    shows_secrets: bool,
}

/// What became of an event.
#[derive(uniffi::Enum)]
#[uniffi::export(Debug)]
#[expect(clippy::large_enum_variant, reason = "nearly every event becomes a request")]
pub enum Built {
    /// Its request.
    Request {
        /// The request.
        request: RequestData,
    },
    /// Everything that is wrong with it.
    Issues {
        /// The issues.
        issues: Vec<IssueData>,
    },
}

crate::redacted_debug!(BuildCall);
crate::redacted_debug!(EventData);
crate::redacted_debug!(NewIds);
crate::redacted_debug!(MessagesCall);
crate::redacted_debug!(MessagesData);
crate::redacted_debug!(LinesCall);
crate::redacted_debug!(Built);

impl From<Result<Request, Issues>> for Built {
    fn from(built: Result<Request, Issues>) -> Self {
        match built {
            Ok(request) => Self::Request { request: (&request).into() },
            Err(found) => Self::Issues { issues: issues(found.as_slice()) },
        }
    }
}

impl BuildCall {
    /// Builds every event, in their order.
    pub(crate) fn run(self, client: &AnyClient) -> Vec<Built> {
        let Self { events, now_millis, new_ids } = self;
        let now = timestamp(now_millis);
        new_ids.lend(|mut new_id| {
            let mut build = |event| match event {
                EventData::Typed { event } => client.build_typed(event, now, reborrowed(&mut new_id)),
                EventData::Json { text } => build_json(client, &text, now, reborrowed(&mut new_id)),
            };
            events.into_iter().map(|event| build(event).into()).collect()
        })
    }
}

/// Builds the event in a JSON text.
pub(crate) fn build_json(client: &AnyClient, text: &[u8], now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues> {
    panic_if_asked(text);
    client.build(text, now, new_id)
}

/// Lends an id source to one event of several.
pub(crate) fn reborrowed<'n>(new_id: &'n mut NewId<'_>) -> NewId<'n> {
    new_id.as_mut().map(|new_id| &mut **new_id as &mut dyn FnMut() -> String)
}

impl MessagesCall {
    /// Builds one request of all messages.
    pub(crate) fn run(self, client: &AnyClient) -> Built {
        self.built(client).into()
    }

    /// The same, as the core gives it.
    pub(crate) fn built(self, client: &AnyClient) -> Result<Request, Issues> {
        let Self { messages, now_millis, new_ids } = self;
        let now = timestamp(now_millis);
        new_ids.lend(|new_id| match messages {
            MessagesData::Typed { messages } => client.messages_typed(messages, now, new_id),
            MessagesData::Json { identity, messages } => client.messages(&identity, &messages, now, new_id),
        })
    }
}

impl LinesCall {
    /// Builds every line.
    pub(crate) fn run(self, client: &AnyClient, lines: &[u8]) -> Vec<u8> {
        let Self { now_millis, new_ids, shows_secrets } = self;
        let threads = new_ids.threads();
        let mut out = Vec::with_capacity(2 * lines.len());
        let jsonl = Jsonl { first: 1, shows_secrets, threads };
        let now = timestamp(now_millis);
        match new_ids {
            NewIds::None => jsonl.build(client, lines, now, None, &mut out),
            NewIds::Random => jsonl.build(client, lines, now, Some(&random_id), &mut out),
            NewIds::Given { ids } => {
                let ids = Mutex::new(ids.into_iter());
                let next = || ids.lock().ok().and_then(|mut ids| ids.next()).unwrap_or_default();
                jsonl.build(client, lines, now, Some(&next), &mut out)
            }
        };
        out
    }
}

impl NewIds {
    /// Maximum number of threads that build: given ids go to messages in the order of the events, which several threads would not keep.
    pub(crate) fn threads(&self) -> NonZeroUsize {
        /// To ask for it reads files, which costs more than building several events.
        static CORES: LazyLock<NonZeroUsize> = LazyLock::new(|| thread::available_parallelism().unwrap_or(NonZeroUsize::MIN));
        if matches!(self, Self::Given { .. }) { NonZeroUsize::MIN } else { *CORES }
    }

    /// Lets `build` make ids. Where there are fewer than messages, the others get an empty one, which is an issue.
    pub(crate) fn lend<T>(self, build: impl FnOnce(NewId<'_>) -> T) -> T {
        match self {
            Self::None => build(None),
            Self::Random => build(Some(&mut random_id)),
            Self::Given { ids } => {
                let mut ids = ids.into_iter();
                build(Some(&mut || ids.next().unwrap_or_default()))
            }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the core takes ids as arguments; the language's edge has a default")]
fn random_id() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// A point in time, or the nearest one that has a year of four digits.
pub(crate) fn timestamp(unix_millis: i64) -> Timestamp {
    Timestamp::from_unix_millis(unix_millis).unwrap_or(if unix_millis < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// In a library that is built for tests: what becomes of a fault.
#[cfg(feature = "panics")]
#[expect(clippy::panic, reason = "the packages' tests ask for it")]
fn panic_if_asked(text: &[u8]) {
    if text == b"panic" {
        panic!("asked to");
    }
}

#[cfg(not(feature = "panics"))]
fn panic_if_asked(_: &[u8]) {}
