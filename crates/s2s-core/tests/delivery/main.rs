//! The delivery machine: what holds for every run, whatever goes wrong.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod model;
mod parts;
mod scripts;
mod simulation;

use model::Faults;
use s2s_core::delivery::{Repeat, ReportKind};
use simulation::{Plan, Simulation, check};

const HOUR: i64 = 60 * 60 * 1_000;
const BEGIN: i64 = 1_795_200_000_000;

/// The seeds of a run of the tests; `DELIVERY_SEED` names a single one.
fn seeds(count: u64) -> Vec<u64> {
    #[expect(clippy::disallowed_methods, reason = "the environment names a seed to replay")]
    let only = std::env::var("DELIVERY_SEED").ok().and_then(|seed| seed.parse().ok());
    only.map_or_else(|| (1..=count).collect(), |seed| vec![seed])
}

fn plan(events: usize) -> Plan {
    Plan {
        events,
        devices: (events as u64 / 8).max(2),
        faults: Faults::default(),
        crashes: 0,
        full_disk: 0,
        clock_jumps: 0,
        late: 0,
        repeat: Repeat::AtLeastOnce,
    }
}

/// Runs a plan with several seeds; gives how many events were delivered, and how many runs there were.
fn run(plan: &Plan, count: u64) -> (usize, usize) {
    let mut delivered = 0;
    let seeds = seeds(count);
    for seed in &seeds {
        let ended = Simulation::new(*seed, plan.clone()).run();
        check(&ended, plan, *seed);
        delivered += ended.reports.values().filter(|report| report.kind == ReportKind::Delivered).count();
    }
    (delivered, seeds.len())
}

#[test]
fn where_nothing_fails_everything_is_delivered_once() {
    let plan = plan(2_000);
    for seed in seeds(5) {
        let ended = Simulation::new(seed, plan.clone()).run();
        check(&ended, &plan, seed);
        assert!(ended.reports.values().all(|report| report.kind == ReportKind::Delivered));
        assert!(ended.provider.known.values().all(|known| known.counted == 1 && known.sent == 1));
        assert!(ended.provider.inversions.is_empty());
    }
}

fn everything_fails() -> Faults {
    Faults {
        connect: 60,
        lost_before: 50,
        lost_after: 50,
        server_error: 50,
        too_many: 40,
        unknown_device: 30,
        refused: 20,
        unauthorized: Some((BEGIN + 20_000, BEGIN + HOUR)),
        outage: Some((BEGIN + 2 * HOUR, BEGIN + 3 * HOUR)),
    }
}

#[test]
fn whatever_fails_every_event_has_one_report_and_lanes_keep_their_order() {
    let plan = Plan { faults: everything_fails(), late: 50, ..plan(500) };
    let (delivered, runs) = run(&plan, 40);
    assert!(delivered > runs * 400, "most events are delivered: {delivered} in {runs} runs");
}

#[test]
fn a_process_that_dies_at_any_moment_loses_nothing() {
    let plan = Plan { faults: everything_fails(), crashes: 5, full_disk: 30, clock_jumps: 2, late: 50, ..plan(300) };
    let (delivered, runs) = run(&plan, 150);
    assert!(delivered > runs * 230, "most events are delivered: {delivered} in {runs} runs");
}

#[test]
fn at_most_once_counts_nothing_twice() {
    let plan = Plan { faults: everything_fails(), crashes: 5, full_disk: 30, repeat: Repeat::AtMostOnce, ..plan(300) };
    run(&plan, 100);
}

#[test]
fn a_lane_of_many_events_keeps_its_order() {
    let plan = Plan { devices: 2, faults: everything_fails(), crashes: 5, ..plan(300) };
    run(&plan, 20);
}

#[test]
fn the_events_of_a_request_show_their_attempts_until_they_end() {
    use s2s_core::delivery::{Config, Delivery, Next, Submission};
    use s2s_core::{Adjust, Response, Timestamp, adjust};

    let now = Timestamp::from_unix_millis(BEGIN).unwrap();
    let adjust = Adjust::new(adjust::Config::builder().app_token("4w565xzmb54d").build()).unwrap();
    let event = adjust::Event::builder().event_token("f0ob4r").external_device_id("canary").build();
    let mut delivery = Delivery::new(&Config::default(), 1).unwrap();
    delivery.submit(Submission::new("canary-id", adjust.event(&event, now).unwrap()), now).unwrap();

    let Next::Send { ticket, .. } = delivery.poll(now) else { panic!("nothing to send") };
    let events = delivery.events_of(ticket);
    assert_eq!(events.len(), 1);
    delivery.on_response(ticket, &Response::new(500, [("a", "b")], ""), now);
    assert_eq!(delivery.events_of(ticket), []);
    let attempt = delivery.attempt(events[0]).unwrap();
    assert_eq!((attempt.id, attempt.attempts), ("canary-id", 1));
    assert!(attempt.next_at > now && !format!("{attempt:?}").contains("canary"));

    let next_at = attempt.next_at;
    let Next::Send { ticket, .. } = delivery.poll(next_at) else { panic!("nothing to send") };
    assert_eq!(delivery.events_of(ticket), events);
    delivery.on_response(ticket, &Response::new(200, [("content-type", "application/json")], r#"{"status":"OK"}"#), next_at);
    assert!(delivery.attempt(events[0]).is_none());
}
