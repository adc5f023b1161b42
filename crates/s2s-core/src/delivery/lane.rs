//! Lanes: events that have to keep their order among each other.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use crate::provider::PROVIDERS;
use siphasher::sip128::{Hasher128, SipHasher13};

use super::Event;
use super::arena::{Arena, Id};
use super::destination::Destination;

/// What a lane is known by: a hash of its destination and of what its requests have in common, with a key that outsiders do not know.
pub(super) type Key = u128;

pub(super) fn key<const N: usize>(seed: u64, parts: [&[u8]; N]) -> Key {
    let mut hasher = SipHasher13::new_with_keys(seed, !seed);
    for part in parts {
        hasher.write_usize(part.len());
        hasher.write(part);
    }
    hasher.finish128().as_u128()
}

/// A map from what is a hash already.
pub(super) type ByKey<V> = HashMap<Key, V, BuildHasherDefault<AsItIs>>;

/// Takes a hash as it is.
#[derive(Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u128(&mut self, key: u128) {
        self.0 = key as u64;
    }
}

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

/// All lanes: those with events, and a bounded number of others.
#[derive(Default)]
pub(super) struct Lanes {
    lanes: Arena<Lane>,
    by_key: ByKey<Id<Lane>>,
    /// Lanes that rest, by since when. What has events again is taken out at once: nothing else would, for as long as an older one rests.
    idle: BTreeSet<(i64, Id<Lane>)>,
}

impl Lanes {
    pub(super) fn get(&self, lane: Id<Lane>) -> Option<&Lane> {
        self.lanes.get(lane)
    }

    pub(super) fn get_mut(&mut self, lane: Id<Lane>) -> Option<&mut Lane> {
        self.lanes.get_mut(lane)
    }

    /// Whether a lane waits for its turn at that time and destination: places of lanes that do not any more are left where they are.
    pub(super) fn is_ready(&self, lane: Id<Lane>, ready_at: i64, destination: Id<Destination>) -> bool {
        self.get(lane).is_some_and(|own| own.ready_at == Some(ready_at) && own.destination == Some(destination))
    }

    pub(super) fn find(&self, key: Key) -> Option<(Id<Lane>, &Lane)> {
        let lane = *self.by_key.get(&key)?;
        Some((lane, self.get(lane)?))
    }

    /// The lane of that key, which is made where there is none, for an event of `destination`.
    pub(super) fn enter(&mut self, key: Key, destination: Id<Destination>, is_concurrent: bool) -> Id<Lane> {
        let lane = self.by_key.get(&key).copied().unwrap_or_else(|| self.insert(key, None));
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
        self.by_key.insert(key, lane);
        lane
    }

    /// Remembers a lane that has nothing to send, as recorded in a journal.
    pub(super) fn remember(&mut self, key: Key, last: i64, idle_since: i64) {
        if self.by_key.contains_key(&key) {
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
            self.by_key.remove(&own.key);
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

    pub(super) fn len(&self) -> usize {
        self.lanes.len()
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
