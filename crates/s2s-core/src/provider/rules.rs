//! Checks that more than one provider's fields need.

use std::borrow::Cow;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::num::NonZeroU32;

use crate::encode::json;
use crate::issue::{Code, Report};
use crate::value::{Decimal, Json, NumberRef, Pairs, TimeRef, Timestamp, text};

use super::spec::Limits;

/// More digits than any amount of money needs; what is longer is a mistake.
pub(super) const MAX_DIGITS: i64 = 28;

/// The limits of a request of several events.
pub(super) fn limits(report: &mut Report, max_events: Option<i64>, max_bytes: Option<i64>) -> Limits {
    let mut limit = |field, given: Option<i64>| {
        // No request is as large as the largest limit.
        let limit = NonZeroU32::new(u32::try_from(given?.max(0)).unwrap_or(u32::MAX));
        if limit.is_none() {
            report.issue(field, Code::OutOfRange, "must be at least 1");
        }
        limit
    };
    Limits { max_events: limit("max_events", max_events), max_bytes: limit("max_bytes", max_bytes) }
}

/// A field without which nothing is built.
pub(super) fn required(report: &mut Report, field: &str, is_given: bool) {
    if !is_given && !report.has(field) {
        report.issue(field, Code::Missing, "is required");
    }
}

/// A record that needs at least one field, whichever it is.
pub(super) fn not_empty(report: &mut Report, is_empty: bool) {
    if is_empty && !report.has("") {
        report.issue("", Code::Empty, "is empty; leave it out instead");
    }
}

/// A list or map that has an entry where it is given.
pub(super) fn not_empty_list(report: &mut Report, field: &str, length: usize) {
    if length == 0 && !report.has(field) {
        report.issue(field, Code::Empty, "is empty; leave it out instead");
    }
}

/// The largest number that a limit of a request may have.
pub(super) fn at_most(report: &mut Report, field: &str, given: Option<NonZeroU32>, most: u32) {
    if given.is_some_and(|given| given.get() > most) {
        report.issue(field, Code::OutOfRange, format!("must be at most {most}"));
    }
}

/// At most one field of a pair may be given: the second has the issue.
pub(super) fn exclusive(report: &mut Report, first: (&str, bool), second: (&str, bool)) {
    if first.1 && second.1 && !report.has(first.0) && !report.has(second.0) {
        report.issue(second.0, Code::Conflict, format!("not together with `{}`", first.0));
    }
}

/// Two fields that need each other.
pub(super) fn together(report: &mut Report, first: (&'static str, bool), second: (&'static str, bool)) {
    if first.1 != second.1 && !report.has(first.0) && !report.has(second.0) {
        let (given, missing) = if first.1 { (first.0, second.0) } else { (second.0, first.0) };
        report.issue(missing, Code::Missing, format!("is required with `{given}`"));
    }
}

/// Whether a field is there: given, or given with an issue.
pub(super) fn is_given<T>(report: &Report, field: &str, value: Option<T>) -> bool {
    value.is_some() || report.has(field)
}

/// A decimal text, checked but for its range.
pub(super) fn decimal<'a>(report: &mut Report, field: &str, number: NumberRef<'a>) -> Option<Decimal<'a>> {
    parsed(number).map_err(|(code, message)| report.issue(field, code, message)).ok()
}

