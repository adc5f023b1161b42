//! Meta's [Conversions API](https://developers.facebook.com/documentation/ads-commerce/conversions-api/using-the-api):
//! `POST /{version}/{dataset_id}/events`, with `access_token` in the query or in the body, and a JSON
//! body of 1 to 1,000 events in `data`.
//!
//! A request is accepted or refused whole: "nothing is processed" if one event is not valid. All of its
//! events are in the account with the rule that one of them broke. A success is
//! `{"events_received":N,"messages":[],"fbtrace_id":"…"}`; an error has a `code`, and some have an
//! `error_subcode`.
//!
//! | rule | code |
//! |---|---|
//! | `invalid_version` | 100 |
//! | `missing_access_token` | 104 |
//! | `unknown_access_token` | 190 |
//! | `access_token_expired` | 190, subcode 463 |
//! | `password_changed` | 190, subcode 460 |
//! | `permission_missing` | 200 |
//! | `unknown_dataset`, `access_token_of_another_dataset` | 100, subcode 33 |
//! | `rate_limited` | 4, subcode 1504022 |
//! | `temporarily_blocked` | 368 |
//! | `service_unavailable` | 2, with `is_transient` and the status 500 |
//! | `dataset_not_ready` | 21009 |
//! | `unsupported_content_type`, `invalid_json`, `invalid_body`, `missing_data`, `too_many_events`, `invalid_test_event_code`, `invalid_partner_agent` | 100 |
//! | `invalid_event`, `unexpected_key`, `missing_event_name`, `invalid_event_name`, `missing_action_source`, `invalid_action_source`, `invalid_event_id`, `invalid_event_source_url`, `invalid_referrer_url`, `invalid_customer_segmentation`, `invalid_opt_out`, `invalid_original_event_data` | 100 |
//! | `missing_event_time`, `invalid_event_time`, `event_time_in_milliseconds` | 100 |
//! | `event_too_old` (7 days; 62 days for `physical_store`) | 100, subcode 2804003 |
//! | `user_data_not_hashed` | 100, subcode 2804016 |
//! | `missing_user_data`, `invalid_user_data`, `unhashed_key_is_hashed`, `no_usable_user_data`, `user_data_too_weak`, `anon_id_without_app`, and `invalid_` with a key of `user_data` | 100 |
//! | `missing_event_source_url`, `missing_client_user_agent` (`website`), `missing_app_data`, `dataset_without_app` (`app`) | 100 |
//! | `invalid_app_data`, `missing_advertiser_tracking_enabled`, `invalid_advertiser_tracking_enabled`, `invalid_application_tracking_enabled`, `missing_extinfo`, `invalid_extinfo`, `extinfo_without_16_values`, `invalid_extinfo_version`, `missing_extinfo_os_version`, `invalid_app_data_text`, `invalid_url_schemes` | 100 |
//! | `purchase_without_value` | 100, subcode 2804009 |
//! | `purchase_without_currency`, `invalid_custom_data`, `invalid_custom_property`, `invalid_contents`, `content_without_id`, `content_without_quantity`, `invalid_content_quantity`, `invalid_content_price`, `invalid_content_text`, and `invalid_` with a key of `custom_data` | 100 |
//! | `invalid_data_processing_options`, `invalid_data_processing_country`, `invalid_data_processing_state`, `data_processing_country_or_state_alone`, `data_processing_place_without_options`, `missing_data_processing_place` | 100, subcode 2804030 |
//!
//! Statuses are not documented; all errors but that of `service_unavailable` are 400 here. The state of
//! a token in the [`Config`] makes every request of it fail, with a rate limit for example. A
//! [`Fault`](crate::Fault) of 500 has no error object.
//!
//! Meta documents form bodies, too; this sandbox reads JSON alone. Two events of one `event_id` are two
//! events: they are deduplicated against a browser or an app, which do not send here.

