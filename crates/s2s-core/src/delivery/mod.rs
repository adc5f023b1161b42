//! What to send next: a queue of requests that keeps the order of events, repeats what has to be repeated, and loses nothing.
//!
//! A [`Delivery`] does no I/O. [`Delivery::poll`] returns what to do; [`Delivery::submit`], [`Delivery::on_response`] and
//! [`Delivery::on_no_response`] take what has happened. Every event that was submitted ends with one [`Report`].
//!
//! ```
//! use s2s_core::delivery::{Config, Delivery, Next, ReportKind, Submission};
//! use s2s_core::{Adjust, Response, Timestamp, adjust};
//!
//! let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap_or(Timestamp::MIN);
//! let adjust = Adjust::new(adjust::Config::builder().app_token("4w565xzmb54d").build())?;
//! let event = adjust::Event::builder().event_token("f0ob4r").idfv("59E27F41-A86B-4560-B585-63161F871C4B").build();
//!
//! let mut delivery = Delivery::new(&Config::default(), 7)?;
//! delivery.submit(Submission::new("order-1", adjust.event(&event, now)?), now)?;
//! while let Next::Send { ticket, request } = delivery.poll(now) {
//!     assert_eq!(request.url(), "https://s2s.adjust.com/event"); // Send it with the HTTP client that you have.
//!     delivery.on_response(ticket, &Response::new(200, [("content-type", "text/plain")], "OK"), now);
//! }
//! let reports = delivery.take_reports();
//! assert_eq!((&*reports[0].id, reports[0].kind), ("order-1", ReportKind::Delivered));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Lanes
//! Events of one lane leave one after the other, in their order; different lanes leave side by side.
//! - Adjust's events: those of an app, an event token and a device, by their time, because Adjust refuses an event that is older than the last one.
//!   The device is its first identifier in the order of [`Event`](crate::adjust::Event)'s parameters: events that name the same device by
//!   different identifiers are in different lanes, unless [`Submission::lane`] says better. An event that is older than one that was delivered is
//!   reported as dropped and not sent, but not in a lane that [`Submission::lane`] names, which may have events of several event tokens.
//! - AppsFlyer: the events of an app and an `appsflyer_id`, as they were submitted. Where the setting `late` refuses it, an event that has waited
//!   past 02:00 UTC of the next day is dropped.
//! - Adjust's other kinds: those of a kind, an app and a device, as they were submitted; sessions by their time.
//! - Singular: the sessions, events and ad revenue of an app and a device, by their time. The device is its first identifier in the order of the
//!   parameters. An event that is older than one that was delivered is still sent.
//! - Metrix's REST API: the messages of a user, as they were submitted. Several of them become one request.
//! - Metrix's in-app events: those of a user, as they were submitted.
//!
//! # Repetition
//! What was not accepted is sent again after a random time that grows (exponential backoff with full jitter), no sooner than `Retry-After` says.
//! After an unclear response the provider may have the event: [`Repeat`] says whether it is sent again where the provider may count it twice.
//! A destination that refuses the credentials gets one request now and then, and so does one that does not respond; neither uses up the events.
//!
//! # Durability
//! With [`Config::journal`] every change is a record in a log that the caller keeps. [`Delivery::poll`] returns [`Next::Store`] until it is
//! stored: **take the log ([`Delivery::take_log`]), store it, say so ([`Delivery::log_stored`])**. A submission is safe, and may be confirmed to
//! its caller, once its part of the log is stored; only then are requests and reports returned. [`Delivery::restore`] makes a delivery
//! from everything that was stored. A request that was under way then has no response, and is treated as any other unclear one.
//! The log grows with each event; [`Delivery::take_snapshot`] returns a shorter one that replaces it, and [`Delivery::snapshot`] does so at any time.
//! The log holds requests with their credentials and personal data.

mod arena;
mod batch;
mod clock;
mod coded;
mod config;
mod destination;
mod ending;
#[cfg(feature = "uniffi")]
pub(crate) mod foreign;
mod index;
mod journal;
mod key;
mod lane;
mod packed;
mod parts;
mod report;
mod restore;
mod run;
mod settle;

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};
use std::fmt;
use std::sync::Arc;

pub(crate) use config::check;
pub use config::{Config, Limits, Repeat};
pub use journal::LogError;
pub use parts::{RefusedPart, SubmittedPart};
pub use report::{DestinationStats, Report, ReportKind, State, Stats};
pub use restore::RestoreError;
pub use run::{CannotRun, Do, Run, RunOptions, Storage, Until};

use crate::issue::{Found, Issues};
use crate::provider::facts::EventTime;
use crate::provider::spec::Spec;
use crate::request::Request;
use crate::response::{NoResponse, Response};
use crate::value::Timestamp;

