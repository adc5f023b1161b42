//! Adjust's S2S events API: `GET` or `POST https://s2s.adjust.com/event`.
//!
//! Sources: [S2S API](https://dev.adjust.com/en/api/s2s-api/), [events](https://dev.adjust.com/en/api/s2s-api/events/),
//! [security](https://dev.adjust.com/en/api/s2s-api/security/), [developer guide](https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/).
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

mod build;
mod config;
mod event;
pub mod hashed;
mod interpret;

pub use config::{AdjustConfig as Config, Environment, Ipv6, RequestStyle, TimeFormat};
pub use event::AdjustEvent as Event;
pub use interpret::SkAdNetwork;

use std::sync::Arc;

use crate::encode::percent;
use crate::issue::{Code, Found, Issues, Report};
use crate::outcome::Outcome;
use crate::request::{Header, Request};
use crate::response::{NoResponse, Response};
use crate::secret::Secret;
use crate::value::{Timestamp, text};

use super::base_url::BaseUrl;
use super::client::{Kind, Provider};
use super::record::{Declared, Defaults};
use super::rules;
use super::spec::{KindRules, KindSpec, Repeated, Spec};

/// The name of this provider API in JSON and in configurations.
pub const NAME: &str = "adjust";

/// One Adjust app: builds its requests and interprets the answers. Immutable; share it freely.
#[derive(Clone)]
pub struct Adjust {
    base: BaseUrl,
    /// Where its events go, without a query.
    address: Arc<str>,
    headers: Arc<[Header]>,
    /// Percent-encoded.
    app_token: Vec<u8>,
    environment: Environment,
    style: RequestStyle,
    time_format: TimeFormat,
    ipv6: Ipv6,
    max_future_millis: i64,
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
        title: "Adjust's S2S events API",
        sources: &[
            ("events", "https://dev.adjust.com/en/api/s2s-api/events/"),
            ("S2S API", "https://dev.adjust.com/en/api/s2s-api/"),
            ("security", "https://dev.adjust.com/en/api/s2s-api/security/"),
            ("developer guide", "https://dev.adjust.com/en/api/s2s-api/s2s-developer-guide/"),
        ],
        traps: include_str!("traps.md"),
        config: &Config::RECORD,
        kinds: &[KindSpec::of::<Event>()],
        batch: None,
        words: &[],
    };
    const RULES: KindRules = KindRules {
        endpoint: "POST https://s2s.adjust.com/event",
        lane: "app, event token and device",
        is_ordered: true,
        max_age: Some(build::MAX_AGE_MILLIS),
        deadline: None,
        repeated: Repeated::MayCount,
        responses: interpret::RESPONSES,
        interpret: interpret::interpret,
        facts: build::facts,
        date: Some(build::date),
    };
    type Config = Config;

    fn open(config: Config, found: Found) -> Result<Self, Issues> {
        let report = &mut Report::with(found);
        let app_token = text::required(report, "app_token", text::Kind::Token, config.app_token.as_ref().map(Secret::expose));
        let auth_token = text::optional(report, "auth_token", text::Kind::Token, config.auth_token.as_ref().map(Secret::expose));
        let base = BaseUrl::read(report, config.base_url.as_deref(), Defaults::<Config>::base_url);
        let max_future_millis = rules::max_future(report, config.max_future.unwrap_or(Defaults::<Config>::max_future));
        std::mem::take(report).finish()?;
        let (Some(app_token), Some(base), Some(max_future_millis)) = (app_token, base, max_future_millis) else {
            // Each absence has put an issue into the report, which `finish` has answered with.
            return Err(crate::Issue::new("", Code::Missing, "the configuration is incomplete").into());
        };
        let mut encoded = Vec::new();
        percent::encode(&mut encoded, app_token.as_bytes());
        let style = config.request_style.unwrap_or_default();
        let content_type = (style == RequestStyle::PostForm).then(|| Header::public("content-type", "application/x-www-form-urlencoded"));
        let authorization = auth_token.map(|token| Header::sensitive("authorization", &format!("Bearer {token}")));
        Ok(Self {
            address: base.join("/event").into(),
            base,
            headers: content_type.into_iter().chain(authorization).collect(),
            app_token: encoded,
            environment: config.environment.unwrap_or_default(),
            style,
            time_format: config.time_format.unwrap_or_default(),
            ipv6: config.ipv6.unwrap_or_default(),
            max_future_millis,
        })
    }
}

impl Kind for Event {
    const NAME: &'static str = "event";
    const NOUN: &'static str = "an event";
    type Client = Adjust;
    type Read<'t> = event::AdjustEventRead<'t>;

    fn build(&self, client: &Adjust, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build(self, now, found)
    }

    fn build_read(event: &Self::Read<'_>, client: &Adjust, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build(event, now, found)
    }
}

crate::redacted_debug!(Adjust);
