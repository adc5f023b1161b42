//! An event becomes a request.

use crate::encode::{self, integer};
use crate::encode::json::Object;
use crate::issue::{Code, Found, Issues, Report};
use crate::provider::facts::{EventTime, Facts};
use crate::provider::record::Declared as _;
use crate::provider::rules;
use crate::provider::spec::{Date, Limits, RequestKind};
use crate::request::{Method, Request};
use crate::value::device_id::Shape;
use crate::value::text::{self, Kind};
use crate::value::{Json, Timestamp};

use super::body::Body;
use super::event::{AppsFlyerAppSetIdFields, AppsFlyerConsentDataFields, AppsFlyerEventFields, AppsFlyerManualConsentFields, AppsFlyerTcfFields};
use super::event_value::{self, ObjectValue};
use super::{AppsFlyer, Event, Ipv6, Late, Platform, user};

/// Older copies of the documentation have this limit of the body in bytes, instead of "1KB".
const OLD_LIMIT: usize = 1_000;

/// "Reserved for AppsFlyer future use". Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
const RESERVED: &str = "custom_dimension";

const BEGIN: &[u8] = br#"{"appsflyer_id":""#;
const TIME: &str = r#","eventTime":""#;
/// `2019-05-15 12:17:01.123`
const TIME_LENGTH: usize = 23;

/// Source: <https://dev.appsflyer.com/hc/docs/in-app-events-sdk>
const PREDEFINED_NAMES: &[&str] = &[
    "af_level_achieved",
    "af_add_payment_info",
    "af_add_to_cart",
    "af_add_to_wishlist",
    "af_complete_registration",
    "af_tutorial_completion",
    "af_initiated_checkout",
    "af_purchase",
    "af_rate",
    "af_search",
    "af_spent_credits",
    "af_achievement_unlocked",
    "af_content_view",
    "af_list_view",
    "af_travel_booking",
    "af_share",
    "af_invite",
    "af_login",
    "af_re_engage",
    "af_update",
    "af_location_coordinates",
    "af_customer_segment",
    "af_subscribe",
    "af_start_trial",
    "af_ad_click",
    "af_ad_view",
    "af_opened_from_push_notification",
];

impl AppsFlyer {
    /// Builds the request of one event. `now` is the caller's clock; only the checks of the event's time use it.
    ///
    /// # Errors
    /// All issues of the event.
    pub fn event(&self, event: &Event, now: Timestamp) -> Result<Request, Issues> {
        self.build(event, now, Found::default())
    }

    pub(super) fn build(&self, event: &impl AppsFlyerEventFields, now: Timestamp, found: Found) -> Result<Request, Issues> {
        let report = &mut Report::with(found);
        self.base.warn(report);
        let mut out = Vec::with_capacity(1024);
        let mut body = Body::begin(&mut out);
        if let Some(id) = text::required(report, "appsflyer_id", Kind::Free, event.appsflyer_id()) {
            if !is_appsflyer_id(id) {
                report.issue("appsflyer_id", Code::InvalidDeviceId, "must be digits, a hyphen and digits, such as `1665148898336-5539842602053895577`");
            }
            body.text("appsflyer_id", id);
        }
        let lane = body.len();
        let time = self.time(event, now, report, &mut body);
        self.event_name(event, report, &mut body);
        event_value::write(&self.settings, event, report, &mut body);
        if let Some(id) = text::optional(report, "customer_user_id", Kind::Identifier, event.customer_user_id()) {
            body.text("customer_user_id", id);
        }
        self.identifiers(event, report, &mut body);
        user::write(&self.settings, event, report, &mut body);
        self.device(event, report, &mut body);
        self.sharing(event, report, &mut body);
        if let Some(pairs) = event.extra() {
            body.member("extra", |object| rules::extra(report, pairs, object, is_own));
        }
        let largest = body.end();
        self.check_size(report, out.len(), time.is_some(), largest);

        let warnings = report.finish()?;
        let facts = facts_of(lane, time).with_expiry(self.settings.late == Late::Refuse);
        Ok(Request::new(RequestKind::of::<Event>(), Method::Post, self.url.clone(), facts)
            .with_headers(self.headers.clone())
            .with_body(out)
            .with_limits(Limits { max_events: None, max_bytes: u32::try_from(self.settings.max_body_bytes).unwrap_or(u32::MAX).try_into().ok() })
            .with_warnings(warnings))
    }

