//! The end of a run: what is left when no more is to be sent, and runs in which each event has one attempt.

use crate::value::Timestamp;

use super::arena::Id;
use super::journal::Record;
use super::report::ReportKind;
use super::{Delivery, Event, Flight};

const ENDED: &str = "the run ended before its turn";

impl Delivery {
    /// Gives each event one attempt, whatever its outcome: nothing is sent again, and no destination is paused. This is for a run that reports
    /// what is worth another try. If a request of several messages is refused, each message is still tried by itself. Only its provider's rules
    /// make an event too old for its attempt: [`Config::max_age_ms`](super::Config::max_age_ms) bounds repetition, and there is none.
    #[must_use]
    pub fn once(mut self) -> Self {
        self.settings.is_once = true;
        self.settings.max_age = i64::MAX;
        self
    }

    /// Takes back what [`Delivery::poll`] has prepared and not returned, so that it is known of every event whether it was sent. Do not poll
    /// after it; store the log once all responses have arrived.
    pub fn recall(&mut self, now: Timestamp) {
        let at = self.clock.read(now);
        while let Some(place) = self.prepared.pop_front() {
            self.take_back(place, at);
        }
    }

    /// Takes back the next prepared request if it may no longer be sent: much can change while its part of the log is stored.
    pub(super) fn recall_what_may_not_go(&mut self, at: i64, now: Timestamp) {
        while let Some(place) = self.prepared.front().copied().filter(|place| !self.may_go(*place, at, now)) {
            self.prepared.pop_front();
            self.take_back(place, at);
        }
    }

    /// Whether a request that is prepared would still be.
    fn may_go(&self, place: Id<Flight>, at: i64, now: Timestamp) -> bool {
        let Some(flight) = self.flights.get(place) else { return false };
        let goes = |event: &Event| self.ending(event, None, at, now).is_none();
        self.destinations.get(flight.destination).is_some_and(|own| own.may_go(at))
            && flight.events().all(|event| self.events.get(event).is_some_and(goes))
    }

    pub(super) fn take_back(&mut self, place: Id<Flight>, at: i64) {
        let Some(flight) = self.flights.remove(place) else { return };
        if let Some(own) = self.destinations.get_mut(flight.destination) {
            own.in_flight = own.in_flight.saturating_sub(1);
        }
        if let Some(own) = self.lanes.get_mut(flight.lane) {
            own.landed();
        }
        for place in flight.events() {
            let Some(event) = self.events.get_mut(place) else { continue };
            event.tries.attempts = event.tries.attempts.saturating_sub(1);
            if let Some(journal) = &mut self.journal {
                let next_at = self.clock.outside(event.next_at);
                journal.append(&Record::Waits { sequence: event.sequence, tries: event.tries, next_at });
            }
            self.enqueue(place);
        }
        self.schedule(flight.lane, at);
        self.wake(flight.destination, at);
    }

