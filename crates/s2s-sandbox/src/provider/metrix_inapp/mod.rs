//! Metrix's [in-app events](https://docs.metrix.ir/faq/s2s-integration/): `POST
//! /inappevent/{app_id}`.
//!
//! | rule | response |
//! |---|---|
//! | `unknown_app_id`, `missing_dev_key`, `wrong_dev_key`, `ip_not_allowed` | 403 |
//! | `invalid_json`, `invalid_event`, `invalid_metrix_user_id`, `invalid_metrix_session_id`, `idfa_or_advertising_id`, `invalid_advertising_id`, `invalid_event_slug`, `unknown_event_slug`, `invalid_event_time`, `invalid_custom_attributes`, `invalid_custom_metrics`, `invalid_device_ip` | 400 |
//!
//! Bodies of responses are not documented, and empty here.

mod check;
mod config;

use std::fmt::{self, Write as _};

use axum::{http::StatusCode, routing::MethodFilter};
use jiff::Timestamp;
use serde_json::Value;

pub use self::config::{App, Config};
use super::api::{Api, Demo, Route};
use crate::exchange::{Answer, Content, Fate, Incoming, Processed};

const ROUTES: &[Route] = &[Route { methods: MethodFilter::POST, path: "/inappevent/{app_id}" }];

pub(super) struct MetrixInApp {
    config: Config,
}

impl MetrixInApp {
    pub(super) fn new(config: Config) -> Self {
        Self { config }
    }
}

impl Api for MetrixInApp {
    fn title(&self) -> &'static str {
        "Metrix in-app events"
    }

    fn routes(&self) -> &'static [Route] {
        ROUTES
    }

    fn process(&mut self, request: &Incoming, _now: Timestamp) -> Processed {
        let body: Option<Value> = serde_json::from_slice(&request.body).ok();
        let (status, fate) = match check::authorize(&self.config, request) {
            // Not documented for this API; the REST API responds with 403.
            Err(rule) => (StatusCode::FORBIDDEN, Fate::Rejected(rule)),
            Ok(app) => match check::event(app, body.as_ref()) {
                Err(rule) => (StatusCode::BAD_REQUEST, Fate::Rejected(rule)),
                Ok(()) => (StatusCode::OK, Fate::Accepted),
            },
        };
        let message = body.unwrap_or_else(|| request.unreadable_body());
        Processed { answer: Answer::empty(status), items: vec![(Content::Message(None, message), fate)] }
    }

    fn summary(&self) -> &'static [&'static str] {
        &["eventSlug"]
    }

    fn secrets(&self) -> Vec<&'static str> {
        vec!["app_id", "metrixUserId", "metrixSessionId", "idfa", "advertisingId", "deviceIp"]
    }

    fn describe(&self, text: &mut String) -> fmt::Result {
        let Config { apps, .. } = &self.config;
        apps.iter().try_for_each(|app| writeln!(text, "  app_id {}, dev_key {}", app.app_id, app.dev_key.reveal()))
    }

    fn demo(&self) -> &'static [Demo] {
        &[Demo { name: None, settings: &[("app_id", "metrix-demo-app"), ("dev_key", "metrix-demo-dev-key")] }]
    }

    fn demo_events(&self, _name: Option<&str>) -> &'static [(&'static str, &'static str)] {
        &[
            ("purchase", "purchase"),
            ("renew", "renew"),
            ("sign_up", "sign_up"),
            ("login", "login"),
            ("search", "search"),
            ("custom", "custom"),
        ]
    }

    fn demo_mapping(&self) -> &'static [(&'static str, &'static str)] {
        &[("order_id", "order_id"), ("user_id", "user_id")]
    }
}
