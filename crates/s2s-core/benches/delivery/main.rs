//! What a delivery costs per event: submitting a request that is built already, polling it, and taking its response.
//!
//! - `delivery`: a million events of 100,000 lanes wait at once.
//! - `delivery_journal`: the same with a journal. Its log is taken once all events are submitted, and then whenever the delivery asks.
//! - `delivery_journal_parts`: the same, but the log is also taken after each thousand submissions, as by a caller that confirms them.
//! - `floor`: the same requests through a `BinaryHeap` of times and a `HashMap` of ids, which know no lane, no limit and no repetition.
//!
//! `cargo xtask bench delivery` runs it. A row is a line of JSON.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, VecDeque};
use std::error::Error;
use std::time::{Duration, Instant};

use s2s_core::delivery::{Config, Delivery, Limits, Next, Submission, Ticket};
use s2s_core::value::Pairs;
use s2s_core::{Adjust, Request, Response, Timestamp, adjust};
use serde_json::json;

const EVENTS: usize = 1_000_000;
const LANES: usize = 100_000;
const IN_FLIGHT: usize = 1_000;
const PART: usize = 1_000;
const ROUNDS: usize = 3;
const NOW: i64 = 1_795_200_000_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut floor = Duration::MAX;
    let mut plain = Duration::MAX;
    let mut journal = Duration::MAX;
    let mut parts = Duration::MAX;
    let mut log = 0;
    // The best of some rounds, in which everybody has a turn.
    for _ in 0..ROUNDS {
        floor = floor.min(through_heap_and_map(requests()?));
        plain = plain.min(through_delivery(requests()?, Journal::None)?.0);
        let (took, bytes) = through_delivery(requests()?, Journal::AtTheEnd)?;
        journal = journal.min(took);
        parts = parts.min(through_delivery(requests()?, Journal::InParts)?.0);
        log = bytes;
    }
    let ns = |took: Duration| took.as_nanos() as f64 / EVENTS as f64;
    println!("{}", json!({"name": "floor", "ns_per_event": ns(floor)}));
    let rows = [("delivery", plain, 0), ("delivery_journal", journal, log / EVENTS), ("delivery_journal_parts", parts, log / EVENTS)];
    for (name, took, bytes) in rows {
        println!(
            "{}",
            json!({
                "name": name,
                "ns_per_event": ns(took),
                "journal_bytes_per_event": bytes,
                "vs": {"floor": ns(took) / ns(floor)},
            })
        );
    }
    Ok(())
}

/// A million purchases, with ids.
fn requests() -> Result<Vec<(String, Request)>, Box<dyn Error>> {
    let config = adjust::Config::builder().app_token("4w565xzmb54d").auth_token("v8s5opi0zs45607l8h8c48wak2vxb5oe").build();
    let adjust = Adjust::new(config)?;
    let now = timestamp(NOW)?;
    let event = |number: usize| {
        adjust::Event::builder()
            .event_token("f0ob4r")
            .gps_adid(format!("660e1d86-6796-463a-be86-{:012}", number % LANES))
            .created_at(NOW - 1_000_000_000 + number as i64 * 1_000)
            .revenue("19.99")
            .currency("USD")
            .user_agent("Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36")
            .ip_address("192.0.2.17")
            .callback_params([("order", format!("A-{number}")), ("campaign", "autumn".to_owned())])
            .build()
    };
    (0..EVENTS).map(|number| Ok((format!("order-{number}"), adjust.event(&event(number), now)?))).collect()
}

fn timestamp(millis: i64) -> Result<Timestamp, &'static str> {
    Timestamp::from_unix_millis(millis).ok_or("not a time")
}

/// Whether there is a journal, and when the log of the submissions is taken.
#[derive(PartialEq)]
enum Journal {
    None,
    AtTheEnd,
    InParts,
}

/// How long a delivery takes, and how long its log is.
fn through_delivery(requests: Vec<(String, Request)>, journal: Journal) -> Result<(Duration, usize), Box<dyn Error>> {
    let limits = Limits::builder().max_in_flight(IN_FLIGHT as i64).build();
    let config = Config::builder()
        .journal(journal != Journal::None)
        .max_pending(2 * EVENTS as i64)
        .max_in_flight(IN_FLIGHT as i64)
        .providers(Pairs::<Limits>::from(vec![("adjust", limits)]))
        .build();
    let mut delivery = Delivery::new(&config, 7)?;
    let response = Response::new(200, [("content-type", "text/plain")], "OK");
    let now = timestamp(NOW)?;
    let began = clock();
    let (mut reported, mut log) = (0, 0);
    for (number, (id, request)) in requests.into_iter().enumerate() {
        delivery.submit(Submission::new(&id, request), now)?;
        if journal == Journal::InParts && number % PART == 0 {
            log += delivery.take_log().len();
            delivery.log_stored();
        }
    }
    let mut under_way: VecDeque<Ticket> = VecDeque::new();
    loop {
        match delivery.poll(now) {
            Next::Send { ticket, .. } => {
                under_way.push_back(ticket);
                if under_way.len() < IN_FLIGHT / 2 {
                    continue;
                }
            }
            Next::Store => {
                log += delivery.take_log().len();
                delivery.log_stored();
                continue;
            }
            Next::Idle => break,
            _ => {}
        }
        if let Some(ticket) = under_way.pop_front() {
            delivery.on_response(ticket, &response, now);
        }
        let reports = delivery.take_reports();
        reported += reports.len();
        if journal != Journal::None {
            for report in reports {
                delivery.acknowledge(&report.id);
            }
        }
    }
    reported += delivery.take_reports().len();
    let took = began.elapsed();
    if reported != EVENTS || delivery.stats().delivered != EVENTS as u64 {
        return Err(format!("{reported} of {EVENTS} events have a report").into());
    }
    Ok((took, log))
}

#[expect(clippy::disallowed_methods, reason = "a bench measures time")]
fn clock() -> Instant {
    Instant::now()
}

fn through_heap_and_map(requests: Vec<(String, Request)>) -> Duration {
    let began = clock();
    let mut heap = BinaryHeap::new();
    let mut waiting: HashMap<String, Request> = HashMap::new();
    for (number, (id, request)) in requests.into_iter().enumerate() {
        heap.push(Reverse((NOW + number as i64, id.clone())));
        waiting.insert(id, request);
    }
    let mut sent = 0;
    while let Some(Reverse((_, id))) = heap.pop() {
        let Some(request) = waiting.remove(&id) else { continue };
        sent += request.body().len();
    }
    std::hint::black_box(sent);
    began.elapsed()
}