use arena::{Arena, Id};
use clock::{Chance, Clock};
use config::Settings;
use destination::Destination;
use index::{Index, Tag};
use journal::{Journal, Record, Submitted, Tries};
use key::{ByKey, Key, key};
use lane::{Lane, Lanes};
use packed::{Heads, IsNew, Packed, Traits};
use report::Unacknowledged;

/// An event that is to be delivered.
pub struct Submission<'a> {
    id: &'a str,
    request: Request,
    destination: Option<&'a str>,
    lane: Option<&'a str>,
}

impl<'a> Submission<'a> {
    /// The request of an event. `id` is the caller's name for it, of 1 to 255 bytes; reports repeat it.
    pub fn new(id: &'a str, request: Request) -> Self {
        Self { id, request, destination: None, lane: None }
    }

    /// Its destination, of 1 to 255 bytes, by default the provider's name: requests of one destination share credentials, limits and pauses.
    /// Several apps of one provider should have a name each.
    #[must_use]
    pub fn destination(mut self, name: &'a str) -> Self {
        self.destination = Some(name);
        self
    }

    /// Sets its lane, if the caller knows better than the request which events have to keep their order: a user's own id, for example. Events of
    /// a lane wait for each other, in the order of their times; one that is older than what was delivered is still sent, and may be refused.
    #[must_use]
    pub fn lane(mut self, lane: &'a str) -> Self {
        self.lane = Some(lane);
        self
    }

    fn destination_name(&self) -> &'a str {
        self.destination.unwrap_or(self.request.provider())
    }
}

/// The id and the lane may be personal data and are not shown.
impl fmt::Debug for Submission<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Submission").field("request", &self.request).field("destination", &self.destination).finish_non_exhaustive()
    }
}

/// What an accepted submission has become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Accepted {
    /// The event had no time, and got that of its submission: see [`Config::date_undated`].
    pub is_dated: bool,
}

/// Why an event was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refused {
    /// As many events wait as [`Config::max_pending`] allows. Send what is there first.
    Full,
    /// An event of this id waits, or its report is not acknowledged yet.
    IdInUse,
    /// The id, or the destination's name, is empty or longer than 255 bytes.
    InvalidName,
}

impl Refused {
    /// The reason as other languages tell it: `full`, `id_in_use`, `invalid_name`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::IdInUse => "id_in_use",
            Self::InvalidName => "invalid_name",
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Full => "as many events wait as `max_pending` allows",
            Self::IdInUse => "an event of this id waits, or its report is not acknowledged yet",
            Self::InvalidName => "an id, or the name of a destination, must have 1 to 255 bytes",
        })
    }
}

impl std::error::Error for Refused {}

/// What to do next.
#[derive(Debug)]
#[non_exhaustive]
pub enum Next {
    /// Send this request, and report what came back for the ticket. There may be more to send at once.
    Send {
        /// Identifies the request when its response is reported.
        ticket: Ticket,
        /// The request. It has no warnings any more.
        request: Arc<Request>,
    },
    /// Store the log; then ask again.
    Store,
    /// Nothing can be sent before that time, unless a response or an event arrives.
    WaitUntil(Timestamp),
    /// Nothing can be sent before a response arrives.
    WaitForAnswer,
    /// Nothing waits and nothing is under way.
    Idle,
}

/// A request that is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ticket(u64);

impl Ticket {
    /// The ticket as a number, for other languages.
    pub fn number(self) -> u64 {
        self.0
    }

    /// The ticket of a number.
    pub fn from_number(number: u64) -> Self {
        Self(number)
    }

    /// Ticket of a flight; the turn distinguishes it from those of earlier flights with the same id.
    fn of(turn: u64, flight: Id<Flight>) -> Self {
        Self((turn << 32) | u64::from(flight.number()))
    }

    fn flight(self) -> Id<Flight> {
        Id::from_number((self.0 & u64::from(u32::MAX)) as u32)
    }
}

/// An event that waits or is under way.
struct Event {
    id: Box<str>,
    /// That of its id.
    tag: Tag,
    packed: Packed,
    lane: Id<Lane>,
    sequence: u64,
    /// By what it is ordered in its lane.
    order: i64,
    submitted_at: i64,
    next_at: i64,
    /// By the caller's clock.
    expires_at: i64,
    tries: Tries,
}

/// Identifies an event of a [`Delivery`], from [`Delivery::events_of`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventKey {
    event: Id<Event>,
    sequence: u64,
}

/// Attempts of an event that has not ended.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// The event's id, as it was submitted.
    pub id: &'a str,
    /// How often it was sent.
    pub attempts: u32,
    /// The earliest time of its next attempt.
    pub next_at: Timestamp,
}

