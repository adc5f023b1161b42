//! Numbat's [events API](https://docs.numbat.example/events): `POST /v1/events`.
//!
//! | rule | response |
//! |---|---|
//! | `wrong_api_key` | 403 |
//! | `unsupported_content_type`, `invalid_environment`, `invalid_json`, `invalid_device_id`, `invalid_events` | 400 |
//! | `invalid_event`, `invalid_id`, `invalid_name`, `invalid_time`, `too_old`, `invalid_channel`, `invalid_amount` | 400 |
//! | `duplicate_id` | 200, and dropped |
//!
//! Bodies of responses are empty.

mod check;
mod config;

use std::collections::HashSet;
use std::fmt::{self, Write as _};

use axum::{http::StatusCode, routing::MethodFilter};
use jiff::Timestamp;
use serde_json::Value;

pub use self::config::{App, Config};
use super::api::{Api, Demo, Route};
use crate::exchange::{Answer, Content, Fate, Identity, Incoming, Processed};

const ROUTES: &[Route] = &[Route { methods: MethodFilter::POST, path: "/v1/events" }];

pub(super) struct Numbat {
    config: Config,
    /// The ids of the events that were accepted.
    ids: HashSet<String>,
}

impl Numbat {
    pub(super) fn new(config: Config) -> Self {
        Self { config, ids: HashSet::new() }
    }
}

impl Api for Numbat {
    fn title(&self) -> &'static str {
        "Numbat events"
    }

    fn routes(&self) -> &'static [Route] {
        ROUTES
    }

    fn process(&mut self, request: &Incoming, now: Timestamp) -> Processed {
        let body: Option<Value> = serde_json::from_slice(&request.body).ok();
        if let Err(refusal) = check::request(&self.config, request, body.as_ref(), now) {
            let whole = body.unwrap_or_else(|| request.unreadable_body());
            let items = vec![(Content::Message(None, whole), Fate::Rejected(refusal.rule))];
            return Processed { items, answer: Answer::empty(refusal.status) };
        }
        let mut body = body.unwrap_or_default();
        let device = body.get("device_id").cloned().map(|device| ("device_id".to_owned(), device));
        let identity = Identity::new(device.into_iter());
        let events = match body.get_mut("events").map(Value::take) {
            Some(Value::Array(events)) => events,
            _ => Vec::new(),
        };
        let items = events.into_iter().map(|event| {
            let id = event.get("id").and_then(Value::as_str).unwrap_or_default();
            let is_new = self.ids.insert(id.to_owned());
            let fate = if is_new { Fate::Accepted } else { Fate::Duplicate("duplicate_id") };
            (Content::Message(Some(identity.clone()), event), fate)
        });
        Processed { items: items.collect(), answer: Answer::empty(StatusCode::OK) }
    }

    fn summary(&self) -> &'static [&'static str] {
        &["name"]
    }

    fn secrets(&self) -> Vec<&'static str> {
        vec!["x-numbat-key", "device_id"]
    }

    fn describe(&self, text: &mut String) -> fmt::Result {
        self.config.apps.iter().try_for_each(|app| writeln!(text, "  api_key {}", app.api_key.reveal()))
    }

    fn demo(&self) -> &'static [Demo] {
        &[Demo { name: None, settings: &[("api_key", "numbat-demo-key")] }]
    }
}
