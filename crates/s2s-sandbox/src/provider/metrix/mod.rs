//! Metrix's [REST API](https://docs.metrix.ir/en/technical/api/getting-started): `POST /`.
//!
//! | rule | response |
//! |---|---|
//! | `missing_application_id`, `unknown_application_id`, `missing_api_key`, `wrong_api_key`, `ip_not_allowed` | 403 |
//! | `unsupported_content_type`, `invalid_json`, `invalid_envelope`, `missing_user_id`, `invalid_user_id`, `missing_messages` | 400 |
//! | `invalid_message`, `invalid_id`, `missing_time`, `invalid_time`, `wrong_time_unit` (seconds for milliseconds or the other way round), `invalid_type` | 400 |
//! | `invalid_user_field`, `invalid_gender`, `invalid_birthday`, `name_or_custom_name`, `invalid_name`, `invalid_attributes`, `invalid_revenue`, `invalid_currency`, `invalid_order_id` | 400 |
//! | `duplicate_id`, `same_user_and_time` | 200, and dropped |
//!
//! Bodies of responses are not documented, and empty here. A 400 refuses the whole request, so
//! every message of it is in the account with the rule that one of them broke.

mod check;
mod config;

use std::fmt::{self, Write as _};

use axum::{http::StatusCode, routing::MethodFilter};
use jiff::Timestamp;
use serde_json::Value;

use self::check::{Memory, Refusal};
pub use self::config::{App, Config, TimeFormat};
use super::api::{Api, Demo, Route};
use crate::exchange::{Answer, Content, Fate, Identity, Incoming, Processed};

const ROUTES: &[Route] = &[Route { methods: MethodFilter::POST, path: "/" }];

pub(super) struct Metrix {
    config: Config,
    memory: Memory,
}

impl Metrix {
    pub(super) fn new(config: Config) -> Self {
        Self { config, memory: Memory::default() }
    }
}

impl Api for Metrix {
    fn title(&self) -> &'static str {
        "Metrix REST API"
    }

    fn routes(&self) -> &'static [Route] {
        ROUTES
    }

    fn process(&mut self, request: &Incoming, _now: Timestamp) -> Processed {
        let body: Option<Value> = serde_json::from_slice(&request.body).ok();
        let app_id = match check::request(&self.config, request, body.as_ref()) {
            Ok(app_id) => app_id,
            Err(refusal) => return refuse(refusal, request, body),
        };
        let Envelope { identity, messages } = Envelope::read(body.unwrap_or_default());
        let items = messages.into_iter().map(|message| {
            let fate = check::remember(&self.config, &mut self.memory, app_id, identity.get(METRIX_USER_ID), &message);
            (Content::Message(Some(identity.clone()), message), fate)
        });
        Processed { items: items.collect(), answer: Answer::empty(StatusCode::OK) }
    }

    fn summary(&self) -> &'static [&'static str] {
        &["name", "customName", "type", "revenue", "currency"]
    }

    fn secrets(&self) -> Vec<&'static str> {
        let personal = check::USER_TEXTS.iter().chain(&["gender", "birthday"]);
        ["x-application-id", CUSTOM_USER_ID, METRIX_USER_ID].iter().chain(personal).copied().collect()
    }

    fn describe(&self, text: &mut String) -> fmt::Result {
        let Config { apps, .. } = &self.config;
        apps.iter().try_for_each(|app| writeln!(text, "  app_id {}, api_key {}", app.app_id, app.api_key.reveal()))
    }

    fn demo(&self) -> &'static [Demo] {
        &[Demo { name: None, settings: &[("app_id", "metrix-demo-app"), ("api_key", "metrix-demo-api-key")] }]
    }
}

/// The account lists a refusal once per message. Metrix documents no result per message, so one bad
/// message refuses all.
fn refuse(refusal: Refusal, request: &Incoming, body: Option<Value>) -> Processed {
    let fate = Fate::Rejected(refusal.rule);
    let whole = |message| vec![(Content::Message(None, message), fate)];
    let items = match body {
        None => whole(request.unreadable_body()),
        Some(body) if !matches!(body.get("messages"), Some(Value::Array(list)) if !list.is_empty()) => whole(body),
        Some(body) => {
            let Envelope { identity, messages } = Envelope::read(body);
            messages.into_iter().map(|message| (Content::Message(Some(identity.clone()), message), fate)).collect()
        }
    };
    Processed { items, answer: Answer::empty(refusal.status) }
}

/// The parts of a request's body.
struct Envelope {
    identity: Identity,
    messages: Vec<Value>,
}

const CUSTOM_USER_ID: &str = "customUserId";
const METRIX_USER_ID: &str = "metrixUserId";

impl Envelope {
    fn read(mut body: Value) -> Self {
        let id = |name: &str| Some((name.to_owned(), body.get(name)?.as_str()?.into()));
        let identity = Identity::new([CUSTOM_USER_ID, METRIX_USER_ID].into_iter().filter_map(id));
        let messages = match body.get_mut("messages").map(Value::take) {
            Some(Value::Array(messages)) => messages,
            _ => Vec::new(),
        };
        Self { identity, messages }
    }
}
