//! The parts of one event, which are submitted together.

use std::collections::BTreeMap;

use s2s_core::delivery::{Config, Delivery, Next, Refused, Report, ReportKind, SubmittedPart};
use s2s_core::dynamic::{Destinations, Part, Verdict, from_json};
use s2s_core::one_event::{Device, Event, Name};
use s2s_core::{Request, Response, Timestamp};

fn now() -> Timestamp {
    Timestamp::from_unix_millis(super::BEGIN).unwrap()
}

/// Three destinations of Adjust that build the event, one that skips it and one that refuses it.
fn destinations() -> Destinations {
    let config = r#"{
        "adjust": {"app_token": "4w565xzmb54d", "events": {"sign_up": "f0ob4r"}},
        "destination": {
            "adjust": {"provider": "adjust", "app_token": "4w565xzmb54e", "events": {"sign_up": "f0ob4r"}},
            "eu": {"provider": "adjust", "app_token": "4w565xzmb54f", "events": {"sign_up": "f0ob4r"}},
            "skips": {"provider": "adjust", "app_token": "4w565xzmb54g", "events": {"sign_up": "skip"}},
            "refuses": {"provider": "adjust", "app_token": "4w565xzmb54h"}
        }
    }"#;
    Destinations::from_config(&from_json(config).unwrap()).unwrap()
}

const BUILT: [&str; 3] = ["adjust", "destination.adjust", "eu"];

fn parts(destinations: &Destinations) -> Vec<Part<'_>> {
    let device = Device::builder().idfv("59E27F41-A86B-4560-B585-63161F871C4B").build();
    destinations.fan_out(&Event::builder().event(Name::SignUp).device(device).build(), now(), None).unwrap()
}

fn delivery(max_pending: i64) -> Delivery {
    Delivery::new(&Config::builder().max_pending(max_pending).journal(true).build(), 1).unwrap()
}

