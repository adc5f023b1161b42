//! What an outcome does to the events of a request, to their lane and to their destination.

use std::borrow::Cow;
use std::sync::Arc;

use crate::outcome::{Outcome, OutcomeKind, Scope};
use crate::provider::spec::Repeated;
use crate::response::NoResponse;
use crate::value::Timestamp;

use super::arena::Id;
use super::config::Repeat;
use super::destination::{Destination, Gate};
use super::journal::{Record, Tries};
use super::key;
use super::lane::Lane;
use super::report::{Last, Report, ReportKind, State};
use super::{Delivery, Event, Flight};

/// What came for a request.
#[derive(Clone, Copy)]
pub(super) enum Came {
    Answer { status: u16 },
    Nothing { is_sent: bool },
}

const EXPIRED: &str = "older than the provider takes";
const LATE: &str = "too late for the provider to record it at its own time";
const OVERTAKEN: &str = "older than an event of its lane that was delivered; the provider would refuse it";
const TOO_LONG: &str = "waited as long as the settings allow";
const TOO_OFTEN: &str = "tried as often as the settings allow";
const NOT_REPEATED: &str = "may have been accepted, and is not to be repeated";

/// What becomes of the events of a request.
#[derive(Clone, Copy)]
enum Fate {
    /// They are through.
    End(ReportKind, &'static str),
    /// They wait, and are sent again after that time.
    Again { wait: i64, does_count: bool, is_of_device: bool },
    /// They are sent again in smaller requests, to find the one that is refused.
    Apart,
}

impl Delivery {
    pub(super) fn settle(&mut self, flight: Flight, outcome: Outcome, came: Came, cause: Option<Arc<str>>, now: Timestamp) {
        let at = self.clock.read(now);
        if let Some(destination) = self.destinations.get_mut(flight.destination) {
            destination.cause.clone_from(&cause);
        }
        let is_of_group = self.is_of_group(&flight, &outcome);
        self.judge(flight.destination, &outcome, came, is_of_group, at);
        self.log_asked(flight.destination);
        if let Some(lane) = self.lanes.get_mut(flight.lane) {
            lane.landed();
        }
        let fate = self.fate(flight.first, &flight.others, &outcome, came, is_of_group);
        let count = flight.events().count();
        let half = u32::try_from(count.div_ceil(2)).unwrap_or(1);
        let mut position = 0;
        for (event, last) in flight.events().zip(std::iter::repeat_n(Last { outcome, cause }, count)) {
            let (own, next) = self.of_event(event, position, &last.outcome, came);
            position = next;
            let (last, fate) = match own {
                Some((outcome, fate)) => (Last { outcome, ..last }, fate),
                None => (last, fate),
            };
            match fate {
                Fate::End(kind, reason) => {
                    if matches!(kind, ReportKind::Delivered | ReportKind::Duplicate) {
                        self.advance(event);
                    }
                    self.finish(event, kind, reason, Some(last));
                }
                Fate::Again { wait, does_count, is_of_device } => {
                    let Some(own) = self.events.get_mut(event) else { continue };
                    own.tries.counted = own.tries.counted.saturating_add(does_count.into());
                    own.tries.of_device = own.tries.of_device.saturating_add(is_of_device.into());
                    own.tries.maybe_delivered |= last.outcome.maybe_delivered();
                    own.next_at = at.saturating_add(wait);
                    self.again(event, last);
                }
                Fate::Apart => {
                    let Some(own) = self.events.get_mut(event) else { continue };
                    own.tries.max_batch = half;
                    own.next_at = at;
                    self.again(event, last);
                }
            }
        }
        self.settle_front(flight.lane, at, now);
        self.schedule(flight.lane, at);
        self.wake(flight.destination, at);
    }

    /// What an outcome says of one event of a request, and its fate; `None` where it says the same of all of them. `position` is that of the
    /// event in the request; also returns that of the next one.
    fn of_event(&mut self, event: Id<Event>, position: usize, outcome: &Outcome, came: Came) -> (Option<(Outcome, Fate)>, usize) {
        let next = position + self.events.get(event).map_or(1, |event| event.packed.count());
        let Some(own) = outcome.of_events(position..next) else { return (None, next) };
        let is_refused_for_another = own.kind() == OutcomeKind::RetryLater && own.scope() == Scope::Event && outcome.refuses_an_event();
        let fate = if is_refused_for_another {
            // Every such response ends an event, so this ends.
            Fate::Again { wait: 0, does_count: false, is_of_device: false }
        } else {
            self.fate(event, &[], &own, came, false)
        };
        (Some((own, fate)), next)
    }

