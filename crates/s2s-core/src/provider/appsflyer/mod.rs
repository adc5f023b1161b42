//! AppsFlyer's server-to-server events API for mobile, version 3: `POST https://api3.appsflyer.com/inappevent/{app_id}`.
//!
//! Sources: [reference](https://dev.appsflyer.com/hc/reference/s2s-events-api3-post),
//! [overview](https://dev.appsflyer.com/hc/docs/s2s-events-api3-overview),
//! [help](https://support.appsflyer.com/hc/en-us/articles/207034486), [in-app events](https://dev.appsflyer.com/hc/docs/in-app-events-sdk).
//!
//! What users stumble over:
#![doc = include_str!("traps.md")]
//!
//! ```
//! use s2s_core::value::Json;
//! use s2s_core::{AppsFlyer, Response, Timestamp, appsflyer};
//!
//! let appsflyer = AppsFlyer::new(appsflyer::Config::builder().app_id("com.example.myapp").s2s_key("demo-s2s-key").build())?;
//! let event = appsflyer::Event::builder()
//!     .appsflyer_id("1665148898336-5539842602053895577")
//!     .event_name("af_purchase")
//!     .event_value(Json::Object(vec![("af_revenue".into(), "19.99".into())]))
//!     .event_currency("USD")
//!     .time("2026-11-20T11:59:00Z")
//!     .build();
//! let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
//! let request = appsflyer.event(&event, now)?;
//! assert_eq!(request.url(), "https://api3.appsflyer.com/inappevent/com.example.myapp");
//!
//! let outcome = appsflyer.interpret(&request, &Response::new(200, [("content-type", "application/json")], "OK"));
//! assert_eq!(outcome.kind(), s2s_core::OutcomeKind::Delivered);
//! # Ok::<(), s2s_core::Issues>(())
//! ```

mod body;
mod build;
mod config;
mod event;
mod event_value;
mod interpret;
mod neutral;
mod user;

pub use config::{
    AppsFlyerConfig as Config, EmptyEventValue, Ipv6, Late, MissingCurrency, MoneyAs, PhoneHash, Platform, UnlistedCurrency,
};
pub use event::{
    AppsFlyerAppSetId as AppSetId, AppsFlyerConsentData as ConsentData, AppsFlyerEvent as Event, AppsFlyerManualConsent as ManualConsent,
    AppsFlyerTcf as Tcf,
};

use std::sync::Arc;

use crate::encode::percent;
use crate::hash;
use crate::issue::{Code, Found, Issue, Issues, Report};
use crate::one_event::map::Map;
use crate::outcome::Outcome;
use crate::request::{Header, Request};
use crate::response::{NoResponse, Response};
use crate::secret::Secret;
use crate::value::{Timestamp, text};

use super::base_url::BaseUrl;
use super::client::{Kind, NewId, Provider};
use super::facts;
use super::record::{Declared, Defaults};
use super::rules;
use super::spec::{KindRules, KindSpec, Repeated, Spec};

/// The name of this provider API in JSON and in configurations.
pub const NAME: &str = "appsflyer";

/// One AppsFlyer app: builds its requests and interprets the responses. Immutable; share it freely.
#[derive(Clone)]
pub struct AppsFlyer {
    base: BaseUrl,
    url: Arc<str>,
    headers: Arc<[Header]>,
    platform: Platform,
    settings: Settings,
}

/// How events are checked and written.
#[derive(Clone)]
struct Settings {
    empty_event_value: EmptyEventValue,
    money_as: MoneyAs,
    unlisted_currency: UnlistedCurrency,
    missing_currency: MissingCurrency,
    max_body_bytes: usize,
    late: Late,
    max_future_millis: i64,
    default_calling_code: Option<String>,
    phone_hash: PhoneHash,
    max_event_name: usize,
    ipv6: Ipv6,
}

impl AppsFlyer {
    /// Checks the configuration.
    ///
    /// # Errors
    /// All issues of the configuration; their paths are its fields.
    pub fn new(config: Config) -> Result<Self, Issues> {
        Self::open(config, Found::default())
    }

    /// Interprets the response to `request`, by the rules of the request's provider: see [`crate::interpret`].
    pub fn interpret(&self, request: &Request, response: &Response) -> Outcome {
        crate::interpret(request, response)
    }

    /// Interprets the lack of a response: the same for every provider, see [`crate::interpret_no_response`].
    pub fn interpret_no_response(&self, kind: NoResponse) -> Outcome {
        kind.into()
    }
}

impl Provider for AppsFlyer {
    const SPEC: Spec = Spec {
        name: NAME,
        type_name: "AppsFlyer",
        title: "AppsFlyer's S2S events API for mobile",
        sources: &[
            ("reference", "https://dev.appsflyer.com/hc/reference/s2s-events-api3-post"),
            ("overview", "https://dev.appsflyer.com/hc/docs/s2s-events-api3-overview"),
            ("help center", "https://support.appsflyer.com/hc/en-us/articles/207034486"),
            ("in-app events", "https://dev.appsflyer.com/hc/docs/in-app-events-sdk"),
        ],
        traps: include_str!("traps.md"),
        config: &Config::RECORD,
        kinds: &[KindSpec::of::<Event>()],
        batch: None,
        words: &[],
    };
    const RULES: KindRules = KindRules {
        endpoint: "POST https://api3.appsflyer.com/inappevent/{app_id}",
        lane: "app and `appsflyer_id`",
        is_ordered: false,
        refuses_older: false,
        is_concurrent: false,
        max_age: None,
        deadline: Some(build::deadline),
        repeated: Repeated::MayCount,
        responses: interpret::RESPONSES,
        interpret: interpret::interpret,
        lane_name: facts::whole,
        facts: build::facts,
        date: Some(build::date),
    };
    type Config = Config;

