//! What delivering an event has to know.

use crate::provider::deliver::{Facts, Order, Repeated};
use crate::request::Request;
use crate::value::Timestamp;

use super::build::MAX_AGE_MILLIS;

/// A lane is an app, an event token and a device: Adjust refuses an event that is older than the last one of its device and event token.
/// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
///
/// The device is its first identifier in the order of the parameters. Events that name one device by different identifiers are in different
/// lanes. No deduplication is documented.
pub(crate) fn facts(request: &Request) -> Facts<'_> {
    let parameters = parameters(request);
    // `s2s`, `event_token`, `app_token`, and the first identifier.
    let end = memchr::memchr_iter(b'&', parameters).nth(3).unwrap_or(parameters.len());
    // `s2s` and `event_token`: Adjust can blocklist a token.
    let group_end = memchr::memchr_iter(b'&', parameters).nth(1).unwrap_or(parameters.len());
    let time = time(parameters);
    Facts {
        lane: parameters.get(..end).unwrap_or_default(),
        group: parameters.get(..group_end).unwrap_or_default(),
        order: time.map_or(Order::Receipt, Order::Time),
        expires_at: time.and_then(|time| Timestamp::from_unix_millis(time.unix_millis() + MAX_AGE_MILLIS)),
        repeated: Repeated::MayCount,
        is_joinable: false,
    }
}

/// The request with `at` as the time of its event, which has none: as `created_at_unix`, where that stands in every request. That counts
/// seconds: where it would be before the `last` event of the lane and `at` is not, it is `created_at`, with its milliseconds.
///
/// Without it Adjust takes the time of receipt, which is late for an event that has waited.
pub(crate) fn dated(request: Request, at: Timestamp, last: Option<i64>) -> Request {
    const BEHIND: [&str; 5] = ["callback_params", "partner_params", "currency", "revenue", "environment"];
    let place = {
        let parameters = parameters(&request);
        let is_behind = |start: usize| {
            let rest = parameters.get(start + 1..).unwrap_or_default();
            BEHIND.iter().any(|name| rest.strip_prefix(name.as_bytes()).is_some_and(|rest| rest.starts_with(b"=")))
        };
        memchr::memchr_iter(b'&', parameters).find(|start| is_behind(*start)).unwrap_or(parameters.len())
    };
    let seconds = at.unix_seconds();
    let is_before = last.is_some_and(|last| seconds.saturating_mul(1_000) < last && last <= at.unix_millis());
    let parameter = if is_before {
        format!("&created_at={}", at.iso8601().replace(':', "%3A").replace('+', "%2B"))
    } else {
        format!("&created_at_unix={seconds}")
    };
    request.with_inserted_parameter(place, &parameter)
}

/// The parameters, encoded.
fn parameters(request: &Request) -> &[u8] {
    let query = || request.url().split_once('?').map_or("", |(_, query)| query).as_bytes();
    if request.body().is_empty() { query() } else { request.body() }
}

/// The time of the event, as it is sent.
fn time(parameters: &[u8]) -> Option<Timestamp> {
    let behind = |start: usize| parameters.get(start..)?.strip_prefix(b"&created_at");
    let found = memchr::memchr_iter(b'&', parameters).find_map(behind)?;
    let end = memchr::memchr(b'&', found).unwrap_or(found.len());
    let found = std::str::from_utf8(found.get(..end)?).ok()?;
    match found.strip_prefix("_unix=") {
        Some(seconds) => Timestamp::from_unix_millis(seconds.parse::<i64>().ok()?.checked_mul(1_000)?),
        // `2017-01-02T15%3A04%3A05.000%2B0000`
        None => Timestamp::parse(&found.strip_prefix('=')?.replace("%3A", ":").replace("%2B0000", "Z")).ok(),
    }
}
