//! Where requests go, and how many may go there now.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::clock::Clock;
use crate::provider::spec::Spec;

use super::config::Limit;
use super::journal::{Asked, Record};
use super::key::Key;
use super::report::State;

pub(super) struct Destination {
    pub(super) name: Arc<str>,
    pub(super) provider: &'static Spec,
    pub(super) limit: Limit,
    pub(super) in_flight: usize,
    /// Nothing goes there before: a `Retry-After`.
    pub(super) not_before: i64,
    pub(super) gate: Gate,
    /// Number of consecutive requests without a response.
    pub(super) failures: u32,
    pub(super) rate: Rate,
    /// Error of the HTTP client at the last request that ended.
    pub(super) cause: Option<Arc<str>>,
    refusals: Refusals,
    /// What the log says that it has asked for.
    pub(super) logged: Asked,
    /// Time of the next check.
    pub(super) wakes_at: Option<i64>,
}

/// Whether requests go to a destination.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gate {
    Open,
    /// One request may go there at that time, to see whether it is open again.
    Shut {
        state: State,
        probe_at: i64,
    },
}

impl Destination {
    pub(super) fn new(name: &str, provider: &'static Spec, limit: Limit) -> Self {
        Self {
            name: name.into(),
            provider,
            limit,
            in_flight: 0,
            not_before: i64::MIN,
            gate: Gate::Open,
            failures: 0,
            rate: Rate::new(limit.per_second),
            cause: None,
            refusals: Refusals::default(),
            logged: Asked::default(),
            wakes_at: None,
        }
    }

    /// Earliest time of the next request; `None` while a response has to arrive first.
    pub(super) fn opens_at(&self, now: i64) -> Option<i64> {
        let (most, gate) = match self.gate {
            Gate::Open => (self.limit.max_in_flight, i64::MIN),
            Gate::Shut { probe_at, .. } => (1, probe_at),
        };
        (self.in_flight < most).then(|| self.not_before.max(gate).max(self.rate.opens_at(now)))
    }

    /// Returns whether a request that is counted as under way but not yet returned by `poll` may be sent.
    pub(super) fn may_go(&self, now: i64) -> bool {
        let is_open = match self.gate {
            Gate::Open => true,
            Gate::Shut { probe_at, .. } => self.in_flight == 1 && probe_at <= now,
        };
        is_open && self.not_before <= now
    }

    /// Whether a refusal of an event is about its group alone, whatever the provider says: see [`Refusals`].
    pub(super) fn refuses_group_alone(&mut self, group: Key) -> bool {
        self.refusals.refused(group)
    }

    pub(super) fn has_refused_groups(&self) -> bool {
        !self.refusals.groups.is_empty()
    }

    /// An event of a group was accepted.
    pub(super) fn accepted(&mut self, group: Key) {
        self.refusals.accepted(group);
    }

    /// What it has asked for.
    pub(super) fn asked(&self) -> Asked {
        Asked {
            not_before: (self.not_before > i64::MIN).then_some(self.not_before),
            shut: match self.gate {
                Gate::Open => None,
                Gate::Shut { state, probe_at } => Some((state, probe_at)),
            },
            slowed: self.rate.slowed,
        }
    }

    /// The record of what it has asked for.
    pub(super) fn asked_record(&self, clock: &Clock) -> Record<'_> {
        Record::Asked {
            destination: Cow::Borrowed(&self.name),
            provider: self.provider,
            at: clock.outside(clock.last()),
            asked: self.asked().at(|time| clock.outside(time)),
        }
    }

    /// Remembers what it has asked for before a restart.
    pub(super) fn ask(&mut self, asked: Asked) {
        self.not_before = asked.not_before.unwrap_or(i64::MIN);
        self.gate = asked.shut.map_or(Gate::Open, |(state, probe_at)| Gate::Shut { state, probe_at });
        self.rate.restore(asked.slowed);
        self.logged = asked;
    }

    pub(super) fn shut(&mut self, state: State, probe_at: i64) {
        self.gate = Gate::Shut { state, probe_at };
    }

    pub(super) fn state(&self) -> State {
        match self.gate {
            Gate::Open => State::Open,
            Gate::Shut { state, .. } => state,
        }
    }
}

/// Groups of events that were refused as if the whole destination was: where others are accepted meanwhile, that is about the group alone.
#[derive(Default)]
struct Refusals {
    /// When each was refused first.
    groups: BTreeMap<Key, u64>,
    /// The number of refusals and acceptances so far, by which time is counted here.
    count: u64,
    /// When an event was accepted last.
    accepted: u64,
}

/// Number of groups that are remembered for each destination. The oldest is forgotten for another one.
const GROUPS: usize = 1_000;

impl Refusals {
    /// A group was refused. Returns whether others were accepted since its first refusal.
    fn refused(&mut self, group: Key) -> bool {
        if let Some(since) = self.groups.get(&group) {
            return *since < self.accepted;
        }
        self.count += 1;
        self.groups.insert(group, self.count);
        if self.groups.len() > GROUPS
            && let Some(oldest) = self.groups.iter().min_by_key(|(_, since)| **since).map(|(group, _)| *group)
        {
            self.groups.remove(&oldest);
        }
        false
    }

    /// An event of a group was accepted.
    fn accepted(&mut self, group: Key) {
        self.groups.remove(&group);
        self.count += 1;
        self.accepted = self.count;
    }
}

