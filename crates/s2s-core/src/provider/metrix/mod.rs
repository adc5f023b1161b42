//! Metrix's REST API: `POST https://entry.metrix.ir/`.
//!
//! Sources: [getting started](https://docs.metrix.ir/en/technical/api/getting-started), [tracking users](https://docs.metrix.ir/en/technical/api/tracking-users),
//! [tracking events](https://docs.metrix.ir/en/technical/api/tracking-events), [troubleshooting](https://docs.metrix.ir/en/technical/api/troubleshooting).
//!
//! What users stumble over:
#![doc = include_str!("traps.md")]
//!
//! ```
//! use s2s_core::{Metrix, OutcomeKind, Response, Timestamp, metrix};
//!
//! let metrix = Metrix::new(metrix::Config::builder().app_id("your-app-id").api_key("your-api-key").build())?;
//! let action = metrix::Action::builder()
//!     .custom_user_id("user-17")
//!     .id("e9f0c1d2-a3b4-5c6d-e7f8-9a0b1c2d3e4f")
//!     .time("2026-11-20T10:00:00Z")
//!     .name("aewqd")
//!     .build();
//! let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
//! let request = metrix.action(&action, now)?;
//! assert_eq!(request.message_ids(), ["e9f0c1d2-a3b4-5c6d-e7f8-9a0b1c2d3e4f"]);
//!
//! let outcome = metrix.interpret(&request, &Response::new(200, [("content-length", "0")], ""));
//! assert_eq!(outcome.kind(), OutcomeKind::Delivered);
//! # Ok::<(), s2s_core::Issues>(())
//! ```

mod build;
mod config;
mod event;
mod interpret;
mod neutral;

pub use config::{MetrixConfig as Config, TimeFormat};
pub use event::{
    MetrixAction as Action, MetrixBusinessEvent as BusinessEvent, MetrixIdentity as Identity, MetrixMessage as Message,
    MetrixRevenue as Revenue, MetrixUser as User,
};

use std::sync::Arc;

use crate::issue::{Code, Found, Issue, Issues, Report};
use crate::one_event::map::Map;
use crate::outcome::Outcome;
use crate::request::{Header, Request};
use crate::response::{NoResponse, Response};
use crate::secret::Secret;
use crate::value::{Timestamp, text};

use super::answer;
use super::base_url::BaseUrl;
use super::client::{NewId, Provider};
use super::facts;
use super::record::{Declared, Defaults};
use super::rules;
use super::spec::{Batch, KindRules, KindSpec, Limits, Repeated, Spec};

/// The name of this provider API in JSON and in configurations.
pub const NAME: &str = "metrix";

/// One Metrix app: builds its requests and interprets the responses. Immutable; share it freely.
#[derive(Clone)]
pub struct Metrix {
    base: BaseUrl,
    url: Arc<str>,
    headers: Arc<[Header]>,
    time_format: TimeFormat,
    limits: Limits,
}

impl Metrix {
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

impl Provider for Metrix {
    const SPEC: Spec = Spec {
        name: NAME,
        type_name: "Metrix",
        title: "Metrix's REST API",
        sources: &[
            ("getting started", "https://docs.metrix.ir/en/technical/api/getting-started"),
            ("tracking users", "https://docs.metrix.ir/en/technical/api/tracking-users"),
            ("tracking events", "https://docs.metrix.ir/en/technical/api/tracking-events"),
            ("troubleshooting", "https://docs.metrix.ir/en/technical/api/troubleshooting"),
        ],
        traps: include_str!("traps.md"),
        config: &Config::RECORD,
        kinds: &[KindSpec::of::<User>(), KindSpec::of::<Action>(), KindSpec::of::<Revenue>(), KindSpec::of::<BusinessEvent>()],
        batch: Some(BATCH),
        words: &["type"],
    };
    const NEUTRAL_KINDS: &'static [&'static str] = &["action", "revenue", "business_event"];
    const RULES: KindRules = KindRules {
        endpoint: "POST https://entry.metrix.ir/",
        lane: "user",
        is_ordered: false,
        refuses_older: false,
        is_concurrent: false,
        max_age: None,
        deadline: None,
        repeated: Repeated::Dropped,
        responses: interpret::RESPONSES,
        interpret: answer::by_status_alone,
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
        let app_id = text::required(report, "app_id", text::Kind::Token, config.app_id.as_ref().map(Secret::expose));
        let api_key = text::required(report, "api_key", text::Kind::Token, config.api_key.as_ref().map(Secret::expose));
        let base = BaseUrl::read(report, config.base_url.as_deref(), Defaults::<Config>::base_url);
        let limits = rules::limits(report, config.max_events, config.max_bytes);
        report.finish()?;
        let (Some(app_id), Some(api_key), Some(base)) = (app_id, api_key, base) else {
            // Each absence has put an issue into the report, which `finish` has returned.
            return Err(Issue::new("", Code::Missing, "the configuration is incomplete").into());
        };
        let headers = [
            Header::public("content-type", "application/json"),
            Header::sensitive("x-application-id", app_id),
            Header::sensitive("x-api-key", api_key),
        ];
        Ok(Self {
            url: base.join("/").into(),
            base,
            headers: headers.into(),
            time_format: config.time_format.unwrap_or_default(),
            limits,
        })
    }
}

/// Metrix documents no limits; these keep a request small enough for any server.
const BATCH: Batch = Batch {
    kind: "messages",
    rules: Metrix::RULES,
    separator: b",",
    end: b"]}",
    identity: &Identity::RECORD,
    max_events: Defaults::<Config>::max_events as u32,
    max_bytes: Defaults::<Config>::max_bytes as u32,
};

crate::redacted_debug!(Metrix);
