//! An event becomes a request.

use crate::encode::form::Form;
use crate::encode::integer;
use crate::issue::{Code, Found, Issues, Report};
use crate::provider::facts::{EventTime, Facts};
use crate::provider::record::has_field;
use crate::provider::spec::{Date, RequestKind};
use crate::provider::rules;
use crate::request::{Method, Request, SecretPlace};
use crate::value::lend::TextsRef;
use crate::value::text::{self, Kind};
use crate::value::{Timestamp, currency};

use super::event::{AdjustEventFields, DEVICE_IDS, each_device_id};
use super::{Adjust, Event, Ipv6, RequestStyle, TimeFormat};

/// "Request size too large": documented as "1 MB". Whether that is 1,000,000 or 1,048,576 bytes is not documented by Adjust;
/// what may be accepted is built. Source: <https://dev.adjust.com/en/api/s2s-api/>
const MAX_REQUEST: usize = 1024 * 1024;

/// The longest URL that the `http` crate takes. Adjust documents no limit.
const MAX_URL: usize = 65_534;

/// "All events must be submitted within 58 days." Source: <https://dev.adjust.com/en/api/s2s-api/events/>
pub(super) const MAX_AGE_MILLIS: i64 = 58 * 24 * 60 * 60 * 1_000;

/// Parameters that are not fields of an event but belong to every request.
const OF_THE_REQUEST: [&str; 3] = ["s2s", "app_token", "environment"];

/// Source: <https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/>
const OS_NAMES: &[&str] = &[
    "android",
    "android-tv",
    "apple-tv",
    "bada",
    "blackberry",
    "fire-tv",
    "ios",
    "linux",
    "macos",
    "nintendo",
    "playstation",
    "roku-os",
    "server",
    "smart-cast",
    "steamos",
    "symbian",
    "tizen",
    "unknown",
    "webos",
    "windows",
    "windows-phone",
    "xbox",
];

impl Adjust {
    /// Builds the request of one event. `now` is the caller's clock; only the checks of the event's age use it.
    ///
    /// # Errors
    /// All issues of the event.
    pub fn event(&self, event: &Event, now: Timestamp) -> Result<Request, Issues> {
        self.build(event, now, Found::default())
    }

    pub(super) fn build(&self, event: &impl AdjustEventFields, now: Timestamp, found: Found) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        self.base.warn(report);

        let in_query = self.style != RequestStyle::PostForm;
        let mut form = Form::new(if in_query { [&*self.address, "?"].concat().into_bytes() } else { Vec::with_capacity(1024) });
        form.plain("s2s", b"1");
        if let Some(token) = text::required(report, "event_token", Kind::Token, event.event_token()) {
            form.text("event_token", token);
        }
        // Adjust can blocklist a token.
        let group = form.parameters_len();
        let app_token = form.plain("app_token", &self.app_token);
        let lane = device_ids(event, report, &mut form);
        self.device(event, report, &mut form);
        let time = self.time(event, now, report, &mut form);
        for (name, pairs) in [("callback_params", event.callback_params()), ("partner_params", event.partner_params())] {
            if let Some(pairs) = pairs {
                rules::unique_keys(report, name, pairs.repeated());
                form.object(name, pairs);
            }
        }
        revenue(event, report, &mut form);
        form.plain("environment", self.environment.as_str().as_bytes());
        if let Some(pairs) = event.extra() {
            extra(pairs, report, &mut form);
        }