mod app_data;
mod check;
mod config;
mod custom_data;
mod errors;
mod event;
mod user_data;

use std::fmt::{self, Write as _};

use axum::{http::StatusCode, routing::MethodFilter};
use jiff::Timestamp;
use serde_json::{Value, json};

use self::check::{ACCESS_TOKEN, DATA, DATASET_ID};
pub use self::config::{AccessToken, Config, Dataset, TokenState};
use super::{
    api::{Api, Demo, Route},
    json::Object,
};
use crate::exchange::{Answer, Content, Fate, Identity, Incoming, Processed};

const ROUTES: &[Route] = &[Route { methods: MethodFilter::POST, path: "/{version}/{dataset_id}/events" }];

/// Members of a body that hold credentials, which the account does not have.
const CREDENTIALS: [&str; 2] = [ACCESS_TOKEN, "appsecret_proof"];

pub(super) struct Meta {
    config: Config,
}

impl Meta {
    pub(super) fn new(config: Config) -> Self {
        Self { config }
    }
}

impl Api for Meta {
    fn title(&self) -> &'static str {
        "Meta Conversions API"
    }

    fn routes(&self) -> &'static [Route] {
        ROUTES
    }

    fn process(&mut self, request: &Incoming, now: Timestamp) -> Processed {
        let body: Option<Value> = serde_json::from_slice(&request.body).ok();
        let (answer, fate) = match check::request(&self.config, request, body.as_ref(), now.as_second()) {
            Ok(count) => (received(count), Fate::Accepted),
            Err(refusal) => (refusal.answer(), Fate::Rejected(refusal.rule)),
        };
        let contents = match body {
            Some(Value::Object(body)) => events(request, body),
            other => vec![Content::Message(None, other.unwrap_or_else(|| request.unreadable_body()))],
        };
        Processed { answer, items: contents.into_iter().map(|content| (content, fate)).collect() }
    }

    fn summary(&self) -> &'static [&'static str] {
        &["event_name", "action_source", "custom_data.value", "custom_data.currency"]
    }

    fn secrets(&self) -> Vec<&'static str> {
        let [token, proof] = CREDENTIALS;
        vec![token, proof, "user_data"]
    }

    fn describe(&self, text: &mut String) -> fmt::Result {
        for dataset in &self.config.datasets {
            let app = if dataset.app { "" } else { " (without an app)" };
            writeln!(text, "  dataset_id {}{app}", dataset.dataset_id)?;
            for AccessToken { token, state } in &dataset.access_tokens {
                writeln!(text, "    access_token {} ({})", token.reveal(), state.as_str())?;
            }
        }
        Ok(())
    }

    fn demo(&self) -> &'static [Demo] {
        &[Demo { name: None, settings: &[(DATASET_ID, "1234567890123456"), (ACCESS_TOKEN, "demo-access-token")] }]
    }

    fn demo_events(&self, _name: Option<&str>) -> &'static [(&'static str, &'static str)] {
        &[("renew", "SubscriptionRenewed")]
    }
}

fn received(count: usize) -> Answer {
    let body = json!({"events_received": count, "messages": [], "fbtrace_id": errors::TRACE});
    Answer { status: StatusCode::OK, body: body.to_string() }
}

/// The events of a body, or the whole body where it has none.
fn events(request: &Incoming, mut body: Object) -> Vec<Content> {
    body.retain(|name, _| !CREDENTIALS.contains(&name.as_str()));
    let events = match body.get_mut(DATA) {
        Some(Value::Array(events)) if !events.is_empty() => std::mem::take(events),
        _ => return vec![Content::Message(None, body.into())],
    };
    body.remove(DATA);
    let dataset = request.segment(DATASET_ID).map(|id| (DATASET_ID.to_owned(), Value::from(id)));
    let identity = Identity::new(dataset.into_iter().chain(body));
    events.into_iter().map(|event| Content::Message(Some(identity.clone()), event)).collect()
}
