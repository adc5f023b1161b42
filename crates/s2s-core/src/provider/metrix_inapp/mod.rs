//! Metrix's older API for in-app events: `POST http://analytics.metrix.ir/inappevent/{appId}`.
//!
//! Source: [S2S integration](https://docs.metrix.ir/faq/s2s-integration/); a [newer copy](https://metrix.ir/en/docs/faq/s2s-integration/) adds revenue.
//!
//! What users stumble over:
#![doc = include_str!("traps.md")]
//!
//! ```
//! use s2s_core::{MetrixInApp, Timestamp, metrix_inapp};
//!
//! let metrix = MetrixInApp::new(metrix_inapp::Config::builder().app_id("your-app-id").dev_key("your-dev-key").build())?;
//! let event = metrix_inapp::Event::builder()
//!     .metrix_user_id("1415211453000-6513894")
//!     .metrix_session_id("3f1c7a52-0b7e-4d8a-9a55-6d7c2f6f3b10")
//!     .advertising_id("660e1d86-6796-463a-be86-897993136018")
//!     .event_slug("taqsq")
//!     .custom_metrics([("distance", "130.5")])
//!     .build();
//! let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
//! let request = metrix.event(&event, now)?;
//! assert_eq!(request.url(), "http://analytics.metrix.ir/inappevent/your-app-id");
//! # Ok::<(), s2s_core::Issues>(())
//! ```

mod build;
mod config;
mod event;
mod interpret;
mod neutral;

pub use config::MetrixInAppConfig as Config;
pub use event::MetrixInAppEvent as Event;

use std::ops::Range;
use std::sync::Arc;

use crate::encode::percent;
use crate::issue::{Code, Found, Issue, Issues, Report};
use crate::one_event::map::Map;
use crate::outcome::Outcome;
use crate::request::{Header, Request};
use crate::response::{NoResponse, Response};
use crate::secret::Secret;
use crate::value::{Timestamp, text};

use super::answer;
use super::base_url::BaseUrl;
use super::client::{Kind, NewId, Provider};
use super::facts;
use super::record::{Declared, Defaults};
use super::spec::{KindRules, KindSpec, Repeated, Spec};

/// The name of this provider API in JSON and in configurations.
pub const NAME: &str = "metrix_inapp";

/// One Metrix app on the older API: builds its requests and interprets the responses. Immutable; share it freely.
#[derive(Clone)]
pub struct MetrixInApp {
    base: BaseUrl,
    url: Arc<str>,
    /// Where the app's id is in the URL.
    app_id: Range<usize>,
    headers: Arc<[Header]>,
}

impl MetrixInApp {
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

impl Provider for MetrixInApp {
    const SPEC: Spec = Spec {
        name: NAME,
        type_name: "MetrixInApp",
        title: "Metrix's older API for in-app events",
        sources: &[
            ("S2S integration", "https://docs.metrix.ir/faq/s2s-integration/"),
            ("a newer copy with revenue", "https://metrix.ir/en/docs/faq/s2s-integration/"),
        ],
        traps: include_str!("traps.md"),
        config: &Config::RECORD,
        kinds: &[KindSpec::of::<Event>()],
        batch: None,
        words: &[],
    };
    const RULES: KindRules = KindRules {
        endpoint: "POST http://analytics.metrix.ir/inappevent/{app_id}",
        lane: "user",
        is_ordered: false,
        refuses_older: false,
        is_concurrent: false,
        max_age: None,
        deadline: None,
        repeated: Repeated::MayCount,
        responses: interpret::RESPONSES,
        interpret: answer::by_status_alone,
        lane_name: facts::whole,
        facts: build::facts,
        date: None,
    };
    type Config = Config;
    const NEUTRAL_PARAMS: &'static [&'static str] = &["order_id", "user_id"];

    fn build_neutral(&self, map: &mut Map<'_>, now: Timestamp, new_id: NewId<'_>) -> Result<Request, Issues> {
        neutral::build(self, map, now, new_id)
    }

    fn open(config: Config, found: Found) -> Result<Self, Issues> {
        let report = &mut Report::with(found);
        let app_id = text::required(report, "app_id", text::Kind::Identifier, config.app_id.as_ref().map(Secret::expose));
        if matches!(app_id, Some("." | "..")) {
            report.issue("app_id", Code::InvalidSegment, "must not be `.` or `..`, which URL parsers take out of a path");
        }
        let dev_key = text::required(report, "dev_key", text::Kind::Token, config.dev_key.as_ref().map(Secret::expose));
        let base = BaseUrl::read(report, config.base_url.as_deref(), Defaults::<Config>::base_url);
        report.finish()?;
        let (Some(app_id), Some(dev_key), Some(base)) = (app_id, dev_key, base) else {
            // Each absence has put an issue into the report, which `finish` has returned.
            return Err(Issue::new("", Code::Missing, "the configuration is incomplete").into());
        };
        let mut encoded = Vec::new();
        percent::encode(&mut encoded, app_id.as_bytes());
        let url = base.join(&["/inappevent/", &String::from_utf8_lossy(&encoded)].concat());
        let headers = [Header::public("content-type", "application/json"), Header::sensitive("authorization", dev_key)];
        Ok(Self { base, app_id: url.len() - encoded.len()..url.len(), url: url.into(), headers: headers.into() })
    }
}

impl Kind for Event {
    const NAME: &'static str = "event";
    const NOUN: &'static str = "an event";
    type Client = MetrixInApp;
    type Read<'t> = event::MetrixInAppEventRead<'t>;

    fn build(&self, client: &MetrixInApp, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build(self, now, found)
    }

    fn build_read(event: &Self::Read<'_>, client: &MetrixInApp, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build(event, now, found)
    }
}

crate::redacted_debug!(MetrixInApp);
