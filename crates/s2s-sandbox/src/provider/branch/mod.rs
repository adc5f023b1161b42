//! Branch's [Events API](https://help.branch.io/apidocs/events): `POST /v2/event/standard` and `POST
//! /v2/event/custom`, one event each.
//!
//! | rule | response |
//! |---|---|
//! | `missing_branch_key`, `invalid_branch_key`, `unknown_branch_key` | 400 `Authentication failed !` |
//! | `invalid_json`, `invalid_body` | 400 |
//! | `missing_name`, `invalid_name`, `unknown_standard_name`, `standard_name_at_custom`, `reserved_name` | 400 |
//! | `missing_user_data`, `invalid_user_data`, `missing_identity`, `device_without_its_os`, `missing_dma_consent` | 400 |
//! | `wrong_field_type` | 400 `wrong field type`, at every member that is wrong |
//! | `counts_as_usd` (amounts of a commerce event without `currency`) | 200, and recorded with `USD` |
//! | `test_environment` (the key is `key_test_…`) | 200, and recorded in the test environment |
//! | `ip_override_ignored` (`X-IP-Override` of an app that is not allowed it) | 200, and recorded with the server's address |
//! | `may_be_ignored` (revenue and the like, or items, of a custom event; items of a lifecycle event) | 200 |
//! | `ip_override_differs` (from `user_data.ip`), `not_documented_for_api` (`OPT_IN`, `OPT_OUT`), `missing_os_version` (of iOS or Android) | 200 |
//! | `negative_revenue`, `empty_content_item`, `value_not_listed` | 200 |
//!
//! Branch documents one error, that of the key. The error of a wrong type was seen; its other texts,
//! and the responses of all other rules, are the sandbox's own: it refuses what the documentation
//! requires, and notes what the documentation advises against. An event that is sent twice counts
//! twice. The account has the body without `branch_key`.

mod check;
mod config;
mod errors;
mod fields;
mod names;

use std::fmt::{self, Write as _};

use axum::{
    http::{HeaderName, StatusCode},
    routing::MethodFilter,
};
use jiff::Timestamp;
use serde_json::{Value, json};

pub use self::config::{App, Config, Success};
use self::{
    check::{BRANCH_KEY, EVENT_DATA, Endpoint, Notes},
    errors::Refusal,
};
use super::{
    api::{Api, Demo, Route},
    json::Object,
};
use crate::exchange::{Answer, Content, Fate, Incoming, Processed};

const STANDARD: &str = "/v2/event/standard";
const CUSTOM: &str = "/v2/event/custom";
const ROUTES: &[Route] = &[Route { methods: MethodFilter::POST, path: STANDARD }, Route { methods: MethodFilter::POST, path: CUSTOM }];
const IP_OVERRIDE: &str = "x-ip-override";

pub(super) struct Branch {
    config: Config,
}

impl Branch {
    pub(super) fn new(config: Config) -> Self {
        Self { config }
    }
}

impl Api for Branch {
    fn title(&self) -> &'static str {
        "Branch Events API"
    }

    fn routes(&self) -> &'static [Route] {
        ROUTES
    }

    fn process(&mut self, request: &Incoming, _now: Timestamp) -> Processed {
        let mut body = match serde_json::from_slice(&request.body) {
            Ok(Value::Object(body)) => body,
            Ok(other) => return refused(other, Refusal::of_body("invalid_body", "the body is not an object")),
            Err(_) => return refused(request.unreadable_body(), Refusal::of_body("invalid_json", "the body is not JSON")),
        };
        let note = match self.decide(request, &mut body) {
            Ok(note) => note,
            Err(refusal) => return refused(without_key(body), refusal),
        };
        let fate = note.map_or(Fate::Accepted, Fate::Changed);
        Processed { items: vec![(Content::Message(None, without_key(body)), fate)], answer: self.success() }
    }

    fn summary(&self) -> &'static [&'static str] {
        &["name", "customer_event_alias", "event_data.transaction_id", "event_data.revenue", "event_data.currency"]
    }

    fn secrets(&self) -> Vec<&'static str> {
        [BRANCH_KEY, IP_OVERRIDE].into_iter().chain(fields::IDENTIFIERS.iter().copied()).collect()
    }

    fn describe(&self, text: &mut String) -> fmt::Result {
        self.config.apps.iter().try_for_each(|app| {
            write!(text, "  live key {}", app.live_key.reveal())?;
            if let Some(key) = &app.test_key {
                write!(text, ", test key {}", key.reveal())?;
            }
            writeln!(text)
        })
    }

    fn demo(&self) -> &'static [Demo] {
        &[Demo { name: None, settings: &[(BRANCH_KEY, "key_live_demo")] }]
    }

    fn demo_events(&self, _name: Option<&str>) -> &'static [(&'static str, &'static str)] {
        &[("renew", "subscription renewed")]
    }
}

impl Branch {
    /// Decides about an event. Returns the note of an accepted one, and changes it as Branch records it.
    fn decide(&self, request: &Incoming, body: &mut Object) -> Result<Option<&'static str>, Refusal> {
        let (app, environment) = check::authorize(&self.config, body)?;
        let endpoint = if request.path == STANDARD { Endpoint::Standard } else { Endpoint::Custom };
        let category = check::event(&self.config, endpoint, body)?;
        let ip_override = request.header(HeaderName::from_static(IP_OVERRIDE));
        let notes = Notes { app, environment, endpoint, category, ip_override };
        let note = notes.first(body);
        if notes.counts_as_usd(body)
            && let Some(Value::Object(data)) = body.get_mut(EVENT_DATA)
        {
            data.insert("currency".to_owned(), "USD".into());
        }
        Ok(note)
    }

    fn success(&self) -> Answer {
        let body = match self.config.success {
            Success::Skan => json!({"ascending_only": false, "coarse_key": "low", "locked": false, "update_conversion_value": 0}),
            Success::BranchView => json!({"branch_view_enabled": false}),
        };
        Answer { status: StatusCode::OK, body: body.to_string() }
    }
}

fn refused(body: Value, refusal: Refusal) -> Processed {
    Processed { items: vec![(Content::Message(None, body), Fate::Rejected(refusal.rule))], answer: refusal.answer() }
}

/// A body as the account has it: credentials are not part of it.
fn without_key(mut body: Object) -> Value {
    body.remove(BRANCH_KEY);
    body.into()
}
