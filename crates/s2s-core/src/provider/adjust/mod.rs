//! Adjust's S2S APIs: events, ad revenue, sessions, third-party sharing and erasures. One client has a method for each kind.
//!
//! Sources: [S2S API](https://dev.adjust.com/en/api/s2s-api/), [events](https://dev.adjust.com/en/api/s2s-api/events/),
//! [ad revenue](https://dev.adjust.com/en/api/s2s-api/ad-revenue/), [sessions](https://dev.adjust.com/en/api/s2s-api/sessions/),
//! [third-party sharing](https://dev.adjust.com/en/api/s2s-api/s2s-third-party-sharing),
//! [erasures](https://dev.adjust.com/en/api/s2s-api/data-erasure-api/), [security](https://dev.adjust.com/en/api/s2s-api/security/), [developer guide](https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/).
//!
//! What users stumble over:
#![doc = include_str!("traps.md")]
//!
//! ```
//! use s2s_core::{Adjust, Response, Timestamp, adjust};
//!
//! let adjust = Adjust::new(adjust::Config::builder().app_token("4w565xzmb54d").environment(adjust::Environment::Sandbox).build())?;
//! let event = adjust::Event::builder()
//!     .event_token("f0ob4r")
//!     .gps_adid("660e1d86-6796-463a-be86-897993136018")
//!     .revenue("19.99")
//!     .currency("USD")
//!     .build();
//! let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
//! let request = adjust.event(&event, now)?;
//! assert_eq!(request.url(), "https://s2s.adjust.com/event");
//!
//! let outcome = adjust.interpret(&request, &Response::new(200, [("content-type", "application/json")], r#"{"status":"OK"}"#));
//! assert_eq!(outcome.kind(), s2s_core::OutcomeKind::Delivered);
//! # Ok::<(), s2s_core::Issues>(())
//! ```

mod ad_revenue;
mod build;
mod config;
mod device;
mod event;
mod gdpr_forget_device;
pub mod hashed;
mod interpret;
mod neutral;
mod session;
mod third_party_sharing;

pub use ad_revenue::AdjustAdRevenue as AdRevenue;
pub use config::{AdjustConfig as Config, Environment, Ipv6, RequestStyle, SharingFormat, TimeFormat};
pub use event::AdjustEvent as Event;
pub use gdpr_forget_device::AdjustGdprForgetDevice as GdprForgetDevice;
pub use interpret::{SkAdNetwork, ask_in};
pub use session::AdjustSession as Session;
pub use third_party_sharing::{AdjustThirdPartySharing as ThirdPartySharing, Sharing};

use std::sync::Arc;

use crate::encode::percent;
use crate::issue::{Code, Found, Issues, Report};
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
use ad_revenue::AdjustAdRevenueRead;
use event::AdjustEventRead;
use gdpr_forget_device::AdjustGdprForgetDeviceRead;
use session::AdjustSessionRead;
use third_party_sharing::AdjustThirdPartySharingRead;

/// The name of this provider API in JSON and in configurations.
pub const NAME: &str = "adjust";

/// One Adjust app: builds its requests and interprets the responses. Immutable; share it freely.
#[derive(Clone)]
pub struct Adjust {
    base: BaseUrl,
    gdpr_base: BaseUrl,
    addresses: Addresses,
    /// Those of requests whose parameters are in the body, and in the URL.
    form_headers: Arc<[Header]>,
    query_headers: Arc<[Header]>,
    /// Percent-encoded.
    app_token: Vec<u8>,
    environment: Environment,
    style: RequestStyle,
    time_format: TimeFormat,
    ipv6: Ipv6,
    sharing_format: SharingFormat,
    max_future_millis: i64,
}

/// Where requests go, without a query.
#[derive(Clone)]
struct Addresses {
    event: Arc<str>,
    ad_revenue: Arc<str>,
    session: Arc<str>,
    third_party_sharing: Arc<str>,
    gdpr_forget_device: Arc<str>,
}

