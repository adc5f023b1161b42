//! What the requests of all kinds have in common.

use std::net::IpAddr;
use std::ops::Range;
use std::sync::Arc;

use crate::encode::form::Form;
use crate::encode::json::Object;
use crate::encode::{self, integer, percent};
use crate::issue::{Code, Issues, Report};
use crate::provider::facts::{EventTime, Facts};
use crate::provider::record::Declared;
use crate::provider::rules;
use crate::provider::spec::{Date, RequestKind};
use crate::request::{Method, Request, SecretPlace};
use crate::value::lend::TextsRef;
use crate::value::text::{self, Kind};
use crate::value::{Json, NumberRef, Pairs, TimeRef, Timestamp, currency};

use super::common::{Common, SingularDataSharingOptionsFields};
use super::device::{self, Of, Platform, Way, only};
use super::{Ipv6, NegativeRevenue, RequestStyle, Singular, TimeFormat};

/// Source: <https://support.singular.net/hc/en-us/articles/31496864868635>
const MAX_PROPERTIES: usize = 5;
const MAX_PROPERTY: usize = 200;

/// Parameters of requests that no field of a kind has by their names.
const OTHER_PARAMETERS: [&str; 12] =
    ["a", "p", "i", "n", "e", "utime", "umilisec", "use_ip", "app_v", "av", "is_admon_revenue", "is_revenue_event"];

/// The parameter that a delivery inserts into a request without a time. It has as many digits from 2001 to 2286.
const DATE: &str = "&umilisec=1483228800000";

/// A request that is being written.
pub(super) struct Draft<'c> {
    client: &'c Singular,
    kind: RequestKind,
    address: &'c Arc<str>,
    pub(super) form: Form,
    sdk_key: Range<usize>,
    /// The platform, where it is known.
    pub(super) platform: Option<Platform>,
    lane: usize,
    time: EventTime,
}

