//! One run of a delivery against a provider, in time that does not pass: events come, responses come or not, the process dies and is started again,
//! the disk is full, the clock is set back.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use s2s_core::delivery::{Config, Delivery, Limits, Next, Refused, Repeat, Report, ReportKind, Submission, Ticket};
use s2s_core::value::Pairs;
use s2s_core::{Adjust, Metrix, Request, Timestamp, adjust, metrix};

use super::model::{Answer, Faults, Provider};

/// Random numbers that a seed repeats.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^ (mixed >> 27)
    }

    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    /// Returns `true` in this many of a thousand calls.
    pub(crate) fn happens(&mut self, thousandths: u64) -> bool {
        self.below(1_000) < thousandths
    }
}

/// What a run is like.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) events: usize,
    pub(crate) devices: u64,
    pub(crate) faults: Faults,
    /// How often, in thousandths of steps, the process dies.
    pub(crate) crashes: u64,
    pub(crate) full_disk: u64,
    pub(crate) clock_jumps: u64,
    /// How often an event comes late, with an earlier time than others before it.
    pub(crate) late: u64,
    pub(crate) repeat: Repeat,
}

/// What became of a run.
pub(crate) struct Ended {
    pub(crate) provider: Provider,
    /// The report of each event that was acknowledged.
    pub(crate) reports: BTreeMap<String, Report>,
    /// When it came.
    pub(crate) reported: BTreeMap<String, i64>,
    /// When each event was submitted for good.
    pub(crate) submitted: BTreeMap<String, i64>,
    pub(crate) events: usize,
    pub(crate) restarts: u32,
}

/// A request on its way.
struct OnItsWay {
    ticket: Ticket,
    request: Arc<Request>,
    /// Which process has sent it.
    restarts: u32,
}

const BEGIN: i64 = 1_795_200_000_000;
const SECOND: i64 = 1_000;
const HOUR: i64 = 60 * 60 * SECOND;

pub(crate) struct Simulation {
    seed: u64,
    plan: Plan,
    dice: Dice,
    config: Config,
    delivery: Delivery,
    /// What survives the process.
    disk: Vec<u8>,
    provider: Provider,
    /// Real time, and how far the process's clock is from it.
    time: i64,
    clock_error: i64,
    /// Requests on their way, by when they arrive. They arrive also where the process has died since.
    requests: BTreeMap<(i64, u64), OnItsWay>,
    /// Responses on their way, by when they come. A process that was started again does not wait for them any more.
    answers: BTreeMap<(i64, u64), (Ticket, Answer)>,
    next_on_its_way: u64,
    /// When a report came first.
    reported: BTreeMap<String, i64>,
    /// Events to come, in their order.
    to_come: std::collections::VecDeque<(i64, String, Request)>,
    /// Submitted, but not safe yet.
    unsafe_events: Vec<(String, Request)>,
    reports: BTreeMap<String, Report>,
    submitted: BTreeMap<String, i64>,
    /// Reports that came, and that the process has not acknowledged.
    seen: BTreeSet<String>,
    restarts: u32,
}

fn timestamp(millis: i64) -> Timestamp {
    Timestamp::from_unix_millis(millis).unwrap()
}

fn config(plan: &Plan) -> Config {
    let limits = || Limits::builder().max_in_flight(8).repeat(plan.repeat).build();
    Config::builder()
        .journal(true)
        .max_pending(plan.events as i64 + 1)
        .max_in_flight(24)
        .max_attempts(30)
        .breaker_failures(4)
        .snapshot_after_bytes(4_096)
        .device_retry_ms(10 * 60 * SECOND)
        .providers(Pairs::<Limits>::from(vec![("adjust", limits()), ("metrix", limits())]))
        .build()
}

