//! TikTok's [Events API 2.0](https://business-api.tiktok.com/portal/docs?id=1771101303285761) for web,
//! app, offline and CRM events: `POST /open_api/v1.3/event/track/`, with the slash at its end.
//!
//! The HTTP status is 200 for errors, too; the member `code` decides.
//!
//! | rule | response |
//! |---|---|
//! | `missing_access_token` | 40104 |
//! | `access_token_with_bearer`, `unknown_access_token` | 40105 |
//! | `unknown_event_source_id`, `access_token_of_another_source` | 40001 |
//! | `event_source_id_of_another_source` | 40002 `Invalid value for event_source_id: not a valid string.` |
//! | `invalid_event_source`, `invalid_event_source_id`, `invalid_test_event_code` | 40002 |
//! | `unsupported_content_type`, `invalid_json`, `invalid_body`, `missing_data`, `no_events` | 40002 |
//! | `too_many_events` (more than 1,000) | 40061 |
//! | `unknown_partner_name` | 40063 |
//! | `missing_field` (such as `page` of a web event, `app` of an app event, `lead` of a CRM event) | 40002 |
//! | `not_a_text` | 40002 `Batch.0.properties.contents.0.content_id: Not a valid string`; for the `event_id` of a single event `Invalid value for event_id: not a valid string.` |
//! | `not_a_number`, `not_an_integer`, `not_a_boolean`, `not_a_list`, `not_an_object`, `not_a_choice`, `invalid_ip`, `wrong_time_unit` | 40002 |
//! | `custom_event_of_offline` | 40002 |
//! | `not_hashed` (an `email` or `phone` that is no SHA-256 digest) | 40062 |
//! | `field_of_another_source` (a note: the field is not documented for the event's source) | 0 |
//! | `duplicate_event_id` (`event` and `event_id` of a web, offline or CRM event, within 48 hours) | 0, and dropped |
//! | `too_frequent`, `system_error`, `bad_gateway` (see [`EventSource::first_responses`]) | 40100, 50000, HTTP 502 |
//! | `left_out_of_partial_ok` | 20001 |
//!
//! An error refuses the whole request, so every event of it is in the account with the rule that one of
//! them broke. TikTok documents the codes by name, and the texts in this table; other texts are the
//! sandbox's own. That the first event with an error is named in the message is known of 40002 alone.
//!
//! Not documented, and chosen so that the account shows the fault: what becomes of a missing or wrong
//! `Content-Type`, of a time in milliseconds, of a custom event of an offline event set, and of a field
//! of another source. Not checked, as no result is documented: currencies that are not listed, the age
//! of an event, a `value` without a `currency`, and plain text in `external_id`.

mod check;
mod codes;
mod config;
mod event;
mod fields;
mod memory;

use std::fmt::{self, Write as _};

use axum::{http::StatusCode, routing::MethodFilter};
use jiff::Timestamp;
use serde_json::Value;

pub use self::config::{Config, EventSource, FirstResponse, Source};
use self::{
    check::{ACCESS_TOKEN, EVENT_SOURCE, EVENT_SOURCE_ID},
    codes::{OK, PARTIAL_OK, Refusal, SYSTEM_ERROR, TOO_FREQUENT},
    memory::Memory,
};
use super::api::{Api, Demo, Route};
use crate::exchange::{Answer, Content, Fate, Identity, Incoming, Processed};

const ROUTES: &[Route] = &[Route { methods: MethodFilter::POST, path: "/open_api/v1.3/event/track/" }];

pub(super) struct TikTok {
    config: Config,
    memory: Memory,
    /// The number of requests so far, which makes the `request_id` of each.
    requests: u64,
}

impl TikTok {
    pub(super) fn new(config: Config) -> Self {
        Self { config, memory: Memory::default(), requests: 0 }
    }
}