    fn time(&self, event: &impl AppsFlyerEventFields, now: Timestamp, report: &mut Report, body: &mut Body<'_>) -> Option<Timestamp> {
        let time = rules::time(report, "time", event.time()?.check())?;
        rules::ahead_of_now(report, "time", time, now, self.settings.max_future_millis);
        if deadline(time).is_some_and(|deadline| now >= deadline) {
            match self.settings.late {
                Late::Warn => report.warning("time", Code::WillBeRedated, REDATED),
                Late::Refuse => report.issue("time", Code::TooOld, REDATED),
                Late::Send => {}
            }
        }
        body.text_of("time", "eventTime", &time.date_and_time());
        Some(time)
    }

    fn event_name(&self, event: &impl AppsFlyerEventFields, report: &mut Report, body: &mut Body<'_>) {
        let Some(name) = text::required(report, "event_name", Kind::Identifier, event.event_name()) else { return };
        if name.chars().nth(self.settings.max_event_name).is_some() {
            report.issue("event_name", Code::TooLong, format!("has more than {} characters", self.settings.max_event_name));
        } else if name.starts_with("af_") && !PREDEFINED_NAMES.contains(&name) {
            report.warning("event_name", Code::UnknownPredefinedName, "begins with `af_` as predefined names do, and is none of them");
        }
        body.text_of("event_name", "eventName", name);
    }