impl<'c> Draft<'c> {
    /// Begins with what every request has.
    pub(super) fn begin(
        client: &'c Singular,
        kind: RequestKind,
        (address, way): (&'c Arc<str>, Way),
        common: &Common<'_>,
        now: Timestamp,
        report: &mut Report,
    ) -> Self {
        client.base.warn(report);
        let is_form = client.style == RequestStyle::PostForm;
        let mut form = Form::new(if is_form { Vec::with_capacity(1024) } else { [address, "?"].concat().into_bytes() });
        let sdk_key = form.plain("a", &client.sdk_key);
        let platform = platform(client, common.platform, report);
        if let Some(platform) = platform {
            form.text("p", &platform.sent_as(client.console_platforms));
        }
        form.plain("i", &client.app_id);
        let lane = device::identify(common.ids, way, platform, report, &mut form);
        let time = client.time(common.time, now, report, &mut form);
        let mut draft = Self { client, kind, address, form, sdk_key, platform, lane, time };
        draft.describe(common, way, report);
        draft
    }

    /// Appends what is known of the device in addition to its identifiers, of its user and of the app.
    fn describe(&mut self, common: &Common<'_>, way: Way, report: &mut Report) {
        let (platform, form) = (self.platform, &mut self.form);
        address(self.client.ipv6, common, report, form);
        text("ve", "os_version", Kind::Free, common.os_version, report, form);
        if let Some(status) = common.att_authorization_status {
            number("att_authorization_status", status, 0..=3, "must be 0, 1, 2 or 3", report, form);
        }
        required_of_platform(common, way, platform, report);
        only(report, platform, Of::Ios, &[("att_authorization_status", common.att_authorization_status.is_some())]);
        text("match_id", "match_id", Kind::Identifier, common.match_id, report, form);
        text("os", "os", Kind::Free, common.os, report, form);
        text("install_source", "install_source", Kind::Identifier, common.install_source, report, form);
        only(report, platform, Of::Console, &[("match_id", common.match_id.is_some()), ("os", common.os.is_some())]);
        only(report, platform, Of::AndroidOrConsole, &[("install_source", common.install_source.is_some())]);
        text("custom_user_id", "custom_user_id", Kind::Identifier, common.custom_user_id, report, form);
        if let Some(options) = common.data_sharing_options {
            report.inside("data_sharing_options", |report| data_sharing_options(options, report, form));
        }
        if let Some(properties) = common.global_properties {
            global_properties(properties, report, form);
        }
        text("ma", "device_make", Kind::Free, common.device_make, report, form);
        text("mo", "device_model", Kind::Free, common.device_model, report, form);
        rules::together(report, ("device_make", common.device_make.is_some()), ("device_model", common.device_model.is_some()));
        if let Some(locale) = common.locale {
            text("lc", "locale", Kind::Free, Some(locale), report, form);
            if !locale.is_empty() && !is_locale(locale.as_bytes()) {
                report.warning("locale", Code::UndocumentedSpelling, "is not a language and a country, such as `en_US`");
            }
        }
        text("bd", "os_build", Kind::Free, common.os_build, report, form);
        let has_short_name = platform.is_some_and(|platform| platform.is(Of::Web) || platform.is(Of::Console));
        text(if has_short_name { "av" } else { "app_v" }, "app_version", Kind::Free, common.app_version, report, form);
        if let Some(connection) = rules::choice(report, "connection_type", common.connection_type, &["wifi", "carrier"]) {
            form.text("c", connection);
        }
        text("cn", "carrier", Kind::Free, common.carrier, report, form);
        if let Some(agent) = rules::user_agent(report, "user_agent", common.user_agent) {
            form.text("ua", agent);
        }
        for (name, is) in [("dnt", common.do_not_track), ("dntoff", common.do_not_track_off)] {
            if let Some(is) = is {
                form.plain(name, if is { b"1" } else { b"0" });
            }
        }
        text("partner", "partner", Kind::Identifier, common.partner, report, form);
    }

    /// Appends further parameters of the caller's, which are none of `T`.
    fn extra<T: Declared>(&mut self, pairs: Option<TextsRef<'_>>, report: &mut Report) {
        let Some(pairs) = pairs else { return };
        rules::unique_keys(report, "extra", pairs.repeated());
        rules::named(report, "extra", pairs.iter().map(|(key, _)| key));
        for (key, value) in pairs.iter() {
            if OTHER_PARAMETERS.contains(&key) || T::RECORD.fields.iter().any(|field| field.wire.unwrap_or(field.name) == key) {
                report.entry_issue("extra", key, Code::ReservedField, "is a parameter of its own");
            } else if value.is_empty() {
                report.entry_issue("extra", key, Code::Empty, "is empty; leave it out instead");
            }
            self.form.pair(key, value);
        }
    }

    pub(super) fn finish<T: Declared>(mut self, extra: Option<TextsRef<'_>>, report: &mut Report) -> Result<Request, Issues> {
        self.extra::<T>(extra, report);
        let Self { client, kind, address, form, sdk_key, lane, time, .. } = self;
        let is_form = client.style == RequestStyle::PostForm;
        let room = if matches!(time, EventTime::OfReceipt(_)) { DATE.len() } else { 0 };
        if !is_form && form.len() + room > client.max_url_bytes {
            report.issue("", Code::TooLarge, "the URL is longer than `max_url_bytes` allows; `post_form` has no such limit");
        }
        let warnings = report.finish()?;
        let facts = Facts::new(lane, 0, Some(time));
        let request = if is_form {
            Request::new(kind, Method::Post, Arc::clone(address), facts)
                .with_headers(Arc::clone(&client.form_headers))
                .with_body(form.into_bytes())
                .with_secret(SecretPlace::Body(sdk_key))
        } else {
            Request::new(kind, Method::Get, encode::text(&form.into_bytes()), facts).with_secret(SecretPlace::Url(sdk_key))
        };
        Ok(request.with_warnings(warnings))
    }
}

/// The platform of the event, or else of the configuration.
fn platform(client: &Singular, given: Option<&str>, report: &mut Report) -> Option<Platform> {
    if rules::is_given(report, "platform", given) {
        return Platform::read(report, given);
    }
    rules::required(report, "platform", client.platform.is_some());
    client.platform
}

/// What Android and iOS have in every request: it is required in V1, while the sources say little of V2.
fn required_of_platform(common: &Common<'_>, way: Way, platform: Option<Platform>, report: &mut Report) {
    for (field, of, is_given) in [
        ("os_version", Of::Mobile, common.os_version.is_some()),
        ("att_authorization_status", Of::Ios, common.att_authorization_status.is_some()),
    ] {
        let is_wanted = platform.is_some_and(|platform| platform.is(of));
        if !is_wanted || is_given || report.has(field) {
            continue;
        }
        if way == Way::V2 {
            report.warning(field, Code::MissingRecommended, "is absent: Singular asks for it on this platform");
        } else {
            report.issue(field, Code::Missing, "is required on this platform");
        }
    }
}

/// Appends where the user is.
fn address(ipv6: Ipv6, common: &Common<'_>, report: &mut Report, form: &mut Form) {
    let uses_request = common.use_request_ip == Some(true);
    let has_ip = rules::is_given(report, "ip", common.ip);
    let has_country = rules::is_given(report, "country", common.country);
    let is_v6 = |text: &str| text.parse().is_ok_and(|address: IpAddr| address.to_canonical().is_ipv6());
    let sent = match common.ip {
        Some(address) if ipv6 == Ipv6::Send && is_v6(address) => Some(address.into()),
        Some(address) if ipv6 == Ipv6::Omit && !has_country && is_v6(address) => {
            report.issue("country", Code::Missing, "is required where the IPv6 address is left out");
            None
        }
        given => rules::ipv4(report, "ip", given, ipv6 == Ipv6::Omit),
    };
    if let Some(address) = sent {
        if address.parse().is_ok_and(is_private) {
            report.warning("ip", Code::PrivateIp, "is not a public address, so it says nothing of where the user is");
        }
        form.text("ip", &address);
    }
    rules::exclusive(report, ("ip", common.ip.is_some()), ("use_request_ip", uses_request));
    if uses_request {
        form.plain("use_ip", b"true");
        if !has_country && !report.has("country") {
            report.issue("country", Code::Missing, "is required with `use_request_ip`");
        }
    }
    if let Some(country) = text::optional(report, "country", Kind::Free, common.country) {
        if country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            form.text("country", &country.to_ascii_uppercase());
        } else {
            report.issue("country", Code::InvalidShape, "must be two letters of ISO 3166-1, such as `US`");
        }
    }
    if !has_ip && !uses_request && !report.has("use_request_ip") {
        if has_country {
            report.warning("ip", Code::NoIp, "is absent: Singular locates and matches users by their addresses");
        } else {
            report.issue("", Code::MissingOneOf, "`ip`, `country` or `use_request_ip` is required");
        }
    }
}

