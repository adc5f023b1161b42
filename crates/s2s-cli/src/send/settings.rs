//! How a run delivers: the configuration, the arguments, and what suits a run with or without an outbox.

use s2s_core::delivery::{Config, Limits};
use s2s_core::dynamic::PROVIDERS;

use crate::args;

/// How a run delivers.
pub(super) struct Settings {
    pub(super) config: Config,
    /// Each event has one attempt, whatever comes of it.
    pub(super) is_once: bool,
}

const IN_FLIGHT: i64 = 8;
/// Without an outbox nobody wants to wait for hours.
const MAX_AGE_MS: i64 = 10 * 60 * 1_000;

impl Settings {
    pub(super) fn new(mut config: Config, arguments: &args::Send) -> Self {
        let has_outbox = arguments.outbox.is_some();
        let in_flight = arguments.concurrency.map_or(config.max_in_flight.unwrap_or(IN_FLIGHT), i64::from);
        config.max_in_flight = Some(in_flight);
        config.providers = Some(with_limits(&config, in_flight).into_iter().collect());
        config.max_attempts = arguments.max_attempts.map(i64::from).or(config.max_attempts);
        config.journal = Some(has_outbox);
        if has_outbox {
            return Self { config, is_once: false };
        }
        let max_attempts = *config.max_attempts.get_or_insert(1);
        config.max_age_ms.get_or_insert(MAX_AGE_MS);
        // What is read at once goes together anyway.
        config.linger_ms.get_or_insert(0);
        let is_once = max_attempts == 1;
        if is_once {
            // There is no repetition that would be misdated.
            config.date_undated.get_or_insert(false);
        }
        Self { config, is_once }
    }
}

/// The limits of all providers: unless one has its own, the one on all requests holds.
fn with_limits(config: &Config, in_flight: i64) -> Vec<(String, Limits)> {
    let given = config.providers.iter().flat_map(|providers| providers.as_slice());
    let mut limits: Vec<(String, Limits)> = given.map(|(name, limits)| (name.to_string(), limits.clone())).collect();
    for provider in PROVIDERS {
        if !limits.iter().any(|(name, _)| name == provider.name) {
            limits.push((provider.name.to_owned(), Limits::default()));
        }
    }
    for (_, own) in &mut limits {
        own.max_in_flight.get_or_insert(in_flight);
    }
    limits
}