    fn build_neutral(&self, map: &mut Map<'_>, now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues> {
        neutral::build(self, map, now, new_id)
    }

    fn open(config: Config, found: Found) -> Result<Self, Issues> {
        let report = &mut Report::with(found);
        let app_id = text::required(report, "app_id", text::Kind::Free, config.app_id.as_deref());
        let platform = app_id.and_then(|app_id| platform(report, app_id, config.platform));
        let s2s_key = text::required(report, "s2s_key", text::Kind::Token, config.s2s_key.as_ref().map(Secret::expose));
        let base = BaseUrl::read(report, config.base_url.as_deref(), Defaults::<Config>::base_url);
        let max_body_bytes = at_least_one(report, "max_body_bytes", config.max_body_bytes.unwrap_or(Defaults::<Config>::max_body_bytes));
        let max_event_name = at_least_one(report, "max_event_name", config.max_event_name.unwrap_or(Defaults::<Config>::max_event_name));
        let max_future_millis = rules::max_future(report, config.max_future.unwrap_or(Defaults::<Config>::max_future));
        if let Some((code, message)) = config.default_calling_code.as_deref().and_then(hash::normal::check_calling_code) {
            report.issue("default_calling_code", code, message);
        }
        report.finish()?;
        let (Some(app_id), Some(platform), Some(s2s_key), Some(base), Some(max_body_bytes), Some(max_event_name), Some(max_future_millis)) =
            (app_id, platform, s2s_key, base, max_body_bytes, max_event_name, max_future_millis)
        else {
            // Each absence has put an issue into the report, which `finish` has returned.
            return Err(Issue::new("", Code::Missing, "the configuration is incomplete").into());
        };
        let mut encoded = Vec::new();
        percent::encode(&mut encoded, app_id.as_bytes());
        let url = base.join(&["/inappevent/", &String::from_utf8_lossy(&encoded)].concat());
        let headers = [Header::public("content-type", "application/json"), Header::sensitive("authentication", s2s_key)];
        let settings = Settings {
            empty_event_value: config.empty_event_value.unwrap_or_default(),
            money_as: config.money_as.unwrap_or_default(),
            unlisted_currency: config.unlisted_currency.unwrap_or_default(),
            missing_currency: config.missing_currency.unwrap_or_default(),
            max_body_bytes,
            late: config.late.unwrap_or_default(),
            max_future_millis,
            default_calling_code: config.default_calling_code,
            phone_hash: config.phone_hash.unwrap_or_default(),
            max_event_name,
            ipv6: config.ipv6.unwrap_or_default(),
        };
        Ok(Self { base, url: url.into(), headers: headers.into(), platform, settings })
    }
}

/// The platform of an app. AppsFlyer accepts events of an iOS app without `id`, and loses them: the prefix is neither guessed nor added.
fn platform(report: &mut Report, app_id: &str, given: Option<Platform>) -> Option<Platform> {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_ios = app_id.strip_prefix("id").is_some_and(is_digits);
    let mut invalid = |code, message| {
        report.issue("app_id", code, message);
        None
    };
    if matches!(app_id, "." | "..") {
        return invalid(Code::InvalidSegment, "must not be `.` or `..`, which URL parsers take out of a path");
    }
    if !app_id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-')) {
        return invalid(Code::InvalidAppId, "must consist of letters, digits, `.`, `_` and `-`");
    }
    if (given == Some(Platform::Ios) && !is_ios) || (given != Some(Platform::Windows) && is_digits(app_id)) {
        return invalid(Code::InvalidAppId, "must be `id` and the digits of the App Store for iOS, such as `id123456789`");
    }
    if is_ios && given == Some(Platform::Android) {
        report.issue("platform", Code::Conflict, "not together with an `app_id` of iOS");
        return None;
    }
    let platform = given.or(is_ios.then_some(Platform::Ios)).or(app_id.contains('.').then_some(Platform::Android));
    if platform.is_none() && !report.has("platform") {
        report.issue("platform", Code::Missing, "is required, as it does not follow from `app_id`");
    }
    platform
}

fn at_least_one(report: &mut Report, field: &str, given: i64) -> Option<usize> {
    let number = usize::try_from(given).ok().filter(|number| *number > 0);
    if number.is_none() {
        report.issue(field, Code::OutOfRange, "must be at least 1");
    }
    number
}

impl Kind for Event {
    const NAME: &'static str = "event";
    const NOUN: &'static str = "an event";
    type Client = AppsFlyer;
    type Read<'t> = event::AppsFlyerEventRead<'t>;

    fn build(&self, client: &AppsFlyer, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build(self, now, found)
    }

    fn build_read(event: &Self::Read<'_>, client: &AppsFlyer, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build(event, now, found)
    }
}

crate::redacted_debug!(AppsFlyer);
