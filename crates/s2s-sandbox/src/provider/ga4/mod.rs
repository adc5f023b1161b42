//! Google Analytics 4: the [Measurement Protocol](https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference)
//! for app and web streams: `POST /mp/collect`, and `POST /debug/mp/collect` for validation.
//!
//! Every request to `/mp/collect` gets 204 and an empty body, whatever its problems.
//! Only the account shows what becomes of its events.
//!
//! | rule | event |
//! |---|---|
//! | `missing_api_secret`, `missing_stream`, `both_streams_not_documented`, `unknown_stream`, `unknown_api_secret`, `api_secret_of_another_stream` | lost |
//! | `unsupported_content_type`, `body_too_large`, `invalid_json`, `invalid_body`, `missing_events`, `too_many_events` | lost |
//! | `missing_app_instance_id`, `invalid_app_instance_id`, `client_id_on_app_stream`, `missing_client_id`, `invalid_client_id`, `app_instance_id_on_web_stream` | lost |
//! | `invalid_event`, `missing_event_name`, `invalid_event_name`, `event_name_too_long`, `reserved_event_name`, `event_of_app_streams`, `invalid_params`, `invalid_timestamp` | lost |
//! | `invalid_param_name`, `param_name_too_long`, `reserved_param_name`, `invalid_param_value`, `param_value_too_long`, `too_many_params` | recorded without the parameter |
//! | `invalid_items`, `too_many_items`, `too_many_item_params` | recorded without the item or parameter |
//! | `invalid_user_property_name`, `user_property_name_too_long`, `reserved_user_property`, `invalid_user_property`, `user_property_value_too_long`, `too_many_user_properties` | recorded without the user property |
//! | `invalid_user_id`, `invalid_user_data`, `invalid_consent`, `invalid_user_location`, `invalid_device`, `invalid_ip_override`, `invalid_user_agent`, `invalid_non_personalized_ads`, `invalid_validation_behavior` | recorded without it |
//! | `moved_to_72_hours_ago` | recorded with another time |
//! | `not_a_number`, `invalid_currency`, `invalid_session_id`, `missing_recommended_param`, `value_without_currency`, `item_without_id_or_name` | recorded |
//! | `not_in_all_reports` (without a valid `session_id` or `engagement_time_msec`) | recorded, but not shown in Realtime and not counted as activity of its user |
//! | `duplicate_transaction_id` (a purchase on a web stream) | dropped |
//! | `only_validated` (everything that is sent to `/debug/mp/collect`) | not recorded |
//!
//! Google documents that it ignores a parameter above a limit, and that it moves an event that is
//! too old. The other results are not documented, and chosen so that the account shows the fault.
//!
//! With `"validation_behavior": "ENFORCE_RECOMMENDATIONS"` an event that breaks any rule up to
//! `item_without_id_or_name` is lost. Whether it has this effect at `/mp/collect` is not documented.
//!
//! The validation gets 200 and a `validationMessages` of all rules that are broken; without
//! `ENFORCE_RECOMMENDATIONS`, of those that lose the event. As documented, it checks neither the
//! secret nor the stream. The codes are Google's, and so is the description of an event name that
//! does not begin with a letter; other descriptions are the sandbox's own.

mod check;
mod config;
mod envelope;
mod event;
mod finding;
mod names;
mod time;
mod user_data;

use std::{
    collections::HashSet,
    fmt::{self, Write as _},
};

use axum::{http::StatusCode, routing::MethodFilter};
use jiff::Timestamp;
use serde_json::{Value, json};

pub use self::config::{AppStream, Config, WebStream};
use self::{
    check::API_SECRET,
    config::Sort,
    envelope::{APP_INSTANCE_ID, CLIENT_ID},
    event::Check,
    finding::{
        Effect, Finding,
        ValidationCode::{ExceededMaxEntities, ValueInvalid, ValueRequired},
        first,
    },
};
use super::{
    api::{Api, Demo, Route},
    json::Object,
};
use crate::exchange::{Answer, Content, Fate, Identity, Incoming, Processed};