/// Stores the log, and sends what can be sent; `status` is the one of each destination's responses. Returns where requests went to.
fn run(delivery: &mut Delivery, log: &mut Vec<u8>, status: impl Fn(&str) -> u16) -> Vec<String> {
    let mut went_to = Vec::new();
    loop {
        match delivery.poll(now()) {
            Next::Store => {
                log.append(&mut delivery.take_log());
                delivery.log_stored();
            }
            Next::Send { ticket, .. } => {
                let destination = delivery.destination_of(ticket).unwrap().to_owned();
                let response = Response::new(status(&destination), [("content-type", "application/json")], r#"{"status":"OK"}"#);
                delivery.on_response(ticket, &response, now());
                went_to.push(destination);
            }
            _ => break went_to,
        }
    }
}

fn reported(delivery: &mut Delivery) -> BTreeMap<String, (String, ReportKind)> {
    let row = |report: Report| (report.id, (report.destination.to_string(), report.kind));
    delivery.take_reports().into_iter().map(row).collect()
}

#[test]
fn each_built_part_is_submitted_under_its_label() {
    let (destinations, mut delivery, mut log) = (destinations(), delivery(10), Vec::new());
    let submitted = delivery.submit_parts("order-1", parts(&destinations), now()).unwrap();
    let rows: Vec<_> = submitted.iter().map(|SubmittedPart { label, accepted, .. }| (label.as_str(), accepted.is_some())).collect();
    let expected = [("adjust", true), ("destination.adjust", true), ("eu", true), ("skips", false), ("refuses", false)];
    assert_eq!(BTreeMap::from_iter(rows), BTreeMap::from(expected));
    assert_eq!((submitted.len(), delivery.stats().submitted), (5, 3));

    let mut went_to = run(&mut delivery, &mut log, |_| 200);
    went_to.sort();
    assert_eq!(went_to, BUILT);
    let delivered = BUILT.map(|label| (format!("order-1/{label}"), (label.to_owned(), ReportKind::Delivered)));
    assert_eq!(reported(&mut delivery), BTreeMap::from(delivered));
}

#[test]
fn a_destination_that_is_shut_holds_no_other_up() {
    let (destinations, mut delivery, mut log) = (destinations(), delivery(10), Vec::new());
    delivery.submit_parts("order-1", parts(&destinations), now()).unwrap();
    run(&mut delivery, &mut log, |destination| if destination == "eu" { 401 } else { 200 });
    delivery.submit_parts("order-2", parts(&destinations), now()).unwrap();
    let mut went_to = run(&mut delivery, &mut log, |_| 200);
    went_to.sort();
    assert_eq!(went_to, ["adjust", "destination.adjust"]);
    let ids: Vec<_> = reported(&mut delivery).into_keys().collect();
    assert_eq!(ids, ["order-1/adjust", "order-1/destination.adjust", "order-2/adjust", "order-2/destination.adjust"]);
    assert_eq!(delivery.stats().pending, 2);
}

/// Checks that nothing of an event is submitted, for that reason and that label.
fn assert_refused(delivery: &mut Delivery, id: &str, parts: Vec<(String, Option<Request>)>, label: &str, reason: Refused) {
    let before = (delivery.stats().submitted, delivery.stats().pending, delivery.stats().destinations.len());
    let refused = delivery.submit_parts(id, parts, now()).unwrap_err();
    assert_eq!((refused.label.as_str(), refused.reason), (label, reason));
    let after = (delivery.stats().submitted, delivery.stats().pending, delivery.stats().destinations.len());
    assert_eq!(before, after);
}

/// The parts as a binding has them.
fn pairs(destinations: &Destinations) -> Vec<(String, Option<Request>)> {
    parts(destinations).into_iter().map(Into::into).collect()
}

#[test]
fn all_parts_are_taken_or_none() {
    let (destinations, mut delivery, mut log) = (destinations(), delivery(2), Vec::new());
    assert_refused(&mut delivery, "order-1", pairs(&destinations), "eu", Refused::Full);
    assert!(delivery.take_log().len() < 32, "the log has its beginning alone");
    delivery.log_stored();
    assert!(run(&mut delivery, &mut log, |_| 200).is_empty());
    // A part without a request takes no place.
    let two = pairs(&destinations).into_iter().filter(|(label, _)| label != "eu");
    assert_eq!(delivery.submit_parts("order-1", two, now()).unwrap().len(), 4);
}

#[test]
fn an_id_is_in_use_for_all_parts_or_for_one() {
    let (destinations, mut delivery) = (destinations(), delivery(10));
    delivery.submit_parts("order-1", parts(&destinations), now()).unwrap();
    assert_refused(&mut delivery, "order-1", pairs(&destinations), "adjust", Refused::IdInUse);
    let eu: Vec<_> = pairs(&destinations).into_iter().filter(|(label, _)| label == "eu").collect();
    delivery.submit_parts("order-2", eu.clone(), now()).unwrap();
    assert_refused(&mut delivery, "order-2", pairs(&destinations), "eu", Refused::IdInUse);
    assert_refused(&mut delivery, "order-3", [eu.clone(), eu].concat(), "eu", Refused::IdInUse);
}

#[test]
fn names_have_1_to_255_bytes() {
    let (destinations, mut delivery) = (destinations(), delivery(10));
    assert_refused(&mut delivery, "", pairs(&destinations), "adjust", Refused::InvalidName);
    let longest = "x".repeat(255 - "/destination.adjust".len());
    assert_refused(&mut delivery, &format!("{longest}x"), pairs(&destinations), "destination.adjust", Refused::InvalidName);
    let unnamed = pairs(&destinations).into_iter().map(|(_, request)| (String::new(), request)).collect();
    assert_refused(&mut delivery, "order-1", unnamed, "", Refused::InvalidName);
    delivery.submit_parts(&longest, pairs(&destinations), now()).unwrap();
}

#[test]
fn a_torn_write_leaves_all_parts_or_none() {
    let (destinations, config) = (destinations(), Config::builder().journal(true).build());
    let mut delivery = Delivery::new(&config, 1).unwrap();
    let begin = delivery.take_log();
    delivery.log_stored();
    delivery.submit_parts("order-1", parts(&destinations), now()).unwrap();
    let submitted = delivery.take_log();
    for end in 0..submitted.len() {
        let stored = [&*begin, &submitted[..end]].concat();
        let (mut restored, whole) = Delivery::restore(&config, 2, &stored).unwrap();
        assert_eq!((whole, restored.stats().pending), (begin.len(), 0), "{end}");
        restored.submit_parts("order-1", parts(&destinations), now()).unwrap();
    }
    let mut stored = [begin, submitted].concat();
    let (mut restored, whole) = Delivery::restore(&config, 2, &stored).unwrap();
    assert_eq!((whole, restored.stats().pending), (stored.len(), 3));
    assert_eq!(run(&mut restored, &mut stored, |_| 200).len(), 3);
}

#[test]
fn an_event_without_a_built_part_leaves_nothing() {
    let (destinations, mut delivery) = (destinations(), delivery(10));
    let others = parts(&destinations).into_iter().filter(|part| !matches!(part.verdict, Verdict::Built(_)));
    let submitted = delivery.submit_parts("order-1", others, now()).unwrap();
    assert!(submitted.iter().all(|part| part.accepted.is_none()));
    assert_eq!((submitted.len(), delivery.stats().pending), (2, 0));
}
