//! What Adjust remembers of the requests that it has accepted.

use std::collections::{HashMap, HashSet, VecDeque};

use jiff::{SignedDuration, Timestamp};

use super::{config::App, fields::Identifier};

/// What Adjust remembers.
#[derive(Default)]
pub(super) struct Memory {
    /// The latest time of an event per app, device and event token.
    events: HashMap<(Device, String), Timestamp>,
    /// The latest time of a session per app and device.
    sessions: HashMap<Device, Timestamp>,
    /// The identifiers of devices whose data were erased.
    forgotten: HashSet<Device>,
    /// When the latest erasures were asked for.
    erasures: VecDeque<Timestamp>,
}

/// An app and an identifier.
type Device = (String, &'static str, String);

fn device(app: &App, (name, value): Identifier<'_>) -> Device {
    (app.token.clone(), name, value.to_owned())
}

impl Memory {
    pub(super) fn latest_event(&self, app: &App, own: Identifier<'_>, event_token: &str) -> Option<Timestamp> {
        self.events.get(&(device(app, own), event_token.to_owned())).copied()
    }

    pub(super) fn add_event(&mut self, app: &App, own: Identifier<'_>, event_token: &str, time: Timestamp) {
        self.events.insert((device(app, own), event_token.to_owned()), time);
    }

    pub(super) fn latest_session(&self, app: &App, own: Identifier<'_>) -> Option<Timestamp> {
        self.sessions.get(&device(app, own)).copied()
    }

    pub(super) fn has_session(&self, app: &App, own: Identifier<'_>) -> bool {
        self.latest_session(app, own).is_some()
    }

    pub(super) fn add_session(&mut self, app: &App, own: Identifier<'_>, time: Timestamp) {
        self.sessions.insert(device(app, own), time);
    }

    pub(super) fn has_forgotten(&self, app: &App, identifiers: &[Identifier<'_>]) -> bool {
        identifiers.iter().any(|own| self.forgotten.contains(&device(app, *own)))
    }

    pub(super) fn forget(&mut self, app: &App, identifiers: &[Identifier<'_>]) {
        self.forgotten.extend(identifiers.iter().map(|own| device(app, *own)));
    }

    /// "The endpoint is rate limited to 10 requests per minute and stops responding to requests beyond
    /// this threshold": whether one more gets a response.
    pub(super) fn takes_erasure(&mut self, now: Timestamp) -> bool {
        const MOST: usize = 10;
        const WINDOW: SignedDuration = SignedDuration::from_mins(1);
        while self.erasures.front().is_some_and(|first| now.duration_since(*first) >= WINDOW) {
            self.erasures.pop_front();
        }
        let takes = self.erasures.len() < MOST;
        if takes {
            self.erasures.push_back(now);
        }
        takes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_erasures_a_minute_are_answered() {
        let mut memory = Memory::default();
        let at = |second| Timestamp::from_second(second).unwrap_or_default();
        assert!((0..10).all(|second| memory.takes_erasure(at(second))));
        assert!(!memory.takes_erasure(at(59)));
        assert!(memory.takes_erasure(at(60)), "the first is a minute ago");
        assert!(!memory.takes_erasure(at(60)));
        assert!(memory.takes_erasure(at(61)));
    }
}
