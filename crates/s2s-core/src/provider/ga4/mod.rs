//! The Measurement Protocol of Google Analytics 4, for app and web streams: `POST https://www.google-analytics.com/mp/collect`.
//!
//! Sources: [reference](https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference),
//! [sending events](https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events),
//! [validating events](https://developers.google.com/analytics/devguides/collection/protocol/ga4/validating-events),
//! [user-provided data](https://developers.google.com/analytics/devguides/collection/ga4/uid-data),
//! [recommended events](https://developers.google.com/analytics/devguides/collection/ga4/reference/events).
//!
//! What users stumble over:
#![doc = include_str!("traps.md")]
//!
//! ```
//! use s2s_core::{Ga4, OutcomeKind, Response, Timestamp, ga4};
//!
//! let config = ga4::Config::builder().measurement_id("G-PSW1MY7HB4").api_secret("your-api-secret").build();
//! let ga4 = Ga4::new(config)?;
//! let event = ga4::Event::builder()
//!     .client_id("1234567890.1687758765")
//!     .name("purchase")
//!     .time("2026-11-20T11:59:00Z")
//!     .session_id("1687758765")
//!     .engagement_time_msec(100)
//!     .transaction_id("A-1034")
//!     .value("149.99")
//!     .currency("EUR")
//!     .items(vec![ga4::Item::builder().item_id("tea-earl-grey-100g").price("149.99").quantity(1).build()])
//!     .build();
//! let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
//! let request = ga4.event(&event, now)?;
//! assert_eq!(request.redacted_url(), "https://www.google-analytics.com/mp/collect?measurement_id=G-PSW1MY7HB4&api_secret=[redacted]");
//!
//! let outcome = ga4.interpret(&request, &Response::new(204, [("content-length", "0")], ""));
//! assert_eq!(outcome.kind(), OutcomeKind::Delivered);
//! assert_eq!(outcome.reason(), "received, not validated by Google");
//! # Ok::<(), s2s_core::Issues>(())
//! ```

mod build;
mod config;
mod event;
mod interpret;
mod names;
mod neutral;
mod params;
mod shared;
mod user_data;

pub use config::{Ga4Config as Config, GmailPlus, Ipv6, MissingSession, Recommended, Region, TooOld};
pub use event::{
    Ga4Address as Address, Ga4Consent as Consent, Ga4Device as Device, Ga4Event as Event, Ga4Identity as Identity, Ga4Item as Item,
    Ga4Message as Message, Ga4UserData as UserData, Ga4UserLocation as UserLocation, Ga4UserProperty as UserProperty,
};
pub use interpret::ValidationMessage;
pub(crate) use neutral::neutral;

use std::ops::Range;
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
use super::record::{Declared, Defaults};
use super::rules;
use super::spec::{Batch, KindRules, KindSpec, Limits, Repeated, Spec};

/// The name of this provider API in JSON and in configurations.
pub const NAME: &str = "ga4";

/// Maximum number of characters in a parameter's text.
/// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events>
const MAX_TEXT: usize = 100;

/// Maximum number of characters in a parameter's text in properties of Analytics 360. Source: <https://support.google.com/analytics/answer/9267744>
const MAX_TEXT_360: usize = 500;

/// "130 kB", in the larger reading. Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
const LARGEST_BODY: u32 = 130 * 1_024;

/// One data stream of Google Analytics 4: builds its requests and interprets the responses. Immutable; share it freely.
#[derive(Clone)]
pub struct Ga4 {
    base: BaseUrl,
    url: Arc<str>,
    /// Where the secret is in the URL.
    secret: Range<usize>,
    headers: Arc<[Header]>,
    stream: Stream,
    is_validation: bool,
    limits: Limits,
    settings: Settings,
}

/// The sort of a data stream.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stream {
    App,
    Web,
}