    fn identifiers(&self, event: &impl AppsFlyerEventFields, report: &mut Report, body: &mut Body<'_>) {
        use Platform::{Android, Ios};
        self.identifier(report, "advertising_id", Android, Some(Shape::UuidLower), event.advertising_id(), body);
        self.identifier(report, "oaid", Android, Some(Shape::UuidLower), event.oaid(), body);
        self.identifier(report, "amazon_aid", Android, None, event.amazon_aid(), body);
        if let Some(imei) = self.of(report, "imei", Android, event.imei()).and_then(|imei| text::optional(report, "imei", Kind::Free, Some(imei))) {
            let digits = imei.bytes().filter(u8::is_ascii_digit).count();
            if !(14..=16).contains(&digits) || !imei.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
                report.issue("imei", Code::InvalidDeviceId, "must be 14 to 16 digits, with or without hyphens");
            }
            body.text("imei", imei);
        }
        if let Some(id) = self.of(report, "app_set_id", Android, event.app_set_id()) {
            app_set_id(report, id, body);
        }
        self.identifier(report, "idfa", Ios, Some(Shape::UuidUpper), event.idfa(), body);
        self.identifier(report, "idfv", Ios, Some(Shape::UuidUpper), event.idfv(), body);
        if let Some(status) = self.of(report, "att", Ios, event.att()) {
            if !(0..=3).contains(&status) {
                report.issue("att", Code::InvalidChoice, "must be 0, 1, 2 or 3");
            }
            body.member("att", |object| integer(object.key("att"), status));
        }
        if let Some(agreed) = event.aie() {
            body.member("aie", |object| object.value("aie", &agreed.into()));
        }
    }

    /// An identifier of a device. `appsflyer_id` identifies, so that one of zeros is only left out.
    fn identifier(&self, report: &mut Report, field: &'static str, platform: Platform, shape: Option<Shape>, given: Option<&str>, body: &mut Body<'_>) {
        let given = self.of(report, field, platform, given);
        let kind = if shape.is_some() { Kind::Free } else { Kind::Identifier };
        let Some(given) = text::optional(report, field, kind, given) else { return };
        if let Some(id) = identifier(report, field, shape, given) {
            body.text(field, &id);
        }
    }

    /// The value of a field of one platform, if that is the app's.
    fn of<T>(&self, report: &mut Report, field: &str, platform: Platform, value: Option<T>) -> Option<T> {
        if self.platform == platform {
            return value;
        }
        if value.is_some() {
            report.issue(field, Code::Conflict, format!("is a field of {}; the app is one of {}", platform.as_str(), self.platform.as_str()));
        }
        None
    }

    /// What is known of the device and the app, in addition to their identifiers.
    fn device(&self, event: &impl AppsFlyerEventFields, report: &mut Report, body: &mut Body<'_>) {
        if let Some(id) = text::optional(report, "fb_login_id", Kind::Free, event.fb_login_id()) {
            if !id.bytes().all(|byte| byte.is_ascii_digit()) {
                report.issue("fb_login_id", Code::InvalidNumber, "must be digits");
            }
            body.text("fb_login_id", id);
        }
        if let Some(address) = rules::ipv4(report, "ip", event.ip(), self.settings.ipv6 == Ipv6::Omit) {
            body.text("ip", &address);
        }
        if let Some(agent) = rules::user_agent(report, "ua", event.ua()) {
            body.text("ua", agent);
        }
        if self.platform == Platform::Ios && !rules::is_given(report, "os", event.os()) {
            report.warning("os", Code::CountsAsIos145, "is absent: AppsFlyer takes the event for one of iOS 14.5");
        }
        for (field, key, value) in [
            ("os", "os", event.os()),
            ("app_version_name", "app_version_name", event.app_version_name()),
            ("app_store", "app_store", event.app_store()),
            ("bundle_identifier", "bundleIdentifier", event.bundle_identifier()),
        ] {
            if let Some(value) = text::optional(report, field, Kind::Identifier, value) {
                body.text_of(field, key, value);
            }
        }
    }

    /// Whom the event is shared with, and what the user has consented to.
    fn sharing(&self, event: &impl AppsFlyerEventFields, report: &mut Report, body: &mut Body<'_>) {
        if let Some(filter) = event.sharing_filter().filter(|filter| !matches!(filter, Json::Null)) {
            sharing_filter(report, filter);
            body.member("sharing_filter", |object| object.value("sharing_filter", filter));
        }
        let app_type = self.of(report, "app_type", Platform::Ios, event.app_type());
        if let Some(kind) = text::optional(report, "app_type", Kind::Free, app_type) {
            if kind != "app_clip" {
                report.issue("app_type", Code::InvalidChoice, "must be `app_clip`");
            }
            body.text("app_type", kind);
        }
        if let Some(data) = event.custom_data().filter(|data| !matches!(data, Json::Null)) {
            custom_data(report, data, body);
        }
        if let Some(consent) = event.consent_data() {
            report.inside("consent_data", |report| consent_data(report, consent, body));
        }
    }

    fn check_size(&self, report: &mut Report, size: usize, has_time: bool, (largest, of_largest): (&str, usize)) {
        let limit = self.settings.max_body_bytes;
        if size > limit {
            let message = format!("the body has {size} bytes, and {limit} are allowed (`max_body_bytes`); its largest field is `{largest}` with {of_largest} bytes");
            report.issue("", Code::TooLarge, message);
        } else if size > OLD_LIMIT {
            report.warning("", Code::NearSizeLimit, format!("the body has {size} bytes; AppsFlyer's older documentation has a limit of 1,000"));
        } else if !has_time && size + TIME.len() + TIME_LENGTH + 1 > limit {
            report.warning("", Code::NearSizeLimit, format!("the body has {size} bytes: no room is left for the time, which a delivery would fill in"));
        }
    }
}

const REDATED: &str = "AppsFlyer records an event at the time of its arrival after 02:00 UTC of the next day";

/// Digits, a hyphen and digits. How many there are is not checked: AppsFlyer's patterns contradict its examples.
fn is_appsflyer_id(id: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    id.split_once('-').is_some_and(|(first, second)| is_digits(first) && is_digits(second))
}

