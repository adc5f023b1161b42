//! What the requests of all kinds have in common.

use std::ops::Range;
use std::sync::Arc;

use crate::encode::form::Form;
use crate::encode::{self, integer};
use crate::issue::{Code, Issues, Report};
use crate::provider::facts::{EventTime, Facts};
use crate::provider::record::{Declared, has_field};
use crate::provider::rules;
use crate::provider::spec::{Date, RequestKind};
use crate::request::{Method, Request, SecretPlace};
use crate::value::lend::TextsRef;
use crate::value::text::{self, Kind};
use crate::value::{Decimal, NumberRef, TimeRef, Timestamp, currency};

use super::{Adjust, RequestStyle, TimeFormat};

/// "Request size too large": documented as "1 MB". Whether that is 1,000,000 or 1,048,576 bytes is not documented by Adjust;
/// what may be accepted is built. Source: <https://dev.adjust.com/en/api/s2s-api/>
const MAX_REQUEST: usize = 1024 * 1024;

/// The longest URL that the `http` crate takes. Adjust documents no limit.
const MAX_URL: usize = 65_534;

const DAY_MILLIS: i64 = 24 * 60 * 60 * 1_000;

/// A request that is being written.
pub(super) struct Draft {
    kind: RequestKind,
    address: Arc<str>,
    style: RequestStyle,
    pub(super) form: Form,
    app_token: Range<usize>,
}

impl Draft {
    /// Begins with `s2s=1`, which "informs the endpoint that the request is server-to-server".
    pub(super) fn begin(kind: RequestKind, address: &Arc<str>, style: RequestStyle) -> Self {
        let is_form = style == RequestStyle::PostForm;
        let mut form = Form::new(if is_form { Vec::with_capacity(1024) } else { [address, "?"].concat().into_bytes() });
        form.plain("s2s", b"1");
        Self { kind, address: Arc::clone(address), style, form, app_token: 0..0 }
    }

    /// Appends the app's token.
    pub(super) fn app_token(&mut self, client: &Adjust) {
        self.app_token = self.form.plain("app_token", &client.app_token);
    }

    /// Appends what belongs to every request of an environment, and further parameters of the caller's. `reserved` are names that are neither
    /// fields of `T` nor theirs.
    pub(super) fn end<T: Declared>(&mut self, client: &Adjust, extra: Option<TextsRef<'_>>, reserved: &[&str], report: &mut Report) {
        self.form.plain("environment", client.environment.as_str().as_bytes());
        if let Some(pairs) = extra {
            self.extra::<T>(pairs, &[&["environment"], reserved].concat(), report);
        }
    }

    /// Appends further parameters of the caller's.
    pub(super) fn extra<T: Declared>(&mut self, pairs: TextsRef<'_>, reserved: &[&str], report: &mut Report) {
        rules::unique_keys(report, "extra", pairs.repeated());
        rules::named(report, "extra", pairs.iter().map(|(key, _)| key));
        for (key, value) in pairs.iter() {
            if matches!(key, "s2s" | "app_token") || reserved.contains(&key) || has_field::<T>(key) {
                report.entry_issue("extra", key, Code::ReservedField, "is a parameter of its own");
            }
            self.form.pair(key, value);
        }
    }

    pub(super) fn finish(self, client: &Adjust, facts: Facts, report: &mut Report) -> Result<Request, Issues> {
        let Self { kind, address, style, form, app_token } = self;
        let is_form = style == RequestStyle::PostForm;
        if !is_form && form.len() > MAX_URL {
            report.issue(
                "",
                Code::TooLarge,
                "the URL is longer than HTTP libraries take; where Adjust takes forms, the setting `request_style` can put the parameters into the body",
            );
        } else if is_form && address.len() + form.len() > MAX_REQUEST {
            report.issue("", Code::TooLarge, "the request is larger than 1 MiB; the limit of Adjust is 1 MB");
        }
        let warnings = report.finish()?;
        let request = if is_form {
            Request::new(kind, Method::Post, address, facts)
                .with_headers(client.form_headers.clone())
                .with_body(form.into_bytes())
                .with_secret(SecretPlace::Body(app_token))
        } else {
            let method = if style == RequestStyle::GetQuery { Method::Get } else { Method::Post };
            Request::new(kind, method, encode::text(&form.into_bytes()), facts)
                .with_headers(client.query_headers.clone())
                .with_secret(SecretPlace::Url(app_token))
        };
        Ok(request.with_warnings(warnings))
    }
}

/// The two ways of giving a time.
pub(super) struct Given<'e> {
    pub(super) created_at: Option<TimeRef<'e>>,
    pub(super) created_at_unix: Option<i64>,
}

