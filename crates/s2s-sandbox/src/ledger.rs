//! What the sandbox remembers of the requests that it received: the account, and what the page shows
//! of them.

use std::{collections::VecDeque, fmt::Write as _, sync::Arc};

use axum::http::{HeaderMap, Method, Uri};
use jiff::Timestamp;
use serde::Serialize;

use crate::{
    account::{Account, AccountConfig, Entry, Refusal},
    exchange::{Answer, Content, Fate, Processed},
    fault::Fault,
};

/// The requests, in order of arrival, up to the limits of the configuration.
pub(crate) struct Ledger {
    limits: AccountConfig,
    received: VecDeque<Arc<Received>>,
    /// Number of the oldest request that is kept, or of the next one.
    first: u64,
    /// Entries and bytes of all requests that are kept.
    entries: usize,
    bytes: usize,
    totals: Totals,
    /// How often it was emptied.
    emptied: u64,
}

/// Everything since it was emptied last.
#[derive(Clone, Copy, Default, Serialize)]
pub(crate) struct Totals {
    pub(crate) accepted: u64,
    pub(crate) rejected: u64,
    pub(crate) duplicate: u64,
    /// Requests that a fault kept from being processed.
    pub(crate) unprocessed: u64,
    /// Entries that are no longer kept.
    pub(crate) forgotten: u64,
}

impl Totals {
    fn entries(&self) -> u64 {
        self.accepted + self.rejected + self.duplicate
    }
}

/// A request.
pub(crate) struct Received {
    pub(crate) provider: &'static str,
    pub(crate) time: Timestamp,
    pub(crate) request: Raw,
    /// The provider's response, or that of the fault; `None` where the connection was closed
    /// instead.
    pub(crate) answer: Option<Answer>,
    /// The fault that took the place of the processing or of the response.
    pub(crate) fault: Option<Fault>,
    /// Its events or messages; none if it was not processed.
    pub(crate) items: Vec<(Entry, Kind)>,
}

/// The list of an entry.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Accepted,
    Rejected,
    Duplicate,
}

/// A request as it was sent.
pub(crate) struct Raw {
    /// The request line and the headers, a line each. The names of headers are in lower case.
    pub(crate) head: String,
    pub(crate) body: Box<[u8]>,
}

impl Raw {
    pub(crate) fn new(method: &Method, uri: &Uri, headers: &HeaderMap, body: &[u8]) -> Self {
        let mut head = format!("{method} {uri} HTTP/1.1\n");
        for (name, value) in headers {
            // Writing to a `String` cannot fail.
            let _ = writeln!(head, "{name}: {}", String::from_utf8_lossy(value.as_bytes()));
        }
        // A copy, because the original keeps the whole buffer of its connection in memory.
        Self { head, body: body.into() }
    }

    fn len(&self) -> usize {
        self.head.len() + self.body.len()
    }
}

impl Ledger {
    pub(crate) fn new(limits: AccountConfig) -> Self {
        Self { limits, received: VecDeque::new(), first: 0, entries: 0, bytes: 0, totals: Totals::default(), emptied: 0 }
    }

    /// Enters a processed request with its events, and returns its response.
    pub(crate) fn process(
        &mut self,
        provider: &'static str,
        time: Timestamp,
        request: Raw,
        processed: Processed,
        fault: Option<Fault>,
    ) -> Answer {
        let Processed { answer, items } = processed;
        let entry = |(content, fate)| {
            let (kind, total, rule, note) = match fate {
                Fate::Accepted => (Kind::Accepted, &mut self.totals.accepted, None, None),
                Fate::Changed(note) => (Kind::Accepted, &mut self.totals.accepted, None, Some(note)),
                Fate::Rejected(rule) => (Kind::Rejected, &mut self.totals.rejected, Some(rule), None),
                Fate::Duplicate(rule) => (Kind::Duplicate, &mut self.totals.duplicate, Some(rule), None),
            };
            *total += 1;
            let (parameters, identity, message) = match content {
                Content::Parameters(parameters) => (Some(parameters), None, None),
                Content::Message(identity, message) => (None, identity, Some(message)),
            };
            let entry = Entry {
                sequence: self.totals.entries(),
                provider,
                time: time.to_string(),
                parameters,
                identity,
                message,
                refusal: rule.map(|rule| Refusal { status: answer.status.as_u16(), body: answer.body.clone(), rule }),
                note,
                answer_lost: fault.is_some(),
            };
            (entry, kind)
        };
        let items = items.into_iter().map(entry).collect();
        self.enter(Received { provider, time, request, answer: Some(answer.clone()), fault, items });
        answer
    }