/// An identifier as it is sent. One of zeros is left out.
fn identifier(report: &mut Report, field: &str, shape: Option<Shape>, given: &str) -> Option<String> {
    let (id, is_zero) = match shape.map(|shape| (shape, shape.normalise(given))) {
        Some((_, Some(normal))) => (encode::text(normal.as_bytes()).into_owned(), normal.is_zero()),
        Some((shape, None)) => {
            report.issue(field, Code::InvalidDeviceId, shape.describe());
            return None;
        }
        None => (given.to_owned(), given.contains('0') && given.bytes().all(|byte| matches!(byte, b'0' | b'-'))),
    };
    if is_zero {
        report.warning(field, Code::ZeroDeviceIdOmitted, "left out: all zeros mean that tracking is not allowed");
    }
    (!is_zero).then_some(id)
}

fn app_set_id(report: &mut Report, set: &dyn AppsFlyerAppSetIdFields, body: &mut Body<'_>) {
    report.inside("app_set_id", |report| {
        match set.scope() {
            None if !report.has("scope") => report.issue("scope", Code::Missing, "is required"),
            None | Some(1 | 2) => {}
            Some(_) => report.issue("scope", Code::InvalidChoice, "must be 1 or 2"),
        }
        let id = text::required(report, "id", Kind::Free, set.id()).and_then(|id| identifier(report, "id", Some(Shape::UuidLower), id));
        if let (Some(scope), Some(id)) = (set.scope(), id) {
            body.member("app_set_id", |object| {
                let mut set = Object::begin(object.key("app_set_id"));
                integer(set.key("scope"), scope);
                set.text("id", &id);
                set.end();
            });
        }
    });
}

/// `"all"`, or a list. Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
fn sharing_filter(report: &mut Report, filter: &Json) {
    const FIELD: &str = "sharing_filter";
    match filter {
        Json::String(all) if all == "all" => {}
        Json::String(text) if text.is_empty() => report.issue(FIELD, Code::Empty, "is empty; leave it out instead"),
        Json::String(_) => report.issue(FIELD, Code::InvalidChoice, "must be `all` or a list"),
        Json::Array(items) if items.is_empty() => report.issue(FIELD, Code::Empty, "is empty; leave it out instead"),
        Json::Array(items) => {
            for (position, item) in items.iter().enumerate() {
                let at = format!("/{position}");
                let Some(item) = item.as_str() else {
                    report.issue_inside(FIELD, &at, Code::WrongType, "must be a text");
                    continue;
                };
                if let Some((code, message)) = text::check(Kind::Identifier, item) {
                    report.issue_inside(FIELD, &at, code, message);
                }
                match item {
                    "all" => report.issue_inside(FIELD, &at, Code::InvalidChoice, "`all` must be the value itself, not in a list"),
                    "iossearchads_int" => {
                        report.warning_inside(FIELD, &at, Code::UndocumentedSpelling, "AppsFlyer documents `Apple Search Ads` for this partner");
                    }
                    "twitter_int" => report.warning_inside(FIELD, &at, Code::UndocumentedSpelling, "AppsFlyer documents `twitter` for this partner"),
                    _ => {}
                }
            }
        }
        _ => report.issue(FIELD, Code::WrongType, "must be `all` or a list of texts"),
    }
}

fn custom_data(report: &mut Report, data: &Json, body: &mut Body<'_>) {
    const FIELD: &str = "custom_data";
    if data.as_str().is_some_and(str::is_empty) {
        return report.issue(FIELD, Code::Empty, "is empty; leave it out instead");
    }
    if let Some(given) = ObjectValue::read(report, FIELD, data) {
        given.check(report);
        body.text(FIELD, &given.compact());
    }
}

/// Exactly one of two forms. Source: <https://dev.appsflyer.com/hc/reference/s2s-events-api3-post>
fn consent_data(report: &mut Report, consent: &dyn AppsFlyerConsentDataFields, body: &mut Body<'_>) {
    let (tcf, manual) = (consent.tcf(), consent.manual());
    if !rules::is_given(report, "tcf", tcf) && !rules::is_given(report, "manual", manual) && !report.has("") {
        report.issue("", Code::Empty, "holds neither `tcf` nor `manual`");
    }
    rules::exclusive(report, ("tcf", tcf.is_some()), ("manual", manual.is_some()));
    body.member("consent_data", |object| {
        let mut object = Object::begin(object.key("consent_data"));
        if let Some(tcf) = tcf {
            report.inside("tcf", |report| self::tcf(report, tcf, object.key("tcf")));
        }
        if let Some(manual) = manual {
            report.inside("manual", |report| self::manual(report, manual, object.key("manual")));
        }
        object.end();
    });
}