/// An amount of money of any sign and size, but for more digits than any needs.
pub(super) fn amount(number: NumberRef<'_>) -> Result<Decimal<'_>, (Code, &'static str)> {
    let amount = parsed(number)?;
    if amount.canonical_digits() > MAX_DIGITS { Err((Code::TooManyDigits, "has more than 28 digits")) } else { Ok(amount) }
}

fn parsed(number: NumberRef<'_>) -> Result<Decimal<'_>, (Code, &'static str)> {
    Decimal::parse(number.as_str()).map_err(|code| (number_code(number, code), number_message(number, code)))
}

/// An amount of money that binary arithmetic has left its noise in: it is sent as it was given.
pub(super) fn float_noise(report: &mut Report, field: &str, amount: NumberRef<'_>) {
    if amount.is_noisy() {
        report.warning(field, Code::FloatNoise, FLOAT_NOISE);
    }
}

pub(super) const FLOAT_NOISE: &str = "has the noise of a binary float; give amounts as a decimal or a text";

/// A number whose wire type is a double.
pub(super) fn double(number: NumberRef<'_>) -> Result<f64, (Code, &'static str)> {
    let text = number.as_str();
    let decimal = parsed(number)?;
    let double: f64 = text.parse().map_err(|_| (Code::InvalidNumber, "is not a decimal number"))?;
    if double.is_infinite() {
        return Err((Code::OutOfRange, "is larger than any double"));
    }
    // A double is written in the shortest form that reads back; a decimal of more digits is right if the double has these digits, too.
    const MOST_FRACTION_DIGITS: usize = 400;
    let is_same = |digits: String| Decimal::parse(&digits).is_ok_and(|digits| digits == decimal);
    let is_exact = || {
        decimal
            .fraction_digits()
            .filter(|digits| *digits <= MOST_FRACTION_DIGITS)
            .is_some_and(|digits| is_same(format!("{double:.digits$}")))
    };
    if is_same(format!("{double:?}")) || is_exact() { Ok(double) } else { Err((Code::NotRepresentable, "no double has these digits")) }
}

fn number_code(number: NumberRef<'_>, code: Code) -> Code {
    if number.as_str().is_empty() { Code::Empty } else { code }
}

fn number_message(number: NumberRef<'_>, code: Code) -> &'static str {
    match code {
        _ if number.as_str().is_empty() => "is empty; leave it out instead",
        Code::NotFinite => "is not a finite number",
        _ => "is not a decimal number such as `19.99`",
    }
}

/// A point in time.
pub(super) fn time(report: &mut Report, field: &str, checked: Result<Timestamp, Code>) -> Option<Timestamp> {
    checked
        .map_err(|code| {
            report.issue(
                field,
                code,
                match code {
                    Code::Empty => "is empty; leave it out instead",
                    Code::TimeWithoutOffset => "must say its offset from UTC, such as `Z` or `+03:30`",
                    Code::NotAnInteger => "must be whole milliseconds since 1970",
                    Code::TimeUnit => "looks like seconds; a number is milliseconds since 1970",
                    Code::OutOfRange => "is not within the years 0000 to 9999",
                    Code::InvalidTime => "must be RFC 3339, such as `2026-11-20T10:00:00Z`, or an integer of milliseconds since 1970",
                    _ => "must be an integer of milliseconds since 1970",
                },
            );
        })
        .ok()
}

/// The setting `max_future`, in milliseconds.
pub(super) fn max_future(report: &mut Report, seconds: i64) -> Option<i64> {
    let millis = seconds.checked_mul(1_000).filter(|millis| *millis >= 0);
    if millis.is_none() {
        report.issue("max_future", Code::OutOfRange, "must be a number of seconds, not negative");
    }
    millis
}

/// An event that is ahead of `now`, further than clocks differ.
pub(super) fn ahead_of_now(report: &mut Report, field: &str, time: Timestamp, now: Timestamp, max_future_millis: i64) {
    /// More than clocks that are kept differ.
    const AHEAD_MILLIS: i64 = 5 * 60 * 1_000;
    let ahead = time.unix_millis() - now.unix_millis();
    if ahead > max_future_millis {
        report.issue(field, Code::InTheFuture, "is further ahead of now than `max_future` allows");
    } else if ahead > AHEAD_MILLIS {
        report.warning(field, Code::AheadOfNow, "is over five minutes ahead of now");
    }
}

/// What an IP address becomes at a provider that takes IPv4 addresses only. An IPv4-mapped IPv6 address (`::ffff:192.0.2.1`) is its IPv4. `omits`
/// leaves other IPv6 addresses out, with a warning.
pub(super) fn ipv4<'a>(report: &mut Report, field: &str, given: Option<&'a str>, omits: bool) -> Option<Cow<'a, str>> {
    let address = text::optional(report, field, text::Kind::Free, given)?;
    if address.parse::<Ipv4Addr>().is_ok() {
        // The one way of writing it.
        return Some(address.into());
    }
    match address.parse().ok().map(|address: Ipv6Addr| address.to_canonical()) {
        Some(IpAddr::V4(mapped)) => return Some(mapped.to_string().into()),
        Some(IpAddr::V6(_)) if omits => report.warning(field, Code::Ipv6Omitted, "left out: the provider takes IPv4 addresses only"),
        Some(IpAddr::V6(_)) => {
            report.issue(field, Code::Ipv6NotSupported, "the provider takes IPv4 addresses only; the setting `ipv6` can leave others out")
        }
        None => report.issue(field, Code::InvalidIp, "must be an IPv4 address"),
    }
    None
}

/// A user agent. One that holds a `%` with two hexadecimal digits after it looks encoded, and is sent as it is.
pub(super) fn user_agent<'a>(report: &mut Report, field: &str, given: Option<&'a str>) -> Option<&'a str> {
    let agent = text::optional(report, field, text::Kind::Identifier, given)?;
    let is_escape = |bytes: &[u8]| matches!(bytes, [b'%', a, b] if a.is_ascii_hexdigit() && b.is_ascii_hexdigit());
    if memchr::memchr(b'%', agent.as_bytes()).is_some() && agent.as_bytes().windows(3).any(is_escape) {
        report.warning(field, Code::AlreadyEncoded, "looks percent-encoded already; give it as the device sent it");
    }
    Some(agent)
}

