//! AppsFlyer's [server-to-server events API for mobile](https://dev.appsflyer.com/hc/reference/s2s-events-api3-post):
//! `POST /inappevent/{app_id}`.
//!
//! | rule | response |
//! |---|---|
//! | `missing_s2s_key`, `unknown_s2s_key` | 400 `Failed to Authenticate` |
//! | `unknown_app_id` | 400 with `app_id` in its text |
//! | `s2s_key_of_another_app` | 401 `Unauthorized` |
//! | `zero_package` | 403 `Forbidden` |
//! | `over_1_kb_response_not_documented` | 400 `Bad request` |
//! | `missing_payload`, `invalid_json`, `invalid_event`, `more_than_one_event` | 400 `Payload is missing or failed to parse` |
//! | `unsupported_content_type` | 400 `Bad request` |
//! | `missing_appsflyer_id`, `invalid_appsflyer_id` | 400 `appsflyer_id is a mandatory field` |
//! | `invalid_event_name`, `missing_event_value` | 400 `Bad request` |
//! | `event_value_badly_stringified` (a text that holds no JSON object) | 400 `appsflyer_id is a mandatory field` |
//! | `event_value_not_stringified` | 500 `Internal Server Error` |
//! | `field_of_another_platform`, `not_a_text`, `invalid_hash`, `invalid_event_time`, `unlisted_currency`, `invalid_app_set_id`, `invalid_idfa`, `invalid_idfv`, `invalid_att`, `invalid_aie`, `invalid_fb_login_id`, `invalid_ip`, `invalid_sharing_filter`, `invalid_app_type`, `invalid_custom_data`, `invalid_consent_data`, `reserved_custom_dimension` | 400 `Bad request` |
//! | `ios_app_id_without_id` | 200 `OK`, and not recorded |
//! | `recorded_at_arrival` (a note: it arrived after 02:00 UTC of the day after its `eventTime`) | 200 `OK` |
//!
//! What AppsFlyer refuses without naming the response is 400 `Bad request` here. Its texts are plain,
//! although they are declared as JSON.

mod check;
mod config;
mod currencies;
mod errors;
mod fields;
mod time;

use std::fmt::{self, Write as _};

use axum::{http::StatusCode, routing::MethodFilter};
use jiff::Timestamp;
use serde_json::Value;

use self::{check::Destination, errors::INTERNAL_ERROR};
pub use self::config::{App, Config};
use super::api::{Api, Demo, Route};
use crate::exchange::{Answer, Content, Fate, Incoming, Processed};

const ROUTES: &[Route] = &[Route { methods: MethodFilter::POST, path: "/inappevent/{app_id}" }];

pub(super) struct AppsFlyer {
    config: Config,
}

impl AppsFlyer {
    pub(super) fn new(config: Config) -> Self {
        Self { config }
    }
}

impl Api for AppsFlyer {
    fn title(&self) -> &'static str {
        "AppsFlyer"
    }

    fn routes(&self) -> &'static [Route] {
        ROUTES
    }

    fn process(&mut self, request: &Incoming, now: Timestamp) -> Processed {
        let mut body: Option<Value> = serde_json::from_slice(&request.body).ok();
        let (answer, fate) = match check::request(&self.config, request, body.as_ref()) {
            Err(refusal) => (refusal.error.answer(), Fate::Rejected(refusal.rule)),
            // AppsFlyer reports a success; only the account shows the loss.
            Ok(Destination::Nowhere) => (received(), Fate::Rejected("ios_app_id_without_id")),
            Ok(Destination::App) => (received(), record(body.as_mut(), now)),
        };
        let message = body.unwrap_or_else(|| request.unreadable_body());
        Processed { answer, items: vec![(Content::Message(None, message), fate)] }
    }

    fn internal_error(&self) -> Answer {
        INTERNAL_ERROR.answer()
    }

    fn summary(&self) -> &'static [&'static str] {
        &["eventName", "eventValue", "eventCurrency"]
    }

    fn secrets(&self) -> Vec<&'static str> {
        ["authentication", "appsflyer_id"].into_iter().chain(fields::personal()).collect()
    }

    fn describe(&self, text: &mut String) -> fmt::Result {
        for app in &self.config.apps {
            let zero_package = if app.zero_package { " (zero package)" } else { "" };
            writeln!(text, "  app_id {}, s2s_key {}{zero_package}", app.app_id, app.s2s_key.reveal())?;
        }
        Ok(())
    }

    fn demo(&self) -> &'static [Demo] {
        &[
            Demo { name: None, settings: &[("app_id", "id123456789"), ("s2s_key", "demo-s2s-key")] },
            Demo { name: Some("appsflyer_android"), settings: &[("app_id", "com.example.myapp"), ("s2s_key", "demo-s2s-key")] },
        ]
    }

    fn demo_events(&self, _name: Option<&str>) -> &'static [(&'static str, &'static str)] {
        &[("renew", "subscription_renewed")]
    }
}

fn received() -> Answer {
    Answer { status: StatusCode::OK, body: "OK".to_owned() }
}

/// Records an event, and with it the time that AppsFlyer records instead of one that it came too late
/// for.
fn record(event: Option<&mut Value>, now: Timestamp) -> Fate {
    let Some(recorded) = event.and_then(|event| event.get_mut("eventTime")) else { return Fate::Accepted };
    let time = recorded.as_str().and_then(time::read);
    if time.is_none_or(|time| time::is_kept(time, now)) {
        return Fate::Accepted;
    }
    *recorded = time::write(now).into();
    Fate::Changed("recorded_at_arrival")
}