    /// Enters a request that a fault kept from being processed.
    pub(crate) fn skip(&mut self, provider: &'static str, time: Timestamp, request: Raw, fault: Fault, answer: Option<Answer>) {
        self.totals.unprocessed += 1;
        self.enter(Received { provider, time, request, answer, fault: Some(fault), items: Vec::new() });
    }

    /// Enters a request, and forgets the oldest ones where that is too much.
    fn enter(&mut self, received: Received) {
        self.entries += weight(&received);
        self.bytes += received.request.len();
        self.received.push_back(Arc::new(received));
        // The newest stays, whatever its size.
        while (self.entries > self.limits.max_entries || self.bytes > self.limits.max_bytes) && self.received.len() > 1 {
            let Some(oldest) = self.received.pop_front() else { break };
            self.first += 1;
            self.entries -= weight(&oldest);
            self.bytes -= oldest.request.len();
            self.totals.forgotten += oldest.items.len() as u64;
        }
    }

    /// Forgets everything. Numbers of requests go on, so that none means two.
    pub(crate) fn empty(&mut self) {
        self.first = self.end();
        self.received.clear();
        (self.entries, self.bytes, self.totals) = (0, 0, Totals::default());
        self.emptied += 1;
    }

    pub(crate) fn totals(&self) -> Totals {
        self.totals
    }

    pub(crate) fn emptied(&self) -> u64 {
        self.emptied
    }

    /// All requests that are kept, for what takes longer than the lock may be held.
    pub(crate) fn all(&self) -> Vec<Arc<Received>> {
        self.received.iter().cloned().collect()
    }

    /// A request by its number.
    pub(crate) fn get(&self, number: u64) -> Option<Arc<Received>> {
        let position = usize::try_from(number.checked_sub(self.first)?).ok()?;
        self.received.get(position).cloned()
    }

    /// The number after that of the newest request.
    pub(crate) fn end(&self) -> u64 {
        self.first + self.received.len() as u64
    }

    /// The number from which on the requests have as many lines in a list as there may be, at most.
    pub(crate) fn newest(&self, lines: usize) -> u64 {
        let mut left = lines;
        let fits = |received: &&Arc<Received>| {
            let fits = weight(received) <= left;
            left = left.saturating_sub(weight(received));
            fits
        };
        self.end() - self.received.iter().rev().take_while(fits).count() as u64
    }

    /// Requests from a number on, with their numbers, until they have enough lines in a list.
    pub(crate) fn from(&self, number: u64, lines: usize) -> Vec<(u64, Arc<Received>)> {
        let number = number.max(self.first);
        let skipped = usize::try_from(number - self.first).unwrap_or(usize::MAX);
        let mut count = 0;
        let is_wanted = |(_, received): &(u64, &Arc<Received>)| {
            let is_wanted = count < lines;
            count += weight(received);
            is_wanted
        };
        let numbered = (number..).zip(self.received.iter().skip(skipped));
        numbered.take_while(is_wanted).map(|(number, received)| (number, Arc::clone(received))).collect()
    }
}

/// The number of lines that a request has in a list. One without events counts, too: it takes
/// memory.
fn weight(received: &Received) -> usize {
    received.items.len().max(1)
}

/// The account of requests.
pub(crate) fn account(received: &[Arc<Received>], forgotten: u64) -> Account {
    let mut account = Account { forgotten, ..Account::default() };
    for (entry, kind) in received.iter().flat_map(|received| &received.items) {
        let list = match kind {
            Kind::Accepted => &mut account.accepted,
            Kind::Rejected => &mut account.rejected,
            Kind::Duplicate => &mut account.duplicates,
        };
        list.push(entry.clone());
    }
    account
}
