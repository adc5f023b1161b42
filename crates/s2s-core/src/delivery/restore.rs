//! From a log to the delivery that wrote it, and from a delivery to a shorter log.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::issue::{Found, Issues};
use crate::request::Request;

use super::arena::Id;
use super::config::{Config, Settings};
use super::index::Tag;
use super::journal::{self, Asked, Growth, Journal, LogError, Record, Submitted};
use super::packed::{Counted, Head, Packed, Renewal};
use super::report::Report;
use super::{Delivery, Event, Flight};

/// Why a delivery cannot be restored.
#[derive(Debug)]
#[non_exhaustive]
pub enum RestoreError {
    /// The settings are wrong.
    Settings(Issues),
    /// The log cannot be read.
    Log(LogError),
}

impl std::fmt::Display for RestoreError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Settings(issues) => issues.fmt(f),
            Self::Log(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for RestoreError {}

impl Delivery {
    /// Restores the delivery that wrote a log, as it was when the log ended; an empty log is that of a new delivery. `config` may have changed
    /// since; its journal is on. A request that was under way is treated as one without a response.
    ///
    /// Also returns how many bytes of the log are whole: what follows is the torn end of a write that was never confirmed, and has to be cut off
    /// before anything is appended.
    ///
    /// # Errors
    /// All issues of the settings, or the problem with the log.
    pub fn restore(config: &Config, seed: u64, log: &[u8]) -> Result<(Self, usize), RestoreError> {
        let settings = Settings::read(config, Found::default()).map_err(RestoreError::Settings)?;
        let mut delivery = Self::empty(settings, seed, seed, Some(Journal::proceed()));
        let mut restored = Restored::default();
        let mut growth = Growth::default();
        let whole = journal::read(log, |record, length| {
            growth.add(&record, length);
            delivery.replay(record, &mut restored)
        })
        .map_err(RestoreError::Log)?;
        if whole == 0 {
            delivery.journal = Some(Journal::begin(seed));
        } else if let Some(journal) = &mut delivery.journal {
            journal.growth = growth;
        }
        delivery.resume_after(restored);
        Ok((delivery, whole))
    }

    /// A log that begins anew and from which the same is restored: it can replace everything that was stored.
    ///
    /// `None` while there is a log that is not stored, and without a journal.
    pub fn snapshot(&self) -> Option<Vec<u8>> {
        let is_stored = !self.is_storing && self.journal.as_ref().is_some_and(Journal::is_empty);
        is_stored.then(|| self.written_anew())
    }

    /// Returns a log that is to replace everything stored, once that has grown long; `None` before that, while a log is being stored, and
    /// without a journal.
    ///
    /// Ask before each [`Delivery::take_log`], whose log it replaces, too. Store it so that a crash leaves either the old log or this one,
    /// and then say [`Delivery::log_stored`]. Where that fails, the old log has to be there still: say [`Delivery::log_not_stored`].
    pub fn take_snapshot(&mut self) -> Option<Vec<u8>> {
        let is_long = |journal: &Journal| journal.growth.is_worth_a_snapshot(self.settings.snapshot_after, self.kept());
        if self.is_storing || !self.journal.as_ref().is_some_and(is_long) {
            return None;
        }
        let snapshot = self.written_anew();
        if let Some(journal) = &mut self.journal {
            journal.growth.reset();
            self.replaced = Some(journal.take());
        }
        self.is_storing = true;
        self.reports.storing.append(&mut self.reports.unstored);
        Some(snapshot)
    }

    /// The shortest log from which the same is restored.
    fn written_anew(&self) -> Vec<u8> {
        let mut journal = Journal::begin(self.seed);
        for (number, head) in self.heads.iter() {
            journal.append(&Record::Head { number, head: Cow::Borrowed(head) });
        }
        for (key, last, idle_since) in self.lanes.memory() {
            journal.append(&Record::Lane { key, last, idle_since: self.clock.outside(idle_since) });
        }
        for own in self.destinations.values().filter(|own| own.asked() != Asked::default()) {
            journal.append(&own.asked_record(&self.clock));
        }
        let flying: BTreeSet<Id<Event>> = self.flights.values().flat_map(Flight::events).collect();
        let mut events: Vec<(Id<Event>, &Event)> = self.events.iter().collect();
        events.sort_unstable_by_key(|(_, event)| event.sequence);
        for (place, event) in &events {
            let Some(lane) = self.lanes.get(event.lane) else { continue };
            journal.append(&Record::Submitted {
                event: Submitted {
                    sequence: event.sequence,
                    id: Cow::Borrowed(&event.id),
                    lane: lane.key,
                    order: event.order,
                    submitted_at: self.clock.outside(event.submitted_at),
                    expires_at: event.expires_at,
                    head: self.heads.number(event.packed.head),
                    tail: Cow::Borrowed(&event.packed.tail),
                    credential: event.packed.credential,
                    message_ids: Cow::Borrowed(&event.packed.message_ids),
                },
            });
            if event.tries != journal::Tries::default() {
                let mut tries = event.tries;
                // It counts once more where it was sent.
                if flying.contains(place) {
                    tries.attempts = tries.attempts.saturating_sub(1);
                }
                let next_at = self.clock.outside(event.next_at);
                journal.append(&Record::Waits { sequence: event.sequence, tries, next_at });
            }
        }
        for flight in self.flights.values() {
            let sequences = flight.events().filter_map(|event| self.events.get(event)).map(|event| event.sequence);
            journal.append(&Record::Sent { sequences: sequences.collect() });
        }
        for (sequence, report) in self.reports.unacknowledged.in_order() {
            journal.append(&Record::Reported {
                sequence: *sequence,
                id: Cow::Borrowed(&report.id),
                destination: Cow::Borrowed(&report.destination),
                kind: report.kind,
                reason: Cow::Borrowed(&report.reason),
                maybe_delivered: report.maybe_delivered,
                attempts: report.attempts,
            });
        }
        journal.take()
    }

    fn replay(&mut self, record: Record<'_>, restored: &mut Restored) -> Option<()> {
        match record {
            Record::Start { seed, .. } => {
                self.seed = seed;
                Some(())
            }
            Record::Head { number, head } => {
                let head = self.heads.insert(head.into_owned(), number);
                restored.heads.insert(number, head);
                Some(())
            }
            Record::Submitted { event } => self.replay_submitted(event, restored),
            Record::Waits { sequence, tries, next_at } => {
                restored.sent.remove(&sequence);
                let event = self.events.get_mut(*restored.events.get(&sequence)?)?;
                event.tries = tries;
                event.next_at = next_at;
                Some(())
            }
            Record::Sent { sequences } => sequences.iter().try_for_each(|sequence| {
                let event = self.events.get_mut(*restored.events.get(sequence)?)?;
                event.tries.attempts = event.tries.attempts.saturating_add(1);
                restored.sent.insert(*sequence);
                Some(())
            }),
            Record::Finished { sequence, kind, reason, maybe_delivered, attempts, order } => {
                restored.sent.remove(&sequence);
                let event = self.remove(restored.events.remove(&sequence)?)?;
                self.heads.release(event.packed.head);
                if let (Some(order), Some(lane)) = (order, self.lanes.get_mut(event.lane)) {
                    lane.last = Some(lane.last.map_or(order, |last| last.max(order)));
                }
                let destination = self.lanes.get(event.lane).and_then(|lane| self.destinations.get(lane.destination?));
                let destination = destination.map(|own| own.name.clone()).unwrap_or_default();
                let reason = Cow::Owned(reason.into_owned());
                let report =
                    Report { id: event.id.into(), destination, kind, reason, maybe_delivered, attempts, outcome: None, cause: None };
                self.unacknowledged(sequence, report, restored);
                Some(())
            }
            Record::Acknowledged { sequence } => {
                let (report, tag) = restored.reports.remove(&sequence)?;
                self.reports.unacknowledged.remove(report, tag)?;
                Some(())
            }
            Record::Reported { sequence, id, destination, kind, reason, maybe_delivered, attempts } => {
                self.next_sequence = self.next_sequence.max(sequence.saturating_add(1));
                let (id, destination, reason) = (id.into_owned(), destination.into(), Cow::Owned(reason.into_owned()));
                self.unacknowledged(
                    sequence,
                    Report { id, destination, kind, reason, maybe_delivered, attempts, outcome: None, cause: None },
                    restored,
                );
                Some(())
            }
            Record::Lane { key, last, idle_since } => {
                self.clock.begin_at(idle_since);
                self.lanes.remember(key, last, idle_since);
                Some(())
            }
            Record::Renewed { renewal } => {
                self.replace_credentials(&renewal);
                Some(())
            }
            Record::Asked { destination, provider, at, asked } => {
                self.clock.begin_at(at);
                let destination = self.destination(&destination, provider);
                self.destinations.get_mut(destination)?.ask(asked);
                Some(())
            }
            // Reading a log replays what is in it.
            Record::Together { .. } => None,
        }
    }

    fn replay_submitted(&mut self, own: Submitted<'_>, restored: &mut Restored) -> Option<()> {
        let head = *restored.heads.get(&own.head)?;
        self.heads.hold(head);
        // A clock that was ahead then, and is right now, would let it wait until then.
        self.clock.begin_at(own.submitted_at);
        let known = self.heads.get(head)?;
        let (name, kind) = (known.destination.clone(), known.kind);
        let destination = self.destination(&name, kind.spec);
        let facts = (kind.rules.facts)(&own.tail);
        let packed = Packed {
            head,
            facts,
            tail: own.tail.into_owned().into_boxed_slice(),
            credential: own.credential,
            message_ids: own.message_ids.into_owned().into_boxed_slice(),
        };
        let is_concurrent = self.heads.get(head).is_some_and(Head::is_concurrent);
        let lane = self.lanes.enter(own.lane, destination, is_concurrent);
        let event = Event {
            id: own.id.as_ref().into(),
            tag: self.id_key(&own.id).into(),
            packed,
            lane,
            sequence: own.sequence,
            order: own.order,
            submitted_at: own.submitted_at,
            next_at: own.submitted_at,
            expires_at: own.expires_at,
            tries: journal::Tries::default(),
        };
        let place = self.insert(event);
        restored.events.insert(own.sequence, place);
        self.next_sequence = self.next_sequence.max(own.sequence.saturating_add(1));
        Some(())
    }

    fn unacknowledged(&mut self, sequence: u64, report: Report, restored: &mut Restored) {
        let tag = self.id_key(&report.id).into();
        restored.reports.insert(sequence, (self.reports.unacknowledged.insert(sequence, report, tag), tag));
    }

    /// Puts everything into its place once the log is read.
    fn resume_after(&mut self, restored: Restored) {
        self.heads.remove_unused();
        for (sequence, place) in &restored.events {
            if restored.sent.contains(sequence) {
                self.lost(*place);
            } else {
                self.enqueue(*place);
            }
        }
        for lane in self.lanes.ids() {
            // The clock is not known yet; the time of its last event is close enough to when a lane came to rest.
            let at = self.lanes.get(lane).and_then(|own| own.last).unwrap_or(i64::MIN);
            self.schedule(lane, at);
        }
        let reports = self.reports.unacknowledged.in_order();
        let stored: BTreeSet<u64> = restored.reports.keys().copied().collect();
        let ready = reports.into_iter().filter(|(sequence, _)| stored.contains(sequence)).map(|(_, report)| report.clone()).collect();
        self.reports.ready = ready;
    }

    /// Gives the requests that wait for a destination the credentials, the address and the limits of `fresh`, a request that was built with the
    /// new ones for the same app: Adjust's app token is one of them, so that with another app's they would go to that. Requests of kinds
    /// with another address get the credentials alone, and requests of the same address in another style keep theirs. Say
    /// [`Delivery::resume`] then.
    ///
    /// Returns `false` and changes nothing if there is no such destination of its provider, or if requests wait for it and none of them gets
    /// anything.
    pub fn renew_credentials(&mut self, destination: &str, fresh: &Request) -> bool {
        if !self.known_destinations.contains_key(&self.destination_key(destination, fresh.provider())) {
            return false;
        }
        let renewal = Renewal::of(destination, fresh);
        if !self.replace_credentials(&renewal) {
            return false;
        }
        // What is prepared was not sent yet.
        for place in &self.prepared {
            let renewed = self.flights.get(*place).and_then(|flight| self.request(flight.first, &flight.others));
            if let (Some(flight), Some(request)) = (self.flights.get_mut(*place), renewed) {
                flight.request = request;
            }
        }
        if let Some(journal) = &mut self.journal {
            journal.append(&Record::Renewed { renewal });
        }
        true
    }

    /// Returns whether any was replaced, or none waits.
    fn replace_credentials(&mut self, renewal: &Renewal<'_>) -> bool {
        for event in self.events.values_mut() {
            if let Some(head) = self.heads.get(event.packed.head) {
                renewal.renew(head, &mut event.packed);
            }
        }
        self.heads.renew(renewal)
    }
}

/// What only the reading of a log needs.
#[derive(Default)]
struct Restored {
    heads: BTreeMap<u64, Id<Counted>>,
    events: BTreeMap<u64, Id<Event>>,
    sent: BTreeSet<u64>,
    reports: BTreeMap<u64, (Id<(u64, Report)>, Tag)>,
}
