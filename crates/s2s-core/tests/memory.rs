//! What an event costs in memory while it waits for its delivery.

use std::alloc::System;

use s2s_core::delivery::{Config, Delivery, Submission};
use s2s_core::{Adjust, Request, Timestamp, adjust};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The bytes of a request as it goes over the wire.
fn wire_bytes(request: &Request) -> usize {
    let headers: usize = request.headers().iter().map(|header| header.name().len() + header.value().len()).sum();
    request.url().len() + headers + request.body().len()
}

/// The only test of this program: the allocator counts for all of its threads.
#[test]
fn a_waiting_event_costs_its_request_and_400_bytes_at_most() {
    // Tables double when they are full; right after that they are half empty, and an event costs up to 200 bytes more.
    const EVENTS: usize = 50_000;
    let config = adjust::Config::builder().app_token("4w565xzmb54d").auth_token("v8s5opi0zs45607l8h8c48wak2vxb5oe").build();
    let adjust = Adjust::new(config).unwrap();
    let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
    for events_of_a_lane in [1, 10] {
        let region = Region::new(ALLOCATOR);
        let mut delivery = Delivery::new(&Config::builder().max_pending(1_000_000).build(), 7).unwrap();
        let mut wire = 0;
        for number in 0..EVENTS {
            let event = adjust::Event::builder()
                .event_token("f0ob4r")
                .gps_adid(format!("660e1d86-6796-463a-be86-{:012}", number / events_of_a_lane))
                .created_at("2026-11-20T10:00:00Z")
                .build();
            let request = adjust.event(&event, now).unwrap();
            wire += wire_bytes(&request);
            delivery.submit(Submission::new(&format!("order-{number}"), request), now).unwrap();
        }
        let change = region.change();
        let kept = change.bytes_allocated as isize - change.bytes_deallocated as isize;
        let more = (kept - wire as isize) / EVENTS as isize;
        println!("{events_of_a_lane} events of a lane: {more} bytes beside a request of {}", wire / EVENTS);
        assert!((-400..=400).contains(&more), "{more} bytes beside the request");
        assert_eq!(delivery.stats().pending, EVENTS);
    }
}