impl Simulation {
    pub(crate) fn new(seed: u64, plan: Plan) -> Self {
        let mut dice = Dice::new(seed);
        let config = config(&plan);
        let to_come = events(&plan, &mut dice);
        let provider = Provider::new(plan.faults.clone());
        Self {
            seed,
            dice,
            delivery: Delivery::new(&config, seed).unwrap(),
            config,
            plan,
            disk: Vec::new(),
            provider,
            time: BEGIN,
            clock_error: 0,
            requests: BTreeMap::new(),
            answers: BTreeMap::new(),
            next_on_its_way: 0,
            reported: BTreeMap::new(),
            to_come,
            unsafe_events: Vec::new(),
            reports: BTreeMap::new(),
            submitted: BTreeMap::new(),
            seen: BTreeSet::new(),
            restarts: 0,
        }
    }

    fn now(&self) -> Timestamp {
        timestamp(self.time + self.clock_error)
    }

    pub(crate) fn run(mut self) -> Ended {
        let mut steps = 0_u64;
        loop {
            steps += 1;
            assert!(steps < 2_000 * self.plan.events as u64 + 100_000, "{}: does not end: {:?}", replay(self.seed), self.delivery.stats());
            if self.dice.happens(self.plan.crashes) {
                self.die();
            }
            if self.dice.happens(self.plan.clock_jumps) {
                self.clock_error += self.dice.below(4 * HOUR as u64) as i64 - 2 * HOUR;
            }
            self.submit_what_is_due();
            self.take_what_arrives();
            self.answer_what_is_due();
            self.read_reports();
            let now = self.now();
            let wait = match self.delivery.poll(now) {
                Next::Store => {
                    self.store();
                    continue;
                }
                Next::Send { ticket, request } => {
                    self.provider.is_sent(&request, self.time);
                    self.requests.insert(
                        (self.time + latency(&mut self.dice), self.next_on_its_way),
                        OnItsWay { ticket, request, restarts: self.restarts },
                    );
                    self.next_on_its_way += 1;
                    continue;
                }
                Next::WaitUntil(until) => Some((until.unix_millis() - self.clock_error).max(self.time + 1)),
                Next::WaitForAnswer => None,
                Next::Idle if self.to_come.is_empty() && self.unsafe_events.is_empty() && self.seen.is_empty() => break,
                Next::Idle => None,
                other => panic!("{other:?}"),
            };
            let next = [wait, self.to_come.front().map(|(at, ..)| *at), self.first_on_its_way()];
            match next.into_iter().flatten().min() {
                Some(next) => self.time = self.time.max(next),
                None => self.time += SECOND,
            }
        }
        let Self { provider, reports, reported, submitted, plan, restarts, .. } = self;
        Ended { provider, reports, reported, submitted, events: plan.events, restarts }
    }

    fn submit_what_is_due(&mut self) {
        while let Some((_, name, request)) = self.to_come.front().filter(|(at, ..)| *at <= self.time).cloned() {
            let now = self.now();
            match self.delivery.submit(Submission::new(&name, request.clone()), now) {
                Ok(_) => {
                    self.to_come.pop_front();
                    self.submitted.insert(name.clone(), self.time);
                    self.unsafe_events.push((name, request));
                }
                Err(Refused::Full) => break,
                Err(other) => panic!("{}: {other}", replay(self.seed)),
            }
        }
    }

    fn first_on_its_way(&self) -> Option<i64> {
        let (requests, answers) = (self.requests.keys().next(), self.answers.keys().next());
        requests.into_iter().chain(answers).map(|(at, _)| *at).min()
    }

    fn take_what_arrives(&mut self) {
        while let Some(entry) = self.requests.first_entry().filter(|entry| entry.key().0 <= self.time) {
            let ((at, number), OnItsWay { ticket, request, restarts }) = entry.remove_entry();
            let answer = self.provider.take(&request, at, restarts < self.restarts, &mut self.dice);
            // The process that sent the request may have died.
            if restarts == self.restarts {
                self.answers.insert((at + latency(&mut self.dice), number), (ticket, answer));
            }
        }
    }

