//! Lanes: events that have to keep their order among each other.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap, VecDeque};

use crate::provider::PROVIDERS;

use super::arena::{Arena, Id};
use super::destination::Destination;
use super::index::Index;
use super::key::Key;
use super::{Event, OUT_OF_DATE};

/// An event in a lane: by what it is ordered, its number, and where it is kept.
pub(super) type Place = (i64, u64, Id<Event>);

pub(super) struct Lane {
    pub(super) key: Key,
    /// That of its last event; `None` where it is only remembered.
    pub(super) destination: Option<Id<Destination>>,
    queue: BinaryHeap<Reverse<Place>>,
    /// By what the last event was ordered that the provider took.
    pub(super) last: Option<i64>,
    /// Whether it is among those that have nothing to send.
    rests: bool,
    /// Since when.
    idle_since: i64,
    /// When it can send next, where it waits for its turn.
    pub(super) ready_at: Option<i64>,
    /// The number of its requests that are under way: one at most, unless it is concurrent.
    pub(super) in_flight: u32,
    is_concurrent: bool,
}

impl Lane {
    pub(super) fn push(&mut self, place: Place) {
        // Most lanes have one event; room for four is made for the second.
        if self.queue.is_empty() {
            self.queue.reserve_exact(1);
        }
        self.queue.push(Reverse(place));
    }

    pub(super) fn first(&self) -> Option<Place> {
        self.queue.peek().map(|Reverse(place)| *place)
    }

    pub(super) fn pop(&mut self) -> Option<Place> {
        self.queue.pop().map(|Reverse(place)| place)
    }

    pub(super) fn len(&self) -> usize {
        self.queue.len()
    }

    fn is_idle(&self) -> bool {
        self.queue.is_empty() && self.in_flight == 0
    }

    /// Whether it waits for its turn at that time and destination.
    fn waits(&self, ready_at: i64, destination: Id<Destination>) -> bool {
        self.ready_at == Some(ready_at) && self.destination == Some(destination)
    }

    /// Whether nothing of it can be sent before a response arrives.
    pub(super) fn is_busy(&self) -> bool {
        self.in_flight > 0 && !self.is_concurrent
    }

    pub(super) fn landed(&mut self) {
        self.in_flight = self.in_flight.saturating_sub(1);
    }
}

/// How long an idle lane's last event time is kept, in milliseconds. Any older event would be refused for its age anyway.
fn remembered() -> i64 {
    PROVIDERS.iter().flat_map(|provider| provider.kinds).filter_map(|kind| kind.rules.max_age).max().unwrap_or(0)
}

/// When a lane can send, its turn among those of the same time, and the lane.
type Turn = (i64, u64, Id<Lane>);

/// Turns of lanes, the first one first. Most come in their order, and need no heap.
#[derive(Default)]
struct Turns {
    in_order: VecDeque<Turn>,
    others: BinaryHeap<Reverse<Turn>>,
}

impl Turns {
    fn push(&mut self, turn: Turn) {
        if self.in_order.back().is_none_or(|last| *last < turn) {
            self.in_order.push_back(turn);
        } else {
            self.others.push(Reverse(turn));
        }
    }

    fn first(&self) -> Option<Turn> {
        let (one, other) = (self.in_order.front(), self.others.peek().map(|Reverse(turn)| turn));
        one.into_iter().chain(other).min().copied()
    }

    fn pop(&mut self) -> Option<Turn> {
        let first = self.first()?;
        if self.in_order.front() == Some(&first) { self.in_order.pop_front() } else { self.others.pop().map(|Reverse(turn)| turn) }
    }

    fn len(&self) -> usize {
        self.in_order.len() + self.others.len()
    }

    fn retain(&mut self, mut is_kept: impl FnMut(&Turn) -> bool) {
        self.in_order.retain(&mut is_kept);
        self.others.retain(|Reverse(turn)| is_kept(turn));
    }
}

