//! The settings of a delivery.

use std::collections::BTreeMap;

use crate::issue::{Code, Found, Issues, Report, push_key};
use crate::provider::find;
use crate::provider::record::{Declared, Declares, Type, choice, record};
use crate::value::{Pairs, Text};

record! {
    /// The settings of a delivery: whole numbers, times in milliseconds. Every one has a default. No provider documents limits of rates or
    /// of repetition, so these are ours.
    pub struct Config("DeliveryConfig") {
        /// Writes every change to a log from which a delivery can be restored (default `false`).
        journal: bool;
        /// Maximum number of waiting events (default 100,000). Further submissions are refused as `full`.
        max_pending: i64;
        /// Maximum number of requests in flight (default 64).
        max_in_flight: i64;
        /// Maximum duration of a request until its response is read (default 30,000). A driver cancels a longer one, which counts as
        /// a `timeout`.
        request_timeout_ms: i64;
        /// Maximum number of attempts that may have reached the provider (default 20); then the event is given up. Attempts in which
        /// nothing was sent, and responses that refuse the credentials, do not count.
        max_attempts: i64;
        /// Time after its submission at which an event is given up (default 7 days).
        max_age_ms: i64;
        /// Longest wait before the first repetition (default 1000). It doubles with each attempt, and the wait is a random part of it
        /// (exponential backoff with full jitter).
        backoff_ms: i64;
        /// Longest wait before any repetition (default 900,000, 15 minutes).
        max_backoff_ms: i64;
        /// Limit to which a longer `Retry-After` is reduced (default 3,600,000, an hour).
        max_retry_after_ms: i64;
        /// First wait of an event whose device the provider does not know yet (default 3600000, an
        /// hour). It doubles with each attempt, up to eight hours. Devices were seen to become known
        /// after hours, and after up to a week.
        device_retry_ms: i64;
        /// Maximum number of attempts for an event whose device is not known yet (default 24). With
        /// the default waits they take 167 of the 168 hours of `max_age_ms`.
        max_device_attempts: i64;
        /// Interval of single requests to a destination that refuses the credentials, or all events (default 60,000), until it is resumed
        /// or one of them is accepted.
        probe_ms: i64;
        /// Number of requests in a row without a response after which a destination gets no more for `breaker_ms` (default 5).
        breaker_failures: i64;
        /// Pause of a destination that does not respond (default 30,000). Then one request tries whether it responds again.
        breaker_ms: i64;
        /// Time that an event waits for others of its lane that can share its request, where the provider takes several in a request
        /// (default 1000); 0 sends each at once.
        linger_ms: i64;
        /// Gives an event without a time that of its submission, where the provider would take the time of receipt (default `true`).
        /// Otherwise a repetition hours later is an event of hours later.
        date_undated: bool;
        /// Maximum number of idle lanes whose last event time is kept (default 100,000), for as long as a provider accepts older events.
        max_lanes: i64;
        /// Least number of bytes by which the log grows before [`Delivery::take_snapshot`](super::Delivery::take_snapshot) returns a shorter one
        /// (default 1048576). It grows by as much as the events in it take, if that is more.
        snapshot_after_bytes: i64;
        /// Settings of a provider's destinations, by the provider's name.
        providers: Pairs<Limits>;
    }
}

record! {
    /// Settings of the destinations of one provider.
    pub struct Limits("DeliveryLimits") {
        /// Maximum number of requests in flight to one destination (default 16).
        max_in_flight: i64;
        /// Maximum number of requests to one destination in a second (default: no limit). A 429 halves the rate, also where there is no
        /// limit; accepted requests raise it again.
        per_second: i64;
        /// Treatment of an event that may have been accepted, where the provider may count it twice: `at_least_once` (default) sends it
        /// again, `at_most_once` does not.
        repeat: Repeat;
    }
}

choice! {
    /// Whether an event is sent again that may have been accepted.
    pub enum Repeat("DeliveryRepeat") {
        /// It is: it may be counted twice, and is not lost.
        AtLeastOnce = "at_least_once", default;
        /// It is not: it may be lost, and is not counted twice.
        AtMostOnce = "at_most_once";
    }
}

impl Declares for Pairs<Limits> {
    const TYPE: Type = Type::Records(&Limits::RECORD);
}

/// The settings, checked, with their defaults.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    pub(super) journal: bool,
    pub(super) max_pending: usize,
    pub(super) max_in_flight: usize,
    pub(super) request_timeout: i64,
    pub(super) max_attempts: u32,
    pub(super) max_age: i64,
    pub(super) backoff: i64,
    pub(super) max_backoff: i64,
    pub(super) max_retry_after: i64,
    pub(super) device_retry: i64,
    pub(super) max_device_attempts: u32,
    pub(super) probe: i64,
    pub(super) breaker_failures: u32,
    pub(super) breaker: i64,
    pub(super) linger: i64,
    pub(super) date_undated: bool,
    pub(super) max_lanes: usize,
    pub(super) snapshot_after: u64,
    /// See [`Delivery::once`](super::Delivery::once).
    pub(super) is_once: bool,
    providers: BTreeMap<Text, Limit>,
}