/// The id may be personal data and is not shown.
impl fmt::Debug for Attempt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attempt").field("attempts", &self.attempts).field("next_at", &self.next_at).finish_non_exhaustive()
    }
}

/// A request that is under way.
struct Flight {
    ticket: Ticket,
    request: Arc<Request>,
    /// Its first event, and the others.
    first: Id<Event>,
    others: Vec<Id<Event>>,
    lane: Id<Lane>,
    destination: Id<Destination>,
    /// Whether `poll` has returned it.
    is_sent: bool,
}

impl Flight {
    fn events(&self) -> impl Iterator<Item = Id<Event>> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }
}

/// A queue of requests that decides what to send next. It does no I/O; see [the module's page](self).
pub struct Delivery {
    settings: Settings,
    seed: u64,
    clock: Clock,
    chance: Chance,
    events: Arena<Event>,
    heads: Heads,
    /// Events by their ids.
    ids: Index<Event>,
    lanes: Lanes,
    destinations: Arena<Destination>,
    /// Destination of the last submission.
    last_destination: Option<Id<Destination>>,
    /// Where each destination is, by the hash of its provider and its name.
    known_destinations: ByKey<Id<Destination>>,
    /// When to look at which destination.
    wakes: BinaryHeap<Reverse<(i64, Id<Destination>)>>,
    flights: Arena<Flight>,
    /// Requests that are recorded, and can be returned once the log is stored.
    prepared: VecDeque<Id<Flight>>,
    next_sequence: u64,
    next_turn: u64,
    journal: Option<Journal>,
    /// Whether a log was taken and is not stored yet.
    is_storing: bool,
    /// The part of the log that the snapshot which is being stored replaces.
    replaced: Option<Vec<u8>>,
    reports: Reports,
    stats: Stats,
    run: run::State,
}

/// Reports on their way to the caller.
#[derive(Default)]
struct Reports {
    ready: Vec<Report>,
    /// Reports that can be returned once the log that records them is stored.
    unstored: Vec<Report>,
    storing: Vec<Report>,
    unacknowledged: Unacknowledged,
}

/// Maximum length of an id, or of the name of a destination, in bytes.
const LONGEST_NAME: usize = 255;
/// Maximum number of requests that are prepared before the log is stored.
const PREPARED: usize = 256;
/// Number of stale entries that a heap may have in addition to its live ones before it is rebuilt.
const OUT_OF_DATE: usize = 64;

impl Delivery {
    /// A delivery that has nothing to do. `seed` is what the waits are drawn from: a random number, and another one in each process.
    ///
    /// # Errors
    /// All issues of the settings.
    pub fn new(config: &Config, seed: u64) -> Result<Self, Issues> {
        let settings = Settings::read(config, Found::default())?;
        let journal = settings.journal.then(|| Journal::begin(seed));
        Ok(Self::empty(settings, seed, seed, journal))
    }

    fn empty(settings: Settings, seed: u64, chance: u64, journal: Option<Journal>) -> Self {
        Self {
            settings,
            seed,
            clock: Clock::default(),
            chance: Chance::new(chance),
            events: Arena::default(),
            heads: Heads::default(),
            ids: Index::default(),
            lanes: Lanes::default(),
            destinations: Arena::default(),
            last_destination: None,
            known_destinations: ByKey::default(),
            wakes: BinaryHeap::new(),
            flights: Arena::default(),
            prepared: VecDeque::new(),
            next_sequence: 0,
            next_turn: 0,
            journal,
            is_storing: false,
            replaced: None,
            reports: Reports::default(),
            stats: Stats::default(),
            run: run::State::default(),
        }
    }

    /// Takes an event. With a journal it is safe only once the log is stored.
    ///
    /// # Errors
    /// Why it was not taken; nothing has changed then.
    pub fn submit(&mut self, mut submission: Submission<'_>, now: Timestamp) -> Result<Accepted, Refused> {
        let id_key = self.admissible(submission.id, submission.destination_name(), 0)?;
        Ok(self.admit(&mut submission, id_key, now))
    }

    /// Returns the hash of the ID of an event that can be admitted once `earlier` others are.
    fn admissible(&self, id: &str, destination: &str, earlier: usize) -> Result<Key, Refused> {
        let is_name = |name: &str| (1..=LONGEST_NAME).contains(&name.len());
        if !is_name(id) || !is_name(destination) {
            return Err(Refused::InvalidName);
        }
        if self.kept() + earlier >= self.settings.max_pending {
            return Err(Refused::Full);
        }
        let id_key = self.id_key(id);
        let is_own = |event| self.events.get(event).is_some_and(|own| *own.id == *id);
        let is_in_use = self.ids.find(id_key.into(), is_own).is_some() || self.reports.unacknowledged.has(id, id_key.into());
        if is_in_use { Err(Refused::IdInUse) } else { Ok(id_key) }
    }