        if in_query && form.len() > MAX_URL {
            report.issue(
                "",
                Code::TooLarge,
                "the URL is longer than HTTP libraries take; the setting `request_style` can put the parameters into the body",
            );
        } else if !in_query && self.address.len() + form.len() > MAX_REQUEST {
            report.issue("", Code::TooLarge, "the request is larger than 1 MiB; the limit of Adjust is 1 MB");
        }
        let warnings = std::mem::take(report).finish()?;
        let facts = Facts::new(lane, group, Some(time));
        let request = if in_query {
            let method = if self.style == RequestStyle::GetQuery { Method::Get } else { Method::Post };
            Request::new(RequestKind::of::<Event>(), method, String::from_utf8_lossy(&form.into_bytes()), facts)
                .with_secret(SecretPlace::Url(app_token))
        } else {
            Request::new(RequestKind::of::<Event>(), Method::Post, self.address.clone(), facts)
                .with_body(form.into_bytes())
                .with_secret(SecretPlace::Body(app_token))
        };
        Ok(request.with_headers(self.headers.clone()).with_warnings(warnings))
    }

    /// What is known of the device beside its identifiers.
    fn device(&self, event: &impl AdjustEventFields, report: &mut Report, form: &mut Form) {
        if let Some(name) = text::optional(report, "os_name", Kind::Free, event.os_name()) {
            if !OS_NAMES.contains(&name) {
                report.issue("os_name", Code::InvalidChoice, format!("must be one of `{}`", OS_NAMES.join("`, `")));
            }
            form.text("os_name", name);
        }
        for (name, value) in [("os_version", event.os_version()), ("device_name", event.device_name()), ("device_type", event.device_type())] {
            if let Some(value) = text::optional(report, name, Kind::Free, value) {
                form.text(name, value);
            }
        }
        if let Some(address) = rules::ipv4(report, "ip_address", event.ip_address(), self.ipv6 == Ipv6::Omit) {
            form.text("ip_address", &address);
        }
        if let Some(agent) = rules::user_agent(report, "user_agent", event.user_agent()) {
            form.text("user_agent", agent);
        }
        if let Some(status) = event.att_status() {
            match u8::try_from(status) {
                Ok(status @ 0..=3) => {
                    form.plain("att_status", &[b'0' + status]);
                }
                _ => report.issue("att_status", Code::InvalidChoice, "must be 0, 1, 2 or 3"),
            }
        }
        if let Some(enabled) = event.tracking_enabled() {
            form.plain("tracking_enabled", if enabled { b"1" } else { b"0" });
        }
        rules::exclusive(report, ("att_status", event.att_status().is_some()), ("tracking_enabled", event.tracking_enabled().is_some()));
    }

    fn time(&self, event: &impl AdjustEventFields, now: Timestamp, report: &mut Report, form: &mut Form) -> EventTime {
        let created_at = event.created_at().and_then(|time| rules::time(report, "created_at", time.check()));
        let created_at_unix = event.created_at_unix().and_then(|seconds| rules::unix_seconds(report, "created_at_unix", seconds));
        rules::exclusive(report, ("created_at", created_at.is_some()), ("created_at_unix", created_at_unix.is_some()));
        let (field, time) = match (created_at, created_at_unix) {
            (Some(time), _) => ("created_at", time),
            (None, Some(time)) => ("created_at_unix", time),
            (None, None) => return EventTime::of_receipt(form.parameters_len()),
        };
        self.age(field, time, now, report);
        EventTime::Sent(match self.time_format {
            TimeFormat::UnixSeconds => {
                integer(form.name("created_at_unix"), time.unix_seconds());
                time.whole_seconds()
            }
            TimeFormat::Iso8601 => {
                form.text("created_at", &time.iso8601());
                time
            }
        })
    }

    fn age(&self, field: &str, time: Timestamp, now: Timestamp, report: &mut Report) {
        if now.unix_millis() - time.unix_millis() > MAX_AGE_MILLIS {
            report.issue(field, Code::TooOld, "is older than 58 days, which Adjust refuses");
        }
        rules::ahead_of_now(report, field, time, now, self.max_future_millis);
    }
}

/// Appends the identifiers; returns where the first one ends.
fn device_ids(event: &impl AdjustEventFields, report: &mut Report, form: &mut Form) -> usize {
    let mut is_any_given = false;
    let mut end_of_first = None;
    let mut zeros = Vec::new();
    each_device_id(event, &mut |id, given| {
        // A shape says more than that control characters are not allowed.
        let kind = if id.shape.is_some() { Kind::Free } else { Kind::Identifier };
        if let Some((code, message)) = text::check(kind, given) {
            report.issue(id.name, code, message);
            is_any_given = true;
            return;
        }
        let Some(shape) = id.shape else {
            form.text(id.name, given);
            end_of_first.get_or_insert(form.parameters_len());
            is_any_given = true;
            return;
        };
        match shape.normalise(given) {
            Some(id_of_zeros) if id.is_zero_when_limited && id_of_zeros.is_zero() => zeros.push(id.name),
            Some(normal) => {
                form.plain(id.name, normal.as_bytes());
                end_of_first.get_or_insert(form.parameters_len());
                is_any_given = true;
            }
            None => {
                report.issue(id.name, Code::InvalidDeviceId, shape.describe());
                is_any_given = true;
            }
        }
    });
    is_any_given = is_any_given || DEVICE_IDS.iter().any(|name| report.has(name));
    for name in &zeros {
        if is_any_given {
            report.warning(name, Code::ZeroDeviceIdOmitted, "left out: all zeros mean that tracking is not allowed");
        } else {
            report.issue(name, Code::ZeroDeviceId, "is the only device identifier, and all zeros mean that tracking is not allowed");
        }
    }
    if !is_any_given && zeros.is_empty() {
        report.issue("", Code::MissingOneOf, "at least one device identifier is required, such as `gps_adid`, `idfa` or `adid`");
    }
    end_of_first.unwrap_or_default()
}