const COLLECT: &str = "/mp/collect";
const VALIDATE: &str = "/debug/mp/collect";
const ROUTES: &[Route] = &[Route { methods: MethodFilter::POST, path: COLLECT }, Route { methods: MethodFilter::POST, path: VALIDATE }];
const MAX_EVENTS: usize = 25;

pub(super) struct Ga4 {
    config: Config,
    /// Stream and `transaction_id` of the purchases that were recorded.
    purchases: HashSet<(String, String)>,
}

impl Ga4 {
    pub(super) fn new(config: Config) -> Self {
        Self { config, purchases: HashSet::new() }
    }
}

impl Api for Ga4 {
    fn title(&self) -> &'static str {
        "Google Analytics 4"
    }

    fn routes(&self) -> &'static [Route] {
        ROUTES
    }

    fn process(&mut self, request: &Incoming, now: Timestamp) -> Processed {
        let body = serde_json::from_slice(&request.body).ok();
        let batch = Batch::read(&self.config, request, body, now);
        if request.path.ends_with(VALIDATE) { batch.validate() } else { self.collect(batch, request) }
    }

    fn summary(&self) -> &'static [&'static str] {
        &["name", "params.transaction_id", "params.value", "params.currency"]
    }

    fn secrets(&self) -> Vec<&'static str> {
        let ids = [API_SECRET, APP_INSTANCE_ID, CLIENT_ID, "user_id", "user_data", "user_location", "ip_override"];
        ids.into_iter().chain(user_data::personal()).collect()
    }

    fn describe(&self, text: &mut String) -> fmt::Result {
        self.config.streams().try_for_each(|(sort, id, secret)| {
            let name = match sort {
                Sort::App => "app stream: firebase_app_id",
                Sort::Web => "web stream: measurement_id",
            };
            writeln!(text, "  {name} {id}, api_secret {}", secret.reveal())
        })
    }

    fn demo(&self) -> &'static [Demo] {
        &[
            Demo { name: None, settings: &[("measurement_id", "G-DEMO123456"), (API_SECRET, "demo-api-secret")] },
            Demo {
                name: Some("ga4_app"),
                settings: &[("firebase_app_id", "1:1234567890:android:abcdef0123456789"), (API_SECRET, "demo-api-secret")],
            },
        ]
    }

    fn demo_events(&self, _name: Option<&str>) -> &'static [(&'static str, &'static str)] {
        &[("renew", "subscription_renewed")]
    }
}

impl Ga4 {
    fn collect(&mut self, batch: Batch, request: &Incoming) -> Processed {
        let lost = check::request(&self.config, request).err().or(first(&batch.findings, Effect::Lost));
        let Batch { sent, recorded, enforces, findings, events } = batch;
        let broken = if enforces { findings.first().map(|finding| finding.rule) } else { None };
        let items = events.into_iter().map(|event| {
            let broken = broken.or(event.findings.first().filter(|_| enforces).map(|finding| finding.rule));
            if let Some(rule) = lost.or(first(&event.findings, Effect::Lost)).or(broken) {
                return (Content::Message(sent.clone(), event.sent), Fate::Rejected(rule));
            }
            let fate = if self.is_repeated(request, &event.recorded) {
                Fate::Duplicate("duplicate_transaction_id")
            } else if let Some(rule) = first(&event.findings, Effect::Changed).or(first(&findings, Effect::Changed)) {
                Fate::Changed(rule)
            } else if !event::is_in_all_reports(&event.recorded) {
                Fate::Changed("not_in_all_reports")
            } else {
                Fate::Accepted
            };
            (Content::Message(recorded.clone(), event.recorded), fate)
        });
        Processed { items: items.collect(), answer: Answer::empty(StatusCode::NO_CONTENT) }
    }