    /// The number of events that wait, are under way, or have a report that is not acknowledged.
    fn kept(&self) -> usize {
        self.events.len() + self.reports.unacknowledged.len()
    }

    /// Admits an event that is [`admissible`](Self::admissible), and takes what its request has of its own.
    fn admit(&mut self, submission: &mut Submission<'_>, id_key: Key, now: Timestamp) -> Accepted {
        let destination_name = submission.destination_name();
        let Submission { id, request, destination: _, lane } = submission;
        let is_lane_given = lane.is_some();
        let at = self.clock.read(now);
        let (provider, rules) = (request.spec(), request.rules());
        let lane_key = {
            let (provider, destination) = (provider.name.as_bytes(), destination_name.as_bytes());
            match (lane, request.request_kind().own_lanes()) {
                (Some(lane), _) => key(self.seed, [provider, destination, lane.as_bytes()]),
                (None, None) => key(self.seed, [provider, destination, request.lane()]),
                // Such kinds have different rules, also where their requests begin with the same.
                (None, Some(kind)) => key(self.seed, [provider, destination, request.lane(), kind.as_bytes()]),
            }
        };
        let is_undated = matches!(request.facts().time, Some(EventTime::OfReceipt(_)));
        let date = rules.date.filter(|_| self.settings.date_undated && is_undated);
        if let Some(date) = date {
            // A date does not change the lane.
            request.date(|| date(now, self.latest(lane_key)));
        }
        let sent_time = match request.facts().time {
            Some(EventTime::Sent(time)) => Some(time),
            _ => None,
        };
        // A lane of the caller's own may have events of several kinds.
        let is_by_time = if is_lane_given { provider.is_ordered() } else { rules.is_ordered };
        let is_dated = is_undated && sent_time.is_some();
        let order = if is_by_time { sent_time.map_or(at, Timestamp::unix_millis) } else { 0 };
        let expires_at = sent_time.and_then(|time| match rules.deadline.filter(|_| request.expires()) {
            Some(deadline) => deadline(time),
            None => Timestamp::from_unix_millis(time.unix_millis().saturating_add(rules.max_age?)),
        });
        let expires_at = expires_at.map_or(i64::MAX, Timestamp::unix_millis);
        let traits = Traits {
            is_joinable: !is_lane_given && batch::is_joinable(request),
            // A lane of the caller's own may have events of several tokens, and Adjust compares the times of one token's alone.
            is_ordered: rules.refuses_older && !is_lane_given,
            repeated: rules.repeated,
        };

        let destination = self.destination(destination_name, provider);
        let (packed, IsNew(is_new)) = self.heads.pack(destination_name, request, traits);
        let sequence = self.next_sequence;
        self.next_sequence += 1;
        if let Some(journal) = &mut self.journal {
            let number = self.heads.number(packed.head);
            if let Some(head) = self.heads.get(packed.head).filter(|_| is_new) {
                journal.append(&Record::Head { number, head: Cow::Borrowed(head) });
            }
            journal.append(&Record::Submitted {
                event: Submitted {
                    sequence,
                    id: Cow::Borrowed(id),
                    lane: lane_key,
                    order,
                    submitted_at: self.clock.outside(at),
                    expires_at,
                    head: number,
                    tail: Cow::Borrowed(&packed.tail),
                    credential: packed.credential,
                    message_ids: Cow::Borrowed(&packed.message_ids),
                },
            });
        }
        self.stats.submitted += 1;
        let is_concurrent = self.heads.get(packed.head).is_some_and(packed::Head::is_concurrent);
        let lane = self.lanes.enter(lane_key, destination, is_concurrent);
        let id = (*id).into();
        let (tag, tries) = (id_key.into(), Tries::default());
        let event = self.insert(Event { id, tag, packed, lane, sequence, order, submitted_at: at, next_at: at, expires_at, tries });
        self.enqueue(event);
        self.settle_front(lane, at, now);
        self.schedule(lane, at);
        Accepted { is_dated }
    }

    /// The order of the last event of a lane that was delivered, or of the one that is under way.
    fn latest(&self, lane: Key) -> Option<i64> {
        let (lane, own) = self.lanes.find(lane)?;
        let flight = (own.in_flight > 0).then(|| self.flights.iter().find(|(_, flight)| flight.lane == lane)).flatten();
        own.last.max(flight.and_then(|(_, flight)| self.events.get(flight.first)).map(|event| event.order))
    }

    fn insert(&mut self, event: Event) -> Id<Event> {
        let tag = event.tag;
        let place = self.events.insert(event);
        self.ids.insert(tag, place);
        place
    }

    fn remove(&mut self, event: Id<Event>) -> Option<Event> {
        let own = self.events.remove(event)?;
        self.ids.remove(own.tag, event);
        Some(own)
    }