    /// Gives up everything that is not under way, for an end.
    pub fn give_up_all(&mut self, now: Timestamp) {
        self.recall(now);
        let at = self.clock.read(now);
        for lane in self.lanes.ids() {
            while let Some((_, _, event)) = self.lanes.get_mut(lane).and_then(super::lane::Lane::pop) {
                self.finish(event, ReportKind::GaveUp, ENDED, None);
            }
            self.schedule(lane, at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::delivery::{Config, Next, Report, Submission};
    use crate::dynamic::{Destinations, from_json};
    use crate::response::{NoResponse, Response};

    fn now() -> Timestamp {
        Timestamp::parse("2026-11-20T12:00:00Z").unwrap()
    }

    fn submit(delivery: &mut Delivery, id: &str, event: &str) {
        let config = r#"{"adjust":{"app_token":"app"},"metrix":{"app_id":"a","api_key":"k"}}"#;
        let destinations = Destinations::from_config(&from_json(config).unwrap()).unwrap();
        let request = destinations.build(event.as_bytes(), now(), Some(&mut || id.to_owned())).unwrap().request;
        delivery.submit(Submission::new(id, request), now()).unwrap();
    }

    fn adjust(delivery: &mut Delivery, id: &str, device: u32) {
        let gps_adid = format!("660e1d86-6796-463a-be86-8979931{device:05}");
        let event = format!(r#"{{"provider":"adjust","kind":"event","event_token":"t","gps_adid":"{gps_adid}"}}"#);
        submit(delivery, id, &event);
    }

    fn store(delivery: &mut Delivery, log: &mut Vec<u8>) {
        log.extend(delivery.take_log());
        delivery.log_stored();
    }

    fn told(reports: &[Report]) -> Vec<(&str, ReportKind, u32, bool)> {
        reports.iter().map(|report| (&*report.id, report.kind, report.attempts, report.maybe_delivered)).collect()
    }

    #[test]
    fn once_is_once_whatever_comes_and_pauses_nothing() {
        let config = Config::builder().breaker_failures(1).build();
        let mut delivery = Delivery::new(&config, 1).unwrap().once();
        for (number, id) in ["a", "b", "c", "d"].iter().enumerate() {
            adjust(&mut delivery, id, number as u32);
        }
        let mut tickets = Vec::new();
        while let Next::Send { ticket, .. } = delivery.poll(now()) {
            tickets.push(ticket);
            match tickets.len() {
                1 => delivery.on_response(ticket, &Response::new(401, [("a", "b")], "Failed to authorize request"), now()),
                2 => delivery.on_no_response(ticket, NoResponse::Connect, now()),
                3 => delivery.on_response(ticket, &Response::new(429, [("retry-after", "60")], ""), now()),
                _ => delivery.on_no_response(ticket, NoResponse::Timeout, now()),
            };
        }
        let reports = delivery.take_reports();
        let gave_up = ReportKind::GaveUp;
        assert_eq!(told(&reports), [("a", gave_up, 1, false), ("b", gave_up, 1, false), ("c", gave_up, 1, false), ("d", gave_up, 1, true)]);
        assert!(reports.iter().all(|report| report.outcome.is_some()));
        assert!(matches!(delivery.poll(now()), Next::Idle));
    }

    #[test]
    fn once_still_finds_the_message_that_is_refused() {
        let mut delivery = Delivery::new(&Config::builder().linger_ms(0).build(), 1).unwrap().once();
        for (id, name) in [("a", "fine"), ("b", "wrong"), ("c", "fine")] {
            let time = "2026-11-20T10:00:00Z";
            submit(
                &mut delivery,
                id,
                &format!(r#"{{"provider":"metrix","kind":"action","custom_user_id":"u","time":"{time}","name":"{name}"}}"#),
            );
        }
        while let Next::Send { ticket, request } = delivery.poll(now()) {
            let status = if String::from_utf8_lossy(request.body()).contains("wrong") { 400 } else { 200 };
            delivery.on_response(ticket, &Response::new(status, [("a", "b")], ""), now());
        }
        let mut kinds: Vec<_> = delivery.take_reports().into_iter().map(|report| (report.id, report.kind)).collect();
        kinds.sort_by(|a, b| a.0.cmp(&b.0));
        let own = |id: &str, kind| (id.to_owned(), kind);
        assert_eq!(kinds, [own("a", ReportKind::Delivered), own("b", ReportKind::Dropped), own("c", ReportKind::Delivered)]);
    }

    #[test]
    fn once_is_once_also_for_what_waited_long_for_its_turn() {
        let config = Config::builder().max_in_flight(1).max_age_ms(1_000).build();
        let mut delivery = Delivery::new(&config, 1).unwrap().once();
        for (number, id) in ["a", "b"].iter().enumerate() {
            adjust(&mut delivery, id, number as u32);
        }
        let later = Timestamp::from_unix_millis(now().unix_millis() + 5_000).unwrap();
        for now in [now(), later] {
            let Next::Send { ticket, .. } = delivery.poll(now) else { panic!("a request") };
            delivery.on_response(ticket, &Response::new(200, [("a", "b")], r#"{"status":"OK"}"#), later);
        }
        assert_eq!(told(&delivery.take_reports()), [("a", ReportKind::Delivered, 1, false), ("b", ReportKind::Delivered, 1, false)]);
    }

    #[test]
    fn what_was_not_handed_out_is_not_taken_for_sent() {
        let config = Config::builder().journal(true).build();
        let (mut delivery, mut log) = (Delivery::new(&config, 1).unwrap(), Vec::new());
        for (number, id) in ["a", "b", "c"].iter().enumerate() {
            adjust(&mut delivery, id, number as u32);
        }
        assert!(matches!(delivery.poll(now()), Next::Store));
        store(&mut delivery, &mut log);
        let Next::Send { ticket, .. } = delivery.poll(now()) else { panic!("a request") };
        delivery.recall(now());
        assert_eq!(delivery.stats().in_flight, 1);
        delivery.on_response(ticket, &Response::new(200, [("a", "b")], r#"{"status":"OK"}"#), now());
        store(&mut delivery, &mut log);
        assert_eq!(told(&delivery.take_reports()), [("a", ReportKind::Delivered, 1, false)]);

        for at_most_once in [delivery, Delivery::restore(&config, 2, &log).unwrap().0] {
            let mut delivery = at_most_once;
            let mut sent = 0;
            loop {
                match delivery.poll(now()) {
                    Next::Send { ticket, .. } => {
                        sent += 1;
                        delivery.on_response(ticket, &Response::new(200, [("a", "b")], r#"{"status":"OK"}"#), now());
                    }
                    Next::Store => store(&mut delivery, &mut log),
                    _ => break,
                }
            }
            assert_eq!(sent, 2);
            let reports = delivery.take_reports();
            let own: Vec<_> = told(&reports).into_iter().filter(|report| report.0 != "a").collect();
            assert_eq!(own, [("b", ReportKind::Delivered, 1, false), ("c", ReportKind::Delivered, 1, false)]);
        }
    }

    #[test]
    fn an_end_gives_up_what_waits_and_leaves_what_is_under_way() {
        let mut delivery = Delivery::new(&Config::builder().max_in_flight(1).build(), 1).unwrap();
        for id in ["a", "b", "c"] {
            adjust(&mut delivery, id, 1);
        }
        let Next::Send { ticket, .. } = delivery.poll(now()) else { panic!("a request") };
        delivery.give_up_all(now());
        let reports = delivery.take_reports();
        assert_eq!(told(&reports), [("b", ReportKind::GaveUp, 0, false), ("c", ReportKind::GaveUp, 0, false)]);
        delivery.on_no_response(ticket, NoResponse::Timeout, now());
        delivery.give_up_all(now());
        assert_eq!(told(&delivery.take_reports()), [("a", ReportKind::GaveUp, 1, true)]);
        assert!(matches!(delivery.poll(now()), Next::Idle));
    }
}