/// Whether an address is none of the public internet.
fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_private() || address.is_loopback() || address.is_link_local() || address.is_unspecified(),
        IpAddr::V6(address) => {
            address.is_loopback() || address.is_unspecified() || address.is_unique_local() || address.is_unicast_link_local()
        }
    }
}

fn is_locale(locale: &[u8]) -> bool {
    matches!(locale, [a, b, b'_', c, d] if [a, b].iter().all(|byte| byte.is_ascii_lowercase()) && [c, d].iter().all(|byte| byte.is_ascii_uppercase()))
}

fn data_sharing_options(options: &dyn SingularDataSharingOptionsFields, report: &mut Report, form: &mut Form) {
    let mut json = Vec::new();
    let mut object = Object::begin(&mut json);
    match options.limit_data_sharing() {
        Some(limit) => object.value("limit_data_sharing", &Json::Bool(limit)),
        None if report.has("") => {}
        None => report.issue("", Code::Empty, "is empty; leave it out instead"),
    }
    object.end();
    append_json("data_sharing_options", &json, form);
}

fn global_properties(properties: TextsRef<'_>, report: &mut Report, form: &mut Form) {
    const FIELD: &str = "global_properties";
    match properties.iter().count() {
        0 => report.issue(FIELD, Code::Empty, "is empty; leave it out instead"),
        count if count > MAX_PROPERTIES => report.issue(FIELD, Code::TooManyParams, "has more than 5 properties"),
        _ => {}
    }
    rules::unique_keys(report, FIELD, properties.repeated());
    rules::named(report, FIELD, properties.iter().map(|(key, _)| key));
    for (key, value) in properties.iter() {
        if is_longer(key, MAX_PROPERTY) || is_longer(value, MAX_PROPERTY) {
            report.entry_issue(FIELD, key, Code::TooLong, "has more than 200 characters");
        }
        if value.is_empty() {
            report.entry_issue(FIELD, key, Code::Empty, "is empty; leave it out instead");
        }
    }
    form.object(FIELD, properties);
}

/// Appends a parameter whose value is JSON.
pub(super) fn append_json(name: &str, json: &[u8], form: &mut Form) {
    percent::encode(form.name(name), json);
}

/// Appends a parameter whose value is a JSON object of the caller's.
pub(super) fn object(name: &str, field: &'static str, pairs: Option<&Pairs<Json>>, report: &mut Report, form: &mut Form) {
    let Some(pairs) = pairs else { return };
    if pairs.as_slice().is_empty() {
        report.issue(field, Code::Empty, "is empty; leave it out instead");
    }
    let mut json = Vec::new();
    rules::free_values(report, field, pairs, &mut json);
    append_json(name, &json, form);
}

/// Appends a text.
pub(super) fn text(name: &str, field: &str, kind: Kind, given: Option<&str>, report: &mut Report, form: &mut Form) {
    if let Some(text) = text::optional(report, field, kind, given) {
        form.text(name, text);
    }
}

/// Appends a truth value.
pub(super) fn truth(name: &str, given: Option<bool>, form: &mut Form) {
    if let Some(given) = given {
        form.plain(name, if given { b"true" } else { b"false" });
    }
}

