//! Meta's Conversions API, for events of apps, websites, stores and systems: `POST https://graph.facebook.com/{version}/{dataset_id}/events`.
//!
//! Sources: [using the API](https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api),
//! [server event parameters](https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event),
//! [customer information](https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters),
//! [custom data](https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data),
//! [app events](https://developers.facebook.com/documentation/ads-commerce/conversions-api/app-events),
//! [app data](https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data),
//! [error codes](https://developers.facebook.com/documentation/ads-commerce/marketing-api/error-reference).
//!
//! What users stumble over:
#![doc = include_str!("traps.md")]
//!
//! ```
//! use s2s_core::{Meta, OutcomeKind, Response, Timestamp, meta};
//!
//! let config = meta::Config::builder().dataset_id("1234567890123456").access_token("your-access-token").build();
//! let meta = Meta::new(config)?;
//! let user = meta::UserData::builder().emails(vec!["John_Smith@gmail.com".into()]).madid("38400000-8cf0-11bd-b23e-10b96e40000d").build();
//! let device = meta::Extinfo::builder().version("a2").package("com.some.app").os_version("10.1.1").build();
//! let event = meta::Event::builder()
//!     .event_name("Purchase")
//!     .time("2026-11-20T11:59:00Z")
//!     .event_id("order-A-1034")
//!     .action_source("app")
//!     .user_data(user)
//!     .app_data(meta::AppData::builder().advertiser_tracking_enabled(true).extinfo(device).build())
//!     .custom_data(meta::CustomData::builder().value("149.99").currency("EUR").build())
//!     .build();
//! let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
//! let request = meta.event(&event, now)?;
//! assert_eq!(request.redacted_url(), "https://graph.facebook.com/v25.0/1234567890123456/events?access_token=[redacted]");
//!
//! let outcome = meta.interpret(&request, &Response::new(200, [("content-type", "application/json")], r#"{"events_received":1}"#));
//! assert_eq!(outcome.kind(), OutcomeKind::Delivered);
//! # Ok::<(), s2s_core::Issues>(())
//! ```

mod app_data;
mod build;
mod config;
mod custom_data;
mod event;
mod interpret;
mod neutral;
mod members;
mod user_data;

pub use config::{ExternalId, MadidCase, MetaConfig as Config, NameSpaces, TokenIn};
pub use event::{
    MetaAppData as AppData, MetaContent as Content, MetaCustomData as CustomData, MetaEvent as Event, MetaExtinfo as Extinfo,
    MetaMessage as Message, MetaOriginalEvent as OriginalEvent, MetaUserData as UserData,
};

pub use super::client::NoIdentity as Identity;

use std::sync::Arc;

use crate::encode::json::{self, Object};
use crate::encode::percent;
use crate::hash;
use crate::issue::{Code, Found, Issue, Issues, Report};
use crate::one_event::map::Map;
use crate::outcome::Outcome;
use crate::request::{Header, Request, SecretPlace};
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
pub const NAME: &str = "meta";

/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api>
const MOST_EVENTS: u32 = 1_000;

/// The characters of a `partner_agent` are fewer than this.
/// Source: <https://developers.facebook.com/documentation/ads-commerce/conversions-api/guides/end-to-end-implementation>
const AGENT_CHARACTERS: usize = 23;

/// One dataset of Meta: builds its requests and interprets the responses. Immutable; share it freely.
#[derive(Clone)]
pub struct Meta {
    base: BaseUrl,
    url: Arc<str>,
    headers: Arc<[Header]>,
    /// What comes before the events in the body.
    prefix: Arc<[u8]>,
    secret: SecretPlace,
    is_test: bool,
    limits: Limits,
    settings: Settings,
}

/// How events are checked and written.
#[derive(Clone)]
struct Settings {
    external_id: ExternalId,
    name_spaces: NameSpaces,
    madid_case: MadidCase,
    default_calling_code: Option<String>,
    max_future_millis: i64,
}