/// All lanes: those with events, and a bounded number of others.
#[derive(Default)]
pub(super) struct Lanes {
    lanes: Arena<Lane>,
    by_key: Index<Lane>,
    /// Lanes that rest, by since when. What has events again is taken out at once: nothing else would, for as long as an older one rests.
    idle: BTreeSet<(i64, Id<Lane>)>,
    /// Lanes that wait for their turn, of each destination, by the time from which they can send, and by their turn.
    ready: Vec<Turns>,
}

impl Lanes {
    pub(super) fn get(&self, lane: Id<Lane>) -> Option<&Lane> {
        self.lanes.get(lane)
    }

    pub(super) fn get_mut(&mut self, lane: Id<Lane>) -> Option<&mut Lane> {
        self.lanes.get_mut(lane)
    }

    /// Lets a lane wait for its turn at its destination, which is returned: from `ready_at` on, after those of an earlier `turn`.
    pub(super) fn wait(&mut self, lane: Id<Lane>, ready_at: i64, turn: u64) -> Option<Id<Destination>> {
        let own = self.lanes.get_mut(lane)?;
        own.ready_at = Some(ready_at);
        let destination = own.destination?;
        let place = destination.number() as usize;
        if self.ready.len() <= place {
            self.ready.resize_with(place + 1, Turns::default);
        }
        let ready = self.ready.get_mut(place)?;
        ready.push((ready_at, turn, lane));
        // What is out of date there would stay until its time, which may be far.
        if ready.len() > 2 * self.lanes.len() + OUT_OF_DATE {
            let mut seen = BTreeSet::new();
            ready.retain(|(ready_at, _, lane)| {
                self.lanes.get(*lane).is_some_and(|own| own.waits(*ready_at, destination)) && seen.insert(*lane)
            });
        }
        Some(destination)
    }

    /// The lane that is next at a destination, and from when on it can send.
    pub(super) fn next(&mut self, destination: Id<Destination>) -> Option<(i64, Id<Lane>)> {
        let ready = self.ready.get_mut(destination.number() as usize)?;
        loop {
            let (ready_at, _, lane) = ready.first()?;
            // The places of lanes that do not wait any more were left where they are.
            if self.lanes.get(lane).is_some_and(|own| own.waits(ready_at, destination)) {
                return Some((ready_at, lane));
            }
            ready.pop();
        }
    }

    /// Takes the lane that is [next](Self::next) at a destination from those that wait.
    pub(super) fn take_next(&mut self, destination: Id<Destination>) {
        let taken = self.ready.get_mut(destination.number() as usize).and_then(Turns::pop);
        if let Some(own) = taken.and_then(|(_, _, lane)| self.lanes.get_mut(lane)) {
            own.ready_at = None;
        }
    }

    pub(super) fn find(&self, key: Key) -> Option<(Id<Lane>, &Lane)> {
        let lane = self.by_key.find(key.into(), |lane| self.get(lane).is_some_and(|own| own.key == key))?;
        Some((lane, self.get(lane)?))
    }

    /// The lane of that key, which is made where there is none, for an event of `destination`.
    pub(super) fn enter(&mut self, key: Key, destination: Id<Destination>, is_concurrent: bool) -> Id<Lane> {
        let lane = self.find(key).map(|(lane, _)| lane).unwrap_or_else(|| self.insert(key, None));
        if let Some(own) = self.lanes.get_mut(lane) {
            if std::mem::take(&mut own.rests) {
                self.idle.remove(&(own.idle_since, lane));
            }
            own.destination = Some(destination);
            own.is_concurrent = is_concurrent;
        }
        lane
    }

    fn insert(&mut self, key: Key, last: Option<i64>) -> Id<Lane> {
        let lane = Lane {
            key,
            destination: None,
            queue: BinaryHeap::new(),
            last,
            rests: false,
            idle_since: i64::MIN,
            ready_at: None,
            in_flight: 0,
            is_concurrent: false,
        };
        let lane = self.lanes.insert(lane);
        self.by_key.insert(key.into(), lane);
        lane
    }

