//! Any bytes as an event: no panic, no endless loop, and what is built is well-formed.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use s2s_core::Timestamp;
use s2s_core::dynamic::{Destinations, from_json};

static DESTINATIONS: LazyLock<Destinations> = LazyLock::new(|| {
    let config = r#"{
        "adjust": {"app_token": "4w565xzmb54d"},
        "metrix": {"app_id": "app", "api_key": "key"},
        "metrix_inapp": {"app_id": "app", "dev_key": "key"},
        "destination": {"query": {"provider": "adjust", "app_token": "4w565xzmb54d", "request_style": "get_query", "ipv6": "omit"}}
    }"#;
    Destinations::from_config(&from_json(config).unwrap()).unwrap()
});

fuzz_target!(|event: &[u8]| {
    let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
    let build = || DESTINATIONS.build(event, now, Some(&mut || "id".to_owned()));
    match (build(), build()) {
        (Ok(built), Ok(again)) => {
            assert_eq!(built.request, again.request);
            assert!(built.request.url().bytes().all(|byte| byte.is_ascii_graphic()));
            assert!(std::str::from_utf8(built.request.body()).is_ok());
        }
        (Err(issues), Err(again)) => {
            assert!(!issues.as_slice().is_empty());
            assert_eq!(issues, again);
        }
        _ => panic!("building is not deterministic"),
    }
});