impl Api for TikTok {
    fn title(&self) -> &'static str {
        "TikTok Events API"
    }

    fn routes(&self) -> &'static [Route] {
        ROUTES
    }

    fn process(&mut self, request: &Incoming, now: Timestamp) -> Processed {
        self.requests += 1;
        let id = format!("sandbox-{}", self.requests);
        let body: Option<Value> = serde_json::from_slice(&request.body).ok();
        match self.events(request, body.as_ref(), now) {
            Ok((fates, answer)) => {
                let (identity, events) = read(body.unwrap_or_default());
                let item = |(event, fate)| (Content::Message(Some(identity.clone()), event), fate);
                Processed { items: events.into_iter().zip(fates).map(item).collect(), answer: answer.write(&id) }
            }
            Err(Stop { rule, answer }) => {
                Processed { items: refused(rule, body.unwrap_or_else(|| request.unreadable_body())), answer: answer.write(&id) }
            }
        }
    }

    /// HTTP 500 without TikTok's JSON was seen; its own errors are 50000 with HTTP 200.
    fn internal_error(&self) -> Answer {
        Answer::empty(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn summary(&self) -> &'static [&'static str] {
        &["event", "event_id", "properties.value", "properties.currency"]
    }

    fn secrets(&self) -> Vec<&'static str> {
        let user = fields::USER.iter().map(|field| field.name).filter(|name| !matches!(*name, "locale" | "att_status"));
        [ACCESS_TOKEN, "callback", "lead_id"].into_iter().chain(user).collect()
    }

    fn describe(&self, text: &mut String) -> fmt::Result {
        self.config.event_sources.iter().try_for_each(|source| {
            let (sort, id, token) = (source.event_source.name(), &source.event_source_id, source.access_token.reveal());
            writeln!(text, "  event_source {sort}, event_source_id {id}, access_token {token}")
        })
    }

    fn demo(&self) -> &'static [Demo] {
        const TOKEN: (&str, &str) = ("access_token", "demo-access-token");
        &[
            Demo { name: None, settings: &[(EVENT_SOURCE, "web"), (EVENT_SOURCE_ID, "C4DEMO0PIXEL00000WEB"), TOKEN] },
            Demo { name: Some("tiktok_app"), settings: &[(EVENT_SOURCE, "app"), (EVENT_SOURCE_ID, "7012345678901234567"), TOKEN] },
            Demo { name: Some("tiktok_offline"), settings: &[(EVENT_SOURCE, "offline"), (EVENT_SOURCE_ID, "7098765432109876543"), TOKEN] },
            Demo { name: Some("tiktok_crm"), settings: &[(EVENT_SOURCE, "crm"), (EVENT_SOURCE_ID, "7055555555555555555"), TOKEN] },
        ]
    }

    fn demo_events(&self, _name: Option<&str>) -> &'static [(&'static str, &'static str)] {
        &[("renew", "SubscriptionRenewed")]
    }
}

/// A response before its `request_id` is known.
enum Reply {
    Code(codes::ReturnCode, String),
    BadGateway,
}

impl Reply {
    fn code(code: codes::ReturnCode, message: impl Into<String>) -> Self {
        Self::Code(code, message.into())
    }

    fn write(self, request_id: &str) -> Answer {
        match self {
            Self::Code(code, message) => code.answer(&message, request_id),
            Self::BadGateway => Answer { status: StatusCode::BAD_GATEWAY, body: "Bad Gateway".to_owned() },
        }
    }
}

/// Why nothing of a request is processed.
struct Stop {
    rule: &'static str,
    answer: Reply,
}

impl From<Refusal> for Stop {
    fn from(Refusal { code, rule, message }: Refusal) -> Self {
        Self { rule, answer: Reply::Code(code, message) }
    }
}

impl TikTok {
    /// Decides about every event of a request.
    fn events(&mut self, request: &Incoming, body: Option<&Value>, now: Timestamp) -> Result<(Vec<Fate>, Reply), Stop> {
        let Self { config, memory, .. } = self;
        let source = check::request(config, request, body)?;
        let response = memory.next_response(source);
        let stop = |rule, answer| Err(Stop { rule, answer });
        match response {
            Some(FirstResponse::TooFrequent) => return stop("too_frequent", too_frequent()),
            Some(FirstResponse::SystemError) => return stop("system_error", system_error()),
            Some(FirstResponse::BadGateway) => return stop("bad_gateway", Reply::BadGateway),
            _ => {}
        }
        let events = body.and_then(|body| body.get("data")).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let notes = event::check(source.event_source, events)?;
        let is_partial = response == Some(FirstResponse::PartialOk);
        let fates = events.iter().zip(notes).enumerate().map(|(position, (event, note))| {
            if is_partial && position % 2 == 1 {
                Fate::Rejected("left_out_of_partial_ok")
            } else if config.deduplicate && memory.is_repeated(source, event, now) {
                Fate::Duplicate("duplicate_event_id")
            } else {
                note.map_or(Fate::Accepted, Fate::Changed)
            }
        });
        let fates = fates.collect();
        let answer = match response {
            Some(FirstResponse::SystemErrorAfter) => system_error(),
            Some(FirstResponse::BadGatewayAfter) => Reply::BadGateway,
            Some(FirstResponse::PartialOk) => Reply::code(PARTIAL_OK, "Partial success"),
            _ => Reply::code(OK, "OK"),
        };
        Ok((fates, answer))
    }
}

fn too_frequent() -> Reply {
    Reply::code(TOO_FREQUENT, "Too many requests. Please retry in some time.")
}

fn system_error() -> Reply {
    Reply::code(SYSTEM_ERROR, "System error")
}

/// The account lists a refusal once per event.
fn refused(rule: &'static str, body: Value) -> Vec<(Content, Fate)> {
    let fate = Fate::Rejected(rule);
    if !matches!(body.get("data"), Some(Value::Array(events)) if !events.is_empty()) {
        return vec![(Content::Message(None, body), fate)];
    }
    let (identity, events) = read(body);
    events.into_iter().map(|event| (Content::Message(Some(identity.clone()), event), fate)).collect()
}

/// What a body says once, and its events.
fn read(mut body: Value) -> (Identity, Vec<Value>) {
    let mut events = Vec::new();
    let mut shared = serde_json::Map::new();
    if let Some(members) = body.as_object_mut() {
        if let Some(Value::Array(data)) = members.remove("data") {
            events = data;
        }
        shared = std::mem::take(members);
    }
    (Identity::new(shared.into_iter()), events)
}