    /// Puts an event among those of its lane that wait. Where the order does not matter, what has to wait lets the others pass.
    fn enqueue(&mut self, event: Id<Event>) {
        let Some(own) = self.events.get(event) else { return };
        let is_concurrent = self.heads.get(own.packed.head).is_some_and(packed::Head::is_concurrent);
        let order = if is_concurrent { own.next_at } else { own.order };
        if let Some(lane) = self.lanes.get_mut(own.lane) {
            lane.push((order, own.sequence, event));
        }
    }

    /// What to do now. Ask again after each [`Next::Send`] and [`Next::Store`], and after anything that was told.
    pub fn poll(&mut self, now: Timestamp) -> Next {
        let at = self.clock.read(now);
        self.recall_what_may_not_go(at, now);
        let mut wake = None;
        // What is prepared goes first, unless the log has to be stored anyway.
        while self.prepared.is_empty() || (self.has_log() && self.prepared.len() < PREPARED) {
            if self.flights.len() >= self.settings.max_in_flight {
                break;
            }
            let Some(Reverse((wakes_at, destination))) = self.wakes.peek().copied() else { break };
            let is_current = self.destinations.get(destination).is_some_and(|own| own.wakes_at == Some(wakes_at));
            if is_current && wakes_at > at {
                wake = Some(wakes_at);
                break;
            }
            self.wakes.pop();
            if is_current {
                self.send_one(destination, at, now);
            }
        }
        if self.has_log() && !self.is_storing {
            return Next::Store;
        }
        // While a log is being stored, what is in it cannot be returned.
        if let Some(place) = self.prepared.front().copied().filter(|_| !self.is_storing) {
            self.prepared.pop_front();
            if let Some(flight) = self.flights.get_mut(place) {
                flight.is_sent = true;
                self.stats.requests += 1;
                return Next::Send { ticket: flight.ticket, request: Arc::clone(&flight.request) };
            }
        }
        // A destination that is shut has a time also where nothing waits for it.
        if self.events.is_empty() {
            return Next::Idle;
        }
        match wake.and_then(|wake| Timestamp::from_unix_millis(self.clock.outside(wake))) {
            Some(time) => Next::WaitUntil(time),
            None => Next::WaitForAnswer,
        }
    }

    fn has_log(&self) -> bool {
        self.journal.as_ref().is_some_and(|journal| !journal.is_empty())
    }

    /// Prepares a request to a destination, if one can go there, and says when to look at it again.
    fn send_one(&mut self, destination: Id<Destination>, at: i64, now: Timestamp) {
        let Some(own) = self.destinations.get_mut(destination) else { return };
        own.wakes_at = None;
        // It is checked again when a response arrives.
        let Some(opens_at) = own.opens_at(at) else { return };
        if opens_at > at {
            return self.wake(destination, opens_at);
        }
        while let Some((ready_at, lane)) = self.lanes.next(destination) {
            if ready_at > at {
                return self.wake(destination, ready_at);
            }
            self.lanes.take_next(destination);
            self.settle_front(lane, at, now);
            // What was in front may have gone, and the next one may have to wait.
            if self.ready_at(lane).is_none_or(|ready_at| ready_at > at) {
                self.schedule(lane, at);
                continue;
            }
            self.prepare(lane, destination, at, now);
            return self.wake(destination, at);
        }
    }

    /// Makes the request of the first event of a lane, with others that can go with it.
    fn prepare(&mut self, lane: Id<Lane>, destination: Id<Destination>, at: i64, now: Timestamp) {
        let Some((_, _, first)) = self.lanes.get_mut(lane).and_then(Lane::pop) else { return };
        let others = self.take_others(lane, first, at, now);
        let Some(request) = self.request(first, &others) else { return };
        if let Some(journal) = &mut self.journal {
            let events = std::iter::once(&first).chain(&others);
            let sequences = events.filter_map(|event| self.events.get(*event)).map(|event| event.sequence).collect();
            journal.append(&Record::Sent { sequences });
        }
        for event in std::iter::once(first).chain(others.iter().copied()) {
            if let Some(event) = self.events.get_mut(event) {
                event.tries.attempts = event.tries.attempts.saturating_add(1);
            }
        }
        if let Some(lane) = self.lanes.get_mut(lane) {
            lane.in_flight += 1;
        }
        if let Some(destination) = self.destinations.get_mut(destination) {
            destination.in_flight += 1;
            destination.rate.take(at);
        }
        let ticket = Ticket::of(self.next_turn, self.flights.next_id());
        self.next_turn += 1;
        let flight = Flight { ticket, request, first, others, lane, destination, is_sent: false };
        self.prepared.push_back(self.flights.insert(flight));
        // Only a concurrent lane has more to send.
        self.schedule(lane, at);
    }

