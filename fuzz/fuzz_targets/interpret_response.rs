//! Any status, header and body as a response: no panic, and the provider's text stays bounded.
#![no_main]

use libfuzzer_sys::fuzz_target;
use s2s_core::dynamic::{self, PROVIDERS};
use s2s_core::{OutcomeKind, Response};

fuzz_target!(|input: (u16, &str, &[u8])| {
    let (status, header, body) = input;
    let response = Response::new(status % 1_000, [("retry-after", header), ("content-type", header), ("date", header)], body);
    for provider in PROVIDERS {
        let outcome = dynamic::interpret(provider.name, &response).unwrap();
        assert!(outcome.provider_message().is_none_or(|message| message.chars().count() <= 200));
        assert!(outcome.kind() != OutcomeKind::Delivered || response.status() / 100 == 2);
    }
});