/// Whole seconds since 1970, under a name that says so.
pub(super) fn unix_seconds(report: &mut Report, field: &str, seconds: i64) -> Option<Timestamp> {
    /// The year 5138; as milliseconds 1973.
    const MEANT_AS_MILLIS: i64 = 100_000_000_000;
    if seconds > MEANT_AS_MILLIS {
        report.issue(field, Code::TimeUnit, "looks like milliseconds; this field takes seconds since 1970");
        return None;
    }
    let time = seconds.checked_mul(1_000).and_then(Timestamp::from_unix_millis);
    if time.is_none() {
        report.issue(field, Code::OutOfRange, "is not within the years 0000 to 9999");
    }
    time
}

/// A required time.
pub(super) fn required_time(report: &mut Report, field: &str, time: Option<TimeRef<'_>>) -> Option<Timestamp> {
    if time.is_none() && !report.has(field) {
        report.issue(field, Code::Missing, "is required");
    }
    self::time(report, field, time?.check())
}

/// One of a few documented words, in any case, as it is documented.
pub(super) fn choice(report: &mut Report, field: &str, given: Option<&str>, documented: &'static [&'static str]) -> Option<&'static str> {
    let given = text::optional(report, field, text::Kind::Free, given)?;
    let found = documented.iter().copied().find(|word| word.eq_ignore_ascii_case(given));
    if found.is_none() {
        report.issue(field, Code::InvalidChoice, format!("must be one of `{}`", documented.join("`, `")));
    }
    found
}

/// The keys of a map: each once. `repeated` are those that stood earlier already.
pub(super) fn unique_keys(report: &mut Report, field: &str, repeated: Vec<&str>) {
    for key in repeated {
        report.entry_issue(field, key, Code::DuplicateKey, "appears more than once");
    }
}

/// The keys of a map that become names of their own on the wire.
pub(super) fn named<'k>(report: &mut Report, field: &str, mut keys: impl Iterator<Item = &'k str>) {
    if keys.any(str::is_empty) {
        report.entry_issue(field, "", Code::Empty, "a name is empty");
    }
}

/// Appends free JSON values, each key once, nested not too deep and numbers valid.
pub(super) fn free_values(report: &mut Report, field: &str, pairs: &Pairs<Json>, out: &mut Vec<u8>) {
    let mut object = json::Object::begin(out);
    members(report, field, pairs, &mut object, |_| false);
    object.end();
}

/// Appends any JSON, nested not too deep, with each key once and with valid numbers.
#[allow(dead_code, reason = "for providers with fields of any JSON")]
pub(super) fn any_json(report: &mut Report, field: &str, value: &Json, out: &mut Vec<u8>) {
    value.check(report.levels(), &mut |inside, code, message| match code {
        Code::TooDeep => report.too_deep(field, message),
        _ => report.issue_inside(field, inside, code, message),
    });
    json::value(out, value);
}

/// Appends `extra` to an object whose own members are `reserved`.
pub(super) fn extra(report: &mut Report, pairs: &Pairs<Json>, object: &mut json::Object<'_>, reserved: impl Fn(&str) -> bool) {
    named(report, "extra", pairs.as_slice().iter().map(|(key, _)| key.as_str()));
    members(report, "extra", pairs, object, reserved);
}

fn members(report: &mut Report, field: &str, pairs: &Pairs<Json>, object: &mut json::Object<'_>, reserved: impl Fn(&str) -> bool) {
    unique_keys(report, field, pairs.repeated());
    for (key, value) in pairs.as_slice() {
        if reserved(key) {
            report.entry_issue(field, key, Code::ReservedField, "is a field of its own here");
        }
        // The map is a level, too.
        value.check(report.levels() + 1, &mut |inside, code, message| match code {
            Code::TooDeep => report.too_deep(field, message),
            _ => report.nested_issue(field, key, inside, code, message),
        });
        object.value(key, value);
    }
}