/// How events are checked and written.
#[derive(Clone)]
struct Settings {
    too_old: TooOld,
    max_future_millis: i64,
    missing_session: MissingSession,
    recommended: Recommended,
    /// Maximum number of characters in a parameter's text.
    max_text: usize,
    max_item_params: usize,
    gmail_plus: GmailPlus,
    default_calling_code: Option<String>,
    ipv6: Ipv6,
}

impl Ga4 {
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

impl Provider for Ga4 {
    const SPEC: Spec = Spec {
        name: NAME,
        type_name: "Ga4",
        title: "Google Analytics 4's Measurement Protocol",
        sources: &[
            ("reference", "https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference"),
            ("sending events", "https://developers.google.com/analytics/devguides/collection/protocol/ga4/sending-events"),
            ("validating events", "https://developers.google.com/analytics/devguides/collection/protocol/ga4/validating-events"),
            ("user-provided data", "https://developers.google.com/analytics/devguides/collection/ga4/uid-data"),
            ("recommended events", "https://developers.google.com/analytics/devguides/collection/ga4/reference/events"),
        ],
        traps: include_str!("traps.md"),
        config: &Config::RECORD,
        kinds: &[KindSpec::of::<Event>()],
        batch: Some(BATCH),
        words: &[],
    };
    const RULES: KindRules = KindRules {
        endpoint: "POST https://www.google-analytics.com/mp/collect",
        lane: "stream and user",
        is_ordered: false,
        refuses_older: false,
        is_concurrent: false,
        max_age: None,
        deadline: Some(shared::deadline),
        repeated: Repeated::MayCount,
        responses: interpret::RESPONSES,
        interpret: interpret::interpret,
        lane_name: build::lane_name,
        facts: build::facts,
        date: Some(build::date),
    };
    type Config = Config;

    fn build_neutral(&self, map: &mut Map<'_>, now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues> {
        neutral::build(self, map, now, new_id)
    }

