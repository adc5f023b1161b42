//! Who the user is, and what is known of the device.

use std::net::IpAddr;

use crate::encode::{self, integer};
use crate::encode::json::Object;
use crate::issue::{Code, Report};
use crate::provider::record::has_field;
use crate::provider::rules;
use crate::value::device_id::Shape;
use crate::value::lend::TextsRef;
use crate::value::text::{self, Kind};
use crate::value::{Decimal, Json};

use super::event::BranchUserDataFields;
use super::members::{write_flag, write_text};
use super::{RequireOsVersion, Settings, UserData};

const IOS: &str = "iOS";
const ANDROID: &str = "Android";

/// The older name of `randomized_device_token`. Source: <https://github.com/BranchMetrics/branch-deep-linking-public-api>
const OLD_TOKEN: &str = "device_fingerprint_id";

/// Appends the members. Returns the end of the first one, which identifies the user.
pub(super) fn write(settings: &Settings, report: &mut Report, data: &dyn BranchUserDataFields, out: &mut Vec<u8>) -> usize {
    let mut object = Object::begin(out);
    let end_of_identity = identity(report, data, &mut object);
    for (field, value) in [("randomized_device_token", data.randomized_device_token()), ("anon_id", data.anon_id())] {
        write_text(report, (field, field), Kind::Identifier, value, &mut object);
    }
    if let Some(ids) = data.advertising_ids() {
        advertising_ids(report, ids, &mut object);
    }
    system(settings, report, data, &mut object);
    for (field, value) in [
        ("environment", data.environment()),
        ("brand", data.brand()),
        ("model", data.model()),
        ("app_version", data.app_version()),
        ("country", data.country()),
        ("language", data.language()),
    ] {
        write_text(report, (field, field), Kind::Identifier, value, &mut object);
    }
    for (field, value) in
        [("screen_dpi", data.screen_dpi()), ("screen_height", data.screen_height()), ("screen_width", data.screen_width())]
    {
        let Some(length) = value else { continue };
        if length < 0 {
            report.issue(field, Code::OutOfRange, "must not be negative");
        }
        integer(object.key(field), length);
    }
    write_flag("limit_ad_tracking", data.limit_ad_tracking(), &mut object);
    addresses(settings, report, data, &mut object);
    if let Some(agent) = rules::user_agent(report, "user_agent", data.user_agent()) {
        object.text("user_agent", agent);
    }
    for (field, value) in [
        ("http_origin", data.http_origin()),
        ("http_referrer", data.http_referrer()),
        ("google_analytics_id", data.google_analytics_id()),
    ] {
        write_text(report, (field, field), Kind::Identifier, value, &mut object);
    }
    consent(report, data, &mut object);
    if let Some(pairs) = data.extra() {
        rules::extra(report, pairs, &mut object, |key| key == OLD_TOKEN || (key != "extra" && has_field::<UserData>(key)));
    }
    object.end();
    of_platform(report, data);
    end_of_identity
}

/// What identifies a user. Source: <https://help.branch.io/apidocs/events>
fn identity(report: &mut Report, data: &dyn BranchUserDataFields, object: &mut Object<'_>) -> usize {
    let ids = [
        ("developer_identity", data.developer_identity(), None),
        ("idfa", data.idfa(), Some(Shape::UuidUpper)),
        ("idfv", data.idfv(), Some(Shape::UuidUpper)),
        ("aaid", data.aaid(), Some(Shape::UuidLower)),
        ("android_id", data.android_id(), Some(Shape::HexLower(1, 16))),
        ("browser_fingerprint_id", data.browser_fingerprint_id(), None),
    ];
    let (mut end_of_first, mut zeros, mut is_identified) = (None, Vec::new(), false);
    for (field, given, shape) in ids {
        // One that could not be read counts, too.
        is_identified |= report.has(field);
        let Some(given) = given else { continue };
        let kind = if shape.is_some() { Kind::Free } else { Kind::Identifier };
        let given = text::optional(report, field, kind, Some(given));
        match (given, shape.map(|shape| (shape, given.and_then(|given| shape.normalise(given))))) {
            (None, _) => is_identified = true,
            (Some(_), Some((shape, None))) => {
                report.issue(field, Code::InvalidDeviceId, shape.describe());
                is_identified = true;
            }
            (Some(_), Some((_, Some(id)))) if id.is_zero() => zeros.push(field),
            (Some(given), id) => {
                match id {
                    Some((_, Some(id))) => object.text(field, &encode::text(id.as_bytes())),
                    _ => object.text(field, given),
                }
                end_of_first.get_or_insert(object.len());
                is_identified = true;
            }
        }
    }
    for field in &zeros {
        if is_identified {
            report.warning(field, Code::ZeroDeviceIdOmitted, "left out: all zeros mean that tracking is not allowed");
        } else {
            report.issue(field, Code::ZeroDeviceId, "identifies nobody: all zeros mean that tracking is not allowed");
        }
    }
    if !is_identified && zeros.is_empty() {
        let message = "one of `developer_identity`, `browser_fingerprint_id`, `idfa`, `idfv`, `aaid` and `android_id` is required";
        report.issue("", Code::MissingOneOf, message);
    }
    end_of_first.unwrap_or_default()
}