impl Adjust {
    /// Appends the time. Older than `max_age` in days it is refused.
    pub(super) fn time(&self, given: &Given<'_>, max_age: Option<i64>, now: Timestamp, report: &mut Report, form: &mut Form) -> EventTime {
        let created_at = given.created_at.and_then(|time| rules::time(report, "created_at", time.check()));
        let created_at_unix = given.created_at_unix.and_then(|seconds| rules::unix_seconds(report, "created_at_unix", seconds));
        rules::exclusive(report, ("created_at", created_at.is_some()), ("created_at_unix", created_at_unix.is_some()));
        let (field, time) = match (created_at, created_at_unix) {
            (Some(time), _) => ("created_at", time),
            (None, Some(time)) => ("created_at_unix", time),
            (None, None) => return EventTime::of_receipt(form.parameters_len()),
        };
        self.age(field, time, max_age, now, report);
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

    fn age(&self, field: &str, time: Timestamp, max_age: Option<i64>, now: Timestamp, report: &mut Report) {
        let age = now.unix_millis() - time.unix_millis();
        if let Some(days) = max_age.filter(|days| age > millis(*days)) {
            report.issue(field, Code::TooOld, format!("is older than {days} days, which Adjust refuses"));
        }
        rules::ahead_of_now(report, field, time, now, self.max_future_millis);
    }
}

pub(super) const fn millis(days: i64) -> i64 {
    days * DAY_MILLIS
}

/// Appends the maps of parameters for callbacks and for partners.
pub(super) fn maps(callback: Option<TextsRef<'_>>, partner: Option<TextsRef<'_>>, report: &mut Report, form: &mut Form) {
    for (name, pairs) in [("callback_params", callback), ("partner_params", partner)] {
        if let Some(pairs) = pairs {
            rules::unique_keys(report, name, pairs.repeated());
            form.object(name, pairs);
        }
    }
}

/// Appends a currency.
pub(super) fn currency(given: Option<&str>, report: &mut Report, form: &mut Form) {
    if let Some(given) = text::optional(report, "currency", Kind::Free, given) {
        match currency::parse(given) {
            Some(code) => {
                form.plain("currency", &code);
            }
            None => report.issue("currency", Code::InvalidCurrency, "must be three letters (ISO 4217)"),
        }
    }
}

/// Appends an amount of money that `is_in_range`, which `range` says in words.
pub(super) fn amount(
    field: &'static str,
    given: Option<NumberRef<'_>>,
    (is_in_range, range): (fn(&Decimal<'_>) -> bool, &'static str),
    report: &mut Report,
    form: &mut Form,
) {
    let Some(given) = given else { return };
    rules::float_noise(report, field, given);
    if let Some(amount) = rules::decimal(report, field, given) {
        if amount.canonical_digits() > rules::MAX_DIGITS {
            report.issue(field, Code::TooManyDigits, "has more than 28 digits");
        } else if !is_in_range(&amount) {
            report.issue(field, Code::OutOfRange, range);
        } else {
            amount.write(form.name(field));
        }
    }
}

/// Appends texts of any kind.
pub(super) fn texts<const N: usize>(texts: [(&'static str, Option<&str>); N], report: &mut Report, form: &mut Form) {
    for (name, given) in texts {
        if let Some(text) = text::optional(report, name, Kind::Free, given) {
            form.text(name, text);
        }
    }
}

/// Appends a number of things.
pub(super) fn count(field: &'static str, given: Option<i64>, report: &mut Report, form: &mut Form) {
    match given {
        Some(..0) => report.issue(field, Code::OutOfRange, "must not be negative"),
        Some(count) => integer(form.name(field), count),
        None => {}
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

/// Finds the facts in the parameters of an event.
///
/// A lane is an app, an event token and a device: Adjust refuses an event that is older than the last one of its device and event token.
/// Source: <https://dev.adjust.com/en/api/s2s-api/events/>
///
/// The device is its first identifier in the order of the parameters. Events that name one device by different identifiers are in different
/// lanes. No deduplication is documented.
pub(super) fn event_facts(parameters: &[u8]) -> Facts {
    // `s2s`, `event_token`, `app_token`, and the first identifier; `s2s` and `event_token`.
    Facts::new(end_of(4, parameters), end_of(2, parameters), Some(time_of(parameters)))
}

/// Finds the facts in the parameters of another kind that has a time. Its lane is an app and a device.
pub(super) fn timed_facts(parameters: &[u8]) -> Facts {
    Facts::new(end_of(3, parameters), 0, Some(time_of(parameters)))
}

/// Finds the facts in the parameters of a kind that has no time. Its lane is an app and a device.
pub(super) fn timeless_facts(parameters: &[u8]) -> Facts {
    Facts::new(end_of(3, parameters), 0, None)
}

/// Where this number of parameters ends.
fn end_of(count: usize, parameters: &[u8]) -> usize {
    memchr::memchr_iter(b'&', parameters).nth(count - 1).unwrap_or(parameters.len())
}

fn time_of(parameters: &[u8]) -> EventTime {
    // None of them is ever before the place of the time, and one of them is in every request.
    const AFTER: [&str; 5] = ["callback_params", "partner_params", "currency", "revenue", "environment"];
    let place = || {
        let is_after = |start: usize| {
            let rest = parameters.get(start + 1..).unwrap_or_default();
            AFTER.iter().any(|name| rest.strip_prefix(name.as_bytes()).is_some_and(|rest| rest.starts_with(b"=")))
        };
        memchr::memchr_iter(b'&', parameters).find(|start| is_after(*start)).unwrap_or(parameters.len())
    };
    sent_time(parameters).map_or_else(|| EventTime::of_receipt(place()), EventTime::Sent)
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