    fn answer_what_is_due(&mut self) {
        while let Some(entry) = self.answers.first_entry().filter(|entry| entry.key().0 <= self.time) {
            let (ticket, answer) = entry.remove();
            let now = self.now();
            for is_first in [true, false] {
                // A second response for a ticket changes nothing.
                let is_taken = match &answer {
                    Answer::Response(response) => self.delivery.on_response(ticket, response, now),
                    Answer::Nothing(kind) => self.delivery.on_no_response(ticket, *kind, now),
                };
                assert_eq!(is_taken, is_first);
            }
        }
    }

    fn read_reports(&mut self) {
        for report in self.delivery.take_reports() {
            let known = self.reports.get(&report.id);
            if let Some(known) = known {
                assert!(self.seen.contains(&report.id), "{}: {} is reported after it was acknowledged", replay(self.seed), report.id);
                assert_eq!(known.kind, report.kind, "{}: {} has two reports", replay(self.seed), report.id);
            }
            self.seen.insert(report.id.clone());
            self.reported.entry(report.id.clone()).or_insert(self.time);
            self.reports.insert(report.id.clone(), report);
        }
        if self.dice.happens(300) {
            for id in std::mem::take(&mut self.seen) {
                assert!(self.delivery.acknowledge(&id), "{}", replay(self.seed));
            }
        }
    }

    fn store(&mut self) {
        if let Some(snapshot) = self.delivery.take_snapshot() {
            return self.replace(snapshot);
        }
        let log = self.delivery.take_log();
        if self.dice.happens(self.plan.full_disk) {
            return self.delivery.log_not_stored(log);
        }
        if self.dice.happens(self.plan.crashes) {
            // A part of it arrives.
            let part = self.dice.below(log.len() as u64 + 1) as usize;
            self.disk.extend_from_slice(&log[..part]);
            return self.die();
        }
        self.disk.extend_from_slice(&log);
        self.delivery.log_stored();
        self.unsafe_events.clear();
        if self.dice.happens(20)
            && let Some(snapshot) = self.delivery.snapshot()
        {
            self.disk = snapshot;
        }
    }

    /// Replaces what is on the disk, as a whole or not at all.
    fn replace(&mut self, snapshot: Vec<u8>) {
        if self.dice.happens(self.plan.full_disk) {
            return self.delivery.log_not_stored(Vec::new());
        }
        if self.dice.happens(self.plan.crashes) {
            if self.dice.happens(500) {
                self.disk = snapshot;
            }
            return self.die();
        }
        self.disk = snapshot;
        self.delivery.log_stored();
        self.unsafe_events.clear();
    }

    /// The process ends, and another one begins with what is on the disk.
    fn die(&mut self) {
        self.restarts += 1;
        self.clock_error = 0;
        self.answers.clear();
        let (delivery, whole) = Delivery::restore(&self.config, self.seed ^ u64::from(self.restarts), &self.disk)
            .unwrap_or_else(|error| panic!("{}: {error}", replay(self.seed)));
        self.disk.truncate(whole);
        self.delivery = delivery;
        // What was submitted and is not safe is submitted again by its source.
        let now = self.now();
        for (name, request) in std::mem::take(&mut self.unsafe_events) {
            match self.delivery.submit(Submission::new(&name, request.clone()), now) {
                Ok(_) => self.unsafe_events.push((name, request)),
                Err(Refused::IdInUse) => {}
                Err(other) => panic!("{}: {other}", replay(self.seed)),
            }
        }
        // An acknowledgement may be lost: then the report comes again.
        self.seen.clear();
        for report in self.delivery.take_reports() {
            assert!(self.submitted.contains_key(&report.id), "{}: a report of nothing", replay(self.seed));
            self.seen.insert(report.id.clone());
            self.reported.entry(report.id.clone()).or_insert(self.time);
            self.reports.entry(report.id.clone()).or_insert(report);
        }
    }
}

