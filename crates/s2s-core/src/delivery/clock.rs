//! Time and chance, from what the caller gives.

use crate::value::Timestamp;

/// A clock that never goes backward, from one that may: where the caller's clock is set back, this one goes on from where it was.
#[derive(Debug, Clone, Default)]
pub(super) struct Clock {
    /// The last reading, in milliseconds.
    last: Option<i64>,
    /// So far this clock is ahead of the caller's.
    ahead: i64,
}

impl Clock {
    /// This clock's time when it is `now` by the caller's.
    pub(super) fn read(&mut self, now: Timestamp) -> i64 {
        let own = now.unix_millis().saturating_add(self.ahead);
        let own = match self.last {
            Some(last) if own < last => {
                self.ahead = self.ahead.saturating_add(last - own);
                last
            }
            _ => own,
        };
        self.last = Some(own);
        own
    }

    /// It was that time already, in a process before this one.
    pub(super) fn begin_at(&mut self, time: i64) {
        if Timestamp::from_unix_millis(time).is_some() {
            self.last = self.last.max(Some(time));
        }
    }

    /// The last reading.
    pub(super) fn last(&self) -> i64 {
        self.last.unwrap_or(i64::MIN)
    }

    /// What the caller's clock says then.
    pub(super) fn outside(&self, own: i64) -> i64 {
        own.saturating_sub(self.ahead)
    }
}

/// Random numbers from a seed (SplitMix64, <https://doi.org/10.1145/2714064.2660195>).
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

impl Chance {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `most`.
    pub(super) fn up_to(&mut self, most: i64) -> i64 {
        let count = u64::try_from(most).unwrap_or(0).saturating_add(1);
        i64::try_from(self.next() % count).unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_unix_millis(millis).unwrap()
    }

    #[test]
    fn a_clock_that_is_set_back_goes_on() {
        let mut clock = Clock::default();
        assert_eq!(clock.read(at(1_000)), 1_000);
        assert_eq!(clock.read(at(400)), 1_000);
        assert_eq!(clock.read(at(500)), 1_100);
        assert_eq!(clock.outside(1_200), 600);
        assert_eq!(clock.read(at(5_000)), 5_600);
    }

    #[test]
    fn a_clock_goes_on_where_a_process_before_has_left_it() {
        let mut clock = Clock::default();
        for time in [5_000, 3_000, i64::MAX, i64::MIN] {
            clock.begin_at(time);
        }
        assert_eq!(clock.read(at(1_000)), 5_000);
        assert_eq!(clock.read(at(1_200)), 5_200);
        assert_eq!(clock.outside(5_300), 1_300);
    }

    #[test]
    fn chance_stays_within_its_bounds_and_reaches_them() {
        let mut chance = Chance::new(1);
        let drawn: std::collections::BTreeSet<i64> = (0..200).map(|_| chance.up_to(3)).collect();
        assert_eq!(drawn.into_iter().collect::<Vec<_>>(), [0, 1, 2, 3]);
        assert_eq!(chance.up_to(0), 0);
    }
}
