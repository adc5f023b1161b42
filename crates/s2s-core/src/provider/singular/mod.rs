//! Singular's S2S API: events, ad revenue and sessions. One client has a method for each kind.
//!
//! Sources: [events](https://support.singular.net/hc/en-us/articles/31496864868635),
//! [sessions](https://support.singular.net/hc/en-us/articles/31394799175963),
//! [integration guide](https://support.singular.net/hc/en-us/articles/360037640812),
//! [responses](https://support.singular.net/hc/en-us/articles/31542603988379),
//! [ad revenue](https://support.singular.net/hc/en-us/articles/4409886379163),
//! [PC and console](https://support.singular.net/hc/en-us/articles/17499952586779),
//! [older reference](https://support.singular.net/hc/en-us/articles/360048588672).
//! Only the beginning of most of these pages could be read; the rest is from third parties that quote them.
//!
//! What users stumble over:
#![doc = include_str!("traps.md")]
//!
//! ```
//! use s2s_core::{OutcomeKind, Response, Singular, Timestamp, singular};
//!
//! let config = singular::Config::builder().sdk_key("your_org_name_sh868sdjv").app_id("com.singular.app").platform("Android").build();
//! let singular = Singular::new(config)?;
//! let event = singular::Event::builder()
//!     .name("sng_ecommerce_purchase")
//!     .sdid("40009df0-d618-4d81-9da1-cbb3337b8dec")
//!     .ip("172.58.29.235")
//!     .os_version("9.2")
//!     .time("2026-11-20T11:59:00Z")
//!     .amount("2.51")
//!     .currency("USD")
//!     .build();
//! let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
//! let request = singular.event(&event, now)?;
//! assert_eq!(request.url(), "https://s2s.singular.net/api/v2/evt");
//!
//! let outcome = singular.interpret(&request, &Response::new(200, [("content-type", "application/json")], r#"{"status":"ok"}"#));
//! assert_eq!(outcome.kind(), OutcomeKind::Delivered);
//! assert_eq!(outcome.reason(), "queued, key and content not confirmed");
//! # Ok::<(), s2s_core::Issues>(())
//! ```

mod ad_revenue;
mod attributes;
mod build;
mod common;
mod config;
mod device;
mod event;
mod interpret;
mod names;
mod neutral;
mod session;

pub use ad_revenue::SingularAdRevenue as AdRevenue;
pub use common::SingularDataSharingOptions as DataSharingOptions;
pub use config::{
    ConsolePlatforms, EventApi, Ipv6, NegativeRevenue, RequestStyle, SingularConfig as Config, TimeFormat,
};
pub use event::SingularEvent as Event;
pub use session::SingularSession as Session;

use std::sync::Arc;

use crate::encode::percent;
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
use super::spec::{KindRules, KindSpec, Repeated, Spec};
use ad_revenue::SingularAdRevenueRead;
use device::{Platform, Way};
use event::SingularEventRead;
use session::SingularSessionRead;

/// The name of this provider API in JSON and in configurations.
pub const NAME: &str = "singular";

/// The longest URL that the `http` crate takes.
const LONGEST_URL: i64 = 65_534;

/// One Singular app: builds its requests and interprets the responses. Immutable; share it freely.
#[derive(Clone)]
pub struct Singular {
    base: BaseUrl,
    addresses: Addresses,
    form_headers: Arc<[Header]>,
    /// Percent-encoded.
    sdk_key: Vec<u8>,
    /// Percent-encoded.
    app_id: Vec<u8>,
    platform: Option<Platform>,
    event_api: EventApi,
    style: RequestStyle,
    console_platforms: ConsolePlatforms,
    time_format: TimeFormat,
    ipv6: Ipv6,
    negative_revenue: NegativeRevenue,
    requires_receipt: bool,
    max_event_name: usize,
    max_url_bytes: usize,
    max_future_millis: i64,
}

/// Where requests go, without a query.
#[derive(Clone)]
struct Addresses {
    event: Arc<str>,
    session: Arc<str>,
}

impl Singular {
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

    /// How events and ad revenue identify their devices.
    fn event_way(&self) -> Way {
        match self.event_api {
            EventApi::V2 => Way::V2,
            EventApi::V1 => Way::V1,
        }
    }
}