    /// The request of an event and of others that go with it.
    fn request(&self, first: Id<Event>, others: &[Id<Event>]) -> Option<Arc<Request>> {
        if !others.is_empty() {
            return self.joined(first, others).map(Arc::new);
        }
        let packed = &self.events.get(first)?.packed;
        Some(Arc::new(self.heads.get(packed.head)?.request(packed)))
    }

    /// From when on a lane can send: its first event's time, and before that of others that may come to go with it.
    fn ready_at(&self, lane: Id<Lane>) -> Option<i64> {
        let own = self.lanes.get(lane).filter(|own| !own.is_busy())?;
        let (_, _, first) = own.first()?;
        let event = self.events.get(first)?;
        let is_joinable = self.heads.get(event.packed.head).is_some_and(|head| head.traits.is_joinable);
        // What was tried already has waited for others.
        if !is_joinable || event.tries.attempts > 0 || own.len() >= self.heads.max_events(event) {
            return Some(event.next_at);
        }
        Some(event.next_at.max(event.submitted_at.saturating_add(self.settings.linger)))
    }

    /// Puts a lane among those that can send, or among those that have nothing to send.
    fn schedule(&mut self, lane: Id<Lane>, at: i64) {
        let Some(ready_at) = self.ready_at(lane) else { return self.lanes.leave(lane, at, self.settings.max_lanes) };
        if self.lanes.get(lane).is_none_or(|own| own.ready_at == Some(ready_at)) {
            return;
        }
        let turn = self.next_turn;
        self.next_turn += 1;
        if let Some(destination) = self.lanes.wait(lane, ready_at, turn) {
            self.wake(destination, ready_at);
        }
    }

    /// Checks a destination at that time, if not earlier.
    fn wake(&mut self, destination: Id<Destination>, at: i64) {
        let Some(own) = self.destinations.get_mut(destination) else { return };
        if own.wakes_at.is_none_or(|wakes_at| at < wakes_at) {
            own.wakes_at = Some(at);
            self.wakes.push(Reverse((at, destination)));
        }
        // What is out of date there would stay until its time, which may be far.
        if self.wakes.len() > 2 * self.destinations.len() + OUT_OF_DATE {
            let current = self.destinations.iter().filter_map(|(destination, own)| Some(Reverse((own.wakes_at?, destination))));
            self.wakes = current.collect();
        }
    }

    fn destination(&mut self, name: &str, provider: &'static Spec) -> Id<Destination> {
        // Most events go where the last one went.
        let is_same = |own: &Destination| *own.name == *name && own.provider.name == provider.name;
        if let Some(last) = self.last_destination.filter(|last| self.destinations.get(*last).is_some_and(is_same)) {
            return last;
        }
        let key = self.destination_key(name, provider.name);
        let new = || Destination::new(name, provider, self.settings.limit(provider.name));
        let destination = *self.known_destinations.entry(key).or_insert_with(|| self.destinations.insert(new()));
        self.last_destination = Some(destination);
        destination
    }

    fn destination_key(&self, name: &str, provider: &str) -> Key {
        key(self.seed, [provider.as_bytes(), name.as_bytes()])
    }

    fn id_key(&self, id: &str) -> Key {
        key(self.seed, [id.as_bytes()])
    }

    /// Returns the name of the destination of a request, or `None` for a ticket that is not under way.
    pub fn destination_of(&self, ticket: Ticket) -> Option<&str> {
        let flight = self.flights.get(ticket.flight()).filter(|flight| flight.ticket == ticket && flight.is_sent)?;
        self.destinations.get(flight.destination).map(|own| &*own.name)
    }

    /// Returns the events of a request; none for a ticket that is not under way. Ask before the response is given, and with
    /// [`Delivery::attempt`] after it.
    pub fn events_of(&self, ticket: Ticket) -> Vec<EventKey> {
        let flight = self.flights.get(ticket.flight()).filter(|flight| flight.ticket == ticket && flight.is_sent);
        let keys = flight.into_iter().flat_map(Flight::events);
        keys.filter_map(|event| Some(EventKey { event, sequence: self.events.get(event)?.sequence })).collect()
    }