    /// Whether the refusal of a destination is about the group of this event alone; remembers refusals and acceptances for it.
    fn is_of_group(&mut self, flight: &Flight, outcome: &Outcome) -> bool {
        let is_accepted = outcome.kind() == OutcomeKind::Delivered;
        let has_refused = |own: &Destination| own.has_refused_groups();
        let matters = is_accepted && self.destinations.get(flight.destination).is_some_and(has_refused);
        if !matters && !outcome.may_be_of_group() {
            return false;
        }
        let group = flight.request.group();
        let key = key::key(self.seed, [group]);
        let Some(own) = self.destinations.get_mut(flight.destination).filter(|_| !group.is_empty()) else { return false };
        if is_accepted {
            own.accepted(key);
            return false;
        }
        own.refuses_group_alone(key)
    }

    /// What an outcome says of its destination.
    fn judge(&mut self, destination: Id<Destination>, outcome: &Outcome, came: Came, is_of_group: bool, at: i64) {
        let settings = &self.settings;
        let Some(own) = self.destinations.get_mut(destination) else { return };
        own.in_flight = own.in_flight.saturating_sub(1);
        if settings.is_once {
            return;
        }
        let is_refusal = !is_of_group
            && matches!((outcome.kind(), outcome.scope()), (OutcomeKind::Unauthorized, _) | (OutcomeKind::Rejected, Scope::Destination));
        match came {
            Came::Nothing { .. } => {
                own.failures = own.failures.saturating_add(1);
                let state = own.state();
                // A probe that gets no response shuts the gate as it was; its state stays.
                if state != State::Open {
                    let wait = if state == State::Silent { settings.breaker } else { settings.probe };
                    own.shut(state, at.saturating_add(wait));
                } else if own.failures >= settings.breaker_failures {
                    own.shut(State::Silent, at.saturating_add(settings.breaker));
                }
            }
            Came::Answer { .. } if is_refusal => {
                own.failures = 0;
                own.shut(State::Refused, at.saturating_add(settings.probe));
            }
            Came::Answer { status } => {
                own.failures = 0;
                let is_about_the_event = matches!(outcome.kind(), OutcomeKind::Delivered | OutcomeKind::Duplicate | OutcomeKind::Rejected)
                    || outcome.scope() == Scope::Device;
                match own.state() {
                    State::Refused if !is_about_the_event => own.shut(State::Refused, at.saturating_add(settings.probe)),
                    _ => own.gate = Gate::Open,
                }
                if status == 429 {
                    own.rate.slow_down(at);
                }
                if outcome.kind() == OutcomeKind::Delivered {
                    own.rate.speed_up();
                }
                if let Some(wait) = outcome.retry_after().filter(|_| outcome.scope() != Scope::Device) {
                    let wait = i64::try_from(wait.as_millis()).unwrap_or(i64::MAX).min(settings.max_retry_after);
                    own.not_before = own.not_before.max(at.saturating_add(wait));
                }
            }
        }
    }

    /// Writes down what a destination has asked for, where that has changed.
    pub(super) fn log_asked(&mut self, destination: Id<Destination>) {
        let Some(journal) = &mut self.journal else { return };
        let Some(own) = self.destinations.get_mut(destination) else { return };
        let asked = own.asked();
        if asked != own.logged {
            own.logged = asked;
            journal.append(&own.asked_record(&self.clock));
        }
    }