fn advertising_ids(report: &mut Report, ids: TextsRef<'_>, object: &mut Object<'_>) {
    const FIELD: &str = "advertising_ids";
    rules::not_empty_list(report, FIELD, ids.iter().count());
    rules::unique_keys(report, FIELD, ids.repeated());
    rules::named(report, FIELD, ids.iter().map(|(name, _)| name));
    let mut sent = Vec::new();
    for (name, id) in ids.iter() {
        if let Some((code, message)) = text::check(Kind::Identifier, id) {
            report.entry_issue(FIELD, name, code, message);
        } else if id.contains('0') && id.bytes().all(|byte| matches!(byte, b'0' | b'-')) {
            report.nested_warning(FIELD, name, "", Code::ZeroDeviceIdOmitted, "left out: all zeros mean that tracking is not allowed");
        } else {
            sent.push((name, id));
        }
    }
    if sent.is_empty() {
        return;
    }
    let mut own = Object::begin(object.key(FIELD));
    for (name, id) in sent {
        own.text(name, id);
    }
    own.end();
}

/// Appends the operating system and its version.
fn system(settings: &Settings, report: &mut Report, data: &dyn BranchUserDataFields, object: &mut Object<'_>) {
    const VERSION: &str = "os_version";
    let os = text::optional(report, "os", Kind::Identifier, data.os()).map(documented);
    if let Some(os) = os {
        object.text("os", os);
    }
    let version = data.os_version().filter(|version| !matches!(version, Json::Null));
    match version {
        None => {}
        Some(Json::String(version)) => write_text(report, (VERSION, VERSION), Kind::Identifier, Some(version), object),
        Some(Json::Number(number)) => match Decimal::parse(number.as_str()) {
            Err(code) => report.issue(VERSION, code, "is not a number"),
            Ok(number) if !number.is_integer() => {
                report.issue(VERSION, Code::NotAnInteger, "must be a text, or an integer as Android's API level is");
            }
            Ok(number) => match number.to_i64().filter(|level| *level >= 0) {
                Some(level) => integer(object.key(VERSION), level),
                None => report.issue(VERSION, Code::OutOfRange, "must not be negative, or larger than any API level"),
            },
        },
        Some(_) => report.issue(VERSION, Code::WrongType, "must be a text or an integer"),
    }
    if os.is_some_and(|os| matches!(os, IOS | ANDROID)) && !rules::is_given(report, VERSION, version) {
        match settings.require_os_version {
            RequireOsVersion::Warn => report.warning(VERSION, Code::MissingRecommended, "is absent: Branch asks servers for it"),
            RequireOsVersion::Require => report.issue(VERSION, Code::Missing, "is required with iOS and Android (`require_os_version`)"),
            RequireOsVersion::Ignore => {}
        }
    }
}

/// The system as Branch writes it: "iOS" and "Android" exactly.
fn documented(os: &str) -> &str {
    [IOS, ANDROID].into_iter().find(|known| known.eq_ignore_ascii_case(os)).unwrap_or(os)
}

fn addresses(settings: &Settings, report: &mut Report, data: &dyn BranchUserDataFields, object: &mut Object<'_>) {
    for (field, given) in [("ip", data.ip()), ("local_ip", data.local_ip())] {
        let Some(address) = text::optional(report, field, Kind::Free, given) else { continue };
        if address.parse::<IpAddr>().is_err() {
            report.issue(field, Code::InvalidIp, "must be an IPv4 or IPv6 address");
        }
        object.text(field, address);
    }
    if settings.ip_override && !rules::is_given(report, "ip", data.ip()) {
        report.issue("ip", Code::Missing, "is required with the setting `ip_override`");
    }
}

/// Source: <https://help.branch.io/apidocs/events>
fn consent(report: &mut Report, data: &dyn BranchUserDataFields, object: &mut Object<'_>) {
    const EEA: &str = "dma_eea";
    let of_user = [("dma_ad_personalization", data.dma_ad_personalization()), ("dma_ad_user_data", data.dma_ad_user_data())];
    write_flag(EEA, data.dma_eea(), object);
    for (field, given) in of_user {
        write_flag(field, given, object);
        if data.dma_eea() == Some(true) && !rules::is_given(report, field, given) {
            report.issue(field, Code::Missing, "is required where `dma_eea` is true");
        }
    }
    if of_user.iter().any(|(_, given)| given.is_some()) && !rules::is_given(report, EEA, data.dma_eea()) {
        report.issue(EEA, Code::Missing, "is required with `dma_ad_personalization` and `dma_ad_user_data`");
    }
}

/// Checks fields of one platform.
fn of_platform(report: &mut Report, data: &dyn BranchUserDataFields) {
    let given: Vec<(&str, &str)> = [
        ("idfa", IOS, data.idfa()),
        ("idfv", IOS, data.idfv()),
        ("anon_id", IOS, data.anon_id()),
        ("aaid", ANDROID, data.aaid()),
        ("android_id", ANDROID, data.android_id()),
        ("local_ip", ANDROID, data.local_ip()),
    ]
    .into_iter()
    .filter(|(field, _, value)| value.is_some() && !report.has(field))
    .map(|(field, platform, _)| (field, platform))
    .collect();
    if report.has("os") {
        return;
    }
    let Some(os) = data.os().map(documented) else {
        if let Some((field, _)) = given.first() {
            report.issue("os", Code::Missing, format!("is required with `{field}`"));
        }
        return;
    };
    for (field, platform) in given {
        if os != platform {
            report.issue(field, Code::Conflict, format!("is a field of {platform}, and `os` is another one"));
        }
    }
}