    /// Returns how often an event was sent and when it is sent again; `None` once it has ended.
    pub fn attempt(&self, key: EventKey) -> Option<Attempt<'_>> {
        let event = self.events.get(key.event).filter(|event| event.sequence == key.sequence)?;
        let next_at = Timestamp::from_unix_millis(self.clock.outside(event.next_at))?;
        Some(Attempt { id: &event.id, attempts: event.tries.attempts, next_at })
    }

    /// Takes the response to a request. Returns `false` for a ticket that is not under way: its result was reported before.
    pub fn on_response(&mut self, ticket: Ticket, response: &Response, now: Timestamp) -> bool {
        self.run.landed(ticket);
        let Some(flight) = self.land(ticket) else { return false };
        let outcome = crate::interpret(&flight.request, response);
        self.settle(flight, outcome, settle::Came::Answer { status: response.status() }, None, now);
        true
    }

    /// Takes that no response arrived for a request. Returns `false` for a ticket that is not under way: its result was reported before.
    pub fn on_no_response(&mut self, ticket: Ticket, kind: NoResponse, now: Timestamp) -> bool {
        self.on_failure(ticket, kind, "", now)
    }

    /// As [`Delivery::on_no_response`], with the text of the HTTP client's error and what caused it. [`Report::cause`] and
    /// [`DestinationStats::cause`] repeat it as [`Request::redact`] leaves it; an empty text is none.
    pub fn on_failure(&mut self, ticket: Ticket, kind: NoResponse, cause: &str, now: Timestamp) -> bool {
        self.run.landed(ticket);
        self.fail(ticket, kind, cause, now)
    }

    fn fail(&mut self, ticket: Ticket, kind: NoResponse, cause: &str, now: Timestamp) -> bool {
        let Some(flight) = self.land(ticket) else { return false };
        let is_sent = !matches!(kind, NoResponse::Connect | NoResponse::Tls);
        let cause = (!cause.is_empty()).then(|| flight.request.redact(cause).into());
        self.settle(flight, kind.into(), settle::Came::Nothing { is_sent }, cause, now);
        true
    }

    fn land(&mut self, ticket: Ticket) -> Option<Flight> {
        self.destination_of(ticket)?;
        self.flights.remove(ticket.flight())
    }

    /// What became of events since this was asked last. With a journal, reports whose record is stored; each comes again after a restore until
    /// [`Delivery::acknowledge`].
    pub fn take_reports(&mut self) -> Vec<Report> {
        std::mem::take(&mut self.reports.ready)
    }

    /// The report of this event has arrived where it belongs, and need not come again; its id may be used again. Returns `false` where there is
    /// no such report. Without a journal there is nothing to acknowledge.
    pub fn acknowledge(&mut self, id: &str) -> bool {
        let tag = self.id_key(id).into();
        let Some(sequence) = self.reports.unacknowledged.take(id, tag) else { return false };
        if let Some(journal) = &mut self.journal {
            journal.append(&Record::Acknowledged { sequence });
        }
        true
    }

    /// The log since this was asked last: append it to what is stored, and then say [`Delivery::log_stored`]. Empty until that is said of the one
    /// that was taken before.
    pub fn take_log(&mut self) -> Vec<u8> {
        if self.is_storing {
            return Vec::new();
        }
        let log = self.journal.as_mut().map(Journal::take).unwrap_or_default();
        self.is_storing = !log.is_empty();
        self.reports.storing.append(&mut self.reports.unstored);
        log
    }

    /// The log that was taken is stored, or the snapshot.
    pub fn log_stored(&mut self) {
        self.is_storing = false;
        self.replaced = None;
        self.reports.ready.append(&mut self.reports.storing);
    }

    /// Takes back a log that could not be stored: nothing of it is returned. What was stored of it, if anything was, has to
    /// be cut off before the next attempt. `log` is what [`Delivery::take_log`] returned; a snapshot need not be given back.
    pub fn log_not_stored(&mut self, log: Vec<u8>) {
        self.is_storing = false;
        let log = self.replaced.take().unwrap_or(log);
        if let Some(journal) = &mut self.journal {
            journal.put_back(log);
        }
        self.reports.storing.append(&mut self.reports.unstored);
        std::mem::swap(&mut self.reports.storing, &mut self.reports.unstored);
    }

    /// Whether everything is stored that was told so far. Without a journal there is nothing to store.
    pub fn is_stored(&self) -> bool {
        !self.has_log() && !self.is_storing
    }

    /// Lets requests go to a destination again that was shut: its credentials are mended, say. Returns `false` if there is no such destination.
    pub fn resume(&mut self, destination: &str, now: Timestamp) -> bool {
        let at = self.clock.read(now);
        let named: Vec<Id<Destination>> =
            self.destinations.iter().filter(|(_, own)| &*own.name == destination).map(|(destination, _)| destination).collect();
        for destination in &named {
            if let Some(own) = self.destinations.get_mut(*destination) {
                own.gate = destination::Gate::Open;
                own.failures = 0;
                own.not_before = i64::MIN;
            }
            self.log_asked(*destination);
            self.wake(*destination, at);
        }
        !named.is_empty()
    }

    /// What it has done and what it has to do.
    pub fn stats(&self) -> Stats {
        let (lanes, remembered_lanes) = self.lanes.count();
        Stats {
            pending: self.events.len(),
            in_flight: self.flights.len(),
            lanes,
            remembered_lanes,
            destinations: self
                .destinations
                .values()
                .map(|own| DestinationStats {
                    name: own.name.clone(),
                    provider: own.provider.name,
                    state: own.state(),
                    in_flight: own.in_flight,
                    per_second: own.rate.per_second,
                    cause: own.cause.clone(),
                })
                .collect(),
            ..self.stats.clone()
        }
    }
}