/// Appends a number that is in a range, which `message` has in words.
pub(super) fn number(
    field: &'static str,
    given: i64,
    range: std::ops::RangeInclusive<i64>,
    message: &'static str,
    report: &mut Report,
    form: &mut Form,
) {
    if range.contains(&given) {
        integer(form.name(field), given);
    } else {
        report.issue(field, Code::OutOfRange, message);
    }
}

/// Appends a time in whole seconds.
pub(super) fn seconds(field: &'static str, given: Option<TimeRef<'_>>, report: &mut Report, form: &mut Form) {
    if let Some(time) = given.and_then(|time| rules::time(report, field, time.check())) {
        integer(form.name(field), time.unix_seconds());
    }
}

/// Whether a text has more characters than this.
pub(super) fn is_longer(text: &str, limit: usize) -> bool {
    text.len() > limit && text.chars().nth(limit).is_some()
}

impl Singular {
    /// Appends the time.
    fn time(&self, given: Option<TimeRef<'_>>, now: Timestamp, report: &mut Report, form: &mut Form) -> EventTime {
        const FIELD: &str = "time";
        let Some(time) = given.and_then(|time| rules::time(report, FIELD, time.check())) else {
            return EventTime::of_receipt(form.parameters_len());
        };
        rules::ahead_of_now(report, FIELD, time, now, self.max_future_millis);
        EventTime::Sent(match self.time_format {
            TimeFormat::Umilisec => {
                integer(form.name("umilisec"), time.unix_millis());
                time
            }
            TimeFormat::Utime => {
                integer(form.name("utime"), time.unix_seconds());
                time.whole_seconds()
            }
        })
    }

    /// Appends an amount of money and its currency.
    pub(super) fn money(&self, amount: Option<NumberRef<'_>>, currency: Option<&str>, report: &mut Report, form: &mut Form) {
        if let Some(given) = amount {
            rules::float_noise(report, "amount", given);
            match rules::amount(given) {
                Err((code, message)) => report.issue("amount", code, message),
                Ok(amount) if amount.is_negative() && self.negative_revenue == NegativeRevenue::Refuse => {
                    report.issue("amount", Code::OutOfRange, "must not be negative, as the setting `negative_revenue` asks");
                }
                Ok(amount) => amount.write(form.name("amt")),
            }
        }
        if let Some(given) = text::optional(report, "currency", Kind::Free, currency) {
            match currency::parse(given) {
                Some(code) => {
                    form.plain("cur", &code);
                }
                None => report.issue("currency", Code::InvalidCurrency, "must be three letters (ISO 4217)"),
            }
        }
    }
}

/// How an event without a time gets one.
///
/// Without it Singular takes the time of receipt, which is late for an event that has waited.
pub(super) fn date(at: Timestamp, _last: Option<i64>) -> Date {
    Date { parameter: format!("&umilisec={}", at.unix_millis()), time: at }
}

/// Finds the facts in the parameters of a request.
///
/// A lane is a key, a platform, an app and a device, which is the first identifier: `a`, `p`, `i`, and that.
pub(super) fn facts(parameters: &[u8]) -> Facts {
    Facts::new(end_of(4, parameters), 0, Some(time_of(parameters)))
}

/// The name of a lane: the app and the device. Before them are the key, which is a credential, and the platform, whose spelling is a setting.
pub(super) fn lane_name(beginning: &[u8]) -> &[u8] {
    beginning.get(end_of(2, beginning)..).unwrap_or_default()
}

/// Where this number of parameters ends.
fn end_of(count: usize, parameters: &[u8]) -> usize {
    memchr::memchr_iter(b'&', parameters).nth(count - 1).unwrap_or(parameters.len())
}

/// The time, which follows the identifiers.
fn time_of(parameters: &[u8]) -> EventTime {
    let mut end = end_of(3, parameters);
    while let Some(rest) = parameters.get(end + 1..) {
        let length = memchr::memchr(b'&', rest).unwrap_or(rest.len());
        let parameter = rest.get(..length).unwrap_or_default();
        let (name, value) = parameter.split_at(memchr::memchr(b'=', parameter).unwrap_or(length));
        if let Some(time) = sent_time(name, value) {
            return EventTime::Sent(time);
        }
        if !device::is_id(name) {
            break;
        }
        end += 1 + length;
    }
    EventTime::of_receipt(end)
}

/// The time of a parameter; its value begins with `=`.
fn sent_time(name: &[u8], value: &[u8]) -> Option<Timestamp> {
    let unit = match name {
        b"umilisec" => 1,
        b"utime" => 1_000,
        _ => return None,
    };
    let digits = std::str::from_utf8(value.get(1..)?).ok()?;
    Timestamp::from_unix_millis(digits.parse::<i64>().ok()?.checked_mul(unit)?)
}