impl Adjust {
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

impl Provider for Adjust {
    const SPEC: Spec = Spec {
        name: NAME,
        type_name: "Adjust",
        title: "Adjust's S2S APIs",
        sources: &[
            ("events", "https://dev.adjust.com/en/api/s2s-api/events/"),
            ("ad revenue", "https://dev.adjust.com/en/api/s2s-api/ad-revenue/"),
            ("sessions", "https://dev.adjust.com/en/api/s2s-api/sessions/"),
            ("third-party sharing", "https://dev.adjust.com/en/api/s2s-api/s2s-third-party-sharing"),
            ("data erasure", "https://dev.adjust.com/en/api/s2s-api/data-erasure-api/"),
            ("S2S API", "https://dev.adjust.com/en/api/s2s-api/"),
            ("security", "https://dev.adjust.com/en/api/s2s-api/security/"),
            ("developer guide", "https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/"),
        ],
        traps: include_str!("traps.md"),
        config: &Config::RECORD,
        kinds: &[
            KindSpec::of::<Event>(),
            KindSpec::of::<AdRevenue>(),
            KindSpec::of::<Session>(),
            KindSpec::of::<ThirdPartySharing>(),
            KindSpec::of::<GdprForgetDevice>(),
        ],
        batch: None,
        words: &[],
    };
    const RULES: KindRules = KindRules {
        endpoint: "POST https://s2s.adjust.com/event",
        lane: "app, event token and device",
        is_ordered: true,
        refuses_older: true,
        is_concurrent: false,
        max_age: Some(build::millis(event::MAX_AGE_DAYS)),
        deadline: None,
        repeated: Repeated::MayCount,
        responses: interpret::EVENT,
        interpret: interpret::interpret,
        lane_name: facts::whole,
        facts: build::event_facts,
        date: Some(build::date),
    };
    type Config = Config;
    const NEUTRAL_PARAMS: &'static [&'static str] = &["order_id", "user_id", "params"];

    fn build_neutral(&self, map: &mut Map<'_>, now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues> {
        neutral::build(self, map, now, new_id)
    }

    fn open(config: Config, found: Found) -> Result<Self, Issues> {
        let report = &mut Report::with(found);
        let app_token = text::required(report, "app_token", text::Kind::Token, config.app_token.as_ref().map(Secret::expose));
        let auth_token = text::optional(report, "auth_token", text::Kind::Token, config.auth_token.as_ref().map(Secret::expose));
        let base = BaseUrl::read(report, config.base_url.as_deref(), Defaults::<Config>::base_url);
        let gdpr_base =
            BaseUrl::read_as(report, "gdpr_base_url", config.gdpr_base_url.as_deref(), Defaults::<Config>::gdpr_base_url);
        let max_future_millis = rules::max_future(report, config.max_future.unwrap_or(Defaults::<Config>::max_future));
        report.finish()?;
        let (Some(app_token), Some(base), Some(gdpr_base), Some(max_future_millis)) = (app_token, base, gdpr_base, max_future_millis)
        else {
            // Each absence has put an issue into the report, which `finish` has returned.
            return Err(crate::Issue::new("", Code::Missing, "the configuration is incomplete").into());
        };
        let mut encoded = Vec::new();
        percent::encode(&mut encoded, app_token.as_bytes());
        let content_type = Header::public("content-type", "application/x-www-form-urlencoded");
        let authorization = auth_token.map(|token| Header::sensitive("authorization", &format!("Bearer {token}")));
        Ok(Self {
            addresses: Addresses {
                event: base.join("/event").into(),
                ad_revenue: base.join("/ad_revenue").into(),
                session: base.join("/session").into(),
                third_party_sharing: base.join("/third_party_sharing").into(),
                gdpr_forget_device: gdpr_base.join("/gdpr_forget_device").into(),
            },
            base,
            gdpr_base,
            form_headers: std::iter::once(content_type).chain(authorization.clone()).collect(),
            query_headers: authorization.into_iter().collect(),
            app_token: encoded,
            environment: config.environment.unwrap_or_default(),
            style: config.request_style.unwrap_or_default(),
            time_format: config.time_format.unwrap_or_default(),
            ipv6: config.ipv6.unwrap_or_default(),
            sharing_format: config.sharing_format.unwrap_or_default(),
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
            type Client = Adjust;
            type Read<'t> = $read<'t>;

            fn build(&self, client: &Adjust, now: Timestamp, found: Found) -> Result<Request, Issues> {
                client.$build(self, now, found)
            }

            fn build_read(event: &Self::Read<'_>, client: &Adjust, now: Timestamp, found: Found) -> Result<Request, Issues> {
                client.$build(event, now, found)
            }
        }
    };
}

kind!(Event, AdjustEventRead, "event", "an event", build_event);
kind!(AdRevenue, AdjustAdRevenueRead, "ad_revenue", "ad revenue", build_ad_revenue, ad_revenue::RULES);
kind!(Session, AdjustSessionRead, "session", "a session", build_session, session::RULES);
kind!(
    ThirdPartySharing,
    AdjustThirdPartySharingRead,
    "third_party_sharing",
    "a decision about third-party sharing",
    build_third_party_sharing,
    third_party_sharing::RULES
);
kind!(
    GdprForgetDevice,
    AdjustGdprForgetDeviceRead,
    "gdpr_forget_device",
    "an erasure",
    build_gdpr_forget_device,
    gdpr_forget_device::RULES
);

crate::redacted_debug!(Adjust);