/// Its events may be personal data; only their number is shown.
impl fmt::Debug for Delivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Delivery").field("pending", &self.events.len()).field("in_flight", &self.flights.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Adjust, adjust};

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_unix_millis(1_795_176_000_000 + millis).unwrap()
    }

    /// Request for an event of a device that happened `ago` seconds ago.
    fn request(device: &str, ago: i64) -> Request {
        let adjust = Adjust::new(adjust::Config::builder().app_token("app").build()).unwrap();
        let event = adjust::Event::builder().event_token("t").external_device_id(device).created_at_unix(1_795_176_000 - ago).build();
        adjust.event(&event, at(0)).unwrap()
    }

    fn send(delivery: &mut Delivery, now: Timestamp, status: u16, body: &str) {
        let Next::Send { ticket, .. } = delivery.poll(now) else { panic!("a request") };
        delivery.on_response(ticket, &Response::new(status, [("content-type", "text/plain")], body), now);
    }

    #[test]
    fn a_log_that_counts_as_far_as_it_can_is_read_and_goes_on() {
        let config = Config::builder().journal(true).build();
        let mut delivery = Delivery::new(&config, 1).unwrap();
        delivery.submit(Submission::new("a", request("device", 10)), at(0)).unwrap();
        let mut journal = Journal::proceed();
        let tries = Tries { attempts: u32::MAX, counted: u32::MAX, of_device: u32::MAX, max_batch: u32::MAX, maybe_delivered: true };
        journal.append(&Record::Waits { sequence: 0, tries, next_at: 0 });
        let waits = [delivery.take_log(), journal.take()].concat();
        journal.append(&Record::Sent { sequences: vec![0].into() });
        let sent = [&*waits, &journal.take()].concat();

        for body in ["", "Event request failed (device not found, contact support@adjust.com)"] {
            let (mut delivery, _) = Delivery::restore(&config, 2, &waits).unwrap();
            assert!(matches!(delivery.poll(at(0)), Next::Store));
            delivery.take_log();
            delivery.log_stored();
            send(&mut delivery, at(0), if body.is_empty() { 500 } else { 404 }, body);
            assert_eq!(delivery.stats().gave_up, 1);
        }
        assert_eq!(Delivery::restore(&config, 2, &sent).unwrap().0.stats().gave_up, 1);
    }

    #[test]
    fn one_part_of_the_log_is_stored_at_a_time() {
        let mut delivery = Delivery::new(&Config::builder().journal(true).build(), 1).unwrap();
        delivery.submit(Submission::new("a", request("device", 10)), at(0)).unwrap();
        assert!(matches!(delivery.poll(at(0)), Next::Store));
        assert!(!delivery.take_log().is_empty());
        delivery.submit(Submission::new("b", request("other", 10)), at(0)).unwrap();
        assert!(delivery.take_log().is_empty());
        assert!(matches!(delivery.poll(at(0)), Next::WaitForAnswer), "the first part is not stored yet");
        delivery.log_stored();
        assert!(matches!(delivery.poll(at(0)), Next::Store));
        assert!(!delivery.take_log().is_empty());
    }

    #[test]
    fn what_passes_an_event_that_waits_leaves_nothing_behind() {
        let mut delivery = Delivery::new(&Config::default(), 1).unwrap();
        delivery.submit(Submission::new("waits", request("device", 10)), at(0)).unwrap();
        send(&mut delivery, at(0), 404, "Event request failed (device not found, contact support@adjust.com)");
        for number in 0..1_000 {
            let now = at(number);
            for device in ["device", "other"] {
                delivery.submit(Submission::new(device, request(device, 20)), now).unwrap();
                send(&mut delivery, now, 200, "OK");
            }
            assert!(matches!(delivery.poll(now), Next::WaitUntil(_)));
            assert_eq!(delivery.take_reports().len(), 2);
        }
        assert!(delivery.wakes.len() <= OUT_OF_DATE + 2, "{}", delivery.wakes.len());
        let ready = delivery.lanes.waiting();
        assert!(ready <= OUT_OF_DATE + 4, "{ready}");
        send(&mut delivery, at(60 * 60 * 1_000), 200, "OK");
        assert!(matches!(delivery.poll(at(60 * 60 * 1_000)), Next::Idle));
    }
}
