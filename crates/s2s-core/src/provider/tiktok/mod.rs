//! TikTok's Events API 2.0, for events of websites, apps, stores and CRMs:
//! `POST https://business-api.tiktok.com/open_api/v1.3/event/track/`.
//!
//! Sources: [reporting events](https://business-api.tiktok.com/portal/docs?id=1771101303285761),
//! [deduplication](https://ads.tiktok.com/help/article/event-deduplication),
//! [SDK](https://github.com/tiktok/tiktok-business-api-sdk), [template of Tag Manager](https://github.com/tiktok/gtm-template-eapi).
//!
//! What users stumble over:
#![doc = include_str!("traps.md")]
//!
//! ```
//! use s2s_core::{OutcomeKind, Response, TikTok, Timestamp, tiktok};
//!
//! let config = tiktok::Config::builder()
//!     .event_source(tiktok::EventSource::Web)
//!     .event_source_id("C4A1B2C3D4E5F6G7H8I9")
//!     .access_token("your-access-token")
//!     .build();
//! let tiktok = TikTok::new(config)?;
//! let event = tiktok::Event::builder()
//!     .event_name("Purchase")
//!     .time("2026-11-20T11:59:00Z")
//!     .event_id("A-1034")
//!     .user(tiktok::User::builder().emails(vec!["alice@example.com".into()]).ip("203.0.113.7").build())
//!     .properties(tiktok::Properties::builder().value("149.99").currency("EUR").build())
//!     .page(tiktok::Page::builder().url("https://shop.example/thanks?order=A-1034").build())
//!     .build();
//! let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
//! let request = tiktok.event(&event, now)?;
//! assert_eq!(request.url(), "https://business-api.tiktok.com/open_api/v1.3/event/track/");
//!
//! let body = r#"{"code":0,"message":"OK","request_id":"20261120","data":{}}"#;
//! let outcome = tiktok.interpret(&request, &Response::new(200, [("content-type", "application/json")], body));
//! assert_eq!(outcome.kind(), OutcomeKind::Delivered);
//! # Ok::<(), s2s_core::Issues>(())
//! ```

mod build;
mod config;
mod event;
mod interpret;
mod names;
mod neutral;
mod place;
mod properties;
mod user;

pub use crate::provider::client::NoIdentity as Identity;
pub use config::{AdImpressionName, EventSource, MissingEventId, TikTokConfig as Config, UnlistedCurrency};
pub use event::{
    TikTokAd as Ad, TikTokApp as App, TikTokContent as Content, TikTokEvent as Event, TikTokLead as Lead, TikTokMessage as Message,
    TikTokPage as Page, TikTokProperties as Properties, TikTokUser as User,
};

use std::sync::Arc;

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
use super::spec::{Batch, KindRules, KindSpec, Limits, Repeated, Spec};

/// The name of this provider API in JSON and in configurations.
pub const NAME: &str = "tiktok";

/// The slash at the end belongs to it: a redirect could lose the body or the token.
const PATH: &str = "/open_api/v1.3/event/track/";

/// Source: <https://business-api.tiktok.com/portal/docs?id=1771101303285761>
const MOST_EVENTS: u32 = 1_000;

/// One event source of TikTok: builds its requests and interprets the responses. Immutable; share it freely.
#[derive(Clone)]
pub struct TikTok {
    base: BaseUrl,
    url: Arc<str>,
    headers: Arc<[Header]>,
    /// What all bodies begin with.
    prefix: Arc<[u8]>,
    limits: Limits,
    settings: Settings,
}

/// How events are checked and written.
#[derive(Clone)]
struct Settings {
    source: EventSource,
    missing_event_id: MissingEventId,
    app_external_id: bool,
    hash_maids: bool,
    ad_impression_name: AdImpressionName,
    unlisted_currency: UnlistedCurrency,
    max_age_millis: i64,
    max_future_millis: i64,
    default_calling_code: Option<String>,
}

impl TikTok {
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

impl Provider for TikTok {
    const SPEC: Spec = Spec {
        name: NAME,
        type_name: "TikTok",
        title: "TikTok's Events API",
        sources: &[
            ("reporting events", "https://business-api.tiktok.com/portal/docs?id=1771101303285761"),
            ("deduplication", "https://ads.tiktok.com/help/article/event-deduplication"),
            ("SDK", "https://github.com/tiktok/tiktok-business-api-sdk"),
            ("template of Tag Manager", "https://github.com/tiktok/gtm-template-eapi"),
        ],
        traps: include_str!("traps.md"),
        config: &Config::RECORD,
        kinds: &[KindSpec::of::<Event>()],
        batch: Some(BATCH),
        words: &["event_source"],
    };
    const RULES: KindRules = KindRules {
        endpoint: "POST https://business-api.tiktok.com/open_api/v1.3/event/track/",
        lane: "event source",
        is_ordered: false,
        refuses_older: false,
        is_concurrent: true,
        max_age: None,
        deadline: None,
        // Dropped where `event_id` is set, but not every event has one.
        repeated: Repeated::MayCount,
        responses: interpret::RESPONSES,
        interpret: interpret::interpret,
        lane_name: facts::whole,
        facts: build::facts,
        date: None,
    };
    type Config = Config;