impl Provider for Singular {
    const SPEC: Spec = Spec {
        name: NAME,
        type_name: "Singular",
        title: "Singular's S2S API",
        sources: &[
            ("events", "https://support.singular.net/hc/en-us/articles/31496864868635"),
            ("sessions", "https://support.singular.net/hc/en-us/articles/31394799175963"),
            ("integration guide", "https://support.singular.net/hc/en-us/articles/360037640812"),
            ("responses", "https://support.singular.net/hc/en-us/articles/31542603988379"),
            ("ad revenue", "https://support.singular.net/hc/en-us/articles/4409886379163"),
            ("PC and console", "https://support.singular.net/hc/en-us/articles/17499952586779"),
            ("older reference", "https://support.singular.net/hc/en-us/articles/360048588672"),
        ],
        traps: include_str!("traps.md"),
        config: &Config::RECORD,
        kinds: &[KindSpec::of::<Event>(), KindSpec::of::<AdRevenue>(), KindSpec::of::<Session>()],
        batch: None,
        words: &[],
    };
    const RULES: KindRules = KindRules {
        endpoint: "POST https://s2s.singular.net/api/v2/evt",
        lane: "key, platform, app and device",
        is_ordered: true,
        // None is documented: an event that is late is recorded out of order.
        refuses_older: false,
        is_concurrent: false,
        max_age: None,
        deadline: None,
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
        let sdk_key = text::required(report, "sdk_key", text::Kind::Token, config.sdk_key.as_ref().map(Secret::expose));
        let app_id = text::required(report, "app_id", text::Kind::Token, config.app_id.as_deref());
        if app_id.is_some_and(|id| id.bytes().all(|byte| byte.is_ascii_digit())) {
            report.issue("app_id", Code::InvalidAppId, "is the number of the App Store; Singular takes the bundle ID");
        }
        let platform = Platform::read(report, config.platform.as_deref());
        let base = BaseUrl::read(report, config.base_url.as_deref(), Defaults::<Config>::base_url);
        let max_event_name = config.max_event_name.unwrap_or(Defaults::<Config>::max_event_name);
        if max_event_name < 1 {
            report.issue("max_event_name", Code::OutOfRange, "must be at least 1");
        }
        let max_url_bytes = config.max_url_bytes.unwrap_or(Defaults::<Config>::max_url_bytes);
        if !(1..=LONGEST_URL).contains(&max_url_bytes) {
            report.issue("max_url_bytes", Code::OutOfRange, "must be from 1 to 65534");
        }
        let max_future_millis = rules::max_future(report, config.max_future.unwrap_or(Defaults::<Config>::max_future));
        report.finish()?;
        let (Some(sdk_key), Some(app_id), Some(base), Some(max_future_millis)) = (sdk_key, app_id, base, max_future_millis) else {
            // Each absence has put an issue into the report, which `finish` has returned.
            return Err(Issue::new("", Code::Missing, "the configuration is incomplete").into());
        };
        let encoded = |text: &str| {
            let mut encoded = Vec::new();
            percent::encode(&mut encoded, text.as_bytes());
            encoded
        };
        let event_api = config.event_api.unwrap_or_default();
        Ok(Self {
            addresses: Addresses {
                event: base.join(if event_api == EventApi::V2 { "/v2/evt" } else { "/v1/evt" }).into(),
                session: base.join("/v1/launch").into(),
            },
            base,
            form_headers: Arc::new([Header::public("content-type", "application/x-www-form-urlencoded")]),
            sdk_key: encoded(sdk_key),
            app_id: encoded(app_id),
            platform,
            event_api,
            style: config.request_style.unwrap_or_default(),
            console_platforms: config.console_platforms.unwrap_or_default(),
            time_format: config.time_format.unwrap_or_default(),
            ipv6: config.ipv6.unwrap_or_default(),
            negative_revenue: config.negative_revenue.unwrap_or_default(),
            requires_receipt: config.require_receipt.unwrap_or(false),
            max_event_name: usize::try_from(max_event_name).unwrap_or(usize::MAX),
            max_url_bytes: usize::try_from(max_url_bytes).unwrap_or(usize::MAX),
            max_future_millis,
        })
    }
}

/// Implements [`Kind`]: the record, as it is read, its name, its noun, the method that builds it, and rules of its own.
macro_rules! kind {
    ($record:ident, $read:ident, $name:literal, $noun:literal, $build:ident $(, $rules:expr)?) => {
        impl Kind for $record {
            const NAME: &'static str = $name;
            const NOUN: &'static str = $noun;
            $(const RULES: KindRules = $rules;)?
            type Client = Singular;
            type Read<'t> = $read<'t>;

            fn build(&self, client: &Singular, now: Timestamp, found: Found) -> Result<Request, Issues> {
                client.$build(self, now, found)
            }

            fn build_read(event: &Self::Read<'_>, client: &Singular, now: Timestamp, found: Found) -> Result<Request, Issues> {
                client.$build(event, now, found)
            }
        }
    };
}

kind!(Event, SingularEventRead, "event", "an event", build_event);
kind!(AdRevenue, SingularAdRevenueRead, "ad_revenue", "ad revenue", build_ad_revenue);
kind!(Session, SingularSessionRead, "session", "a session", build_session, session::RULES);

crate::redacted_debug!(Singular);