impl Meta {
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

impl Provider for Meta {
    const SPEC: Spec = Spec {
        name: NAME,
        type_name: "Meta",
        title: "Meta's Conversions API",
        sources: &[
            ("using the API", "https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api"),
            ("server event parameters", "https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/server-event"),
            (
                "customer information",
                "https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/customer-information-parameters",
            ),
            ("custom data", "https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/custom-data"),
            ("app events", "https://developers.facebook.com/documentation/ads-commerce/conversions-api/app-events"),
            ("app data", "https://developers.facebook.com/documentation/ads-commerce/conversions-api/parameters/app-data"),
            ("error codes", "https://developers.facebook.com/documentation/ads-commerce/marketing-api/error-reference"),
        ],
        traps: include_str!("traps.md"),
        config: &Config::RECORD,
        kinds: &[KindSpec::of::<Event>()],
        batch: Some(BATCH),
        words: &["action_source"],
    };
    const RULES: KindRules = KindRules {
        endpoint: "POST https://graph.facebook.com/{api_version}/{dataset_id}/events",
        lane: "dataset",
        is_ordered: false,
        refuses_older: false,
        is_concurrent: true,
        max_age: Some(build::MAX_AGE_MILLIS),
        deadline: Some(build::deadline),
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
        let dataset_id = dataset_id(report, config.dataset_id.as_deref());
        let token = text::required(report, "access_token", text::Kind::Token, config.access_token.as_ref().map(Secret::expose));
        let version = api_version(report, config.api_version.as_deref().unwrap_or(Defaults::<Config>::api_version));
        let test_code = text::optional(report, "test_event_code", text::Kind::Token, config.test_event_code.as_deref());
        let agent = partner_agent(report, config.partner_agent.as_deref());
        if let Some((code, message)) = config.default_calling_code.as_deref().and_then(hash::normal::check_calling_code) {
            report.issue("default_calling_code", code, message);
        }
        let max_future_millis = rules::max_future(report, config.max_future.unwrap_or(Defaults::<Config>::max_future));
        let limits = limits(report, config.max_events, config.max_bytes);
        let base = BaseUrl::read(report, config.base_url.as_deref(), Defaults::<Config>::base_url);
        report.finish()?;
        let (Some(dataset_id), Some(token), Some(version), Some(max_future_millis), Some(base)) =
            (dataset_id, token, version, max_future_millis, base)
        else {
            // Each absence has put an issue into the report, which `finish` has returned.
            return Err(Issue::new("", Code::Missing, "the configuration is incomplete").into());
        };
        let mut url = base.join(&format!("/{version}/{dataset_id}/events")).into_bytes();
        let mut prefix = Vec::new();
        let mut body = Object::begin(&mut prefix);
        let secret = match config.token_in.unwrap_or_default() {
            TokenIn::Query => {
                url.extend_from_slice(b"?access_token=");
                let start = url.len();
                percent::encode(&mut url, token.as_bytes());
                SecretPlace::Url(start..url.len())
            }
            TokenIn::Body => {
                let out = body.key("access_token");
                let start = out.len() + 1;
                json::string(out, token);
                SecretPlace::Body(start..out.len() - 1)
            }
        };
        for (key, value) in [("test_event_code", test_code), ("partner_agent", agent)] {
            if let Some(value) = value {
                body.text(key, value);
            }
        }
        body.key("data").push(b'[');
        Ok(Self {
            base,
            url: String::from_utf8_lossy(&url).into(),
            headers: [Header::public("content-type", "application/json")].into(),
            prefix: prefix.into(),
            secret,
            is_test: test_code.is_some(),
            limits,
            settings: Settings {
                external_id: config.external_id.unwrap_or_default(),
                name_spaces: config.name_spaces.unwrap_or_default(),
                madid_case: config.madid_case.unwrap_or_default(),
                default_calling_code: config.default_calling_code,
                max_future_millis,
            },
        })
    }
}

const BATCH: Batch = Batch {
    kind: "events",
    rules: Meta::RULES,
    separator: b",",
    end: b"]}",
    identity: &Identity::RECORD,
    max_events: Defaults::<Config>::max_events as u32,
    max_bytes: Defaults::<Config>::max_bytes as u32,
};

fn dataset_id<'c>(report: &mut Report, given: Option<&'c str>) -> Option<&'c str> {
    let id = text::required(report, "dataset_id", text::Kind::Free, given)?;
    if !id.bytes().all(|byte| byte.is_ascii_digit()) {
        report.issue("dataset_id", Code::InvalidId, "must be the ID of a dataset or pixel, which consists of digits");
    }
    Some(id)
}

fn api_version<'c>(report: &mut Report, given: &'c str) -> Option<&'c str> {
    let version = text::optional(report, "api_version", text::Kind::Free, Some(given))?;
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let numbers = version.strip_prefix('v').and_then(|numbers| numbers.split_once('.'));
    if !numbers.is_some_and(|(major, minor)| is_digits(major) && is_digits(minor)) {
        report.issue("api_version", Code::InvalidShape, "must be `v` and two numbers with a point, such as `v25.0`");
    }
    Some(version)
}

fn partner_agent<'c>(report: &mut Report, given: Option<&'c str>) -> Option<&'c str> {
    const FIELD: &str = "partner_agent";
    let agent = text::optional(report, FIELD, text::Kind::Identifier, given)?;
    if agent.chars().count() >= AGENT_CHARACTERS {
        report.issue(FIELD, Code::TooLong, "must have fewer than 23 characters");
    } else if agent.bytes().filter(u8::is_ascii_alphabetic).count() < 2 {
        report.issue(FIELD, Code::InvalidShape, "must have at least two letters");
    }
    Some(agent)
}

/// The limits of a request.
fn limits(report: &mut Report, max_events: Option<i64>, max_bytes: Option<i64>) -> Limits {
    let limits = rules::limits(report, max_events, max_bytes);
    rules::at_most(report, "max_events", limits.max_events, MOST_EVENTS);
    limits
}

impl Kind for Event {
    const NAME: &'static str = "event";
    const NOUN: &'static str = "an event";
    type Client = Meta;
    type Read<'t> = event::MetaEventRead<'t>;

    fn build(&self, client: &Meta, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build(self, now, found)
    }

    fn build_read(event: &Self::Read<'_>, client: &Meta, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build(event, now, found)
    }
}

impl From<Event> for Message {
    fn from(event: Event) -> Self {
        Self::Event(event)
    }
}

crate::redacted_debug!(Meta);