    fn build_neutral(&self, map: &mut Map<'_>, now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues> {
        neutral::build(self, map, now, new_id)
    }

    fn open(config: Config, found: Found) -> Result<Self, Issues> {
        let report = &mut Report::with(found);
        rules::required(report, "event_source", config.event_source.is_some());
        let id = text::required(report, "event_source_id", text::Kind::Token, config.event_source_id.as_deref());
        let token = text::required(report, "access_token", text::Kind::Token, config.access_token.as_ref().map(Secret::expose));
        let test_event_code = text::optional(report, "test_event_code", text::Kind::Token, config.test_event_code.as_deref());
        let partner_name = text::optional(report, "partner_name", text::Kind::Identifier, config.partner_name.as_deref());
        let base = BaseUrl::read(report, config.base_url.as_deref(), Defaults::<Config>::base_url);
        let max_age_millis = max_age(report, config.max_age.unwrap_or(Defaults::<Config>::max_age));
        let max_future_millis = rules::max_future(report, config.max_future.unwrap_or(Defaults::<Config>::max_future));
        if let Some((code, message)) = config.default_calling_code.as_deref().and_then(hash::normal::check_calling_code) {
            report.issue("default_calling_code", code, message);
        }
        let limits = limits(report, config.max_events, config.max_bytes);
        report.finish()?;
        let (Some(source), Some(id), Some(token), Some(base), Some(max_age_millis), Some(max_future_millis)) =
            (config.event_source, id, token, base, max_age_millis, max_future_millis)
        else {
            // Each absence has put an issue into the report, which `finish` has returned.
            return Err(Issue::new("", Code::Missing, "the configuration is incomplete").into());
        };
        let headers = [Header::public("content-type", "application/json"), Header::sensitive("access-token", token)];
        Ok(Self {
            url: base.join(PATH).into(),
            base,
            headers: headers.into(),
            prefix: build::prefix(source, id, test_event_code, partner_name).into(),
            limits,
            settings: Settings {
                source,
                missing_event_id: config.missing_event_id.unwrap_or_default(),
                app_external_id: config.app_external_id.unwrap_or_default(),
                hash_maids: config.hash_maids.unwrap_or_default(),
                ad_impression_name: config.ad_impression_name.unwrap_or_default(),
                unlisted_currency: config.unlisted_currency.unwrap_or_default(),
                max_age_millis,
                max_future_millis,
                default_calling_code: config.default_calling_code,
            },
        })
    }
}

const BATCH: Batch = Batch {
    kind: "events",
    rules: TikTok::RULES,
    separator: b",",
    end: b"]}",
    identity: &Identity::RECORD,
    max_events: Defaults::<Config>::max_events as u32,
    max_bytes: Defaults::<Config>::max_bytes as u32,
};

/// The setting `max_age`, in milliseconds.
fn max_age(report: &mut Report, seconds: i64) -> Option<i64> {
    let millis = seconds.checked_mul(1_000).filter(|millis| *millis >= 0);
    if millis.is_none() {
        report.issue("max_age", Code::OutOfRange, "must be a number of seconds, not negative");
    }
    millis
}

/// The limits of a request. The number of events is at most TikTok's.
fn limits(report: &mut Report, max_events: Option<i64>, max_bytes: Option<i64>) -> Limits {
    let limits = rules::limits(report, max_events, max_bytes);
    rules::at_most(report, "max_events", limits.max_events, MOST_EVENTS);
    limits
}

impl Kind for Event {
    const NAME: &'static str = "event";
    const NOUN: &'static str = "an event";
    type Client = TikTok;
    type Read<'t> = event::TikTokEventRead<'t>;

    fn build(&self, client: &TikTok, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build(self, now, found)
    }

    fn build_read(event: &Self::Read<'_>, client: &TikTok, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build(event, now, found)
    }
}

impl From<Event> for Message {
    fn from(event: Event) -> Self {
        Self::Event(event)
    }
}

crate::redacted_debug!(TikTok);