fn tcf(report: &mut Report, consent: &dyn AppsFlyerTcfFields, out: &mut Vec<u8>) {
    let mut object = Object::begin(out);
    if consent.gdpr_applies().is_some_and(|applies| !(-1..=1).contains(&applies)) {
        report.issue("gdpr_applies", Code::InvalidChoice, "must be -1, 0 or 1");
    }
    let mut is_empty = true;
    for (field, number) in [
        ("policy_version", consent.policy_version()),
        ("gdpr_applies", consent.gdpr_applies()),
        ("cmp_sdk_id", consent.cmp_sdk_id()),
        ("cmp_sdk_version", consent.cmp_sdk_version()),
    ] {
        is_empty &= number.is_none();
        if let Some(number) = number {
            integer(object.key(field), number);
        }
    }
    is_empty &= consent.tcstring().is_none();
    if let Some(text) = text::optional(report, "tcstring", Kind::Identifier, consent.tcstring()) {
        object.text("tcstring", text);
    }
    object.end();
    rules::not_empty(report, is_empty);
}

fn manual(report: &mut Report, consent: &dyn AppsFlyerManualConsentFields, out: &mut Vec<u8>) {
    let members = [
        ("gdpr_applies", consent.gdpr_applies()),
        ("ad_user_data_enabled", consent.ad_user_data_enabled()),
        ("ad_personalization_enabled", consent.ad_personalization_enabled()),
    ];
    let mut object = Object::begin(out);
    for (field, agreed) in members {
        if let Some(agreed) = agreed {
            object.value(field, &agreed.into());
        }
    }
    object.end();
    rules::not_empty(report, members.iter().all(|(_, agreed)| agreed.is_none()));
}

/// Whether the body has a member of that name, or an event a field.
fn is_own(key: &str) -> bool {
    let is_field = |key: &str| Event::RECORD.fields.iter().any(|field| field.name == key || field.wire == Some(key));
    key == RESERVED || (key != "extra" && is_field(key))
}

/// From when on AppsFlyer records an event at the time of its arrival: after 02:00 UTC of the next day, if that is within the calendar.
///
/// Source: <https://support.appsflyer.com/hc/en-us/articles/207034486>, whose older copies have the hour and examples; the newest says that
/// it depends on the time of the event and of its arrival.
pub(super) fn deadline(time: Timestamp) -> Option<Timestamp> {
    const HOURS: i64 = 24 + 2;
    Timestamp::from_unix_millis(time.midnight().unix_millis() + HOURS * 3_600_000 + 1)
}

/// How an event without a time gets one. Without it AppsFlyer takes the time of arrival, which is late for an event that has waited.
pub(super) fn date(at: Timestamp, _: Option<i64>) -> Date {
    Date { parameter: format!("{TIME}{}\"", at.date_and_time()), time: at }
}

/// A lane is a device: the first member of the body. The time is the second one. That events have to come in order is not documented; those of one
/// device keep the one in which they were submitted. No deduplication is documented.
fn facts_of(lane: usize, time: Option<Timestamp>) -> Facts {
    Facts::new(lane, 0, Some(time.map_or_else(|| EventTime::of_receipt(lane), EventTime::Sent)))
}

/// Finds the facts in the body of a request.
pub(super) fn facts(body: &[u8]) -> Facts {
    let id = body.strip_prefix(BEGIN).and_then(|rest| memchr::memchr(b'"', rest));
    let lane = id.map_or(body.len(), |length| BEGIN.len() + length + 1);
    let time = body.get(lane..).and_then(|rest| {
        let text = rest.strip_prefix(TIME.as_bytes())?.get(..TIME_LENGTH)?;
        Timestamp::parse(&format!("{}Z", std::str::from_utf8(text).ok()?)).ok()
    });
    facts_of(lane, time)
}