fn revenue(event: &impl AdjustEventFields, report: &mut Report, form: &mut Form) {
    if let Some(given) = text::optional(report, "currency", Kind::Free, event.currency()) {
        match currency::parse(given) {
            Some(code) => {
                form.plain("currency", &code);
            }
            None => report.issue("currency", Code::InvalidCurrency, "must be three letters (ISO 4217)"),
        }
    }
    event.revenue().into_iter().for_each(|given| rules::float_noise(report, "revenue", given));
    if let Some(amount) = event.revenue().and_then(|number| rules::decimal(report, "revenue", number)) {
        // The minimum is documented on the events page, the maximum in the error table of the index page.
        if amount.canonical_digits() > rules::MAX_DIGITS {
            report.issue("revenue", Code::TooManyDigits, "has more than 28 digits");
        } else if !amount.is_at_least_ten_to(-3) || !amount.is_at_most_ten_to(11) {
            report.issue("revenue", Code::OutOfRange, "must be from 0.001 to 100,000,000,000");
        } else {
            amount.write(form.name("revenue"));
        }
    }
    rules::together(report, ("revenue", event.revenue().is_some()), ("currency", event.currency().is_some()));
}

fn extra(pairs: TextsRef<'_>, report: &mut Report, form: &mut Form) {
    rules::unique_keys(report, "extra", pairs.repeated());
    rules::named(report, "extra", pairs.iter().map(|(key, _)| key));
    for (key, value) in pairs.iter() {
        if OF_THE_REQUEST.contains(&key) || has_field::<Event>(key) {
            report.entry_issue("extra", key, Code::ReservedField, "is a parameter of its own");
        }
        form.pair(key, value);
    }
}

/// How an event without a time gets one: as `created_at_unix`, which counts seconds. Where that would be before the `last` event of the lane
/// and `at` is not, it is `created_at`, with its milliseconds.
///
/// Without it Adjust takes the time of receipt, which is late for an event that has waited.
pub(super) fn date(at: Timestamp, last: Option<i64>) -> Date {
    let time = at.whole_seconds();
    if last.is_some_and(|last| time.unix_millis() < last && last <= at.unix_millis()) {
        let text = at.iso8601().replace(':', "%3A").replace('+', "%2B");
        Date { parameter: format!("&created_at={text}"), time: at }
    } else {
        Date { parameter: format!("&created_at_unix={}", time.unix_seconds()), time }
    }
}

/// Finds the facts in the parameters of a request.
///
/// A lane is an app, an event token and a device: Adjust refuses an event that is older than the last one of its device and event token.
/// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
///
/// The device is its first identifier in the order of the parameters. Events that name one device by different identifiers are in different
/// lanes. No deduplication is documented.
pub(super) fn facts(parameters: &[u8]) -> Facts {
    // What is never before the place of the time, and of which something is in every request.
    const AFTER: [&str; 5] = ["callback_params", "partner_params", "currency", "revenue", "environment"];
    let end_of = |count: usize| memchr::memchr_iter(b'&', parameters).nth(count - 1).unwrap_or(parameters.len());
    let place = || {
        let is_after = |start: usize| {
            let rest = parameters.get(start + 1..).unwrap_or_default();
            AFTER.iter().any(|name| rest.strip_prefix(name.as_bytes()).is_some_and(|rest| rest.starts_with(b"=")))
        };
        memchr::memchr_iter(b'&', parameters).find(|start| is_after(*start)).unwrap_or(parameters.len())
    };
    // `s2s`, `event_token`, `app_token`, and the first identifier; `s2s` and `event_token`.
    Facts::new(end_of(4), end_of(2), Some(sent_time(parameters).map_or_else(|| EventTime::of_receipt(place()), EventTime::Sent)))
}

/// The time of the event, as it is sent.
fn sent_time(parameters: &[u8]) -> Option<Timestamp> {
    let after = |start: usize| parameters.get(start..)?.strip_prefix(b"&created_at");
    let found = memchr::memchr_iter(b'&', parameters).find_map(after)?;
    let end = memchr::memchr(b'&', found).unwrap_or(found.len());
    let found = std::str::from_utf8(found.get(..end)?).ok()?;
    match found.strip_prefix("_unix=") {
        Some(seconds) => Timestamp::from_unix_millis(seconds.parse::<i64>().ok()?.checked_mul(1_000)?),
        // `2017-01-02T15%3A04%3A05.000%2B0000`
        None => Timestamp::parse(&found.strip_prefix('=')?.replace("%3A", ":").replace("%2B0000", "Z")).ok(),
    }
}
