//! Building allocates a handful of times, whatever is in the event.

use std::alloc::System;

use s2s_core::{Adjust, Timestamp, adjust};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The only test of this program: the allocator counts for all of its threads.
#[test]
fn a_typed_adjust_event_is_built_with_at_most_six_allocations() {
    const LIMIT: usize = 6;
    let config = adjust::Config::builder()
        .app_token("4w565xzmb54d")
        .auth_token("v8s5opi0zs45607l8h8c48wak2vxb5oe")
        .environment(adjust::Environment::Sandbox)
        .build();
    let adjust = Adjust::new(config).unwrap();
    let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
    let event = adjust::Event::builder()
        .event_token("f0ob4r")
        .gps_adid("660e1d86-6796-463a-be86-897993136018")
        .adid("18546f6171f67e29d1cb983322ad1329")
        .os_name("android")
        .os_version("14")
        .device_name("Pixel 8 Pro")
        .ip_address("192.0.2.1")
        .user_agent(
            "Mozilla/5.0 (Linux; Android 14; Pixel 8 Pro) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/127.0.6533.64 Mobile Safari/537.36",
        )
        .created_at("2026-11-20T10:00:00Z")
        .callback_params([("order", "A-1"), ("plan", "gold"), ("user", "u0a1b2c3d4")])
        .partner_params([("campaign", "autumn 7"), ("item_id", "[\"76524\"]")])
        .currency("USD")
        .revenue("19.99")
        .build();

    // The harness's own thread may allocate meanwhile, so the quietest of several builds counts.
    let allocations = (0..16).map(|_| {
        let region = Region::new(ALLOCATOR);
        let request = adjust.event(&event, now);
        let change = region.change();
        assert!(request.is_ok());
        change.allocations + change.reallocations
    });
    let fewest = allocations.min().unwrap();
    assert!((1..=LIMIT).contains(&fewest), "{fewest} allocations");
}
