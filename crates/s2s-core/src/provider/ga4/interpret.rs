//! A response becomes an outcome.

use std::fmt;

use crate::outcome::{Outcome, OutcomeKind};
use crate::provider::answer::{self, Answer, Body, Form, Interpreted, ResponseRule};
use crate::response::Response;
use crate::value::{Json, Text};

/// The member that a response of the validation server has.
const MESSAGES: &str = "validationMessages";

/// Analytics responds with a 2xx to each request that it receives, valid or not. No other status is documented, but "correct any errors in your HTTP
/// request. Don't retry the same request".
/// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference>
pub(super) const RESPONSES: &[&[ResponseRule]] = &[answer::COMMON, STATUSES];

const STATUSES: &[ResponseRule] = {
    use crate::outcome::Scope::{Destination, Event};
    use OutcomeKind::{Delivered, Rejected, RetryLater};
    use ResponseRule as Rule;
    &[
        // The whole destination: a queue must not be used up by events that nothing records.
        Rule::statuses(200, 299, Rejected, Destination, "valid, but only validated: nothing was recorded").of(VALID),
        Rule::statuses(200, 299, Rejected, Event, "the validation server has messages; nothing was recorded").of(INVALID),
        Rule::statuses(200, 299, Delivered, Event, "received, not validated by Google"),
        answer::NOT_THE_PROVIDER.of(answer::PAGE),
        Rule::statuses(400, 499, RetryLater, Destination, answer::STILL_ENCODED).of(answer::ENCODED),
        Rule::status(413, Rejected, Event, "request too large"),
        Rule::statuses(400, 499, Rejected, Destination, "refused: the request itself is wrong, or its address"),
    ]
};

const VALID: Form =
    Form { about: "`validationMessages` without a message", is: |answer| messages(&answer.body).is_some_and(<[Json]>::is_empty) };

const INVALID: Form =
    Form { about: "`validationMessages` with messages", is: |answer| messages(&answer.body).is_some_and(|messages| !messages.is_empty()) };

pub(super) fn interpret(rules: &[&[ResponseRule]], response: &Response, _events: usize) -> Interpreted {
    let answer = Answer::read(response);
    let outcome = answer::decide(rules, &answer, &[]);
    let text = match &answer.body {
        _ if outcome.kind() == OutcomeKind::Delivered || answer.is_page => None,
        Body::Encoded => None,
        Body::Text(text) => Some(*text).filter(|text| !text.is_empty()),
        body @ Body::Object(_) => match messages(body) {
            Some(messages) => messages.first().and_then(|message| text_of(message, "description")),
            // The form of errors of Google's other APIs.
            None => body.member("error").and_then(|error| error.as_str().or_else(|| text_of(error, "message"))),
        },
    };
    let text = text.map(str::to_owned);
    Interpreted { outcome: outcome.with_retry_after(response).with_details(answer.body.into_members()), text }
}

fn messages<'a>(body: &'a Body<'_>) -> Option<&'a [Json]> {
    match body.member(MESSAGES)? {
        Json::Array(messages) => Some(messages),
        _ => None,
    }
}

fn member<'a>(object: &'a Json, name: &str) -> Option<&'a Json> {
    let Json::Object(members) = object else { return None };
    members.iter().find(|(own, _): &&(Text, Json)| own.as_str() == name).map(|(_, value)| value)
}

fn text_of<'a>(object: &'a Json, name: &str) -> Option<&'a str> {
    member(object, name)?.as_str()
}

/// A message of the validation server: see the setting [`validation`](super::Config::validation).
///
/// Source: <https://developers.google.com/analytics/devguides/collection/protocol/ga4/validating-events>
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ValidationMessage {
    /// `fieldPath`: the part of the body that it is about, such as `events`.
    pub field_path: Option<String>,
    /// `description`: the problem. It may repeat anything of the request.
    pub description: Option<String>,
    /// `validationCode`: `VALUE_INVALID`, `VALUE_REQUIRED`, `NAME_INVALID`, `NAME_RESERVED`, `VALUE_OUT_OF_BOUNDS`,
    /// `EXCEEDED_MAX_ENTITIES`, `NAME_DUPLICATED`, or another one.
    pub code: Option<String>,
}

impl ValidationMessage {
    /// Returns the messages in an outcome's details; none if the response was not the validation server's.
    pub fn all(outcome: &Outcome) -> Vec<Self> {
        let Some(Json::Array(messages)) = outcome.detail(MESSAGES) else { return Vec::new() };
        let text = |message, name| text_of(message, name).map(str::to_owned);
        let read = |message| Self {
            field_path: text(message, "fieldPath"),
            description: text(message, "description"),
            code: text(message, "validationCode"),
        };
        messages.iter().map(read).collect()
    }
}

/// The description may hold personal data, and a path the name of a member; only the code is shown.
impl fmt::Debug for ValidationMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ValidationMessage").field("code", &self.code).finish_non_exhaustive()
    }
}