    /// Whether an event is a purchase that the stream has already. "Don't send an empty string":
    /// then all such purchases are one.
    fn is_repeated(&mut self, request: &Incoming, event: &Value) -> bool {
        let Ok((Sort::Web, _, stream)) = check::named(request) else { return false };
        let id = match event.get("params").and_then(|params| params.get("transaction_id")) {
            Some(Value::String(id)) => id.clone(),
            Some(id) => id.to_string(),
            None => return false,
        };
        self.config.deduplicate_purchases
            && event.get("name").and_then(Value::as_str) == Some("purchase")
            && !self.purchases.insert((stream.to_owned(), id))
    }
}

/// A request with its problems.
struct Batch {
    /// What it says once about all of its events, as it was sent and as it is recorded.
    sent: Option<Identity>,
    recorded: Option<Identity>,
    enforces: bool,
    findings: Vec<Finding>,
    events: Vec<Event>,
}

struct Event {
    sent: Value,
    recorded: Value,
    findings: Vec<Finding>,
}

impl Event {
    fn unread(value: Value) -> Self {
        Self { recorded: value.clone(), sent: value, findings: Vec::new() }
    }
}

impl Batch {
    fn read(config: &Config, request: &Incoming, body: Option<Value>, now: Timestamp) -> Self {
        let mut body = match body {
            Some(Value::Object(body)) => body,
            Some(other) => return Self::unreadable(other, ("invalid_body", ValueInvalid), "", "The body is not an object."),
            None => return Self::unreadable(request.unreadable_body(), ("invalid_json", ValueInvalid), "", "The body is not JSON."),
        };
        let events = match body.remove("events") {
            Some(Value::Array(events)) if !events.is_empty() => events,
            events => {
                body.extend(events.map(|events| ("events".to_owned(), events)));
                return Self::unreadable(body.into(), ("missing_events", ValueRequired), "events", "The request has no events.");
            }
        };
        let named = check::named(request).ok();
        let identity = |body: &Object| {
            let stream = named.map(|(_, parameter, id)| (parameter.to_owned(), Value::from(id)));
            Some(Identity::new(stream.into_iter().chain(body.clone())))
        };
        let stream = named.map(|(sort, ..)| sort);
        let (sent, enforces) = (identity(&body), envelope::enforces(&body));
        let mut findings = envelope::check(stream, &mut body);
        if events.len() > MAX_EVENTS {
            let rule = ("too_many_events", ExceededMaxEntities);
            findings.push(Finding::new(Effect::Lost, rule, "events", "The request has more than 25 events."));
        }
        let time = body.get("timestamp_micros");
        let read = |(position, sent): (usize, Value)| {
            let mut recorded = sent.clone();
            let mut check = Check { config, stream, position, findings: Vec::new() };
            let object = check.event(&mut recorded);
            let timed = object.map_or(Ok(()), |event| time::check(position, event, time, now));
            let findings = check.findings.into_iter().chain(timed.err()).collect();
            Event { sent, recorded, findings }
        };
        let events = events.into_iter().enumerate().map(read).collect();
        Self { sent, recorded: identity(&body), enforces, findings, events }
    }

    /// A body without events, which is in the account whole.
    fn unreadable(body: Value, rule: finding::Rule, path: &'static str, text: &str) -> Self {
        let findings = vec![Finding::new(Effect::Lost, rule, path, text)];
        Self { sent: None, recorded: None, enforces: false, findings, events: vec![Event::unread(body)] }
    }

    /// The response of the validation, which records nothing.
    fn validate(self) -> Processed {
        let findings = self.findings.iter().chain(self.events.iter().flat_map(|event| &event.findings));
        let reported = findings.filter(|finding| self.enforces || finding.effect == Effect::Lost);
        let messages: Vec<Value> = reported.map(Finding::message).collect();
        let answer = Answer { status: StatusCode::OK, body: json!({"validationMessages": messages}).to_string() };
        let item = |event: Event| (Content::Message(self.sent.clone(), event.sent), Fate::Rejected("only_validated"));
        Processed { items: self.events.into_iter().map(item).collect(), answer }
    }
}