    /// The fate of the events of a request.
    fn fate(&mut self, first: Id<Event>, others: &[Id<Event>], outcome: &Outcome, came: Came, is_of_group: bool) -> Fate {
        // Too large, whether the provider says so or a proxy in front of it, which has limits, too.
        if matches!(came, Came::Answer { status: 413 }) && !others.is_empty() {
            return Fate::Apart;
        }
        if self.settings.is_once {
            return Self::fate_once(others, outcome);
        }
        let Some(event) = self.events.get(first) else { return Fate::Apart };
        let Some(head) = self.heads.get(event.packed.head) else { return Fate::Apart };
        let tries = std::iter::once(event).chain(others.iter().filter_map(|event| self.events.get(*event))).map(|event| event.tries);
        // Of several events the one that was tried most often.
        let counted = tries.map(|tries| tries.counted).max().unwrap_or_default();
        let of_device = event.tries.of_device;
        let is_at_most_once =
            || head.traits.repeated == Repeated::MayCount && self.settings.limit(head.kind.spec.name).repeat == Repeat::AtMostOnce;
        let is_sent = !matches!(came, Came::Nothing { is_sent: false });
        match (outcome.kind(), outcome.scope()) {
            (OutcomeKind::Delivered, _) => Fate::End(ReportKind::Delivered, outcome.reason()),
            (OutcomeKind::Duplicate, _) => Fate::End(ReportKind::Duplicate, outcome.reason()),
            (OutcomeKind::Unauthorized, _) => Fate::Again { wait: 0, does_count: false, is_of_device: false },
            // Not the event's fault, or not known to be: the destination is shut, and it is tried a bounded number of times.
            (OutcomeKind::Rejected, Scope::Destination) if !is_of_group && counted.saturating_add(1) < self.settings.max_attempts => {
                Fate::Again { wait: self.backoff(counted), does_count: true, is_of_device: false }
            }
            (OutcomeKind::Rejected, Scope::Event) if !others.is_empty() => Fate::Apart,
            (OutcomeKind::Rejected, _) => Fate::End(ReportKind::Dropped, outcome.reason()),
            (OutcomeKind::RetryLater, Scope::Device) if of_device.saturating_add(1) < self.settings.max_device_attempts => {
                Fate::Again { wait: self.device_wait(of_device), does_count: false, is_of_device: true }
            }
            (OutcomeKind::RetryLater, Scope::Device) => Fate::End(ReportKind::GaveUp, TOO_OFTEN),
            (OutcomeKind::Unclear, _) if is_at_most_once() => Fate::End(ReportKind::GaveUp, NOT_REPEATED),
            (OutcomeKind::RetryLater | OutcomeKind::Unclear, _) if is_sent && counted.saturating_add(1) >= self.settings.max_attempts => {
                Fate::End(ReportKind::GaveUp, TOO_OFTEN)
            }
            (OutcomeKind::RetryLater | OutcomeKind::Unclear, _) => {
                Fate::Again { wait: self.backoff(counted), does_count: is_sent, is_of_device: false }
            }
        }
    }

    /// What one attempt comes to where there is no other, but to find the one event of a request that is refused.
    fn fate_once(others: &[Id<Event>], outcome: &Outcome) -> Fate {
        match (outcome.kind(), outcome.scope()) {
            (OutcomeKind::Delivered, _) => Fate::End(ReportKind::Delivered, outcome.reason()),
            (OutcomeKind::Duplicate, _) => Fate::End(ReportKind::Duplicate, outcome.reason()),
            (OutcomeKind::Rejected, Scope::Event) if !others.is_empty() => Fate::Apart,
            (OutcomeKind::Rejected, _) => Fate::End(ReportKind::Dropped, outcome.reason()),
            _ => Fate::End(ReportKind::GaveUp, TOO_OFTEN),
        }
    }

    /// How long to wait before the next attempt: a random part of a time that doubles with each.
    fn backoff(&mut self, counted: u32) -> i64 {
        let doubled = self.settings.backoff.saturating_mul(1_i64.checked_shl(counted.min(40)).unwrap_or(i64::MAX));
        self.chance.up_to(doubled.min(self.settings.max_backoff))
    }

    /// How long to wait for a device that is not known yet: a time that doubles up to eight hours,
    /// or the setting where that is longer. By default, 24 attempts are made within 167 hours.
    fn device_wait(&self, of_device: u32) -> i64 {
        const LONGEST: i64 = 8 * 60 * 60 * 1_000;
        let first = self.settings.device_retry;
        first.saturating_mul(1_i64.checked_shl(of_device.min(40)).unwrap_or(i64::MAX)).min(LONGEST.max(first))
    }

    /// The provider has an event: older ones of its lane would be refused, where it orders them by time.
    fn advance(&mut self, event: Id<Event>) {
        let Some(event) = self.events.get(event) else { return };
        if !self.heads.get(event.packed.head).is_some_and(|head| head.traits.is_ordered) {
            return;
        }
        let order = event.order;
        if let Some(lane) = self.lanes.get_mut(event.lane) {
            lane.last = Some(lane.last.map_or(order, |last| last.max(order)));
        }
    }

    /// An event goes back to its lane, if it may still wait so long.
    pub(super) fn again(&mut self, event: Id<Event>, last: Last) {
        let Some(own) = self.events.get(event) else { return };
        if own.next_at > own.submitted_at.saturating_add(self.settings.max_age) {
            return self.finish(event, ReportKind::GaveUp, TOO_LONG, Some(last));
        }
        if let Some(journal) = &mut self.journal {
            let next_at = self.clock.outside(own.next_at);
            journal.append(&Record::Waits { sequence: own.sequence, tries: own.tries, next_at });
        }
        self.enqueue(event);
    }