/// How many requests may go to a destination in a second: a token bucket that holds a second's tokens, and whose rate is halved by each 429 and
/// grows again with each event that is accepted.
#[derive(Debug, Clone)]
pub(super) struct Rate {
    configured: Option<f64>,
    /// The rate now; without one nothing is limited.
    pub(super) per_second: Option<f64>,
    tokens: f64,
    filled_at: i64,
    /// When a second began, how many were sent since, and how many in the one before.
    second: (i64, u32, u32),
    slowed_at: i64,
    /// The rate right after the last 429, and when that came; `None` once the rate is what it was before.
    slowed: Option<(f64, i64)>,
}

/// A rate grows by so much with each accepted event: it doubles in some 3.5 seconds, whether it is low or high.
const GROWTH: f64 = 0.2;
/// A rate never falls below this.
const SLOWEST: f64 = 0.1;
/// A rate that 429s have brought about ends so long after the last one.
const RECOVERY: i64 = 10 * 60 * 1_000;
/// A 429 that arrives within this time belongs to a request sent before the rate fell, and does not halve it again.
const SETTLING: i64 = 1_000;

impl Rate {
    fn new(configured: Option<f64>) -> Self {
        let tokens = configured.unwrap_or(0.0);
        Self {
            configured,
            per_second: configured,
            tokens,
            filled_at: i64::MIN,
            second: (i64::MIN, 0, 0),
            slowed_at: i64::MIN,
            slowed: None,
        }
    }

    /// From when on a request may go.
    fn opens_at(&self, now: i64) -> i64 {
        let Some(rate) = self.per_second else { return i64::MIN };
        let tokens = self.tokens_at(now, rate);
        if tokens >= 1.0 {
            return i64::MIN;
        }
        now.saturating_add(((1.0 - tokens) * 1_000.0 / rate).ceil() as i64)
    }

    fn tokens_at(&self, now: i64, rate: f64) -> f64 {
        let passed = now.saturating_sub(self.filled_at).max(0) as f64;
        (self.tokens + passed * rate / 1_000.0).min(rate.max(1.0))
    }

    /// A request goes.
    pub(super) fn take(&mut self, now: i64) {
        if now.saturating_sub(self.second.0) >= 1_000 {
            self.second = (now, 0, self.second.1);
        }
        self.second.1 = self.second.1.saturating_add(1);
        if self.configured.is_none() && now.saturating_sub(self.slowed_at) > RECOVERY {
            self.per_second = None;
            self.slowed = None;
        }
        if let Some(rate) = self.per_second {
            self.tokens = self.tokens_at(now, rate) - 1.0;
            self.filled_at = now;
        }
    }

    /// A 429 has come.
    pub(super) fn slow_down(&mut self, now: i64) {
        if now.saturating_sub(self.slowed_at) < SETTLING {
            return;
        }
        let rate = self.per_second.unwrap_or(f64::from(self.second.1.max(self.second.2)));
        self.per_second = Some((rate / 2.0).max(SLOWEST));
        self.tokens = 0.0;
        self.filled_at = now;
        self.slowed_at = now;
        self.slowed = self.per_second.map(|rate| (rate, now));
    }

    /// Goes on with the rate that a 429 has brought about before a restart.
    fn restore(&mut self, slowed: Option<(f64, i64)>) {
        self.slowed = slowed;
        let Some((rate, slowed_at)) = slowed else { return };
        self.per_second = Some(self.configured.map_or(rate, |most| rate.min(most)));
        self.tokens = 0.0;
        self.filled_at = slowed_at;
        self.slowed_at = slowed_at;
    }

    /// An event was accepted.
    pub(super) fn speed_up(&mut self) {
        if let Some(rate) = self.per_second {
            let faster = rate + GROWTH;
            self.per_second = Some(self.configured.map_or(faster, |most| faster.min(most)));
            if self.per_second == self.configured {
                self.slowed = None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_gives_its_rate_and_no_more() {
        let mut rate = Rate::new(Some(10.0));
        let mut sent = 0;
        for now in 0..5_000 {
            while rate.opens_at(now) <= now {
                rate.take(now);
                sent += 1;
            }
        }
        assert!((59..=61).contains(&sent), "a second's tokens, and then ten a second: {sent}");
    }

    #[test]
    fn a_429_halves_what_was_sent_and_acceptance_brings_it_back() {
        let mut rate = Rate::new(None);
        for _ in 0..100 {
            rate.take(0);
        }
        rate.slow_down(500);
        assert_eq!(rate.per_second, Some(50.0));
        rate.slow_down(600);
        assert_eq!(rate.per_second, Some(50.0), "a response to what was sent before");
        rate.slow_down(2_000);
        assert_eq!(rate.per_second, Some(25.0));
        let mut seconds = 0.0;
        while rate.per_second.unwrap() < 50.0 {
            seconds += 1.0 / rate.per_second.unwrap();
            rate.speed_up();
        }
        assert!((3.0..4.0).contains(&seconds), "{seconds}");
        rate.take(2_000 + RECOVERY + 1);
        assert_eq!(rate.per_second, None);
    }

    #[test]
    fn a_configured_rate_is_never_exceeded() {
        let mut rate = Rate::new(Some(4.0));
        rate.slow_down(0);
        for _ in 0..10_000 {
            rate.speed_up();
        }
        assert_eq!(rate.per_second, Some(4.0));
    }
}