    /// Remembers a lane that has nothing to send, as recorded in a journal.
    pub(super) fn remember(&mut self, key: Key, last: i64, idle_since: i64) {
        if self.find(key).is_some() {
            return;
        }
        let lane = self.insert(key, Some(last));
        self.rest(lane, idle_since);
    }

    /// A lane that may have nothing to send any more: it is remembered if there is something to remember.
    pub(super) fn leave(&mut self, lane: Id<Lane>, now: i64, max: usize) {
        let Some(own) = self.lanes.get(lane).filter(|own| own.is_idle() && !own.rests) else { return };
        if own.last.is_none() {
            self.remove(lane);
            return;
        }
        self.rest(lane, now);
        self.forget(now, max);
    }

    fn rest(&mut self, lane: Id<Lane>, now: i64) {
        if let Some(own) = self.lanes.get_mut(lane) {
            own.rests = true;
            own.idle_since = now;
            own.queue.shrink_to_fit();
            self.idle.insert((now, lane));
        }
    }

    /// Forgets what is too old or too much.
    fn forget(&mut self, now: i64, max: usize) {
        while let Some((since, lane)) = self.idle.first().copied() {
            if self.idle.len() <= max && since > now.saturating_sub(remembered()) {
                break;
            }
            self.idle.pop_first();
            self.remove(lane);
        }
    }

    fn remove(&mut self, lane: Id<Lane>) {
        if let Some(own) = self.lanes.remove(lane) {
            self.by_key.remove(own.key.into(), lane);
        }
    }

    /// What is remembered of lanes: of each its key, what its last event is ordered by, and since when it is idle.
    pub(super) fn memory(&self) -> impl Iterator<Item = (Key, i64, i64)> {
        // In the order in which they are to be forgotten.
        let idle = self.idle.iter().filter_map(|(_, lane)| self.get(*lane));
        let busy = self.lanes.values().filter(|own| !own.rests);
        idle.chain(busy).filter_map(|own| Some((own.key, own.last?, own.idle_since)))
    }

    /// Every lane.
    pub(super) fn ids(&self) -> Vec<Id<Lane>> {
        self.lanes.iter().map(|(lane, _)| lane).collect()
    }

    /// How many places of lanes that wait are kept, also of those that do not wait any more.
    #[cfg(test)]
    pub(super) fn waiting(&self) -> usize {
        self.ready.iter().map(Turns::len).sum()
    }

    /// How many lanes have events, and how many have none.
    pub(super) fn count(&self) -> (usize, usize) {
        (self.lanes.len() - self.idle.len(), self.idle.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_come_in_their_order_in_whatever_order_they_were_made() {
        let turn = |ready_at, number| (ready_at, number, Id::from_number(0));
        let mut turns = Turns::default();
        for (number, ready_at) in (0..).zip([5, 5, 9, 1, 5, 9, 0, 20]) {
            turns.push(turn(ready_at, number));
        }
        turns.retain(|(_, number, _)| *number != 4);
        assert_eq!(turns.len(), 7);
        let first: Vec<Turn> = std::iter::from_fn(|| turns.pop()).collect();
        assert_eq!(first, [turn(0, 6), turn(1, 3), turn(5, 0), turn(5, 1), turn(9, 2), turn(9, 5), turn(20, 7)]);
    }

    #[test]
    fn a_lane_that_rests_again_and_again_is_kept_once_whatever_rests_before_it() {
        let mut lanes = Lanes::default();
        lanes.remember(1, 0, 0);
        for now in 1..100 {
            let lane = lanes.enter(2, Id::from_number(0), false);
            lanes.get_mut(lane).unwrap().last = Some(now);
            lanes.leave(lane, now, 10);
        }
        assert_eq!(lanes.idle.len(), 2);
        assert_eq!(lanes.count(), (0, 2));
        assert_eq!(lanes.memory().collect::<Vec<_>>(), [(1, 0, 0), (2, 99, 99)]);
    }
}
