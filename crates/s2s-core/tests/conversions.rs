//! Values of the standard library and of other crates, and what is serialized.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::net::IpAddr;

use s2s_core::delivery::{Config, Delivery, Next, State, Submission};
use s2s_core::value::{Number, Text, Time};
use s2s_core::{Adjust, Code, Issue, Request, Response, Timestamp, adjust};
use serde_json::json;

const NOW: &str = "2026-11-20T12:00:00.123Z";
const MILLIS: i64 = 1_795_176_000_123;

fn adjust() -> Adjust {
    Adjust::new(adjust::Config::builder().app_token("canaryapptoken").build()).unwrap()
}

fn request(created_at: Time) -> Result<Request, s2s_core::Issues> {
    let event =
        adjust::Event::builder().event_token("f0ob4r").gps_adid("660e1d86-6796-463a-be86-897993136018").created_at(created_at).build();
    adjust().event(&event, NOW.parse().unwrap())
}

#[test]
fn numbers_are_their_shortest_decimals() {
    for (number, text) in [
        (Number::from(u32::MAX), "4294967295"),
        (Number::from(u64::MAX), "18446744073709551615"),
        (Number::from(0.1_f32), "0.1"),
        (Number::from(19.99_f32), "19.99"),
        (Number::from(19.99_f64), "19.99"),
        (Number::from(rust_decimal::Decimal::new(1990, 2)), "19.90"),
        (Number::from(rust_decimal::Decimal::MIN), "-79228162514264337593543950335"),
    ] {
        assert_eq!(number.as_str(), text);
    }
}

#[test]
fn addresses_and_ids_are_texts() {
    let id: uuid::Uuid = "660E1D86-6796-463A-BE86-897993136018".parse().unwrap();
    assert_eq!(Text::from(id), "660e1d86-6796-463a-be86-897993136018");
    for text in ["192.0.2.1", "2001:db8::1"] {
        assert_eq!(Text::from(text.parse::<IpAddr>().unwrap()), text);
    }
}

#[test]
fn points_in_time_are_taken_to_the_millisecond_toward_the_past() {
    for (seconds, nanos, millis) in [(1_795_176_000, 123_999_999, MILLIS), (-1, 999_999_999, -1), (0, 0, 0)] {
        let jiff = jiff::Timestamp::new(seconds, nanos).unwrap();
        let time = time::OffsetDateTime::from_unix_timestamp_nanos(jiff.as_nanosecond()).unwrap();
        let chrono = chrono::DateTime::from_timestamp(seconds, nanos.try_into().unwrap()).unwrap();
        let offset = chrono::FixedOffset::east_opt(12_600).unwrap();
        let all = [
            Timestamp::try_from(jiff),
            Timestamp::try_from(jiff.to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(3)))),
            Timestamp::try_from(time),
            Timestamp::try_from(time::UtcDateTime::from(time)),
            Timestamp::try_from(chrono),
            Timestamp::try_from(chrono.with_timezone(&offset)),
        ];
        assert!(all.iter().all(|own| own.map(Timestamp::unix_millis) == Ok(millis)), "{all:?}");
    }
    let leap = chrono::DateTime::from_timestamp(1_483_228_799, 1_500_000_000).unwrap();
    assert_eq!(Timestamp::try_from(leap), "2016-12-31T23:59:60.5Z".parse());
}

#[test]
fn a_time_of_another_crate_is_never_taken_for_a_number() {
    let jiff = jiff::Timestamp::from_millisecond(MILLIS).unwrap();
    let time = time::OffsetDateTime::from_unix_timestamp_nanos(jiff.as_nanosecond()).unwrap();
    let chrono = chrono::DateTime::from_timestamp_millis(MILLIS).unwrap();
    let own = request(NOW.parse::<Timestamp>().unwrap().into()).unwrap();
    for time in [Time::from(jiff), Time::from(time), Time::from(chrono)] {
        assert_eq!(request(time).unwrap(), own);
    }
    let issues = request(chrono::DateTime::<chrono::Utc>::MAX_UTC.into()).unwrap_err();
    assert_eq!((issues.as_slice()[0].path(), issues.as_slice()[0].code()), ("/created_at", Code::OutOfRange));
    assert_eq!(Timestamp::try_from(chrono::DateTime::<chrono::Utc>::MIN_UTC), Err(Code::OutOfRange));
}

#[test]
fn a_timestamp_is_read_from_its_text() {
    assert_eq!(NOW.parse(), Timestamp::from_unix_millis(MILLIS).ok_or(Code::InvalidTime));
    assert_eq!("yesterday".parse::<Timestamp>(), Err(Code::InvalidTime));
}

#[test]
fn an_issue_is_an_error() {
    let error: Box<dyn std::error::Error + Send + Sync> = Issue::new("/a", Code::Missing, "is required").into();
    assert_eq!(error.to_string(), "/a: is required [missing]");
    assert_eq!(State::Silent.to_string(), "silent");
}

#[test]
fn outcomes_issues_and_reports_serialize_without_secrets() {
    let now: Timestamp = NOW.parse().unwrap();
    let mut delivery = Delivery::new(&Config::default(), 7).unwrap();
    delivery.submit(Submission::new("order-1", request(now.into()).unwrap()), now).unwrap();
    let Next::Send { ticket, .. } = delivery.poll(now) else { unreachable!("it is sent at once") };
    let body = r#"{"error":"Event request failed: Invalid event token","adid":"canary","retry":false}"#;
    delivery.on_response(ticket, &Response::new(400, [("content-type", "application/json")], body), now);
    let stats = serde_json::to_value(delivery.stats()).unwrap();
    assert_eq!((&stats["submitted"], &stats["destinations"][0]["state"]), (&json!(1), &json!("open")));
    let report = delivery.take_reports().remove(0);
    let outcome = report.outcome.clone().unwrap();
    assert!(outcome.detail("adid").is_some());
    let value = serde_json::to_value(&report).unwrap();
    assert_eq!((&value["id"], &value["kind"], &value["cause"]), (&json!("order-1"), &json!(report.kind.as_str()), &json!(null)));
    assert_eq!(value["outcome"], serde_json::to_value(&outcome).unwrap());
    assert_eq!((&value["outcome"]["scope"], &value["outcome"]["retry_after_ms"]), (&json!("event"), &json!(null)));
    assert!(!value.to_string().contains("canary"), "{value}");

    let issues = adjust().event(&adjust::Event::builder().build(), now).unwrap_err();
    assert_eq!(
        serde_json::to_value(&issues).unwrap()[0],
        json!({"path": "/event_token", "code": "missing", "severity": "issue", "message": "is required"})
    );
}