/// The checked settings of the destinations of one provider.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit {
    pub(super) max_in_flight: usize,
    pub(super) per_second: Option<f64>,
    pub(super) repeat: Repeat,
}

/// A year: what waits longer is not meant.
const LONGEST: i64 = 365 * 24 * 60 * 60 * 1_000;

/// Checks the settings, given what is found already.
pub(crate) fn check(config: &Config, found: Found) -> Result<(), Issues> {
    Settings::read(config, found).map(|_| ())
}

impl Settings {
    pub(super) fn read(config: &Config, found: Found) -> Result<Self, Issues> {
        let report = &mut Report::with(found);
        let mut time = |field, given: Option<i64>, default| number(report, field, given, default, 0..=LONGEST);
        let max_age = time("max_age_ms", config.max_age_ms, 7 * 24 * 60 * 60 * 1_000);
        let backoff = time("backoff_ms", config.backoff_ms, 1_000);
        let max_backoff = time("max_backoff_ms", config.max_backoff_ms, 15 * 60 * 1_000);
        let max_retry_after = time("max_retry_after_ms", config.max_retry_after_ms, 60 * 60 * 1_000);
        let device_retry = time("device_retry_ms", config.device_retry_ms, 60 * 60 * 1_000);
        let probe = time("probe_ms", config.probe_ms, 60 * 1_000);
        let breaker = time("breaker_ms", config.breaker_ms, 30 * 1_000);
        let linger = time("linger_ms", config.linger_ms, 1_000);
        let request_timeout = number(report, "request_timeout_ms", config.request_timeout_ms, 30_000, 1..=LONGEST);
        let mut count = |field, given: Option<i64>, default| u32::try_from(number(report, field, given, default, 1..=MOST)).unwrap_or(1);
        let max_attempts = count("max_attempts", config.max_attempts, 20);
        let max_device_attempts = count("max_device_attempts", config.max_device_attempts, 24);
        let breaker_failures = count("breaker_failures", config.breaker_failures, 5);
        let mut size = |field, given: Option<i64>, default| usize::try_from(number(report, field, given, default, 1..=MOST)).unwrap_or(1);
        let max_pending = size("max_pending", config.max_pending, 100_000);
        let max_in_flight = size("max_in_flight", config.max_in_flight, 64);
        let max_lanes = size("max_lanes", config.max_lanes, 100_000);
        let snapshot_after = number(report, "snapshot_after_bytes", config.snapshot_after_bytes, 1024 * 1024, 1..=i64::MAX).unsigned_abs();
        let mut providers = BTreeMap::new();
        for (name, limits) in config.providers.iter().flat_map(|providers| providers.as_slice()) {
            let mut at = "/providers".to_owned();
            push_key(&mut at, name);
            let before = report.set_at(at);
            if find(name).is_none() {
                report.issue("", Code::UnknownProvider, "there is no such provider");
            }
            let limit = Limit {
                max_in_flight: usize::try_from(number(report, "max_in_flight", limits.max_in_flight, MAX_IN_FLIGHT, 1..=MOST)).unwrap_or(1),
                per_second: limits.per_second.map(|given| number(report, "per_second", Some(given), 1, 1..=1_000_000) as f64),
                repeat: limits.repeat.unwrap_or_default(),
            };
            report.set_at(before);
            if providers.insert(name.clone(), limit).is_some() {
                report.entry_issue("providers", name, Code::DuplicateKey, "appears more than once");
            }
        }
        report.finish()?;
        Ok(Self {
            journal: config.journal.unwrap_or(false),
            max_pending,
            max_in_flight,
            request_timeout,
            max_attempts,
            max_age,
            backoff,
            max_backoff,
            max_retry_after,
            device_retry,
            max_device_attempts,
            probe,
            breaker_failures,
            breaker,
            linger,
            date_undated: config.date_undated.unwrap_or(true),
            max_lanes,
            snapshot_after,
            is_once: false,
            providers,
        })
    }

    /// The limits of a provider's destinations.
    pub(super) fn limit(&self, provider: &str) -> Limit {
        let own = self.providers.iter().find(|(name, _)| name.as_str() == provider).map(|(_, limit)| *limit);
        own.unwrap_or(Limit { max_in_flight: MAX_IN_FLIGHT as usize, per_second: None, repeat: Repeat::default() })
    }
}

const MAX_IN_FLIGHT: i64 = 16;
/// Largest value of a setting that counts something.
const MOST: i64 = 1_000_000_000;

fn number(report: &mut Report, field: &str, given: Option<i64>, default: i64, range: std::ops::RangeInclusive<i64>) -> i64 {
    let number = given.unwrap_or(default);
    if !range.contains(&number) {
        report.issue(field, Code::OutOfRange, format!("must be from {} to {}", range.start(), range.end()));
        return default;
    }
    number
}