    fn open(config: Config, found: Found) -> Result<Self, Issues> {
        let report = &mut Report::with(found);
        let stream = stream(report, config.firebase_app_id.as_deref(), config.measurement_id.as_deref());
        let api_secret = text::required(report, "api_secret", text::Kind::Token, config.api_secret.as_ref().map(Secret::expose));
        let base = BaseUrl::read(report, config.base_url.as_deref(), config.region.unwrap_or_default().base_url());
        let max_future_millis = rules::max_future(report, config.max_future.unwrap_or(Defaults::<Config>::max_future));
        let max_item_params = usize::try_from(config.max_item_params.unwrap_or(Defaults::<Config>::max_item_params)).ok();
        if max_item_params.is_none() {
            report.issue("max_item_params", Code::OutOfRange, "must not be negative");
        }
        if let Some((code, message)) = config.default_calling_code.as_deref().and_then(hash::normal::check_calling_code) {
            report.issue("default_calling_code", code, message);
        }
        let limits = limits(report, config.max_events, config.max_bytes);
        report.finish()?;
        let (Some((stream, parameter, id)), Some(api_secret), Some(base), Some(max_future_millis), Some(max_item_params)) =
            (stream, api_secret, base, max_future_millis, max_item_params)
        else {
            // Each absence has put an issue into the report, which `finish` has returned.
            return Err(Issue::new("", Code::Missing, "the configuration is incomplete").into());
        };
        let is_validation = config.validation.unwrap_or_default();
        let path = if is_validation { "/debug/mp/collect" } else { "/mp/collect" };
        // The colons of an app's ID are legal in a query (RFC 3986, section 3.4), and others send them as they are.
        let mut url = format!("{}?{parameter}={id}&api_secret=", base.join(path)).into_bytes();
        let start = url.len();
        percent::encode(&mut url, api_secret.as_bytes());
        let settings = Settings {
            too_old: config.too_old.unwrap_or_default(),
            max_future_millis,
            missing_session: config.missing_session.unwrap_or_default(),
            recommended: config.recommended.unwrap_or_default(),
            max_text: if config.analytics360.unwrap_or_default() { MAX_TEXT_360 } else { MAX_TEXT },
            max_item_params,
            gmail_plus: config.gmail_plus.unwrap_or_default(),
            default_calling_code: config.default_calling_code,
            ipv6: config.ipv6.unwrap_or_default(),
        };
        Ok(Self {
            base,
            url: String::from_utf8_lossy(&url).into(),
            secret: start..url.len(),
            headers: [Header::public("content-type", "application/json")].into(),
            stream,
            is_validation,
            limits,
            settings,
        })
    }
}

const BATCH: Batch = Batch {
    kind: "events",
    rules: Ga4::RULES,
    separator: b",",
    end: b"]}",
    identity: &Identity::RECORD,
    max_events: Defaults::<Config>::max_events as u32,
    max_bytes: Defaults::<Config>::max_bytes as u32,
};

/// The stream, with the parameter of the URL that names it.
fn stream<'c>(report: &mut Report, app: Option<&'c str>, web: Option<&'c str>) -> Option<(Stream, &'static str, &'c str)> {
    if !rules::is_given(report, "firebase_app_id", app) && !rules::is_given(report, "measurement_id", web) {
        report.issue("", Code::MissingOneOf, "`firebase_app_id` or `measurement_id` is required");
    }
    let mut id = |field, given, is_id: fn(&str) -> bool, message| {
        let id = text::optional(report, field, text::Kind::Free, given)?;
        if !is_id(id) {
            report.issue(field, Code::InvalidStreamId, message);
        }
        Some(id)
    };
    let app =
        id("firebase_app_id", app, is_app_id, "must be the ID of an app in Firebase, such as `1:98765432109:ios:fedcba9876543210`");
    let web = id("measurement_id", web, is_measurement_id, "must be `G-` with letters and digits, such as `G-PSW1MY7HB4`");
    rules::exclusive(report, ("firebase_app_id", app.is_some()), ("measurement_id", web.is_some()));
    let app = app.map(|id| (Stream::App, "firebase_app_id", id));
    app.or(web.map(|id| (Stream::Web, "measurement_id", id)))
}

/// Digits, digits, letters, and letters or digits, with colons.
/// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>, as Google's Event Builder checks it.
fn is_app_id(id: &str) -> bool {
    let all = |text: &str, is: fn(&u8) -> bool| !text.is_empty() && text.as_bytes().iter().all(is);
    match *id.split(':').collect::<Vec<_>>() {
        [version, project, platform, app] => {
            all(version, u8::is_ascii_digit)
                && all(project, u8::is_ascii_digit)
                && all(platform, u8::is_ascii_alphabetic)
                && all(app, u8::is_ascii_alphanumeric)
        }
        _ => false,
    }
}

/// Source: <https://support.google.com/analytics/answer/12270356>
fn is_measurement_id(id: &str) -> bool {
    id.strip_prefix("G-").is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// The limits of a request, which are at most Google's.
fn limits(report: &mut Report, max_events: Option<i64>, max_bytes: Option<i64>) -> Limits {
    let limits = rules::limits(report, max_events, max_bytes);
    for (field, limit, most) in [("max_events", limits.max_events, BATCH.max_events), ("max_bytes", limits.max_bytes, LARGEST_BODY)] {
        rules::at_most(report, field, limit, most);
    }
    limits
}

impl Kind for Event {
    const NAME: &'static str = "event";
    const NOUN: &'static str = "an event";
    type Client = Ga4;
    type Read<'t> = event::Ga4EventRead<'t>;

    fn build(&self, client: &Ga4, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build(self, now, found)
    }

    fn build_read(event: &Self::Read<'_>, client: &Ga4, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build(event, now, found)
    }
}

impl From<Event> for Message {
    fn from(event: Event) -> Self {
        Self::Event(event)
    }
}

crate::redacted_debug!(Ga4);