/// How long something is under way in one direction.
fn latency(dice: &mut Dice) -> i64 {
    if dice.happens(20) { 40 * SECOND } else { 5 + dice.below(300) as i64 }
}

/// How to see a run again.
pub(crate) fn replay(seed: u64) -> String {
    format!("seed {seed} (DELIVERY_SEED={seed} cargo test -p s2s-core --test delivery)")
}

/// The events of a run: purchases of some devices at Adjust, and messages of some users at Metrix.
fn events(plan: &Plan, dice: &mut Dice) -> std::collections::VecDeque<(i64, String, Request)> {
    let adjust = Adjust::new(adjust::Config::builder().app_token("app").build()).unwrap();
    let metrix = Metrix::new(metrix::Config::builder().app_id("app").api_key("key").max_events(5).build()).unwrap();
    let mut at = BEGIN;
    (0..plan.events)
        .map(|number| {
            at += dice.below(400) as i64;
            let name = number.to_string();
            let device = dice.below(plan.devices);
            let request = if dice.happens(600) {
                let late = if dice.happens(plan.late) { dice.below(HOUR as u64) as i64 } else { 0 };
                let event = adjust::Event::builder()
                    .event_token(if device.is_multiple_of(3) { "aaaaaa" } else { "bbbbbb" })
                    .idfv(format!("59E27F41-A86B-4560-B585-{device:012}"))
                    .callback_params([("name", &*name)])
                    .maybe_created_at(if dice.happens(900) || late > 0 { Some(at - late) } else { None })
                    .build();
                adjust.event(&event, timestamp(at)).unwrap()
            } else {
                let action = metrix::Action::builder().custom_user_id(format!("user {device}")).id(&*name).time(at).name("bought").build();
                metrix.action(&action, timestamp(at)).unwrap()
            };
            (at, name, request)
        })
        .collect()
}

/// What has to hold of every run.
pub(crate) fn check(ended: &Ended, plan: &Plan, seed: u64) {
    let at = replay(seed);
    assert_eq!(ended.reports.len(), ended.events, "{at}: every event has one report");
    let nobody = super::model::Known::default();
    for (name, report) in &ended.reports {
        let known = ended.provider.known.get(name).unwrap_or(&nobody);
        match report.kind {
            ReportKind::Delivered | ReportKind::Duplicate => {
                assert!(known.counted > 0, "{at}: {name} is reported as {} and was not counted", report.kind);
            }
            ReportKind::Dropped | ReportKind::GaveUp => {
                assert!(known.counted == 0 || report.maybe_delivered, "{at}: {name} is reported as {} and was counted", report.kind);
            }
            other => panic!("{other}"),
        }
        let doubles = known.counted.saturating_sub(1);
        assert!(plan.repeat == Repeat::AtLeastOnce || doubles == 0, "{at}: {name} was counted {} times", known.counted);
        let may_double = known.was_unclear || ended.restarts > 0;
        assert!(doubles == 0 || may_double, "{at}: {name} was counted {} times for no reason", known.counted);
        assert!(known.sent <= 300, "{at}: {name} was sent {} times", known.sent);
    }
    for (name, later) in &ended.provider.inversions {
        // An event that comes when a later one is already under way cannot go before it.
        let came = ended.submitted[name];
        let sent = ended.provider.known[later].first_sent.unwrap();
        assert!(came >= sent, "{at}: {name} came at {came} and arrived behind {later}, which was sent at {sent}");
        // What is known to be delivered is not followed by anything older.
        let (own, delivered) = (ended.provider.known[name].first_sent.unwrap(), ended.reported[later]);
        assert!(
            own <= delivered || ended.reports[later].maybe_delivered,
            "{at}: {name} was sent at {own}, {later} delivered at {delivered}"
        );
    }
    assert!(ended.provider.known.keys().all(|name| ended.reports.contains_key(name)));
}