    /// An event was under way when the log ended: whether it arrived is not known.
    pub(super) fn lost(&mut self, event: Id<Event>) {
        let unclear = Last { outcome: NoResponse::Other.into(), cause: None };
        let Some(own) = self.events.get_mut(event) else { return };
        own.tries.counted = own.tries.counted.saturating_add(1);
        own.tries.maybe_delivered = true;
        let counted = own.tries.counted;
        let Some(head) = self.heads.get(own.packed.head) else { return };
        let is_over = head.traits.repeated == Repeated::MayCount && self.settings.limit(head.kind.spec.name).repeat == Repeat::AtMostOnce;
        if is_over {
            self.finish(event, ReportKind::GaveUp, NOT_REPEATED, Some(unclear));
        } else if counted >= self.settings.max_attempts {
            self.finish(event, ReportKind::GaveUp, TOO_OFTEN, Some(unclear));
        } else {
            self.again(event, unclear);
        }
    }

    /// Reports the events in front of a lane that are not to be sent any more.
    pub(super) fn settle_front(&mut self, lane: Id<Lane>, at: i64, now: Timestamp) {
        while let Some(own) = self.lanes.get(lane).filter(|own| !own.is_busy())
            && let Some((_, _, place)) = own.first()
            && let Some(event) = self.events.get(place)
        {
            let Some((kind, reason)) = self.ending(event, own.last, at, now) else { return };
            if let Some(own) = self.lanes.get_mut(lane) {
                own.pop();
            }
            self.finish(place, kind, reason, None);
        }
    }

    /// What becomes of an event that is too old to be sent; `last` is what its lane's last one was ordered by.
    pub(super) fn ending(&self, event: &Event, last: Option<i64>, at: i64, now: Timestamp) -> Option<(ReportKind, &'static str)> {
        if now.unix_millis() >= event.expires_at {
            let is_refused = self.heads.get(event.packed.head).is_some_and(|head| head.kind.rules.max_age.is_some());
            Some((ReportKind::Dropped, if is_refused { EXPIRED } else { LATE }))
        } else if last.is_some_and(|last| event.order < last) {
            Some((ReportKind::Dropped, OVERTAKEN))
        } else {
            (at > event.submitted_at.saturating_add(self.settings.max_age)).then_some((ReportKind::GaveUp, TOO_LONG))
        }
    }

    /// An event has its report.
    pub(super) fn finish(&mut self, event: Id<Event>, kind: ReportKind, reason: &'static str, last: Option<Last>) {
        let Some(own) = self.remove(event) else { return };
        let head = self.heads.get(own.packed.head);
        let is_taken = matches!(kind, ReportKind::Delivered | ReportKind::Duplicate) && head.is_some_and(|head| head.traits.is_ordered);
        self.heads.release(own.packed.head);
        let Tries { attempts, maybe_delivered, .. } = own.tries;
        let maybe_delivered = !matches!(kind, ReportKind::Delivered | ReportKind::Duplicate)
            && (maybe_delivered || last.as_ref().is_some_and(|last| last.outcome.maybe_delivered()));
        let count = match kind {
            ReportKind::Delivered => &mut self.stats.delivered,
            ReportKind::Duplicate => &mut self.stats.duplicate,
            ReportKind::Dropped => &mut self.stats.dropped,
            ReportKind::GaveUp => &mut self.stats.gave_up,
        };
        *count += 1;
        let destination = self.lanes.get(own.lane).and_then(|lane| self.destinations.get(lane.destination?));
        let mut report = Report {
            id: own.id.into(),
            destination: destination.map(|own| own.name.clone()).unwrap_or_default(),
            kind,
            reason: Cow::Borrowed(reason),
            maybe_delivered,
            attempts,
            outcome: None,
            // An event that ended while it waited: why its destination did not respond is known, what came of its own attempt is not.
            cause: destination.filter(|_| last.is_none() && attempts > 0).and_then(|own| own.cause.clone()),
        };
        if let Some(journal) = &mut self.journal {
            let order = is_taken.then_some(own.order);
            let reason = Cow::Borrowed(reason);
            journal.append(&Record::Finished { sequence: own.sequence, kind, reason, maybe_delivered, attempts, order });
            self.reports.unacknowledged.insert(own.sequence, report.clone(), own.tag);
            report.add(last);
            self.reports.unstored.push(report);
        } else {
            report.add(last);
            self.reports.ready.push(report);
        }
    }
}
