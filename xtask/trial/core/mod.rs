//! Numbat's events API: `POST https://s2s.numbat.example/v1/events`. Neither exists: `cargo xtask trial` adds this provider to a copy of the
//! project, and it is a template for others.
//!
//! Sources: [events](https://docs.numbat.example/events), [responses](https://docs.numbat.example/responses).
//!
//! What users stumble over:
#![doc = include_str!("traps.md")]
//!
//! ```
//! use s2s_core::{Numbat, Timestamp, numbat};
//!
//! let numbat = Numbat::new(numbat::Config::builder().api_key("your-api-key").build())?;
//! let event = numbat::Event::builder()
//!     .device_id("660e1d86-6796-463a-be86-897993136018")
//!     .time("2026-11-20T10:00:00Z")
//!     .id("e9f0c1d2")
//!     .name("purchase")
//!     .amount("19.99")
//!     .build();
//! let now = Timestamp::parse("2026-11-20T12:00:00Z").unwrap();
//! assert_eq!(numbat.event(&event, now)?.url(), "https://s2s.numbat.example/v1/events");
//! # Ok::<(), s2s_core::Issues>(())
//! ```

mod build;
mod config;
mod event;
mod interpret;
mod neutral;

pub use config::{Environment, NumbatConfig as Config};
pub use event::{
    Channel, NumbatConsent as Consent, NumbatEvent as Event, NumbatIdentity as Identity, NumbatItem as Item, NumbatMessage as Message,
    NumbatTcf as Tcf,
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
use super::client::{Kind, NewId, Provider};
use super::facts;
use super::record::{Declared, Defaults};
use super::rules;
use super::spec::{Batch, KindRules, KindSpec, Limits, Repeated, Spec};

/// The name of this provider API in JSON and in configurations.
pub const NAME: &str = "numbat";

/// One Numbat app: builds its requests and interprets the responses. Immutable; share it freely.
#[derive(Clone)]
pub struct Numbat {
    base: BaseUrl,
    url: Arc<str>,
    headers: Arc<[Header]>,
    limits: Limits,
}

impl Numbat {
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

    /// Interprets the lack of a response to `request`.
    pub fn interpret_no_response(&self, _request: &Request, kind: NoResponse) -> Outcome {
        kind.into()
    }
}

impl Provider for Numbat {
    const SPEC: Spec = Spec {
        name: NAME,
        type_name: "Numbat",
        title: "Numbat's events API",
        sources: &[("events", "https://docs.numbat.example/events"), ("responses", "https://docs.numbat.example/responses")],
        traps: include_str!("traps.md"),
        config: &Config::RECORD,
        kinds: &[KindSpec::of::<Event>()],
        batch: Some(BATCH),
        words: &["channel"],
    };
    const RULES: KindRules = KindRules {
        endpoint: "POST https://s2s.numbat.example/v1/events",
        lane: "device",
        is_ordered: false,
        refuses_older: false,
        is_concurrent: false,
        max_age: Some(build::MAX_AGE_MILLIS),
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
        let api_key = text::required(report, "api_key", text::Kind::Token, config.api_key.as_ref().map(Secret::expose));
        let base = BaseUrl::read(report, config.base_url.as_deref(), Defaults::<Config>::base_url);
        let limits = rules::limits(report, config.max_events, config.max_bytes);
        std::mem::take(report).finish()?;
        let (Some(api_key), Some(base)) = (api_key, base) else {
            // Each absence has put an issue into the report, with which `finish` has returned.
            return Err(Issue::new("", Code::Missing, "the configuration is incomplete").into());
        };
        let headers = [
            Header::public("content-type", "application/json"),
            Header::public("x-numbat-environment", config.environment.unwrap_or_default().as_str()),
            Header::sensitive("x-numbat-key", api_key),
        ];
        Ok(Self { url: base.join("/v1/events").into(), base, headers: headers.into(), limits })
    }
}

impl Kind for Event {
    const NAME: &'static str = "event";
    const NOUN: &'static str = "an event";
    const HAS_IDS: bool = true;
    type Client = Numbat;
    type Read<'t> = event::NumbatEventRead<'t>;

    fn complete(&mut self, new_id: NewId<'_>) {
        if let (None, Some(new_id)) = (&self.id, new_id) {
            self.id = Some(new_id().into());
        }
    }

    fn build(&self, client: &Numbat, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build(self, now, found)
    }

    fn complete_read(event: &mut Self::Read<'_>, new_id: NewId<'_>) {
        if let (None, Some(new_id)) = (&event.id, new_id) {
            event.id = Some(new_id().into());
        }
    }

    fn build_read(event: &Self::Read<'_>, client: &Numbat, now: Timestamp, found: Found) -> Result<Request, Issues> {
        client.build(event, now, found)
    }
}

/// Source: <https://docs.numbat.example/events>
const BATCH: Batch = Batch {
    kind: "messages",
    rules: Numbat::RULES,
    separator: b",",
    end: b"]}",
    identity: &Identity::RECORD,
    max_events: Defaults::<Config>::max_events as u32,
    max_bytes: Defaults::<Config>::max_bytes as u32,
};

crate::redacted_debug!(Numbat);
