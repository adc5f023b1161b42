//! Adjust's [S2S events](https://dev.adjust.com/en/api/s2s-api/events/): `GET` and `POST /event`.
//!
//! What Adjust refuses without naming the error is 400 `Bad event state` here.
//!
//! | rule | response |
//! |---|---|
//! | `request_too_large` (1,048,576 bytes of query and body) | 413 `Request size too large` |
//! | `unsupported_content_type`, `repeated_parameter`, `missing_s2s` | 400 `Bad event state` |
//! | `missing_app_token`, `invalid_app_token` | 400 `Invalid app token` |
//! | `unknown_app_token` | 404 `App token not found` |
//! | `missing_security_token` | 202 `Missing authentication token`, or 401 `Failed to authorize request` |
//! | `wrong_security_token` | 202 `Wrong authentication token`, or 401 `Failed to authorize request` |
//! | `missing_events_scope` | 401 `Session failed` |
//! | `app_inactive` | 403 `App is inactive` |
//! | `tracking_disabled` | 403 `Tracking disabled` |
//! | `missing_event_token`, `unknown_event_token` | 400 `Invalid event token` |
//! | `event_token_blocklisted` | 403 `Event token blocklisted` |
//! | `missing_device_identifier`, `invalid_device_identifier` | 400 `Bad event state` |
//! | `created_at_twice`, `invalid_created_at_unix`, `invalid_created_at` | 400 `Bad event state` |
//! | `invalid_revenue`, `revenue_out_of_range`, `missing_currency`, `invalid_currency` | 400 `Invalid revenue` |
//! | `invalid_callback_parameters` (also for `partner_params`) | 400 `Invalid callback parameters` |
//! | `invalid_environment`, `invalid_os_name`, `invalid_att_status`, `invalid_tracking_enabled`, `att_status_with_tracking_enabled`, `invalid_ip_address` | 400 `Bad event state` |
//! | `device_opted_out` | 451 `Device is opted out` |
//! | `device_not_found` | 404 `Device not found` |
//! | `earlier_unique_event` | 400 `Ignoring event, earlier unique event tracked` |
//! | `older_than_58_days`, `earlier_than_previous_event` | 400 `Bad event state` |

mod check;
mod config;
mod errors;
mod fields;
mod identifiers;

use std::fmt::{self, Write as _};

use axum::{http::StatusCode, routing::MethodFilter};
use jiff::Timestamp;
use serde_json::json;

pub use self::config::{App, Config, Device, DeviceState, Event, SecurityToken, UnauthorizedStatus};
use self::{check::Memory, errors::INTERNAL_ERROR, identifiers::IDENTIFIERS};
use super::api::{Api, Demo, Route};
use crate::exchange::{Answer, Content, Fate, Incoming, Processed};

const ROUTES: &[Route] = &[Route { methods: MethodFilter::GET.or(MethodFilter::POST), path: "/event" }];

pub(super) struct Adjust {
    config: Config,
    memory: Memory,
}

impl Adjust {
    pub(super) fn new(config: Config) -> Self {
        Self { config, memory: Memory::default() }
    }
}

impl Api for Adjust {
    fn title(&self) -> &'static str {
        "Adjust"
    }

    fn routes(&self) -> &'static [Route] {
        ROUTES
    }

    fn process(&mut self, request: &Incoming, now: Timestamp) -> Processed {
        let (parameters, readable) = check::read(request);
        let result = readable.and_then(|()| check::accept(&self.config, &mut self.memory, request, &parameters, now));
        let (answer, fate) = match result {
            Ok(event) => (success(event), Fate::Accepted),
            Err(refusal) => (refusal.error.answer(), Fate::Rejected(refusal.rule)),
        };
        Processed { answer, items: vec![(Content::Parameters(parameters), fate)] }
    }

    fn internal_error(&self) -> Answer {
        INTERNAL_ERROR.answer()
    }

    fn summary(&self) -> &'static [&'static str] {
        &["event_token", "revenue", "currency"]
    }

    fn secrets(&self) -> Vec<&'static str> {
        let others = ["app_token", "ip_address"];
        others.into_iter().chain(IDENTIFIERS.iter().map(|(name, _)| *name)).collect()
    }

    fn describe(&self, text: &mut String) -> fmt::Result {
        for app in &self.config.apps {
            write!(text, "  app_token {}", app.token)?;
            if app.inactive {
                write!(text, " (inactive)")?;
            }
            for token in &app.security_tokens {
                write!(text, " (S2S security, token {})", token.token.reveal())?;
            }
            writeln!(text)?;
            for event in &app.events {
                let unique = if event.unique { " (unique)" } else { "" };
                let blocklisted = if event.blocklisted { " (blocklisted)" } else { "" };
                writeln!(text, "    event_token {}{unique}{blocklisted}", event.token)?;
            }
        }
        for device in &self.config.devices {
            let state = match device.state {
                DeviceState::OptedOut => "opted out",
                DeviceState::NotFound => "not found",
            };
            writeln!(text, "  {} {} ({state})", device.parameter, device.value)?;
        }
        Ok(())
    }

    fn demo(&self) -> &'static [Demo] {
        &[
            Demo { name: None, settings: &[("app_token", "4w565xzmb54d")] },
            Demo {
                name: Some("secured"),
                settings: &[("app_token", "s3cur3dapp12"), ("auth_token", "v8s5opi0zs45607l8h8c48wak2vxb5oe")],
            },
            // Wrong on purpose: Adjust answers it with 202.
            Demo { name: Some("wrong_token"), settings: &[("app_token", "s3cur3dapp12"), ("auth_token", "not-the-token-of-this-app")] },
        ]
    }
}

/// `{"status":"OK"}`, and what the configuration adds: on iOS the answer carries SKAdNetwork
/// conversion values.
fn success(event: &config::Event) -> Answer {
    let mut body = serde_json::Map::new();
    body.insert("status".to_owned(), json!("OK"));
    body.extend(event.response.clone());
    Answer { status: StatusCode::OK, body: serde_json::Value::Object(body).to_string() }
}
